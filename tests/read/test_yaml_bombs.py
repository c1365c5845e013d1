"""Texts made to hurt a YAML parser."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "text",
    ["[" * 60_000, "{a: " * 15_000, "- " * 30_000, "? " * 30_000, "a: " * 20_000,
     "\n".join(" " * depth + "a:" for depth in range(340)), "[" * 30_000 + "]" * 30_000,
     ("[" * 60 + "\n") * 900, "&a " * 20_000, "!" * 60_000],
)  # fmt: skip
def test_bombs_are_refused_and_kill_nothing(text: str) -> None:
    """In a process of its own: a parser that recurses would take the test run with it."""
    program = (
        "import sys; from generator.read.yaml_text import *\n"
        "try: parse_yaml(sys.stdin.read(), 'a.yaml')\n"
        "except YamlRefusedError as error: print(error.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        input=text, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() in ("yaml-too-deep", "yaml-syntax", "yaml-anchor", "yaml-tag",
                                   "key-not-text")  # fmt: skip
