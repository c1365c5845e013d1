"""Whom to call: buildings, grids, leads, and the cards that say so."""

from typing import Any, cast

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.committee import BuildingLead, Committee, Compound, Grid
from generator.model.site import Hotline, Site
from generator.plan.views import (
    BuildingCardPoster,
    CommitteePage,
    CompoundPage,
    ContactCardPoster,
)
from generator.schedule import Calendar
from tests.sites_for_tests import plan, sample_board

GRIDS = (
    Grid(number="1", buildings=("1", "2"), team="甲组", phone="021-0123 4501"),
    Grid(number="2", buildings=("3",)),
)
LEADS = (BuildingLead(buildings=("2", "3"), phone="021-0123 4509"),)
HOTLINES = tuple(
    Hotline(name=name, phone=phone)
    for name, phone in (("热线", "12345"), ("报警", "110"), ("火警", "119"), ("急救", "120"))
)


def board(phone: str | None = "021-0123 4500", **fields: Any) -> Board:
    values = {"id": "yuan", "name": "东苑", "owner": "dong", "buildings": ("1", "2", "3", "4"),
              "grids": GRIDS, "leads": LEADS} | fields  # fmt: skip
    committee = Committee(id="dong", name="东居委", phone=phone, compounds=(Compound(**values),))
    site = Site(name="街道", url="https://board.example/", hotlines=HOTLINES)
    return Board(site=site, calendar=Calendar(), committees=(committee,))


def cards(**fields: Any) -> dict[str, Any]:
    """The views of the contact cards by the end of their path."""
    start = "posters/yuan/contacts"
    found = plan(board(**fields)).items()
    return {
        path.removeprefix(start).removesuffix(".pdf").removeprefix("-"): artifact.view
        for path, artifact in found
        if path.startswith(start) and path.endswith(".pdf")
    }


def page(**fields: Any) -> CompoundPage:
    return cast("CompoundPage", plan(board(**fields))["compounds/yuan.html"].view)


def test_cards_only_where_there_are_grids() -> None:
    assert set(cards()) == {"", "1", "2", "3"}
    assert cards(grids=()) == {}


def test_a_building_calls_the_nearest_office_first() -> None:
    two = cast("BuildingCardPoster", cards()["2"])
    assert [(o.role, o.phone) for o in two.offices] == [
        ("lead", "021-0123 4509"), ("grid", "021-0123 4501"), ("committee", "021-0123 4500"),
        ("other", "12345"), ("other", "110"), ("other", "119")]  # fmt: skip
    assert [(o.name, o.phone) for o in two.others] == [("急救", "120")]
    assert two.grid == "1"
    assert [o.role for o in cards()["3"].offices[:2]] == ["lead", "committee"]


def test_a_phone_stands_once() -> None:
    same = (Hotline(name="居委会", phone="021-0123 4500"),)
    view = cast("ContactCardPoster", cards(phones=same)[""])
    assert [o.phone for o in view.offices] == ["021-0123 4500", "12345", "110", "119", "120"]
    assert view.others == ()


def test_without_an_office_phone_there_are_the_others() -> None:
    assert [o.role for o in cards(phone=None)["1"].offices][:2] == ["grid", "other"]


def test_neighbours_share_what_they_call() -> None:
    groups = page().neighbours
    assert [([b.name for b in g.buildings], g.grid) for g in groups] == [
        (["1"], "1"), (["2"], "1"), (["3"], "2"), (["4"], None)]  # fmt: skip
    assert groups[3].buildings[0].card is None
    assert groups[0].buildings[0].card == "posters/yuan/contacts-1.pdf"
    assert page(grids=()).neighbours == ()


def test_names_of_buildings_become_addresses() -> None:
    grid = Grid(number="1", buildings=("甲楼", "佳楼", "A/../B", "3"))
    found = set(cards(buildings=(), grids=(grid,), leads=()))
    assert found == {"", "jia-lou", "jia-lou-2", "a-b", "3"}
    names = page(buildings=(), grids=(grid,), leads=()).neighbours[0].buildings
    assert [b.anchor for b in names] == [
        "building-jia-lou", "building-jia-lou-2", "building-a-b", "building-3"]  # fmt: skip


def test_coverage_on_the_committees_page() -> None:
    view = cast("CommitteePage", plan(board())["committees/dong.html"].view)
    (row,) = view.coverage
    assert (row.compound, row.grids, row.covered, row.buildings) == ("东苑", 2, 3, 4)
    counted = plan(board(grids=(), grid_count=15))["committees/dong.html"].view
    (row,) = cast("CommitteePage", counted).coverage
    assert (row.grids, row.covered) == (15, 0)
    assert cast("CommitteePage", plan(board(grids=()))["committees/dong.html"].view).coverage == ()


def test_a_compound_without_grids_is_told_beside_one_with() -> None:
    street = board()
    (office,) = street.committees
    bare = Compound(id="xin", name="新村", owner=office.id, buildings=("1", "2", "3"))
    gate = Compound(id="men", name="独门", owner=office.id)
    office = office.model_copy(update={"compounds": (*office.compounds, bare, gate)})
    street = replace(street, committees=(office,))
    view = cast("CommitteePage", plan(street)["committees/dong.html"].view)
    assert [(row.compound, row.grids, row.covered, row.buildings) for row in view.coverage] == [
        ("东苑", 2, 3, 4), ("新村", 0, 0, 3)]  # fmt: skip


def test_a_card_links_to_its_page_where_it_was_not_printed() -> None:
    views = plan(board(), posters=False)
    assert not [path for path in views if path.endswith(".pdf")]
    groups = cast("CompoundPage", views["compounds/yuan.html"].view).neighbours
    assert groups[0].buildings[0].card == "posters/yuan/contacts-1.html"


def test_the_compounds_posters_name_its_own_card_only() -> None:
    found = [poster for poster in page().posters if poster.kind == "contacts"]
    assert [poster.address for poster in found] == ["posters/yuan/contacts.pdf"]


def test_the_sample_says_fifteen_grids_and_thirty_buildings() -> None:
    """一格一组: the figure of the report, grid by grid."""
    views = plan(sample_board())
    committee = cast("CommitteePage", views["committees/jian-liu.html"].view)
    (row,) = [row for row in committee.coverage if row.compound == "青和居"]
    assert (row.grids, row.covered, row.buildings) == (15, 30, 30)
    compound = cast("CompoundPage", views["compounds/qing-he-ju.html"].view)
    assert sum(len(group.buildings) for group in compound.neighbours) == 30


def test_no_field_takes_a_name() -> None:
    """A lead is a neighbour; what is not in the model cannot be on paper."""
    assert set(BuildingLead.model_fields) == {"buildings", "phone", "hours"}
    assert replace(board()).compounds[0].lead_of("2") == LEADS[0]
