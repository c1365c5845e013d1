"""Pages: a view and its template, as HTML."""

from functools import cached_property

import jinja2

from generator.plan.views import NotFoundPage, PageView, RedirectPage
from generator.render.theme import Theme, page_context


class PagePress:
    """Fills page templates; makes its Jinja environment at the first page."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @cached_property
    def _environment(self) -> jinja2.Environment:
        return self._theme.environment()

    def render(self, path: str, view: PageView) -> bytes:
        """Return the page as UTF-8 HTML. Raises jinja2.TemplateError for a fault of the theme."""
        site_url = view.site_url if isinstance(view, RedirectPage) else view.frame.site_url
        context = page_context(path, site_url, rooted=isinstance(view, NotFoundPage))
        return self._environment.get_template(view.template).render(view=view, **context).encode()
