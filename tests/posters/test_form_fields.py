"""Forms on a screen: small files whose fields take Chinese names."""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.posters.printing import Printer
from tests.posters.samples import all_kinds

KILOBYTES = 150


def type_into_first_field(data: bytes, text: str) -> tuple[int, int]:
    """Return how many dark pixels the first field has before and after somebody types."""
    document: Any = pypdfium2.PdfDocument(data)
    document.init_forms()
    page, form = document[0], document.formenv
    field = pdfium.FPDFPage_GetAnnot(page, 0)
    place = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(field, place)
    x, y = (place.left + place.right) / 2, (place.top + place.bottom) / 2
    bottom, top = sorted((place.bottom, place.top))
    around = (place.left, bottom + 2, page.get_width() - place.right, page.get_height() - top)
    counts = []
    for character in ("", *text):
        if character:
            pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
            pdfium.FORM_OnLButtonUp(form, page, 0, x, y)
            pdfium.FORM_OnChar(form, page, ord(character), 0)
            pdfium.FORM_ForceToKillFocus(form)
        picture = page.render(scale=2, crop=around, may_draw_forms=True, grayscale=True).to_pil()
        counts.append(sum(picture.histogram()[:96]))
    return counts[0], counts[-1]


def test_a_chinese_name_can_be_typed(printed: Printer) -> None:
    data = printed("form", all_kinds()["form"])
    assert len(data) < KILOBYTES * 1000
    empty, one = type_into_first_field(data, "王")
    _, more = type_into_first_field(data, "王小明")
    assert empty < one < more
