"""Pictures that cannot be shown, in English."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "image-empty": Text(
        "The picture “{value:short}” is empty: it has no bytes at all.",
        "It was probably not copied to the end. Copy it once more.",
    ),
    "image-damaged": Text(
        "The picture “{value:short}” is damaged, or was not copied to the end; it cannot be shown.",
        "Copy it once more. If that does not help, open it in Paint and save it as a JPEG picture.",
    ),
    "image-other-format": Text(
        "The picture “{value:short}” is really a {format} by another name; it cannot be shown.",
        "Open it in Paint and save it as a JPEG picture. If a HEIC from a phone does not open, "
        "take a screenshot of it on the phone.",
    ),
    "image-is-page": Text(
        "“{value:short}” is not a picture but a web page.",
        "Right-click the picture in that page and choose “Save image as”.",
    ),
    "image-too-large": Text(
        "The picture “{value:short}” has {size} MB; {limit} MB are the most.",
        "Open it in Paint, choose “Resize”, make it smaller and save it as a JPEG picture.",
    ),
    "image-too-many-pixels": Text(
        "The picture “{value:short}” is too large: more than {limit} million pixels.",
        "Open it in Paint, choose “Resize”, make it smaller and save it as a JPEG picture.",
    ),
    "image-elsewhere": Text(
        "This picture is on another site, so it is not shown.",
        "Ask whose picture it is, put it into the content folder, and write its file name in the "
        "round brackets.",
    ),
    "image-foreign": Text(
        "“{value:short}” is a picture of another committee, so it is not shown.",
        "Ask them for it, put it into your own folder, and write its file name in the round "
        "brackets.",
    ),
    "image-title": Text(
        "The words in quotes behind the picture are not shown: {value:short}.",
        "Write them in the square brackets.",
    ),
    "image-wordless": Text(
        "The picture has no words, so neighbours who cannot see it do not know what it shows.",
        "Write what it shows in the square brackets: “![what it shows]({value:short})”.",
    ),
}
