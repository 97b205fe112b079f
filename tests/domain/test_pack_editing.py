"""Categories of a site's own: each change is one more version of the pack, and old ones stay as they were."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain import pack_editing as p
from incident_desk.domain.errors import Refused
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record, apply
from incident_desk.domain.vocabulary import Role
from tests.factories import ACTORS, ANNA, PACK_DATA, Desk, an_id, new_ids, open_desk, written
from tests.hostile import EMPTY, TEXTS

Editing = p.AddCategory | p.RenameCategory | p.RetireCategory
BEFORE = copy.deepcopy(PACK_DATA)


def installed() -> Record:
    record = Record(an_id(73), "pack")
    return apply(record, written(record, p.version_draft("pack_installed", an_id(74), 1, PACK_DATA)))


def edited(*commands: Editing) -> Record:
    record, ids = installed(), new_ids()
    for command in commands:
        for draft in p.decide_pack(record, command, ANNA, ids):
            record = apply(record, written(record, draft))
    return record


def pack_after(*commands: Editing) -> Pack:
    return read_pack(edited(*commands).of("versions")[-1].values["content"], KNOWN_NEEDS)


def test_that_a_new_category_comes_with_a_first_subcategory() -> None:
    pack = pack_after(p.AddCategory("Überdachter Parkplatz", first="Schranke"))
    added = pack.categories[-1]
    assert (added.key, added.name["en"], added.name["de"]) == (
        "ueberdachter_parkplatz", "Überdachter Parkplatz", "Überdachter Parkplatz",
    )  # fmt: skip
    assert [each.key for each in added.subcategories] == ["ueberdachter_parkplatz.schranke"]
    assert [each.name["en"] for each in pack_after(p.AddCategory("Parking")).categories[-1].subcategories] == [
        "Parking"
    ]


def test_that_a_subcategory_is_added_to_its_category() -> None:
    pack = pack_after(p.AddCategory("Pump!", "device"), p.AddCategory("Pump?", "device"))
    device = pack.category("device")
    assert device is not None
    assert [each.key for each in device.subcategories] == [
        "device.pump", "device.monitor", "device.pump_2", "device.pump_3",
    ]  # fmt: skip


def test_that_a_key_of_the_program_is_not_taken() -> None:
    taken = next(iter(sorted(LISTS)))
    assert pack_after(p.AddCategory(taken)).categories[-1].key == f"{taken}_2"


def test_that_a_name_changes_in_one_language_or_in_both() -> None:
    pack = pack_after(p.RenameCategory("device", "Equipment", "en"), p.RenameCategory("device.pump", "Pumps"))
    device = pack.category("device")
    assert device is not None
    assert (device.name["en"], device.name["de"]) == ("Equipment", "Gerät")
    assert (device.subcategories[0].name["en"], device.subcategories[0].name["de"]) == ("Pumps", "Pumps")


def test_that_what_is_retired_is_not_offered_and_can_come_back() -> None:
    pack = pack_after(p.RetireCategory("device"), p.RetireCategory("medication.dose"))
    assert [each.key for each in pack.offered] == ["medication"]
    assert pack.offered[0].offered == ()
    assert pack.category("device") is not None
    assert pack.subcategory("medication.dose") is not None
    assert [each.key for each in pack_after(p.RetireCategory("device"), p.RetireCategory("device", False)).offered] == [
        "device", "medication",
    ]  # fmt: skip


def test_that_every_change_is_a_version_and_no_change_is_none() -> None:
    record = edited(p.RetireCategory("device"), p.RenameCategory("device", "Device", "en"), p.AddCategory("Parking"))
    assert [each.ordinal for each in record.of("versions")] == [1, 2, 3]
    assert record.of("versions")[0].values["content"] == BEFORE == PACK_DATA


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (p.AddCategory("Parking"), "category_added"),
        (p.AddCategory("Hose", "device"), "subcategory_added"),
        (p.RenameCategory("device", "X"), "category_renamed"),
        (p.RetireCategory("device"), "category_retired"),
    ],
)
def test_that_the_entry_says_what_was_done(command: Editing, kind: str) -> None:
    assert [draft.kind for draft in p.decide_pack(installed(), command, ANNA, new_ids())] == [kind]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_that_only_an_administrator_changes_categories(role: Role) -> None:
    with pytest.raises(Refused) as caught:
        p.decide_pack(installed(), p.AddCategory("Parking"), ACTORS[role], new_ids())
    assert caught.value.facts == {"action": "categories", "roles": ["administrator"]}


@pytest.mark.parametrize("name", [name for name in TEXTS if len(name) <= 120 and name.strip() and "\x00" not in name])
def test_that_any_name_is_kept_as_it_was_typed(name: str) -> None:
    pack = pack_after(p.AddCategory(name, first="First"), p.AddCategory(name, "device"))
    assert pack.categories[-1].name["en"] == name.strip()
    assert pack.category("device").subcategories[-1].name["de"] == name.strip()  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("name", [*EMPTY, "a\x00b", "\ud800", "x" * 121, "a\nb"])
def test_that_a_name_nobody_can_read_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        pack_after(p.AddCategory(name))


# --- in a register -------------------------------------------------------------------------------


@pytest.fixture
def open_register(sqlite_address: str) -> Any:
    return lambda: open_desk(sqlite_address)


def test_that_a_register_offers_its_new_category_and_old_records_keep_theirs(open_register: Callable[[], Any]) -> None:
    with open_register() as desk:
        _change_and_look(desk)


def _change_and_look(desk: Desk) -> None:
    old = desk.new("identification")
    before = desk.register.queries.pack()[1]
    done = desk.do(None, p.AddCategory("Parking", first="Barrier"))
    assert done.changed == (("pack", desk.register.queries.chain_of("pack")),)
    desk.do(None, p.RetireCategory("Pump"))
    pack, version = desk.register.queries.pack()
    assert (before, version) == ("test 1.1", "test 1.3")
    assert pack.category("parking") is not None
    assert desk.record(old).values["subcategory"] == "device.pump"
    new = desk.new("inbox", fields={"category": "Parking", "subcategory": "Barrier"})
    assert desk.record(new).values["subcategory"] == "parking.barrier"
    assert desk.breaks() == []


def test_that_the_register_keeps_an_administrator_and_its_tree(
    open_register: Callable[[], Any], tmp_path: Path
) -> None:
    from incident_desk.domain.directory import ChangePerson, ChangePlace

    with open_register() as desk:
        places = {place.name: place.id for place in desk.register.queries.places()}
        with pytest.raises(Refused, match="last_administrator"):
            desk.do(desk.person("Anna Berg"), ChangePerson("x", {"roles": ["manager"]}))
        with pytest.raises(Refused, match="place_in_circle"):
            desk.do(places["Main house"], ChangePlace("x", {"parent": "Room 312"}))
        desk.do(desk.person("Otto Auditor"), ChangePerson("x", {"roles": ["administrator"]}))
        desk.do(desk.person("Anna Berg"), ChangePerson("x", {"roles": ["manager"]}))
        assert desk.breaks() == []


def test_that_apply_takes_the_orders_about_categories_and_settings(
    open_register: Callable[[], Any], tmp_path: Path
) -> None:
    from incident_desk.app import wire
    from incident_desk.support.texts import Texts
    from incident_desk.usecases.apply_lines import LineApplier

    with open_register() as desk:
        applier = LineApplier(desk.register, wire(tmp_path, "en"), desk.submitter.actor, Texts("en"))
        lines = (
            b'{"command": "AddCategory", "name": "Parking", "first": "Barrier"}',
            b'{"command": "AddCategory", "name": "Ticket", "parent": "Parking"}',
            b'{"command": "RenameCategory", "category": "Ger\xc3\xa4t", "name": "Equipment", "language": "en"}',
            b'{"command": "RetireCategory", "category": "Pump"}',
            b'{"command": "ChangeSettings", "fields": {"organisation": "St Brigid 2"}}',
        )
        for number, line in enumerate(lines, 1):
            result = applier.apply(number, line)
            assert result["ok"], result
        pack, version = desk.register.queries.pack()
        assert version == "test 1.5"
        assert pack.subcategory("parking.ticket") is not None
        assert [category.name["en"] for category in pack.offered] == ["Equipment", "Medication", "Parking"]
        assert desk.register.queries.settings().organisation == "St Brigid 2"
        refused = applier.apply(6, b'{"command": "AddCategory", "name": "Parking"}')
        assert refused["code"] == "category_name_taken"
        assert desk.breaks() == []
