"""What is said in English about phrases of time: refusals first, then notes and cautions."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # refused: not understood
    "time-empty": Text("No time is given.", "Write, for example, “{suggestions}”."),
    "time-too-long": Text(
        "The time has more than {most} characters.", "Write only the time; the rest is text."
    ),
    "time-too-many": Text("There are too many times in one field.", "Make several entries of it."),
    "time-word-unknown": Text(
        "“{word}” is not understood (in “{phrase}”).",
        "Write only days and times here; what it is belongs in the title.",
    ),
    "time-word-vague": Text(
        "“{word}” is not understood (in “{phrase}”).",
        "“{word}” is not exact: leave it out, and write which day and at what time.",
    ),
    "time-or": Text(
        "“{word}” is not understood (in “{phrase}”).",
        "If both times hold, write “and”; if one does, write only that one.",
    ),
    "time-nickname": Text(
        "“{word}” is not understood (in “{phrase}”).",
        "It may mean one day or several: write days such as “{suggestions:list}”.",
    ),
    "time-word-choice": Text(
        "It is not clear what “{word}” means.", "Write the one you mean: “{suggestions:list}”."
    ),
    "time-date-dotted": Text(
        "“{word}” is not understood (in “{phrase}”).",
        "If it is a date, write “{suggestions:list}”.",
    ),
    "time-relative-day": Text(
        "“{word}” depends on the day on which it is read.", "Write the date, such as “{way}”."
    ),
    # refused: which days
    "time-days-missing": Text(
        "“{word}” does not say on which days.",
        "Write the days before it, for example “{suggestions:list}”.",
    ),
    "time-days-clash": Text(
        "“{word}” names days of two kinds side by side.", "If both are meant, put “;” between them."
    ),
    "time-hours-clash": Text(
        "“{word}” meets the days before it: which hours hold on those days?",
        "Except these days from the earlier part, as in “{suggestions}”.",
    ),
    "time-nothing-left": Text(
        "“{word}” leaves no day: there is none in that time, or all are taken out.",
        "Check the dates, the weekdays and the exceptions.",
    ),
    "time-policy-one-holiday": Text(
        "“{word}” names one holiday, but moving holds for all days off.",
        "Write “{suggestions:list}”, or the date to which it moves.",
    ),
    "time-year-missing": Text(
        "“{word}” has no year, and the day of writing is not known.",
        "Write the year, for example “{suggestions}”.",
    ),
    "time-year-short": Text(
        "The year in “{word}” has two figures only.", "Write all four: “{suggestions}”."
    ),
    "time-year-far": Text(
        "The year in “{word}” is too early or too late.", "Use a year from 1902 to 2098."
    ),
    "time-published-missing": Text(
        "“{word}” begins when? The day of writing is not known.",
        "Write the date, for example “{suggestions}”.",
    ),
    "time-day-impossible": Text("There is no day “{word}”.", "Check it against a calendar."),
    "time-leap-day": Text(
        "There is no day “{word}”.",
        "February {year} has 28 days: write one of “{suggestions:list}”.",
    ),
    "time-weekday-wrong": Text(
        "{day} is a {day:weekday}; the phrase says {said}.",
        "Correct whichever is wrong: the date or the weekday.",
    ),
    "time-part-day-off": Text(
        "“{word}” takes out some hours of a day; only whole days can be taken out.",
        "Take out the whole day, and write its own hours, as in “{suggestions}”.",
    ),
    "time-range-backwards": Text(
        "The last day of “{word}” is before its first.", "Check both dates and their years."
    ),
    "time-month-end-vague": Text(
        "“{part}” is no date: write “{first}” or a date.", "For example “{first}”."
    ),
    "time-month-part-vague": Text(
        "“{part}” is no date: write “{first}” or dates.", "For example “{first}”."
    ),
    "time-frequency-vague": Text(
        "“{word}” does not say on which days.",
        "Write, for example, “{suggestions:list}”.",
    ),
    "time-count-mismatch": Text(
        "“{word}” says {count} times, but names another number of days.",
        "Correct the number, or leave it out.",
    ),
    "time-count-impossible": Text("The number in “{word}” is too large or small.", "Check it."),
    "time-first-date-missing": Text(
        "“{word}” counts from which day?", "Write the first date, as in “{way}”."
    ),
    "time-nth-week": Text(
        "“{word}” can be counted in two ways: by weeks, or by weekdays.",
        "Write “{way}”, or a date.",
    ),
    "time-season-undated": Text(
        "“{word}” is from when to when?", "Write the dates in brackets: “{suggestions}”."
    ),
    "time-festival-span": Text(
        "Which days are “{word}”? {name} has no official days off.",
        "Write “{suggestions}”, or dates.",
    ),
    # refused: the lunar calendar
    "time-festival-mismatch": Text(
        "{name} is not {lunar} (in “{phrase}”).", "Keep only the one that is right."
    ),
    "time-lunar-mismatch": Text(
        "{day} is not that lunar day or festival, which is {right}.", "Check both dates."
    ),
    "time-lunar-or-not": Text(
        "“{word}” may be a Gregorian or a lunar day.", "Write “{first}” or “{second}”."
    ),
    "time-lunar-day-impossible": Text(
        "There is no day “{word}”: {month} of the lunar year {year} has {days} days.",
        "Check the day.",
    ),
    "time-leap-month-wrong": Text(
        "The lunar year {year} has no {month}.", "Write “{suggestions}”, or check the year."
    ),
    # refused: at what time
    "time-ambiguous": Text(
        "“{word}” may be before or after noon: write “{first}” or “{second}”.",
        "If it is the other half of the day, write “{third}” or “{fourth}”.",
    ),
    "time-clock-impossible": Text(
        "There is no time “{word}”.", "Hours are 0 to 24, minutes have two figures, 00 to 59."
    ),
    "time-period-clock-mismatch": Text(
        "“{word}”: {period} does not go with {clock}; write “{first}” or “{second}”.",
        "Possible: {suggestions:list}.",
    ),
    "time-end-before-start": Text(
        "It ends before it begins (“{word}”).",
        "If it ends on the next day, say so: {suggestions:list}.",
    ),
    # refused: right, but not what this field takes
    "time-not-a-day": Text("“{word}” is not one day.", "Write one, such as “{suggestions}”."),
    "time-not-a-range": Text(
        "“{word}” is not a range of days.", "Write from when to when: “{suggestions}”."
    ),
    "time-not-a-deadline": Text("“{word}” is no deadline.", "Write, say, “{suggestions}”."),
    # notes: what was inferred
    "time-year-inferred": Text(
        "“{word}” has no year; {year} is taken.", "If that is wrong, write the year."
    ),
    "time-from-published": Text(
        "“{word}” begins on the day of publication, {day}.", "If that is wrong, write the date."
    ),
    "time-season-yearly": Text(
        "“{word}” has no year; every year is meant.", "If it is one year, write the year."
    ),
    "time-crosses-noon": Text(
        "“{word}” is taken as {begins}–{ends}, across noon.",
        "If that is wrong, write a.m. and p.m.",
    ),
    "time-clock-inferred": Text(
        "“{word}” is taken as {begins}–{ends}.", "If that is wrong, write a.m. and p.m."
    ),
    "time-start-inferred": Text(
        "“{word}” is taken as {begins}.", "If that is wrong, write a.m. or p.m."
    ),
    # notes: what is risky
    "time-fifth-weekday": Text(
        "“{word}”: many months have no fifth one.", "For every month write “last”."
    ),
    "time-month-day-rare": Text(
        "“{word}”: not all of {months:list} have a day {number}.",
        "For every month write “the last day of each month”.",
    ),
    "time-month-count": Text(
        "“{word}” says {count} times, but some months have five.", "Say which ones of the month."
    ),
    "time-midnight-twelve": Text(
        "“{word}” is taken as 24:00 at the end of that day.", "For its beginning write 0:00."
    ),
    "time-no-clock": Text("“{word}” gives no clock time.", "Better give one, such as 14:00."),
    "time-small-hours": Text(
        "“{word}” is taken as early morning.", "For the afternoon write “{other}”."
    ),
    "time-tail-last-only": Text(
        "“{word}” holds for the last part only.",
        "If it holds for all, put it on a line of its own, or after “;”.",
    ),
    "time-one-day-beside": Text(
        "“{word}” is taken as the one day that is {days} days before or after.",
        "If all the days between are meant, write from when to when.",
    ),
    "time-little-new-year": Text(
        "“{word}” is taken as the 23rd of the twelfth lunar month.",
        "For the 24th write 南方小年.",
    ),
    # cautions: what the calendar makes doubtful
    "time-make-up-workday": Text(
        "{day} ({day:weekday}) is a make-up workday.",
        "Make sure that it takes place, or except it.",
    ),
    "time-holidays-unknown": Text(
        "The holidays of {year} are not announced yet; its days may change.",
        "Enter them in the calendar when they are.",
    ),
    "time-school-holidays-unknown": Text(
        "The school holidays ({name}) of {year} are not announced yet; days may change.",
        "Enter them in the calendar when they are.",
    ),
    "time-lunar-day-absent": Text(
        "{month} of the lunar year {year} has {days} days only; that year has no such day.",
        "For its last day write 廿九 or 除夕.",
    ),
    "time-leap-month-absent": Text(
        "The lunar year {year} has no {month}.", "For that year write the ordinary month."
    ),
}
