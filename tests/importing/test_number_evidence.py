"""Numbers show by themselves which sign stands before the decimals, or that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.usecases.importing.guessing.number_evidence import NumberEvidence, evidence_in, number_evidence
from tests.importing.tables import Imports, sheet_of
from tests.journeys.program import Program


@pytest.mark.parametrize(
    ("texts", "sign", "doubtful"),
    [
        ("1.500 350 12.000", ",", "1.500"),
        ("1,500 350", ".", "1,500"),
        ("1.500 980,00", ",", ""),
        ("1.234,56", ",", ""),
        ("1.234.567 2.000", ",", ""),
        ("12.500,- 1.500", ",", ""),
        ("2.5 1.500", ".", "1.500"),
        ("0.500 0.125", ".", ""),
        ("1.500 1,500 1.200", ",", "1.500"),
        ("350 17", ".", ""),
        ("1'500.50", ".", ""),
        ("", ".", ""),
    ],
)
def test_that_numbers_show_their_sign(texts: str, sign: str, doubtful: str) -> None:
    assert evidence_in(texts.split()) == NumberEvidence(sign, doubtful)


def test_that_numbers_of_a_workbook_have_a_point() -> None:
    sheet = sheet_of(["Text", "Cost"], [("a", 2.125), ("b", 1200), ("1,5", "1.500")])
    assert number_evidence(sheet, ["Cost"]) == NumberEvidence(".", "1.500")


@pytest.mark.parametrize(
    ("heading", "texts", "costs"),
    [("Nr,Beschreibung,Kosten", ("1.500 €", "350 €", "12.000 €"), [1500, 350, 12000]),
     ("No,Description,Cost", ('"$1,500"', "350", '"12,000"'), [1500, 350, 12000]),
     ("No,Description,Cost", ("1.500", "2.5", "350"), [1.5, 2.5, 350])],
)  # fmt: skip
def test_that_thousands_are_thousands(
    imports: Imports, heading: str, texts: tuple[str, ...], costs: list[float]
) -> None:
    cells = [(str(n), f"The pump stood still for a while {n}", text.strip('"')) for n, text in enumerate(texts, 1)]
    imports.take_in(sheet_of(heading.split(","), cells))
    assert [record["cost"] for record in imports.records()] == costs


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "  1.500 is read as 1500: no row shows whether its sign parts thousands or decimals"),
     ("de", "  1.500 gilt als 1500: keine Zeile zeigt, ob das Zeichen Tausender oder Dezimalstellen trennt")],
)  # fmt: skip
def test_that_the_command_tells_how_it_reads_them(tmp_path: Path, language: str, said: str) -> None:
    works = Program(tmp_path / "data", language=language)
    assert works("new", str(tmp_path / "w.register"), "--pack", "factory", "--zone", "Europe/Berlin").status == 0
    sheet = tmp_path / "list.csv"
    sheet.write_text("Nr;Was ist passiert;Kosten\n1;Die Pumpe stand still;1.500\n2;Es brannte im Keller;350\n")
    assert said in works.at(tmp_path / "w.register")("import", str(sheet), "--preview").out.splitlines()
    sheet.write_text("Nr;Was ist passiert;Kosten\n1;Die Pumpe stand still;1.500\n2;Es brannte im Keller;350,50\n")
    assert "1.500" not in works.at(tmp_path / "w.register")("import", str(sheet), "--preview").out
