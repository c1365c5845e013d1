"""`linli explain`: what a code means, with a wrong and a right example.

The sentence is the one that the wrong example really brings about: the example is read and checked
in a site of its own. docs/messages has the same as pages.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from string import Formatter
from tempfile import TemporaryDirectory

from generator.build import check_site, read_site
from generator.commands.terminal import default_language
from generator.messages import LANGUAGES, say, wording
from generator.messages.examples import (
    Background,
    Example,
    FileExample,
    PhraseExample,
    base_files,
    examples,
)
from generator.messages.text import Text
from generator.problems import Fact, near_misses
from generator.schedule import (
    Refusal,
    Schedule,
    packaged_calendar,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)

UNKNOWN_CODE = 2
_CONVERSATION = (
    *("summary-", "word-", "when-", "new-", "add-", "guide-", "draft-", "doctor-"),
    "serve-",
)
"""What commands say besides problems; it comes without a code, so nobody asks for one."""
_GAP = "…"
_TITLES = ("summary-wrong-example", "summary-right-example")
_parse = Formatter().parse
_PUBLISHED = date(2026, 3, 1)
_TODAY = date(2026, 3, 2)
_LAST = date(2027, 2, 28)
_PARSERS: Mapping[str, Callable[..., object]] = {
    "when": parse_schedule,
    "day": parse_day,
    "days": parse_days,
    "deadline": parse_deadline,
}

Found = Mapping[str, Mapping[str, Fact]]
"""Code → the facts with which it was first reported."""


def run_explain(options: argparse.Namespace) -> int:
    """Explain a code, or list all of them; 2 if there is no such code."""
    language = options.lang or default_language()
    if options.write:
        write_pages(options.write)
        return 0
    if not options.code:
        print(_list_codes(language))
        return 0
    code = options.code.strip().strip("[]").lower()
    if code not in explained_codes():
        print(_unknown(options.code, language), file=sys.stderr)
        return UNKNOWN_CODE
    print(explain_code(code, language))
    return 0


def explained_codes() -> list[str]:
    """Return all codes that a problem can have, in the order of the messages."""
    return [code for code in wording("zh") if not code.startswith(_CONVERSATION)]


def _unknown(code: str, language: str) -> str:
    facts: dict[str, Fact] = {"value": code}
    parts = [say("summary-code-unknown", language, facts).message]
    near = near_misses(code.strip().lower(), explained_codes(), count=3)
    if near:
        parts.append(say("summary-code-near", language, {"near": "\n".join(near)}).message)
    return " ".join(parts)


def _list_codes(language: str) -> str:
    lines = [say("summary-codes", language).message]
    lines += [f"  {code}  {_blank(code, language).message}" for code in explained_codes()]
    return "\n".join(lines)


def explain_code(code: str, language: str) -> str:
    """Return what the terminal shows about a code."""
    example = examples().get(code)
    text = sentence_of(code, language)
    lines = [f"{code}: {text.message}"]
    if text.remedy:
        lines.append(f"{say('word-help', language).message}: {text.remedy}")
    if isinstance(example, Background):
        lines += ["", getattr(example, language)]
    elif example:
        for title, (path, content) in zip(_TITLES, _show(example), strict=True):
            heading = say(title, language).message
            lines += ["", f"{heading} {path}".rstrip()]
            lines += [f"    {line}".rstrip() for line in content.splitlines()]
    return "\n".join(lines)


def sentence_of(code: str, language: str) -> Text:
    """Return a code's sentence and remedy, with the facts of its own example."""
    facts = _facts_of(code)
    return say(code, language, facts) if facts else _blank(code, language)


@cache
def _facts_of(code: str) -> Mapping[str, Fact]:
    """Return what a code's wrong example says; nothing if it has none."""
    example = examples().get(code)
    return rehearse(example, wrong=True).get(code, {}) if example else {}


def _blank(code: str, language: str) -> Text:
    """Return a code's sentence with a gap for each fact."""
    fields = [field for part in wording(language)[code] for _, field, _, _ in _parse(part)]
    return say(code, language, {field: _GAP for field in fields if field})


def rehearse(example: Example, *, wrong: bool) -> Found:
    """Read an example as if somebody had written it, and return the codes it brings about."""
    if isinstance(example, FileExample):
        return _rehearse_file(example, wrong=wrong)
    if isinstance(example, PhraseExample):
        return _rehearse_phrase(example, wrong=wrong)
    return {}


def _rehearse_file(example: FileExample, *, wrong: bool) -> Found:
    with TemporaryDirectory(prefix="linli-") as folder:
        content = Path(folder, "content")
        base = {path: text.encode() for path, text in base_files().items()}
        for path, data in {**base, **example.files_beside()}.items():
            _put(content / path, data)
        if wrong:
            _put(content / example.path, example.wrong_bytes())
        else:
            _put(content / (example.right_path or example.path), example.right.encode())
        problems = check_site(read_site(Path(folder)), _TODAY)
    return {problem.code: problem.facts for problem in reversed(problems)}


def _put(location: Path, data: bytes) -> None:
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(data)


def _rehearse_phrase(example: PhraseExample, *, wrong: bool) -> Found:
    phrase = example.phrase if wrong else example.right
    published = None if example.undated else _PUBLISHED
    result = _PARSERS[example.field](phrase, published=published)
    if isinstance(result, Refusal):
        return {result.code: {**result.facts, "suggestions": "\n".join(result.suggestions)}}
    if isinstance(result, Schedule):
        cautions = result.cautions(_PUBLISHED, _LAST, packaged_calendar())
        return {note.code: note.facts for note in reversed((*result.notes, *cautions))}
    return {}


def _show(example: FileExample | PhraseExample) -> list[tuple[str, str]]:
    """Return where the wrong and the right one stand, and what to print of them."""
    if isinstance(example, PhraseExample):
        return [("", _visible(example.phrase)), ("", example.right)]
    wrong = example.wrong_bytes().decode("utf-8", errors="replace")
    right_path = example.right_path or example.path
    return [
        (f"content/{example.path}", _visible(wrong)),
        (f"content/{right_path}", _visible(example.right)),
    ]


def _visible(text: str) -> str:
    """Return a text in which what nobody sees is written out."""
    shown = text.replace("\t", "→")
    return "".join(c if c.isprintable() or c in "\n\u3000" else "�" for c in shown)


def write_pages(folder: Path) -> None:
    """Write the pages of docs/messages, and take away those of codes that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = make_pages()
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_bytes(text.encode())


def make_pages() -> dict[str, str]:
    """Return the pages of docs/messages by name: one for each code, and the list of all."""
    pages = {f"{code}.md": _make_page(code) for code in explained_codes()}
    rows = [
        f"| [`{code}`]({code}.md) | " + " | ".join(_cell(code, one) for one in LANGUAGES) + " |"
        for code in explained_codes()
    ]
    head = [
        "# Messages",
        "",
        "What `linli check` and `linli build` say, by the code in brackets. `linli explain CODE`",
        "shows the same page; all of them are written by `linli explain --write docs/messages`.",
        "",
        "| code | 中文 | English |",
        "|---|---|---|",
    ]
    return pages | {"README.md": "\n".join((*head, *rows)) + "\n"}


def _cell(code: str, language: str) -> str:
    return _blank(code, language).message.replace("|", "\\|")


def _make_page(code: str) -> str:
    example = examples().get(code)
    lines = [f"# {code}"]
    for language in LANGUAGES:
        text = sentence_of(code, language)
        lines += ["", text.message]
        if isinstance(example, Background):
            lines += ["", getattr(example, language)]
        if text.remedy:
            heading = say("word-help", language).message.capitalize()
            lines += ["", f"**{heading}**: {text.remedy}"]
    if example and not isinstance(example, Background):
        for title, (path, content) in zip(_TITLES, _show(example), strict=True):
            heading = " / ".join(say(title, one).message.rstrip("：:") for one in LANGUAGES)
            lines += ["", f"## {heading}", "", *([f"`{path}`", ""] if path else [])]
            if content.strip():
                kind = PurePosixPath(path).suffix.removeprefix(".")
                lines += [f"```{kind}", content.rstrip("\n"), "```"]
    return "\n".join(lines) + "\n"
