"""The bodies that views show: an edit of one changes the words of these views and nothing else.

That holds as long as the body begins and links as before (`says_the_same_elsewhere`), for lists,
feeds and calendars know of a body only how it begins, and pictures and links have places of their
own in a view.
"""

from dataclasses import replace

from generator.model.item import Item
from generator.model.prose import Prose, Target
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
from generator.problems import Place

ItemPage = EventPage | ServicePage | NoticePage | IssuePage | GroupPage
BodyPoster = EventPoster | NoticePoster
_NOWHERE = Place(path="")


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
        and _leads_to(old.body) == _leads_to(new.body)
        and new.model_copy(update={"body": old.body}) == old
    )


def _leads_to(prose: Prose) -> list[Target]:
    """Return what a body links to and shows, wherever in the file that stands."""
    return [replace(target, place=_NOWHERE) for target in prose.targets]
