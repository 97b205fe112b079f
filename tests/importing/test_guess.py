"""The mapping is right at first sight for lists as hospitals and works keep them, in English and German."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from incident_desk.domain.field_editing import AddField
from incident_desk.usecases.importing.mapping import NEW
from incident_desk.usecases.importing.own_files import is_own
from incident_desk.usecases.importing.state_words import closing_words
from incident_desk.usecases.sheets import Sheet
from tests.importing.tables import STORY, Imports, sheet_of, table, with_cell

LONG = "Er rutschte auf dem nassen Boden aus und schlug mit dem Knie auf die Kante."
D, T = datetime.datetime, datetime.time


@dataclass(frozen=True)
class Case:
    """A sheet, and what it means."""

    name: str
    sheet: Sheet
    fields: Mapping[str, Sequence[str]]
    order: str = "dmy"
    key: tuple[str, ...] = ()
    midnight: bool = False
    closed: str = ""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decimal_sign: str = "."


CASES = [
    Case(
        "hospital",
        table("Case No|Date of incident|Ward|Description|Severity|Reported by|Status",
              f"F-1|13/02/2021 08:30|Ward 3|{STORY} for ten minutes.|Minor|Anna Berg|open",
              f"F-2|25/03/2021 22:10|Ward 7|{STORY} again.|Major|Otto Klein|closed"),
        {"old_number": ["Case No"], "occurred": ["Date of incident"], "place": ["Ward"],
         "what_happened": ["Description"], "reporter_name": ["Reported by"], "actual_column": ["Severity"]},
        key=("Case No",), closed="Status", words={"actual_column": {"Minor": "2", "Major": "4"}},
    ),
    Case(
        "Krankenhaus",
        table("Fall-Nr.|Datum|Uhrzeit|Station|Ereignisbeschreibung|Schweregrad|Gemeldet von|Verantwortlich|Abgeschlossen am",
              f"1|13.02.2021|08:30|Station 3|{LONG}|leicht|Berg, Anna|Carl Coordinator|20.02.2021",
              f"2|14.02.2021|22:10|Station 7|{LONG} Wieder.|schwer|Klein, Otto|Maria Manager|"),
        {"old_number": ["Fall-Nr."], "occurred": ["Datum", "Uhrzeit"], "place": ["Station"],
         "what_happened": ["Ereignisbeschreibung"], "actual_column": ["Schweregrad"],
         "reporter_name": ["Gemeldet von"], "responsible": ["Verantwortlich"], "closed_on": ["Abgeschlossen am"]},
        key=("Fall-Nr.",), words={"actual_column": {"leicht": "2", "schwer": "4"}},
    ),
    Case(
        "factory with levels in numbers",
        table("Report no|Event date|Location|What happened|Potential severity|Cause|Lost days",
              f"17|2021-02-13|Press hall|{STORY}|5|A worn belt|3", f"18|2021-02-14|Yard|{STORY}, again|1|Ice|0",
              f"19|2021-02-15|Yard|{STORY}, once more|2|Ice again|0"),
        {"old_number": ["Report no"], "occurred": ["Event date"], "place": ["Location"],
         "what_happened": ["What happened"], "potential_column": ["Potential severity"], "cause": ["Cause"],
         "days_lost": ["Lost days"]},
        key=("Report no",), words={"potential_column": {"5": "5", "1": "1", "2": "2"}},
    ),
    Case(
        "Unfallbuch",
        table("lfd. Nr.|Unfalltag|Unfallort|Unfallhergang|Verletzte Person|Sofortmaßnahmen|Schadenshöhe",
              f"1|3.2.2021|Halle 2|{LONG}|Otto K.|Verband angelegt|1.250,50 €",
              f"2|5.2.2021|Hof|{LONG} Es regnete.|Maria M.|Gekühlt|80,00 €"),
        {"old_number": ["lfd. Nr."], "occurred": ["Unfalltag"], "place": ["Unfallort"],
         "what_happened": ["Unfallhergang"], "people_affected": ["Verletzte Person"],
         "immediate_action": ["Sofortmaßnahmen"], "cost": ["Schadenshöhe"]},
        key=("lfd. Nr.",), decimal_sign=",",
    ),
    Case(
        "US dates",
        table("Date|Department|Details of the event", f"02/13/2021|ER|{STORY}", f"03/04/2021|ICU|{STORY} twice"),
        {"occurred": ["Date"], "place": ["Department"], "what_happened": ["Details of the event"]}, order="mdy",
    ),
    Case(
        "US dates that could be both, in the order of time",
        table("Date|Narrative", f"01/02/2021|{STORY}", f"01/09/2021|{STORY} b", f"02/03/2021|{STORY} c",
              f"03/01/2021|{STORY} d"),
        {"occurred": ["Date"], "what_happened": ["Narrative"]}, order="mdy",
    ),
    Case(
        "dates of a workbook",
        sheet_of(["When", "Reported", "Where", "Text"],
                 [[D(2021, 2, 13, 8, 30), datetime.date(2021, 2, 14), "Ward 3", STORY],
                  [D(2021, 2, 15, 9, 0), datetime.date(2021, 2, 15), "Ward 3", f"{STORY} b"]]),
        {"occurred": ["When"], "reported": ["Reported"], "place": ["Where"], "what_happened": ["Text"]},
    ),
    Case(
        "days and hours of a workbook apart",
        sheet_of(["Date", "Time", "Description"],
                 [[D(2021, 2, 13), T(8, 30), STORY], [D(2021, 2, 15), T(22, 5), f"{STORY} b"]]),
        {"occurred": ["Date", "Time"], "what_happened": ["Description"]}, midnight=True,
    ),
    Case(
        "days as a spreadsheet counts them",
        sheet_of(["Incident date", "Summary of event"], [[44240, STORY], [44245, f"{STORY} b"]]),
        {"occurred": ["Incident date"], "what_happened": ["Summary of event"]},
    ),
    Case(
        "midnight everywhere",
        table("|Data|Potential Accident Level|Accident Level|Description".replace("|Data", "Column A|Data", 1),
              f"0|13-02-2016 00:00|IV|I|{STORY}", f"1|14-02-2016 00:00|VI|II|{STORY} b",
              f"2|15-02-2016 00:00|I|V|{STORY} c"),
        {"occurred": ["Data"], "potential_column": ["Potential Accident Level"], "actual_column": ["Accident Level"],
         "what_happened": ["Description"], "old_number": ["Column A"]},
        key=("Column A",), midnight=True,
        words={"potential_column": {"IV": "4", "VI": "5", "I": "1"}, "actual_column": {"I": "1", "II": "2", "V": "5"}},
    ),
    Case(
        "no heading that anybody would know",
        table("A1|B1|C1", f"x|12.02.2021|{STORY}", f"x|13.02.2021|{STORY} b", f"y|14.02.2021|{STORY} c"),
        {"occurred": ["B1"], "what_happened": ["C1"]},
    ),
    Case(
        "priorities in words",
        table("Priority|Title|Likelihood|Type of incident", "High|Lift stuck|likely|Device", "Low|Wet floor|rare|Fall",
              "P1|Fire|possible|Device"),
        {"priority": ["Priority"], "title": ["Title"], "actual_row": ["Likelihood"], "category": ["Type of incident"]},
        words={"priority": {"High": "high", "Low": "low", "P1": "critical"},
               "actual_row": {"likely": "4", "rare": "1", "possible": "3"}},
    ),
    Case(
        "Meldungen mit Status in Worten",
        table("Meldedatum|Ereignisdatum|Abteilung|Kurzbeschreibung|Beschreibung|Bearbeitungsstand|Ursache|Empfehlung",
              f"14.02.2021|13.02.2021|Labor|Sturz|{LONG}|Erledigt|Nässe|Matten auslegen",
              f"16.02.2021|15.02.2021|Labor|Sturz|{LONG} B|in Arbeit|Öl|Öfter wischen"),
        {"reported": ["Meldedatum"], "occurred": ["Ereignisdatum"], "place": ["Abteilung"], "title": ["Kurzbeschreibung"],
         "what_happened": ["Beschreibung"], "cause": ["Ursache"], "review_better": ["Empfehlung"]},
        closed="Bearbeitungsstand",
    ),
    Case(
        "kinds of record, and a risk in numbers beside a harm that is a yes or a no",
        table("Incident no|Type|Risk rating|Harm|Narrative|Recorded by", f"a7|Near-miss|3|true|{STORY}|Nurse Joy",
              f"a8|Incident|1|false|{STORY} b|Nurse Joy", f"a9|Dragon|5|true|{STORY} c|Otto Klein",
              f"a10|HAZARD|4|false|{STORY} d|Otto Klein", f"a11|good catch|4|false|{STORY} e|Otto Klein"),
        {"old_number": ["Incident no"], "kind": ["Type"], "actual_column": ["Risk rating"],
         "what_happened": ["Narrative"], "reporter_name": ["Recorded by"]}, key=("Incident no",),
        words={"kind": {"Near-miss": "near_miss", "Incident": "incident", "HAZARD": "hazard",
                        "good catch": "good_catch"}, "actual_column": {"3": "3", "1": "1", "5": "5", "4": "4"}},
    ),
    Case(
        "Arten von Meldungen, und ein Name, der keine meldende Person ist",
        table("Unfall-Nr.|Name des Verletzten|Art|Hergang|SAC|Erfasst durch", f"U1|Huber, Josef|Beinaheunfall|{LONG}|SAC 1|Eva",
              f"U2|Klein, Otto|Unfall|{LONG} B|SAC4|Eva", f"U3|Berg, Anna|Gefährdung|{LONG} C|SAC 2|Uwe"),
        {"old_number": ["Unfall-Nr."], "kind": ["Art"], "what_happened": ["Hergang"], "actual_column": ["SAC"],
         "reporter_name": ["Erfasst durch"]}, key=("Unfall-Nr.",),
        words={"kind": {"Beinaheunfall": "near_miss", "Unfall": "incident", "Gefährdung": "hazard"},
               "actual_column": {"SAC 1": "5", "SAC4": "1", "SAC 2": "4"}},
    ),
    Case(
        "a question that yes and no answer, and a code that gives way to a severity of its own",
        table("Near miss?|SAC|Severity (1-5)|Description|Closed", f"yes|SAC 3|3|{STORY}|Y", f"no|SAC 1|5|{STORY} b|N",
              f"yes|SAC 4|1|{STORY} c|N"),
        {"kind": ["Near miss?"], "actual_column": ["Severity (1-5)"], "what_happened": ["Description"]},
        closed="Closed", words={"kind": {"yes": "near_miss", "no": "incident"},
                                "actual_column": {"3": "3", "5": "5", "1": "1"}},
    ),
    Case(
        "types of which few are kinds, a risk in words, and a severity with nothing but the least",
        table("Type|Risk rating|Severity|Description", f"Fall|high|1|{STORY}", f"Device|low|1|{STORY} b",
              f"Near miss|low|1|{STORY} c"),
        {"category": ["Type"], "priority": ["Risk rating"], "actual_column": ["Severity"],
         "what_happened": ["Description"]}, words={"priority": {"high": "high", "low": "low"}, "actual_column": {"1": "1"}},
    ),
    Case(
        "a harm that is 1 or 0", table("Harm|Description", f"1|{STORY}", f"0|{STORY} b", f"0|{STORY} c"),
        {"what_happened": ["Description"]},
    ),
    Case(
        "priorities in numbers, which say nothing for certain",
        table("Priority level|Description", f"1|{STORY}", f"3|{STORY} b"), {"what_happened": ["Description"]},
    ),
    Case(
        "a summary that is the whole story, and a number that stands twice",
        table("No|Summary|Discovered", f"1|{STORY}. {STORY}.|13.02.2021 08:00", f"1|{STORY}. {STORY}!|14.02.2021 08:00"),
        {"old_number": ["No"], "what_happened": ["Summary"], "discovered": ["Discovered"]}, key=("No",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_a_sheet_is_understood(case: Case, imports: Imports) -> None:
    found = imports.guess(case.sheet)
    assert {key: list(source.columns) for key, source in found.fields.items()} == dict(case.fields)
    assert (found.date_order, found.key, found.midnight_unknown) == (case.order, case.key, case.midnight)
    assert (found.closed.column if found.closed else "") == case.closed
    assert found.decimal_sign == case.decimal_sign
    for key, words in case.words.items():
        assert dict(found.fields[key].words) == dict(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_it_comes_in_as_it_was_understood(case: Case, imports: Imports) -> None:
    """Every row, with every text unchanged, and again none of it."""
    imports.take_in(case.sheet)
    column = case.fields.get("what_happened", case.fields.get("title", []))[0]
    at = case.sheet.heading.index(column)
    key = "what_happened" if "what_happened" in case.fields else "title"
    assert [values[key] for values in imports.records()] == [row[at] for row in case.sheet.rows]
    assert imports.plan(case.sheet).counts() == {
        "rows": len(case.sheet.rows), "new": 0, "here": len(case.sheet.rows), "changed": 0, "bad": 0,
    }  # fmt: skip
    assert imports.desk.breaks() == []


def test_that_places_are_made_and_words_for_other_things_are_left_as_they_stood(imports: Imports) -> None:
    found = imports.guess(table("Ward|Category|Description", f"Ward 9|Dragons|{STORY}"))
    assert found.fields["place"].others == NEW
    assert found.fields["category"].others != NEW


def test_that_a_field_of_the_site_is_known_by_its_name(imports: Imports) -> None:
    imports.desk.do(None, AddField("Badge colour", "text", "identification", "place"))
    sheet = table("Badge colour|Workload|Description|Work it needs", f"red|2|{STORY}|4")
    found = imports.guess(sheet)
    assert found.fields["site.badge_colour"].columns == ("Badge colour",)
    assert found.fields["workload"].columns == ("Work it needs",)
    imports.take_in(sheet)
    assert imports.records()[0]["site.badge_colour"] == "red"


def test_that_a_record_is_of_the_kind_that_its_row_says(imports: Imports) -> None:
    sheet = table("Number|Kind of event|Description", f"1|Near miss|{STORY}", f"2|Incident|{STORY} b",
                  f"3|Hazard|{STORY} c", f"4|Dragon|{STORY} d")  # fmt: skip
    imports.take_in(sheet)
    assert [values["kind"] for values in imports.records()] == ["near_miss", "incident", "hazard", "incident"]
    plan = imports.plan(with_cell(sheet, 1, "Kind of event", "Good catch"))
    imports.run(plan, take=[each.incident for each in plan.changed])
    assert [values["kind"] for values in imports.records()] == ["near_miss", "good_catch", "hazard", "incident"]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Record Type", {"Near Miss": "near_miss", "Injury": "incident", "Property Damage": "incident"}),
        ("Issue Type", {"Near miss": "near_miss", "Incident": "incident"}),
        ("Type d'événement", {"Presqu'accident": "near_miss", "Accident avec arrêt": "incident"}),
        ("Type", {"Presqu’accident": "near_miss", "Accident": "incident", "Situation dangereuse": "hazard"}),
        ("Tipo", {"Casi accidente": "near_miss", "Accidente": "incident", "Condición insegura": "hazard"}),
        ("Tipo di evento", {"Quasi infortunio": "near_miss", "Infortunio": "incident"}),
        ("Soort", {"Bijna-ongeval": "near_miss", "Ongeval": "incident"}),
        ("Art", {"Beinaheunfall": "near_miss", "Sachschaden": "incident"}),
        ("Near miss", {"SÌ": "near_miss", "no": "incident"}),
        ("Presqu'accident", {"oui": "near_miss", "non": "incident"}),
    ],
)  # fmt: skip
def test_that_words_for_kinds_are_known_in_many_languages(
    imports: Imports, heading: str, kinds: Mapping[str, str]
) -> None:
    sheet = table(f"{heading}|Hechos", *(f"{word}|{STORY} {word}" for word in kinds))
    source = imports.guess(sheet).fields["kind"]
    assert (source.columns, source.words) == ((heading,), kinds)


@pytest.mark.parametrize(
    "words",
    [["Injury", "Property damage"], ["Injury", "Incident", "Fire", "Theft"], ["Near miss", "Injury", "Fire", "Theft"]],
)
def test_that_words_for_harm_alone_or_beside_others_are_categories(imports: Imports, words: list[str]) -> None:
    found = imports.guess(table("Type|Description", *(f"{word}|{STORY} {word}" for word in words))).fields
    assert ("category" in found, "kind" in found) == (True, False)


def test_that_a_second_column_of_a_text_is_read_where_the_first_is_empty(imports: Imports) -> None:
    heading = "Number|Description|Description (2)|Incident details"
    apart = table(heading, f"1|{STORY}||", f"2||{STORY} b|", f"3|{STORY} c||")
    assert imports.guess(apart).fields["what_happened"].columns == ("Description", "Description (2)")
    imports.take_in(apart)
    assert [values["what_happened"] for values in imports.records()] == [STORY, f"{STORY} b", f"{STORY} c"]
    both = table(heading, f"1|{STORY}||", f"2|{STORY} b|Something else|", f"3||{STORY} c|")
    assert imports.guess(both).fields["what_happened"].columns == ("Description",)


def test_that_a_sheet_of_numbers_is_no_sheet_of_ours(imports: Imports) -> None:
    assert not is_own(("Number", "Title"))


@pytest.mark.parametrize(
    ("word", "closes"),
    [
        ("Closed - no further action", True), ("erledigt (per Telefon)", True), ("Resolved, see file", True),
        ("Closed - awaiting sign-off", False), ("Closed: no", False), ("erledigt: nein", False), ("Done - 50 %", False),
        ("Completed (partly)", False), ("Closed ward", False), ("Not closed - see file", False),
    ],
)  # fmt: skip
def test_that_a_remark_behind_the_word_closes_a_row_where_it_does_not_deny_it(word: str, *, closes: bool) -> None:
    assert closing_words("Status", ["Open", word, "Closed"]) == ((word, "Closed") if closes else ("Closed",))
