"""Pages: a view and its template, as HTML."""

from functools import cached_property, partial
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from generator.plan.views import Head, NotFoundPage, PageView, RedirectPage
from generator.render.discovery import page_url
from generator.render.policy import add_policy
from generator.render.qr import draw_qr
from generator.render.structured_data import PageDescriber
from generator.render.theme import Theme, page_context


class PagePress:
    """Fills page templates; makes its Jinja environment at the first page."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = self._theme.environment()
        environment.globals["draw_qr"] = _draw_qr
        environment.policies["json.dumps_kwargs"] = {}
        environment.policies["json.dumps_function"] = _write_json
        return environment

    def render(self, path: str, view: PageView) -> bytes:
        """Return the page as UTF-8 HTML. Raises jinja2.TemplateError for a fault of the theme."""
        site_url = view.site_url if isinstance(view, RedirectPage) else view.frame.site_url
        context = page_context(path, site_url, rooted=isinstance(view, NotFoundPage))
        context["page_url"] = partial(_page_url, site_url)
        context["describe_page"] = partial(_describe_page, site_url, path)
        template = self._environment.get_template(view.template)
        return add_policy(template.render(view=view, **context)).encode()


def _write_json(data: object) -> str:
    """Return JSON that is JavaScript as well: two ends of lines were none there before ES2019.

    Jinja writes what ends a script (`<`, `>`, `&`, `'`) as escapes besides.
    """
    text = msgspec.json.encode(data, enc_hook=_as_text).decode()
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _as_text(value: object) -> str:
    """Return a text that says besides that it is HTML, as titles within templates do."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(type(value))


def _page_url(site_url: str | None, address: str) -> str | None:
    """Return the absolute address of a page or file; None if the site has no address."""
    return page_url(site_url, address) if site_url else None


def _describe_page(
    site_url: str | None, here: str, head: Head, title: str
) -> dict[str, Any] | None:
    """Return what the page at `here` tells to programs; None if there is nothing to tell."""
    if not site_url:
        return None
    return PageDescriber(site_url, here, Markup(title).unescape(), head).describe()  # noqa: S704 - it is the template's own text


def _draw_qr(text: str, title: str) -> Markup:
    return Markup(draw_qr(text, title))  # noqa: S704 - segno escapes the title
