"""From a record to its state rows, and back. The only place that knows how a record lies in tables.

`rows_of` is what a save writes (as the difference to the rows before) and what `verify` compares;
`record_of` is how screens read. Both are pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.declarations import FREE_TEXT, FieldKind
from incident_desk.domain.fields import CORE
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.values import due_instant
from incident_desk.domain.vocabulary import Priority
from incident_desk.storage.field_values import Row, instant, place_value, time_json, value_rows
from incident_desk.storage.search_words import indexed, pointer

Rows = dict[str, dict[tuple[Any, ...], Row]]

TIMES = ("occurred", "discovered", "reported")
PLAIN_COLUMNS = (
    "number", "unit", "year", "serial", "status", "step", "kind", "title", "place", "category", "subcategory",
    "detected_by", "responsible", "review_date", "concluded_at",
)  # fmt: skip
_IN_COLUMNS = frozenset({*PLAIN_COLUMNS, *TIMES, "priority", "anonymous"})


def rows_of(no: int, record: Record) -> Rows:
    """Every state row of a record, by table and key. The keys are the primary keys of `tables.py`."""
    makers = {"incident": _incident_rows, "person": _person_rows, "place": _place_rows,
              "settings": _setting_rows, "pack": _pack_rows}  # fmt: skip
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
        insert = [row for key, row in new.items() if key not in old]
        update = [row for key, row in new.items() if key in old and old[key] != row]
        delete = [key for key in old if key not in new]
        if insert or update or delete:
            found[name] = Difference(insert, update, delete)
    return found


# --- incidents ---------------------------------------------------------------------------------


def _incident_rows(no: int, record: Record) -> Rows:
    values: dict[tuple[Any, ...], Row] = {}
    for key, value in record.values.items():
        if key not in _IN_COLUMNS or value is ERASED:
            for row in value_rows(no, key, 0, value):
                values[no, key, 0, row["ordinal"]] = row
    items, zone = {}, zone_of(record)
    for each in record.items.values():
        items[(no, each.list, each.ordinal)] = _item_row(no, each, zone)
        for key, value in each.values.items():
            for row in value_rows(no, f"{each.list}.{key}", each.ordinal, value):
                values[no, row["key"], each.ordinal, row["ordinal"]] = row
    return {"incident": {(no,): _incident_row(no, record)}, "item": items, "field_value": values}


def _incident_row(no: int, record: Record) -> Row:
    values = record.values
    row: Row = {"no": no, "id": record.id, "position": record.position}
    for key in PLAIN_COLUMNS:
        value = values.get(key)
        row[key] = None if value is ERASED else value
    for key in TIMES:
        row |= _time_columns(key, values.get(key))
    mark = values.get(f"step.{values.get('step')}") or {}
    row |= {
        "priority": Priority(values.get("priority", Priority.NOT_SET)).rank,
        "anonymous": int(bool(values.get("anonymous"))),
        "opened_at": record.opened_at,
        "opened_by": record.opened_by,
        "step_since": mark.get("entered", record.opened_at),
        "changed_at": record.changed_at,
        "missing": len(values.get("missing", ())),
    }
    return row | _owed(record)


def _time_columns(key: str, value: Any) -> Row:
    if value is None or value is ERASED:
        return {f"{key}_{end}": None for end in ("earliest", "latest", "precision", "zone")}
    return {
        f"{key}_earliest": instant(value["earliest"]),
        f"{key}_latest": instant(value["latest"]),
        f"{key}_precision": value["precision"],
        f"{key}_zone": value["zone"],
    }


def _owed(record: Record) -> Row:
    """Counts and dates that cards show, from the lists."""
    zone = zone_of(record)
    measures = [each for each in record.of("measures") if is_open(each)]
    actions = record.of("actions")
    checks = [due for each in measures if (due := due_of(each, zone)) is not None]
    dues = [
        (due, each.list, _what(each))
        for each in record.items.values()
        if not each.removed and is_open(each) and (due := due_of(each, zone)) is not None
    ]
    nearest = min(dues, default=(None, None, None), key=lambda due: due[0])
    return {
        "measures_in_force": len(measures),
        "measure_check_due": min(checks, default=None),
        "actions_done": sum("done" in each.values for each in actions),
        "actions_total": len(actions),
        "questions_open": sum("answer" not in each.values for each in record.of("questions")),
        "next_due": nearest[0],
        "next_due_list": nearest[1],
        "next_due_what": nearest[2],
    }


def _item_row(no: int, each: Item, zone: str) -> Row:
    declared = LISTS[each.list]
    owner = each.values.get(declared.owner) if declared.owner else None
    state = "removed" if each.removed else "open" if is_open(each) else "done"
    return {
        "incident": no, "list": each.list, "ordinal": each.ordinal, "id": each.id, "state": state,
        "owner": None if owner is ERASED else owner, "due": due_of(each, zone), "what": _what(each),
        "added_at": each.added_at, "added_by": each.added_by,
    }  # fmt: skip


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


# --- people, places, settings, packs --------------------------------------------------------------


def _person_rows(no: int, record: Record) -> Rows:
    values: dict[str, Any] = {key: None if value is ERASED else value for key, value in record.values.items()}
    row = {
        "no": no, "id": record.id, "position": record.position, "roles": " ".join(values.get("roles") or ()),
        "active": int(bool(values.get("active", True))),
        **{key: values.get(key) for key in ("name", "job", "unit", "phone")},
    }  # fmt: skip
    return {"person": {(no,): row}}


def _place_rows(no: int, record: Record) -> Rows:
    values = record.values
    row = {
        "no": no, "id": record.id, "position": record.position, "name": values["name"],
        "parent": values.get("parent"), "code": values.get("code"), "kind": values.get("kind", "place"),
        "active": int(values.get("active", True)),
    }  # fmt: skip
    return {"place": {(no,): row}}


def _setting_rows(no: int, record: Record) -> Rows:
    rows = {
        (no, key): {"no": no, "key": key, "value": json.dumps(value, ensure_ascii=False, sort_keys=True)}
        for key, value in record.values.items()
    }
    return {"setting": rows}


def _pack_rows(no: int, record: Record) -> Rows:
    rows = {}
    for each in record.of("versions"):
        content = json.dumps(each.values["content"], ensure_ascii=False, sort_keys=True)
        rows[(no, each.ordinal)] = {"no": no, "ordinal": each.ordinal, "pack_id": each.values["pack_id"],
                                    "version": each.values["version"], "content": content}  # fmt: skip
    return {"pack_version": rows}


def search_row(no: int, record: Record) -> Row:
    """The searchable words of an incident: of number and title, and of everything else people wrote; whom it names."""
    values = record.values
    # In one order, whatever came first: read from its rows or from its journal, a record gives the same.
    body = [values[key] for key in sorted(values) if _searchable(key, values[key])]
    about = {value for key, value in values.items() if _names_somebody(key, value)}
    for each in sorted(record.items.values(), key=lambda each: (each.list, each.ordinal)):
        texts = [] if each.removed else [(key, value) for key, value in each.values.items() if isinstance(value, str)]
        body += [value for key, value in sorted(texts) if _is_text(each, key)]
        about |= {value for key, value in texts if _is_id(each, key)}
    head = [values.get(key) for key in ("number", *_HEAD)]
    return {
        "no": no,
        "head": " ".join(indexed(text) for text in head if isinstance(text, str)),
        "body": " ".join(indexed(text) for text in body),
        "about": " ".join(sorted(map(pointer, about))),
    }


_HEAD = ("old_number", "title")
_IDS = frozenset({FieldKind.PERSON, FieldKind.PLACE})
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Text of the program's own, which nobody looks for.
_UNSOUGHT = frozenset({
    "attachments.media_type", "attachments.sha256", "attachments.replaces", "sign_offs.sign_off", "sign_offs.role",
    "sign_offs.meaning",
})  # fmt: skip


def is_searched(key: str, text: str) -> bool:
    """Whether a text stored under that key, or "list.field", is one that the search finds a record by."""
    list_key, _, column = key.partition(".")
    if column and list_key in LISTS:
        return key not in _UNSOUGHT and LISTS[list_key].field(column).kind in FREE_TEXT
    return key in _HEAD or _searchable(key, text)


def _searchable(key: str, value: Any) -> bool:
    if not isinstance(value, str) or key in _HEAD:
        return False
    field = CORE.get(key)
    if field:
        return field.kind in FREE_TEXT
    return "." in key and not key.startswith("step.") and not _UUID.fullmatch(value)


def _names_somebody(key: str, value: Any) -> bool:
    """Which answers of a pack are people or places only the pack knows; ids they are in any case."""
    if not isinstance(value, str):
        return False
    field = CORE.get(key)
    return field.kind in _IDS if field else "." in key and _UUID.fullmatch(value) is not None


def _is_text(each: Item, key: str) -> bool:
    return f"{each.list}.{key}" not in _UNSOUGHT and LISTS[each.list].field(key).kind in FREE_TEXT


def _is_id(each: Item, key: str) -> bool:
    return LISTS[each.list].field(key).kind in _IDS
