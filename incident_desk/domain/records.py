"""Aggregates as the journal knows them: values, items, and one way to apply an entry to them.

Every entry tells its changes as pairs: ``"=key": [old, new]`` for the record itself and, beside
``"item"`` and ``"list"``, ``".key": [old, new]`` for one item of a list. `apply` therefore is the same
for every kind of chain, a replay needs no rules, and an undo is the same pairs turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from incident_desk.domain.journal.entries import ERASED, OF_ITEM, OF_RECORD, Entry, EntryDraft

RESULTS = frozenset({"route", "missing"})  # what the program computed, not what somebody wrote


@dataclass(frozen=True, slots=True)
class Item:
    """One measure, action, signature ... `removed` items keep their values and their ordinal."""

    id: str
    list: str
    ordinal: int
    values: Mapping[str, Any]
    removed: bool = False
    added_at: int = 0
    added_by: str | None = None
    position: int = field(default=0, compare=False)  # of the entry that put it there; state tables do not keep it


@dataclass(frozen=True, slots=True)
class Record:
    """What the entries of one chain add up to. Position 0 is a record that is not written yet."""

    id: str
    kind: str
    position: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    opened_at: int = 0
    opened_by: str | None = None
    changed_at: int = 0

    def of(self, list_key: str) -> tuple[Item, ...]:
        """The items of one list that were not taken off it, in their order."""
        chosen = [item for item in self.items.values() if item.list == list_key and not item.removed]
        return tuple(sorted(chosen, key=_ordinal))

    def next_ordinal(self, list_key: str) -> int:
        return 1 + max((item.ordinal for item in self.items.values() if item.list == list_key), default=0)


_ordinal = attrgetter("ordinal")


class _Sum:
    """A record while changes are carried out on it: in place, because a chain is read as a whole."""

    __slots__ = ("_items", "_touched", "values")

    def __init__(self, record: Record) -> None:
        self.values = dict(record.values)
        self._items = record.items
        self._touched: dict[str, list[Any]] = {}  # what an item is made of, in the order of its fields

    def change(self, data: Mapping[str, Any], position: int, at: int = 0, actor: str | None = None) -> None:
        """Carries the pairs of one entry out."""
        of_record = self.values
        of_item = None if data.get("item") is None else self._item(data, position, at, actor)
        for key, pair in data.items():
            first = key[0]
            if first == OF_RECORD:
                changed = of_record
            elif first == OF_ITEM and of_item is not None:
                changed = of_item
            else:
                continue
            value = ERASED if pair is ERASED else pair[1]
            if value is None:
                changed.pop(key[1:], None)
            else:
                changed[key[1:]] = value

    def _item(self, data: Mapping[str, Any], position: int, at: int, actor: str | None) -> dict[str, Any]:
        """The values of the item that the entry is about."""
        id_ = data["item"]
        item = self._touched.get(id_)
        if item is None:
            known = self._items.get(id_)
            item = (
                [id_, data["list"], data["ordinal"], {}, False, at, actor, position]
                if known is None
                else [
                    id_, known.list, known.ordinal, dict(known.values), known.removed, known.added_at, known.added_by,
                    known.position,
                ]
            )  # fmt: skip
            self._touched[id_] = item
        if "removed" in data:
            item[_REMOVED] = data["removed"]
        values: dict[str, Any] = item[_VALUES]
        return values

    def items(self) -> Mapping[str, Item]:
        return {**self._items, **{id_: Item(*parts) for id_, parts in self._touched.items()}}


_VALUES, _REMOVED = 3, 4  # among the fields of an item


def apply(record: Record, entry: Entry) -> Record:
    """The record after the entry. Raises ValueError when the entry does not follow the last one."""
    return fold(record, (entry,))


def fold(record: Record, entries: Iterable[Entry]) -> Record:
    """The record after those entries, one after the other."""
    total, position, changed_at = _Sum(record), record.position, record.changed_at
    opened_at, opened_by = record.opened_at, record.opened_by
    for entry in entries:
        at, by = entry.recorded_at, entry.actor
        if entry.position != position + 1:
            raise ValueError(f"entry {entry.position} does not follow {position}")
        if not position:  # what was imported came up long before it was written here
            opened_at, opened_by = entry.data.get("opened_at", at), by
        position, changed_at = entry.position, at
        total.change(entry.data, position, at, by)
    return Record(
        record.id, record.kind, position, total.values, total.items(), opened_at, opened_by, changed_at
    )  # fmt: skip


def patched(record: Record, data: Mapping[str, Any]) -> Record:
    """The record with the change pairs of `data` carried out."""
    total = _Sum(record)
    total.change(data, record.position)
    return Record(
        record.id, record.kind, record.position, total.values, total.items(), record.opened_at, record.opened_by,
        record.changed_at,
    )  # fmt: skip


def pairs(before: Mapping[str, Any], after: Mapping[str, Any], prefix: str = OF_RECORD) -> dict[str, Any]:
    """The change pairs that turn `before` into `after`, for the keys of `after`. None: not stated, or erased."""
    return {
        prefix + key: [_kept(before.get(key)), _kept(value)] for key, value in after.items() if before.get(key) != value
    }


def _kept(value: Any) -> Any:
    return None if value is ERASED else value


def touched(data: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """(item id or "", key) of everything somebody changed: what another edit may collide with."""
    of_record = {("", key[1:]) for key in data if key[0] == OF_RECORD and key[1:] not in RESULTS}
    of_item = {(data["item"], key[1:]) for key in data if key[0] == OF_ITEM}
    whole_item = {(data["item"], _WHOLE)} if "removed" in data else frozenset()
    return frozenset(of_record | of_item | whole_item)


_WHOLE = "removed"  # an item put on or taken off its list: touches every key of it


def colliding(mine: frozenset[tuple[str, str]], theirs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """What both touched. An item that one took off collides with any change of it by the other."""
    wholes = [{item for item, key in each if key == _WHOLE} for each in (mine, theirs)]
    of_mine = {each for each in mine if each[0] in wholes[1]}
    of_theirs = {each for each in theirs if each[0] in wholes[0]}
    return frozenset(each for each in mine & theirs | of_mine | of_theirs if each[1] != _WHOLE)


def reversed_draft(entry: Entry) -> EntryDraft:
    """The entry that takes `entry` back: the same pairs turned round, told as an undo of it."""
    data: dict[str, Any] = {"undoes": entry.position, "what": entry.kind}
    for key, value in entry.data.items():
        if key[0] in (OF_RECORD, OF_ITEM):
            data[key] = [value[1], value[0]]
        elif key in ("item", "list", "ordinal"):
            data[key] = value
        elif key == "removed":
            data[key] = not value
    personal = frozenset(key for key in data if key in entry.personal_keys)
    return EntryDraft("undone", data, personal)
