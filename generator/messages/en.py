"""Messages in English, code for code the same as in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # --- files ---
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
    "file-empty": Text("This file is empty.", "Write something in it, or delete it."),
    "file-misplaced": Text(
        "This file does not belong here and is not published.",
        "Put it into the folder of its kind (events, services, notices, issues, reviews, groups) "
        "with a name that ends in .md or .yaml.",
    ),
    "file-office": Text(
        "Word, Excel and PowerPoint files cannot be published.",
        "Copy the text into a .md file (with Notepad, encoding UTF-8).",
    ),
    "encoding-not-utf8": Text(
        "This file is encoded in {encoding}, not UTF-8, so it cannot be read reliably.",
        "Open it in Notepad, choose “Save as” and the encoding “UTF-8”.",
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
    # --- YAML and front matter ---
    "front-matter-missing": Text(
        "The file does not begin with “---”.",
        "Begin with a line of three hyphens, then the fields, such a line again, the text.",
    ),
    "front-matter-unclosed": Text(
        "The “---” at the head has no second one.", "Put a line --- after the last field."
    ),
    "fields-wanted": Text(
        "Fields of the form “name: value” are wanted here.",
        "Write one in each line, such as “title: Lantern festival”.",
    ),
    "yaml-syntax": Text(
        "This cannot be understood.",
        "Look at this line and the one above: an ASCII colon with a space after it, quotes and "
        "brackets in pairs, indentation by spaces.",
    ),
    "yaml-two-documents": Text("A file holds one document only.", "Delete the extra --- line."),
    "yaml-too-deep": Text(
        "This is nested too deeply; {limit} levels are the most.", "Simplify it."
    ),
    "yaml-anchor": Text("“&{name}” cannot be used.", "If it is text, put the value in quotes."),
    "yaml-alias": Text("“*{name}” cannot be used.", "If it is text, put the value in quotes."),
    "yaml-tag": Text("“{name}” cannot be used.", "If it is text, put the value in quotes."),
    "yaml-merge-key": Text("“<<” cannot merge other content.", "Write the fields out."),
    "key-not-text": Text("The name of a field is text only.", "Write “name: value”."),
    "key-twice": Text("“{name}” is there twice; the first is in line {line}.", "Keep one."),
    # what a volunteer did, where YAML wants something else
    "colon-full-width": Text(
        "The “{sign}” after “{word}” is not an ASCII colon.",
        "Write “{word}: ” with an ASCII colon and a space.",
    ),
    "colon-space-missing": Text(
        "There is no space after the colon of “{word}”.", "Write “{word}: ” with a space."
    ),
    "colon-missing": Text("“{word}” has no colon.", "Write “{word}: ” with a colon and a space."),
    "colon-in-value": Text(
        "“{value}” has a colon and a space in it, so it must be in quotes.", "Write {better}."
    ),
    "field-in-value": Text(
        "There are two fields in one line; “{word}” needs its own.",
        "Begin a new line before “{word}”.",
    ),
    "line-without-field": Text(
        "The line “{text}” has no “name: ”, so it belongs to no field.",
        "Write “name: value”; if it goes on with the line above, begin it with two spaces.",
    ),
    "comma-full-width": Text(
        "The “{sign}” inside brackets is not an ASCII comma.", "Write “,” and a space."
    ),
    "comma-missing": Text(
        "There is no comma before “{word}”.", "Write “, {word}: ” with an ASCII comma."
    ),
    "bracket-full-width": Text("“{sign}” is not an ASCII bracket.", "Write “{better}”."),
    "bracket-mismatch": Text(
        "The bracket “{sign}” does not match the opening one.", "Write “{better}”."
    ),
    "bracket-unclosed": Text(
        "The bracket “{sign}” is never closed.", "Put “{better}” at the end of this field."
    ),
    "text-after-bracket": Text(
        "“{value}” after the brackets cannot be understood.",
        "Delete what is too much; if all of it is text, put it in double quotes.",
    ),
    "quote-unclosed": Text(
        "The quote {sign} is never closed.", "Put {sign} at the end of the text."
    ),
    "quote-mixed": Text(
        "The quotes begin as ASCII ones and end with “{sign}”.", "Write {better} at the end."
    ),
    "quote-curly": Text(
        "Curly quotes do not protect a colon or a # in the text.", "Use ASCII quotes: {better}."
    ),
    "text-after-quote": Text(
        "The quotes at the head of {value} hold only a part of it; quote all of it.",
        "Write {better}.",
    ),
    "escape-wrong": Text(
        "“{text}” in double quotes cannot be understood.", "Write the backslash twice: {better}."
    ),
    "dash-full-width": Text(
        "The “{sign}” of a list is not an ASCII hyphen.", "Write “- {rest}” with a space."
    ),
    "dash-space-missing": Text(
        "There is no space after the hyphen of a list.", "Write “- {rest}”."
    ),
    "list-on-key-line": Text(
        "A list cannot begin in the line of “{word}”.", "Begin a new line: “  - {item}”."
    ),
    "hash-full-width": Text(
        "“＃” is not an ASCII hash, so this line is no comment.", "Write “#”, or delete the line."
    ),
    "tab-indent": Text("There is a tab at the head of the line.", "Delete it and use spaces."),
    "space-full-width": Text("This is a full-width space.", "Use ASCII spaces."),
    "indent-deep": Text(
        "This line is indented by {found}, more than its neighbours.",
        "Indent it by {count}, as they are.",
    ),
    "indent-shallow": Text(
        "This line is indented by {found}, in line with none above it.",
        "If it belongs to the lines above, indent it by {count}.",
    ),
    "value-begins-with": Text("A value cannot begin with “{sign}”.", "Put it in quotes: {better}."),
    "value-cut": Text(
        "There is a space before “{lost}”, so all from the # on is lost.",
        "If it is no comment, put the value in quotes: {better}.",
    ),
    "fence-wrong": Text("“{text}” is not three ASCII hyphens.", "Write --- in this line."),
    "fence-indented": Text("Nothing can stand before the ---.", "Delete the blanks."),
    "fence-words": Text(
        "Nothing can follow the --- in its line (“{text}”).", "Move it down a line, or delete it."
    ),
    # the parser's own refusals, where no more is known
    "yaml-field-wanted": Text(
        "A field of the form “name: value” is wanted here.",
        "Look at this line and the one above: a name needs an ASCII colon and a space.",
    ),
    "yaml-colon-unexpected": Text(
        "There cannot be another “name: value” here.",
        "Look at the colons and the indentation; if the colon is text, put the value in quotes.",
    ),
    "yaml-list-unexpected": Text(
        "There cannot be a list's hyphen here.", "Begin a new line with “- ”."
    ),
    "yaml-brackets": Text(
        "What is inside the brackets cannot be understood.",
        "Look at commas, colons and brackets: brackets in pairs, a space after each comma.",
    ),
    "yaml-neighbours": Text(
        "This line does not fit the ones above.",
        "Look at the indentation and the quotes of this line and the one above.",
    ),
    "yaml-sign": Text("A value cannot begin with this sign.", "Put the value in double quotes."),
    "yaml-tab": Text("There is a tab here.", "Delete it and use spaces."),
    "yaml-quote": Text("A quote is never closed.", "Put the same quote at the end of the text."),
    "yaml-escape": Text(
        "A backslash in double quotes cannot be understood.", "Write it twice: \\\\."
    ),
    "encoding-suspect": Text(
        "This file looks garbled; it may have been saved in {encoding}.",
        "Open it in Notepad, look at it, choose “Save as” and the encoding “UTF-8”.",
    ),
    "text-lost": Text(
        "The “{text}” here is garbled; the characters that were here are lost.",
        "Delete it, type the characters again, and save with the encoding “UTF-8”.",
    ),
    # --- fields ---
    "field-unknown": Text("There is no field “{field}”.", "The fields are: {known:list}."),
    "field-unknown-near": Text(
        "There is no field “{field}”; is it “{near}”?",
        "Write “{near}”. The fields are: {known:list}.",
    ),
    "field-missing": Text("“{field}” is missing.", "Add a line “{field}: …”."),
    "value-empty": Text("“{field}” is empty.", "Write a value, or delete the line."),
    "text-wanted": Text(
        "“{field}” wants text, and this is a list or a group of fields.",
        "Write “{field}: text” in one line.",
    ),
    "list-wanted": Text(
        "“{field}” wants a list.", "Write “{field}: [one, two]”, or lines that begin with “- ”."
    ),
    "mapping-wanted": Text(
        "“{field}” wants fields of its own.",
        'Write it like “{field}: {{name: Office, phone: "…"}}”.',
    ),
    "number-wrong": Text("“{field}” wants a number; “{value}” is none.", "Write digits only: 30."),
    "year-wrong": Text("“{value}” does not look like a year.", "Write four digits, such as 2026."),
    "id-wrong": Text(
        "“{value}” cannot be an id.",
        "Use lower-case letters, digits and hyphens, at most 40, such as jian-er.",
    ),
    "phone-wrong": Text(
        "“{value}” does not look like a phone number.",
        "Write it like “021-0123 4501”: digits, spaces and hyphens only.",
    ),
    "choice-unknown": Text("“{field}” cannot be “{value}”.", "It can be: {known:list}."),
    "url-wrong": Text(
        "“{value}” does not look like a web address.",
        "Write it like “https://board.example/”, beginning with http:// or https://.",
    ),
    "buildings-wrong": Text(
        "The buildings “{value}” make no sense.", "Write “1-8” or “1, 3, 5-7”."
    ),
    "panel-wrong": Text(
        "The board size “{value}” makes no sense.",
        "Write “A4x6” (six sheets of A4) or “A3x4” (four of A3).",
    ),
    "time-zone-unknown": Text(
        "There is no time zone “{value}”.", "Write a name such as Asia/Shanghai."
    ),
    "footer-field-unknown": Text(
        "The footer of posters cannot have “{{{value}}}”.",
        "It can have, in braces: {known:list}. The day of printing changes daily, and "
        "every poster would have to be printed again with it.",
    ),
    # --- what fits together ---
    "site-address-missing": Text(
        "The site has no “url”, so posters have no QR code.",
        "Add a line “url: https://…/” to site.yaml.",
    ),
    "id-taken": Text("The id “{value}” is used already, in {other}.", "Choose another."),
    "address-taken": Text(
        "This file and {other} have the same address ({value}).", "Rename one of the two."
    ),
    "code-taken": Text(
        "The short code “{value}” is used already, in {other}.",
        "Write a different “id: …” into one of the two.",
    ),
    "scope-unknown": Text(
        "“{value}” in the scope is no known compound or committee.",
        "Near it are: {near:list}. “street” means all.",
    ),
    "building-unknown": Text(
        "{compound} has no building “{value}”.", "The buildings of {compound} are: {known:list}."
    ),
    "group-unknown": Text("There is no group named “{value}”.", "Near it are: {near:list}."),
    "issue-unknown": Text("There is no issue with the number “{value}”.", "Near it: {near:list}."),
    "announcement-unknown": Text(
        "There is no announcement file named “{value}”.",
        "Write the name of a file in the notices folder, without .md. Near it are: {near:list}.",
    ),
    "theme-unknown": Text("That year's review has no theme “{value}”.", "Near it: {near:list}."),
    "review-year-unknown": Text(
        "The street has no review of {year}, so this entry appears nowhere.",
        "Make reviews/{year}.yaml first.",
    ),
    "link-broken": Text("The link leads to a file that is not there: {value}.", "Near it: {near}."),
    "image-missing": Text("The picture is not there: {value}.", "Near it: {near}."),
    "step-unknown": Text("There is no step “{value}”.", "The steps of an issue are: {known:list}."),
    "step-order": Text(
        "“{value}” cannot come after “{before}”.", "The order of the steps is: {known:list}."
    ),
    "step-days": Text(
        "The day of “{value}”, {day:date}, is before that of the step above, {before:date}.",
        "Check both days.",
    ),
    "gregorian-differs": Text(
        "By its time this is on {found:date}, but the check says {day:date}.",
        "Check the lunar date, then correct one of the two.",
    ),
    "take-down-early": Text(
        "The day to take down, {day:date}, is before the day of publication, {published:date}.",
        "Check both days.",
    ),
    "take-down-in-period": Text(
        "The day to take down, {day:date}, is before the end of the period, {last:date}; it stays "
        "up until then all the same.",
        "Move the day behind the period, or delete the line.",
    ),
    "service-stale": Text(
        "Nobody has checked this schedule for {days} days.",
        "Check its times, then set “checked” to today.",
    ),
    "outage-endless": Text(
        "An outage must have a last day.", "Write the date, such as “2026-03-04 8:00-17:00”."
    ),
    # --- posters and the output folder ---
    "poster-too-long": Text(
        "The poster does not fit on one page of {paper}; about {cut} characters are too many.",
        "Shorten the text or the points.",
    ),
    "glyph-missing": Text(
        "No face has the character “{character}” ({code_point}), so the poster cannot be printed.",
        "Use another character.",
    ),
    "posters-impossible": Text(
        "This machine cannot make posters yet; it lacks: {missing:list}. Pages are made.",
        "docs/install.md says how to get them. Use --no-posters if you need no posters.",
    ),
    "theme-missing": Text("The theme was not found at: {places:list}.", "Check the themes folder."),
    "theme-broken": Text("A template of the theme is broken: {reason}.", "Look at {template}."),
    "output-foreign": Text(
        "The output folder {path} holds files that Linli did not make (such as {file}), so nothing "
        "was written.",
        "Choose an empty folder with --output, or move those files away first.",
    ),
    "output-file-foreign": Text(
        "Linli did not make {file} in the output folder {path} and does not overwrite it.",
        "Move it away first.",
    ),
    "output-not-folder": Text(
        "{path} is not an ordinary folder.", "Choose another folder with --output."
    ),
    "output-overlaps": Text(
        "The output folder {path} cannot be the content folder or one around it.",
        "Choose another folder with --output.",
    ),
    "machine-failed": Text(
        "Reading or writing failed: {reason}. The site is as it was.",
        "Check the free space and the permissions.",
    ),
    "internal-error": Text(
        "Linli made a mistake; the site is as it was. The details are in {log}.",
        "Send that file to the people who maintain Linli.",
    ),
    # --- new files and this machine ---
    "new-street": Text("1. What is the street called?", "The site is named after it. Enter for"),
    "new-committees": Text("2. Which committees are there?", "Commas between them. Enter for"),
    "new-compounds": Text(
        "3. Which compounds are there?",
        "Commas between them, semicolons between those of one committee and the next. Enter for",
    ),
    "new-address": Text(
        "4. At which web address will the site be?",
        "Posters have it as a QR code; it can be changed later. Enter for",
    ),
    "new-language": Text("5. Which language are the pages in?", "1 Chinese, 2 English. Enter for"),
    "new-not-empty": Text(
        "{path} is not empty, so nothing was written.",
        "Name a new folder, such as linli new board.",
    ),
    "new-done": Text(
        "The site is in {path}",
        "Committees: {committees:list}. Next: open README.txt in it; the launchers there build and "
        "show the site. Phone numbers, events and notices are samples to be replaced.",
    ),
    "add-kind-unknown": Text(
        "There is no kind of file “{value}”; is it “{near}”?",
        "The kinds are: {known:list}; event, service, notice and so on work too.",
    ),
    "add-site-broken": Text(
        "The site's own files cannot be read, so nothing was written.",
        "Run linli check, mend what it lists, and try again.",
    ),
    "add-committee-wanted": Text(
        "There are several committees, so nothing was written.",
        "Say which with --committee ID, or --committee street. They are: {known:list}.",
    ),
    "add-committee-unknown": Text(
        "There is no committee “{value}”, so nothing was written.",
        "The committees are: {known:list}; “street” is the street itself.",
    ),
    "add-exists": Text("{path} is there already and was left alone.", "Open that file instead."),
    "add-done": Text(
        "Written: {path}",
        "Open it in an editor, replace the samples, save it as UTF-8, then run linli check.",
    ),
    "doctor-python": Text("Python {version}", "Python 3.11 or newer is needed."),
    "doctor-pango": Text("Pango", "It sets the posters; without it there are pages only."),
    "doctor-subset": Text("HarfBuzz-subset", "Posters need it; without it there are pages only."),
    "doctor-face": Text("A Chinese font", "Posters need one, regular and bold."),
    "doctor-console": Text(
        "Encoding of the terminal ({encoding})",
        "It cannot show Chinese; the site does not depend on it.",
    ),
    "doctor-disk": Text(
        "{free} MB of the disk are free", "At least {enough} MB are needed: delete some files."
    ),
    "doctor-output": Text(
        "The output folder {path} can be written",
        "It cannot be now. Move the site to a folder of your own, such as Documents.",
    ),
    "doctor-cache": Text(
        "The cache folder {path} can be written",
        "It cannot be now. Ask whoever looks after the machine for permission to write there.",
    ),
    "summary-doctor-well": Text("This machine has everything."),
    "summary-doctor-lacks": Text("{count} things need attention."),
    "word-type": Text("Type in a terminal: {command}"),
    "word-type-in-msys2": Text(
        "Install MSYS2 (https://www.msys2.org/), then type in its UCRT64 window: {command}"
    ),
    "word-font-of-windows": Text(
        "In Settings, Apps, Optional features, add “Chinese (Simplified) Supplemental Fonts”."
    ),
    "word-see-install": Text("See docs/install.md."),
    "word-default-street": Text("示范街道"),
    "word-default-committee": Text("示范居委"),
    "word-default-compound": Text("示范小区"),
    "word-again": Text("That cannot be read; please try again."),
    "word-which-committee": Text("Which committee's is it? Its number or id:"),
    # --- the command line ---
    "summary-published": Text("Built: {pages} pages, {posters} posters in {seconds} s."),
    "summary-unchanged": Text("{kept} files have not changed and were kept."),
    "summary-printing": Text("{count} posters need printing: {names}"),
    "summary-no-printing": Text("No poster needs printing."),
    "summary-left-out": Text("{count} files have errors and were left out."),
    "summary-remarks": Text("{count} warnings and notes besides; linli check shows them."),
    "summary-nothing": Text("There are errors; nothing was published, the site is as it was."),
    "summary-place": Text("The site is in {path}"),
    "summary-clean": Text("Checked; no problems."),
    "summary-found": Text("Found {errors} errors, {warnings} warnings, {notes} notes."),
    "summary-more": Text("{count} more are not shown; mend these first and check again."),
    "when-occurrence": Text("{day:weekday} {day:date} (lunar {lunar}) {hours}"),
    "when-total": Text("{count} in all."),
    "when-more": Text("… {count} in all."),
    "when-none": Text("Not once in these days."),
    "word-error": Text("error"),
    "word-warning": Text("warning"),
    "word-note": Text("note"),
    "word-help": Text("help"),
    "word-progress": Text("making"),
    "word-and-more": Text("… and more"),
    "summary-fixable": Text("linli check --fix can do this."),
    "summary-fixed": Text("{count} files were mended; the originals are in {path}."),
    "summary-nothing-fixed": Text("There is nothing that can be mended without you."),
    "summary-converted": Text("{path}: converted from {encoding} to UTF-8."),
    "summary-line-ends": Text("{path}: all lines end in the same way now."),
    "summary-backup-removed": Text("No errors are left; the originals in {path} are deleted."),
    "summary-codes": Text("The codes in brackets; linli explain with a code shows an example:"),
    "summary-code-unknown": Text("There is no code “{value}”."),
    "summary-code-near": Text("Near it are: {near:list}."),
    "summary-wrong-example": Text("Wrong:"),
    "summary-right-example": Text("Right:"),
    "fix-read-only": Text(
        "{path} is read-only and was left alone.", "Take “read-only” off in the file's properties."
    ),
    "fix-symlink": Text(
        "{path} is a link to another place and was left alone.", "Mend the file it leads to."
    ),
    "fix-outside": Text(
        "{path} is not in the content folder and was left alone.", "Mend this file by hand."
    ),
}
