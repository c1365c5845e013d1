"""What a body has that its page would not show as it was meant, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "markup-too-deep": Text(
        "Quotations, lists or square brackets are nested too deeply; {limit} levels are the most.",
        "Use fewer levels, and several paragraphs.",
    ),
    "markup-table-large": Text(
        "The table in the body is too large; {columns} columns and {cells} cells are the most.",
        "Make several small tables of it.",
    ),
    "markup-html": Text(
        "Bodies have no HTML; “{value:short}” will be shown as it stands here.",
        "Delete it. Bold is **words**, and a blank line begins a new paragraph.",
    ),
    "markup-row-long": Text(
        "This row has more cells than the head of its table; these are not shown: {value:list}.",
        "Add a column to the head, or delete the cells.",
    ),
    "markup-note-hidden": Text(
        "This line is not shown: “{value:short}” is how a link gets its address, and no link "
        "asks for it.",
        "If it is no link, leave out the square brackets.",
    ),
    "markup-code-words": Text(
        "What stands behind the three backticks is not shown: {value:short}.",
        "Move these words to the next line.",
    ),
    "markup-numbers": Text(
        "The number {value} will be {shown} on the page: in a list they always follow one another.",
        "To have it as it is, write ({value}); to begin a new list, put a line of text between.",
    ),
    "link-refused": Text(
        "This cannot be a link and will be shown as text: {value:short}.",
        "Links are whole addresses with http:// or https://, mailto: or tel:, or files of "
        "this site.",
    ),
}
