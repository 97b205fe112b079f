"""A word where a date or a number should stand costs no row: it stays as it stood, and all of them are told together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.usecases.importing.left_cells import CellsLeft, cells_left
from incident_desk.usecases.importing.mapping import Closed
from incident_desk.usecases.importing.state_words import CLOSED, says_closed
from tests.importing.tables import STORY, Imports, mapping, table, with_cell
from tests.journeys.program import Program

WORDS = ("unknown", "unbekannt", "-", "n/a", "KW 12", "31.04.", "31.04.2021", "ongoing", "offen", "ca. 12.03.2021", "?")
MEANT = replace(mapping(old_number="Nr", occurred="Day", what_happened="Text", cost="Cost"), key=("Nr",))


@pytest.mark.parametrize("word", WORDS)
def test_that_a_word_for_a_day_leaves_it_open_and_stays(imports: Imports, word: str) -> None:
    plan = imports.take_in(table("Nr|Day|Text|Cost", f"1|{word}|{STORY}|350"), MEANT)
    (record,) = imports.records()
    assert "occurred" not in record
    assert ["Day", word] in record["imported_row"]
    assert [(each.line, each.column, each.value, each.code) for each in plan.remarks] == [(2, "Day", word, "no_date")]
    assert imports.plan(table("Nr|Day|Text|Cost", f"1|{word}|{STORY}|350"), MEANT).here == 1


@pytest.mark.parametrize("word", ["unknown", "unbekannt", "-", "n/a", "offen", "half", "1.5k"])
def test_that_a_word_for_a_number_leaves_it_open_and_stays(imports: Imports, word: str) -> None:
    plan = imports.take_in(table("Nr|Day|Text|Cost", f"1|12.03.2021|{STORY}|{word}"), MEANT)
    (record,) = imports.records()
    assert ("cost" in record, ["Cost", word] in record["imported_row"]) == (False, True)
    assert [each.code for each in plan.remarks] == ["no_number"]


def test_that_words_of_a_field_are_told_together(imports: Imports) -> None:
    days = ["unbekannt", "12.03.2021", "KW 12", "unbekannt", "unbekannt"]
    plan = imports.plan(table("Nr|Day|Text|Cost", *(f"{n}|{day}|{STORY} {n}|x" for n, day in enumerate(days))), MEANT)
    assert cells_left(plan.remarks) == (
        CellsLeft("occurred", "no_date", (("unbekannt", 3), ("KW 12", 1)), (2, 4, 5, 6)),
        CellsLeft("cost", "no_number", (("x", 5),), (2, 3, 4, 5, 6)),
    )


def test_that_a_month_is_read_though_only_part_of_it_is_meant(imports: Imports) -> None:
    for month in ("Anfang März 2021", "early March 2021", "Ende 03/2021"):
        plan = imports.plan(table("Nr|Day|Text|Cost", f"1|{month}|{STORY}|"), MEANT)
        assert [each.code for each in plan.remarks] == ["month_kept"]
        assert plan.new[0].fields["occurred"]["precision"] == "between"


def test_that_what_was_known_is_not_emptied_by_a_slip(imports: Imports) -> None:
    """The cell changed, and the row says so; the day of the incident stays."""
    sheet = table("Nr|Day|Text|Cost", f"1|12.03.2021|{STORY}|350")
    imports.take_in(sheet, MEANT)
    plan = imports.plan(with_cell(sheet, 0, "Day", "31.04.2021"), MEANT)
    assert (len(plan.changed), plan.changed[0].edits) == (1, ())
    imports.run(plan, take=imports.ids())
    (record,) = imports.records()
    assert (record["occurred"]["precision"], ["Day", "31.04.2021"] in record["imported_row"]) == ("date", True)


def test_that_what_is_given_for_all_rows_must_be_readable(imports: Imports) -> None:
    meant = replace(MEANT, fields={"what_happened": MEANT.fields["what_happened"]}, fixed={"occurred": "someday"})
    assert [each.code for each in imports.plan(table("Nr|Text", f"1|{STORY}"), meant).problems] == ["time_not_read"]


# --- the closing day ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "closed"),
    [("closed", True), ("erledigt", True), ("31.04.2021", True), ("KW 12", True), ("ongoing", False), ("offen", False),
     ("still open (2 actions)", False), ("noch nicht erledigt", False), ("n/a", False), ("-", False), ("unknown", False)],
)  # fmt: skip
def test_that_a_word_may_say_that_a_row_is_closed(imports: Imports, text: str, closed: bool) -> None:
    assert says_closed(text) == closed
    meant = mapping(what_happened="Text", closed_on="Closed")
    plan = imports.take_in(table("Text|Closed", f"{STORY}|{text}"), meant)
    assert [each.code for each in plan.remarks] == ["closed_no_day" if closed else "still_open"]
    (record,) = imports.records()
    assert (record["status"], record.get("concluded_at")) == ("concluded" if closed else "open", None)


@pytest.mark.parametrize(
    "text",
    ["26.01.2024 offen", "30.06.2024 geplant", "26.01.2024 ?", "25.01.2024 (teilw.)", "26.01.24 (offen)", "27.01.2099",
     "26.01.2024, noch nicht wirksam", "27.01.2024 Termin", "2024-02-01 - reopened", "2024-02-01 (awaiting sign-off)"],
)  # fmt: skip
def test_that_a_day_that_is_none_yet_closes_no_row(imports: Imports, text: str) -> None:
    plan = imports.take_in(table("Text|Closed", f"{STORY}|{text}"), mapping(what_happened="Text", closed_on="Closed"))
    assert [each.code for each in plan.remarks] == ["still_open"]
    (record,) = imports.records()
    assert (record["status"], record.get("concluded_at")) == ("open", None)


def test_that_words_beside_a_closing_day_leave_it_one(imports: Imports) -> None:
    sheet = table("Text|Closed", f"{STORY}|26.01.2024 (Kim)", f"{STORY} b|26.01.2024 erledigt")
    imports.take_in(sheet, mapping(what_happened="Text", closed_on="Closed"))
    assert {(record["status"], record["concluded_at"] is None) for record in imports.records()} == {
        ("concluded", False)
    }


def test_that_a_status_says_more_than_a_closing_day_that_is_none(imports: Imports) -> None:
    meant = replace(mapping(what_happened="Text", closed_on="Closed"), closed=Closed("Status", ("zu",)))
    plan = imports.plan(table("Text|Closed|Status", f"{STORY}|unbekannt|zu"), meant)
    assert (plan.new[0].into, plan.new[0].closed) == ("conclusion", None)
    assert [each.code for each in plan.remarks] == ["closed_no_day"]


# --- at the terminal ---------------------------------------------------------------------------------


def test_that_the_command_counts_them(tmp_path: Path) -> None:
    works = Program(tmp_path / "data", language="en")
    assert works("new", str(tmp_path / "w.register"), "--pack", "factory", "--zone", "Europe/Berlin").status == 0
    sheet, days = tmp_path / "list.csv", ["unbekannt", "12.03.2021", "KW 12", "unbekannt", "13.03.2021", "14.03.2021"]
    rows = "".join(f"{n},{day},It broke again {n},ongoing\n" for n, day in enumerate(days, 1))
    sheet.write_text(f"No,Date,What happened,Date closed\n{rows}8,15.03.2021,It was mended,16.03.2021\n")
    told = works.at(tmp_path / "w.register")("import", str(sheet), "--preview")
    assert (told.status, told.err) == (0, "")
    assert (
        "Occurred: 3 cells are no date and stay in the row as they stood: unbekannt (2), KW 12 (lines 2, 4, 5)."
    ) in told.out
    german = replace(works, language="de").at(tmp_path / "w.register")("import", str(sheet), "--preview")
    assert (
        "Ereignet: 3 Zellen sind kein Datum und bleiben in der Zeile, wie sie dastanden: unbekannt (2), KW 12"
    ) in german.out


@pytest.mark.parametrize(
    "text",
    ["planned for Q3 2026", "waiting for part 4711", "bis 30.9.", "geplant KW 12", "voraussichtlich 2026",
     "teilweise erledigt", "3 Maßnahmen ausstehend", "due 2", "reopened 3.4.", "wird geprüft, Rev. 2",
     "bis 30.9. geplant", "partly done", "wird bis Ende Mai abgeschlossen", "to be closed by May", "fast fertig",
     "80 % erledigt", "2 of 3 done", "erledigt?", "zu erledigen", "soll geschlossen werden", "erledigt bis auf Schulung",
     "unerledigt", "Maßnahme X", "no, done next week?", "wird wieder geschlossen", "KW 12 geplant", "4711", "Rev. 2",
     "no cerrado", "niet gesloten", "pas encore clôturé", "non résolu", "riaperto, era chiuso", "nog niet opgelost"],
)  # fmt: skip
def test_that_a_number_a_plan_or_a_part_closes_no_row(text: str) -> None:
    assert not says_closed(text)


@pytest.mark.parametrize(
    "text",
    ["31.04.", "31.04.2023", "2023-02-30", "erledigt", "done (see mail)", "KW 12", "KW 12/2024", "week 12", "ja", "X",
     "Ja.", "100 % erledigt", "closed, no further action", "erledigt durch Technik", "Clos", "terminé", "3 Maßnahmen erledigt",
     "no action needed, closed", "résolu le 3 mars", "risolto", "sì", "wahr"],
)  # fmt: skip
def test_that_a_day_that_is_none_or_a_word_for_it_closes_a_row(text: str) -> None:
    assert says_closed(text)


@pytest.mark.parametrize("word", sorted(CLOSED))
def test_that_each_word_for_closed_says_so_in_both_columns(imports: Imports, word: str) -> None:
    assert says_closed(word)
    rows = (f"1|12.03.2021|{STORY}|{word}", f"2|13.03.2021|{STORY} b|open")
    plan = imports.plan(table("No|Date|Description|Status", *rows))
    assert plan.mapping.closed == Closed("Status", (word,))
