"""JSON Schema (draft 2020-12) of every command that `apply` takes, from the declarations."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Union, get_args, get_origin, get_type_hints

from incident_desk.domain.commands import Command
from incident_desk.domain.declarations import MAX_LENGTH, Field, FieldKind
from incident_desk.domain.directory import PERSON_KEYS, PLACE_KEYS, SETTINGS_KEYS
from incident_desk.domain.equipment_keys import EQUIPMENT_KEYS
from incident_desk.domain.fields import BY_MATRIX, CORE_FIELDS
from incident_desk.domain.knowledge import ASKED as KNOWLEDGE_FIELDS
from incident_desk.domain.knowledge import KnowledgeKind
from incident_desk.domain.lists import BY_HAND
from incident_desk.domain.packs.fields import ASKED_KINDS, ROOMS
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.vocabulary import Kind, Priority, Role, Step
from incident_desk.usecases.orders import ON_INCIDENT, ORDERS

Json = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TIME = {
    "description": "A time as stated: 2026-11-12T08:25 (exact), 2026-11-12 (only the date), or an object",
    "oneOf": [
        {"type": "string", "examples": ["2026-11-12T08:25", "2026-11-12"]},
        {
            "type": "object",
            "properties": {
                "precision": {"enum": ["exact", "about", "date", "between", "unknown"]},
                "at": {"type": "string"},
                "date": {"type": "string", "format": "date"},
                "earliest": {"type": "string"},
                "latest": {"type": "string"},
                "zone": {
                    "type": "string",
                    "description": "IANA time zone; that of the register when left out",
                },
            },
            "additionalProperties": False,
        },
    ],
}
_KINDS: dict[FieldKind, Json] = {
    FieldKind.TEXT: {"type": "string", "maxLength": MAX_LENGTH[FieldKind.TEXT]},
    FieldKind.PROSE: {"type": "string", "maxLength": MAX_LENGTH[FieldKind.PROSE]},
    FieldKind.YES_NO: {"type": "boolean"},
    FieldKind.TIME: _TIME,
    FieldKind.DATE: {"type": "string", "format": "date"},
    FieldKind.NUMBER: {"type": "number"},
    FieldKind.PERSON: {"type": "string", "description": "A person of the register: id or name"},
    FieldKind.PLACE: {"type": "string", "description": "A place of the register: id, code or name"},
    FieldKind.EQUIPMENT: {
        "type": "array",
        "items": {"type": "string", "description": "Equipment: id, asset number, serial number, UDI or name"},
    },
    FieldKind.CATEGORY: {"type": "string", "description": "A category of the sector pack: key or name"},
    FieldKind.SUBCATEGORY: {"type": "string", "description": "A subcategory of the category: key or name"},
}


def command_schemas(declared: tuple[Field, ...] = CORE_FIELDS) -> dict[str, Json]:
    """Schema by command name. `declared`: what a record may hold in fields; more where a register is open."""
    return {name: _schema(name, order, declared) for name, order in ORDERS.items()}


def _schema(name: str, order: type[Command], declared: tuple[Field, ...]) -> Json:
    hints = get_type_hints(order)
    properties: Json = {"command": {"const": name}}
    required = ["command"]
    if name in ON_INCIDENT:
        properties["incident"] = {"type": "string", "description": "Number or id of the incident"}
        required.append("incident")
    for each in fields(order):
        shaped = _shape(each.metadata.get("shape", ""), hints[each.name], declared)
        properties[each.name] = {"description": each.metadata.get("doc", ""), **shaped}
        if each.default is MISSING and each.default_factory is MISSING:
            required.append(each.name)
        elif isinstance(each.default, str | bool | int):
            properties[each.name]["default"] = each.default
    properties["op_id"] = {
        "type": "string",
        "format": "uuid",
        "description": "Made by the caller; a repeat changes nothing",
    }
    properties["seen"] = {"type": "integer", "description": "Journal position the caller had seen"}
    if name == "SignOff":
        properties["secret"] = {"type": "string", "description": "The signer's secret, where one is set"}
    return {
        "$schema": _DRAFT, "title": name, "description": (order.__doc__ or "").strip(), "type": "object",
        "properties": properties, "required": required, "additionalProperties": False,
    }  # fmt: skip


def _shape(shape: str, hint: Any, declared: tuple[Field, ...]) -> Json:
    choices = {
        "kind": [str(kind) for kind in Kind], "step": [step.key for step in Step],
        "priority": ["", *(str(p) for p in Priority if p is not Priority.NOT_SET)],
        "list": [declared.key for declared in BY_HAND], "place_kind": ["site", "department", "place"],
        "knowledge_kind": list(map(str, KnowledgeKind)), "language": ["", *LANGUAGES],
        "field_kind": list(ASKED_KINDS), "field_section": ["", *ROOMS],
    }  # fmt: skip
    if shape in choices:
        return {"type": "string", "enum": choices[shape]}
    if shape == "fields":
        return _object(field for field in declared if field.key not in BY_MATRIX)
    if shape == "knowledge_fields":
        return _object(KNOWLEDGE_FIELDS)
    if shape == "day":
        return {"type": "string", "format": "date"}
    if shape == "item_fields":
        return {"type": "object", "anyOf": [{"title": each.key, **_object(each.fields)} for each in BY_HAND]}
    if shape == "roles":
        return {"type": "array", "items": {"enum": [str(role) for role in Role]}}
    keyed = {
        "person_fields": PERSON_KEYS, "place_fields": PLACE_KEYS, "equipment_fields": EQUIPMENT_KEYS,
        "settings_fields": SETTINGS_KEYS,
    }  # fmt: skip
    if shape in keyed:
        return {"type": "object", "propertyNames": {"enum": list(keyed[shape])}}
    return _plain(hint)


def _object(declared: Any) -> Json:
    return {
        "type": "object",
        "properties": {field.key: field_schema(field) for field in declared},
        "additionalProperties": False,
    }


def field_schema(field: Field) -> Json:
    """What a value of this field may be; null empties it."""
    described = {"title": field.label["en"]}
    if field.help:
        described["description"] = field.help["en"]
    if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        code: Json = {"enum": [option.code for option in field.options]} if field.options else {"type": "string"}
        shaped = code if field.kind is FieldKind.CHOICE else {"type": "array", "items": code}
    else:
        shaped = dict(_KINDS[field.kind])
    return {**described, "anyOf": [shaped, {"type": "null"}]}


def _plain(hint: Any) -> Json:
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    names = {str: "string", int: "integer", bool: "boolean", type(None): "null"}
    found = [names[option] for option in options if option in names]
    if found:
        return {"type": found[0] if len(found) == 1 else found}
    return {"type": "object" if (get_origin(hint) or hint) is Mapping else "array"}
