"""The press itself: it fetches nothing, prints nothing, and works out lengths."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.render.fonts import Faces
from generator.render.press import Press, Sheet, resolve_lengths
from generator.render.qr import draw_qr

PAGE = '<html lang="zh-CN"><title>x</title><body><div id="area"></div><div id="content">{}</div>'
STYLE = "#area { position: fixed; top: 0; bottom: 0; left: 0; right: 0 } "


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "data:image/png;base64,AA=="]
)
def test_fetches_nothing(faces: Faces, address: str, capfd: pytest.CaptureFixture[str]) -> None:
    press = Press(faces)
    document = press.parse(PAGE.format(f'<img src="{address}" alt="x">'))
    press.write(press.lay_out(document, Sheet(style=STYLE)))
    assert any("posters fetch nothing" in line for line in press.log)
    assert capfd.readouterr() == ("", "")


def test_bad_style_is_logged_not_printed(faces: Faces, capfd: pytest.CaptureFixture[str]) -> None:
    press = Press(faces)
    press.lay_out(press.parse(PAGE.format("x")), Sheet(style=STYLE + "p { colour: red }"))
    assert any("colour" in line for line in press.log)
    assert capfd.readouterr() == ("", "")


def test_measures_what_content_takes(faces: Faces) -> None:
    press = Press(faces)
    sheet = Sheet(style=STYLE + "@page { margin: 0 } body { margin: 0 } p { margin: 0 }")
    full = press.parse(PAGE.format('<p style="height: 148.5mm"></p>'))
    assert press.lay_out(full, sheet).fill == pytest.approx(0.5, abs=0.01)
    assert press.lay_out(full, replace(sheet, zoom=0.5)).fill == pytest.approx(0.25, abs=0.01)
    long = press.parse(PAGE.format('<p style="height: 200mm"></p>' * 2))
    layout = press.lay_out(long, sheet)
    assert layout.page_count == 2
    assert layout.fill > 1


def test_notices_what_sticks_out(faces: Faces) -> None:
    press = Press(faces)
    sheet = Sheet(style=STYLE + "span { white-space: nowrap }")
    wide = press.parse(PAGE.format(f'<span id="area.x">{"很宽" * 80}</span>'))
    assert press.lay_out(wide, sheet).sticks_out == ("area.x",)


def test_lengths_on_paper() -> None:
    style = (
        "html {\n  --jade: #0b5d4e;\n}\n"
        "p { color: var(--jade); width: calc(12 * var(--mm)); margin: 3mm;"
        " font-size: max(22pt, calc(16 * var(--pt))) }"
    )
    result = resolve_lengths(style, 0.5)
    assert "color: #0b5d4e; width: 24.0000mm; margin: 3mm; font-size: 32.0000pt" in result


def test_import_is_free_of_weasyprint() -> None:
    code = (
        "import sys, generator.render.posters, generator.render.fonts as f;"
        "f.missing_requirements(); sys.exit('weasyprint' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


def test_code_is_the_same_every_time() -> None:
    draw_qr.cache_clear()
    first = draw_qr("https://board.example/x/a/", "二维码")
    draw_qr.cache_clear()
    assert draw_qr("https://board.example/x/a/", "二维码") == first
    assert "<title>二维码</title>" in first
