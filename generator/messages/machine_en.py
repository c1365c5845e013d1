"""Posters, the output folder, new files, this machine, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # posters and the output folder
    "poster-too-long": Text(
        "The poster does not fit on one page of {paper}; about {cut} characters are too many.",
        "Shorten the text or the points, or write a “poster-summary”. It would fit on {larger}: "
        "write “paper: {larger}” under “posters” in the committee’s file.",
    ),
    "poster-too-long-anyway": Text(
        "The poster does not fit on one page of {paper}; about {cut} characters are too many.",
        "Shorten the text or the points, or write a “poster-summary”.",
    ),
    "glyph-missing": Text(
        "No face has the character “{character}” ({code_point}), so the poster cannot be printed.",
        "Use another one. If it must be this, install a font that has it, for instance "
        "BabelStone Han (fonts-babelstone-han) or Hanazono (fonts-hanazono).",
    ),
    "poster-too-slow": Text(
        "The poster {poster} was not done after {seconds} seconds and was given up. "
        "All others are made.",
        "Most likely its text is too long or a table too large. Shorten it or divide it into "
        "several files, then build again.",
    ),
    "poster-too-large": Text(
        "The poster {poster} needs more than {limit} MB of memory and was given up. "
        "All others are made.",
        "Most likely its text is too long or a table too large. Shorten it or divide it into "
        "several files, then build again.",
    ),
    "poster-broke-off": Text(
        "The program broke off while it made the poster {poster}. All others are made.",
        "Build again. If it stays so, shorten the file and leave its pictures out to see.",
    ),
    "poster-too-many-pages": Text(
        "This poster has {pages} pages and may have {limit}, so it is not made.",
        "Shorten it, or divide it into several files.",
    ),
    "poster-parts-left-out": Text(
        "The poster has no room for: {parts:list}. The page has it all.",
        "To print everything, shorten the text or write “poster-summary”. "
        "“poster-optional” says what goes first; “none” keeps all.",
    ),
    "poster-part-wrong": Text(
        "“{value:short}” cannot be left off a poster.",
        "What can: {known:list}. Write “none” to keep everything.",
    ),
    "posters-impossible": Text(
        "This machine cannot make posters yet; it lacks: {missing:list}. Pages are made.",
        "docs/install.md says how to get them. Use --no-posters if you need no posters.",
    ),
    "packs-impossible": Text(
        "This machine cannot print posters: {missing:list} is missing.",
        "See docs/install.md. The posters on the site can be printed from a browser, too.",
    ),
    "pack-compound-unknown": Text(
        "There is no compound “{name}”.", "Give an id or a name. The ids are: {known:list}."
    ),
    "pack-board-unknown": Text(
        "These compounds have no board “{name}”.",
        "Write it as the committee's file does. There are: {known:list}.",
    ),
    "print-record-damaged": Text(
        "The record of printing is damaged, so what hangs on the boards is not known, "
        "and everything counts as not printed.",
        "Nothing is to be done: linli print will write a new one.",
    ),
    "theme-missing": Text(
        "There is no theme “{name}”.",
        "As the theme of the site you can write: {known:list}. Without that line it is linli.",
    ),
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
    "output-busy": Text(
        "Another build is writing to {path} at this moment.",
        "Wait until it is done, then try again.",
    ),
    "output-overlaps": Text(
        "Nothing is written to {path}, for it has {other} in it or lies there.",
        "Choose a folder of its own with --output.",
    ),
    "output-name": Text(
        "Some machines cannot have the name {path}.",
        "Choose another folder with --output, named with letters and digits only.",
    ),
    "output-link": Text(
        "{path} is a link, and nothing is written through it.", "Put a real folder in its place."
    ),
    "output-mounted": Text(
        "{path} is where another disk begins and cannot be exchanged, so nothing was written.",
        "Use a folder in it, such as {path}/site.",
    ),
    "output-mark-damaged": Text(
        "The record {file} in the output folder {path} is damaged, so nobody can tell which files "
        "Linli has made. Nothing was written.",
        "Rename the folder or delete it, then build again.",
    ),
    "output-address-wrong": Text(
        "The site would have a file called {file}; some machines cannot have that name.",
        "Rename what it comes from, a file of the content or of the theme.",
    ),
    "output-address-twice": Text(
        "Two files of the site would be in one place: {file} and {other}.",
        "Rename what one of them comes from, a file of the content or of the theme.",
    ),
    "guide-target": Text(
        "{path} is there already and is no PDF, so it was left alone.",
        "Choose another name, such as guide.pdf.",
    ),
    # a cluster
    "cluster-extra-missing": Text(
        "--dask needs a library that is not installed: distributed. Nothing was made.",
        "Install it with pip install 'linli[dask]', or leave --dask away.",
    ),
    "cluster-unreachable": Text(
        "No scheduler answers at {address}. Nothing was made.",
        "Start it with “dask scheduler” and give the address that it prints, such as "
        "tcp://10.0.0.5:8786; or leave --dask away.",
    ),
    "cluster-empty": Text(
        "The cluster at {address} has no worker. Nothing was made.",
        "Start some: dask worker {address} --nworkers auto --nthreads 1.",
    ),
    "cluster-worker-unfit": Text(
        "The cluster's worker {worker} cannot print posters: {reason}.",
        "Install this Linli there with all that posters need (docs/install.md).",
    ),
    "cluster-differs": Text(
        "The cluster's worker {worker} would print other files than this machine. Here ≠ there: "
        "{differences:list}.",
        "Install the same versions there (requirements.lock), and start the worker again.",
    ),
    "cluster-proof-differs": Text(
        "On trial, the cluster's worker {worker} printed a poster to another file than this "
        "machine, though all versions that Linli knows of agree.",
        "Use the same system and libraries (HarfBuzz, FreeType) on all machines, for instance by "
        "one container image.",
    ),
    "cluster-lost": Text(
        "The cluster at {address} does not answer any more, or its workers died.",
        "Look at what its scheduler and workers wrote; --dask may be left away meanwhile.",
    ),
    "cluster-rest-here": Text(
        "The posters that the cluster at {address} had not made, {count}, were made on this "
        "machine. Nothing is missing.",
        "There is nothing to do; the files are the same.",
    ),
    "machine-failed": Text(
        "Reading or writing failed: {reason}. The site is as it was.",
        "Check the free space and the permissions.",
    ),
    "internal-error": Text(
        "Linli made a mistake; the site is as it was. The details are in {log}.",
        "Send that file to the people who maintain Linli.",
    ),
    # new files and this machine
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
        "The kinds are: {known:list}.",
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
    "add-link": Text(
        "{path} is a link, and nothing is written through it.",
        "Put a real folder in its place, then try again.",
    ),
    "add-exists": Text("{path} is there already and was left alone.", "Open that file instead."),
    "add-done": Text(
        "Written: {path}",
        "Open it in an editor, replace the samples, save it as UTF-8, then run linli check.",
    ),
    "draft-future": Text(
        "The year {year} has not begun, so there is nothing to count.",
        "Name this year or an earlier one, such as linli review draft 2025.",
    ),
    "draft-committee-unknown": Text(
        "There is no committee “{value}”, so nothing was written.",
        "The committees are: {known:list}; without --committee all are meant.",
    ),
    "draft-kept": Text(
        "These have an entry for the year, left alone: {committees:list}.",
        "To count one again, move its file away first.",
    ),
    "draft-withheld": Text(
        "These files have mistakes and were not counted: {files:list}.",
        "Run linli check and mend them, delete the drafts, and count again.",
    ),
    "draft-done": Text(
        "The drafts are written.",
        "Open them in an editor, check every figure, fill in the project and the summary, "
        "save them as UTF-8, then run linli check. A draft that is not filled in is not published.",
    ),
    "guide-place": Text(
        "The volunteers' guide, in Chinese, is {path}",
        "To print it, run linli guide --pdf guide.pdf, which makes a PDF in large print.",
    ),
    "guide-done": Text("The guide is {path}, {pages} pages.", "Open it to read or print it."),
    "guide-impossible": Text(
        "This machine cannot make the guide's PDF; it lacks: {missing:list}.",
        "Run linli doctor to see what to install. The guide's text is {path}.",
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
    "doctor-schemas": Text(
        "{count} schemas for editors (folder schemas) are of another version",
        "Run linli doctor --renew to make them anew.",
    ),
    "doctor-schemas-changed": Text(
        "Somebody has changed these schemas: {paths:list}",
        "They were left alone. For new ones, delete them and run linli doctor --renew.",
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
    "word-default-street": Text("Demonstration Street"),
    "word-default-committee": Text("Demonstration Committee"),
    "word-default-compound": Text("Demonstration Compound"),
    "word-again": Text("That cannot be read; please try again."),
    "word-which-committee": Text("Which committee's is it? Its number or id:"),
}
