"""A page's HTML as the edition in traditional characters has it: a function of the page's bytes.

What people read is converted: text, and the attributes and metadata that are read out or shown.
Scripts find their words in `data-say-…` attributes or in a `<template>`, which are converted too;
all other `data-` attributes, ids, links, phones and code stay as they are, and so does what says
`translate="no"` or names a language of its own (`lang`).

Links between pages stay inside the edition. They are relative, and the edition has the same
folders, so they are the same; links to what all editions share go one folder further up. A link
that has `hreflang` names the edition it leads to, and so does not stay in this one.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath, relpath
from typing import Any

from jinja2.utils import htmlsafe_json_dumps

from generator.plan.views import TRADITIONAL, TraditionalNames, TraditionalPage, is_mirrored
from generator.render.traditional import Convert, make_converter

LANGUAGE = "zh-Hant"
HOME = "index.html"
_MARKUP = re.compile(
    r"""(<script\b.*?</script\s*>|<!--.*?-->|<(?:[^<>"']++|"[^"]*"|'[^']*')*+>)""",
    re.DOTALL | re.IGNORECASE,
)
_SCRIPT = re.compile(r"(<[^>]*>)(.*)(</[^<]*>)", re.DOTALL)
_TAG = re.compile(r"<([a-z][a-z0-9-]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<=\s)([^\s"'=<>/]+)=("[^"]*"|'[^']*')""")
_READ = frozenset({"alt", "title", "placeholder", "label", "aria-label", "aria-description"})
"""Attributes that people see or hear."""
_SAY = "data-say-"
_ADDRESSES = frozenset({"href", "src", "srcset", "action", "data-address", "data-parts"})
"""Attributes that are addresses, or lists of them."""
_CODE = frozenset({"code", "kbd", "samp", "var", "style"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                   "source", "track", "wbr"})  # fmt: skip
_LINKED_DATA = "application/ld+json"
_LOCALE = re.compile(r"zh_[A-Z]{2}")
_OWN_LOCALE = "zh_TW"
"""Open Graph names countries and no scripts; this one stands for these characters."""
_REFRESH = re.compile(r"\d+;\s*url=", re.IGNORECASE)
_NOT_RELATIVE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|$", re.IGNORECASE)
_IN_SRCSET = re.compile(r"(?:(?<=^)|(?<=, ))[^\s,]+")


def render_traditional(html: bytes, view: TraditionalPage) -> bytes:
    """Return the page `html`, which stands at `view.page`, for the edition."""
    conversion = _conversion_of(dirname(view.page), view.site_url, view.names)
    return "".join(conversion.convert_page(html.decode())).encode()


@lru_cache(maxsize=4)
def _conversion_of(folder: str, site_url: str | None, names: TraditionalNames) -> "_Conversion":
    """Return the conversion of the pages of a folder, which have most of their tags in common."""
    return _Conversion(folder, site_url, make_converter(names))


class _Conversion:
    """The way of the pages of one folder into the edition."""

    def __init__(self, folder: str, site_url: str | None, convert: Convert) -> None:
        self._convert = convert
        self._site_url = site_url
        self._folder = folder
        self._new_folder = join(TRADITIONAL, folder).rstrip("/")
        self._known: dict[str, tuple[str, str]] = {}
        """Markup seen before: as it becomes, and the name of the element if that stays as it is."""

    def convert_page(self, html: str) -> Iterator[str]:
        """Yield the page piece by piece."""
        pieces = iter(_MARKUP.split(html))
        for text in pieces:
            yield self._convert(text)
            markup = next(pieces, "")
            if markup not in self._known:
                self._known[markup] = self._convert_markup(markup)
            converted, kept = self._known[markup]
            yield converted
            if kept:
                yield from self._pass_over(pieces, kept)

    def _pass_over(self, pieces: Iterator[str], name: str) -> Iterator[str]:
        """Yield the rest of an element that stays as it is; links in it are moved all the same."""
        depth = 1
        for text in pieces:
            yield text
            markup = next(pieces, "")
            yield self._convert_tag(markup, stays=True)
            depth += (_tag_name(markup) == name) - markup.lower().startswith(f"</{name}")
            if not depth:
                return

    def _convert_markup(self, markup: str) -> tuple[str, str]:
        """Return markup, and its element's name if all that is in that element stays as it is."""
        name = _tag_name(markup)
        if not name:
            return markup, ""
        if name == "script":
            return self._convert_script(markup), ""
        found = {key.lower(): value[1:-1] for key, value in _ATTRIBUTE.findall(markup)}
        own_language = "lang" in found and name != "html"
        stays = name in _CODE or own_language or found.get("translate") == "no"
        return self._convert_tag(markup, stays=stays), name if stays and name not in _VOID else ""

    def _convert_tag(self, tag: str, *, stays: bool) -> str:
        """Return an opening tag. Of one that `stays` as it is, only the addresses change."""
        leads = "hreflang=" in tag
        is_root = _tag_name(tag) == "html"

        def convert(found: re.Match[str]) -> str:
            key, quote, value = found[1].lower(), found[2][0], found[2][1:-1]
            if key in _ADDRESSES:
                value = self._move_all(key, value, leads=leads)
            elif key == "content":
                value = self._convert_content(value)
            elif key == "lang" and is_root:
                value = LANGUAGE
            elif not stays and (key in _READ or key.startswith(_SAY)):
                value = self._convert(value)
            return f"{found[1]}={quote}{value}{quote}"

        return _ATTRIBUTE.sub(convert, tag)

    def _convert_script(self, script: str) -> str:
        """Return a script with its address; linked data with its words, too."""
        opening, code, closing = _SCRIPT.findall(script)[0]
        if _LINKED_DATA in opening:
            data = self._convert_data("", json.loads(code))
            code = htmlsafe_json_dumps(data, ensure_ascii=False)
        return f"{self._convert_tag(opening, stays=True)}{code}{closing}"

    def _convert_content(self, value: str) -> str:
        """Return the content of a `meta`: a sentence, an address, or where to go on to."""
        refresh = _REFRESH.match(value)
        if refresh:
            return refresh[0] + self._move(value[refresh.end() :], leads=False)
        if _LOCALE.fullmatch(value):
            return _OWN_LOCALE
        return self._move(value, leads=False) if "://" in value else self._convert(value)

    def _convert_data(self, key: str, value: Any) -> Any:
        """Return a value of linked data. Keys, types and identities are not for reading."""
        if isinstance(value, dict):
            return {inner: self._convert_data(inner, each) for inner, each in value.items()}
        if isinstance(value, list):
            return [self._convert_data(key, each) for each in value]
        if not isinstance(value, str) or key.startswith("@"):
            return value
        if key == "inLanguage":
            return LANGUAGE
        return self._move(value, leads=False) if "://" in value else self._convert(value)

    def _move_all(self, key: str, value: str, *, leads: bool) -> str:
        """Return an attribute that is an address, or a list of them."""
        if key == "srcset":
            return _IN_SRCSET.sub(lambda found: self._move(found[0], leads=leads), value)
        if key == "data-parts":
            return " ".join(self._move(each, leads=leads) for each in value.split())
        return self._move(value, leads=leads)

    def _move(self, link: str, *, leads: bool) -> str:
        """Return a link as the page has it from its new place."""
        if self._site_url and link.startswith(self._site_url):
            path = link.removeprefix(self._site_url)
            inside = is_mirrored(_without_query(path) or HOME) and not leads
            return f"{self._site_url}{TRADITIONAL}{path}" if inside else link
        if _NOT_RELATIVE.match(link):
            return link
        path = _without_query(link)
        target = normpath(join(self._folder, path))
        if is_mirrored(target) and not leads:
            return link
        slash = "/" if path.endswith("/") else ""
        return relpath(target, self._new_folder) + slash + link[len(path) :]


def _tag_name(markup: str) -> str:
    """Return the name of an opening tag; "" for other markup."""
    found = _TAG.match(markup)
    return found[1].lower() if found else ""


def _without_query(link: str) -> str:
    return re.split("[?#]", link, maxsplit=1)[0]
