"""Committees 居委, and what is theirs: compounds 小区, grids 网格, boards 公告栏."""

from typing import Annotated

from generator.model.record import NOWHERE, Record, Source
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


class FormerCompound(Record):
    """A compound that was merged into another: its old name is still found, its old codes work."""

    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("旧名", ("名称",))]


class Compound(Record):
    """小区: the buildings behind one gate. Its page is what most residents open."""

    source: Source = NOWHERE
    owner: str = ""
    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("名称")]
    traditional_name: Annotated[Text | None, Names("繁体", ("繁體",))] = None
    address: Annotated[Text | None, Names("地址")] = None
    buildings: Annotated[Buildings, Names("楼栋")] = ()
    households: Annotated[Count | None, Names("户数")] = None
    grids: Annotated[tuple[Grid, ...], Names("网格")] = ()
    grid_count: Annotated[Count | None, Names("网格数")] = None
    boards: Annotated[tuple[NoticeBoard, ...], Names("公告栏")] = ()
    merged_from: Annotated[tuple[FormerCompound, ...], Names("合并自")] = ()


class Committee(Record):
    """居委(会): `committee.yaml`, the office that answers for some compounds."""

    source: Source = NOWHERE
    id: Annotated[Ident, Names("代号")]
    name: Annotated[Text, Names("名称")]
    phone: Annotated[Phone | None, Names("电话")] = None
    hours: Annotated[When | None, Names("办公时间")] = None
    address: Annotated[Text | None, Names("地址")] = None
    summary: Annotated[Text | None, Names("说明", ("简介",))] = None
    compounds: Annotated[tuple[Compound, ...], Names("小区")]
