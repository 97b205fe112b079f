"""What is not sure is not read: one word of a heading is not enough, and the contents decide between two that say it."""

from __future__ import annotations

import pytest

from incident_desk.usecases.importing.guessing.guess import date_by_content
from incident_desk.usecases.importing.mapping import SheetMapping
from tests.importing.tables import STORY, Imports, table

DAYS = ("13/02/2021", "25/03/2021", "26/03/2021", "27/03/2021")
BORN = ("01/05/1940", "02/06/1951", "13/07/1962", "14/08/1973")


def guessed(imports: Imports, heading: str, *cells: str, story: str = "Description") -> SheetMapping:
    """Of a list with one column more, whose cells repeat."""
    rows = [f"{DAYS[n]}|{STORY} {n}|{cells[n % len(cells)]}" for n in range(4)]
    return imports.guess(table(f"Date|{story}|{heading}", *rows))


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Line manager", ["Bob Hale", "Tina Orr"]), ("Area Manager", ["Bob Hale"]), ("Site supervisor", ["Bob Hale"]),
        ("Abteilungsleiter", ["Fr. Holz"]), ("Leiter der Abteilung", ["Fr. Holz"]), ("Stationsleitung", ["Fr. Holz"]),
        ("Room temperature", ["20", "21"]), ("Raumtemperatur", ["20", "21"]), ("Unit price", ["3.50"]),
        ("Cost centre", ["4100"]), ("Kostenstelle", ["4100"]), ("Amount of oil (l)", ["3", "4"]),
        ("Time lost", ["01:30", "02:30"]), ("Response time", ["00:10"]), ("Reaktionszeit", ["00:10"]),
        ("Patient ID", ["100200", "100201"]), ("Employee No", ["E500", "E501"]), ("Phone number", ["11", "12"]),
        ("Personalnummer", ["17", "18"]), ("Telefonnummer", ["17", "18"]), ("Kundennummer", ["K1", "K2"]),
        ("Job Title", ["Welder"]), ("Action taken by", ["Kim"]), ("Reason for delay", ["Snow"]),
        ("Downtime (min)", ["30", "40"]), ("Due date", [*BORN]), ("Fällig am", [*BORN]), ("Geburtsdatum", [*BORN]),
        ("Uhrzeit der Meldung", ["10:00", "11:20"]), ("Report time", ["10:00", "11:20"]),
        ("First aid (Y/N)", ["Y", "N"]), ("Action taken Y/N", ["Y", "N"]), ("Maßnahmen (ja/nein)", ["ja", "nein"]),
        ("Injured (Y/N)", ["Y", "N"]), ("Verletzte ja/nein", ["ja", "nein"]),
        ("State", ["TX", "OH"]), ("Guard closed", ["yes", "no"]), ("Tür geschlossen", ["ja", "nein"]),
        ("Investigation done", ["Yes", "No"]), ("RIDDOR report done", ["Yes", "No"]),
        ("Klasse", ["7b", "10a"]), ("Klasse", ["7b", "8/1"]), ("Class", ["3", "4 c"]), ("Gruppe", ["1", "2"]),
        ("Department code", ["4100", "4200"]), ("Caller ID", ["0171 2345", "0171 2346"]), ("Reporter ID", ["17", "18"]),
        ("Student no.", ["100200", "100201"]), ("Student (Y/N)", ["Y", "N"]), ("Victime", ["oui", "non"]),
        ("Status", ["1", "0"]), ("Closed", ["1", "1"]), ("Open/Closed", ["1", "0"]), ("Open/Closed", ["Yes", "No"]),
        ("Open?", ["x", "-"]), ("Issue type", ["Bug", "Task"]), ("Protocollo", ["Fall", "Cut"]),
        ("Outcome severity", ["Light duty", "Low back pain", "Possible fracture", "Rare reaction"]),
    ],
)  # fmt: skip
def test_that_it_stays_as_it_stood(imports: Imports, heading: str, cells: list[str]) -> None:
    found = guessed(imports, heading, *cells)
    assert {key: source.columns for key, source in found.fields.items()} == {
        "occurred": ("Date",), "what_happened": ("Description",)
    }  # fmt: skip
    assert (found.key, found.closed) == ((), None)


@pytest.mark.parametrize(
    ("heading", "cells", "key"),
    [
        ("Ward / unit", ["3A"], "place"), ("Where on site", ["Yard"], "place"), ("Dept", ["Yard"], "place"),
        ("Where the event occurred", ["Yard"], "place"), ("Ort des Unfalls", ["Hof"], "place"),
        ("Melder/in", ["Eva"], "reporter_name"), ("Kosten (EUR)", ["12"], "cost"),
        ("Injury severity", ["Minor harm", "Severe harm"], "actual_column"), ("Lieu", ["Cour"], "place"),
        ("Gravité", ["mineure", "majeure"], "actual_column"), ("Gravedad", ["leve", "grave"], "actual_column"),
        ("Déclarant", ["Eva"], "reporter_name"), ("Lugar", ["Patio"], "place"), ("Reparto", ["3A"], "place"),
        ("Afdeling", ["3A"], "place"), ("Ernst", ["laag", "hoog"], "actual_column"),
        *((heading, ["Nord", "Süd"], "place") for heading in (
            "Baustelle", "Chantier", "Obra", "Nave", "Magazzino", "Aula", "Atelier", "Werk", "Halle", "Cantiere",
            "Taller", "site_code", "Location Path", "Building", "Room")),
        *((heading, ["Kim Orr", "Eva Ray"], "people_affected") for heading in (
            "Injured party", "Verletzter", "Verletzte Person", "Injured person", "Trabajador accidentado",
            "Infortunato", "Accidenté", "Student", "Alumno/a", "Schüler/in", "Resident", "Bewohner/in")),
        ("Number injured", ["1", "2"], "people_affected"),
        ("caller_id", ["Kim Orr", "Eva Ray"], "reporter_name"), ("opened_by", ["Kim Orr"], "reporter_name"),
        ("Protocollo", ["2024/00077", "2024/00078", "2024/00079", "2024/00080"], "old_number"),
        ("N. protocollo", ["77", "78", "79", "80"], "old_number"), ("Klasse", ["Sturz", "Gerät"], "category"),
        ("Urgency", ["1 - Critical", "4 - Low"], "priority"),
        *((heading, ["01/05/2021", "02/06/2021"], "closed_on") for heading in (
            "Fixed on", "Closed out", "Résolu le", "Traité le", "Risolto il", "Resuelto", "Chiusura", "Data chiusura")),
    ],
)  # fmt: skip
def test_that_words_beside_it_that_change_nothing_do_no_harm(
    imports: Imports, heading: str, cells: list[str], key: str
) -> None:
    assert guessed(imports, heading, *cells).fields[key].columns == (heading,)


@pytest.mark.parametrize(
    ("heading", "cells", "words"),
    [
        ("Closed?", ["Yes", "No"], ("Yes",)), ("Case status", ["Closed", "Open"], ("Closed",)),
        ("Fall abgeschlossen?", ["ja", "nein"], ("ja",)), ("Open/Closed", ["Open", "Closed"], ("Closed",)),
        ("Clôturé", ["oui", "non"], ("oui",)), ("Cerrado", ["sí", "no"], ("sí",)), ("Gesloten", ["ja", "nee"], ("ja",)),
        ("Closed out (Y/N)", ["Y", "N"], ("Y",)), ("Closed", ["1", "0"], ("1",)), ("is_closed", ["WAHR", "FALSCH"], ("WAHR",)),
        ("Clôturé (oui/non)", ["oui", "non"], ("oui",)), ("Chiusura", ["sì", "no"], ("sì",)),
        *((heading, ["si", "no"], ("si",)) for heading in ("Risolto", "Resuelto", "Résolu", "Traité")),
        ("Estado", ["Resuelta", "No resuelta"], ("Resuelta",)), ("Statut", ["Résolu", "Non résolu"], ("Résolu",)),
        ("Statut", ["Traité", "À faire"], ("Traité",)), ("Stato", ["Risolto", "Riaperto"], ("Risolto",)),
        ("Open?", ["Yes", "No"], ("No",)), ("Offen", ["ja", "nein"], ("nein",)), ("Open", ["1", "0"], ("0",)),
    ],
)  # fmt: skip
def test_that_a_heading_and_its_words_say_closed(
    imports: Imports, heading: str, cells: list[str], words: tuple[str, ...]
) -> None:
    closed = guessed(imports, heading, *cells).closed
    assert closed is not None
    assert (closed.column, closed.words) == (heading, words)


@pytest.mark.parametrize("beside", ["Schüler/in", "Student", "Lehrerin"])
def test_that_a_class_beside_a_pupil_is_one_of_a_school(imports: Imports, beside: str) -> None:
    rows = [f"{day}|Sonnenblumen|Kim Orr|{STORY} {n}" for n, day in enumerate(DAYS)]
    assert "category" not in imports.guess(table(f"Date|Klasse|{beside}|Description", *rows)).fields
    assert "category" in imports.guess(table("Date|Klasse|Tutor|Description", *rows)).fields


def test_that_a_number_and_a_word_state_a_priority_by_the_word(imports: Imports) -> None:
    found = guessed(imports, "Priority", "1 - Critical", "2 - High", "4 - Low", "v. high")
    assert found.fields["priority"].words == {"1 - Critical": "critical", "2 - High": "high", "4 - Low": "low"}


def test_that_a_state_is_no_status_beside_one(imports: Imports) -> None:
    rows = [f"{day}|{STORY} {n}|TX|{'Closed' if n else 'Open'}" for n, day in enumerate(DAYS)]
    closed = imports.guess(table("Date|Description|State|Case status", *rows)).closed
    assert closed is not None
    assert closed.column == "Case status"


@pytest.mark.parametrize("short", ["Event", "Problem", "Vorfall", "Ereignis"])
@pytest.mark.parametrize("told", ["Description", "Details", "Text", "Beschreibung"])
def test_that_the_column_told_at_length_is_the_story(imports: Imports, short: str, told: str) -> None:
    rows = [f"{day}|{word}|{STORY} {n}" for n, (day, word) in enumerate(zip(DAYS, ["Fall", "Cut"] * 2, strict=True))]
    assert imports.guess(table(f"Date|{short}|{told}", *rows)).fields["what_happened"].columns == (told,)


@pytest.mark.parametrize("headings", ["Details|Description", "Ereignis|Hergang"])
def test_that_of_two_stories_the_longer_is_the_story(imports: Imports, headings: str) -> None:
    rows = [f"{day}|{STORY[:30]} {n}|{STORY} {n}" for n, day in enumerate(DAYS)]
    assert imports.guess(table(f"Date|{headings}", *rows)).fields["what_happened"].columns == (headings.split("|")[1],)


def test_that_words_of_harm_say_more_of_it_than_numbers(imports: Imports) -> None:
    rows = [f"{day}|{n + 1}|{['Minor', 'Major'][n % 2]}|{STORY} {n}" for n, day in enumerate(DAYS)]
    found = imports.guess(table("Date|Consequence|Severity|Description", *rows))
    assert found.fields["actual_column"].columns == ("Severity",)


@pytest.mark.parametrize(("above", "level"), [("Building", "Level"), ("Gebäude", "Stufe"), ("Campus", "Level")])
def test_that_a_level_beside_a_building_is_a_floor(imports: Imports, above: str, level: str) -> None:
    rows = [f"{day}|Block A|{n}|{STORY} {n}" for n, day in enumerate(DAYS)]
    assert "actual_column" not in imports.guess(table(f"Date|{above}|{level}|Description", *rows)).fields
    alone = [f"{day}|{n + 1}|{STORY} {n}" for n, day in enumerate(DAYS)]
    assert "actual_column" in imports.guess(table(f"Date|{level}|Description", *alone)).fields


def test_that_days_alone_say_when_it_occurred_only_where_nothing_else_does(imports: Imports) -> None:
    one = imports.guess(table("Admitted|Description", *(f"{day}|{STORY} {day}" for day in DAYS)))
    assert (one.fields["occurred"].columns, date_by_content(one)) == (("Admitted",), "Admitted")
    two = imports.guess(table("Admitted|Moved|Description", *(f"{day}|{day}|{STORY} {day}" for day in DAYS)))
    assert "occurred" not in two.fields
    named = imports.guess(table("Admitted|Reported|Description", *(f"{day}|{day}|{STORY} {day}" for day in DAYS)))
    assert {"occurred", "reported"} & set(named.fields) == {"reported"}
    assert date_by_content(named) == date_by_content(guessed(imports, "Ward", "3A")) == ""


@pytest.mark.parametrize("heading", ["Date of birth", "Geburtsdatum", "Hire date", "Expiry", "Ablaufdatum", "Due date"])
def test_that_a_day_of_something_else_is_never_when_it_occurred(imports: Imports, heading: str) -> None:
    found = imports.guess(table(f"{heading}|Description", *(f"{day}|{STORY} {day}" for day in BORN)))
    assert "occurred" not in found.fields


@pytest.mark.parametrize(
    "heading",
    [
        "Ticket",
        "Ticket no",
        "Issue key",
        "Case",
        "Case ID",
        "Vorgang",
        "Lfd. Nr.",
        "Fall-ID",
        "Nº",
        "N°",
        "Complaint no.",
    ],
)
def test_that_numbers_of_rows_are_known_in_many_words(imports: Imports, heading: str) -> None:
    found = imports.guess(table(f"{heading}|Description", *(f"INC-{n}|{STORY} {n}" for n in range(4))))
    assert (found.key, found.fields["old_number"].columns) == ((heading,), (heading,))


@pytest.mark.parametrize("cells", [["Fall", "Cut", "Burn", "Slip"], ["A1", "A1", "A1", "A2"]])
def test_that_a_word_of_several_meanings_needs_numbers(imports: Imports, cells: list[str]) -> None:
    found = imports.guess(table("Vorgang|Description", *(f"{cell}|{STORY} {n}" for n, cell in enumerate(cells))))
    assert (found.key, "old_number" in found.fields) == ((), False)


@pytest.mark.parametrize("heading", ["Incident No", "Fall-Nr."])
def test_that_numbers_like_months_are_numbers_where_the_heading_says_so(imports: Imports, heading: str) -> None:
    rows = [f"2021-{n + 1}|{day}|{STORY} {n}" for n, day in enumerate(DAYS)]
    found = imports.guess(table(f"{heading}|Date|Description", *rows))
    assert (found.key, found.fields["old_number"].columns) == ((heading,), (heading,))
    assert found.fields["occurred"].columns == ("Date",)


def test_that_a_counter_without_heading_is_the_old_number(imports: Imports) -> None:
    sheet = table("A|Date|Description", *(f"{n}|{day}|{STORY} {n}" for n, day in enumerate(DAYS)))
    imports.take_in(sheet)
    assert [values["old_number"] for values in imports.records()] == ["0", "1", "2", "3"]


def test_that_tickets_number_the_rows_and_issues_tell_what_happened(imports: Imports) -> None:
    issues = ("Guard missing on conveyor", "E-stop did not latch", "Near miss at crossing", "Oil on the floor")
    found = imports.guess(table("Ticket|Opened|Area|Issue", *(f"T-{n}|{DAYS[n]}|Line 1|{issues[n]}" for n in range(4))))
    assert (found.fields["what_happened"].columns, found.key) == (("Issue",), ("Ticket",))
    numbers = imports.guess(table("Issue|Date|Description", *(f"A-{n}|{DAYS[n]}|{STORY} {n}" for n in range(4))))
    assert (numbers.fields["what_happened"].columns, numbers.key) == (("Description",), ("Issue",))


def test_that_an_hour_belongs_to_the_day_of_the_event(imports: Imports) -> None:
    rows = (f"{n}|{DAYS[n]}|{DAYS[n]}|14:3{n}|{STORY} {n}" for n in range(4))
    found = imports.guess(table("Melde-Nr.|Gemeldet am|Vorfall am|Vorfall um|Was?", *rows))
    assert found.fields["occurred"].columns == ("Vorfall am", "Vorfall um")
    assert found.fields["reported"].columns == ("Gemeldet am",)


def test_that_midnight_without_a_colon_is_no_hour_either(imports: Imports) -> None:
    rows = (f"{DAYS[n]}|{'0000' if n else '1430'}|{STORY} {n}" for n in range(4))
    assert imports.guess(table("Date|Time|Description", *rows)).midnight_unknown
