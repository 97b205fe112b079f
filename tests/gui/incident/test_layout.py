"""The page by its width in letters, its rail, and its way round by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from incident_desk.domain.commands import AddItem
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.item_rows import TableRow
from incident_desk.gui.incident.rail import rail_steps
from incident_desk.gui.paint.steps import StepState
from incident_desk.gui.widgets.notes import Note
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage

MICROS_PER_HOUR = 3_600_000_000


def to_em(shown: OpenPage, ems: float) -> None:
    """Makes the page itself so many em wide."""
    window, page = shown.window.window, shown.page
    beside = window.width() - page.width()
    window.resize(round(ems * page.panes.em()) + beside, 800)
    shown.until(lambda: abs(page.width() / page.panes.em() - ems) < 3)


@pytest.mark.parametrize(("ems", "beside", "rail"), [(100, True, True), (82, False, True), (60, False, False)])
def test_that_panes_are_chosen_by_the_width_in_letters(
    ems: float, beside: bool, rail: bool, desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    to_em(shown, ems)
    page = shown.page
    assert (page.panes.beside.isVisible(), page.rail.isVisible()) == (beside, rail)
    assert page.strip.isVisible() is not rail
    assert page.panes.middle.count() == (1 if beside else 4)
    shown.show_tab(page.journal)
    assert page.journal.isVisible()


def test_that_a_tab_that_was_looked_at_stays_in_sight_when_the_page_grows(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    to_em(shown, 82)
    shown.show_tab(shown.page.files)
    to_em(shown, 100)
    assert shown.page.files.isVisible()
    assert shown.page.form.isVisible()


def test_that_the_rail_says_what_each_section_misses(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("measures", {"what": "Pump out of use", "check_by": "2020-01-01T10:00"}))
    shown = open_incident(desk, incident)
    view = shown.page.presenter.view
    assert view is not None
    moments = Moments(shown.page.presenter.clock(), shown.page.session.wording)
    steps = rail_steps(view, moments)
    assert [step.state for step in steps] == [StepState.DONE, StepState.NOW, *[StepState.TO_COME] * 3]
    assert steps[1].note == "1 missing"
    assert {section.key: section.note for section in steps[1].sections} == {
        "plan": "", "extent": "1 missing", "measures": "1 overdue", "communication": "",
    }  # fmt: skip


def test_that_a_section_says_where_any_one_of_its_answers_is_enough(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))

    def heads() -> dict[str, list[str]]:
        return {
            each.section.key: [note.text() for note in each.findChildren(Note)] for each in shown.page.form.sections
        }

    sentence = "one of these is needed to go on"
    assert sentence in heads()["extent"]
    assert sentence in heads()["measures"]
    shown.write("extent_lots", "Lot 22B-0714")
    shown.field("extent_areas").setFocus()
    shown.until(lambda: sentence not in heads()["extent"])
    assert sentence in heads()["measures"]


def test_that_countdowns_go_on_without_anybody_doing_anything(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk, incident)
    now = shown.page.presenter.clock()
    at = {"earliest": iso(now + MICROS_PER_HOUR), "latest": iso(now + MICROS_PER_HOUR)}
    desk.do(incident, AddItem("promises", {"what": "Ward 3", "at": at}))
    shown.until(lambda: shown.stored.of("promises"))
    shown.until(
        lambda: shown.page.presenter.view is not None and shown.page.presenter.view.incident.record.of("promises")
    )
    shown.page.presenter.clock = lambda: now + 2 * MICROS_PER_HOUR
    shown.page.presenter.ticked.emit()
    assert "overdue" in shown.page.rail.accessibleName() + str(
        [button.accessibleName() for button in shown.page.rail.findChildren(QAbstractButton)]
    )


def iso(instant: int) -> str:
    from incident_desk.domain.values import from_micros

    return from_micros(instant).isoformat()


def test_that_the_keyboard_reaches_everything_and_everything_has_a_name(
    desk: Desk, open_incident: OpenIncident
) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("measures", {"what": "Pump out of use"}))
    shown = open_incident(desk, incident)
    shown.page.setFocus()
    reached: list[QWidget] = []
    for _ in range(120):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        if shown.page.isAncestorOf(focused):
            reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    rail = next(button for button in shown.page.rail.findChildren(QAbstractButton) if button.isVisible())
    wanted = [
        shown.page.head.next, rail, shown.field("extent_areas"), shown.list_part("measures").add,
        shown.list_part("measures").findChildren(TableRow)[0], shown.page.journal.note,
    ]  # fmt: skip
    assert [each for each in reached if each in wanted] == wanted, "all of them, as one reads"
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox
    unnamed = [each for each in reached if isinstance(each, kinds) and not each.accessibleName()]
    assert unnamed == []


def test_that_the_rail_is_worked_by_keys(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    heads = [button for button in shown.page.rail.findChildren(QAbstractButton) if button.isVisible()]
    heads[0].setFocus()
    QTest.keyClick(heads[0], Qt.Key.Key_Return)
    assert shown.page.form.step is Step.IDENTIFICATION


def test_that_nothing_of_the_record_before_can_be_pressed_while_another_is_read(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment", fields={"title": "The first one"}))
    second = desk.new("containment", fields={"title": "The second one"})
    page = shown.page
    page.show_record(second)
    assert not page.head.next.isVisible()
    assert not page.form.isVisible()
    shown.until(lambda: page.head.next.isVisible())
    assert "The second one" in page.accessibleName()
