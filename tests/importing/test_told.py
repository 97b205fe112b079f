"""What came from an old list says so: in the journal, at the terminal, on paper, on the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from incident_desk.domain.journal.entries import ERASED
from incident_desk.support.texts import Texts
from incident_desk.usecases import papers as p
from incident_desk.usecases.imported_row import SheetCell, cells_as_they_stood, imported_from
from incident_desk.usecases.importing.mapping import Closed
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.names import read_names
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.show_incident import whole_text
from incident_desk.usecases.wording import Wording
from tests.domain.codes import PACKAGE
from tests.importing.tables import STORY, Imports, mapping, table, with_cell

LIST = table("Nr|Text|Farbe|Stand", f"1|{STORY}|blau|offen", f"2|{STORY} b||zu")
SOURCE = "old list.csv, row 2; the title is made from its text"
MEANT = replace(mapping(old_number="Nr", what_happened="Text"), key=("Nr",), closed=Closed("Stand", ("zu",)))


@pytest.fixture
def imported(imports: Imports) -> Imports:
    imports.take_in(LIST, MEANT)
    return imports


def wording(imports: Imports, language: str = "en") -> Wording:
    return Wording(Texts(language), read_names(imports.desk.register.queries))


def paper(imports: Imports, number: int) -> p.RecordPaper:
    incident = imports.ids()[number]
    entries = imports.desk.register.queries.entries(incident)
    return record_paper(incident, entries, wording(imports), p.PaperSize.A4, p.Organisation("X"), None)


def test_that_the_journal_says_where_it_comes_from(imported: Imports) -> None:
    said = [journal_lines(imported.desk.register.queries.entries(each), wording(imported)) for each in imported.ids()]
    assert said[0][0].what == "imported it from old list.csv, row 2"
    assert said[1][0].what == "imported it from old list.csv, row 3, as concluded; its steps are not recorded"
    sheet = with_cell(with_cell(LIST, 0, "Text", "Another"), 0, "Farbe", "rot")
    imported.run(imported.plan(sheet, MEANT), take=imported.ids()[:1])
    last = journal_lines(imported.desk.register.queries.entries(imported.ids()[0]), wording(imported, "de"))[-1]
    assert last.what == "hat übernommen, was sich in der alten Liste geändert hat: Titel, Was ist passiert"


def test_that_the_row_is_shown_as_it_stood_but_no_long_text_twice(imported: Imports) -> None:
    values = imported.records()[0]
    assert cells_as_they_stood(values, wording(imported)) == (
        SheetCell("Nr", "1"), SheetCell("Farbe", "blau"), SheetCell("Stand", "offen"),
    )  # fmt: skip
    assert imported_from(values, wording(imported)) == SOURCE
    named = {key: value for key, value in values.items() if key != "title_made"}
    assert imported_from(named, wording(imported)) == "old list.csv, row 2"
    assert imported_from({}, wording(imported)) == ""
    (erased,) = cells_as_they_stood({**values, "imported_row": ERASED}, wording(imported))
    assert erased.text == wording(imported).texts.say("wording.erased")


def test_that_the_terminal_shows_it(imported: Imports) -> None:
    lines = list(whole_text(imported.desk.register.queries, imported.ids()[0], wording(imported)))
    assert "  As it stood in the old list: " + SOURCE in lines
    assert "    Farbe: blau" in lines


def test_that_the_paper_shows_it(imported: Imports) -> None:
    blocks = [block for block in paper(imported, 0).sections if isinstance(block, p.FactsBlock)]
    (facts,) = (block for block in blocks if block.title == "As it stood in the old list")
    assert facts.hint == SOURCE
    told = [(fact.label, fact.value) for fact in facts.facts]
    assert ("Farbe", "blau") in told
    assert told[0] == ("Number in the old list", "1")


def test_that_the_paper_of_a_closed_one_says_that_no_step_was_recorded(imported: Imports) -> None:
    steps = paper(imported, 1).steps
    assert {step.lines for step in steps} == {("imported, not recorded",)}
    assert all(step.lines != ("imported, not recorded",) for step in paper(imported, 0).steps)


def test_that_every_reason_has_a_sentence_in_both_languages() -> None:
    """The codes of everything that cannot be read, found in the source."""
    sources = [each.read_text(encoding="utf-8") for each in (PACKAGE / "usecases" / "importing").rglob("*.py")]
    raised = {code for text in sources for code in re.findall(r'(?:NotRead|_CellNotRead)\([^)]*"([a-z_]+)"\)', text)}
    raised |= {code for text in sources for code in re.findall(r'RowProblem\([^"]*"", "", "([a-z_]+)"', text)}
    assert {"time_not_read", "word_unknown", "key_twice", "name_missing"} <= raised
    for language in ("en", "de"):
        for code in raised:
            assert Texts(language).say(f"import.{code}", first=2).endswith(".")
