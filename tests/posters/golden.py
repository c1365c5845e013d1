"""The reference pictures of all posters.

    python -m tests.posters.golden [NAME…]

makes them again, from the folder of the project, after a change of a template that is meant: all of
them, or those whose names begin so (`event`, `form-A4`). Look at all of them before they are
committed: they say what a poster shall look like.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from generator.plan.views import PosterView
from generator.render.fonts import find_faces, prepare_faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme
from tests.posters.combinations import all_combinations

FOLDER = Path(__file__).parent / "golden"
DOTS = 40
"""Dots an inch on A4; larger paper gets as many in all."""
PAGES = 2
"""So many pages of a long list; the others look like the second."""
COLOURS = 64
RARE = "䶮㛃"
_POINTS = 72
_A4_WIDTH = 595.0


def picture_pages(data: bytes) -> list[Image.Image]:
    """Return small pictures of a poster's first pages."""
    document = pypdfium2.PdfDocument(data)
    pages = [document[number] for number in range(min(PAGES, len(document)))]
    return [
        page.render(scale=DOTS / _POINTS * _A4_WIDTH / min(page.get_size())).to_pil()
        for page in pages
    ]


def golden_files(name: str) -> list[Path]:
    """Return the reference pictures of a combination, page by page."""
    return sorted(FOLDER.glob(f"{name}.[0-9].png"))


def make_golden(press: PosterPress, combinations: dict[str, PosterView]) -> Iterator[Path]:
    """Write the reference pictures and take away pages and kinds that are no more."""
    FOLDER.mkdir(exist_ok=True)
    known = set(all_combinations())
    old = {path for path in FOLDER.glob("*.png") if path.name.split(".")[0] not in known}
    old.update(path for name in combinations for path in golden_files(name))
    for name, view in combinations.items():
        for number, image in enumerate(picture_pages(press.render(name, view)), start=1):
            path = FOLDER / f"{name}.{number}.png"
            image.convert("RGB").quantize(COLOURS).save(path, optimize=True)
            old.discard(path)
            yield path
    for path in old:
        path.unlink(missing_ok=True)


def main() -> None:
    """Make reference pictures again: all, or those whose names begin as the arguments do."""
    wanted = tuple(sys.argv[1:]) or ("",)
    chosen = {name: view for name, view in all_combinations().items() if name.startswith(wanted)}
    found = find_faces()
    if not found:
        raise SystemExit("no face for posters on this machine")
    with tempfile.TemporaryDirectory() as folder:
        faces = prepare_faces(found, Path(folder), RARE + "常用字")
        press = PosterPress(find_theme("linli", Path()), faces)
        paths = list(make_golden(press, chosen))
    size = sum(path.stat().st_size for path in paths)
    print(f"{len(paths)} pictures, {size / 1e6:.1f} MB")  # noqa: T201 - run by hand


if __name__ == "__main__":
    main()
