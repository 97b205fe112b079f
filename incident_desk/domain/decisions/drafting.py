"""How decisions write drafts: plain values, change pairs, and which keys are personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.context import Context
from incident_desk.domain.declarations import MAX_LENGTH, Field, FieldKind, ItemList
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import BY_MATRIX
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import OF_ITEM, OF_RECORD, EntryDraft
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Item, pairs
from incident_desk.domain.values import StatedTime, clean_text, micros, normalise

REASON_LIMIT = MAX_LENGTH[FieldKind.PROSE]
_CLOCKS_DIFFER = 10 * 60 * 1_000_000
_ALWAYS_PERSONAL = frozenset({"reason", "text"})
_OF_FIELD = frozenset({OF_RECORD, OF_ITEM})


@dataclass(frozen=True, slots=True)
class Case:
    """One command's surroundings: the incident as it stands and the context."""

    incident: Incident
    context: Context

    @property
    def pack(self) -> Pack:
        return self.context.pack

    def field(self, key: str) -> Field:
        """The declaration of a field. Refused when there is none."""
        found = self.pack.field(key)
        if found is None:
            raise Refused("field_unknown", key)
        return found

    def draft(self, kind: str, data: Mapping[str, Any], declared: ItemList | None = None) -> EntryDraft:
        """A draft whose personal keys follow the declarations of the fields it changes: the record's, or a line's."""
        personal = declared.personal if declared else self.pack.personal
        keys = [key for key in data if (key[1:] in personal if key[0] in _OF_FIELD else key in _ALWAYS_PERSONAL)]
        return EntryDraft(kind, data, frozenset(keys))

    def plain(self, field: Field, raw: Any) -> Any:
        """The plain value, with references checked against people, places and categories."""
        value = normalise(field, raw, self.context.zone)
        if value is not None:
            _check_reference(field, value, self.context)
            if field.past:
                _check_past(field, value, self.context.now)
        return value

    def changes(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Change pairs for fields of the incident."""
        by_matrix = sorted(BY_MATRIX & fields.keys())
        if by_matrix:
            raise Refused("priority_by_matrix", by_matrix[0])
        after = {key: self.plain(self.field(key), raw) for key, raw in fields.items()}
        if after.get("kind", "") is None:  # every record is of some kind
            raise Refused("kind_unknown", "kind", value="")
        _check_subcategory(self, after)
        return pairs(self.incident.values, after)

    def item(self, item_id: str) -> Item:
        item = self.incident.record.items.get(item_id)
        if item is None or item.removed:
            raise Refused("item_unknown", "item")
        return item


def item_draft(case: Case, declared: ItemList, values: Mapping[str, Any], kind: str = "item_added") -> EntryDraft:
    """The draft that puts one more line on a list."""
    data: dict[str, Any] = {
        "list": declared.key,
        "item": case.context.new_id(),
        "ordinal": case.incident.record.next_ordinal(declared.key),
        "removed": False,
    }
    return case.draft(kind, data | pairs({}, values, OF_ITEM), declared)


def reason_of(text: str, code: str = "reason_missing") -> dict[str, str]:
    """{"reason": ...} or Refused when it must be there and is not."""
    cleaned = clean_text(text, REASON_LIMIT, "reason").strip("\n")
    if not cleaned.strip():
        raise Refused(code, "reason")
    return {"reason": cleaned}


def reason_if_any(text: str) -> dict[str, str]:
    return reason_of(text) if text.strip() else {}


def _check_reference(field: Field, value: Any, context: Context) -> None:
    if field.kind is FieldKind.PERSON and value not in context.people:
        raise Refused("person_unknown", field.key, value=str(value)[:60])
    if field.kind is FieldKind.PLACE and value not in context.places:
        raise Refused("place_unknown", field.key, value=str(value)[:60])
    if field.kind is FieldKind.EQUIPMENT:
        unknown = next((each for each in value if each not in context.equipment), None)
        if unknown is not None:
            raise Refused("equipment_unknown", field.key, value=str(unknown)[:60])
    if field.kind is FieldKind.CATEGORY and context.pack.category(value) is None:
        raise Refused("category_unknown", field.key, value=str(value)[:60])
    if field.kind is FieldKind.SUBCATEGORY and context.pack.subcategory(value) is None:
        raise Refused("subcategory_unknown", field.key, value=str(value)[:60])


def _check_past(field: Field, value: Any, now: int) -> None:
    """A slip of the calendar; the clock of the PC at which it was stated may run some minutes ahead."""
    earliest = StatedTime.from_json(value).earliest
    if earliest is not None and micros(earliest) > now + _CLOCKS_DIFFER:
        raise Refused("time_ahead", field.key)


def _check_subcategory(case: Case, after: dict[str, Any]) -> None:
    """A subcategory belongs to its category; another category empties it."""
    before = case.incident.values.get("subcategory")
    if "category" in after and "subcategory" not in after and before and not _lies_in(before, after["category"]):
        after["subcategory"] = None
    subcategory = after.get("subcategory")
    if subcategory is None:
        return
    category = after.get("category", case.incident.values.get("category"))
    if category is None:
        after["category"] = subcategory.split(".")[0]
    elif not _lies_in(subcategory, category):
        raise Refused("subcategory_of_another_category", "subcategory", value=subcategory)


def _lies_in(subcategory: str, category: Any) -> bool:
    return subcategory.startswith(f"{category}.")
