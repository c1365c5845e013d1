"""Links from one page to another."""

import posixpath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.render.theme import page_context

NAMES = st.text("ab.-é居?% ", min_size=1, max_size=3).filter(lambda name: name.strip("."))
FOLDERS = st.lists(st.sampled_from(("a", "b", "x.y", "居")) | NAMES, max_size=4)
FILES = st.builds(lambda folders, name: "/".join([*folders, name]), FOLDERS, NAMES)


@settings(max_examples=80)
@given(FOLDERS, FILES)
def test_links_are_the_shortest_way(folders: list[str], address: str) -> None:
    folder = "/".join(folders)
    assume(not f"{folder}/".startswith(f"{address}/"))  # what is a folder is no file
    href = page_context(f"{folder}/page.html", None, rooted=False)["href"]
    assert unquote(href(address)) == posixpath.relpath(f"/{address}", f"/{folder}")


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("index.html", "assets/site.css", "assets/site.css"),
        ("x/k3/index.html", "assets/site.css", "../../assets/site.css"),
        ("a/b/page.html", "a/c/page.html#top", "../c/page.html#top"),
        ("a/b/page.html", "a/bc/page.html", "../bc/page.html"),
        ("a/b/page.html", "a/b/居 1.pdf", "%E5%B1%85%201.pdf"),
        ("a/b/page.html", "#here", "#here"),
        ("a/b/page.html", "https://example.org/?a=1", "https://example.org/?a=1"),
    ],
)
def test_links_lead_where_they_should(page: str, address: str, link: str) -> None:
    assert page_context(page, None, rooted=False)["href"](address) == link
    if not address.startswith(("#", "https:")):
        assert unquote(urljoin(f"https://e.org/{page}", link)) == f"https://e.org/{address}"


def test_a_page_shown_anywhere_links_from_the_root() -> None:
    href = page_context("404.html", "https://example.org/board/", rooted=True)["href"]
    assert href("assets/site.css") == "/board/assets/site.css"
    assert page_context("404.html", None, rooted=True)["href"]("a.html") == "/a.html"


def test_pages_of_a_folder_share_their_links() -> None:
    first, second = (page_context(f"a/{name}.html", None, rooted=False)["href"] for name in "bc")
    assert first is second
