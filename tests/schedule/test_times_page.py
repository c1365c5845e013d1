"""The page for volunteers: every phrase on it is understood, every struck one is refused."""

import re
from pathlib import Path

import pytest

from tests.schedule.samples import refused, understood

PAGE = (Path(__file__).parents[2] / "docs" / "times.md").read_text(encoding="utf-8")
WRITTEN = [phrase for phrase in re.findall(r"`([^`]+)`", PAGE) if not phrase.startswith("linli ")]
STRUCK = re.findall(r"~~([^~]+)~~", PAGE)


@pytest.mark.parametrize("phrase", WRITTEN)
def test_written(phrase: str) -> None:
    understood(phrase)


@pytest.mark.parametrize("phrase", STRUCK)
def test_struck_out(phrase: str) -> None:
    refused(phrase)


def test_there_are_phrases() -> None:
    assert len(WRITTEN) > 50
    assert len(STRUCK) == 18
