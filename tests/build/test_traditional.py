"""The edition in traditional characters on disk: made of the pages, also of those taken over."""

from pathlib import Path

from tests.build.test_build import E, build, contents, site

__all__ = ["site"]

TWIN = "hant/committees/dong/events/2026-03-03-yuan-xiao.html"


def test_it_follows_its_pages_and_the_list_of_names(site: Path, tmp_path: Path) -> None:
    settings, event, output = site / "content/site.yaml", site / "content" / E, tmp_path / "out"
    plain = settings.read_text("utf-8")
    settings.write_text(plain + "繁体版: 是\n", "utf-8")
    build(site, output)
    assert "猜燈謎" in (output / TWIN).read_text("utf-8")
    event.write_text(event.read_text("utf-8").replace("猜灯谜", "赏花灯"), "utf-8")
    assert build(site, output).kept > 0
    assert "賞花燈" in (output / TWIN).read_text("utf-8")
    # Its page is taken over, and it is made anew all the same.
    settings.write_text(plain + "繁体版: 是\n繁体写法: {花灯: 花鐙}\n", "utf-8")
    build(site, output)
    assert "賞花鐙" in (output / TWIN).read_text("utf-8")
    build(site, tmp_path / "full")
    assert contents(output) == contents(tmp_path / "full")
    settings.write_text(plain, "utf-8")
    build(site, output)
    assert not (output / "hant").exists()
