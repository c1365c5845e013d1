"""Canaries: a server that notes who calls, files that say who read them, and ways to either."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pypdfium2

SECRET = "CANARY-7F3A"  # noqa: S105 - nobody is to keep it
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">{}</text></svg>'

MARKUP = {
    "img": '<img src="{http}">',
    "img-file": '<img src="{file}">',
    "img-upper-case": '<img src="FiLe://{path}">',
    "img-file-query": '<img src="{file}?x#y">',
    "img-localhost": '<img src="file://localhost{path}">',
    "img-ftp": '<img src="ftp://127.0.0.1:{port}/img-ftp">',
    "img-data-svg": '<img src="{svg_image}">',
    "img-nested-twice": '<img src="{svg_svg_image}">',
    "link": '<link rel="stylesheet" href="{http}">',
    "link-file": '<link rel="stylesheet" href="{file}">',
    "link-data-import": '<link rel="stylesheet" href="data:text/css,@import%20url({http})">',
    "link-attachment": '<link rel="attachment" href="{http}">',
    "link-attachment-file": '<link rel="attachment" href="{file}">',
    "link-attachment-path": '<link rel="attachment" href="{path}">',
    "a-attachment": '<a rel="attachment" href="{http}">a</a>',
    "a-attachment-file": '<a rel="attachment" href="{file}">a</a>',
    "a-attachment-path": '<a rel="attachment" href="{path}">a</a>',
    "object": '<object data="{http}"></object>',
    "object-file": '<object data="{file}"></object>',
    "embed": '<embed src="{http}">',
    "embed-file": '<embed src="{file}">',
    "iframe": '<iframe src="{http}"></iframe>',
    "iframe-srcdoc": '<iframe srcdoc="&lt;img src={http}&gt;"></iframe>',
    "video-poster": '<video poster="{http}" src="{http}"></video>',
    "source-srcset": '<picture><source srcset="{http}"><img srcset="{http} 2x"></picture>',
    "input-image": '<input type="image" src="{http}">',
    "svg-image": '<svg><image href="{http}" width="9" height="9"/></svg>',
    "svg-image-file": '<svg><image xlink:href="{file}" width="90" height="20"/></svg>',
    "svg-use": '<svg><use href="{http}#a"/></svg>',
    "svg-use-file": '<svg><use href="{file}#a"/></svg>',
    "svg-style": '<svg><style>@import url("{http}");</style><rect width="9" height="9"/></svg>',
    "svg-fill": '<svg><rect fill="url({http}#a)" width="9" height="9"/></svg>',
    "svg-feimage": '<svg><filter id="f"><feImage href="{http}"/></filter>'
    '<rect filter="url(#f)" width="9" height="9"/></svg>',
    "svg-font": "<svg><style>@font-face {{ font-family: s; src: url({http}) }}</style>"
    '<text y="9" font-family="s">a</text></svg>',
    "meta-refresh": '<meta http-equiv="refresh" content="0; url={http}">',
    "table-background": '<table background="{http}"><tr><td>a</table>',
    "style-attribute": '<p style="background: url({http})">a</p>',
}
"""Markup, by the name under which its call would be noted."""
STYLES = {
    "import": '@import url("{http}");',
    "import-string": '@import "{http}";',
    "import-file": '@import url("{file}");',
    "import-data": '@import url("data:text/css,@import%20url({http})");',
    "font-face": "@font-face {{ font-family: f; src: url({http}) }} p {{ font-family: f }}",
    "font-face-file": "@font-face {{ font-family: g; src: url({file}) }} p {{ font-family: g }}",
    "font-face-local": "@font-face {{ font-family: h; src: local(Arial), url({http}) }}",
    "background": "body {{ background: url({http}) }}",
    "background-file": "p {{ background: url({file}) }}",
    "background-data": "p {{ background: url('{svg_image}') }}",
    "list-style": "p {{ display: list-item; list-style: inside url({http}) }}",
    "content": "p::after {{ content: url({http}) }}",
    "content-file": "p::before {{ content: url({file}) }}",
    "content-attribute": "p::after {{ content: attr(title url) }}",
    "border-image": "p {{ border: 9px solid; border-image: url({http}) 9 }}",
    "mask": "p {{ mask-image: url({http}) }}",
    "image-set": "p {{ background: image-set(url({http}) 1x) }}",
    "cursor": "p {{ cursor: url({http}), auto }}",
    "shape-outside": "p {{ float: left; shape-outside: url({http}) }}",
    "page-background": "@page {{ background: url({http}) }}",
    "page-margin": "@page {{ @top-center {{ content: url({http}) }} }}",
    "marker": "p::marker {{ content: url({http}) }}",
    "variable": "p {{ --x: url({http}); background: var(--x) }}",
    "escaped": "p {{ background: \\75rl({http}) }}",
}
"""The same in CSS, for a sheet's own style and for a `<style>` of the body."""


class Canaries:
    """Where vectors point, and what came of it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.calls: list[str] = []
        """The names under which the server was called."""
        self._port = port
        self._folder = folder

    def fill(self, name: str, vector: str) -> str:
        """Return a vector that points to the server and to a file of its own."""
        http = f"http://127.0.0.1:{self._port}/{name}"
        path = self._folder / f"{name}.svg"
        path.write_text(_SVG.format(f"{SECRET} {name}"), "utf-8")
        image = _nest(f'<image href="{http}" width="9" height="9"/>')
        twice = _nest(f'<image href="{image}" width="9" height="9"/>')
        return vector.format(
            http=http,
            file=path.as_uri(),
            path=path,
            port=self._port,
            svg_image=image,
            svg_svg_image=twice,
        )


def _nest(content: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{content}</svg>'
    return f"data:image/svg+xml,{quote(svg)}"


@contextmanager
def set_out_canaries(folder: Path) -> Iterator[Canaries]:
    """Give canaries whose server runs meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            canaries.calls.append(self.path.lstrip("/").partition("?")[0])
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(_SVG.format(SECRET).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        canaries = Canaries(folder, server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield canaries
        finally:
            server.shutdown()
            thread.join()


def unpack_pdf(data: bytes) -> str:
    """Return all that can be read in a PDF: its bytes, its streams unpacked, its words."""
    found = [data]
    with pikepdf.open(BytesIO(data)) as document:
        found += [thing.read_bytes() for thing in document.objects if is_plain_stream(thing)]
        names = list(document.attachments)
    text = b"\n".join(found).decode("utf-8", errors="replace")
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return "\n".join([text, *names, *pages])


def is_plain_stream(thing: pikepdf.Object) -> bool:
    """Whether a PDF's object is a stream that can be unpacked, which a JPEG is not."""
    return isinstance(thing, pikepdf.Stream) and thing.get("/Filter") != "/DCTDecode"
