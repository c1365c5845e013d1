"""A whole site from five answers and a day: it checks clean, builds and prints as it is."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from string import Template

from pydantic import TypeAdapter, ValidationError

from generator.create.comments import clean, write_record
from generator.create.files import NewFile
from generator.create.guide import TEMPLATES, Guide, Sample, phrases, read_template
from generator.create.kinds import Kind, find_kind
from generator.create.places import number_among, relative_schema, shorten
from generator.create.schema import RECORDS, make_schemas
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.folders import CALENDAR_FOLDERS, COMMITTEE_FOLDERS, FOLDERS
from generator.model.record import Record, chinese_name
from generator.model.site import Site
from generator.model.slug import make_slug
from generator.model.values import MAX_ID_LENGTH, SiteUrl
from generator.schedule import Calendar

_SAMPLES = ("event", "service", "notice")
_YAML = ("yaml", "yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the site is to be: the five answers. `compounds` are those of each committee in turn."""

    street: str
    committees: tuple[str, ...]
    compounds: tuple[tuple[str, ...], ...]
    url: str
    language: str


def take_url(answer: str) -> str | None:
    """Return a web address as the site's file takes it; https:// may be left out. None if wrong."""
    address = answer if "://" in answer else f"https://{answer}"
    try:
        return TypeAdapter[str](SiteUrl).validate_python(address)
    except ValidationError:
        return None


def make_site(
    answers: Answers, today: date, calendar: Calendar, *, python: str = "", windows: bool = False
) -> list[NewFile]:
    """Return all files of a new site.

    `python` is the program that launchers run Linli with, if it is there when they are clicked;
    otherwise they look for a command `linli`.
    """
    name = _site_name(answers.street)
    guide = Guide(today, {"site_name": name, "url": answers.url, "language": answers.language})
    folders = _unique_ids(answers.committees)
    return [
        _make_file("site.yaml", "site", Site, guide.sample("site.yaml")[0], guide),
        *_make_calendars(guide, calendar),
        *_make_committees(answers, folders, guide),
        *_make_samples(folders[0], guide),
        *(
            NewFile(PurePosixPath("schemas", f"{kind}.json"), text)
            for kind, text in make_schemas(guide).items()
        ),
        NewFile(PurePosixPath(".vscode/settings.json"), make_settings()),
        NewFile(PurePosixPath("README.txt"), _fill("README.txt", {"site_name": name})),
        *_make_launchers(python, windows=windows),
    ]


def _fill(template: str, words: dict[str, str]) -> str:
    return Template(read_template(template)).substitute(words)


def _site_name(street: str) -> str:
    name, ending = clean(street), str(phrases()["site_ending"])
    return name if name.endswith(ending) else name + ending


def _make_file(
    path: str, schema: str, record: type[Record], sample: Sample, guide: Guide, body: str = ""
) -> NewFile:
    """Return a content file, as Markdown if it has a body."""
    place = PurePosixPath("content", path)
    text = write_record(record, sample, guide, relative_schema(place, schema))
    return NewFile(place, f"---\n{text}---\n{body}" if body else text)


def _make_calendars(guide: Guide, calendar: Calendar) -> Iterator[NewFile]:
    """Yield this year's and next year's official lists, as far as they are known."""
    for year in (guide.today.year, guide.today.year + 1):
        if calendar.knows(year):
            sample = _calendar_sample(calendar, year)
            path = f"{CALENDAR_FOLDERS[0]}/{year}.yaml"
            yield _make_file(path, "calendar", CalendarYear, sample, guide)


def _calendar_sample(calendar: Calendar, year: int) -> Sample:
    spans: dict[str, str] = {}
    for holiday in (holiday for holiday in calendar.holidays if holiday.year == year):
        first, last = holiday.first.isoformat(), holiday.last.isoformat()
        span = Template(phrases()["span"]).substitute(first=first, last=last)
        spans[number_among(holiday.name, spans)] = first if first == last else span
    made_up = [day.isoformat() for day in calendar.make_up_workdays if day.year == year]
    return {
        chinese_name(CalendarYear, "holidays"): spans,
        chinese_name(CalendarYear, "make_up_workdays"): made_up,
    }


def _make_committees(answers: Answers, folders: list[str], guide: Guide) -> Iterator[NewFile]:
    names = [clean(name) for name in answers.committees]
    compounds = _share_out(names, answers.compounds)
    ids = iter(_unique_ids([name for group in compounds for name in group]))
    for name, folder, group in zip(names, folders, compounds, strict=True):
        words = {"id": folder, "name": name}
        sample, _ = Guide(guide.today, words).sample("committee.yaml")
        sample[chinese_name(Committee, "compounds")] = [
            Guide(guide.today, {"id": next(ids), "name": compound}).sample(
                "committee-compound.yaml"
            )[0]
            for compound in group
        ]
        path = f"{COMMITTEE_FOLDERS[0]}/{folder}/committee.yaml"
        yield _make_file(path, "committee", Committee, sample, guide)


def _share_out(committees: list[str], compounds: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """Return each committee's compounds: one named after it where none are, the last takes all."""
    groups = [[clean(name) for name in group] for group in compounds[: len(committees)]]
    for group in compounds[len(committees) :]:
        groups[-1] += [clean(name) for name in group]
    groups += [[] for _ in range(len(committees) - len(groups))]
    pattern = Template(phrases()["default_compound"])
    return [
        group or [pattern.substitute(committee=_without_ending(name))]
        for name, group in zip(committees, groups, strict=True)
    ]


def _without_ending(name: str) -> str:
    endings = phrases()["committee_endings"]
    return next((name.removesuffix(e) for e in endings if name.endswith(e)), name) or name


def _unique_ids(names: tuple[str, ...] | list[str]) -> list[str]:
    """Return an id for each name, in pinyin."""
    ids: list[str] = []
    for name in names:
        slug = shorten(make_slug(_without_ending(clean(name))), MAX_ID_LENGTH - 4)
        ids.append(number_among(slug, ids))
    return ids


def _make_samples(folder: str, guide: Guide) -> Iterator[NewFile]:
    """Yield one event, one schedule of services and one notice of the first committee."""
    for word in _SAMPLES:
        kind = find_kind(word)
        assert kind is not None  # noqa: S101 - the words above are kinds
        sample, body = Guide(guide.today, {"word": kind.words[0]}).sample(kind.template)
        name = _stem(kind, sample, guide.today)
        place = f"{COMMITTEE_FOLDERS[0]}/{folder}/{kind.record.folder}/{name}{kind.suffix}"
        yield _make_file(place, kind.schema, kind.record, sample, guide, body)


def _stem(kind: Kind, sample: Sample, today: date) -> str:
    slug = shorten(make_slug(str(sample[chinese_name(kind.record, kind.title)])))
    return f"{today}-{slug}" if kind.dated else slug


def _make_launchers(python: str, *, windows: bool) -> Iterator[NewFile]:
    words = {
        "windows_python": python.replace("%", "%%") if windows else "",
        "python": "''" if windows else shlex.quote(python),
    }
    for path in sorted((TEMPLATES / "launchers").iterdir()):
        yield NewFile(PurePosixPath(path.name), _fill(f"launchers/{path.name}", words))


def make_settings() -> str:
    """Return the settings by which an editor finds the schema of each YAML file of the site."""
    by_folder: dict[str, list[str]] = {kind: [] for kind in RECORDS}
    names = {RECORDS[kind]: kind for kind in RECORDS}
    items = {record.folder: names[record] for record in names if hasattr(record, "folder")}
    by_folder["site"] = [f"content/site.{suffix}" for suffix in _YAML]
    for suffix in _YAML:
        by_folder["calendar"] += [f"content/{name}/*.{suffix}" for name in CALENDAR_FOLDERS]
        for group in COMMITTEE_FOLDERS:
            by_folder["committee"].append(f"content/{group}/*/committee.{suffix}")
        for name, folder in FOLDERS.items():
            own = "street-review" if folder == "reviews" else items[folder]
            by_folder[own].append(f"content/{name}/*.{suffix}")
            by_folder[items[folder]] += [
                f"content/{group}/*/{name}/*.{suffix}" for group in COMMITTEE_FOLDERS
            ]
    schemas = {f"./schemas/{kind}.json": places for kind, places in by_folder.items()}
    settings = {"yaml.schemas": schemas, "files.encoding": "utf8"}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
