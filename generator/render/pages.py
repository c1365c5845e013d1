"""Pages: a view and its template, as HTML."""

import json
from functools import cached_property
from typing import Any

import jinja2
from jinja2.runtime import Context
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
        environment.globals["page_url"] = _page_url
        environment.globals["describe_page"] = _describe_page
        environment.globals["draw_qr"] = _draw_qr
        environment.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "separators": (",", ":"),
        }
        environment.policies["json.dumps_function"] = _write_json
        return environment

    def render(self, path: str, view: PageView) -> bytes:
        """Return the page as UTF-8 HTML. Raises jinja2.TemplateError for a fault of the theme."""
        site_url = view.site_url if isinstance(view, RedirectPage) else view.frame.site_url
        context = page_context(path, site_url, rooted=isinstance(view, NotFoundPage))
        template = self._environment.get_template(view.template)
        return add_policy(template.render(view=view, site_url=site_url, **context)).encode()


def _write_json(data: object, **options: Any) -> str:
    """Return JSON that is JavaScript as well: two ends of lines were none there before ES2019.

    Jinja writes what ends a script (`<`, `>`, `&`, `'`) as escapes besides.
    """
    text = json.dumps(data, **options)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@jinja2.pass_context
def _page_url(context: Context, address: str) -> str | None:
    """Return the absolute address of a page or file; None if the site has no address."""
    site_url = context["site_url"]
    return page_url(site_url, address) if site_url else None


@jinja2.pass_context
def _describe_page(context: Context, head: Head, title: str) -> dict[str, Any] | None:
    """Return what the current page tells to programs; None if there is nothing to tell."""
    site_url = context["site_url"]
    if not site_url:
        return None
    return PageDescriber(site_url, context["here"], Markup(title).unescape(), head).describe()  # noqa: S704 - it is the template's own text


def _draw_qr(text: str, title: str) -> Markup:
    return Markup(draw_qr(text, title))  # noqa: S704 - segno escapes the title
