"""Remakes the pictures of the volunteers' guide: `python docs/tools/take_screenshots.py`.

Everything in them is real: a new site is made as the guide says, its samples are written into it,
and what the program answers, the pages and the posters are photographed. Only the frames of windows
are drawn. Needs Chromium with its driver, pdftoppm, and what posters need.
"""

import base64
import contextlib
import html
import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402

from tests.guide.guide_text import (  # noqa: E402
    EVENT,
    PICTURE_NAME,
    follow,
    read_chapters,
    run,
    write_form,
)

PICTURES = ROOT / "docs" / "images" / "volunteers"
NEW = Path("../new")
"""Where pictures are put till all are there, seen from the site, in which everything is done."""
SHOWN_FOLDER = r"D:\公告栏"
COLUMNS = 78
EVENT_PAGE = "committees/*/events/*chun-ji*.html"
PHONE, POSTER, SCALE = 420, 420, 2
"""Widths of the finished pictures in pixels; windows are drawn at twice their size."""
COLOURS = 48

STYLE = """
* { box-sizing: border-box; margin: 0 }
body { font: 20px/1.5 "Noto Sans CJK SC"; color: #1b1b1b; background: #fff }
.frame { border: 1px solid #8a8a8a }
.bar { background: #e6e9ee; padding: 5px 12px; display: flex; justify-content: space-between }
.foot { justify-content: flex-end }
.bar:not(.foot) span:last-child { letter-spacing: .5em; color: #555 }
pre { font: 20px/1.3 "Noto Sans Mono CJK SC"; padding: 8px 4px 12px; white-space: pre }
.console { background: #0c0c0c; color: #f2f2f2 }
.row { display: flex; gap: 14px; padding: 7px 14px; align-items: center }
.row b { font-weight: 400; min-width: 6.5em; font-size: 18px }
.box { border: 1px solid #9a9a9a; padding: 2px 10px; flex: 1; background: #fff }
.box.here { border: 3px solid #c5221f }
.key { border: 1px solid #7a7a7a; background: #f4f4f4; padding: 3px 22px }
.list { padding: 8px 14px; columns: 3 }
.list div { line-height: 1.9 }
.mark { display: inline-block; width: 26px; height: 20px; margin-right: 10px; vertical-align: -3px;
  border: 1px solid #999; background: #fff }
.mark.folder { background: #f7d774; border-color: #c9a227 }
"""


class Camera:
    """A browser without a window."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self._driver = driver

    def take(self, address: str, width: int, scale: float, height: int = 0) -> Image.Image:
        """Return a picture of a page; with no height, of all of it."""
        self._size(width, height or 300, scale)
        self._driver.get(address)
        if not height:
            tall = self._driver.execute_script("return document.body.offsetHeight")
            self._size(width, int(tall), scale)
        data = base64.b64decode(self._driver.get_screenshot_as_base64())
        return Image.open(io.BytesIO(data)).convert("RGB")

    def take_markup(self, markup: str, width: int = 800) -> Image.Image:
        """Return a picture of a window, so many CSS pixels wide, that is drawn in HTML."""
        page = f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>'
        page += f'<body style="width: {width}px"><div class="frame">{markup}</div>'
        data = base64.b64encode(page.encode()).decode()
        return self.take(f"data:text/html;base64,{data}", width, SCALE)

    def _size(self, width: int, height: int, scale: float) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


@contextlib.contextmanager
def open_camera() -> Iterator[Camera]:
    """Start Chromium and end it."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    try:
        yield Camera(driver)
    finally:
        driver.quit()


def keep(name: str, picture: Image.Image) -> None:
    """Write a picture with few colours, which is a fraction of its size."""
    small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(NEW / f"{name}.png", optimize=True)


def answer(command: str) -> str:
    """Return what the program prints, as it would in the folder of the guide's examples."""
    code, printed = run(command)
    if code and not command.startswith("linli check"):
        raise SystemExit(f"{command}: {printed}")
    here = re.escape(str(Path.cwd()))
    return re.sub(
        rf"{here}(\S*)", lambda found: SHOWN_FOLDER + found[1].replace("/", "\\"), printed
    )


def wrap(text: str) -> str:
    """Break lines where a window of `COLUMNS` columns breaks them."""
    lines = []
    for line in text.splitlines():
        width, start = 0, 0
        for index, character in enumerate(line):
            step = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if width + step > COLUMNS:
                lines.append(line[start:index])
                width, start = 0, index
            width += step
        lines.append(line[start:])
    return "\n".join(lines)


def draw_console(command: str, text: str) -> str:
    """Return a console window in which a command was typed and answered."""
    content = html.escape(wrap(f"{SHOWN_FOLDER}>{command}\n{text.rstrip()}"))
    return f'{_bar("命令提示符")}<pre class="console">{content}</pre>'


def draw_folder(title: str, folder: Path) -> str:
    """Return a window with what is in a folder."""
    entries = sorted(folder.iterdir(), key=lambda entry: (entry.is_file(), entry.name))
    rows = "".join(
        f'<div><i class="mark{"" if entry.is_file() else " folder"}"></i>{entry.name}</div>'
        for entry in entries
    )
    return f'{_bar(title)}<div class="list">{rows}</div>'


def draw_editor(path: Path) -> str:
    """Return a window like Notepad's with a file, without the explanations of `linli add`."""
    content = html.escape(path.read_text("utf-8").rstrip())
    menu = '<div class="row"><span>文件</span><span>编辑</span><span>查看</span></div>'
    status = '<div class="bar foot"><span></span><span>UTF-8</span></div>'
    return f"{_bar(f'{path.name} - 记事本')}{menu}<pre>{content}</pre>{status}"


def draw_save_window(name: str) -> str:
    """Return the window in which Notepad asks how to save a file."""
    rows = (("文件名(N):", name, ""), ("保存类型(T):", "所有文件 (*.*)", " here"),
            ("编码(E):", "UTF-8", " here"))  # fmt: skip
    fields = "".join(
        f'<div class="row"><b>{label}</b><span class="box{mark}">{value}</span></div>'
        for label, value, mark in rows
    )
    keys = '<span class="key">保存(S)</span><span class="key">取消</span>'
    keys = f'<div class="row" style="justify-content: flex-end">{keys}</div>'
    return _bar("另存为") + fields + keys


def _bar(title: str) -> str:
    return f'<div class="bar"><span>{title}</span><span>—□×</span></div>'


def photograph_poster(name: str, pattern: str) -> None:
    """Keep the poster whose path matches, as it is printed."""
    [poster] = Path("output/posters").glob(pattern)
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(POSTER),
                    "-scale-to-y", "-1", str(poster), "../poster"], check=True)  # fmt: skip
    keep(name, Image.open("../poster.png").convert("RGB"))


def photograph_page(camera: Camera, name: str, path: str, height: int = 720) -> None:
    """Keep the upper part of a page, as wide as a phone."""
    [page] = Path("output").resolve().glob(path)
    keep(name, camera.take(page.as_uri(), 360, PHONE / 360, height))


def paint_picture(path: Path) -> None:
    """Write what a volunteer might put into a page: a tree, painted."""
    image = Image.new("RGB", (1200, 800), "#cfe6f5")
    image.paste("#9cc27c", (0, 560, 1200, 800))
    image.paste("#7a5230", (570, 380, 630, 640))
    for left, top, size in ((420, 180, 240), (560, 120, 280), (480, 260, 300)):
        crown = Image.new("L", (size, size), 0)
        for y in range(size):
            half = int(((size / 2) ** 2 - (y - size / 2) ** 2) ** 0.5)
            crown.paste(255, (size // 2 - half, y, size // 2 + half, y + 1))
        image.paste(Image.new("RGB", (size, size), "#3f8f4f"), (left, top), crown)
    image.save(path)


def photograph_all(camera: Camera) -> None:
    """Walk through the guide in a new site, and photograph what there is to see on the way."""
    answer("linli new . --yes")
    keep("window-folder", camera.take_markup(draw_folder("公告栏", Path())))
    paint_picture(EVENT.with_name(PICTURE_NAME))
    write_form()
    for chapter in read_chapters():
        before = EVENT.read_text("utf-8") if EVENT.exists() else ""
        follow(chapter)
        if any(Path(fence.path) == EVENT for fence in chapter.samples):
            answer("linli build --no-posters")
        if chapter.title == "发一个活动":
            photograph_page(camera, "phone-event", EVENT_PAGE)
        elif chapter.title == "放图片":
            photograph_page(camera, "phone-picture", EVENT_PAGE, 1050)
        elif chapter.title == "改时间、取消活动":
            photograph_page(camera, "phone-cancelled", EVENT_PAGE, 625)
            keep("dialog-event", camera.take_markup(draw_editor(EVENT), 520))
            EVENT.write_text(before, "utf-8")
    answer("linli build")
    photograph_results(camera)
    keep("window-content", camera.take_markup(draw_folder("公告栏", Path())))
    keep("window-when", camera.take_markup(_ask('linli when "每月第二个周六上午9点至11点"', 5)))
    keep("dialog-save", camera.take_markup(draw_save_window(EVENT.name), 400))
    [notice] = EVENT.parent.parent.glob("notices/*qing-da-jia*")
    notice.write_text(notice.read_text("utf-8").replace("标题: ", "标题："), "utf-8")
    keep("window-check", camera.take_markup(_ask("linli check")))


def _ask(command: str, lines: int = 100) -> str:
    """Return a console with the first lines of an answer."""
    return draw_console(command, "\n".join(answer(command).splitlines()[:lines]))


def photograph_results(camera: Camera) -> None:
    """Keep the pages and posters of the site as the guide's chapters leave it."""
    photograph_page(camera, "phone-issue", "committees/*/issues/*.html", 1000)
    photograph_page(camera, "phone-review", "reviews/2026.html", 730)
    for name, pattern in (
        ("poster-timetable", "*/timetable-2026-03.pdf"),
        ("poster-digest", "*/digest-2026-03.pdf"),
        ("poster-announcement", "*/*ting-che-wei*.pdf"),
        ("poster-outage", "*/*ting-shui*.pdf"),
        ("poster-recruitment", "*/*zhao-mu*.pdf"),
        ("poster-form", "*/*deng-ji*.pdf"),
    ):
        photograph_poster(name, pattern)


def take_all() -> None:
    """Remake all pictures; if something fails on the way, they stay as they are."""
    with TemporaryDirectory() as folder, open_camera() as camera:
        new, site = Path(folder, "new"), Path(folder, "site")
        new.mkdir()
        site.mkdir()
        with contextlib.chdir(site):
            photograph_all(camera)
        shutil.rmtree(PICTURES, ignore_errors=True)
        shutil.copytree(new, PICTURES)


if __name__ == "__main__":
    take_all()
