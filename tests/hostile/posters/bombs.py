"""Posters that would take for ever, or all memory; their classes are found in any process."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace
from PIL import Image

from generator.plan.artifact import Artifact, Kind
from generator.plan.pictures import make_picture_view
from generator.plan.views import EventPoster, PictureView, ProseView
from tests.pages.test_pictures import make
from tests.posters.samples import event, frame


class Endless(EventPoster):
    """Its template comes to no end."""

    @property
    def template(self) -> str:  # type: ignore[override]
        while True:
            pass


class Greedy(EventPoster):
    """Its template takes all memory that there is."""

    @property
    def template(self) -> str:  # type: ignore[override]
        return str([bytearray(50 << 20) for _ in range(200)])


class Deadly(EventPoster):
    """Takes its process with it."""

    @property
    def template(self) -> str:  # type: ignore[override]
        import os  # noqa: PLC0415 - of the process that prints

        os.abort()


def poster(name: str, *pieces: str, fillings: tuple[PictureView, ...] = ()) -> Artifact:
    """Return a poster with a body of HTML."""
    body = ProseView(pieces or ("<p>请来。</p>",), fillings, "正文")
    view = event(frame=frame(name, source=f"content/{name}.md"), body=body)
    return Artifact(f"posters/{name}.pdf", Kind.POSTER, view, name)


def change(artifact: Artifact, kind: Callable[..., Any]) -> Artifact:
    """Return a poster whose view is of another class."""
    view: Any = artifact.view
    return replace(artifact, view=kind(**asdict(view)))


def make_bombs(folder: Path) -> dict[str, Artifact]:
    """Return bombs by their names; what they need lies in the folder."""
    cells = "".join(f"<tr>{'<td>格</td>' * 250}</tr>" for _ in range(250))
    return {
        "endless": change(poster("endless"), Endless),
        "greedy": change(poster("greedy"), Greedy),
        "deadly": change(poster("deadly"), Deadly),
        "table": poster("table", f"<table>{cells}</table>"),
        "nested": poster("nested", f"{'<blockquote>' * 3000}深{'</blockquote>' * 3000}"),
        "nested-lists": poster("nested-lists", f"{'<ul><li>' * 400}深{'</li></ul>' * 400}"),
        "long": poster("long", "<p>" + "长篇大论，没完没了。" * 40_000 + "</p>"),
        "word": poster("word", f"<p>{'a' * 400_000}</p>"),
        "paragraphs": poster("paragraphs", "<p>一</p>" * 20_000),
        "picture": _with_huge_picture(folder),
    }


def _with_huge_picture(folder: Path) -> Artifact:
    """Return a poster with as many pixels as a picture may have, in few bytes."""
    path = folder / "huge.png"
    Image.new("RGB", (8000, 8000), "red").save(path, compress_level=1)
    picture = make_picture_view(make(folder, path.read_bytes()).file, "大", early=True)
    assert picture
    return poster("picture", "<p>", "</p>", fillings=(picture,))
