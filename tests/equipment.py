"""Pieces of equipment for tests: two pumps of one article, and what else stands on a ward."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.equipment import AddEquipment
from incident_desk.usecases.equipment import EquipmentList
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import EquipmentRow
from tests.factories import Desk

GTIN = "09506000134352"  # its last digit follows from the others
FIRST: dict[str, str] = {"asset": "A-4711", "serial": "SN100", "lot": "L77", "udi": GTIN, "maker": "Agila"}
SECOND: dict[str, str] = {"asset": "A-4712", "serial": "SN200", "lot": "L77", "udi": GTIN}


def add(desk: Desk, name: str, **values: Any) -> str:
    """The id of a new piece."""
    return desk.do(None, AddEquipment(name, **values)).id


def two_pumps(desk: Desk) -> tuple[str, str]:
    return add(desk, "Infusion pump", place="Room 312", **FIRST), add(desk, "Infusion pump", **SECOND)


def equipment(desk: Desk) -> EquipmentList:
    return read_names(desk.register.queries).equipment


def row(number: int, name: str = "Pump", **values: Any) -> EquipmentRow:
    """A piece that stands in no register."""
    texts = {**dict.fromkeys(("asset", "serial", "lot", "udi", "maker", "model"), ""), **values}
    active = bool(texts.pop("active", True))
    return EquipmentRow(f"id-{number}", 1, name, place=None, active=active, **texts)


def listed(*rows: EquipmentRow) -> EquipmentList:
    return EquipmentList((each.id, each) for each in rows)
