"""Files as a whole: encodings, places, names, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "content-missing": Text(
        "There is no content folder “content”.",
        "Run this in the site's folder, or name that folder with --site.",
    ),
    "site-missing": Text(
        "The site file site.yaml is missing.",
        "Make a site.yaml with at least the line “name: Our street's notice board”.",
    ),
    "file-too-large": Text(
        "This file is too large; {limit} characters are the most.", "Split it into several files."
    ),
    "file-changing": Text(
        "This file kept changing while it was read, or has just been moved.",
        "Wait until it is saved or copied, then run again.",
    ),
    "file-empty": Text("This file is empty.", "Write something in it, or delete it."),
    "file-misplaced": Text(
        "This file does not belong here and is not published.",
        "Put it into the folder of its kind (events, services, notices, issues, reviews, groups) "
        "with a name that ends in .md or .yaml.",
    ),
    "folder-unknown": Text(
        "There are no folders named “{value}”; is it “{near}”?",
        "Rename the folder to “{near}”, or move the file there.",
    ),
    "file-ending": Text(
        "“{value}” has the wrong ending and is not published.",
        "Rename the file to “{better}”. If you see no endings, tick “File name extensions” "
        "in the View menu of the folder first.",
    ),
    "image-ending": Text(
        "Pictures in the format {ending} cannot be used.",
        "Open it in Paint, save it as .png or .jpg, and put that here.",
    ),
    "encoding-unknown": Text(
        "From here on some characters are no UTF-8, and cannot be made out.",
        "Open the file in Notepad, type the garbled words again, choose “Save as”, "
        "the encoding “UTF-8”, and save.",
    ),
    "file-office": Text(
        "Word, Excel, PowerPoint and PDF files cannot be published.",
        "Copy the text into a .md file (with Notepad, encoding UTF-8).",
    ),
    "encoding-not-utf8": Text(
        "This file is encoded in {encoding}, not UTF-8, so it cannot be read reliably.",
        "Run linli check --fix: it converts the file to UTF-8 and keeps the original. Or open it "
        "in Notepad, choose “Save as” and the encoding “UTF-8”.",
    ),
    "character-refused": Text(
        "There is a control character here ({character}) that cannot be used.",
        "Delete it and type the place again.",
    ),
    "committee-missing": Text(
        "The folder “{folder}” has no readable committee.yaml, so this file belongs to nobody.",
        "Put a committee.yaml into the committee's folder.",
    ),
    "calendar-name": Text(
        "A calendar file is named after its year.", "Rename it to four digits, such as 2026.yaml."
    ),
}
