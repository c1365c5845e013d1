"""English texts: the edition in traditional characters."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "traditional-not-chinese": Text(
        "Only a Chinese site can have a {field}; the {language} of this one is “{value:short}”.",
        "Delete “{field:word}”, or change “{language:word}” to zh-CN.",
    ),
    "traditional-off": Text(
        "There are {field}, but without a {edition} nothing uses them.",
        "Add a line “{edition:word}: yes”, or delete “{field:word}”.",
    ),
    "traditional-length": Text(
        "“{value}” has {count} characters, its traditional form “{form}” has {length}.",
        "See whether one is missing or too many. If it is meant so, leave it.",
    ),
    "traditional-twice": Text(
        "The traditional form of “{value}” is “{form}” here and “{first}” in {other}.",
        "Make them the same, or keep one only. Now “{first}” is used.",
    ),
}
