"""Writes the second half of docs/themes.md: `python -m docs.tools.describe_views`.

What a template is given is told by the view classes themselves: their fields, types and docstrings.
Everything below the mark in that file is made from them; what stands above it is written by hand.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from generator.plan import views
from generator.plan.views import PageView, PosterView

PAGE = Path(__file__).parents[1] / "themes.md"
MARK = "<!-- From here on made by `python -m docs.tools.describe_views`. -->\n"
_FOLDER = Path(views.__file__).parent
_NOT_FOR_TEMPLATES = ("ClassVar",)
_NO_VIEWS = {"digests.py", "several.py"}
"""Templates loop over what it holds as over a tuple, and need not know that it is none."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a view says: a field's name, its type as written, and what it means."""

    name: str
    type: str
    meaning: str


@dataclass(slots=True)
class View:
    """A view class."""

    name: str
    meaning: str
    template: str = ""
    fields: list[Field] = field(default_factory=list)


def read_views() -> dict[str, View]:
    """Return all view classes by their names, in the order of their modules."""
    files = (path for path in sorted(_FOLDER.glob("*.py")) if path.name not in _NO_VIEWS)
    trees = (ast.parse(path.read_text("utf-8")) for path in files)
    classes = (node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name: _read_view(node) for node in classes}


def _read_view(node: ast.ClassDef) -> View:
    view = View(node.name, _in_one_line(ast.get_docstring(node)))
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        match statement:
            case ast.AnnAssign(target=ast.Name(id="template"), value=ast.Constant(value=template)):
                view.template = str(template)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                written = ast.unparse(annotation)
                if not written.startswith(_NOT_FOR_TEMPLATES):
                    view.fields.append(Field(name, written, _text_of(following)))
            case ast.FunctionDef(name=name, returns=ast.expr() as returns) if name[0] != "_":
                meaning = _in_one_line(ast.get_docstring(statement))
                view.fields.append(Field(name, ast.unparse(returns), meaning))
    return view


def _text_of(statement: ast.stmt | None) -> str:
    """Return the docstring of a field, which is the statement after it."""
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return _in_one_line(text)
        case _:
            return ""


def _in_one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def describe() -> str:
    """Return the generated half: pages, then posters, then the pieces that they are made of."""
    known = read_views()
    pages = [known[kind.__name__] for kind in get_args(PageView)]
    posters = [known[kind.__name__] for kind in get_args(PosterView)]
    heads = {view.name for view in (*pages, *posters)}
    pieces = [known[name] for name in _reachable(known, heads) if name not in heads]
    return "\n".join(
        [
            *("## Pages", "", *_index(pages), ""),
            *(line for view in pages for line in _describe_view(view, known)),
            *("## Posters", "", *_index(posters), ""),
            *(line for view in posters for line in _describe_view(view, known)),
            *("## Pieces", "", "What the views above are made of.", ""),
            *(line for view in pieces for line in _describe_view(view, known)),
        ]
    )


def _reachable(known: dict[str, View], names: set[str]) -> list[str]:
    """Return the classes that the fields of these use, however deep, in alphabetical order."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [n for f in known[name].fields for n in _classes_in(f.type, known)]
    return sorted(found, key=str.lower)


def _classes_in(written: str, known: dict[str, View]) -> list[str]:
    names = (node.id for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Name))
    return [name for name in names if name in known]


def _index(some: list[View]) -> Iterator[str]:
    yield "| view | template | |"
    yield "|---|---|---|"
    for view in some:
        yield f"| [{view.name}](#{view.name.lower()}) | `{view.template}` | {view.meaning} |"


def _describe_view(view: View, known: dict[str, View]) -> Iterator[str]:
    yield from (f"### {view.name}", "")
    if view.template:
        yield from (f"Template `{view.template}`.", "")
    yield from (view.meaning, "")
    if view.fields:
        yield from ("| field | type | meaning |", "|---|---|---|")
        for each in view.fields:
            meaning = each.meaning.replace("|", "\\|")
            yield f"| `{each.name}` | {_link_type(each.type, known)} | {meaning} |"
        yield ""


def _link_type(written: str, known: dict[str, View]) -> str:
    """Return a type as code, followed by links to the classes in it."""
    links = [f"[{n}](#{n.lower()})" for n in dict.fromkeys(_classes_in(written, known))]
    code = "`" + written.replace("|", "\\|") + "`"
    return " ".join([code, *(f"→ {link}" for link in links)])


def write_page() -> None:
    """Write what follows the mark anew."""
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(f"{head}{MARK}\n{describe()}", "utf-8", newline="\n")


if __name__ == "__main__":
    write_page()
