"""The site on one day: each file of it is planned and made when it is first asked for.

A plan is a generator, and pages come early in it, so the page that a person looks at is there long
before the last poster is planned. What was made is kept by its key, and so outlives the plan.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import cast

from generator.build.pictures import draw_pictures
from generator.build.rendering import RENDERERS, Render
from generator.model.board import Board
from generator.plan import Artifact, Kind, Stamps, plan_site
from generator.plan.site import plan_page
from generator.plan.views import StaffPage, TraditionalPage
from generator.render.editions import render_traditional
from generator.render.theme import Theme
from generator.serve.recent import Recent

PAGES = (Kind.PAGE, Kind.TWIN, Kind.TRADITIONAL)
"""What is HTML."""
_KEPT = 400
"""Made files, some 20 MB."""


@dataclass
class Look:
    """A theme with all that is costly to make of it, until one of its files changes."""

    theme: Theme
    stamps: Stamps
    presses: dict[Kind, Render] = field(default_factory=dict)
    made: Recent[str, bytes] = field(default_factory=lambda: Recent(_KEPT))

    @cached_property
    def assets(self) -> dict[str, bytes]:
        """The theme's files by address. Raises OSError."""
        return dict(self.theme.assets())

    def press(self, kind: Kind) -> Render:
        """Return what makes files of a kind."""
        if kind not in self.presses:
            self.presses[kind] = RENDERERS[kind](self.theme)
        return self.presses[kind]


class SiteDay:
    """A board on a day. For one thread at a time."""

    def __init__(self, board: Board, day: date, look: Look, *, posters: bool) -> None:
        self.board = board
        self.day = day
        self.look = look
        self._files = look.assets.keys()
        self._posters = posters
        self._alone: dict[str, Artifact | None] = {}
        self._rest = plan_site(board, day, look.stamps, look.assets.items(), posters=posters)
        self._planned: dict[str, Artifact] = {}
        self._staff: StaffPage | None = None

    def find(self, path: str) -> Artifact | None:
        """Return the file at a path of the site; None if there is none."""
        if path not in self._planned and path not in self._alone:
            self._alone[path] = self._plan_alone(path)
        while not self._alone.get(path) and path not in self._planned and self.advance():
            pass
        return self._planned.get(path) or self._alone.get(path)

    def knows(self, path: str) -> bool:
        """Whether the file at a path is planned already."""
        return path in self._planned

    def _plan_alone(self, path: str) -> Artifact | None:
        """Return one page, planned without the others; None for what is no such page."""
        if path in self._files:
            return None  # these come first in any plan
        return plan_page(self.board, self.day, self.look.stamps, path, posters=self._posters)

    @property
    def staff(self) -> StaffPage | None:
        """What is to print, once all is planned."""
        return self._staff

    def advance(self) -> bool:
        """Plan one more file; whether there was one."""
        artifact = next(self._rest, None)
        if artifact is None:
            return False
        self._planned[artifact.path] = artifact
        if isinstance(artifact.view, StaffPage) and artifact.kind is Kind.PAGE:
            self._staff = artifact.view
        return True

    def make(self, artifact: Artifact) -> bytes | None:
        """Return the bytes of a file that is no poster; None for a picture that is damaged.

        Raises jinja2.TemplateError for a fault of the theme, OSError for a file that went away.
        """
        made = self.look.made.get(artifact.key)
        if made is None:
            made = self._make(artifact)
            if made is not None:
                self.look.made.put(artifact.key, made)
        return made

    def _make(self, artifact: Artifact) -> bytes | None:
        if artifact.kind is Kind.PICTURE:
            return next((data for _, data in draw_pictures([artifact], workers=1)), None)
        if artifact.kind is Kind.TRADITIONAL:
            view = cast("TraditionalPage", artifact.view)
            page = self.find(view.page)
            made = self.make(page) if page else None
            return made and render_traditional(made, view)
        return self.look.press(artifact.kind)(artifact.path, artifact.view)
