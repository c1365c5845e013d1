"""One contender of `posters.py` in a process of its own: NAME POSTERS.json FOLDER.

Prints one JSON line: the marginal CPU seconds (after start-up and a first poster) and the number
of posters they bought. The driver measures wall time and memory from outside.
"""

# ruff: noqa: PLC0415 - a contender imports what it needs itself and nothing else
import base64
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

Poster = dict[str, Any]
Work = Callable[[list[Poster], Path], Iterator[float]]
"""Yields the CPU seconds used so far: once when the first poster is done, and at the end."""

STYLE = """@page { size: A4; margin: 14mm }
html { font-family: "Noto Sans CJK SC"; font-size: 17pt; line-height: 1.5 }
h1 { font-size: 46pt; line-height: 1.2; text-align: center; margin: 0 0 6mm }
table { width: 100%; table-layout: fixed } th { width: 26mm; text-align: left }
td, th { vertical-align: top; padding: 1mm 0 } .key td { font-size: 30pt; font-weight: 700 }
footer { display: flex; justify-content: space-between; align-items: flex-end }
footer img { width: 34mm; height: 34mm } footer b { font-size: 30pt }"""


def write_html(poster: Poster, style: str = STYLE) -> str:
    """Return a poster as somebody would write it who knows HTML and has no generator."""
    rows = "".join(
        f'<tr class="{"key" if number < 2 else ""}"><th>{label}</th><td>{text}</td></tr>'
        for number, (label, text) in enumerate(poster["facts"])
    )
    code = base64.b64encode(poster["qr"].encode()).decode()
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{poster["title"]}</title>'
        f"<style>{style}</style><h1>{poster['title']}</h1><table>{rows}</table>"
        f"<p>{poster['body']}</p><footer><div>联系 {poster['contact']}<br><b>{poster['phone']}</b>"
        f"<br>{poster['publisher']}<br>{poster['footer']}</div>"
        f'<img alt="{poster["url"]}" src="data:image/svg+xml;base64,{code}"></footer></html>'
    )


def run_tuned(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print the plain loop's page as fast as WeasyPrint does it: style sheet and faces made once.

    By its documented interface alone. It tells how much of Linli's time is WeasyPrint's: one page
    whose size is known, neither fitted nor checked nor tagged.
    """
    import uharfbuzz as hb
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from generator.render.font_search import find_faces

    found = find_faces()
    assert found
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, set("".join(map(write_html, posters)))))
    wanted.flags |= hb.SubsetFlags.NO_HINTING
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS"))
    fonts, faces = FontConfiguration(), ""
    with tempfile.TemporaryDirectory() as work:
        for weight, face in ((400, found.regular), (700, found.bold)):
            path = Path(work, f"{weight}.otf")
            whole = hb.Face(hb.Blob.from_file_path(face.path), face.index)
            path.write_bytes(hb.subset(whole, wanted).blob.data)
            source = f"font-weight: {weight}; src: url({path.as_uri()})"
            faces += f"@font-face {{ font-family: P; {source} }}\n"
        style = faces + STYLE.replace("Noto Sans CJK SC", "P")
        sheet = weasyprint.CSS(string=style, font_config=fonts)
        for number, poster in enumerate(posters):
            page = weasyprint.HTML(string=write_html(poster, style=""))
            page.write_pdf(folder / f"{number}.pdf", font_config=fonts, stylesheets=[sheet])
            if not number:
                yield _cpu()
        yield _cpu()


TYPST = """#let p = json(bytes(sys.inputs.data))
#set document(title: p.title)
#set page(paper: "a4", margin: 14mm)
#set text(font: "Noto Sans CJK SC", size: 17pt, lang: "zh", region: "CN")
#align(center, text(46pt, weight: "bold", p.title))
#grid(columns: (26mm, 1fr), row-gutter: 5mm, ..p.facts.enumerate().map(((n, f)) => (
  strong(f.at(0)), text(size: if n < 2 { 30pt } else { 17pt }, f.at(1)))).flatten())
#p.body
#v(1fr)
#grid(columns: (1fr, auto), align: bottom, [联系 #p.contact \\ #text(30pt, weight: "bold", p.phone)
  \\ #p.publisher \\ #p.footer], image(bytes(p.qr), format: "svg", width: 34mm, alt: p.url))
"""


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


def run_linli(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print with Linli's own press: fitted, checked for missing characters, tagged (PDF/UA)."""
    yield from _print_views([make_view(poster) for poster in posters], folder)


def run_lists(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print timetables of all lengths, on both papers, in usual and large print, with thumbnails.

    This is what takes most memory of a worker: several pages, and a style sheet for each variant.
    """
    views = [make_list(poster, number) for number, poster in enumerate(posters)]
    yield from _print_views(views, folder, thumbnails=True)


def _print_views(views: list[Any], folder: Path, *, thumbnails: bool = False) -> Iterator[float]:
    from generator.render.fonts import cache_folder, find_faces, prepare_faces
    from generator.render.posters import PosterPress
    from generator.render.theme import find_theme

    found = find_faces()
    assert found
    from generator.render.thumbnails import draw_thumbnail

    faces = prepare_faces(found, cache_folder(), "".join(sorted(set(map(str, repr(views))))))
    press = PosterPress(find_theme("linli", Path()), faces)
    for number, view in enumerate(views):
        data = press.render(f"{number}.pdf", view)
        (folder / f"{number}.pdf").write_bytes(data)
        if thumbnails:
            draw_thumbnail(data)
        if not number:
            yield _cpu()
    yield _cpu()


def make_list(poster: Poster, number: int) -> Any:
    """Return a month's timetable with 4 to 31 days, two services a day."""
    from generator.plan.views import (
        DayView,
        Entry,
        PhoneView,
        ServiceChanges,
        TimetablePoster,
        Variant,
    )

    facts, event = dict(poster["facts"]), make_view(poster)
    variant = Variant(paper=("A4", "A3")[number % 2], large_print=number % 4 > 1)
    entries = tuple(
        Entry(kind="service", title=title, start=start, end=start + 90, place=facts["地点"],
              address="x", note=note)
        for title, start, note in ((facts["内容"][:4], 540, facts["对象"]), ("量血压", 840, None))
    )  # fmt: skip
    days = tuple(
        DayView(day=date(2026, 3, day), lunar="", occasion=None, workday=True, entries=entries)
        for day in range(1, 5 + number % 28)
    )
    return TimetablePoster(
        frame=replace(event.frame, variant=variant), year=2026, month=3, days=days, daily=(),
        contacts=(PhoneView(poster["contact"], poster["phone"]),), changes=ServiceChanges(),
    )  # fmt: skip


def make_view(poster: Poster) -> Any:
    """Return a poster as the view of an event."""
    from generator.plan.views import EventParts, EventPoster, PhoneView, PosterFrame, ProseView

    facts = dict(poster["facts"])
    parts = EventParts(
        reading=facts["时间"],
        place=facts["地点"],
        contact=PhoneView(poster["contact"], poster["phone"]),
        programme=(facts["内容"],),
        fee=facts["费用"],
        audience=facts["对象"],
        registration=facts["报名"],
        deadline=None,
        deadline_minute=None,
        places=None,
        rain=facts["雨天"],
    )
    frame = PosterFrame(
        source="x.md",
        site_name="",
        language="zh-CN",
        committee=poster["publisher"],
        compound="和谐小区",
        title=poster["title"],
        published=date(2026, 3, 2),
        take_down=date(2026, 3, 6),
        office_phone=None,
        footer=poster["footer"],
        url=poster["url"],
        short_url=poster["url"].removeprefix("https://"),
    )
    body = ProseView((f"<p>{poster['body']}</p>",), (), poster["body"])
    return EventPoster(frame=frame, parts=parts, days=(), body=body)


def run_naive(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print in a loop of `HTML(string=…).write_pdf()`, as WeasyPrint's first page shows it."""
    import weasyprint

    for number, poster in enumerate(posters):
        weasyprint.HTML(string=write_html(poster)).write_pdf(folder / f"{number}.pdf")
        if not number:
            yield _cpu()
    yield _cpu()


def run_typst(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print with one Typst compiler, one file a poster."""
    import typst

    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "poster.typ")
        source.write_text(TYPST, "utf-8")
        compiler = typst.Compiler(source, root=work, sys_inputs={"data": "{}"})
        for number, poster in enumerate(posters):
            data = {"data": json.dumps(poster, ensure_ascii=False)}
            compiler.compile(output=folder / f"{number}.pdf", format="pdf", sys_inputs=data)
            if not number:
                yield _cpu()
    yield _cpu()


class Chromium:
    """Headless Chromium over its pipe for developers' tools."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory()
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()

        def place_pipes() -> None:
            os.dup2(theirs_in, 103)
            os.dup2(theirs_out, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        command = [
            *(os.environ.get("CHROMIUM", "chromium"), "--headless", "--no-sandbox"),
            *("--disable-gpu", "--disable-extensions", "--remote-debugging-pipe"),
            *(f"--user-data-dir={self._profile.name}", "about:blank"),
        ]
        self._process = subprocess.Popen(
            command, preexec_fn=place_pipes, close_fds=False,  # noqa: PLW1509
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._buffer, self._last = b"", 0

    def call(self, method: str, session: str | None = None, **values: Any) -> Any:
        """Send one message and return its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": values}
        data = json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            while b"\0" not in self._buffer:
                self._buffer += os.read(self._in, 1 << 20)
            answer, _, self._buffer = self._buffer.partition(b"\0")
            read = json.loads(answer)
            if read.get("id") == self._last:
                return read["result"]

    def cpu(self) -> float:
        """Return the CPU seconds of all its processes."""
        return sum(p["cpuTime"] for p in self.call("SystemInfo.getProcessInfo")["processInfo"])

    def close(self) -> None:
        """End the browser and remove its profile."""
        os.write(self._out, b'{"id":0,"method":"Browser.close"}\0')
        self._process.wait()
        self._profile.cleanup()


def run_chromium(posters: list[Poster], folder: Path) -> Iterator[float]:
    """Print with one warm browser, one page, `Page.printToPDF`."""
    browser = Chromium()
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    page = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    frame = browser.call("Page.getFrameTree", page)["frameTree"]["frame"]["id"]
    ready = "Promise.all([document.fonts.ready, ...[...document.images].map(i => i.decode())])"
    for number, poster in enumerate(posters):
        browser.call("Page.setDocumentContent", page, frameId=frame, html=write_html(poster))
        browser.call("Runtime.evaluate", page, expression=ready, awaitPromise=True)
        made = browser.call("Page.printToPDF", page, preferCSSPageSize=True, printBackground=True)
        (folder / f"{number}.pdf").write_bytes(base64.b64decode(made["data"]))
        if not number:
            yield _cpu() + browser.cpu()
    yield _cpu() + browser.cpu()
    browser.close()


CONTENDERS: dict[str, Work] = {
    "linli": run_linli,
    "lists": run_lists,
    "naive": run_naive,
    "tuned": run_tuned,
    "typst": run_typst,
    "chromium": run_chromium,
}

if __name__ == "__main__":
    name, data, target = sys.argv[1:4]
    everything = json.loads(Path(data).read_text("utf-8"))
    first, last = CONTENDERS[name](everything, Path(target))
    print(json.dumps({"cpu": last - first, "count": len(everything) - 1}))
