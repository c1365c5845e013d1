"""YAML and front matter: slips of the pen, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
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
    "key-twice": Text("“{name:short}” is there twice; the first is in line {line}.", "Keep one."),
    # what a volunteer did, where YAML wants something else
    "colon-full-width": Text(
        "The “{sign}” after “{word:short}” is not an ASCII colon.",
        "Write “{word}: ” with an ASCII colon and a space.",
    ),
    "colon-space-missing": Text(
        "There is no space after the colon of “{word:short}”.", "Write “{word}: ” with a space."
    ),
    "colon-missing": Text(
        "“{word:short}” has no colon.", "Write “{word}: ” with a colon and a space."
    ),
    "colon-in-value": Text(
        "“{value:short}” has a colon and a space in it, so it must be in quotes.", "Write {better}."
    ),
    "field-in-value": Text(
        "There are two fields in one line; “{word}” needs its own.",
        "Begin a new line before “{word}”.",
    ),
    "line-without-field": Text(
        "The line “{text:short}” has no “name: ”, so it belongs to no field.",
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
        "“{value:short}” after the brackets cannot be understood.",
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
        "The quotes at the head of {value:short} hold only a part of it; quote all of it.",
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
    "list-number": Text(
        "The items of a list do not begin with “{sign}”.",
        "Write “- {rest:short}”: an ASCII hyphen and a space.",
    ),
    "name-dressed": Text(
        "The name “{text:short}” has signs or spaces too many, or letters of another form.",
        "Write only “{word}: ”.",
    ),
    "character-invisible": Text(
        "There is a character here that nobody sees ({character}), mostly from a pasted web page.",
        "Put the cursor here and delete it; what cannot be seen can be deleted.",
    ),
    "hash-full-width": Text(
        "“＃” is not an ASCII hash, so this line is no comment.", "Write “#”, or delete the line."
    ),
    "tab-indent": Text("There is a tab at the head of the line.", "Delete it and use spaces."),
    "space-full-width": Text(
        "This is no ASCII space but a full-width one, or one pasted from a web page.",
        "Delete it and use ASCII spaces.",
    ),
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
        "There is a space before “{lost:short}”, so all from the # on is lost.",
        "If it is no comment, put the value in quotes: {better}.",
    ),
    "fence-wrong": Text("“{text:short}” is not three ASCII hyphens.", "Write --- in this line."),
    "fence-indented": Text("Nothing can stand before the ---.", "Delete the blanks."),
    "fence-words": Text(
        "Nothing can follow the --- in its line (“{text:short}”).",
        "Move it down a line, or delete it.",
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
        "Run linli check --fix: it converts the file to UTF-8 and keeps the original. Then read it "
        "once more.",
    ),
    "text-lost": Text(
        "The “{text:short}” here is garbled; the characters that were here are lost.",
        "Delete it, type the characters again, and save with the encoding “UTF-8”.",
    ),
}
