"""What `linli serve` says, on the terminal and beside a page, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "serve-at": Text("The site is shown at {address}"),
    "serve-stop": Text("Save a file, and the open page follows. Ctrl+C ends it."),
    "serve-lan": Text(
        "Phones of the same network find it at {address}, or by the code below.\n"
        "Mind: everybody in this network can see the site now, with what is not published yet. "
        "Press Ctrl+C when you have done."
    ),
    "serve-no-lan": Text("This machine is in no network, so no phone sees it. You still do."),
    "serve-port-next": Text("Another program uses port {port}; this one took {other}."),
    "serve-port-taken": Text(
        "Port {port} cannot be used: {reason}.", "Take another, as --port {other}, or none."
    ),
    "serve-polling": Text(
        "The system cannot tell when files change ({reason}), so they are looked at every two "
        "seconds."
    ),
    "serve-clean": Text("Read, no errors."),
    "serve-errors": Text("{errors} errors; the page says where, and what to do."),
    "serve-over": Text("The preview is over."),
    "serve-nothing-title": Text("There is no page to show yet"),
    "serve-nothing": Text("Mend and save what is listed below, and this page becomes the site."),
    "serve-panel": Text("Preview"),
    "serve-show": Text("Open the preview's panel"),
    "serve-hide": Text("Hide"),
    "serve-close": Text("Close"),
    "serve-day": Text("Day"),
    "serve-usual-day": Text("Back to today"),
    "serve-wrong": Text("To mend"),
    "serve-nothing-wrong": Text("Nothing is wrong."),
    "serve-expiring": Text("Expires this week"),
    "serve-nothing-expires": Text("Nothing expires this week."),
    "serve-printing": Text("To print"),
    "serve-nothing-to-print": Text("Nothing to print."),
    "serve-counting": Text("Counting."),
    "serve-all-posters": Text("Nothing was printed by linli print yet, so these are all posters."),
    "serve-staff": Text("Print and put up"),
    "serve-count": Text("Errors: {count}"),
    "serve-site-is-old": Text(
        "This is the site as it last was without an error. Mend and save, and this goes away."
    ),
    "serve-item-is-old": Text(
        "What has an error is shown as it last was without one, or not yet. Mend and save, and "
        "this goes away."
    ),
    "serve-open": Text("See the page"),
    "serve-gone": Text("The preview has ended"),
    "serve-day-name": Text("{day:weekday}, {day:date}"),
    "serve-poster-of-week": Text("{name}, week of {day:date}"),
    "serve-poster-of-month": Text("{name}, {year}-{month}"),
    "serve-poster-timetable": Text("Timetable of services"),
    "serve-poster-digest": Text("What is on"),
    "serve-poster-menu": Text("Menu"),
    "serve-poster-issues": Text("Progress of issues"),
    "serve-poster-contacts": Text("Contact card"),
    "serve-poster": Text("Poster"),
}
