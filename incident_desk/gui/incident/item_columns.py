"""What stands in the columns of each list: one table of columns, and the cells of one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.declarations import FieldKind, ItemList
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import Item
from incident_desk.domain.values import due_instant
from incident_desk.gui.clock import Moments
from incident_desk.gui.language import said
from incident_desk.gui.paint.time_left import Haste

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `second` is a line below; `pill` puts it on the ground of its colour; `person` paints initials."""

    text: str
    role: str = "cell"
    ink: str = "ink"
    second: str = ""
    second_ink: str = "ink2"
    pill: bool = False
    icon: str = ""
    person: bool = False
    own: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.text, self.second)))


@dataclass(frozen=True, slots=True)
class Column:
    """`share` of the width, at least `least` pixels of the design; columns of a lower `rank` go first when narrow."""

    key: str
    share: float
    least: int
    rank: int = 9


_WHAT = Column("what", 4, 150)
_OWNER = Column("owner", 0.9, 50, 5)
_STATE = Column("state", 1.6, 92, 8)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "people": (Column("name", 2.2, 110), Column("role", 1.6, 90, 7), Column("contact", 1.8, 90, 5),
               Column("note", 2.6, 110, 3)),
    "questions": (_WHAT, Column("to", 1.6, 80, 4), Column("due", 1.4, 76, 6), Column("answer", 2.4, 110, 7)),
    "affected": (Column("name", 2.2, 110), Column("group", 1.8, 90, 7), Column("injury", 2, 90, 6),
                 Column("body", 2, 90, 4), Column("treatment", 1.8, 90, 5)),
    "lots": (_WHAT, Column("quantity", 1.4, 70, 6), Column("where", 2, 80, 3), Column("disposition", 2, 90, 7), _STATE),
    "disclosures": (Column("whom", 2.4, 120), _OWNER, Column("when", 1.7, 92, 7), Column("what", 3, 120, 6)),
    "timeline": (Column("when", 1.8, 100), Column("what", 4, 150, 8), Column("source", 2, 90, 3),
                 Column("unexpected", 1, 60, 4)),
    "factors": (Column("kind", 1.8, 100), Column("what", 3, 130, 8), Column("behind", 2.4, 100, 6),
                Column("root", 0.9, 56, 5)),
    "decisions": (Column("what", 3.4, 150), Column("why", 2.6, 110, 7), _OWNER, Column("when", 1.7, 90, 6)),
    "absences": (Column("name", 2.2, 110), Column("kind", 2, 100, 7), Column("since", 1.2, 70, 8),
                 Column("until", 1.2, 70, 6)),
    "team": (Column("role", 2, 120), Column("owner", 2, 90, 8), Column("since", 1.6, 84, 3), Column("note", 2, 90, 2),
             _STATE),
    "plan_steps": (_WHAT, _OWNER, Column("done", 1.6, 84, 3)),
    "measures": (_WHAT, _OWNER, Column("since", 1.6, 84, 3), Column("check_by", 1.6, 126, 7),
                 Column("ends", 1.1, 56, 2), _STATE),
    "communications": (Column("whom", 2.4, 120), Column("when", 1.7, 92, 7), Column("channel", 1.4, 80, 4),
                       Column("message", 3.4, 130, 6)),
    "promises": (Column("what", 3, 130), _OWNER, Column("at", 2, 126, 7), _STATE),
    "whys": (_WHAT, Column("evidence", 2.6, 120, 6)),
    "actions": (_WHAT, _OWNER, Column("kind", 1.5, 86, 4), Column("due", 1.6, 126, 7), _STATE),
    "obligations": (Column("whom", 2.6, 120), Column("what", 2.4, 100, 4), _OWNER, Column("due", 1.8, 126, 7), _STATE),
    "follow_ups": (_WHAT, Column("kind", 2, 100, 4), _OWNER, Column("due", 1.6, 126, 7), _STATE),
    "addenda": (Column("what", 5, 180), Column("added", 1.8, 100, 6)),
    "joined": (Column("number", 1.8, 120), Column("what_happened", 4, 150, 7), Column("reporter", 1.6, 90, 5)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineContext:
    """What a line needs to be said: the words, now, and who looks at it."""

    moments: Moments
    own_id: str | None


def header(declared: ItemList, column: Column) -> str:
    if column.key == "state":
        return translate("ItemColumns", "State")
    if column.key == "added":
        return translate("ItemColumns", "Added")
    if column.key == "owner":  # only initials stand below
        return translate("ItemColumns", "Owner")
    if column.key == "what" and declared.key in {"measures", "actions"}:
        words = said(declared.one)
        return words[:1].upper() + words[1:]
    return said(declared.field(column.key).label)


def cells(declared: ItemList, item: Item, context: LineContext) -> list[Cell]:
    return [_cell(declared, item, column, context) for column in COLUMNS[declared.key]]


def is_ended(declared: ItemList, item: Item) -> bool:
    return declared.done is not None and declared.done in item.values


def _cell(declared: ItemList, item: Item, column: Column, context: LineContext) -> Cell:
    ended = is_ended(declared, item)
    ink = "ink2" if ended else "ink"
    match column.key:
        case "owner":
            return _owner(item, context)
        case "state":
            return _STATES.get(declared.key, _state)(declared, item, context)
        case "added":
            by = context.moments.wording.names
            who = by.person(item.added_by) if by else ""
            return Cell(context.moments.at(item.added_at), ink="ink2", second=who)
        case "reporter":  # from the list, or written as a name
            named = [_words(declared, item, key, context) for key in ("reporter", "reporter_name")]
            return Cell(", ".join(filter(None, named)), ink=ink)
        case key if key == declared.due:
            return _due(declared, item, context)
    first = column is COLUMNS[declared.key][0]
    role = "cell-open" if first and not ended else "cell"
    return Cell(_words(declared, item, column.key, context), role, ink)


def _words(declared: ItemList, item: Item, key: str, context: LineContext) -> str:
    field, value = declared.field(key), item.values.get(key)
    if field.kind is FieldKind.TIME and value is not None and value is not ERASED:
        return context.moments.stated(value)
    if field.kind is FieldKind.DATE and value is not None and value is not ERASED:
        return context.moments.day(date.fromisoformat(value))
    return context.moments.wording.value(field, value)


def _owner(item: Item, context: LineContext) -> Cell:
    person = item.values.get("owner")
    names = context.moments.wording.names
    name = names.person(person) if names is not None and person else ""
    if not name:
        written = item.values.get("owner_name")
        name = context.moments.wording.value(None, written)
    return Cell(name, person=True, own=bool(person) and person == context.own_id)


def _due(declared: ItemList, item: Item, context: LineContext) -> Cell:
    """When it is due; while it is open, the time left or how long it is overdue."""
    assert declared.due is not None
    value = item.values.get(declared.due)
    if value is None:
        return Cell("")
    words = _words(declared, item, declared.due, context)
    due = due_instant(value, context.moments.wording.zone)
    if due is None or is_ended(declared, item):
        return Cell(words, ink="ink2")
    left = context.moments.left(due, item.added_at)
    inks = {Haste.OVERDUE: "crit", Haste.SOON: "high"}
    return Cell(words, second=left.words, second_ink=inks.get(left.haste, "ink2"), pill=left.haste is Haste.OVERDUE)


def is_overdue(declared: ItemList, item: Item, moments: Moments) -> bool:
    if declared.due is None or is_ended(declared, item):
        return False
    due = due_instant(item.values.get(declared.due), moments.wording.zone)
    return due is not None and due < moments.now


def _ended_at(declared: ItemList, item: Item, context: LineContext) -> str:
    value = item.values.get(declared.done or "")
    return context.moments.wording.value(None, value) if value is ERASED else context.moments.brief(value)


def _state(declared: ItemList, item: Item, context: LineContext) -> Cell:
    if is_ended(declared, item):
        return Cell(
            translate("ItemColumns", "Done"), "cell-open", "ok", _ended_at(declared, item, context), icon="check"
        )
    if is_overdue(declared, item, context.moments):
        return Cell(translate("ItemColumns", "Overdue"), "cell-strong", "crit", icon="clock-exclamation")
    return Cell(translate("ItemColumns", "Open"), ink="ink2")


def _measure_state(declared: ItemList, item: Item, context: LineContext) -> Cell:
    if is_ended(declared, item):
        return Cell(
            translate("ItemColumns", "Lifted"), "cell", "ink2", _ended_at(declared, item, context), icon="shield-off"
        )
    if is_overdue(declared, item, context.moments):
        return Cell(translate("ItemColumns", "Check it"), "cell-strong", "crit", icon="shield-exclamation")
    return Cell(translate("ItemColumns", "In force"), "cell-strong", "petrol", icon="shield-check")


def _promise_state(declared: ItemList, item: Item, context: LineContext) -> Cell:
    if is_ended(declared, item):
        return Cell(
            translate("ItemColumns", "Kept"), "cell-open", "ok", _ended_at(declared, item, context), icon="check"
        )
    return Cell(translate("ItemColumns", "Promised"), "cell-strong", "high", icon="alarm")


def _duty_state(declared: ItemList, item: Item, context: LineContext) -> Cell:
    if is_ended(declared, item):
        return Cell(
            translate("ItemColumns", "Sent"), "cell-open", "ok", _ended_at(declared, item, context), icon="check"
        )
    return _state(declared, item, context)


def _action_state(declared: ItemList, item: Item, context: LineContext) -> Cell:
    if not is_ended(declared, item) and "moved_on" in item.values:
        return Cell(translate("ItemColumns", "Goes on"), "cell", "ink2", icon="arrow-right")
    return _state(declared, item, context)


_STATES: Mapping[str, Callable[[ItemList, Item, LineContext], Cell]] = {
    "measures": _measure_state,
    "promises": _promise_state,
    "obligations": _duty_state,
    "actions": _action_state,
}


def value_or_nothing(item: Item, key: str) -> Any:
    """A value to read; an erased one counts as nothing."""
    value = item.values.get(key)
    return None if value is ERASED else value
