"""Lists of equipment come in and are brought up to date: a piece is known by its asset number, else by its label."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain.errors import Refused
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, plan_directory
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.names import read_names
from incident_desk.usecases.sheets import Sheet
from tests.equipment import GTIN, add, equipment
from tests.factories import Desk
from tests.importing.tables import Imports, table, with_cell

HEADING = "Inventarnummer|Bezeichnung|Seriennummer|Hersteller|Typ|UDI-DI|Charge|Standort|Aktiv"
PUMPS = table(
    HEADING,
    f"A-1|Infusion pump|S1|Agila|VP|{GTIN}|L7|Ward 3|ja",
    f"|Infusion pump|S2|Agila|VP|{GTIN}|L7|Room 312|",
    "|Wheelchair|||||||nein",
)


def plan(desk: Desk, sheet: Sheet) -> DirectoryPlan:
    return plan_directory(read_names(desk.register.queries), desk.submitter.actor, sheet, "equipment")


def take_in(desk: Desk, sheet: Sheet, **how: Any) -> DirectoryPlan:
    made = plan(desk, sheet)
    run_directory(desk.submitter, made, uuid7(), **how)
    return made


def by_serial(desk: Desk) -> dict[str, Any]:
    return {row.serial: row for row in equipment(desk).values()}


def test_that_a_list_comes_in_and_the_same_again_changes_nothing(imports_anywhere: Imports) -> None:
    desk = imports_anywhere.desk
    made = take_in(desk, PUMPS)
    assert made.counts() == {"rows": 3, "new": 3, "here": 0, "changed": 0, "bad": 0}
    assert set(made.columns) == {"asset", "name", "serial", "maker", "model", "udi", "lot", "place", "active"}
    first, second, chair = (by_serial(desk)[serial] for serial in ("S1", "S2", ""))
    places = {place.id: place.name for place in desk.register.queries.places()}
    assert (first.asset, first.maker, first.model, first.udi, first.lot) == ("A-1", "Agila", "VP", GTIN, "L7")
    assert [places[str(row.place)] for row in (first, second)] == ["Ward 3", "Room 312"]
    assert [row.active for row in (first, second, chair)] == [True, True, False]
    assert plan(desk, PUMPS).here == 3
    assert desk.breaks() == []


def test_that_a_piece_is_known_by_asset_number_else_by_its_label(imports: Imports) -> None:
    desk = imports.desk
    take_in(desk, PUMPS)
    renamed = with_cell(PUMPS, 0, "Bezeichnung", "Perfusor")
    assert [row.values for row in plan(desk, renamed).changed] == [{"name": "Perfusor"}]
    numbered = with_cell(PUMPS, 1, "Inventarnummer", "A-2")
    assert [row.values for row in take_in(desk, numbered).changed] == [{"asset": "A-2"}]
    assert by_serial(desk)["S2"].asset == "A-2"
    other = plan(desk, with_cell(PUMPS, 0, "Inventarnummer", "A-3"))
    assert [row.values["asset"] for row in other.new] == ["A-3"]  # a number of its own makes it another piece
    assert other.here == 2


@pytest.mark.parametrize(
    ("sheet", "codes"),
    [
        (table("Asset|Name|Location", "A-1|Pump|Mars"), ["place_unknown"]),
        (table("Asset|Name", "A-1|"), ["name_missing"]),
        (table("Asset|Name", "A-1|Pump", "a-1|Lamp"), ["entry_twice"]),
        (table("Serial no|UDI|Name", f"7|{GTIN}|Pump", f"7|{GTIN}|Pump"), ["entry_twice"]),
        (table("Name|In use", "Pump|perhaps"), ["word_unknown"]),
        (table("Asset|Name", "A-1|Pump", "A - 1|Lamp"), ["asset_taken"]),
    ],
)
def test_that_bad_rows_are_named(imports: Imports, sheet: Sheet, codes: list[str]) -> None:
    made = plan(imports.desk, sheet)
    assert [problem.code for problem in made.problems] == codes
    with pytest.raises(Refused, match="import_rows_bad"):
        run_directory(imports.desk.submitter, made, uuid7())


def test_that_an_asset_number_that_was_given_meanwhile_stops_it(imports: Imports) -> None:
    desk = imports.desk
    made = plan(desk, table("Asset|Name", "A-1|Pump", "A-2|Lamp"))
    add(desk, "Bed", asset="a-2")
    with pytest.raises(Refused, match="list_meanwhile"):
        run_directory(desk.submitter, made, uuid7())
    assert [row.name for row in equipment(desk).values()] == ["Bed"]


def test_that_an_empty_cell_takes_nothing_away(imports: Imports) -> None:
    desk = imports.desk
    take_in(desk, PUMPS)
    assert take_in(desk, with_cell(PUMPS, 0, "Charge", "")).counts()["changed"] == 0
    assert by_serial(desk)["S1"].lot == "L7"
