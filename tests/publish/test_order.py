"""The turns of a publish: at no moment does a page that can be reached point at nothing."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.links import find_links
from generator.publish.order import find_turns
from generator.publish.record import Entry, Record, RecordError, is_plain_path, load_record
from tests.publish.versions import FIRST, SECOND, page

NAMES = [f"{letter}.html" for letter in string.ascii_lowercase[:5]] + ["index.html", "p.webp"]


def sites() -> st.SearchStrategy[dict[str, bytes]]:
    """Sites whose links all lead somewhere."""

    @st.composite
    def draw_site(draw: st.DrawFn) -> dict[str, bytes]:
        names = draw(st.sets(st.sampled_from(NAMES), min_size=1)) | {"index.html"}
        links = st.lists(st.sampled_from(sorted(names)), max_size=4)
        return {
            name: page(*draw(links)).replace(b'<link rel=stylesheet href="/site.css">', b"")
            if name.endswith(".html")
            else draw(st.binary(max_size=2))
            for name in sorted(names)
        }

    return draw_site()


def reachable(site: dict[str, bytes], start: set[str]) -> set[str]:
    found, waiting = set[str](), set(start) & site.keys()
    while waiting:
        path = waiting.pop()
        found.add(path)
        if path.endswith(".html"):
            waiting |= find_links(path, site[path]) - found if path in site else set()
        waiting &= site.keys()
    return found


@settings(max_examples=60)
@given(sites(), sites())
def test_no_moment_is_broken(old: dict[str, bytes], new: dict[str, bytes]) -> None:
    changed = {path for path in new if path in old and old[path] != new[path]}
    turns = find_turns(changed, new.keys() - old.keys(), old.keys() - new.keys(), new.__getitem__)
    there = dict(old)
    known = old.keys() & new.keys()

    def check() -> None:
        for path in reachable(there, {"index.html", *known}):
            if path.endswith(".html"):
                assert find_links(path, there[path]) <= there.keys(), path

    for wave in turns.uploads:
        for path in wave:
            there[path] = new[path]
            check()
    for wave in turns.deletions:
        for path in wave:
            del there[path]
            check()
    assert there == new


def test_what_pages_load_comes_first_and_what_tells_of_them_last() -> None:
    changed = {path for path in SECOND if path in FIRST and FIRST[path] != SECOND[path]}
    missing, gone = SECOND.keys() - FIRST.keys(), FIRST.keys() - SECOND.keys()
    turns = find_turns(changed, missing, gone, SECOND.__getitem__)
    assert turns.uploads == (
        ("pictures/2.webp", "posters/b.pdf"),
        ("events/b.html", "events/c.html"),
        ("search/index-1.js",),
        ("index.html", "news/index.html"),
        ("feeds/news.xml",),
    )
    assert turns.deletions == (
        ("events/a.html",),
        ("events/a.ics", "pictures/1.webp", "posters/a.pdf"),
    )


def test_a_first_front_page_comes_after_all_pages() -> None:
    turns = find_turns((), FIRST.keys(), (), FIRST.__getitem__)
    assert turns.uploads[-1] == ("index.html",)
    assert "feeds/news.xml" in turns.uploads[0], "pages link to it"


def test_links_as_pages_have_them() -> None:
    html = (
        b"<a href=\"../x/k3/\">a</a><a href=b.html#top><img src='p%20q.png'>"
        b'<a href="https://e.example/"><a href="tel:12345"><a href="#a"><a href="c.html?today=1">'
        b'<link href="/assets/site.css"><a data-href="no.html" href="//cdn.example/x">'
    )
    assert find_links("a/index.html", html) == {
        *("x/k3/index.html", "a/b.html", "a/p q.png", "a/c.html", "assets/site.css"),
    }


# The record -----------------------------------------------------------------------------------

ENTRY = Entry(3, "0" * 64)


@given(st.dictionaries(st.text("ab/.-", min_size=1).filter(is_plain_path), st.just(ENTRY)))
def test_a_record_is_read_as_it_was_written(files: dict[str, Entry]) -> None:
    record = Record(files, frozenset(list(files)[:2]))
    assert load_record(record.dump()) == record
    assert load_record(None) is None


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a//b", "a/../b", "a\\b", "C:x", "", "a\n", "./a", "a" * 1001, "a/"]
)
def test_a_path_that_could_lead_elsewhere(path: str) -> None:
    assert not is_plain_path(path)
    with pytest.raises(RecordError):
        load_record(Record({path: ENTRY}).dump())


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"{}", b'{"version": 2, "files": {}, "unsure": []}', b"[" * 100_000),
        b'{"version": 1, "files": {"a": [1, "zz"]}, "unsure": []}',
        b'{"version": 1, "files": {"a": [true, "' + b"0" * 64 + b'"]}, "unsure": []}',
        b'{"version": 1, "files": {}, "unsure": ["a"]}',
    ],
)
def test_a_record_that_is_none(data: bytes) -> None:
    with pytest.raises(RecordError):
        load_record(data)
