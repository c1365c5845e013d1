"""Pictures of bodies: in which sizes they are offered, and the files that this takes."""

from collections.abc import Iterable, Iterator

from generator.model.picture import Picture, PictureFile
from generator.plan import addresses
from generator.plan.views import Location, Original, PictureVersion, PictureView, SizedPicture

WIDTHS = (480, 960, 1600)
"""In pixels: a phone, a phone with a fine screen or a narrow window, a wide window."""
FALLBACK_WIDTH = 960
_ENDINGS = {"webp": "webp", "jpeg": "jpg", "png": "png"}
_NEARLY = 0.8
"""A usual width that is so near to the picture's own is not worth a file."""
_MOST_PIXELS_HIGH = 16_000
"""WebP takes 16,383 (RFC 9649)."""


def make_picture_view(file: PictureFile, words: str, *, early: bool) -> PictureView | None:
    """Return a picture of which `words` say what it shows; None if it cannot be shown."""
    versions = list(plan_picture(file))
    if not versions:
        return None
    *modern, (fallback, _) = versions
    largest = modern[-1][1]
    return PictureView(
        words=words,
        sizes=tuple(SizedPicture(address, version.width) for address, version in modern),
        fallback=fallback,
        width=largest.width,
        height=largest.height,
        early=early,
        original=largest.original,
    )


def largest_address(file: PictureFile) -> str:
    """Return the address of a picture for who wants to see it large; empty if it has none."""
    return next((address for address, _ in reversed(list(plan_picture(file))[:-1])), "")


def plan_picture(file: PictureFile) -> Iterator[tuple[str, PictureVersion]]:
    """Yield a picture's versions with their addresses; none if it cannot be shown.

    They are WebP from small to large, and last the one for old browsers.
    """
    picture = file.content
    if not isinstance(picture, Picture):
        return
    original = Original(
        location=Location(file.location),
        digest=file.digest,
        orientation=picture.orientation,
        drawing=picture.drawing,
    )
    widths = list(_choose_widths(picture))
    fallback = min(FALLBACK_WIDTH, widths[-1])
    old_format = "png" if picture.drawing else "jpeg"
    for width, form in [*((width, "webp") for width in widths), (fallback, old_format)]:
        height = min(max(1, round(picture.height * width / picture.width)), _MOST_PIXELS_HIGH)
        version = PictureVersion(original=original, width=width, height=height, format=form)
        yield addresses.of_picture(file.digest, width, _ENDINGS[form]), version


def _choose_widths(picture: Picture) -> Iterable[int]:
    """Return the widths of a picture, which is never enlarged."""
    highest = max(1, int(picture.width * _MOST_PIXELS_HIGH / picture.height))
    widest = min(picture.width, WIDTHS[-1], highest)
    return [*(width for width in WIDTHS if width < widest * _NEARLY), widest]
