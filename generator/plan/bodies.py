"""The bodies that views show: an edit of one changes the words of these views and nothing else.

That holds as long as the body begins and links as before (`says_the_same_elsewhere`), for lists,
feeds and calendars know of a body only how it begins, and pictures and links have places of their
own in a view.
"""

from msgspec.structs import replace

from generator.model.item import Item
from generator.model.prose import Prose
from generator.plan.views import (
    EventPage,
    EventPoster,
    GroupPage,
    IssuePage,
    NoticePage,
    NoticePoster,
    PosterView,
    ProseView,
    ServicePage,
    TwinPage,
    View,
)

ItemPage = EventPage | ServicePage | NoticePage | IssuePage | GroupPage
BodyPoster = EventPoster | NoticePoster


def shown_body(view: View) -> ProseView | None:
    """Return the body of an item that a view shows; None if it shows none."""
    if isinstance(view, TwinPage):
        return shown_body(view.poster)
    if isinstance(view, ItemPage):
        return view.item.body
    # A poster may have a short text of its own in the body's place.
    return view.body if isinstance(view, BodyPoster) and view.body.source else None


def put_words(view: View, prose: Prose) -> View:
    """Return a view that shows a body with that body as it is now.

    Raises TypeError for a view that shows none.
    """
    if isinstance(view, TwinPage):
        poster = put_words(view.poster, prose)
        assert isinstance(poster, PosterView)  # noqa: S101 - it is of the kind that it was
        return replace(view, poster=poster)
    shown = shown_body(view)
    if shown is None:
        raise TypeError(type(view).__name__)
    body = replace(shown, pieces=prose.pieces, text=prose.text)
    if isinstance(view, ItemPage):
        return replace(view, item=replace(view.item, body=body))
    assert isinstance(view, BodyPoster)  # noqa: S101 - nothing else shows one
    return replace(view, body=body)


def says_the_same_elsewhere(old: Item, new: Item) -> bool:
    """Whether an item that was edited is the same for all that does not show its body."""
    return (
        type(old) is type(new)
        and bool(old.body) == bool(new.body)
        and old.body.lead == new.body.lead
        and _leads_alike(old.body, new.body)
        and new.model_copy(update={"body": old.body}) == old
    )


def _leads_alike(old: Prose, new: Prose) -> bool:
    """Whether two bodies link to and show the same, wherever in the file that stands."""
    moved = [replace(b, place=a.place) for a, b in zip(old.targets, new.targets, strict=False)]
    return len(old.targets) == len(new.targets) and list(old.targets) == moved
