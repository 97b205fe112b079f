"""Lists of people and places come in and are brought up to date the same way."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain.errors import Refused
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing.directory_kinds import What
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, plan_directory
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.names import read_names
from incident_desk.usecases.sheets import Sheet
from tests.factories import Desk
from tests.importing.tables import Imports, table, with_cell

PEOPLE = table("Name|Funktion|Abteilung|Rolle|Durchwahl", "Zoe Zorn|Nurse|Ward 3|Coordinator, Leitung|117",
               "Anna Berg|Quality nurse|||")  # fmt: skip
PLACES = table("Bezeichnung|Kürzel|Art|Gehört zu", "Room 900|||Ward 9", "Ward 9|W9|Station|Main house",
               "Ward 3|WARD3||")  # fmt: skip


def plan(desk: Desk, sheet: Sheet, what: What) -> DirectoryPlan:
    return plan_directory(read_names(desk.register.queries), desk.submitter.actor, sheet, what)


def take_in(desk: Desk, sheet: Sheet, what: What, **how: Any) -> DirectoryPlan:
    made = plan(desk, sheet, what)
    run_directory(desk.submitter, made, uuid7(), **how)
    return made


def test_that_people_are_added_and_changed(imports_anywhere: Imports) -> None:
    desk = imports_anywhere.desk
    made = take_in(desk, PEOPLE, "people")
    assert made.counts() == {"rows": 2, "new": 1, "here": 0, "changed": 1, "bad": 0}
    people = {person.name: person for person in desk.register.queries.people()}
    zoe, anna = people["Zoe Zorn"], people["Anna Berg"]
    assert (zoe.job, zoe.unit, zoe.phone, sorted(map(str, zoe.roles))) == (
        "Nurse", "Ward 3", "117", ["coordinator", "manager"],
    )  # fmt: skip
    assert anna.job == "Quality nurse"
    assert len(anna.roles) == 5  # an empty cell takes nothing away
    assert plan(desk, PEOPLE, "people").counts()["here"] == 2
    assert desk.breaks() == []


def test_that_places_may_lie_in_others_of_the_same_sheet(imports_anywhere: Imports) -> None:
    desk = imports_anywhere.desk
    made = take_in(desk, PLACES, "places")
    assert made.counts() == {"rows": 3, "new": 2, "here": 1, "changed": 0, "bad": 0}
    places = {place.name: place for place in desk.register.queries.places()}
    assert places["Room 900"].path == ("Main house", "Ward 9", "Room 900")
    assert (places["Ward 9"].code, places["Ward 9"].kind, places["Room 900"].unit) == ("W9", "department", "W9")
    assert plan(desk, PLACES, "places").here == 3
    changed = take_in(desk, with_cell(PLACES, 1, "Bezeichnung", "Ward Nine"), "places").changed
    assert [(row.values, row.changed) for row in changed] == [({"name": "Ward Nine"}, ("name",))]
    assert desk.breaks() == []


@pytest.mark.parametrize(
    ("sheet", "what", "codes"),
    [
        (table("Name|Rolle", "Zoe|King"), "people", ["word_unknown"]),
        (table("Name|Job", "|Nurse"), "people", ["name_missing"]),
        (table("Name|Job", "Zoe|Nurse", "zoe|Cook"), "people", ["key_twice"]),
        (table("Name|Code", "Roof|too long a code"), "places", ["code_shape"]),
        (table("Name|Aktiv", "Roof|perhaps"), "places", ["word_unknown"]),
        (table("Name|Part of", "Ward 3|ward 3"), "places", ["place_in_itself"]),
    ],
)
def test_that_bad_rows_are_named_and_stop_it(imports: Imports, sheet: Sheet, what: What, codes: list[str]) -> None:
    made = plan(imports.desk, sheet, what)
    assert [problem.code for problem in made.problems] == codes
    with pytest.raises(Refused, match="import_rows_bad"):
        run_directory(imports.desk.submitter, made, uuid7())
    before = len(imports.desk.register.queries.people())
    run_directory(imports.desk.submitter, made, uuid7(), skip_bad=True)
    assert len(imports.desk.register.queries.people()) - before == len(made.new) * (what == "people")


def test_that_nothing_comes_in_where_one_row_fails(imports: Imports) -> None:
    circle = table("Name|Part of", "Roof|Tower", "Tower|Roof")
    with pytest.raises(Refused, match="place_in_circle"):
        take_in(imports.desk, circle, "places")
    with pytest.raises(Refused, match="place_unknown"):
        take_in(imports.desk, table("Name|Part of", "Roof|Atlantis"), "places")
    assert not {"Roof", "Tower"} & {place.name for place in imports.desk.register.queries.places()}


def test_that_the_last_administrator_stays(imports: Imports) -> None:
    with pytest.raises(Refused, match="last_administrator"):
        take_in(imports.desk, table("Name|Role", "Anna Berg|Reporter"), "people")
    take_in(imports.desk, table("Name|Role", "Otto Auditor|Administrator", "Anna Berg|Reporter"), "people")


def test_that_a_list_needs_names_and_a_role(imports: Imports) -> None:
    with pytest.raises(Refused, match="import_without_names"):
        plan(imports.desk, table("Colour", "blue"), "people")
    carl = imports.desk.acting_as("Carl Coordinator")
    assert {each.code for each in plan(carl, PEOPLE, "people").problems} == {"not_allowed"}
