"""From a record to its state rows, and back. The only place that knows how a record lies in tables.

`rows_of` is what a save writes (as the difference to the rows before) and what `verify` compares;
`record_of` is how screens read. Both are pure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.fields import CORE
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.values import StatedTime, from_micros, micros
from incident_desk.domain.vocabulary import Priority
from incident_desk.storage.search_words import indexed

Row = dict[str, Any]
Rows = dict[str, dict[tuple[Any, ...], Row]]

TIMES = ("occurred", "discovered", "reported")
PLAIN_COLUMNS = (
    "number", "unit", "year", "serial", "status", "step", "kind", "title", "place", "category", "subcategory",
    "detected_by", "responsible", "review_date", "concluded_at",
)  # fmt: skip
_IN_COLUMNS = frozenset({*PLAIN_COLUMNS, *TIMES, "priority", "anonymous"})
_JSON = "json:"  # marks a text that holds a plain structure, such as the mark of a step


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
    values = {}
    for key, value in record.values.items():
        if key not in _IN_COLUMNS or value is ERASED:
            for row in value_rows(no, key, value):
                values[(no, row["key"], row["ordinal"])] = row
    items = {}
    for each in record.items.values():
        items[(no, each.list, each.ordinal)] = _item_row(no, each)
        for key, value in each.values.items():
            row = _value_row(no, f"{each.list}.{key}", each.ordinal, value)
            values[(no, row["key"], row["ordinal"])] = row
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
        f"{key}_earliest": _instant(value["earliest"]),
        f"{key}_latest": _instant(value["latest"]),
        f"{key}_precision": value["precision"],
        f"{key}_zone": value["zone"],
    }


def _owed(record: Record) -> Row:
    """Counts and dates that cards show, from the lists."""
    measures = [each for each in record.of("measures") if is_open(each)]
    actions = record.of("actions")
    checks = [due for each in measures if (due := due_of(each)) is not None]
    dues = [
        (due, each.list, _what(each))
        for each in record.items.values()
        if not each.removed and is_open(each) and (due := due_of(each)) is not None
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


def _item_row(no: int, each: Item) -> Row:
    declared = LISTS[each.list]
    owner = each.values.get(declared.owner) if declared.owner else None
    state = "removed" if each.removed else "open" if is_open(each) else "done"
    return {
        "incident": no, "list": each.list, "ordinal": each.ordinal, "id": each.id, "state": state,
        "owner": None if owner is ERASED else owner, "due": due_of(each), "what": _what(each),
        "added_at": each.added_at, "added_by": each.added_by,
    }  # fmt: skip


def is_open(each: Item) -> bool:
    """Whether somebody still owes something for it: its list has a due date and an end, and it has not ended."""
    declared = LISTS[each.list]
    owed = declared.due is not None and declared.done is not None
    return owed and declared.done not in each.values and "moved_on" not in each.values


def due_of(each: Item) -> int | None:
    """The last moment it is in time, microseconds UTC."""
    declared = LISTS[each.list]
    value = each.values.get(declared.due) if declared.due else None
    if value is None or value is ERASED:
        return None
    if declared.field(declared.due or "").kind is FieldKind.DATE:
        return micros(StatedTime.on(date.fromisoformat(value), "UTC").latest or from_micros(0))
    return _instant(value["latest"])


def _what(each: Item) -> str | None:
    values = each.values
    what = values.get("what", values.get("whom", values.get("name")))
    return None if what is ERASED else what


# --- values ------------------------------------------------------------------------------------


def value_rows(no: int, key: str, value: Any) -> list[Row]:
    """A choice of several takes a row per value; everything else takes one."""
    field = CORE.get(key)
    if isinstance(value, list) and field is not None and field.kind is FieldKind.CHOICES:
        return [_value_row(no, key, ordinal, each) for ordinal, each in enumerate(value, 1)]
    return [_value_row(no, key, 0, value)]


def _value_row(no: int, key: str, ordinal: int, value: Any) -> Row:
    row: Row = {"incident": no, "key": key, "ordinal": ordinal,
                "text": None, "number": None, "earliest": None, "latest": None}  # fmt: skip
    if value is ERASED:
        return row
    if isinstance(value, str):
        row["text"] = value
    elif isinstance(value, bool):
        row["text"] = _JSON + ("true" if value else "false")
    elif isinstance(value, int | float):
        row["number"] = float(value)
        row["text"] = None if value == float(value) and isinstance(value, float) else _JSON + str(value)
    elif isinstance(value, dict) and "precision" in value:
        row["text"] = f"{value['precision']} {value['zone']}"
        row["earliest"], row["latest"] = _instant(value["earliest"]), _instant(value["latest"])
    else:
        row["text"] = _JSON + json.dumps(value, ensure_ascii=False, sort_keys=True)
    return row


def _value_of(row: Mapping[str, Any], kind: FieldKind | None) -> Any:
    text = row["text"]
    if kind is FieldKind.TIME and text is not None:
        precision, zone = text.split(" ", 1)
        return _time_json(row["earliest"], row["latest"], precision, zone)
    if text is not None and text.startswith(_JSON) and kind not in {FieldKind.TEXT, FieldKind.PROSE}:
        return json.loads(text[len(_JSON) :])
    if text is not None:
        return text
    return ERASED if row["number"] is None else row["number"]


def _time_json(earliest: int | None, latest: int | None, precision: str, zone: str) -> dict[str, Any]:
    return {
        "earliest": _iso(earliest), "latest": _iso(latest), "precision": precision, "zone": zone,
    }  # fmt: skip


def _instant(iso: str | None) -> int | None:
    return None if iso is None else micros(datetime.fromisoformat(iso))


def _iso(instant: int | None) -> str | None:
    return None if instant is None else from_micros(instant).isoformat().replace("+00:00", "Z")


def record_of(incident: Mapping[str, Any], items: Sequence[Mapping[str, Any]], values: Sequence[Mapping[str, Any]],
              kinds: Mapping[str, FieldKind]) -> Record:  # fmt: skip
    """The incident as its state rows have it. `kinds` gives the kinds of the pack's own fields."""
    of_record = {key: incident[key] for key in PLAIN_COLUMNS if incident[key] is not None}
    of_record["priority"] = str(list(Priority)[incident["priority"]])
    if of_record["priority"] == Priority.NOT_SET:
        del of_record["priority"]
    if incident["anonymous"]:
        of_record["anonymous"] = True
    for key in TIMES:
        if incident[f"{key}_precision"] is not None:
            of_record[key] = _time_json(
                *(incident[f"{key}_{end}"] for end in ("earliest", "latest", "precision", "zone"))
            )
    of_items: dict[tuple[str, int], dict[str, Any]] = {}
    for row in values:
        _place_value(row, of_record, of_items, kinds)
    found = {
        row["id"]: Item(row["id"], row["list"], row["ordinal"], of_items.get((row["list"], row["ordinal"]), {}),
                        row["state"] == "removed", row["added_at"], row["added_by"])
        for row in items
    }  # fmt: skip
    return Record(incident["id"], "incident", incident["position"], of_record, found, incident["opened_at"],
                  incident["opened_by"], incident["changed_at"])  # fmt: skip


def _place_value(
    row: Mapping[str, Any],
    of_record: dict[str, Any],
    of_items: dict[tuple[str, int], dict[str, Any]],
    kinds: Mapping[str, FieldKind],
) -> None:
    key, ordinal = row["key"], row["ordinal"]
    list_key, _, item_key = key.partition(".")
    if list_key in LISTS and item_key:
        item_kind = LISTS[list_key].field(item_key).kind
        of_items.setdefault((list_key, ordinal), {})[item_key] = _value_of(row, item_kind)
        return
    kind = CORE[key].kind if key in CORE else kinds.get(key)
    value = _value_of(row, kind)
    if kind is FieldKind.CHOICES and ordinal:
        of_record.setdefault(key, []).append(value)
    else:
        of_record[key] = value


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
    """The searchable words of an incident: of number and title, and of everything else people wrote."""
    values = record.values
    body = [value for key, value in values.items() if _searchable(key, value)]
    for each in record.items.values():
        if not each.removed:
            body += [value for key, value in each.values.items() if isinstance(value, str) and _is_text(each, key)]
    head = [values.get("number"), values.get("title")]
    return {
        "no": no,
        "head": " ".join(indexed(text) for text in head if isinstance(text, str)),
        "body": " ".join(indexed(text) for text in body),
    }


def _searchable(key: str, value: Any) -> bool:
    if not isinstance(value, str) or key == "title":
        return False
    field = CORE.get(key)
    return field.personal if field else "." in key and not key.startswith("step.")


def _is_text(each: Item, key: str) -> bool:
    return key != "sha256" and LISTS[each.list].field(key).personal
