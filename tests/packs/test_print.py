"""Packs of the small site, printed and read back."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from generator.build import BuildOptions, PrintOptions, PrintResult, build_site, packs, print_packs
from generator.build.printing import Rendered
from generator.build.rendering import render_posters
from generator.commands import main
from generator.model.printed import RECORD_PATH
from generator.plan import Artifact
from generator.read import read_board
from generator.render.fonts import missing_requirements
from generator.render.theme import Theme
from tests.posters.reading import Printed
from tests.sites_for_tests import SMALL, TODAY

pytestmark = [
    pytest.mark.posters,
    pytest.mark.skipif(bool(missing_requirements()), reason="posters cannot be made here"),
]
BOARDS = "公告栏: [{名称: 南门, 尺寸: A4x3}, {名称: 北门, 尺寸: A3x4}]"
WHITE = (255, 255, 255)
EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with two boards in one compound, built."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("print") / "site"))
    committee = site / "content/committees/东居委/committee.yaml"
    text = committee.read_text("utf-8")
    committee.write_text(text.replace("楼栋: 1-4}", f"楼栋: 1-4, {BOARDS}}}"), "utf-8")
    options = BuildOptions(site=site, output=site / "output", today=TODAY)
    assert build_site(read_board(site), options).published
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of it to print from."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def options_of(site: Path) -> PrintOptions:
    return PrintOptions(
        site=site,
        output=site / "output",
        folder=site / "print",
        today=TODAY,
        compounds=("dong-yuan",),
        workers=1,
    )


def print_site(options: PrintOptions) -> PrintResult:
    return print_packs(read_board(options.site), options)


def pages_of(path: Path) -> list[str]:
    with pikepdf.open(path) as pack:
        singles = []
        for page in pack.pages:
            single = pikepdf.new()
            single.pages.append(page)
            single.save(path.with_suffix(".page"))
            singles.append(Printed(path.with_suffix(".page").read_bytes()).text())
            path.with_suffix(".page").unlink()
    return singles


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the press was given."""
    printed: list[str] = []

    def note(
        artifacts: list[Artifact], theme: Theme, workers: int | None, *, print_shop: bool = False
    ) -> Iterator[Rendered]:
        printed.extend(artifact.path for artifact in artifacts)
        return render_posters(artifacts, theme, workers, print_shop=print_shop)

    monkeypatch.setattr(packs, "render_posters", note)
    return printed


def test_a_pack_is_a_cover_and_a_copy_for_each_board(site: Path, pressed: list[str]) -> None:
    result = print_site(options_of(site))
    assert result.done
    (pack,) = result.packs
    assert pressed == ["packs/dong-yuan.pdf"], "the posters were taken from the output"
    cover, *sheets = pages_of(pack.path)
    assert pack.sheets == len(sheets)
    for words in ("东苑·张贴清单", "南门", "北门", "□防冻", "贴不下", "本周到期"):
        assert words in cover
    assert cover.index("□防冻") < cover.index("□关于修车棚的公示") < cover.index("□3月便民服务")
    first_words = ["关好水阀", "修车棚", "3月便民服务"]
    for words, south, north in zip(first_words, sheets, sheets[3:], strict=False):
        assert words in south
        assert south == north
    with pikepdf.open(pack.path) as document:
        sizes = [round(float(page.mediabox[3])) for page in document.pages]
        assert str(document.docinfo["/Title"]) == "东苑"
    assert sizes == sorted(sizes)


def test_the_same_pack_twice_is_one_file(site: Path) -> None:
    first, second = (print_site(options_of(site)).packs[0].path for _ in range(2))
    # The second cover says that the sheets replace those that hang.
    assert (first.name, second.name) == ("dong-yuan-2026-03-02.pdf", "dong-yuan-2026-03-02-2.pdf")
    third = print_site(options_of(site)).packs[0].path
    assert third == second


def test_only_changes_are_printed(site: Path) -> None:
    options = replace(options_of(site), changed=True)
    assert print_site(options).packs
    assert print_site(options).packs == []
    event = site / EVENT
    event.write_text(event.read_text("utf-8").replace("东苑", "东苑南门"), "utf-8")
    (pack,) = print_site(options).packs
    cover, *sheets = pages_of(pack.path)
    assert "换下旧的" in cover
    assert any("东苑南门" in sheet for sheet in sheets)
    assert not any("关好水阀" in sheet for sheet in sheets)


def test_a_failure_leaves_the_record_alone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    print_site(options_of(site))
    record = (site / RECORD_PATH).read_bytes()

    def fail(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packs, "write_pack", fail)
    with pytest.raises(OSError, match="space"):
        print_site(replace(options_of(site), today=date(2026, 3, 4)))
    assert (site / RECORD_PATH).read_bytes() == record


def test_a_damaged_record_is_said_and_replaced(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / RECORD_PATH).parent.mkdir()
    (site / RECORD_PATH).write_text("{")
    arguments = ["--site", str(site), "--today", "2026-03-02", "--compound", "东苑", "--lang", "zh"]
    assert main(["print", *arguments]) == 0
    told = capsys.readouterr()
    assert "打印记录坏了" in told.err
    assert "东苑：" in told.out
    assert main(["print", "--changed", *arguments]) == 0
    assert "没有要打印的" in capsys.readouterr().out


def test_unknown_names_are_mistakes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ["print", "--site", str(site), "--today", "2026-03-02", "--lang", "zh"]
    assert main([*common, "--compound", "nowhere"]) == 1
    assert "没有叫“nowhere”的小区" in capsys.readouterr().err
    assert main([*common, "--board", "西门"]) == 1
    assert "西门" in capsys.readouterr().err
    assert not (site / RECORD_PATH).exists()


def test_a_print_shop_gets_bleed_and_marks(site: Path) -> None:
    options = replace(options_of(site), print_shop=True, board="南门")
    (pack,) = print_site(options).packs
    with pikepdf.open(pack.path) as document:
        for page in document.pages[1:]:
            trim, bleed, media = (
                [float(side) / 72 * 25.4 for side in box]
                for box in (page.trimbox, page.obj.BleedBox, page.mediabox)
            )
            assert trim == pytest.approx([0, 0, 210, 297], abs=0.1)
            assert bleed == pytest.approx([-3, -3, 213, 300], abs=0.1)
            assert media[0] < -5
    scale = 2 * 25.4 / 72  # two pixels a millimetre
    image = Printed(pack.path.read_bytes())._document[1].render(scale=scale).to_pil()
    middle = image.width // 2
    assert image.getpixel((middle, 2)) == WHITE
    assert image.getpixel((middle, 2 * 7)) != WHITE, "the band runs on into the bleed"


def test_the_take_down_list_notes_nothing(site: Path) -> None:
    (pack,) = print_site(replace(options_of(site), lists_only=True)).packs
    (text,) = pages_of(pack.path)
    assert "东苑·取下清单" in text
    assert "3月3日（周二）后取下：元宵猜灯谜" in text
    assert not (site / RECORD_PATH).exists()


def test_the_build_says_what_is_not_printed_yet(site: Path) -> None:
    options = replace(options_of(site), compounds=())
    assert print_site(options).done
    build = BuildOptions(site=site, output=site / "output", today=TODAY)
    assert build_site(read_board(site), build).to_print == []
    event = site / EVENT
    event.write_text(event.read_text("utf-8").replace("东苑", "东苑南门"), "utf-8")
    expected = "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao.pdf"
    for _ in range(2):  # a build changes nothing on the boards
        assert expected in build_site(read_board(site), build).to_print
