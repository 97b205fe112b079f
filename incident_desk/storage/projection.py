"""From a record to its state rows, and back. The only place that knows how a record lies in tables.

`rows_of` is what a save writes (as the difference to the rows before) and what `verify` compares;
`record_of` is how screens read. Both are pure. A row is a tuple in the order of its table's columns, as a driver reads
it: names are put to values only where something is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from incident_desk.domain.chains import KNOWLEDGE
from incident_desk.domain.declarations import FREE_TEXT, FieldKind
from incident_desk.domain.equipment_keys import EQUIPMENT_KEYS
from incident_desk.domain.fields import CORE
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.values import due_instant
from incident_desk.domain.vocabulary import Priority
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import Key, Row, instant, place_value, put_value, time_json
from incident_desk.storage.knowledge_rows import knowledge_rows
from incident_desk.storage.search_words import indexed, pointer

Rows = dict[str, dict[Key, Row]]
"""By table and primary key."""

TIMES = ("occurred", "discovered", "reported")
PLAIN_COLUMNS = (
    "number", "unit", "year", "serial", "status", "step", "kind", "title", "place", "category", "subcategory",
    "detected_by", "responsible", "review_date", "concluded_at",
)  # fmt: skip
_IN_COLUMNS = frozenset({*PLAIN_COLUMNS, *TIMES, "priority", "anonymous"})


def rows_of(no: int, record: Record) -> Rows:
    """Every state row of a record, by table and key. The keys are the primary keys of `tables.py`."""
    makers = {"incident": _incident_rows, "person": _person_rows, "place": _place_rows,
              "equipment": _equipment_rows, KNOWLEDGE: knowledge_rows, "settings": _setting_rows,
              "pack": _pack_rows}  # fmt: skip
    maker = makers.get(record.kind)
    return {} if maker is None or not record.position else maker(no, record)


@dataclass(frozen=True, slots=True)
class Difference:
    insert: list[Row]
    update: list[Row]
    delete: list[tuple[Any, ...]]


def difference(before: Rows, after: Rows) -> dict[str, Difference]:
    """What to write, table by table, to turn the rows before into the rows after."""
    found = {}
    for name in {**before, **after}:
        old, new = before.get(name, {}), after.get(name, {})
        if not old:  # of a new record everything is
            if new:
                found[name] = Difference(list(new.values()), [], [])
            continue
        insert = [row for key, row in new.items() if key not in old]
        update = [row for key, row in new.items() if key in old and old[key] != row]
        delete = [key for key in old if key not in new]
        if insert or update or delete:
            found[name] = Difference(insert, update, delete)
    return found


# --- incidents ---------------------------------------------------------------------------------


def _incident_rows(no: int, record: Record) -> Rows:
    values: dict[Key, Row] = {}
    for key, value in record.values.items():
        if key not in _IN_COLUMNS or value is ERASED:
            put_value(values, no, key, 0, value)
    items, zone = {}, zone_of(record)
    for each in record.items.values():
        items[no, each.list, each.ordinal] = _item_row(no, each, zone)
        for key, value in each.values.items():
            put_value(values, no, f"{each.list}.{key}", each.ordinal, value)
    return {"incident": {(no,): _incident_row(no, record)}, "item": items, "field_value": values}


def _incident_row(no: int, record: Record) -> Row:
    values = record.values
    mark = values.get(f"step.{values.get('step')}") or {}
    row: dict[str, Any] = {
        **values,
        **_NO_TIMES,
        "no": no,
        "id": record.id,
        "position": record.position,
        "priority": _RANK[values.get("priority", Priority.NOT_SET)],
        "anonymous": int(bool(values.get("anonymous"))),
        "opened_at": record.opened_at,
        "opened_by": record.opened_by,
        "step_since": mark.get("entered", record.opened_at),
        "changed_at": record.changed_at,
        "missing": len(values.get("missing", ())),
    }
    for key in TIMES:
        _put_time(row, key, values.get(key))
    _put_owed(row, record)
    found = tuple(map(row.get, _INCIDENT_COLUMNS))
    return tuple([None if value is ERASED else value for value in found]) if ERASED in found else found


_INCIDENT_COLUMNS = tuple(column.name for column in t.incident.c)
_ENDS = ("earliest", "latest", "precision", "zone")
_NO_TIMES = dict.fromkeys(f"{key}_{end}" for key in TIMES for end in _ENDS)
_RANK = {str(priority): priority.rank for priority in Priority}


def _put_time(row: dict[str, Any], key: str, value: Any) -> None:
    if value is not None and value is not ERASED:
        row[f"{key}_earliest"], row[f"{key}_latest"] = instant(value["earliest"]), instant(value["latest"])
        row[f"{key}_precision"], row[f"{key}_zone"] = value["precision"], value["zone"]


def _put_owed(row: dict[str, Any], record: Record) -> None:
    """Counts and dates that cards show, from the lists."""
    zone = zone_of(record)
    standing = [each for each in record.items.values() if not each.removed]
    owed = [(due_of(each, zone), each) for each in standing if is_open(each)]
    measures = [due for due, each in owed if each.list == "measures"]
    actions = [each for each in standing if each.list == "actions"]
    dues = [(due, each.list, _what(each)) for due, each in owed if due is not None]
    nearest = min(dues, default=(None, None, None), key=lambda due: due[0])
    row["measures_in_force"] = len(measures)
    row["measure_check_due"] = min((due for due in measures if due is not None), default=None)
    row["actions_done"] = sum("done" in each.values for each in actions)
    row["actions_total"] = len(actions)
    row["questions_open"] = sum(each.list == "questions" and "answer" not in each.values for each in standing)
    row["next_due"], row["next_due_list"], row["next_due_what"] = nearest


def _item_row(no: int, each: Item, zone: str) -> Row:
    declared = LISTS[each.list]
    owner = each.values.get(declared.owner) if declared.owner else None
    state = "removed" if each.removed else "open" if is_open(each) else "done"
    return (
        no, each.list, each.ordinal, each.id, state, None if owner is ERASED else owner, due_of(each, zone),
        _what(each), each.added_at, each.added_by,
    )  # fmt: skip


def is_open(each: Item) -> bool:
    """Whether somebody still owes something for it: its list has a due date and an end, and it has not ended."""
    declared = LISTS[each.list]
    owed = declared.due is not None and declared.done is not None
    return owed and declared.done not in each.values and "moved_on" not in each.values


def zone_of(record: Record) -> str:
    """The zone in which the record's days begin and end: that of the register when it was reported."""
    return str(record.values.get("zone", "UTC"))


def due_of(each: Item, zone: str) -> int | None:
    """The last moment it is in time, microseconds UTC."""
    declared = LISTS[each.list]
    return due_instant(each.values.get(declared.due) if declared.due else None, zone)


def _what(each: Item) -> str | None:
    values = each.values
    what = values.get("what", values.get("whom", values.get("name")))
    return None if what is ERASED else what


def record_of(
    incident: Mapping[str, Any], items: Sequence[Mapping[str, Any]], values: Sequence[Mapping[str, Any]]
) -> Record:
    """The incident as its state rows have it, `values` ordered by key, line and ordinal."""
    of_record = {key: incident[key] for key in PLAIN_COLUMNS if incident[key] is not None}
    of_record["priority"] = str(list(Priority)[incident["priority"]])
    if of_record["priority"] == Priority.NOT_SET:
        del of_record["priority"]
    if incident["anonymous"]:
        of_record["anonymous"] = True
    for key in TIMES:
        if incident[f"{key}_precision"] is not None:
            of_record[key] = time_json(
                *(incident[f"{key}_{end}"] for end in ("earliest", "latest", "precision", "zone"))
            )
    of_items: dict[tuple[str, int], dict[str, Any]] = {}
    for row in values:
        list_key, _, item_key = row["key"].partition(".")
        if row["line"]:
            place_value(of_items.setdefault((list_key, row["line"]), {}), item_key, row)
        else:
            place_value(of_record, row["key"], row)
    found = {
        row["id"]: Item(row["id"], row["list"], row["ordinal"], of_items.get((row["list"], row["ordinal"]), {}),
                        row["state"] == "removed", row["added_at"], row["added_by"])
        for row in items
    }  # fmt: skip
    return Record(incident["id"], "incident", incident["position"], of_record, found, incident["opened_at"],
                  incident["opened_by"], incident["changed_at"])  # fmt: skip


# --- people, places, equipment, settings, packs --------------------------------------------------------------


def _person_rows(no: int, record: Record) -> Rows:
    values: dict[str, Any] = {key: None if value is ERASED else value for key, value in record.values.items()}
    row = (
        no, record.id, record.position, *map(values.get, ("name", "job", "unit", "phone")),
        " ".join(values.get("roles") or ()), int(bool(values.get("active", True))),
    )  # fmt: skip
    return {"person": {(no,): row}}


def _place_rows(no: int, record: Record) -> Rows:
    values = record.values
    row = (
        no, record.id, record.position, values["name"], values.get("parent"), values.get("code"),
        values.get("kind", "place"), int(values.get("active", True)),
    )  # fmt: skip
    return {"place": {(no,): row}}


def _equipment_rows(no: int, record: Record) -> Rows:
    values = record.values
    texts = [values.get(key) for key in EQUIPMENT_KEYS if key != "active"]
    row = (no, record.id, record.position, *texts, int(values.get("active", True)))
    return {"equipment": {(no,): row}}


def _setting_rows(no: int, record: Record) -> Rows:
    return {"setting": {(no, key): (no, key, _json(value)) for key, value in record.values.items()}}


def _pack_rows(no: int, record: Record) -> Rows:
    rows = {}
    for each in record.of("versions"):
        values = each.values
        rows[no, each.ordinal] = (no, each.ordinal, values["pack_id"], values["version"], _json(values["content"]))
    return {"pack_version": rows}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def search_row(no: int, record: Record) -> Row:
    """The searchable words of an incident: of number and title, and of everything else people wrote; whom it names."""
    values = record.values
    body: list[str] = []
    about: set[str] = set(values.get("equipment") or ())
    # In one order, whatever came first: read from its rows or from its journal, a record gives the same.
    for key in sorted(values):
        _sort_in(values[key], _use_of(key), body, about)
    for each in sorted(record.items.values(), key=lambda each: (each.list, each.ordinal)):
        for key in () if each.removed else sorted(each.values):
            _sort_in(each.values[key], _use_in(each.list, key), body, about)
    head = [values.get(key) for key in ("number", *_HEAD)]
    return (
        no,
        " ".join([indexed(text) for text in head if isinstance(text, str)]),
        " ".join(map(indexed, body)),
        " ".join(sorted(map(pointer, about))),
    )


_HEAD = ("old_number", "title")
_IDS = frozenset({FieldKind.PERSON, FieldKind.PLACE})
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Text of the program's own, which nobody looks for.
_UNSOUGHT = frozenset({
    "attachments.media_type", "attachments.sha256", "attachments.replaces", "sign_offs.sign_off", "sign_offs.role",
    "sign_offs.meaning",
})  # fmt: skip


class _Use(Enum):
    """What a text is to the search."""

    WORDS = auto()  # people wrote it
    ID = auto()  # of a person or a place
    ANSWER = auto()  # of a field that only a pack knows: an id if it looks like one, else words
    NONE = auto()


def _sort_in(value: Any, use: _Use, body: list[str], about: set[str]) -> None:
    if use is _Use.NONE or not isinstance(value, str):
        return
    if use is _Use.ID or (use is _Use.ANSWER and _UUID.fullmatch(value)):
        about.add(value)
    else:
        body.append(value)


@lru_cache(maxsize=4096)
def _use_of(key: str) -> _Use:
    """Of a value of the record itself. What stands in the head of the index is not in its body."""
    if key in _HEAD:
        return _Use.NONE
    if key in CORE:
        return _use(CORE[key].kind)
    return _Use.ANSWER if "." in key and not key.startswith("step.") else _Use.NONE


@lru_cache(maxsize=4096)
def _use_in(list_key: str, key: str) -> _Use:
    return _Use.NONE if f"{list_key}.{key}" in _UNSOUGHT else _use(LISTS[list_key].field(key).kind)


def _use(kind: FieldKind) -> _Use:
    return _Use.WORDS if kind in FREE_TEXT else _Use.ID if kind in _IDS else _Use.NONE


def is_searched(key: str, text: str) -> bool:
    """Whether a text stored under that key, or "list.field", is one that the search finds a record by."""
    list_key, _, column = key.partition(".")
    use = _use_in(list_key, column) if column and list_key in LISTS else _use_of(key)
    return key in _HEAD or use is _Use.WORDS or (use is _Use.ANSWER and not _UUID.fullmatch(text))
