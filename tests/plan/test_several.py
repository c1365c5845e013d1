"""What many items give to one view: told apart without being loaded."""

import pickle
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from generator.build.records import is_record
from generator.plan.views import Link, Several, Share, make_share
from generator.unpickling import RecordUnpickler

SHARES = st.lists(st.lists(st.builds(Link, st.text(max_size=3), st.text(max_size=3)), max_size=3))


def never() -> tuple[Link, ...]:
    raise AssertionError("nobody looked at it")


def deferred(share: Share[Link]) -> Share[Link]:
    """The same share as an earlier build knew it, whose values nobody may ask for."""
    return Share(share.digest, share.count, never)


@given(SHARES)
def test_values_come_in_their_order(lists: list[list[Link]]) -> None:
    several = Several(*(make_share(tuple(links)) for links in lists))
    assert list(several) == [link for links in lists for link in links]
    assert len(several) == sum(map(len, lists))
    assert bool(several) == any(lists)


@given(SHARES, SHARES)
def test_what_is_deferred_is_told_apart_unseen(
    one: list[list[Link]], other: list[list[Link]]
) -> None:
    shares = [make_share(tuple(links)) for links in one]
    several = Several(*map(deferred, shares))
    assert (several == Several(*(make_share(tuple(x)) for x in other))) == (
        [links for links in one if links] == [links for links in other if links]
    )
    assert several == Several(*shares)
    assert hash(several) == hash(Several(*shares))
    assert repr(several) == repr(Several(*shares))
    assert len(several) == sum(map(len, one))
    assert list(several.at_hand) == []


def test_a_pickle_has_the_values() -> None:
    links = (Link("和谐家园", "compounds/hexie.html"),)
    share = make_share(links)
    several = Several(Share(share.digest, share.count, lambda: links))
    copy = RecordUnpickler(BytesIO(pickle.dumps(several)), is_record).load()
    assert copy == several
    assert [each.load() for each in copy.at_hand] == [links]
