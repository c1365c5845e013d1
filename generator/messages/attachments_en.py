"""Attachments that cannot be published, in English."""

from generator.messages.text import Text, Wording

_PRINT = (
    "Open it in Word, WPS or a browser, choose “Print” and “Microsoft Print to PDF” or “Save as "
    "PDF”, and take that file instead."
)

TEXTS: Wording = {
    "attachment-missing": Text(
        "The attachment is not there: {value:short}. The page does not list it.",
        "Put the file beside this one, or correct its name. Near it: {near}.",
    ),
    "attachment-foreign": Text(
        "“{value:short}” lies in the folder of another committee; the page does not list it.",
        "Ask them for it, and put it into your own folder.",
    ),
    "attachment-ending": Text(
        "The attachment “{value:short}” is not a PDF; the page does not list it.",
        "Open it, choose “Save as” and the type PDF, and correct the name in “attachments”.",
    ),
    "attachment-not-allowed": Text(
        "This site publishes no .{ending} attachments, so “{value:short}” is left out.",
        "Open it, choose “Save as” and the type PDF. To allow this type, write "
        "“attachment-types: [pdf, {ending}]” in site.yaml.",
    ),
    "attachment-unused": Text(
        "No file names “{value:short}” as an attachment, so it is not published.",
        "Write “attachments: [{value}]” in the file of a notice or an event, and its page lists "
        "it. "
        "Better say it in the text as well: that is easier to read on a phone. If it is not "
        "needed, delete it.",
    ),
    "attachment-twice": Text(
        "The attachments “{value:short}” and “{other:short}” would have one address; only the "
        "first "
        "of them is listed.",
        "Rename one of the files.",
    ),
    "attachment-unread": Text(
        "No words can be read on some pages of the attachment “{value:short}”: {pages:list}. "
        "They were "
        "probably scanned. Whether numbers of identity cards or telephones stand there cannot be "
        "checked.",
        "Have somebody look at each page. If you can get the Word file, save that as PDF and "
        "take it "
        "instead; then neighbours who cannot see it can have it read out.",
    ),
    "attachment-empty": Text(
        "The attachment “{value:short}” is empty: it has no bytes at all.",
        "It was probably not copied to the end. Copy it once more.",
    ),
    "attachment-too-large": Text(
        "The attachment “{value:short}” has more than {limit} MB, and opens slowly on a phone.",
        "Scan it again in black and white with 200 dpi; if it has many pictures, choose the "
        "smallest size when you save it as PDF.",
    ),
    "attachment-too-long": Text(
        "The attachment “{value:short}” has too many pages, or becomes too large when it is "
        "opened.",
        "200 pages are the most. Keep the pages that residents need, and save them as PDF.",
    ),
    "attachment-too-slow": Text(
        "The attachment “{value:short}” could not be checked within 10 seconds, so it is left out.",
        _PRINT,
    ),
    "attachment-other-format": Text(
        "The attachment “{value:short}” is not really {format}; only its name says so.",
        "Open the original, choose “Save as” and the type PDF.",
    ),
    "attachment-locked": Text(
        "The attachment “{value:short}” has a password, or may not be printed or copied; it cannot "
        "be checked.",
        "Remove the password and the restrictions, and save it again.",
    ),
    "attachment-damaged": Text(
        "The attachment “{value:short}” is damaged, or was not copied to the end.",
        "Copy it once more. If that does not help: " + _PRINT,
    ),
    "attachment-signed": Text(
        "The attachment “{value:short}” has a digital signature, which would not survive: the "
        "author’s name and other notes are taken out of each file.",
        _PRINT,
    ),
    "attachment-active": Text(
        "Something in the attachment “{value:short}” would run by itself, or send something "
        "({found}), so it is left out.",
        _PRINT,
    ),
    "attachment-files-inside": Text(
        "Other files are enclosed in the attachment “{value:short}” ({found}), which cannot be "
        "checked, so it is left out.",
        "Take them out. Save what is to be published as PDF, each as an attachment of its own.",
    ),
    "attachment-link": Text(
        "A link in the attachment “{value:short}” opens something else than a page, a letter or a "
        "telephone: {address:short}.",
        "Take the link out and save the file again. Links begin with https://, http://, mailto: "
        "or tel:.",
    ),
    "attachment-picture": Text(
        "The attachment “{value:short}” has a picture of a sort of which the camera’s notes cannot "
        "be taken out ({found}).",
        "Use JPEG or PNG in its place, or print the file as PDF.",
    ),
    "word-page": Text("page {page}"),
}
