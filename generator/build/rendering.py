"""Artifacts to bytes: one function for each kind, posters in several processes or on a cluster.

`RENDERERS` says how each kind is made; a new kind is one more line there. What a kind needs is
imported when the first of its artifacts is made, for most builds make few kinds anew.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from generator.plan.artifact import Artifact, Kind
from generator.plan.views import AssetView, TraditionalPage
from generator.render.theme import Theme

if TYPE_CHECKING:
    from generator.build.cluster import Cluster
    from generator.build.printing import Rendered

WORTH_A_CLUSTER = 20
"""Fewer posters are printed here sooner than a cluster has what it needs."""

Render = Callable[[str, Any], bytes]
"""From the path of an artifact and its view, which is of the kind's own type, to its bytes."""


def _render_page(theme: Theme) -> Render:
    from generator.render.pages import PagePress  # noqa: PLC0415

    return PagePress(theme).render


def _render_twin(theme: Theme) -> Render:
    from generator.render.twins import TwinPress  # noqa: PLC0415

    return TwinPress(theme).render


def _render_calendar(theme: Theme) -> Render:
    from generator.render.calendars import CalendarPress  # noqa: PLC0415

    return _without_path(CalendarPress(theme).render)


def _render_feed(theme: Theme) -> Render:
    from generator.render.feeds import FeedPress  # noqa: PLC0415

    return _without_path(FeedPress(theme).render)


def _render_table(theme: Theme) -> Render:
    from generator.render.tables import TablePress  # noqa: PLC0415

    return _without_path(TablePress(theme).render)


def _render_search(_: Theme) -> Render:
    from generator.render.search import render_search  # noqa: PLC0415

    return _without_path(render_search)


def _render_sitemap(_: Theme) -> Render:
    from generator.render.discovery import render_sitemap  # noqa: PLC0415

    return _without_path(render_sitemap)


def _render_robots(_: Theme) -> Render:
    from generator.render.discovery import render_robots  # noqa: PLC0415

    return _without_path(render_robots)


def _render_manifest(_: Theme) -> Render:
    from generator.render.discovery import render_manifest  # noqa: PLC0415

    return _without_path(render_manifest)


def _render_icon(_: Theme) -> Render:
    from generator.render.icons import draw_icon  # noqa: PLC0415

    return _without_path(draw_icon)


def _render_attachment(_: Theme) -> Render:
    from generator.build.attachments import make_attachment  # noqa: PLC0415

    return _without_path(make_attachment)


def _render_file(_: Theme) -> Render:
    return _without_path(_read_file)


def _read_file(view: AssetView) -> bytes:
    return view.data


def _without_path(render: Callable[[Any], bytes]) -> Render:
    """Return a function for artifacts whose bytes are the same wherever they stand."""
    return lambda _, view: render(view)


RENDERERS: dict[Kind, Callable[[Theme], Render]] = {
    Kind.PAGE: _render_page,
    Kind.TWIN: _render_twin,
    Kind.CALENDAR: _render_calendar,
    Kind.FEED: _render_feed,
    Kind.TABLE: _render_table,
    Kind.SEARCH: _render_search,
    Kind.SITEMAP: _render_sitemap,
    Kind.ROBOTS: _render_robots,
    Kind.MANIFEST: _render_manifest,
    Kind.ICON: _render_icon,
    Kind.ATTACHMENT: _render_attachment,
    Kind.FILE: _render_file,
}
"""How a kind is made with a theme. Posters and their pictures are made together, see below."""


def make_renderer(theme: Theme, read: Callable[[str], bytes]) -> Callable[[Artifact], bytes]:
    """Return what makes the bytes of artifacts of the kinds of `RENDERERS`, and of other editions.

    `read` returns the bytes of a page that was made before, by its path, for its edition in
    traditional characters. Raises jinja2.TemplateError for a fault of the theme, OSError for a file
    that went away.
    """
    made: dict[Kind, Render] = {}

    def render(artifact: Artifact) -> bytes:
        if isinstance(artifact.view, TraditionalPage):
            from generator.render.editions import render_traditional  # noqa: PLC0415

            return render_traditional(read(artifact.view.page), artifact.view)
        if artifact.kind not in made:
            made[artifact.kind] = RENDERERS[artifact.kind](theme)
        return made[artifact.kind](artifact.path, artifact.view)

    return render


def render_posters(
    posters: list[Artifact],
    theme: Theme,
    workers: int | None,
    *,
    print_shop: bool = False,
    cluster: "Cluster | None" = None,
) -> "Iterator[Rendered]":
    """Yield posters, in their order, as PDF with a small picture, or with what is wrong with them.

    `workers` is the number of processes; None lets the machine decide. With a `cluster` many
    posters are printed there. The machine must have what posters need (`missing_requirements`).
    For a `print_shop` they have bleed and crop marks.
    """
    if not posters:
        return
    from generator.build.printing import make_kit, print_here  # noqa: PLC0415

    kit = make_kit(theme, posters, print_shop=print_shop)
    if cluster and len(posters) >= WORTH_A_CLUSTER:
        yield from cluster.print(kit, posters, workers)
    else:
        yield from print_here(kit, posters, workers)
