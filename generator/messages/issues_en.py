"""What is said in English about the steps of issues, and about grids and building leads."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # the site's procedure
    "day-count-wrong": Text(
        "{field} must be a number of days; “{value}” is not.",
        "Write “15 days” or “2 weeks”. Days of the calendar count; write no months or working"
        " days.",
    ),
    "procedure-step-twice": Text(
        "The procedure has the step “{value}” twice.", "Delete one, or give it another name."
    ),
    "step-limit-last": Text(
        "“{value}” is the last step and closes the issue, so its limit has no effect.",
        "Write the limit at a step before it, or delete it.",
    ),
    # the steps of an issue
    "step-skipped": Text(
        "Before “{value}”, these steps are missing: {missing:list}.",
        "Add them with their days. If they really were left out, leave it as it is.",
    ),
    "step-future": Text(
        "The day of “{value}”, {day:date}, is still to come.",
        "List under “{steps:word}” only what was done. What comes next belongs into “{next:word}”,"
        " its day into “{expected:word}”. If the day is wrong, correct it.",
    ),
    "next-step-closed": Text(
        "This issue has come to its last step, so “{value}” cannot follow.",
        "Delete “{next:word}”.",
    ),
    "next-step-passed": Text(
        "“{value}” was expected on {day:date}, which is over.",
        "If it was done, add it to “{steps:word}”; if not, write another day.",
    ),
    "announcement-kind": Text(
        "{file}, named at the step “{value}”, is no announcement.",
        "Write the name of the announcement's file, or delete it.",
    ),
    "announcement-apart": Text(
        "The day of “{value}”, {day:date}, is not in the announcement's period"
        " ({first:date} to {last:date}).",
        "Check the day of the step, the period, and the name of the announcement's file.",
    ),
    "announcement-other-issue": Text(
        "The announcement {file} says that it belongs to the issue “{other}”, not “{value}”.",
        "Check both files and correct the wrong one.",
    ),
    "announcement-unlinked": Text(
        "This announcement names the issue “{value}”, but none of that issue's steps names it, so "
        "residents cannot find it from there.",
        "Add “{field:word}: {name}” to its step in {file}.",
    ),
    "issue-number-twice": Text(
        "The number “{value}” is taken already, in {other}.",
        "Choose another; each issue has one of its own.",
    ),
    "step-in-period": Text(
        "The day of “{value}”, {day:date}, is too early: the announcement ends on {last:date}.",
        "Until then residents may object, so take this step after it. If the day is wrong,"
        " correct it.",
    ),
    # grids and building leads
    "grid-building-unknown": Text(
        "{compound} does not have these buildings: {value:list}.",
        "The buildings of {compound} are: {known:list}. Correct this, or add the buildings.",
    ),
    "building-uncovered": Text(
        "{compound} has buildings in no grid: {value:list}.",
        "Add them to a grid, so that residents know whom to call.",
    ),
    "building-covered-twice": Text(
        "{compound} has buildings in two grids: {value:list}.", "Leave them in one."
    ),
    "building-lead-twice": Text(
        "{compound} has buildings with two phones of building leads: {value:list}.", "Leave one."
    ),
    "grid-twice": Text(
        "{compound} has two grids with the number “{value}”.", "Correct one of the numbers."
    ),
    "grid-count-differs": Text(
        "{compound} says that it has {count} grids, but lists {found}.",
        "Check both. Where all grids are listed, “{field:word}” can go.",
    ),
}
