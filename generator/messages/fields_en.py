"""Fields and their values, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "field-unknown": Text("There is no field “{field:short}”.", "The fields are: {known:list}."),
    "field-unknown-near": Text(
        "There is no field “{field:short}”; is it {near}?",
        "Write “{near:word}”. The fields are: {known:list}.",
    ),
    "field-missing": Text("{field} is missing.", "Add a line “{field:line}…”."),
    "field-blank": Text(
        "There is nothing behind {field}, which must be filled in.",
        "Write its value behind “{field:line}”.",
    ),
    "value-empty": Text("{field} is empty.", "Write a value, or delete the line."),
    "text-wanted": Text(
        "{field} wants text, and this is a list or a group of fields.",
        "Write “{field:line}{words}” in one line.",
    ),
    "list-wanted": Text(
        "{field} wants a list.", "Write “{field:line}{words}”, or lines that begin with “- ”."
    ),
    "mapping-wanted": Text(
        "{field} wants fields of its own.",
        "Write “{field:line}{inner:braces}”, or one a line, each indented by two more spaces.",
    ),
    "number-wrong": Text(
        "{field} wants a number; “{value:short}” is none.", "Write digits only: 30."
    ),
    "strips-wrong": Text(
        "There cannot be {value} strips.",
        "Write a number from 1 to {most}; more would be too narrow to read. For none, delete this.",
    ),
    "year-wrong": Text(
        "“{value:short}” does not look like a year.", "Write four digits, such as 2026."
    ),
    "id-wrong": Text(
        "“{value:short}” cannot be an id.",
        "Use lower-case letters, digits and hyphens, at most 40, such as jian-er.",
    ),
    "id-reserved": Text(
        "The id “{value}” has a meaning of its own and cannot be used.",
        "Choose another, such as this one with a number behind it.",
    ),
    "phone-wrong": Text(
        "“{value:short}” does not look like a phone number.",
        "Write it like “021-0123 4501”: digits, spaces and hyphens only.",
    ),
    "period-wrong": Text(
        "{field} must be a length of time; “{value:short}” is not.",
        "Write it like “12 months”, “2 years” or “90 days”.",
    ),
    "choice-unknown": Text("{field} cannot be “{value:short}”.", "It can be: {known:list}."),
    "url-wrong": Text(
        "“{value:short}” does not look like a web address.",
        "Write it like “https://board.example/”, beginning with http:// or https://.",
    ),
    "buildings-wrong": Text(
        "The buildings “{value:short}” make no sense.", "Write “1-8” or “1, 3, 5-7”."
    ),
    "panel-wrong": Text(
        "The board size “{value:short}” makes no sense.",
        "Write “A4x6” (six sheets of A4) or “A3x4” (four of A3).",
    ),
    "time-zone-unknown": Text(
        "There is no time zone “{value:short}”.", "Write a name such as Asia/Shanghai."
    ),
    "accent-unknown": Text(
        "{field} cannot be “{value:short}”.",
        "It can be {known:list}, or the six digits of a colour, such as 0b5345.",
    ),
    "accent-faint": Text(
        "The colour {value} is too light to be read: its contrast is {ratio}, and 7 is wanted.",
        "The nearest colour that can be read is “{nearest}”.",
    ),
    "footer-field-unknown": Text(
        "The footer of posters cannot have “{{{value}}}”.",
        "It can have, in braces: {known:list}. The day of printing changes daily, and "
        "every poster would have to be printed again with it.",
    ),
}
