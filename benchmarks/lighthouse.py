"""What Lighthouse says of a built site, and what its pages weigh and how fast they show.

    linli build --output /tmp/site
    npm install --prefix /tmp/lighthouse lighthouse@12
    PATH=/tmp/lighthouse/node_modules/.bin:$PATH python -m benchmarks.lighthouse /tmp/site

The site is served from this machine, packed with gzip as web servers do. Lighthouse takes a phone:
a processor 4 times slower, and a 3G net of 1.6 Mbit/s that takes 150 ms for a way and back. Its own
names for this differ from version to version, so the figures are set here.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".svg", ".xml", ".webmanifest", ".ics", ".txt")
NET = {
    "rttMs": 150,
    "throughputKbps": 1638.4,
    "requestLatencyMs": 562.5,  # these three are for a net that is really slowed
    "downloadThroughputKbps": 1474.56,
    "uploadThroughputKbps": 675,
    "cpuSlowdownMultiplier": 4,
}
SMALLEST = 95
"""The score that no category of no page may be below."""
HEADS = ("page", *CATEGORIES, "weight", "CSS", "scripts", "first paint", "largest paint", "shift")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-features=PaintHolding"
"""Paint holding keeps the page before on the screen. Without a screen there is none, and Chromium
then draws once a second: a page that was ready after 0.2 s was seen after 2.2, the thread idle."""
DEFAULT_PAGES = ("compounds/hexie.html", "index.html", "search.html", "issues.html")


class PackedHandler(SimpleHTTPRequestHandler):
    """Serves files as web servers do: text packed, connections and assets kept."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        """Keep the log to itself."""

    def do_GET(self) -> None:
        """Answer with a file."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=86400")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder while the block lasts; yields its address."""
    handler = partial(PackedHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def measure(lighthouse: str, browser: str, address: str, *, applied: bool) -> dict[str, Any]:
    """Return Lighthouse's report on a page.

    `applied`: the net is slowed while the page loads; else it loads at full speed, and its times
    are computed for that net, which the machine's other work disturbs less.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        settings = {"throttling": NET, "throttlingMethod": "devtools" if applied else "simulate",
                    "onlyCategories": CATEGORIES}  # fmt: skip
        config = Path(folder) / "config.json"
        config.write_text(json.dumps({"extends": "lighthouse:default", "settings": settings}))
        command = [lighthouse, address, "--quiet", "--output=json", f"--output-path={report}",
                   f"--chrome-flags={FLAGS}", f"--config-path={config}"]  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser})
        loaded: dict[str, Any] = json.loads(report.read_text())
        return loaded


def score(report: dict[str, Any], category: str) -> float:
    """Return a category's score, up to 100."""
    return 100 * float(report["categories"][category]["score"])


def row(page: str, reports: Sequence[dict[str, Any]]) -> str:
    """Return a row of the table: medians of the reports on one page."""
    requests = reports[0]["audits"]["network-requests"]["details"]["items"]
    parts = [item for kind in ("Document", "Stylesheet", "Script") for item in requests
             if item.get("resourceType") == kind]  # fmt: skip
    kinds = [item["resourceType"] for item in parts]

    def median(audit: str) -> float:
        return statistics.median(float(r["audits"][audit]["numericValue"]) for r in reports)

    cells = [
        page,
        *(f"{statistics.median(score(r, c) for r in reports):.0f}" for c in CATEGORIES),
        f"{sum(item['transferSize'] for item in parts) / 1000:.1f} kB",
        str(kinds.count("Stylesheet")),
        str(kinds.count("Script")),
        f"{median('first-contentful-paint') / 1000:.2f} s",
        f"{median('largest-contentful-paint') / 1000:.2f} s",
        f"{median('cumulative-layout-shift'):.3f}",
    ]
    return "| " + " | ".join(cells) + " |"


def list_faults(report: dict[str, Any]) -> list[str]:
    """Return the audits of the categories that did not pass in full."""
    named = {
        ref["id"]
        for c in CATEGORIES
        for ref in report["categories"][c]["auditRefs"]
        if ref["weight"]
    }
    faults = [
        a
        for a in report["audits"].values()
        if a["id"] in named and a["score"] is not None and a["score"] < 0.9
    ]
    return [f"{audit['id']}: {audit['title']}" for audit in faults]


def main() -> int:
    """Print the table; 1 if a score is below 95."""
    parser = argparse.ArgumentParser(description="Lighthouse on a built site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*", default=DEFAULT_PAGES)
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse"))
    parser.add_argument(
        "--browser", default=shutil.which("chromium") or shutil.which("google-chrome")
    )
    parser.add_argument("--applied", action="store_true", help="slow the net instead of computing")
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    if not options.lighthouse or not options.browser:
        parser.error("Lighthouse or Chromium is missing; see the head of this file")
    print("| " + " | ".join(HEADS) + " |\n" + "|---" * len(HEADS) + "|")
    worst = 100.0
    with serve(options.site) as address:
        run = partial(measure, options.lighthouse, options.browser, applied=options.applied)
        for page in options.pages:
            reports = [run(address + page) for _ in range(options.repeats)]
            print(row(page, reports), flush=True)
            for fault in list_faults(reports[0]):
                print(f"  {fault}", file=sys.stderr)
            worst = min(worst, *(score(report, c) for report in reports for c in CATEGORIES))
    return int(worst < SMALLEST)


if __name__ == "__main__":
    sys.exit(main())
