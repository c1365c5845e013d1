"""A whole site from five answers and a day: it checks clean, builds and prints as it is."""

import json
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from string import Template

from pydantic import TypeAdapter, ValidationError

from generator.create.comments import clean, write_record
from generator.create.files import NewFile
from generator.create.guide import TEMPLATES, Guide, Sample, read_template
from generator.create.kinds import Kind, find_kind
from generator.create.places import number_among, relative_schema, shorten
from generator.create.renewal import make_schema_files
from generator.create.schema import RECORDS
from generator.create.shapes import name_in
from generator.frozen import Frozen
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.folders import CALENDAR_FOLDERS, COMMITTEE_FOLDERS, FOLDERS
from generator.model.record import Record
from generator.model.site import Site
from generator.model.slug import make_slug
from generator.model.values import MAX_ID_LENGTH, SiteUrl
from generator.schedule import Calendar

_SAMPLES = ("event", "service", "notice")
_YAML = ("yaml", "yml")


class Answers(Frozen, kw_only=True):
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
    guide = Guide(today, speech_of(answers.language))
    name = _site_name(answers.street, guide)
    guide = guide.with_words({"site_name": name, "url": answers.url, "language": answers.language})
    folders = _unique_ids(answers.committees, guide)
    return [
        _make_file("site.yaml", "site", Site, guide.sample("site.yaml")[0], guide),
        *_make_calendars(guide, calendar),
        *_make_committees(answers, folders, guide),
        *_make_samples(folders[0], guide),
        *make_schema_files(guide),
        NewFile(PurePosixPath(".vscode/settings.json"), make_settings()),
        NewFile(PurePosixPath("README.txt"), _fill("README.txt", guide)),
        *make_launchers(guide, python, windows=windows),
    ]


def speech_of(language: str) -> str:
    """Return the language, `zh` or `en`, of the files of a site whose pages are in `language`."""
    return "zh" if language.lower().startswith("zh") else "en"


def _fill(template: str, guide: Guide) -> str:
    return Template(read_template(template, guide.language)).substitute(guide.words)


def _site_name(street: str, guide: Guide) -> str:
    name, ending = clean(street), str(guide.phrases["site_ending"])
    return name if name.lower().endswith(ending.lower()) else name + ending


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
            sample = _calendar_sample(calendar, year, guide)
            path = f"{CALENDAR_FOLDERS[0]}/{year}.yaml"
            yield _make_file(path, "calendar", CalendarYear, sample, guide)


def _calendar_sample(calendar: Calendar, year: int, guide: Guide) -> Sample:
    spans: dict[str, str] = {}
    for holiday in (holiday for holiday in calendar.holidays if holiday.year == year):
        first, last = holiday.first.isoformat(), holiday.last.isoformat()
        span = Template(guide.phrases["span"]).substitute(first=first, last=last)
        spans[number_among(holiday.name, spans)] = first if first == last else span
    made_up = [day.isoformat() for day in calendar.make_up_workdays if day.year == year]
    return {
        name_in(CalendarYear, "holidays", guide.language): spans,
        name_in(CalendarYear, "make_up_workdays", guide.language): made_up,
    }


def _make_committees(answers: Answers, folders: list[str], guide: Guide) -> Iterator[NewFile]:
    names = [clean(name) for name in answers.committees]
    compounds = _share_out(names, answers.compounds, guide)
    ids = iter(_unique_ids([name for group in compounds for name in group], guide))
    for name, folder, group in zip(names, folders, compounds, strict=True):
        words = {"id": folder, "name": name}
        sample, _ = guide.with_words(words).sample("committee.yaml")
        sample[name_in(Committee, "compounds", guide.language)] = [
            guide.with_words({"id": next(ids), "name": compound}).sample("committee-compound.yaml")[
                0
            ]
            for compound in group
        ]
        path = f"{COMMITTEE_FOLDERS[0]}/{folder}/committee.yaml"
        yield _make_file(path, "committee", Committee, sample, guide)


def _share_out(
    committees: list[str], compounds: tuple[tuple[str, ...], ...], guide: Guide
) -> list[list[str]]:
    """Return each committee's compounds: one named after it where none are, the last takes all."""
    groups = [[clean(name) for name in group] for group in compounds[: len(committees)]]
    for group in compounds[len(committees) :]:
        groups[-1] += [clean(name) for name in group]
    groups += [[] for _ in range(len(committees) - len(groups))]
    pattern = Template(guide.phrases["default_compound"])
    return [
        group or [pattern.substitute(committee=_without_ending(name, guide))]
        for name, group in zip(committees, groups, strict=True)
    ]


def _without_ending(name: str, guide: Guide) -> str:
    endings = guide.phrases["committee_endings"]
    return next((name.removesuffix(e) for e in endings if name.endswith(e)), name) or name


def _unique_ids(names: tuple[str, ...] | list[str], guide: Guide) -> list[str]:
    """Return an id for each name, in pinyin."""
    ids: list[str] = []
    for name in names:
        slug = shorten(make_slug(_without_ending(clean(name), guide)), MAX_ID_LENGTH - 4)
        ids.append(number_among(slug, ids))
    return ids


def _make_samples(folder: str, guide: Guide) -> Iterator[NewFile]:
    """Yield one event, one schedule of services and one notice of the first committee."""
    for word in _SAMPLES:
        kind = find_kind(word)
        assert kind is not None  # noqa: S101 - the words above are kinds
        sample, body = guide.with_words({"word": kind.word_in(guide.language)}).sample(
            kind.template
        )
        name = _stem(kind, sample, guide)
        place = f"{COMMITTEE_FOLDERS[0]}/{folder}/{kind.record.folder}/{name}{kind.suffix}"
        yield _make_file(place, kind.schema, kind.record, sample, guide, body)


def _stem(kind: Kind, sample: Sample, guide: Guide) -> str:
    slug = shorten(make_slug(str(sample[name_in(kind.record, kind.title, guide.language)])))
    return f"{guide.today}-{slug}" if kind.dated else slug


def make_launchers(guide: Guide, python: str, *, windows: bool) -> Iterator[NewFile]:
    """Yield the programs that a double-click runs, named in the site's language."""
    words = {
        "windows_python": python.replace("%", "%%") if windows else "",
        "python": "''" if windows else shlex.quote(python),
    }
    for path in sorted((TEMPLATES / "launchers").iterdir()):
        name = f"{guide.phrases['launchers'][path.stem]}{path.suffix}"
        text = Template(path.read_text("utf-8")).substitute(words)
        yield NewFile(PurePosixPath(name), text)


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
