"""Where values stand, kept small, and records that are pickled as bare values."""

import copy
import pickle

from generator.model.event import Event, Registration
from generator.model.places import Keys, keep_places
from generator.model.record import Contact, Source
from generator.problems import Edit, Place, Problem
from generator.schedule import parse_schedule

PATH = "content/events/a.md"
CELL = Place(path="content/events/a.csv", line=2, column=3, width=4, cells=("甲", "乙"), offset=1)
PLACES: dict[Keys, Place] = {
    (): Place(path=PATH, line=2, column=1, width=2),
    ("services", 0, "name"): Place(path=PATH, line=5, column=9, width=4),
    ("results", '到 "场" 0'): Place(path=PATH, line=7, column=3),
    ("programme", 1): CELL,
}


def test_a_place_is_found_again_or_what_is_around_it() -> None:
    source = Source(PATH, keep_places(PATH, PLACES))
    for keys, place in PLACES.items():
        assert source.place(*keys) == place
    assert source.place("services", 0, "name", "x") == PLACES["services", 0, "name"]
    assert source.place("services", 1) == PLACES[()]
    assert source.place("programme", 1, "time") == CELL
    assert source.paths == {PATH, CELL.path}


def test_nothing_is_known_of_a_file_without_fields() -> None:
    assert Source(PATH).place("title") == Place(path=PATH)


def test_records_come_out_of_pickles_and_copies_as_they_were() -> None:
    when = parse_schedule("2026年3月5日上午9点至11点，遇雨顺延")
    event = Event.model_validate(
        {
            "title": "义诊",
            "when": when,
            "place": "居委会",
            "contact": {"name": "居委会", "phone": "3010"},
            "registration": Registration(places=3),
            "source": Source(PATH, keep_places(PATH, PLACES)),
        }
    )
    problem = Problem(place=CELL, code="a", edits=(Edit(line=1, column=2, length=3, text="x"),))
    for record in (event, problem, CELL, when):
        for again in (pickle.loads(pickle.dumps(record)), copy.copy(record)):  # noqa: S301
            assert again == record
            assert repr(again) == repr(record)
            assert type(again) is type(record)
    again = pickle.loads(pickle.dumps(event))  # noqa: S301
    changed = again.model_copy(update={"title": "停诊", "contact": Contact(name="值班室")})
    assert (again.title, changed.title, changed.place) == ("义诊", "停诊", "居委会")
    assert hash(again.contact) == hash(event.contact)
