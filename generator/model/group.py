"""Groups: places 阵地 (a station, a canteen, a reading room) and teams 队伍 of volunteers."""

from enum import Enum
from typing import Annotated, ClassVar

from generator.model.item import SignedItem
from generator.model.record import Contact, Figure
from generator.model.taking import TakenBy
from generator.model.values import Choices, Names, Text


class GroupKind(Enum):
    """Whether a group is a place or people."""

    PLACE = "place"
    TEAM = "team"


_KIND_WORDS = {"阵地": GroupKind.PLACE, "队伍": GroupKind.TEAM, "place": GroupKind.PLACE,
               "team": GroupKind.TEAM}  # fmt: skip


class Group(SignedItem):
    """阵地/队伍. Only public names and office phones, never a list of members."""

    folder: ClassVar[str] = "groups"

    kind: Annotated[GroupKind, TakenBy(Choices(_KIND_WORDS)), Names("类别")]
    name: Annotated[Text, Names("名称")]
    address: Annotated[Text | None, Names("地址")] = None
    summary: Annotated[Text | None, Names("说明")] = None
    contact: Annotated[Contact | None, Names("联系")] = None
    theme: Annotated[Text | None, Names("主题")] = None
    """The theme of the annual review that its events and services count under."""
    figures: Annotated[tuple[Figure, ...], Names("数字")] = ()
