"""Orders: every command that `apply` takes, by name; from JSON to a command, and what was wrong if it is none."""

from __future__ import annotations

import types
import uuid
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, Union, get_args, get_origin, get_type_hints

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain import field_editing as f
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain import pack_editing as p
from incident_desk.domain.commands import Command, arg
from incident_desk.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class AttachFile(Command):
    """Attach a file to an incident. Its content is kept in the register, with hash, person and time."""

    file: str = arg("Path of the file")
    name: str = arg("Name to show; the file's own when empty", "")
    note: str = arg("What it shows", "")
    replaces: str = arg("Id of the attachment it is a new version of", "", shape="id")


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Take back what one command did, as a new entry. Only what nobody changed since."""

    undo: str = arg("op_id of the command to take back", shape="id")


@dataclass(frozen=True, slots=True)
class SetSecret(Command):
    """Give a person a secret that is asked at sign-in and again for each signature; empty takes it away."""

    person: str = arg("Person: id or name", shape="person")
    secret: str = arg("The secret, 8 characters or more", "")


ORDERS: dict[str, type[Command]] = {
    order.__name__: order
    for order in (
        c.RecordIncident, c.AcceptReport, c.MarkNotReportable, c.ReturnToInbox, c.JoinReport, c.ChangeFields,
        c.AddItem, c.ChangeItem, c.RemoveItem, c.AddNote, AttachFile, c.TickPlan,
        c.RatePriority, c.MoveToStep,
        c.TakeShortPath, c.SignOff, c.ConcludeIncident, c.ReopenIncident, c.VoidIncident, c.ReinstateIncident,
        c.HoldIncident, c.LiftHold,
        Undo, d.AddPerson, d.ChangePerson, SetSecret, d.AddPlace, d.ChangePlace, e.AddEquipment, e.ChangeEquipment,
        d.ChangeSettings,
        p.AddCategory, p.RenameCategory, p.RetireCategory,
        f.AddField, f.ChangeField, f.RetireField, f.RestoreField,
        *k.KNOWLEDGE_ORDERS,
    )
}  # fmt: skip
ON_INCIDENT = frozenset(
    name for name, order in ORDERS.items() if order.__module__ == c.__name__ and order is not c.RecordIncident
) | {"AttachFile", "Undo"}
ENVELOPE = ("command", "incident", "op_id", "seen", "secret")


@dataclass(frozen=True, slots=True)
class Order:
    """A command with its envelope: which record, which op id, what was seen, and the secret for a signature."""

    name: str
    command: Command
    incident: str | None
    op_id: str | None
    seen: int | None
    secret: str | None


def read_order(data: Any) -> Order:
    """The order of one JSON object, or Refused naming what is wrong with it."""
    if not isinstance(data, dict):
        raise Refused("command_unreadable", problem="it is not an object")
    name = data.get("command")
    order = ORDERS.get(name) if isinstance(name, str) else None
    if order is None or not isinstance(name, str):
        raise Refused("command_unknown", value=str(name)[:60])
    envelope_secret = None if order is SetSecret else _envelope(data, "secret", str)
    own = {key: value for key, value in data.items() if key not in ENVELOPE or key in _names(order)}
    incident = _envelope(data, "incident", str)
    if name in ON_INCIDENT and incident is None:
        raise Refused("argument_missing", command=name, value="incident")
    seen = _envelope(data, "seen", int)
    return Order(name, build(order, own), incident, _op_id(data), seen, envelope_secret)


def _envelope(data: Mapping[str, Any], key: str, wanted: type) -> Any:
    value = data.get(key)
    if value is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
        raise Refused("argument_wrong", command=str(data.get("command")), value=key, wanted=_type_word(wanted))
    return value


def _op_id(data: Mapping[str, Any]) -> str | None:
    """In its one canonical form, because the journal's hashes cover the text of it."""
    given = _envelope(data, "op_id", str)
    try:
        return None if given is None else str(uuid.UUID(given))
    except ValueError:
        raise Refused("argument_wrong", command=str(data["command"]), value="op_id", wanted="an id (UUID)") from None


def build(order: type[Command], given: Mapping[str, Any]) -> Command:
    """The command from plain values, each checked against its declared type."""
    known = {each.name: each for each in fields(order)}
    for key in given:
        if key not in known:
            options = ", ".join(known)
            raise Refused("argument_unknown", command=order.__name__, value=key[:60], options=options)
    types_of = get_type_hints(order)
    values = {key: _checked(order, known[key], types_of[key], value) for key, value in given.items()}
    for each in known.values():
        if each.name not in values and each.default is MISSING and each.default_factory is MISSING:
            raise Refused("argument_missing", command=order.__name__, value=each.name)
    return order(**values)


def _names(order: type[Command]) -> set[str]:
    return {each.name for each in fields(order)}


def _checked(order: type[Command], declared: Field[Any], wanted: Any, value: Any) -> Any:
    options = get_args(wanted) if get_origin(wanted) in (Union, types.UnionType) else (wanted,)
    for option in options:
        plain = get_origin(option) or option
        if plain is tuple and isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        if plain is Mapping and isinstance(value, dict):
            return value
        if plain in (str, int, bool, type(None)) and type(value) is plain:
            return value
    if declared.metadata.get("shape") == "fields" and value is None:
        return {}
    raise Refused("argument_wrong", command=order.__name__, value=declared.name, wanted=_type_word(options[0]))


def _type_word(wanted: Any) -> str:
    plain = get_origin(wanted) or wanted
    return {str: "a text", int: "a whole number", bool: "true or false", tuple: "a list of texts"}.get(
        plain, "an object"
    )
