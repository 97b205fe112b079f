"""Lists of people and places come in and are brought up to date the same way."""

from __future__ import annotations

import time
from dataclasses import replace
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
        (table("Name|Job", "Zoe|Nurse", "zoe|Cook"), "people", ["entry_twice"]),
        (table("Name|Code", "Roof|too long a code"), "places", ["code_shape"]),
        (table("Name|Aktiv", "Roof|perhaps"), "places", ["word_unknown"]),
        (table("Name|Part of", "Ward 3|ward 3"), "places", ["place_in_itself"]),
        (table("Name|Part of", "Roof|Roof"), "places", ["place_in_itself"]),
        (table("Name|Part of", "Roof|Atlantis", "Tower|Roof"), "places", ["place_unknown", "place_unknown"]),
        (table("Name|Part of", "Roof|Tower", "Tower|Roof"), "places", ["place_unknown", "place_in_circle"]),
        (table("Name|Part of", "Main house|Ward 3"), "places", ["place_in_circle"]),
        (table("Name|Phone", f"Zoe|{'1' * 9000}"), "people", ["text_too_long"]),
        (table("Name|Role", "Anna Berg|Reporter"), "people", ["last_administrator"]),
        (table("Name|Role|Active", "Zoe|Administrator|no", "Anna Berg|Reporter|"), "people", ["last_administrator"]),
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


def test_that_the_cell_at_fault_is_named_and_what_leans_on_it(imports: Imports) -> None:
    first, second = plan(imports.desk, table("Name|Part of", "Tower|Roof", "Roof|Atlantis"), "places").problems
    assert (first.line, first.column, first.value) == (2, "Part of", "Roof")
    assert (second.line, second.column, second.value) == (3, "Part of", "Atlantis")


def test_that_the_last_administrator_may_go_where_another_comes(imports: Imports) -> None:
    take_in(imports.desk, table("Name|Role", "Otto Auditor|Administrator", "Anna Berg|Reporter"), "people")
    people = {person.name: person for person in imports.desk.register.queries.people()}
    assert set(map(str, people["Anna Berg"].roles)) == {"reporter"}


def test_that_one_who_is_out_of_use_is_no_other_administrator(imports: Imports) -> None:
    take_in(imports.desk, table("Name|Active", "Otto Auditor|no"), "people")
    sheet = table("Name|Role", "Otto Auditor|Administrator", "Anna Berg|Reporter")
    assert [(each.line, each.code) for each in plan(imports.desk, sheet, "people").problems] == [
        (3, "last_administrator")
    ]


def test_that_places_in_one_another_are_refused_together(imports: Imports) -> None:
    deep = table("Name|Part of", *(f"P{n}|P{n + 1}" for n in range(1200)))
    started = time.process_time()
    assert plan(imports.desk, deep, "places").counts()["bad"] == 1200
    assert time.process_time() - started < 5  # a pass for each level takes many times as long


KITCHENS = table("Name|Code", "Kitchen|K1", "Kitchen|K2")


def test_that_a_code_of_its_own_makes_it_another_place(imports: Imports) -> None:
    desk = imports.desk
    take_in(desk, table("Name|Code", "Kitchen|K1"), "places")
    assert take_in(desk, KITCHENS, "places").counts() == {"rows": 2, "new": 1, "here": 1, "changed": 0, "bad": 0}
    codes = [place.code for place in desk.register.queries.places() if place.name == "Kitchen"]
    assert sorted(codes) == ["K1", "K2"]
    assert plan(desk, KITCHENS, "places").here == 2


def test_that_two_rows_are_never_about_one_place(imports: Imports) -> None:
    desk = imports.desk
    take_in(desk, table("Name", "Kitchen"), "places")
    made = plan(desk, KITCHENS, "places")
    assert [row.values for row in made.changed] == [{"code": "K1"}]
    assert [(each.line, each.code, each.facts) for each in made.problems] == [(3, "entry_twice", {"first": 2})]


@pytest.mark.parametrize(("sheet", "what"), [(PEOPLE, "people"), (PLACES, "places")])
def test_that_a_list_comes_in_once(imports: Imports, sheet: Sheet, what: What) -> None:
    desk = imports.desk
    made = plan(desk, sheet, what)
    op_id = uuid7()
    first = run_directory(desk.submitter, made, op_id)
    assert run_directory(desk.submitter, made, op_id).changed == first.changed
    with pytest.raises(Refused, match="list_meanwhile"):
        run_directory(desk.submitter, made, uuid7())
    assert desk.breaks() == []


def test_that_what_a_colleague_changed_meanwhile_is_not_set_back(imports: Imports) -> None:
    desk = imports.desk
    made = plan(desk, table("Name|Job", "Anna Berg|Cook"), "people")
    take_in(desk, table("Name|Job", "Anna Berg|Surgeon"), "people")
    with pytest.raises(Refused, match="list_meanwhile"):
        run_directory(desk.submitter, made, uuid7())
    assert {person.name: person.job for person in desk.register.queries.people()}["Anna Berg"] == "Surgeon"


@pytest.mark.parametrize(
    ("sheet", "what"),
    [(table("Name|Active", "Zoe|no"), "people"), (table("Name|Active", "Roof|no"), "places")],
)
def test_that_one_who_left_comes_in_as_such(imports: Imports, sheet: Sheet, what: What) -> None:
    desk = imports.desk
    take_in(desk, sheet, what)
    everything: dict[str, bool] = {each.name: each.active for each in desk.register.queries.people()}
    everything |= {each.name: each.active for each in desk.register.queries.places()}
    assert [everything[name] for name in ("Zoe", "Roof") if name in everything] == [False]
    assert plan(desk, sheet, what).here == 1
    assert desk.breaks() == []


def test_that_a_list_needs_names_and_a_role(imports: Imports) -> None:
    with pytest.raises(Refused, match="import_without_names"):
        plan(imports.desk, table("Colour", "blue"), "people")
    carl = imports.desk.acting_as("Carl Coordinator")
    assert {each.code for each in plan(carl, PEOPLE, "people").problems} == {"not_allowed"}


@pytest.mark.parametrize(
    "sheet",
    [
        table("Surname|First name|Ward", "Müller|Anna|3", "Öz|Can|4"), table("Vorname|Nachname", "Anna|Müller", "Can|Öz"),
        table("Name|Vorname", "Müller|Anna", "Öz|Can"), table("Nachname, Vorname", "Müller, Anna", "Öz, Can"),
        table("Name", "Müller, Anna", "Can Öz"), table("Full name|First name", "Anna Müller|Anna", "Can Öz|Can"),
        table("Nom|Prénom", "Müller|Anna", "Öz|Can"),
    ],
)  # fmt: skip
def test_that_a_name_is_whole_however_it_is_written(imports: Imports, sheet: Sheet) -> None:
    take_in(imports.desk, sheet, "people")
    names = {person.name for person in imports.desk.register.queries.people()}
    assert {"Anna Müller", "Can Öz"} <= names
    assert plan(imports.desk, sheet, "people").here == 2


@pytest.mark.parametrize("name", ["Joy Nurse, RN", "Smith, Jr.", "Müller, Eva (Ward 3)", "Berg, Anna, Dr."])
def test_that_what_is_no_first_name_stays_behind(imports: Imports, name: str) -> None:
    assert plan(imports.desk, table("Name|Job", f"{name}|Nurse"), "people").new[0].values["name"] == name


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (table("Full name|First name", "Anna Maria Schmidt|Anna Maria", "Bo Berg|Bo"), ["Anna Maria Schmidt", "Bo Berg"]),
        (table("First name|Surname", "Ali|Ali", "Anna Maria|Schmidt"), ["Ali Ali", "Anna Maria Schmidt"]),
        (table("Vorname|Nachname", "Peter|von Peter"), ["Peter von Peter"]),
        (table("Vorname|Name", "Peter|von Peter", "Anna|Anna"), ["Peter von Peter", "Anna Anna"]),
        (table("Name|Vorname", "Schmidt Anna|Anna", "Berg Bo|Bo"), ["Anna Schmidt", "Bo Berg"]),
        (table("Name|Vorname", "Anna Schmidt|Anna", "Bo Berg|Bo", "Kurz|Cy"), ["Anna Schmidt", "Bo Berg", "Cy Kurz"]),
        (table("Name|Vorname", "Schmidt|Anna", "Berg|Bo", "Pflege, Nacht|"), ["Anna Schmidt", "Bo Berg", "Pflege, Nacht"]),
        (table("Name", "Anna Schmidt", "Bo Berg", "Pflege, Nacht"), ["Anna Schmidt", "Bo Berg", "Pflege, Nacht"]),
        (table("Name|Vorname", "Schmidt, Anna|Anna", "Berg, Bo|Bo"), ["Anna Schmidt", "Bo Berg"]),
    ],
)  # fmt: skip
def test_that_names_are_read_as_their_columns_write_them(imports: Imports, sheet: Sheet, names: list[str]) -> None:
    assert [row.values["name"] for row in plan(imports.desk, sheet, "people").new] == names


def test_that_the_name_of_a_place_is_left_alone(imports: Imports) -> None:
    assert plan(imports.desk, table("Name", "Yard, North"), "places").new[0].values["name"] == "Yard, North"


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        (table("Device|Serial number|Location", "Pump|S1|Ward 99", "Pump|S2|ward 99"), "equipment"),
        (table("Name|Part of", "Room 1|Ward 99", "Room 2|Ward 99"), "places"),
    ],
)
def test_that_places_that_are_not_here_are_made_where_asked_for(imports: Imports, sheet: Sheet, what: What) -> None:
    desk = imports.desk
    bare = plan(desk, sheet, what)
    assert (len(bare.unknown_places), bare.new_places, bare.counts()["bad"]) == (1, (), 2)
    names = read_names(desk.register.queries)
    made = plan_directory(names, desk.submitter.actor, sheet, what, with_places=True)
    assert (made.counts()["new"], len(made.new_places)) == (2, 1)
    run_directory(desk.submitter, made, uuid7())
    places = [place.id for place in desk.register.queries.places() if place.name.casefold() == "ward 99"]
    assert len(places) == 1
    again = plan(desk, sheet, what)
    assert (again.here, again.unknown_places) == (2, ())
    with pytest.raises(Refused, match="list_meanwhile"):
        run_directory(desk.submitter, made, uuid7())
    assert desk.breaks() == []


HOUSES = table("Building|Floor|Room|Code", "House A|1|12|A12", "House A|2|3|", "House B|1|12|", "House B|2||")


@pytest.mark.parametrize(
    "heading", ["Building|Floor|Room|Code", "Gebäude|Etage|Zimmer|Kürzel", "Haus|Stockwerk|Raum|Code"]
)
def test_that_columns_of_levels_are_places_in_places(imports_anywhere: Imports, heading: str) -> None:
    desk, sheet = imports_anywhere.desk, replace(HOUSES, heading=tuple(heading.split("|")))
    made = take_in(desk, sheet, "places")
    assert (made.levels, made.counts()["new"], made.counts()["bad"]) == (sheet.heading[:3], 9, 0)
    paths = {place.path: place.code for place in desk.register.queries.places() if place.path[0].startswith("House")}
    assert paths == {
        ("House A",): "", ("House A", "1"): "", ("House A", "1", "12"): "A12", ("House A", "2"): "",
        ("House A", "2", "3"): "", ("House B",): "", ("House B", "1"): "", ("House B", "1", "12"): "",
        ("House B", "2"): "",
    }  # fmt: skip
    again = plan(desk, sheet, "places")
    assert (again.here, len(again.new), len(again.changed), len(again.bad)) == (9, 0, 0, 0)
    assert desk.breaks() == []


def test_that_a_place_may_be_named_before_and_behind_those_in_it(imports: Imports) -> None:
    heading = "Building|Room"
    for rows in (["House A|", "House A|12"], ["House A|12", "House A|"]):
        made = plan(imports.desk, table(heading, *rows), "places")
        assert ([row.values["path"] for row in made.new], made.bad) == ([("House A",), ("House A", "12")], ())
    twice = plan(imports.desk, table(heading, "House A|12", "House A|12", "|"), "places")
    assert [(each.line, each.code) for each in twice.problems] == [(3, "entry_twice")]


LEVELS = "Building|Floor|Room|Code"


@pytest.mark.parametrize(
    ("sheet", "paths"),
    [
        (table("Building|Room", "Haus A|1", "haus a|2"), {("Haus A",): "", ("Haus A", "1"): "", ("Haus A", "2"): ""}),
        (table(LEVELS, "A|1|101|R101", "A|1||F1"), {("A",): "", ("A", "1"): "F1", ("A", "1", "101"): "R101"}),
        (table(LEVELS, "A|1||F1", "A|1|101|R101"), {("A",): "", ("A", "1"): "F1", ("A", "1", "101"): "R101"}),
        (table(LEVELS, "A|1|101|R101", "a|1||F1", "A|||H"), {("A",): "H", ("A", "1"): "F1", ("A", "1", "101"): "R101"}),
        (table("Building|Room", "A|B", "A, B|", "A, B|C"),
         {("A",): "", ("A", "B"): "", ("A, B",): "", ("A, B", "C"): ""}),
        (table("Building|Room", "A, B|C", "A|B"), {("A",): "", ("A", "B"): "", ("A, B",): "", ("A, B", "C"): ""}),
    ],
)  # fmt: skip
def test_that_a_place_is_one_however_rows_name_it(
    imports: Imports, sheet: Sheet, paths: dict[tuple[str, ...], str]
) -> None:
    desk = imports.desk
    before = {place.path for place in desk.register.queries.places()}
    made = take_in(desk, sheet, "places")
    assert (made.counts()["new"], made.counts()["bad"]) == (len(paths), 0)
    assert {p.path: p.code for p in desk.register.queries.places() if p.path not in before} == paths
    again = plan(desk, sheet, "places")
    assert (again.here, len(again.new), len(again.changed), len(again.bad)) == (len(paths), 0, 0, 0)
    assert desk.breaks() == []


def test_that_a_building_with_a_comma_in_its_name_is_no_place_in_another(imports: Imports) -> None:
    take_in(imports.desk, table("Building|Room", "A|B"), "places")
    made = take_in(imports.desk, table("Building|Room", "A, B|", "A, B|C"), "places")
    assert [row.values["path"] for row in made.new] == [("A, B",), ("A, B", "C")]
    assert ("A, B", "C") in {place.path for place in imports.desk.register.queries.places()}


def test_that_what_a_later_row_says_of_a_place_around_is_its_own(imports: Imports) -> None:
    heading = "Building|Floor|Room|Art"
    made = take_in(imports.desk, table(heading, "A|1|101|Raum", "A|1||Station"), "places")
    assert [(row.values["path"], row.values.get("kind")) for row in made.new] == [
        (("A",), None), (("A", "1"), "department"), (("A", "1", "101"), "place"),
    ]  # fmt: skip
    known = plan(imports.desk, table(heading, "A|1|101|Raum", "A|1||Ort", "A|1||Ort"), "places")
    assert [(row.changed, row.values["kind"]) for row in known.changed] == [(("kind",), "place")]
    assert (known.here, [each.code for each in known.problems]) == (2, ["entry_twice"])


@pytest.mark.parametrize("heading", ["Name|Building", "Room|Part of", "Bezeichnung|Gebäude", "Ward|Gehört zu"])
def test_that_a_list_that_says_what_is_around_has_no_levels(imports: Imports, heading: str) -> None:
    assert plan(imports.desk, table(heading, "Room 12|Ward 3"), "places").levels == ()
