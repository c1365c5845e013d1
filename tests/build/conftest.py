"""The project's own content, built once for all tests that look at the whole site."""

from pathlib import Path

import pytest

from generator.build import BuildOptions, build_site, read_site
from generator.problems import Severity
from tests.pages.test_browser import browser
from tests.sites_for_tests import SAMPLE, TODAY

__all__ = ["browser", "sample"]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own content, built without posters; not to be changed."""
    output = tmp_path_factory.mktemp("sample") / "output"
    options = BuildOptions(site=SAMPLE, output=output, today=TODAY, posters=False)
    result = build_site(read_site(SAMPLE), options)
    assert result.published
    assert not [p for p in result.problems if p.severity is Severity.ERROR]
    return output
