"""Equipment of a register: devices, machines and tools with the numbers they are known by. Chains of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.context import Actor
from incident_desk.domain.directory_entry import check_name, drafts_of, must_exist, plain_values
from incident_desk.domain.equipment_keys import CODE_KEYS, EQUIPMENT_KEYS, folded_code
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class AddEquipment(Command):
    """Put a device, a machine or a tool on the register's list of equipment."""

    name: str = arg("What people call it")
    asset: str = arg("Asset number: that of the inventory", "")
    serial: str = arg("Serial number", "")
    lot: str = arg("Lot", "")
    udi: str = arg("UDI, or its first part (UDI-DI), as it stands on the label", "")
    maker: str = arg("Maker", "")
    model: str = arg("Model", "")
    place: str | None = arg("Place it stands at: id, code or name", None, shape="place")


@dataclass(frozen=True, slots=True)
class ChangeEquipment(Command):
    """Change an entry of the list of equipment, or stop offering it ("active": false)."""

    equipment: str = arg("Equipment: id, asset number, serial number, UDI or name", shape="equipment")
    fields: Mapping[str, Any] = arg(", ".join(EQUIPMENT_KEYS), {}, shape="equipment_fields")


def decide_equipment(record: Record, command: AddEquipment | ChangeEquipment, actor: Actor) -> list[EntryDraft]:
    actor.must("equipment", Role.ADMINISTRATOR, Role.COORDINATOR)
    if isinstance(command, AddEquipment):
        values = {key: getattr(command, key) or None for key in EQUIPMENT_KEYS if key != "active"}
        return drafts_of(record, "equipment_added", _values({**values, "active": True}))
    must_exist(record, "equipment", command.equipment)
    return drafts_of(record, "equipment_changed", _values(command.fields))


def check_asset(record: Record, drafts: Iterable[EntryDraft], taken: Mapping[str, tuple[str, str]]) -> None:
    """An asset number names one piece. `taken`: id and name of the piece that has a number, by `folded_code`."""
    for draft in drafts:
        asset = draft.data.get("=asset", (None, None))[1]
        owner, name = taken.get(folded_code(asset or ""), (record.id, ""))
        if asset and owner != record.id:
            raise Refused("asset_taken", "asset", value=asset[:60], name=name[:60])


def _values(given: Mapping[str, Any]) -> dict[str, Any]:
    values = plain_values(given, EQUIPMENT_KEYS)
    check_name(values)
    for key in values.keys() & {"name", *CODE_KEYS}:
        if "\n" in (values[key] or ""):
            raise Refused("text_one_line", key)
    return values
