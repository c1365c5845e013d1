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
        "This file is too large; {limit} kB are the most.",
        "Split it into several files; a thousand letters take 1 kB, a thousand Chinese ones 3 kB.",
    ),
    "file-changing": Text(
        "This file kept changing while it was read, or has just been moved.",
        "Wait until it is saved or copied, then run again.",
    ),
    "file-closed": Text(
        "Linli may not read this file, or another program holds it.",
        "Close that program, or give the file the permission to be read.",
    ),
    "file-special": Text(
        "This is neither an ordinary file nor a folder, and was not read.",
        "Move it out of the content folder.",
    ),
    "folder-closed": Text(
        "This folder cannot be opened, so nothing in it can be read. Nothing was published, for "
        "all its pages would have gone.",
        "Give the folder the permission to be read; or delete it if it is not wanted.",
    ),
    "file-link": Text(
        "This is a link; what it leads to was not read.",
        "Delete the link and copy the file itself to this place.",
    ),
    "name-reserved": Text(
        "“{value:short}” is a name that Windows keeps for devices.", "Choose another name."
    ),
    "name-ending": Text(
        "“{value:short}” ends with a dot or a space; some machines cannot open that.",
        "Rename it without the dots and spaces at its end.",
    ),
    "name-character": Text(
        "The name “{value:short}” has a character that cannot be used ({character}).",
        "Rename it without colons, slashes, question marks, asterisks, quotes and what cannot "
        "be seen.",
    ),
    "name-encoding": Text(
        "The name “{value:short}” is no UTF-8, so it is garbled.",
        "Rename it. If it came out of an archive, unpack that again with a program that knows "
        "Chinese names.",
    ),
    "name-long": Text(
        "The name “{value:short}” is too long.",
        "Shorten it; a hundred letters are fine. The title stands in the file and may be longer.",
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
        "Old Word files, PowerPoint files and archives cannot be published.",
        "Copy the text into a .md file (with Notepad, encoding UTF-8); or save it as PDF, and name "
        "that as an attachment in a .md file.",
    ),
    "encoding-not-utf8": Text(
        "This file is encoded in {encoding}, not UTF-8, so it cannot be read reliably.",
        "Run linli check --fix: it converts the file to UTF-8 and keeps the original. Or open it "
        "in Notepad, choose “Save as” and the encoding “UTF-8”.",
    ),
    "character-refused": Text(
        "There is a character here ({character}) that cannot be used: it is not seen, and upsets "
        "the text.",
        "Delete the few letters here and type them again.",
    ),
    "committee-missing": Text(
        "The folder “{folder}” has no readable committee.yaml, so this file belongs to nobody.",
        "Put a committee.yaml into the committee's folder.",
    ),
    "calendar-name": Text(
        "A calendar file is named after its year.", "Rename it to four digits, such as 2026.yaml."
    ),
}
