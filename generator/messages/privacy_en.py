"""English texts: what belongs to one person alone, and who answers for publishing it."""

from generator.messages.text import Text, Wording

_EVERYBODY = "Pages and posters can be seen by everybody. "
_NOTE = "“privacy-notes: {{kind: %s, last-four: …, reason: …, approved-by: …, until: …}}”"

TEXTS: Wording = {
    "personal-id-number": Text(
        "“{value}” is the number of an identity card.",
        "Delete it: such a number is never published. If it must be mentioned, write “{value}”.",
    ),
    "personal-bank-card": Text(
        "“{value}” is the number of a bank card.",
        "Delete it: such a number is never published. If it must be mentioned, write “{value}”.",
    ),
    "phone-mobile": Text(
        "“{value}” is a mobile number.",
        _EVERYBODY + "Write the phone of an office. If this one is the office’s own, "
        "add “public-phones: [{{name: duty mobile, phone: …}}]” to committee.yaml; "
        "if its owner agrees to one item, add " + _NOTE % "mobile" + " to that.",
    ),
    "personal-plate": Text(
        "“{value}” is the number plate of a vehicle.",
        _EVERYBODY + "Write “{value}”. If it must be published, "
        "add " + _NOTE % "plate" + " to this file.",
    ),
    "personal-list": Text(
        "The column “{value}” of this table names people, beside phone, address, age or such.",
        _EVERYBODY + "Delete the names, or write “张*三”. If they must be published, "
        "add " + _NOTE % "personal-list" + " to this file, with the name of the column.",
    ),
    "personal-list-name": Text(
        "“{value}” is called a list of people.",
        "Lists of people are never published. If it is none, rename the file.",
    ),
    "personal-hardship": Text(
        "“{value}” tells which resident is meant, in one sentence with an illness or a hardship.",
        _EVERYBODY + "Leave out name, room and age and write “a resident”, or delete the rest. "
        "If the person agrees, add " + _NOTE % "sensitive-person" + " to this file.",
    ),
    "personal-address": Text(
        "Here is written in which flat somebody lives: {value:list} ({count} in all).",
        _EVERYBODY + "Name the building and no more. If it is an office, leave it as it is.",
    ),
    "personal-name": Text(
        "Here residents are named: {value:list} ({count} in all).",
        "Ask whether they like to be named here. If they do, leave it as it is.",
    ),
    "personal-account": Text(
        "Here is a WeChat or QQ account or an e-mail address: {value:list} ({count} in all).",
        "See whether it is somebody’s own. If it is an office’s, leave it as it is.",
    ),
    "privacy-note-never": Text(
        "No note makes “{value}” public.",
        "Numbers of identity cards and bank cards are never published: "
        "delete the number, then this note.",
    ),
    "privacy-note-ending": Text(
        "“末四位” (last-four) has {count} characters here.",
        "Write the last four and no more, so that the rest is not told here again.",
    ),
    "privacy-note-expired": Text(
        "The note on “{ending}” ({kind:word}) ended on {until:date}.",
        "Delete what it is about; or ask for approval again, and change the day of “到期” (until).",
    ),
    "privacy-note-unused": Text(
        "Nothing in this file of the kind {kind:word} ends in “{ending}”; this note does nothing.",
        "See whether kind and ending are right. If what it was about is gone, delete the note.",
    ),
    "privacy-note-in-force": Text(
        "“{ending}” ({kind:word}) is public to {until:date}: {reason}; approved by {approved_by}.",
        "Nothing to do. If it should not be public, delete it with this note.",
    ),
}
