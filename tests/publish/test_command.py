"""`linli publish` as it is typed: a folder, a zip, and all that is refused."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.commands import main
from generator.publish.record import RECORD
from tests.publish.versions import FIRST, SECOND, build, read_tree
from tests.sites_for_tests import SMALL

Said = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with an output."""
    folder = shutil.copytree(SMALL, tmp_path / "site", ignore=shutil.ignore_patterns("output"))
    build(folder / "output", FIRST)
    return folder


def publish(site: Path, *arguments: str) -> int:
    return main(["publish", "--site", str(site), "--lang", "en", *arguments])


def test_a_folder(site: Path, tmp_path: Path, capsys: Said) -> None:
    target = tmp_path / "www"
    assert publish(site, str(target)) == 0
    assert "11 files put there (0.2 MB), 0 taken away" in capsys.readouterr().out
    assert read_tree(target) == FIRST
    assert publish(site, str(target)) == 0
    assert "up to date: 11 files" in capsys.readouterr().out


def test_what_was_withdrawn_is_withdrawn_there(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(site, str(target))
    build(site / "output", SECOND)
    assert publish(site, str(target)) == 0
    assert read_tree(target) == SECOND
    assert not (target / "events" / "a.html").exists()


def test_the_target_of_the_site(site: Path, tmp_path: Path, capsys: Said) -> None:
    config = site / "content" / "site.yaml"
    config = config if config.exists() else site / "site.yaml"
    config.write_text(config.read_text("utf-8") + "\n发布: ../www\n", "utf-8")
    assert publish(site, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "+ index.html\n" in out
    assert not (tmp_path / "www").exists()
    assert publish(site) == 0
    assert read_tree(tmp_path / "www") == FIRST


def test_no_target(site: Path, capsys: Said) -> None:
    assert publish(site) == 1
    assert "publish-target-missing" in capsys.readouterr().err


def test_a_zip_has_the_same_bytes_each_time(site: Path, tmp_path: Path, capsys: Said) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    assert publish(site, str(first)) == publish(site, str(second)) == 0
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {n: archive.read(n) for n in archive.namelist() if n != RECORD} == FIRST
        archive.extractall(tmp_path / "unpacked")
    capsys.readouterr()
    assert publish(site, str(tmp_path / "unpacked")) == 0, "a zip's folder can be published on"
    assert "up to date" in capsys.readouterr().out
    first.write_bytes(b"precious")
    assert publish(site, str(first)) == 1
    assert first.read_bytes() == b"precious"


def test_json(site: Path, tmp_path: Path, capsys: Said) -> None:
    assert publish(site, str(tmp_path / "www"), "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["published"]
    assert sorted(said["uploads"]) == sorted(FIRST)
    assert publish(site, str(tmp_path), "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "publish-folder-overlaps"


@pytest.mark.parametrize("target", ["/", "~", "/etc", "/home", "OUTPUT", "CONTENT/sub", "FILE"])
def test_folders_that_cannot_be_meant(site: Path, target: str, capsys: Said) -> None:
    (site.parent / "file").write_text("x")
    for word, path in (("OUTPUT", "output"), ("CONTENT", "content"), ("FILE", "../file")):
        target = target.replace(word, str(site / path))
    assert publish(site, target) == 1
    assert "publish-folder-" in capsys.readouterr().err


def test_a_folder_of_somebody_else(site: Path, tmp_path: Path, capsys: Said) -> None:
    target = tmp_path / "www"
    target.mkdir()
    (target / "thesis.doc").write_text("precious")
    assert publish(site, str(target)) == 1
    assert "thesis.doc" in capsys.readouterr().err
    assert read_tree(target) == {"thesis.doc": b"precious"}


def test_a_link_out_of_the_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "www", tmp_path / "elsewhere"
    publish(site, str(target))
    shutil.rmtree(target / "events")
    elsewhere.mkdir()
    (elsewhere / "a.html").write_text("precious")
    (target / "events").symlink_to(elsewhere)
    build(site / "output", SECOND)
    assert publish(site, str(target)) == 4, "what was before it is there"
    assert read_tree(elsewhere) == {"a.html": b"precious"}


def test_a_damaged_output(site: Path, tmp_path: Path, capsys: Said) -> None:
    (site / "output" / "events" / "a.html").write_bytes(b"edited")
    assert publish(site, str(tmp_path / "www")) == 1
    assert "events/a.html" in capsys.readouterr().err
    shutil.rmtree(site / "output")
    assert publish(site, str(tmp_path / "www")) == 1
    assert "publish-output-missing" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_a_build_with_privacy_errors(site: Path, tmp_path: Path, capsys: Said) -> None:
    content = site / "content"
    notice = next(content.rglob("notices/*.md"))
    shutil.rmtree(site / "output")
    arguments = ["--site", str(site), "--today", "2026-03-02", "--lang", "en"]
    bad = notice.with_name("2026-03-01-bad.md")
    text = "---\n类别: 通知\n标题: 领取\n发布: 2026-03-01\n---\n身份证号：11010519491231002X。\n"
    bad.write_text(text, "utf-8")
    assert main(["build", *arguments, "--no-posters"]) == 3
    bad.write_text(text.replace("11010519491231002X", "照旧"), "utf-8")
    capsys.readouterr()
    assert publish(site, str(tmp_path / "www")) == 1, "what was built counts, not what is mended"
    err = capsys.readouterr().err
    assert "publish-privacy" in err
    assert bad.name in err
    assert not (tmp_path / "www").exists()
    bad.write_text(text.replace("身份证号：", "范围之外").replace("发布", "发不"), "utf-8")
    main(["build", *arguments, "--no-posters"])
    assert publish(site, str(tmp_path / "www")) == 0, "other errors leave their items out"


@pytest.mark.parametrize("target", ["sftp://a:geheim@h/x", "s3://b?secret=geheim"])
def test_a_password_is_never_shown(site: Path, target: str, capsys: Said) -> None:
    assert publish(site, target) == 1
    said = capsys.readouterr()
    assert "publish-password" in said.err
    config = next(
        path for path in (site / "content/site.yaml", site / "site.yaml") if path.exists()
    )
    config.write_text(config.read_text("utf-8") + f"\n发布: {target}\n", "utf-8")
    main(["check", "--site", str(site)])
    shown = capsys.readouterr()
    assert "publish-password" in shown.out + shown.err
    assert "geheim" not in said.out + said.err + shown.out + shown.err
