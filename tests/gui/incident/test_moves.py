"""Leading a record through its steps from its own page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.decisions.holding import HELD
from incident_desk.domain.incident import Incident
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.forms.rating_form import RatingForm
from incident_desk.gui.incident.move_popover import MissingPopover, ReasonPopover
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def press_next(shown: OpenPage) -> None:
    shown.page.head.next.setFocus()
    QTest.keyClick(shown.page.head.next, Qt.Key.Key_Return)


def missing(shown: OpenPage) -> MissingPopover:
    shown.until(lambda: isinstance(shown.page.moves.popover, MissingPopover))
    popover = shown.page.moves.popover
    assert isinstance(popover, MissingPopover)
    return popover


def choose(shown: OpenPage, words: str) -> ReasonPopover:
    """Takes an entry of the menu; what opens asks why."""
    action = next(each for each in shown.page.head.menu().actions() if each.text() == words)
    action.trigger()
    popover = shown.page.moves.popover
    assert isinstance(popover, ReasonPopover)
    return popover


def menu(shown: OpenPage) -> list[str]:
    return [action.text() for action in shown.page.head.menu().actions()]


def step_of(shown: OpenPage) -> Step | None:
    return Incident(shown.stored).step


def test_that_a_closed_gate_asks_in_place_for_exactly_what_is_missing(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    assert shown.page.head.next.words == "On to Prioritisation →"
    press_next(shown)
    popover = missing(shown)
    assert popover.isVisible()
    assert popover.forms[0].needs == ("extent_stated", "measure_or_none_needed")
    focused = shown.window.window.focusWidget()
    assert isinstance(focused, QLineEdit), "the first missing field has the focus"
    QTest.keyClicks(focused, "Ward 3")
    QTest.keyClick(popover.go, Qt.Key.Key_Return)
    shown.settle()
    assert step_of(shown) is Step.CONTAINMENT
    assert "extent_areas" not in shown.values, "a move is written whole or not at all"
    measure = popover.forms[0].findChildren(FieldForm)[1].cells["what"].editor.widget
    QTest.keyClicks(measure, "Pump out of use")
    QTest.keyClick(popover.go, Qt.Key.Key_Return)
    shown.until(lambda: step_of(shown) is Step.PRIORITISATION)
    assert shown.values["extent_areas"] == "Ward 3"
    shown.until(lambda: shown.page.moves.popover is None)
    shown.until(lambda: shown.page.form.step is Step.PRIORITISATION)


def test_that_typed_fields_go_along_with_the_move(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, ChangeFields({"no_measure_reason": "Nothing is at risk"}))
    shown = open_incident(desk, incident)
    shown.write("extent_areas", "Ward 3")
    press_next(shown)
    shown.until(lambda: step_of(shown) is Step.PRIORITISATION)
    assert shown.values["extent_areas"] == "Ward 3"


def test_that_escape_leaves_everything_as_it_was(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    press_next(shown)
    missing(shown)
    QTest.keyClick(shown.window.window.focusWidget(), Qt.Key.Key_Escape)
    assert shown.page.moves.popover is None
    assert step_of(shown) is Step.CONTAINMENT


def test_that_a_manager_moves_anyway_with_a_reason(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    press_next(shown)
    popover = missing(shown)
    QTest.keyClick(popover.anyway, Qt.Key.Key_Return)
    QTest.keyClick(popover.anyway, Qt.Key.Key_Return)
    shown.settle()
    assert step_of(shown) is Step.CONTAINMENT, "not without a reason"
    QTest.keyClicks(popover.reason, "The fire brigade waits")
    QTest.keyClick(popover.anyway, Qt.Key.Key_Return)
    shown.until(lambda: step_of(shown) is Step.PRIORITISATION)
    entry = desk.register.queries.entries(shown.record)[-1]
    assert entry.data["reason"] == "The fire brigade waits"


def test_that_nobody_else_is_offered_to_move_anyway(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk.acting_as("Carl Coordinator"), incident)
    press_next(shown)
    assert missing(shown).anyway.isHidden()


def test_that_the_matrix_is_answered_in_the_gate(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("prioritisation"))
    press_next(shown)
    popover = missing(shown)
    grid = popover.findChildren(RatingForm)[0].matrix_view.grid
    assert shown.window.window.focusWidget() is grid
    for key in (Qt.Key.Key_A, Qt.Key.Key_Right, Qt.Key.Key_P):
        QTest.keyClick(grid, key)
    forms = [form for form in popover.findChildren(FieldForm) if form is not None]
    forms[0].cells["workload"].editor.widget.findChild(QLineEdit).setText("6")  # type: ignore[union-attr]  # has one
    forms[1].write("deferral", "start_now")
    QTest.keyClick(popover.go, Qt.Key.Key_Return)
    shown.until(lambda: step_of(shown) is Step.REACTION)
    assert shown.values["workload"] == 6


def test_that_a_record_goes_back_with_a_reason_to_the_step_of_choice(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("reaction"))
    popover = choose(shown, "Move back ...")
    popover.confirm.click()
    assert step_of(shown) is Step.REACTION, "not without a reason"
    assert popover.choice is not None
    popover.choice.set_code("containment")
    QTest.keyClicks(popover.reason, "A second pump")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(lambda: step_of(shown) is Step.CONTAINMENT)


def test_that_what_a_colleague_wrote_meanwhile_is_not_written_over(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk, incident)
    press_next(shown)
    popover = missing(shown)
    desk.acting_as("Maria Manager").do(incident, ChangeFields({"extent_areas": "Her wards"}))
    shown.until(
        lambda: (view := shown.page.presenter.view) is not None and view.values.get("extent_areas") == "Her wards"
    )
    focused = shown.window.window.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "My ward")
    QTest.keyClick(popover.go, Qt.Key.Key_Return)
    shown.settle()
    assert desk.record(incident).values["extent_areas"] == "Her wards"
    assert focused.text() == "My ward", "what was typed stays"
    assert shown.page.moves.popover is popover


def test_that_the_buttons_of_the_sheet_wrap_where_their_words_are_long(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    QTest.mouseClick(shown.page.head.next, Qt.MouseButton.LeftButton)
    popover = missing(shown)
    shown.until(popover.cancel.isVisible)
    for button in (popover.go, popover.anyway, popover.cancel):
        button.set_text("Weitergehen und bestätigen")
    room = popover._scroll.viewport().width()
    shown.until(lambda: popover.anyway.y() > popover.go.y())
    for button in (popover.go, popover.anyway, popover.cancel):
        assert button.mapTo(popover._inside, button.rect().bottomRight()).x() < room
    assert popover._inside.width() <= room


def test_that_a_refused_short_path_says_what_is_missing(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    popover = choose(shown, "Short path to Conclusion ...")
    QTest.keyClicks(popover.reason, "Solved at once")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert missing(shown).forms[0].needs == ("extent_stated", "measure_or_none_needed")


def test_that_a_void_record_is_said_to_be_void_and_can_be_taken_back(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    popover = choose(shown, "Mark as void ...")
    QTest.keyClicks(popover.reason, "A test")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(lambda: shown.page.standing.isVisible())
    assert "void" in shown.page.standing.sentence
    assert shown.page.head.next.isHidden()
    assert menu(shown) == ["Take back that it is void ...", "Put under legal hold ...", "Erase a person's data ..."]
    QTest.mouseClick(shown.page.standing.first, Qt.MouseButton.LeftButton)
    popover = shown.page.moves.popover  # type: ignore[assignment]  # it asks why
    QTest.keyClicks(popover.reason, "It happened after all")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(lambda: shown.values["status"] == Status.OPEN)
    shown.until(lambda: shown.page.standing.isHidden())


def test_that_a_manager_holds_a_record_and_lifts_the_hold_with_a_reason(
    desk: Desk, open_incident: OpenIncident
) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk, incident)
    popover = choose(shown, "Put under legal hold ...")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    assert HELD not in desk.record(incident).values
    QTest.keyClicks(popover.reason, "A claim is open")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(shown.page.kept.isVisible)
    assert "legal hold" in shown.page.kept.sentence
    assert "Put under legal hold ..." not in menu(shown)
    popover = choose(shown, "Lift the legal hold ...")
    QTest.keyClicks(popover.reason, "The claim was settled")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(shown.page.kept.isHidden)
    assert [each.kind for each in desk.register.queries.entries(incident)][-2:] == ["held", "hold_lifted"]
    coordinator = open_incident(desk.acting_as("Carl Coordinator"), incident)
    assert "Put under legal hold ..." not in menu(coordinator)


def test_that_a_report_is_accepted_from_its_page(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("inbox"))
    assert shown.page.head.next.words == "Accept the report"
    press_next(shown)
    shown.until(lambda: step_of(shown) is Step.IDENTIFICATION)
    assert shown.values["responsible"] == desk.person("Anna Berg")


def test_that_somebody_who_may_only_read_is_offered_nothing_to_do(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk.acting_as("Otto Auditor"), incident)
    assert shown.page.head.next.isHidden()
    assert shown.page.head.more.isHidden()
    assert shown.page.head.title.pencil.isHidden()
    assert not shown.list_part("measures").add.isVisible()
    QTest.keyClicks(shown.field("extent_areas"), "Ward 3")
    assert shown.page.saver.unsaved == {}


def test_that_any_step_can_be_looked_at_and_the_page_says_so(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("reaction"))
    assert shown.page.other_step.isHidden()
    shown.page.rail.step_requested.emit(Step.IDENTIFICATION)
    shown.until(shown.field("place_detail").isVisible)
    assert "Identification" in shown.page.other_step.sentence
    QTest.mouseClick(shown.page.other_step.first, Qt.MouseButton.LeftButton)
    assert shown.page.form.step is Step.REACTION
    assert shown.page.other_step.isHidden()


def test_that_a_section_of_the_rail_is_scrolled_to(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"), size=(1280, 500))
    bar = shown.page.form.verticalScrollBar()
    shown.until(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    shown.page.rail.section_requested.emit("communication")
    shown.until(lambda: bar.value() > 0)
