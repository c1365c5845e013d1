"""What commands say, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "summary-published": Text("Built: {pages} pages, {posters} posters in {seconds} s."),
    "summary-unchanged": Text("{kept} files have not changed and were kept."),
    "summary-pack": Text("{compound}: {sheets} sheets, {path}"),
    "summary-pack-lists": Text("{compound}: what comes down, {path}"),
    "summary-pack-no-room": Text("  {count} posters have no room on a board; see the cover."),
    "summary-no-packs": Text("Nothing to print; the boards stay as they are."),
    "summary-nothing-printed": Text(
        "There are errors; nothing was printed, the record of printing is as it was."
    ),
    "summary-printing": Text("{count} posters need printing: {names}"),
    "summary-no-printing": Text("No poster needs printing."),
    "summary-left-out": Text("{count} files have errors and were left out."),
    "summary-last-good": Text(
        "{path} has errors; the site still shows the version of {day:date}, which had none."
    ),
    "summary-remarks": Text("{count} warnings and notes besides; linli check shows them."),
    "summary-nothing": Text("There are errors; nothing was published, the site is as it was."),
    "summary-change-tomorrow": Text(
        "From tomorrow ({day:weekday} {day:date}) something changes: {news:list}. Build again then."
    ),
    "summary-change": Text(
        "From {day:weekday} {day:date} something changes: {news:list}. Build again then."
    ),
    "summary-no-change": Text("Nothing is known to change within two months."),
    "word-takes-place": Text("“{title}” takes place"),
    "word-published": Text("“{title}” is published"),
    "word-over": Text("“{title}” is over and comes down"),
    "word-closed": Text("“{title}” is closed"),
    "word-schedule": Text("“{title}” has other days or hours"),
    "word-step": Text("“{title}” comes to its next step"),
    "word-posters": Text("posters have to be changed"),
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
