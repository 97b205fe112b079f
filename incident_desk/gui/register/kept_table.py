"""How a person left the register table on this PC: columns, widths, order, density, preview, saved filters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from incident_desk.gui.session import Session
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.register.columns import Column, column_of
from incident_desk.usecases.register.order import NEWEST_FIRST

# As on the old sheet: number and title first. With these a window of 1280 pixels is filled and nothing much cut.
USUAL = ("number", "title", "steps", "priority", "place", "responsible", "opened", "next_due")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """`name` in the person's own words; `text` as it was typed."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptTable:
    """`columns` empty: the usual ones. `widths` in pixels of the design; a column without one has its usual width."""

    columns: tuple[str, ...] = ()
    widths: dict[str, float] = field(default_factory=dict)
    order: str = NEWEST_FIRST.column
    descending: bool = NEWEST_FIRST.descending
    comfortable: bool = False
    preview: bool = True
    filters: tuple[SavedFilter, ...] = ()


class KeptTables(QObject):
    """What is kept for who is at the PC, in this register. Signal: `filters_changed`, also with another person."""

    filters_changed = Signal()

    def __init__(self, session: Session, settings: SettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        session.actor_changed.connect(self.filters_changed)

    @property
    def current(self) -> KeptTable:
        return _read(self._settings.current.register_tables.get(self._key, ""))

    def change(self, **values: Any) -> None:
        before = self.current
        changed = replace(before, **values)
        tables = {**self._settings.current.register_tables, self._key: json.dumps(asdict(changed))}
        self._settings.change(register_tables=tables)
        if changed.filters != before.filters:
            self.filters_changed.emit()

    def columns(self) -> list[Column]:
        """The chosen columns that are still declared, else the usual ones."""
        return self._declared(self.current.columns) or self._declared(USUAL)

    def _declared(self, keys: Iterable[str]) -> list[Column]:
        found = [column_of(key, self._session.names) for key in keys]
        return [column for column in found if column is not None]

    # --- saved filters ---

    def save_filter(self, name: str, text: str) -> None:
        """Under a name that is there already it takes that one's place."""
        saved = SavedFilter(name, text)
        filters = self.current.filters
        if name in {each.name for each in filters}:
            self.change(filters=tuple(saved if each.name == name else each for each in filters))
        else:
            self.change(filters=(*filters, saved))

    def rename_filter(self, saved: SavedFilter, name: str) -> None:
        renamed = replace(saved, name=name)
        self.change(filters=tuple(renamed if each == saved else each for each in self.current.filters))

    def move_filter(self, saved: SavedFilter, by: int) -> None:
        filters = list(self.current.filters)
        target = filters.index(saved) + by if saved in filters else -1
        if 0 <= target < len(filters):
            filters.remove(saved)
            filters.insert(target, saved)
            self.change(filters=tuple(filters))

    def take_filter_away(self, saved: SavedFilter) -> Callable[[], None]:
        """How it is put back where it stood: into this person's list, nobody else's."""
        filters, owner = list(self.current.filters), self._key
        place = filters.index(saved) if saved in filters else len(filters)
        self.change(filters=tuple(each for each in filters if each != saved))

        def put_back() -> None:
            if self._key == owner:
                now = self.current.filters
                self.change(filters=(*now[:place], saved, *now[place:]))

        return put_back

    @property
    def _key(self) -> str:
        return f"{self._session.names.settings.register_id} {self._session.actor.id or ''}".strip()


def _read(text: str) -> KeptTable:
    """The usual where nothing is kept, or what is kept cannot be read."""
    usual = KeptTable()
    try:
        given = json.loads(text)
        return KeptTable(
            columns=tuple(str(key) for key in dict.fromkeys(given["columns"])),
            widths={str(key): float(width) for key, width in given["widths"].items()},
            order=str(given["order"]),
            descending=bool(given["descending"]),
            comfortable=bool(given["comfortable"]),
            preview=bool(given["preview"]),
            filters=tuple(SavedFilter(str(each["name"]), str(each["text"])) for each in given["filters"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return usual
