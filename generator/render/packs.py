"""Print packs: several PDFs as one, for the printer alone.

The pages and form fields are kept as they are. The tags of PDF/UA are not: who cannot see the
paper reads the posters themselves, which have them.
"""

import io
from collections.abc import Sequence


def merge_pack(documents: Sequence[bytes], title: str, author: str) -> bytes:
    """Return the pages of PDFs in their order as one; the same documents give the same bytes.

    A document that comes several times is stored once. Raises pikepdf.PdfError for what is no PDF.
    """
    import pikepdf  # noqa: PLC0415 - only packs need it

    opened = {data: pikepdf.open(io.BytesIO(data)) for data in dict.fromkeys(documents)}
    with pikepdf.new() as pack:
        for data in documents:
            pack.add_pages_from(opened[data])
        pack.docinfo["/Title"] = title
        pack.docinfo["/Author"] = author
        buffer = io.BytesIO()
        pack.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return buffer.getvalue()
