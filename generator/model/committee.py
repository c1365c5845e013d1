"""Committees 居委, and what is theirs: compounds 小区, grids 网格, boards 公告栏."""

from typing import Annotated

from generator.model.record import NOWHERE, Record, Source
from generator.model.site import Hotline, PosterDefaults
from generator.model.taking import Given
from generator.model.values import Buildings, Count, Ident, Names, Panel, Phone, Text, When


class NoticeBoard(Record):
    """公告栏: a glass case in the yard, and the sheets it holds."""

    name: Annotated[Text, Names("名称")]
    size: Annotated[Panel, Names("尺寸")]


class Grid(Record):
    """网格: some buildings of a compound, and the team that looks after them."""

    number: Annotated[Text, Names("号", ("编号",))]
    buildings: Annotated[Buildings, Names("楼栋")]
    team: Annotated[Text | None, Names("队伍", ("组",))] = None
    phone: Annotated[Phone | None, Names("电话")] = None


class BuildingLead(Record):
    """楼组长: the office phone by which the lead of some buildings is reached.

    There is no field for a name: a lead is a neighbour, and is on paper by role alone.
    """

    buildings: Annotated[Buildings, Names("楼栋")]
    phone: Annotated[Phone, Names("办公电话", ("电话",))]
    hours: Annotated[When | None, Names("时间", ("办公时间",))] = None


class FormerCompound(Record):
    """A compound that was merged into another: its old name is still found, its old codes work."""

    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("旧名", ("名称",))]


class Compound(Record):
    """小区: the buildings behind one gate. Its page is what most residents open."""

    source: Annotated[Source, Given()] = NOWHERE
    owner: str = ""
    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("名称")]
    traditional_name: Annotated[Text | None, Names("繁体", ("繁體",))] = None
    address: Annotated[Text | None, Names("地址")] = None
    buildings: Annotated[Buildings, Names("楼栋")] = ()
    households: Annotated[Count | None, Names("户数")] = None
    grids: Annotated[tuple[Grid, ...], Names("网格")] = ()
    grid_count: Annotated[Count | None, Names("网格数")] = None
    leads: Annotated[tuple[BuildingLead, ...], Names("楼组长")] = ()
    phones: Annotated[tuple[Hotline, ...], Names("常用电话")] = ()
    """Whom its residents call besides the committee: repairs, the police post, the clinic."""
    boards: Annotated[tuple[NoticeBoard, ...], Names("公告栏")] = ()
    merged_from: Annotated[tuple[FormerCompound, ...], Names("合并自")] = ()

    @property
    def all_buildings(self) -> tuple[str, ...]:
        """Its buildings; where the file does not list them, those of its grids."""
        named = (name for grid in self.grids for name in grid.buildings)
        return self.buildings or tuple(dict.fromkeys(named))

    def grid_of(self, building: str) -> Grid | None:
        """Return the grid of a building, the first one if there are several."""
        return next((grid for grid in self.grids if building in grid.buildings), None)

    def lead_of(self, building: str) -> BuildingLead | None:
        """Return how the lead of a building is reached."""
        return next((lead for lead in self.leads if building in lead.buildings), None)


class Committee(Record):
    """居委(会): `committee.yaml`, the office that answers for some compounds."""

    source: Annotated[Source, Given()] = NOWHERE
    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("名称")]
    traditional_name: Annotated[Text | None, Names("繁体", ("繁體",))] = None
    phone: Annotated[Phone | None, Names("电话")] = None
    hours: Annotated[When | None, Names("办公时间")] = None
    address: Annotated[Text | None, Names("地址")] = None
    summary: Annotated[Text | None, Names("说明", ("简介",))] = None
    public_phones: Annotated[tuple[Hotline, ...], Names("公开电话")] = ()
    """Mobile numbers that are the office's own, and may stand in whatever this committee writes."""
    posters: Annotated[PosterDefaults, Names("海报")] = PosterDefaults()
    compounds: Annotated[tuple[Compound, ...], Names("小区")]
