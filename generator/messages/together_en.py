"""What fits together: names, links, days, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "site-address-missing": Text(
        "The site has no {field}, so posters have no QR code.",
        "Add a line “{field:word}: https://…/” to site.yaml.",
    ),
    "accent-red": Text(
        "{field} is a red, and urgent notices stand out by their red.",
        "Choose another colour, such as “jade” or “navy”.",
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
        "“{value:short}” in the scope is no known compound or committee.",
        "Near it are: {near:list}. “street” means all.",
    ),
    "scope-foreign": Text(
        "“{value:short}” is not {committee}'s alone, so this file is not published.",
        "Name {committee}'s own compounds only. For others the street writes into site.yaml: "
        "“street-wide: [{committee}]”.",
    ),
    "committee-unknown": Text(
        "No committee is called “{value:short}”.", "Near it are: {near:list}."
    ),
    "building-unknown": Text(
        "{compound} has no building “{value}”.", "The buildings of {compound} are: {known:list}."
    ),
    "group-unknown": Text("There is no group named “{value:short}”.", "Near it are: {near:list}."),
    "issue-unknown": Text(
        "There is no issue with the number “{value:short}”.", "Near it: {near:list}."
    ),
    "announcement-unknown": Text(
        "There is no announcement file named “{value:short}”.",
        "Write the name of a file in the notices folder, without .md. Near it are: {near:list}.",
    ),
    "theme-unknown": Text(
        "That year's review has no theme “{value:short}”.", "Near it: {near:list}."
    ),
    "theme-of-no-year": Text(
        "No annual review has a theme “{value:short}”; a draft will count this under no theme.",
        "Near it: {near:list}. The themes are in the files of the reviews folder.",
    ),
    "review-year-twice": Text(
        "The street has a review of {value} already, in {other}.",
        "Keep one of them, or mend the year of the other.",
    ),
    "review-year-unknown": Text(
        "The street has no review of {year}, so this entry appears nowhere.",
        "Make reviews/{year}.yaml first.",
    ),
    "link-broken": Text(
        "The link leads to a file that is not there: {value:short}.", "Near it: {near}."
    ),
    "image-missing": Text("The picture is not there: {value:short}.", "Near it: {near}."),
    "image-unused": Text(
        "No page shows this picture.",
        "Write “![what it shows]({value})” in a text, or move the picture out of the folder.",
    ),
    "event-before-file": Text(
        "This event was over on {day:date}, before the date in the file’s name, {named:date}.",
        "Check the year and the day, or rename the file.",
    ),
    "event-over": Text(
        "This event was over on {day:date}; it is posted no more, its page stays in the archive.",
        "Take its poster down; you may add what came of it as “{field:word}”. "
        "After two weeks this is not said any more.",
    ),
    "step-unknown": Text(
        "There is no step “{value:short}”.", "The steps of an issue are: {known:list}."
    ),
    "step-order": Text(
        "“{value}” cannot come after “{before}”.", "The order of the steps is: {known:list}."
    ),
    "step-days": Text(
        "The day of “{value}”, {day:date}, is before that of the step above, {before:date}.",
        "Check both days.",
    ),
    "gregorian-differs": Text(
        "By {field} this is on {found:date}, but the check says {day:date}.",
        "Check the lunar date, then correct one of the two.",
    ),
    "take-down-early": Text(
        "The day to take down, {day:date}, is before the day of publication, {published:date}.",
        "Check both days.",
    ),
    "updated-ahead": Text(
        "The day of the last change, {day:date}, is still to come.",
        "Write the day on which it was really changed, or delete the line.",
    ),
    "updated-early": Text(
        "The day of the last change, {day:date}, is before the day of publication, "
        "{published:date}.",
        "Check both days.",
    ),
    "take-down-in-period": Text(
        "The day to take down, {day:date}, is before the end of the period, {last:date}; it stays "
        "up until then all the same.",
        "Move the day behind the period, or delete the line.",
    ),
    "take-down-soon": Text(
        "The day to take down, {day:date}, is too early: this is not over before {last:date}.",
        "Write {last:date} or later, or delete the line; it then comes down by itself.",
    ),
    "notice-late": Text(
        "It is published on {published:date}, and by {day:date} its matter was over, so nobody can "
        "read it in time.",
        "Check the two dates.",
    ),
    "period-begun": Text(
        "The period begins on {first:date}, but is published on {published:date} only, so "
        "residents have fewer days to object.",
        "Let the period begin on the day of publication or later, with its full number of days.",
    ),
    "service-stale": Text(
        "Nobody has checked this schedule for {days} days.",
        "Check its times, then set {field} to today.",
    ),
    "outage-endless": Text(
        "An outage must have a last day.", "Write the date, such as “2026-03-04 8:00-17:00”."
    ),
    "notice-wordless": Text(
        "This notice has a title and says nothing.", "Write {field}, or a few words below."
    ),
    "recruitment-no-phone": Text(
        "Who wants to help does not know whom to call.",
        "Write {field}, or {other} with a phone.",
    ),
    "form-purpose-missing": Text(
        "The form does not say what its answers are for.",
        "Write {field}: what for, who sees it, and when it is destroyed.",
    ),
    "outage-restore-missing": Text(
        "It does not say when the supply is restored, so nobody knows how long to wait.",
        "Write the expected time, such as “2026-03-04 8:00-17:00”. If it changes, correct it and"
        " raise {field} by one.",
    ),
    "result-twice": Text(
        "“{value:short}” stands below {services:list} and here again; a draft of the annual review"
        " would count it twice.",
        "Keep it in one place, or give what is for all services together another name.",
    ),
}
