"""QR codes of pages: added up from those of other addresses, and the same as segno draws."""

import io
import random
from unittest.mock import Mock

import pytest
import segno

from generator.render.qr import QUIET_ZONE, draw_qr

LETTERS = "23456789bcdfghjkmnpqrstvwxz"


def draw_by_segno(text: str, title: str) -> str:
    buffer = io.BytesIO()
    code = segno.make(text, error="m", mask=2, micro=False, boost_error=False)
    code.save(
        buffer,
        kind="svg",
        border=QUIET_ZONE,
        xmldecl=False,
        title=title,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        light="#fff",
    )
    return buffer.getvalue().decode()


def short_addresses(count: int) -> list[str]:
    chance = random.Random(7)  # noqa: S311 - no secret
    codes = ("".join(chance.choices(LETTERS, k=6)) for _ in range(count))
    return [f"https://board.example/x/{code}/" for code in codes]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(short_addresses(40), id="short-addresses"),
        pytest.param([f"https://board.example/{'a' * n}.html" for n in (1, 40, 160)], id="lengths"),
        pytest.param(["a/1", "a/2", "b!3", "~~~", "zzz"], id="other-characters"),
        pytest.param(["ABC", "AB1", "123", "124"], id="denser-modes"),
        pytest.param(["公告栏a", "公告栏b"], id="chinese"),
    ],
)
def test_codes_are_those_of_segno(texts: list[str]) -> None:
    for text in texts:
        assert draw_qr(text, "本页 <&> “码”") == draw_by_segno(text, "本页 <&> “码”")


def test_few_codes_are_made_for_many_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Mock(wraps=segno.make)
    monkeypatch.setattr(segno, "make", counted)
    draw_qr("https://notices.example/index.htm", "")  # as long as they are, and otherwise unlike
    for address in short_addresses(200):
        draw_qr(address.replace("board", "notices"), "")
    assert counted.call_count < 60


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        draw_qr("https://board.example/" + "a" * 2400, "")
