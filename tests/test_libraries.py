"""Versions read off the names of folders, held against what packages say of themselves."""

from importlib.metadata import PackageNotFoundError, distributions, version

import pytest

from generator.libraries import find_version, list_libraries


def test_every_version_is_what_the_package_says() -> None:
    names = {each.metadata["Name"] for each in distributions()}
    assert len(names) > 20
    assert {name: find_version(name) for name in names} == {name: version(name) for name in names}


def test_names_are_compared_as_installers_do() -> None:
    assert find_version("Markdown.It-py") == version("markdown-it-py")
    assert f"markdown_it_py-{version('markdown-it-py')}.dist-info" in list_libraries()


def test_what_is_not_installed_has_none() -> None:
    with pytest.raises(PackageNotFoundError):
        find_version("no-such-package")
