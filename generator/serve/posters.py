"""Posters as PDF, printed when somebody asks for one, and their small pictures."""

from pathlib import Path
from threading import Lock

from generator.build.printing import PrintedPoster, make_kit, print_here
from generator.plan import Artifact
from generator.problems import Problem
from generator.render.theme import Theme
from generator.serve.recent import Recent
from generator.write.output import Shelf

PLACEHOLDER = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 453" width="320" height="453">'
    b'<path fill="#fff" stroke="#b8b8b0" stroke-width="2" d="M1 1h318v451H1z"/>'
    b'<path stroke="#d8d8d0" stroke-width="14" stroke-linecap="round" '
    b'd="M50 90h220M50 150h220M50 190h180M50 230h220M50 270h140"/></svg>'
)
"""Stands for the small picture of a poster that has not been printed yet."""
_KEPT = 64
"""Posters, some 20 MB."""


class PosterDesk:
    """Prints posters one by one, each once; those of the last build are taken from its output."""

    def __init__(self, output: Path) -> None:
        self._shelf = Shelf(output)
        self._printed: Recent[str, PrintedPoster | Problem] = Recent(_KEPT)
        self._one_at_a_time = Lock()

    def print(self, poster: Artifact, theme: Theme) -> bytes | Problem:
        """Return a poster as PDF, or why it cannot be printed. Takes seconds. Raises OSError."""
        with self._one_at_a_time:
            outcome = self._printed.get(poster.key)
            if outcome is None:
                known = self._shelf.take(poster.path, poster.key)
                if known:
                    return known[0]
                kit = make_kit(theme, [poster], print_shop=False)
                outcome = next(outcome for _, outcome in print_here(kit, [poster], workers=1))
                self._printed.put(poster.key, outcome)
        return outcome if isinstance(outcome, Problem) else outcome.pdf

    def picture(self, thumbnail: Artifact, poster: Artifact) -> bytes | None:
        """Return the small picture of a poster that has been printed; None of another one.

        A page shows a dozen of them and should not wait for a minute of printing.
        """
        outcome = self._printed.get(poster.key)
        if isinstance(outcome, PrintedPoster):
            return outcome.preview.picture
        known = self._shelf.take(thumbnail.path, thumbnail.key)
        return known[0] if known else None
