"""A browser that tells which scripts ran, what policies refused, and a server that counts askers.

Pages are shown side by side in frames of one gallery, for opening each by itself would take most
of the time. What waits in a frame to be clicked, focused or pointed at is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from selenium.webdriver import Chrome

from tests.chromium import open_chromium

_WATCH = """
window.linliFired = new Set(); window.linliRefused = [];
window.canary = n => {
  try { top.linliFired.add(n) } catch { console.error("canary " + n) }
  return '';
};
document.addEventListener("securitypolicyviolation", e => {
  const what = [location.pathname, e.effectiveDirective, e.blockedURI, e.sample].join(" ");
  try { top.linliRefused.push(what) } catch { console.error("refused " + what) }
});
window.alert = window.confirm = window.prompt = window.print = () => {};
window.open = () => null;
"""
"""Runs in each frame before anything of the page does."""

_GALLERY = """
const [pages, raw, together, patience, done] = arguments;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const touch = frame => {
  let page;
  try { page = frame.contentDocument; if (!page || !page.documentElement) return } catch { return }
  const leads = e => {
    const link = e.target.closest && e.target.closest('a, area, [type=submit], button');
    if (link && !/^\\s*j\\s*a/i.test(link.getAttribute('href') || '')) e.preventDefault();
  };
  page.addEventListener('click', leads);
  page.addEventListener('submit', e => e.preventDefault(), true);
  const waits = a => a.name.startsWith('on') || /script|data:|blob:/i.test(a.value);
  for (const e of [...page.querySelectorAll('*')].filter(e => [...e.attributes].some(waits))) {
    for (const name of ['focus', 'mouseover', 'pointerenter', 'click'])
      try { e.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true })) } catch {}
  }
};
const show = page => new Promise(resolve => {
  const frame = document.createElement('iframe');
  frame.width = 360; frame.height = 640;
  const settle = async () => { touch(frame); await sleep(30); resolve(frame) };
  frame.onload = settle;
  setTimeout(() => resolve(frame), patience);
  if (raw) frame.srcdoc = page; else frame.src = page;
  document.body.append(frame);
});
(async () => {
  for (let i = 0; i < pages.length; i += together) {
    const frames = await Promise.all(pages.slice(i, i + together).map(show));
    await sleep(30);
    for (const frame of frames) frame.remove();
  }
  done([[...linliFired], linliRefused]);
})();
"""


@dataclass(slots=True)
class Shown:
    """What came of showing pages: the numbers that ran, and what a policy refused."""

    fired: list[int]
    refused: list[str]


@dataclass
class Stage:
    """A folder that is served, a browser, and the askers of a server that no page may ask."""

    folder: Path
    address: str
    host: str
    """Of the other server."""
    asked: list[str]
    browser: Chrome

    def write(self, path: str, data: bytes) -> str:
        """Put a file into the folder and return its address."""
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return self.address + path

    def show(self, pages: list[str], *, raw: bool = False, together: int = 12) -> Shown:
        """Show pages by their addresses, or `raw` by their HTML."""
        self.asked.clear()
        self.browser.get(self.write("gallery.html", b"<!doctype html><title>Gallery</title><body>"))
        self.browser.set_script_timeout(180)
        fired, refused = self.browser.execute_async_script(
            _GALLERY, pages, raw, together, 4000 if raw else 8000
        )
        return Shown(sorted(fired), refused)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        pass


def _counting(asked: list[str]) -> type[BaseHTTPRequestHandler]:
    class Counting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    return Counting


@contextmanager
def _serve(handler: Any) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def open_stage(folder: Path) -> Iterator[Stage]:
    """Yield a stage on a folder; skips the test where there is no Chromium."""
    asked: list[str] = []
    with (
        open_chromium("--disable-popup-blocking") as chrome,
        _serve(partial(_Quiet, directory=str(folder))) as own,
        _serve(_counting(asked)) as other,
    ):
        chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH})
        yield Stage(folder, f"http://{own}/", other, asked, chrome)
