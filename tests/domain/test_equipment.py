"""Equipment: what its commands write."""

from __future__ import annotations

from incident_desk.domain.equipment import AddEquipment, ChangeEquipment, check_asset, decide_equipment
from incident_desk.domain.equipment_keys import folded_code
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, apply
from tests.factories import ANNA, WARD, an_id, written

NEW = Record(an_id(73), "equipment")


def test_that_a_piece_is_added_with_what_is_known_of_it() -> None:
    (draft,) = decide_equipment(NEW, AddEquipment("Pump", asset="A-1", serial=" ", place=WARD), ANNA)
    assert draft == EntryDraft("equipment_added", {
        "=name": [None, "Pump"], "=asset": [None, "A-1"], "=serial": [None, " "], "=place": [None, WARD],
        "=active": [None, True],
    })  # fmt: skip


def test_that_a_change_tells_old_and_new_and_empties() -> None:
    (added,) = decide_equipment(NEW, AddEquipment("Pump", asset="A-1", lot="L"), ANNA)
    there = apply(NEW, written(NEW, added))
    (draft,) = decide_equipment(there, ChangeEquipment("A-1", {"asset": "A-2", "lot": "", "name": "Pump"}), ANNA)
    assert draft == EntryDraft("equipment_changed", {"=asset": ["A-1", "A-2"], "=lot": ["L", None]})
    assert decide_equipment(there, ChangeEquipment("A-1", {"name": "Pump"}), ANNA) == []


def test_that_a_piece_keeps_its_own_asset_number() -> None:
    check_asset(NEW, [EntryDraft("x", {"=asset": [None, "A-1"]})], {"a-1": (NEW.id, "Pump")})
    check_asset(NEW, [EntryDraft("x", {"=asset": ["A-1", None]})], {"a-1": (an_id(80), "Pump")})
    check_asset(NEW, [EntryDraft("x", {"=name": [None, "Pump"]})], {"": (an_id(80), "Pump")})


def test_that_a_number_is_the_same_however_it_is_written() -> None:
    assert folded_code(" a-4 711 ") == folded_code("A-4711") == "a-4711"
