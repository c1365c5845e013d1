"""The items of a benchmark's site as other generators want them: front matter and CommonMark.

What a volunteer writes for Linli in words (`2026年3月20日上午9点至11点`), and what Linli concludes
from it (whom an item concerns, until when it is shown, its short address), stands here as dates and
lists in the front matter, because no peer would find it out by itself.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml

from benchmarks.site_content import TODAY, Size, make_item

_KINDS = {"events": "活动", "services": "便民服务", "notices": "通知"}
_BASE = "https://board.example/"
_ZONE = timezone(timedelta(hours=8))
_HANGS = timedelta(days=30)
"""How long a notice is shown that does not say until when."""
_KNOWN_BEFORE = timedelta(days=14)
"""How long before its first day an event is news."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it was made for Linli, taken apart."""

    slug: str
    """What its file is called without the day: `n000007`."""
    kind: str
    committee: str
    compounds: tuple[str, ...]
    """All that it concerns."""
    day: date
    """Its first day; of a notice, that of publication."""
    said: dict[str, Any]
    """Its fields, by their Chinese names."""
    body: str

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.day, time(9 if self.kind == "events" else 0), _ZONE)

    @property
    def ends(self) -> datetime:
        """The moment after which it is over."""
        if self.kind == "events":
            return datetime.combine(self.day, time(11), _ZONE)
        span = _HANGS if self.kind == "notices" else timedelta(days=90)
        return datetime.combine(self.day + span, time(23, 59, 59), _ZONE)

    @property
    def known(self) -> datetime:
        """The moment since which it is news."""
        return self.begins - (_KNOWN_BEFORE if self.kind == "events" else timedelta())


def read_items(size: Size) -> list[Item]:
    """Return the items that Linli is given."""
    return [_read_item(number, size) for number in range(size.items)]


def _read_item(number: int, size: Size) -> Item:
    path, text = make_item(number, size)
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    said: dict[str, Any] = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - makes text only, whatever it reads
    committee, kind, name = Path(path).parts[1:]
    all_of_it = range(int(committee[1:]) - 1, size.compounds, size.committees)
    compounds = said.get("范围") or [f"c{each + 1:04}" for each in all_of_it]
    lines = "\n".join(f"- {each['名称']}：{each['时间']}" for each in said.get("服务", ()))
    return Item(
        slug=name[11:].partition(".")[0],
        kind=kind,
        committee=committee,
        compounds=tuple(compounds),
        day=date.fromisoformat(said.get("发布", name[:10])),
        said=said,
        body=body or lines,
    )


def describe(item: Item) -> dict[str, str]:
    """Return the front matter of a plain page, as YAML that all peers read alike."""
    said, contact = item.said, item.said["联系"]
    when = said.get("时间") or said.get("有效期") or said["发布"]
    return {
        "title": said["标题"],
        "slug": item.slug,
        "date": f"{item.day} 08:00:00",
        "compound": item.compounds[0],
        "committee": item.committee,
        "ntype": item.kind,
        "summary": f"{said['标题']}，{when}",
        "start": when,
        "end": when,
        "place": said.get("地点", "见正文"),
        "contact": f"{contact['称呼']} {contact['电话']}",
    }


def describe_fully(item: Item) -> dict[str, str]:
    """Return front matter for Hugo that says what else Linli makes of an item, and of which days.

    An item that is over stands in the archive of its month and not in the sitemap; one that is not
    has a page to print, unless it is a service, which stands in timetables. Calendars begin with
    last year, as Linli's do.
    """
    over = item.ends.date() < TODAY
    dated = item.kind != "notices" and item.ends.year >= TODAY.year - 1
    printed = not over and item.kind != "services"
    outputs = ["html", *(["calendar"] if dated else []), *(["poster"] if printed else [])]
    contact = item.said["联系"]
    more = {
        "date": item.begins.isoformat(),
        "publishDate": item.known.isoformat(),
        "expiryDate": item.ends.isoformat(),
        "compounds": list(item.compounds),
        "months": [f"{item.ends:%Y-%m}"] if over else [],
        "aliases": [f"/x/{item.slug}/"],
        "outputs": outputs,
        "sitemap": {"disable": over},
        "calendar": dated,
        "fee": item.said.get("费用", ""),
        "programme": item.said.get("项目", []),
        "points": item.said.get("要点", []),
        "phone": contact["电话"],
        "contact": contact["称呼"],
    }
    return describe(item) | {name: _say(value) for name, value in more.items()}


def _say(value: Any) -> str:
    """Return YAML for a value, in one line."""
    return json.dumps(value, ensure_ascii=False)


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
