"""Equipment from the list to the incident: kept, named, found and filtered on each engine."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.equipment import AddEquipment, ChangeEquipment
from incident_desk.domain.errors import Refused
from incident_desk.storage import schema
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import needs_upgrade, open_register, upgrade_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.columns import columns_of
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.names import read_names
from incident_desk.usecases.register.filter_reading import read_filter
from incident_desk.usecases.register.filter_writing import write_filter
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests.equipment import GTIN, add, equipment, two_pumps
from tests.factories import Desk


@pytest.fixture
def desk(own_desk: Desk) -> Desk:
    return own_desk


def with_equipment(desk: Desk, *called: str) -> str:
    incident = desk.new("identification")
    desk.do(incident, c.ChangeFields({"equipment": list(called)}))
    return incident


def found(desk: Desk, text: str) -> set[str]:
    hits = find_records(desk.register.queries, read_names(desk.register.queries), text, 50)
    return {hit.row.id for hit in hits}


def test_that_a_piece_is_kept_changed_and_named(desk: Desk) -> None:
    first, second = two_pumps(desk)
    room = next(place.id for place in desk.register.queries.places() if place.name == "Room 312")
    kept = equipment(desk)[first]
    assert (kept.name, kept.asset, kept.serial, kept.lot, kept.udi, kept.place, kept.active) == (
        "Infusion pump", "A-4711", "SN100", "L77", GTIN, room, True,
    )  # fmt: skip
    done = desk.do(second, ChangeEquipment(second, {"asset": "B-1", "lot": None, "place": "WARD3", "active": False}))
    assert done.entries == ("equipment_changed",)
    changed = equipment(desk)[second]
    assert (changed.asset, changed.lot, changed.active, changed.position) == ("B-1", "", False, 2)
    assert desk.breaks() == []


def test_that_an_asset_number_names_one_piece(desk: Desk) -> None:
    first, second = two_pumps(desk)
    with pytest.raises(Refused, match="asset_taken") as refused:
        add(desk, "Lamp", asset="a-4711")
    assert refused.value.facts == {"value": "a-4711", "name": "Infusion pump"}
    with pytest.raises(Refused, match="asset_taken"):
        desk.do(second, ChangeEquipment(second, {"asset": "A-4711"}))
    desk.do(first, ChangeEquipment(first, {"asset": "A-9"}))
    desk.do(second, ChangeEquipment(second, {"asset": "A-4711"}))
    assert {row.asset for row in equipment(desk).values()} == {"A-9", "A-4711"}


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (AddEquipment(""), "name_missing"), (AddEquipment("Lamp", serial="a\nb"), "text_one_line"),
        (AddEquipment("Lamp", place="Mars"), "place_unknown"),
        (ChangeEquipment("x", {"name": "Lamp"}), "equipment_unknown"),
    ],
)  # fmt: skip
def test_that_what_does_not_fit_is_refused(sqlite_desk: Desk, order: c.Command, code: str) -> None:
    with pytest.raises(Refused, match=code):
        sqlite_desk.do(None, order)


def test_that_only_those_who_look_after_it_may_change_the_list(sqlite_desk: Desk) -> None:
    add(sqlite_desk.acting_as("Carl Coordinator"), "Lamp")
    with pytest.raises(Refused, match="not_allowed"):
        add(sqlite_desk.acting_as("Rosa Reporter"), "Lamp")


def test_that_an_incident_names_several_pieces_by_what_stands_on_them(desk: Desk) -> None:
    first, second = two_pumps(desk)
    incident = with_equipment(desk, "A-4711", f"(01){GTIN}(21)SN200", "sn100")
    assert desk.record(incident).values["equipment"] == [first, second]
    names = read_names(desk.register.queries)
    said = Wording(Texts("en"), names).value(names.field("equipment"), [first, second])
    assert said == "Infusion pump (A-4711), Infusion pump (A-4712)"
    with pytest.raises(Refused, match="equipment_ambiguous"):
        desk.do(incident, c.ChangeFields({"equipment": ["L77"]}))
    with pytest.raises(Refused, match="equipment_unknown"):
        desk.do(incident, c.ChangeFields({"equipment": [first, "A-9999"]}))
    desk.do(incident, c.ChangeFields({"equipment": None}))
    assert "equipment" not in desk.record(incident).values
    assert desk.breaks() == []


def test_that_records_are_found_by_their_equipment_as_it_is_called_now(desk: Desk) -> None:
    two_pumps(desk)
    incident = with_equipment(desk, "A-4711")
    assert found(desk, "infusion") == found(desk, "4711") == found(desk, "sn100") == found(desk, "l77") == {incident}
    assert found(desk, GTIN) == {incident}
    assert found(desk, "4712") == set()
    assert found(desk, f"(01){GTIN}(21)SN100") == found(desk, f"01{GTIN}10L77") == {incident}
    assert found(desk, f"(01){GTIN}(21)SN200") == set()
    first = equipment(desk).meant_by("A-4711")[0].id
    desk.do(first, ChangeEquipment(first, {"name": "Syringe driver"}))
    assert found(desk, "syringe") == {incident}
    assert found(desk, "infusion") == set()
    hit = find_records(desk.register.queries, read_names(desk.register.queries), "syringe", 5)[0]
    assert (hit.where, hit.snippet) == ("equipment", f"Syringe driver A-4711 SN100 L77 {GTIN}")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("equipment: A-4711", {"one", "both"}), ("equipment: A-4712", {"both"}), ("Geräte: SN100", {"one", "both"}),
        ("equipment: L77", {"one", "both"}), ('equipment: "Infusion pump"', {"one", "both"}),
        ("equipment: Infusion pump (A-4712)", {"both"}), ("equipment: none", {"neither"}),
        ("-equipment: A-4712", {"one", "neither"}), ("equipment: A-4712, A-4711", {"one", "both"}),
    ],
)  # fmt: skip
def test_that_the_table_is_filtered_by_equipment(sqlite_desk: Desk, typed: str, wanted: set[str]) -> None:
    desk = sqlite_desk
    two_pumps(desk)
    made = {"one": with_equipment(desk, "A-4711"), "both": with_equipment(desk, "A-4711", "A-4712"),
            "neither": desk.new("identification")}  # fmt: skip
    names = read_names(desk.register.queries)
    read = read_filter(typed, names, "en", 0)
    assert not read.problems
    listing = desk.register.queries.listing(read.filter, Order("opened"))
    assert set(listing.ids(0, listing.count)) == {made[each] for each in wanted}
    again = read_filter(write_filter(read.filter, names, "en"), names, "en", 0)
    assert again.filter == read.filter


def test_that_the_table_shows_and_orders_by_equipment(desk: Desk) -> None:
    two_pumps(desk)
    add(desk, "Bed", asset="Z-1")
    pumps, bed, neither = with_equipment(desk, "A-4712"), with_equipment(desk, "Z-1"), desk.new("identification")
    order = Order("equipment", descending=False)
    listing = desk.register.queries.listing(IncidentFilter(), order)
    assert [each for each in listing.ids(0, 3) if each != neither] == [bed, pumps]
    rows = listing.rows(0, 3)
    shown = {row.id: listing.extra(rows, ["equipment"]).get((row.no, "equipment")) for row in rows}
    assert shown[neither] is None
    assert [len(shown[each] or ()) for each in (pumps, bed)] == [1, 1]


def test_that_a_sheet_holds_equipment_and_reads_it_back(sqlite_desk: Desk) -> None:
    first, second = two_pumps(sqlite_desk)
    column = columns_of(read_names(sqlite_desk.register.queries), Texts("en"))["equipment"]
    (told,) = column.tell([[first, second]])
    assert told == "Infusion pump (A-4711); Infusion pump (A-4712)"
    assert column.read is not None
    assert column.read(str(told)) == [first, second]


def test_that_a_register_of_the_version_before_goes_on(desk: Desk) -> None:
    incident = desk.new("identification")
    before = desk.record(incident)
    desk.register.close()
    database = open_database(desk.address)
    schema.downgrade(database, "0003")
    database.dispose()
    assert needs_upgrade(desk.address)
    upgrade_register(desk.address)
    register = open_register(desk.address)
    assert register.queries.record("incident", incident) == before
    assert register.queries.equipment() == []
    assert [each.code for each in register.verify("full")] == []
    register.close()
