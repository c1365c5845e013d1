"""What shows a poster before it is printed: an HTML twin, and a small picture of the PDF.

Both follow from the poster's artifact, whatever its kind. The twin is there even where the PDF is
not, so that the poster can be printed from a browser.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.pictures import FALLBACK_WIDTH
from generator.plan.views import (
    PictureView,
    PosterLink,
    PosterView,
    ProseView,
    ShareImage,
    Thumbnail,
    TwinPage,
)

_THUMBNAIL = (320, 453)
"""Of an upright sheet in pixels; a test holds it against what is drawn."""


def preview_poster(context: Context, poster: Artifact) -> Iterator[Artifact]:
    """Yield a poster with its thumbnail and its twin; the twin alone if it cannot be printed."""
    printed = _is_printed(context, poster.path)
    image = addresses.of_thumbnail(poster.path) if printed else None
    if image:
        yield poster
        picture = Thumbnail(poster.path, poster.key)
        yield make_artifact(image, Kind.THUMBNAIL, picture, context.stamps)
    view = poster.view
    assert isinstance(view, PosterView)  # noqa: S101 - that is what its kind says
    twin = TwinPage(
        poster=view,
        pdf=poster.path if printed else None,
        image=image,
        site_url=context.board.site.url,
    )
    yield make_artifact(addresses.of_twin(poster.path), Kind.TWIN, twin, context.stamps)


def offer_posters(context: Context, links: Iterable[PosterLink]) -> tuple[PosterLink, ...]:
    """Return links to posters, given with the addresses of their PDFs, with what there is of each.

    That is the twin always; the PDF and its picture only if it can be made.
    """
    return tuple(_offer(context, link) for link in links)


def _offer(context: Context, link: PosterLink) -> PosterLink:
    twin = addresses.of_twin(link.address)
    if not _is_printed(context, link.address):
        return replace(link, address=twin, twin=twin)
    return replace(link, twin=twin, thumbnail=addresses.of_thumbnail(link.address))


def share_image(links: Iterable[PosterLink], words: str) -> ShareImage | None:
    """Return the picture that stands for a page with these posters where people share it.

    `words` say what the page is about.
    """
    thumbnail = next((link.thumbnail for link in links if link.thumbnail), None)
    if thumbnail is None:
        return None
    width, height = _THUMBNAIL
    return ShareImage(address=thumbnail, width=width, height=height, words=words)


def share_picture(body: ProseView) -> ShareImage | None:
    """Return the first picture of a body for where its page is shared, as old programs read it."""
    picture = next((each for each in body.fillings if isinstance(each, PictureView)), None)
    if picture is None:
        return None
    width = min(FALLBACK_WIDTH, picture.width)
    height = max(1, round(picture.height * width / picture.width))
    return ShareImage(address=picture.fallback, width=width, height=height, words=picture.words)


def _is_printed(context: Context, path: str) -> bool:
    return context.posters and path not in context.unprintable
