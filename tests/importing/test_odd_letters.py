"""A list whose letters were written in another way than they are read does not come in as wrong letters unsaid."""

from __future__ import annotations

import pytest

from incident_desk.usecases.importing.odd_letters import odd_letters
from incident_desk.usecases.sheets import CsvForm, Sheet
from tests.importing.tables import sheet_of

GERMAN = "Tür über dem Flur, größer als üblich; Süßäpfel für 5 € – „fällt“ 3 m³/h, 20 °C"
WORD = "„…“ und »…« und dann…irgendwann, Müller…Schmidt; ••• „… so“ »„Halt!“«"  # as a text processor writes
FRENCH = "Élève blessée à l’épaule, créées où naïveté, garçon, œuvre, août « non »"
NORDIC = "Åse fikk øye på båten, smørbrød, Ærø; Håkan såg räv"


def misread(text: str, written: str, read: str = "cp1252") -> Sheet:
    said = text.encode(written).decode(read, "replace")
    sheet = sheet_of(["Nr", "Text"], [["1", "plain"], ["2", said]])
    return Sheet(sheet.name, sheet.heading, sheet.rows, sheet.lines, form=CsvForm(read, ";"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ランプが落ちた。誰も怪我をしなかった", "cp932"),
        ("点滴泵没有报警", "gb18030"),
        ("Лампа упала в коридоре", "cp1251"),
        ("Лампа упала в коридоре", "koi8-r"),
        ("Η λάμπα έπεσε στο διάδρομο", "cp1253"),
        ("Lamba düştü, ışık söndü", "cp1254"),
        ("Spadła lampa, załoga ogrodziła korytarz", "iso8859-2"),
        ("Žárovka spadla na zem, příčina není známa, dveře zavřeny, svědek viděl", "cp1250"),
        (GERMAN.replace("€", "").replace("–", ""), "utf-8"),
        ("Die Tür über dem Flur fällt", "mac-roman"),
        ("Die Tür über dem Flur fällt", "cp850"),
    ],
)
def test_that_another_way_of_writing_is_told(text: str, written: str) -> None:
    found = odd_letters(misread(text, written))
    assert found is not None
    assert (found.is_guess, found.cells >= 1, found.sample != "") == (True, True, True)


@pytest.mark.parametrize(
    "text", [GERMAN, WORD, FRENCH, NORDIC, "Señor Peña pidió ¿qué?", "Ação às três não é", "plain"]
)
def test_that_western_texts_are_no_doubt(text: str) -> None:
    assert odd_letters(misread(text, "cp1252")) is None
    assert odd_letters(misread(text, "utf-8", "utf-8")) is None


@pytest.mark.parametrize("text", ["Лампа упала", "ランプが落ちた", "Þór sá ljós, það fýkur", "Příčina viděl", "λάμπα"])
def test_that_any_letters_are_right_where_the_file_says_them(text: str) -> None:
    assert odd_letters(misread(text, "utf-8", "utf-8")) is None


def test_that_a_workbook_that_holds_them_itself_is_told_so() -> None:
    found = odd_letters(sheet_of(["TÃ¼r"], [["The TÃ¼r fell on the floor"], ["fine"]]))
    assert found is not None
    assert (found.cells, found.sample, found.is_guess) == (2, "TÃ¼r", False)


def test_that_what_stands_wrong_in_a_file_that_says_its_letters_cannot_be_read_otherwise() -> None:
    found = odd_letters(misread("TÃ¼r", "utf-8", "utf-8"))
    assert found is not None
    assert not found.is_guess
