"""The page of an incident that came from an old list shows its row, and says what was not recorded."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.imported_part import ImportedPart
from incident_desk.gui.incident.rail import rail_steps
from incident_desk.gui.widgets.focus_ring import FocusRing
from incident_desk.usecases.sheets import Sheet
from tests.factories import Desk
from tests.gui.conftest import focused
from tests.gui.incident.conftest import OpenIncident, OpenPage
from tests.importing.tables import STORY, Imports, mapping, table

LIST = table("Nr|Text|Farbe", f"17|{STORY}|blau")
MEANT = replace(mapping(old_number="Nr", what_happened="Text"), key=("Nr",))


def imported(desk: Desk, into: str = "identification") -> str:
    imports = Imports(desk)
    imports.take_in(LIST, replace(MEANT, into=into))
    return imports.ids()[-1]


def words(shown: OpenPage) -> list[str]:
    return [label.text() for label in shown.page.findChildren(QLabel) if label.isVisible()]


def rail_notes(shown: OpenPage) -> set[str]:
    view = shown.page.presenter.view
    assert view is not None
    moments = Moments(shown.page.presenter.clock(), shown.page.session.wording)
    return {step.note for step in rail_steps(view, moments)}


def test_that_the_row_stands_in_a_section_of_its_own(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, imported(desk))
    (part,) = [part for section in shown.page.form.sections for part in section.parts if isinstance(part, ImportedPart)]
    assert part.isVisible()
    told = {"Farbe", "blau", "title made from the text", "old list.csv, row 2; the title is made from its text"}
    assert told <= set(words(shown))
    shown.page.head.title.title_changed.emit("A lamp fell")
    shown.until(lambda: "title made from the text" not in words(shown))
    assert STORY not in [label.text() for label in part.findChildren(QLabel)]
    assert shown.form_of("old_number").cells["old_number"].editor.value() == "17"


def test_that_other_records_have_no_such_section(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("identification"))
    assert "imported" not in [section.section.key for section in shown.page.form.sections]
    assert not [form for form in shown.page.form.forms() if "old_number" in form.cells]


def test_that_a_closed_one_says_that_its_steps_were_not_recorded(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, imported(desk, "conclusion"))
    assert "imported, steps not recorded" in words(shown)
    shown.page.look_at(Step.IDENTIFICATION)
    shown.until(lambda: "blau" in words(shown))
    assert rail_notes(shown) == {"not recorded"}


def test_that_of_a_row_with_many_columns_the_first_are_shown_and_the_others_opened(
    desk: Desk, open_incident: OpenIncident
) -> None:
    long = "She looked at it.\nThen she called for help."
    row = {"Text": STORY, **{f"Note {n}": long if n == 3 else f"value {n}" for n in range(190)}}
    imports = Imports(desk)
    imports.take_in(Sheet("old list.csv", tuple(row), (tuple(row.values()),), (2,)), mapping(what_happened="Text"))
    shown = open_incident(desk, imports.ids()[-1])
    (part,) = [part for section in shown.page.form.sections for part in section.parts if isinstance(part, ImportedPart)]
    told = [label.text() for label in part.findChildren(QLabel)]
    assert "value 0" in told and long in told and "value 189" not in told
    assert part.more.text() == "Show 166 more cells of the row"
    part.more.setFocus()
    part.more.click()
    cell = focused()
    assert cell.accessibleName() == "Note 24: value 24"
    [ring] = part.findChildren(FocusRing)
    assert ring.isVisible() and ring.geometry().contains(cell.geometry())
    cell.clearFocus()
    shown.until(lambda: not part.findChildren(FocusRing))
    told = [label.text() for label in part.findChildren(QLabel)]
    assert all(f"Note {n}" in told for n in range(190)) and "value 189" in told
    assert part.more.isHidden()
