"""What keeps a site from being made whose content is right: machine, theme, output folder.

Apart from `checking`, for to check a site takes neither templates nor fonts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jinja2 import TemplateError

from generator.build.cluster_error import ClusterError
from generator.model.site import Site
from generator.problems import Fact, Fault, Place, Problem, Severity
from generator.render.fonts import missing_requirements
from generator.render.theme import ThemeMissingError
from generator.write import OutputError


def find_obstacle() -> Problem | None:
    """Return why this machine cannot print posters, as a warning; None if it can."""
    missing = missing_requirements()
    if not missing:
        return None
    return Problem(
        place=Place(path=""),
        code="posters-impossible",
        severity=Severity.WARNING,
        facts={"missing": "\n".join(missing)},
    )


@contextmanager
def collect_failures(problems: list[Problem], site: Site) -> Iterator[None]:
    """Turn what is wrong with theme, output folder or cluster into a problem and go on after it."""
    try:
        yield
    except ThemeMissingError as error:
        facts = {"name": error.name, "known": "\n".join(sorted(error.known))}
        place = site.source.place("theme")
        problems.append(replace(site_problem("theme-missing", **facts), place=place))
    except TemplateError as error:
        template = getattr(error, "filename", None) or getattr(error, "name", None) or "themes/"
        facts = {"reason": str(error.message), "template": str(template)}
        problems.append(site_problem("theme-broken", **facts))
    except (OutputError, ClusterError) as error:
        problems.append(site_problem(error.code, **error.facts))


def site_problem(code: str, **facts: Fact) -> Problem:
    """Return a problem that nothing can be made with, and that stands in no file."""
    return Problem(place=Place(path=""), code=code, fault=Fault.SITE, facts=facts)
