"""范围: which compounds, and which of their buildings, an item is for."""

from typing import Annotated, Any

from generator.frozen import Frozen
from generator.model.taking import TakenBy
from generator.model.values import half_width, reject, take_text

EVERYWHERE = ("全街道", "全部", "street", "all")


class ScopeEntry(Frozen):
    """One entry as written: an id or a name, and perhaps a building (`hexie#3`)."""

    name: str
    building: str | None = None

    @property
    def everywhere(self) -> bool:
        """Whether the entry means the whole street."""
        return self.name in EVERYWHERE


def _take_scope(value: Any) -> tuple[ScopeEntry, ...]:
    """Accept a list of entries, or one alone."""
    if isinstance(value, tuple):
        return value
    entries = value if isinstance(value, list) else [value]
    if not entries:
        raise reject("value-empty")
    return tuple(_take_entry(entry) for entry in entries)


def _take_entry(value: Any) -> ScopeEntry:
    name, _, building = half_width(take_text(value)).partition("#")
    building = building.strip().removesuffix("楼").removesuffix("号")
    return ScopeEntry(name.strip(), building or None)


ScopeEntries = Annotated[tuple[ScopeEntry, ...], TakenBy(_take_scope)]
