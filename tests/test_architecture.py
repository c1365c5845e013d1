"""The layers of docs/architecture.md, held by the imports themselves."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

EVERYWHERE = {"frozen", "pattern"}
"""How records and regular expressions are declared."""
MAY_IMPORT: dict[str, set[str]] = {
    "frozen": set(),
    "pattern": set(),
    "problems": set(),
    "encodings": set(),
    "file_names": set(),
    "plain_files": set(),
    "libraries": set(),
    "listing": {"plain_files"},
    "schedule": set(),
    "privacy": set(),
    "archives": set(),
    "attachments": {"privacy", "problems", "archives"},
    "unpickling": set(),
    "supervised": {"unpickling"},
    "model": {"schedule", "privacy", "problems", "file_names", "attachments"},
    "read": {
        *("model", "schedule", "privacy", "problems", "encodings", "file_names", "plain_files"),
        *("archives", "attachments", "supervised"),
    },
    "check": {"model", "schedule", "privacy", "problems", "file_names"},
    "plan": {"model", "schedule"},
    "render": {"plan", "problems", "libraries"},
    "write": {"file_names", "plain_files", "listing"},
    "publish": {"model", "write", "problems"},
    "build": {
        *("read", "check", "plan", "render", "write", "model", "schedule", "privacy", "problems"),
        *("plain_files", "file_names", "listing", "libraries", "attachments", "supervised"),
        "unpickling",
    },
    "serve": {
        *("build", "read", "plan", "render", "write", "model", "privacy", "problems", "listing"),
    },
    "fix": {"problems", "encodings"},
    "create": {"model", "schedule", "problems", "file_names"},
    "messages": {"problems"},
    "commands": {
        *(
            "build",
            "create",
            "fix",
            "messages",
            "read",
            "render",
            "privacy",
            "problems",
            "publish",
            "schedule",
            "serve",
        ),
    },
}
ALLOWED_SPECIAL = {
    # render sees what plan hands it: its artifact types, and nothing that plans.
    ("render", "plan"): ("generator.plan.views", "generator.plan.artifact"),
    # The doctor asks what posters lack, and nothing else.
    ("commands", "render"): ("generator.render.fonts",),
}
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}


def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imports_of(tree: ast.Module) -> Iterator[str]:
    """All modules of the package that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield inner if inner in MODULES else module


def stage(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def own_imports(name: str) -> set[str]:
    return {other for other in imports_of(MODULES[name]) if other.split(".")[0] == "generator"}


def test_every_stage_is_known() -> None:
    assert {stage(name) for name in MODULES} - {"", "__main__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("name", sorted(name for name in MODULES if stage(name) in MAY_IMPORT))
def test_layers(name: str) -> None:
    layer = stage(name)
    for other in own_imports(name):
        if other == "generator":
            continue  # the version
        assert stage(other) in MAY_IMPORT[layer] | EVERYWHERE | {layer}, f"{name} imports {other}"
        allowed = ALLOWED_SPECIAL.get((layer, stage(other)))
        if allowed:
            assert other.startswith(allowed), f"{name} imports {other}"


def test_no_cycle() -> None:
    graph = {name: own_imports(name) - {name} for name in MODULES}
    # A package's __init__ that gathers its own modules is not a cycle of those modules.
    graph = {
        name: {other for other in others if not name.startswith(f"{other}.")}
        for name, others in graph.items()
    }
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("name", sorted(MODULES))
def test_only_commands_read_the_clock_or_print_or_exit(name: str) -> None:
    if stage(name) in ("commands", "__main__"):
        return
    for node in ast.walk(MODULES[name]):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name):
            assert function.id not in ("print", "exit"), f"{name}:{node.lineno}"
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            call = (function.value.id, function.attr)
            assert call not in CLOCKS | {("sys", "exit")}, f"{name}:{node.lineno}"


def test_weasyprint_is_imported_lazily() -> None:
    """The site builds on a machine without Pango."""
    for name, tree in MODULES.items():
        for node in tree.body:
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            for module in modules:
                assert module.split(".")[0] != "weasyprint", name
