"""Commands with their references resolved: what a person or a file calls things becomes ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain import field_editing as f
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain import pack_editing as p
from incident_desk.domain.declarations import Field
from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge import field_of
from incident_desk.domain.lists import LISTS
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.references import (
    category_key,
    own_field_key,
    person_id,
    place_id,
    resolve_fields,
    subcategory_key,
)


def resolve(command: c.Command, names: Names, queries: Queries) -> c.Command:
    """The command with ids in place of names. Raises Refused for what nobody knows."""
    match command:
        case c.RecordIncident() | c.ChangeFields() | c.MoveToStep():
            return replace(command, fields=resolve_fields(command.fields, _declared(command.fields, names), names))
        case c.AddItem() | c.ChangeItem():
            return replace(command, fields=resolve_fields(command.fields, _item_fields(command), names))
        case c.AcceptReport() if command.responsible:
            return replace(command, responsible=person_id(command.responsible, names.people.values()))
        case c.JoinReport():
            return replace(command, into=incident_id(command.into, queries))
        case d.AddPlace() if command.parent:
            return replace(command, parent=place_id(command.parent, names.places.values()))
        case d.ChangePlace() if isinstance(command.fields.get("parent"), str):
            parent = place_id(command.fields["parent"], names.places.values())
            return replace(command, fields={**command.fields, "parent": parent})
        case e.AddEquipment() if command.place:
            return replace(command, place=place_id(command.place, names.places.values()))
        case e.ChangeEquipment() if isinstance(command.fields.get("place"), str):
            place = place_id(command.fields["place"], names.places.values())
            return replace(command, fields={**command.fields, "place": place})
        case k.OpenKnowledge():
            incidents = tuple(incident_id(each, queries) for each in command.incidents)
            return replace(command, fields=_of_knowledge(command.fields, names), incidents=incidents)
        case k.ChangeKnowledge():
            return replace(command, fields=_of_knowledge(command.fields, names))
        case k.LinkIncident() | k.UnlinkIncident():
            return replace(command, linked=incident_id(command.linked, queries))
        case p.AddCategory() if command.parent:
            return replace(command, parent=category_key(command.parent, names.pack))
        case p.RenameCategory() | p.RetireCategory():
            return replace(command, category=_category(command.category, names))
        case f.ChangeField() | f.RetireField():
            return replace(command, field=own_field_key(command.field, names.pack))
        case f.RestoreField():
            return replace(command, field=own_field_key(command.field, names.pack, retired=True))
        case _:
            return command


def incident_id(reference: str, queries: Queries) -> str:
    found = queries.find_incident(reference)
    if found is None:
        raise Refused("record_unknown_number", value=reference[:60])
    return found


def knowledge_id(reference: str, queries: Queries) -> str:
    found = queries.knowledge().find(reference)
    if found is None:
        raise Refused("knowledge_unknown", value=reference[:60])
    return found


def _of_knowledge(fields: Mapping[str, Any], names: Names) -> dict[str, Any]:
    declared = {key: field for key in fields if (field := field_of(key, names.pack)) is not None}
    return resolve_fields(fields, declared, names)


def _category(wanted: str, names: Names) -> str:
    """The key of a category or, where none is called so, of a subcategory."""
    key = category_key(wanted, names.pack)
    return key if names.pack.category(key) else subcategory_key(wanted, names.pack)


def _declared(fields: Any, names: Names) -> dict[str, Field]:
    return {key: field for key in fields if (field := names.field(key)) is not None}


def _item_fields(command: c.AddItem | c.ChangeItem) -> dict[str, Field]:
    """The declared columns of the list; without a list (a change names only the line) those of all lists."""
    lists = [LISTS[command.list]] if isinstance(command, c.AddItem) and command.list in LISTS else LISTS.values()
    return {field.key: field for declared in lists for field in declared.fields}
