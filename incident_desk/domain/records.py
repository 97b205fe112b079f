"""Aggregates as the journal knows them: values, items, and one way to apply an entry to them.

Every entry tells its changes as pairs: ``"=key": [old, new]`` for the record itself and, beside
``"item"`` and ``"list"``, ``".key": [old, new]`` for one item of a list. `apply` therefore is the same
for every kind of chain, a replay needs no rules, and an undo is the same pairs turned round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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
        chosen = (item for item in self.items.values() if item.list == list_key and not item.removed)
        return tuple(sorted(chosen, key=lambda item: item.ordinal))

    def next_ordinal(self, list_key: str) -> int:
        return 1 + max((item.ordinal for item in self.items.values() if item.list == list_key), default=0)


def apply(record: Record, entry: Entry) -> Record:
    """The record after the entry. Raises ValueError when the entry does not follow the last one."""
    if entry.position != record.position + 1:
        raise ValueError(f"entry {entry.position} does not follow {record.position}")
    at, by = entry.recorded_at, entry.actor
    came_up = entry.data.get("opened_at", at)  # what was imported came up long before it was written here
    opened_at, opened_by = (record.opened_at, record.opened_by) if record.position else (came_up, by)
    values = _changed_values(record, entry.data)
    items = _changed_items(record, entry.data, entry.position, at, by)
    return Record(record.id, record.kind, entry.position, values, items, opened_at, opened_by, at)


def fold(record: Record, entries: Iterable[Entry]) -> Record:
    for entry in entries:
        record = apply(record, entry)
    return record


def patched(record: Record, data: Mapping[str, Any]) -> Record:
    """The record with the change pairs of `data` carried out."""
    return replace(record, values=_changed_values(record, data), items=_changed_items(record, data, record.position))


def _changed_values(record: Record, data: Mapping[str, Any]) -> Mapping[str, Any]:
    changes = _changes(data, OF_RECORD)
    return _merged(record.values, changes) if changes else record.values


def _changed_items(
    record: Record, data: Mapping[str, Any], position: int, at: int = 0, actor: str | None = None
) -> Mapping[str, Item]:
    item_id = data.get("item")
    if item_id is None:
        return record.items
    known = record.items.get(item_id)
    if known is None:
        known = Item(item_id, data["list"], data["ordinal"], {}, False, at, actor, position)
    values = _merged(known.values, _changes(data, OF_ITEM))
    item = replace(known, values=values, removed=data.get("removed", known.removed))
    return {**record.items, item_id: item}


def _changes(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {key[1:]: ERASED if pair is ERASED else pair[1] for key, pair in data.items() if key[0] == prefix}


def _merged(values: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**values, **changes}
    for key, value in changes.items():
        if value is None:
            del merged[key]
    return merged


def pairs(before: Mapping[str, Any], after: Mapping[str, Any], prefix: str = OF_RECORD) -> dict[str, Any]:
    """The change pairs that turn `before` into `after`, for the keys of `after`. None: not stated, or erased."""
    changed = {key: value for key, value in after.items() if before.get(key) != value}
    return {prefix + key: [_kept(before.get(key)), _kept(value)] for key, value in changed.items()}


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
