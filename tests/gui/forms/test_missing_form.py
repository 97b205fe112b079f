"""Whatever a gate asks for can be filled in where one stands, and then the gate opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from incident_desk.domain.commands import ChangeFields, MoveToStep, RemoveItem
from incident_desk.domain.incident import Incident
from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.forms.missing_form import MissingForm
from incident_desk.gui.forms.rating_form import RatingForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from tests.factories import Desk


def opened(desk: Desk, incident: str, session: Session, theme: Theme, sheet: QWidget) -> MissingForm:
    shown = Incident(desk.record(incident))
    form = MissingForm(shown.missing, shown, session, theme, sheet)
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(form)
    sheet.activateWindow()
    return form


def fill(form: MissingForm, texts: dict[str, str]) -> None:
    """Types into the fields, whichever form they stand in."""
    for fields in form.findChildren(FieldForm):
        for key in texts.keys() & fields.cells.keys():
            widget = fields.cells[key].editor.widget
            if isinstance(widget, QComboBox):
                widget.setFocus()
                QTest.keyClick(widget, Qt.Key.Key_Down)
                while widget.currentText() != texts[key]:
                    QTest.keyClick(widget, Qt.Key.Key_Down)
                widget.activated.emit(widget.currentIndex())
            else:
                target = widget if isinstance(widget, QPlainTextEdit | QLineEdit) else widget.findChild(QLineEdit)
                assert target is not None
                QTest.keyClicks(target, texts[key])


def rate(form: MissingForm) -> None:
    """Puts both frames with the keys: actual in the middle, potential at the worst."""
    grid = form.findChildren(RatingForm)[0].matrix_view.grid
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_A, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_P):
        QTest.keyClick(grid, key)


FILLED = {
    "containment": {"extent_areas": "Ward 3", "what": "Pump out of use"},
    "prioritisation": {"workload": "6", "deferral": "Start now"},
    "reaction": {"cause": "Decimal point typed twice", "test_how": "Ran for an hour", "test_result": "Passed"},
}


@pytest.mark.parametrize(
    ("stage", "following"), [(step.key, Step(step + 1).key) for step in (Step(2), Step(3), Step(4))]
)
def test_that_what_was_filled_in_opens_the_gate(
    stage: str, following: str, desk: Desk, session: Session, theme: Theme, sheet: QWidget
) -> None:
    incident = desk.new(stage)
    form = opened(desk, incident, session, theme, sheet)
    assert form.commands() == []
    fill(form, FILLED[stage])
    if stage == "prioritisation":
        rate(form)
    desk.do(incident, *form.commands(), MoveToStep(following))
    assert Incident(desk.record(incident)).step is Step[following.upper()]


def test_that_the_priority_of_the_matrix_is_the_higher_of_both(
    desk: Desk, session: Session, theme: Theme, sheet: QWidget
) -> None:
    incident = desk.new("prioritisation")
    form = opened(desk, incident, session, theme, sheet)
    rate(form)
    desk.do(incident, *form.commands())
    values = desk.record(incident).values
    assert (values["actual_column"], values["potential_column"]) == ("2", "4")
    assert values["priority"] == Priority.HIGH


def test_that_no_measure_can_be_given_with_a_reason(desk: Desk, session: Session, theme: Theme, sheet: QWidget) -> None:
    incident = desk.new("containment")
    form = opened(desk, incident, session, theme, sheet)
    fill(form, {"no_measure_reason": "Nothing is at risk", "extent_staff": "Two people"})
    assert form.commands() == [ChangeFields({"no_measure_reason": "Nothing is at risk", "extent_staff": "Two people"})]
    desk.do(incident, *form.commands(), MoveToStep("prioritisation"))
    assert not desk.record(incident).of("measures")


def test_that_reason_and_date_are_asked_only_of_what_is_put_off(
    desk: Desk, session: Session, theme: Theme, sheet: QWidget
) -> None:
    form = opened(desk, desk.new("prioritisation"), session, theme, sheet)
    fields = next(each for each in form.findChildren(FieldForm) if "deferral" in each.cells)
    assert fields.cells["review_date"].isHidden()
    fill(form, {"deferral": "Put off until a review date"})
    assert not fields.cells["review_date"].isHidden()


def test_that_what_is_met_elsewhere_is_a_link(desk: Desk, session: Session, theme: Theme, sheet: QWidget) -> None:
    form = opened(desk, desk.new("ready"), session, theme, sheet)
    asked: list[str] = []
    form.link_requested.connect(asked.append)
    form.focus_first()
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert asked == ["signed_off"]


def test_that_the_first_missing_field_has_the_focus(desk: Desk, session: Session, theme: Theme, sheet: QWidget) -> None:
    incident = desk.new("prioritisation")
    desk.do(incident, RemoveItem(desk.record(incident).of("measures")[0].id))
    form = opened(desk, incident, session, theme, sheet)
    form.focus_first()
    QTest.keyClicks(sheet.focusWidget(), "Doors kept open")
    assert form.commands()[0].fields == {"what": "Doors kept open"}  # type: ignore[attr-defined]  # an AddItem
