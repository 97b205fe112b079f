"""Every kind of field has an editor that gives back what it was shown, and what `normalise` takes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.errors import Refused
from incident_desk.domain.text import Text
from incident_desk.domain.values import StatedTime, normalise
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.forms.chosen_editors import TickBoxes
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.editors import make_editor
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from tests.factories import PACK, Desk
from tests.hostile import TEXTS

ZONE = "Europe/Berlin"


def declared(key: str) -> Field:
    found = PACK.field(key)
    assert found is not None
    return found


def time_of(text: str, precision: str = "exact") -> dict[str, Any]:
    return normalise(declared("occurred"), {"at": text, "precision": precision}, ZONE)  # type: ignore[no-any-return]


PLAIN_VALUES: list[tuple[str, Any]] = [
    ("device.serial", "88-10442"),
    ("device.story", "two\n\nlines, with a no-break\u00a0blank"),
    ("device.recalled", True),
    ("device.recalled", False),
    ("device.alarms", ["visual", "sound"]),
    ("device.mode", "manual"),
    ("device.checked", "2026-11-12"),
    ("device.started", time_of("2026-11-12T08:31")),
    ("device.started", time_of("2026-11-12T08:31:07.123456", "about")),
    ("device.started", normalise(declared("occurred"), "2026-11-12", ZONE)),
    ("device.started", {"earliest": "2026-11-12T07:00:00Z", "latest": "2026-11-12T09:30:00Z",
                        "precision": "between", "zone": "America/New_York"}),
    ("device.started", StatedTime.unknown(ZONE).to_json()),
    ("device.hours", 4),
    ("device.hours", 2.5),
    ("device.hours", -1_000_000_000),
    ("category", "medication"),
    ("subcategory", "device.pump"),
]  # fmt: skip


def made(key: str, session: Session, theme: Theme, sheet: QWidget) -> FieldEditor:
    editor = make_editor(declared(key), session, theme, sheet)
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(editor.widget)
    return editor


def line_of(editor: FieldEditor) -> QLineEdit:
    found = editor.widget if isinstance(editor.widget, QLineEdit) else editor.widget.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(("key", "plain"), PLAIN_VALUES)
def test_that_a_shown_value_comes_back_unchanged(
    key: str, plain: Any, session: Session, theme: Theme, sheet: QWidget
) -> None:
    editor = made(key, session, theme, sheet)
    told: list[bool] = []
    editor.edited.connect(lambda: told.append(True))
    assert editor.value() is None
    editor.set_value(plain)
    assert normalise(editor.field, editor.value(), ZONE) == plain
    editor.set_value(None)
    assert editor.value() is None
    assert told == [], "showing is not editing"


def test_that_people_and_places_are_found_by_typing(desk: Desk, session: Session, theme: Theme, sheet: QWidget) -> None:
    responsible, place = made("responsible", session, theme, sheet), made("place", session, theme, sheet)
    QTest.keyClicks(line_of(responsible), "car")
    QTest.keyClick(line_of(responsible), Qt.Key.Key_Return)
    assert responsible.value() == desk.person("Carl Coordinator")
    QTest.keyClicks(line_of(place), "room")
    QTest.keyClick(line_of(place), Qt.Key.Key_Return)
    assert session.names.places[place.value()].name == "Room 312"


@pytest.mark.parametrize(("typed", "number"), [("4", 4), ("-3", -3), ("2.5", 2.5), ("2,5", 2.5), (" 7 ", 7)])
def test_that_a_number_is_read_as_people_write_it(
    typed: str, number: float, session: Session, theme: Theme, sheet: QWidget
) -> None:
    editor = made("workload", session, theme, sheet)
    QTest.keyClicks(line_of(editor), typed)
    assert editor.value() == number
    assert type(editor.value()) is type(number)


@pytest.mark.parametrize("typed", ["1.000", "1,000", "four", "4 h", "1e5", "--", "٤٤٤.٤٤٤"])
def test_that_a_number_two_people_would_read_differently_is_asked_again(
    typed: str, session: Session, theme: Theme, sheet: QWidget
) -> None:
    editor = made("workload", session, theme, sheet)
    said: list[str] = []
    editor.widget.problem_found.connect(said.append)  # type: ignore[attr-defined]  # a composite field has it
    line_of(editor).setText(typed)
    line_of(editor).editingFinished.emit()
    assert said[-1]
    with pytest.raises(Refused):
        normalise(editor.field, editor.value(), ZONE)


@pytest.mark.parametrize(("key", "typed"), [("occurred", "half past"), ("review_date", "14:30"), ("place", "Moon")])
def test_that_what_is_not_understood_stands_as_it_was_typed(
    key: str, typed: str, session: Session, theme: Theme, sheet: QWidget
) -> None:
    """It must not count as emptied: the refusal names it and the text stays."""
    editor = made(key, session, theme, sheet)
    told: list[bool] = []
    editor.edited.connect(lambda: told.append(True))
    QTest.keyClicks(line_of(editor), typed)
    assert editor.value() == typed
    assert told


def test_that_yes_and_no_exclude_each_other_and_can_both_be_taken_back(
    session: Session, theme: Theme, sheet: QWidget
) -> None:
    editor = made("solved_by_measure", session, theme, sheet)
    boxes = editor.widget
    assert isinstance(boxes, TickBoxes)
    yes, no = boxes.edits()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert editor.value() is True
    QTest.keyClick(no, Qt.Key.Key_Space)
    assert editor.value() is False
    QTest.keyClick(no, Qt.Key.Key_Space)
    assert editor.value() is None


def test_that_a_retired_option_is_read_but_not_offered(session: Session, theme: Theme, sheet: QWidget) -> None:
    old = Option("fax", Text("By fax", "Per Fax"), retired=True)
    field = Field("x", FieldKind.CHOICES, Text("How"), Step.REACTION, "", options=(Option("a", Text("A")), old))
    editor = make_editor(field, session, theme, sheet)
    assert isinstance(editor.widget, TickBoxes)
    assert not editor.widget.has("fax")
    editor.set_value(["fax"])
    assert editor.value() == ["fax"]


def test_that_a_subcategory_belongs_to_the_chosen_category(session: Session, theme: Theme, sheet: QWidget) -> None:
    editor = made("subcategory", session, theme, sheet)
    editor.set_value("device.pump")
    editor.set_chosen_category("medication")
    assert editor.value() is None
    QTest.keyClicks(line_of(editor), "pump")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    assert editor.value() == "pump", "not offered any more, so it stays what was typed"


# Qt drops a byte order mark at the start; a form that nobody touched changes nothing all the same (test_field_form).
def without_warnings(text: str) -> bool:
    """Qt says of each fallback font of Indic scripts that it lacks something, and shows the text all the same."""
    return not any("\u0900" <= ch <= "\u097f" for ch in text)


SHOWN = [each for each in TEXTS if len(each) <= 500 and each.strip() and not each.startswith("\ufeff")]


def test_that_hostile_text_stays_as_it_came(session: Session, theme: Theme, sheet: QWidget) -> None:
    prose = made("what_happened", session, theme, sheet)
    for text in filter(without_warnings, SHOWN):
        prose.set_value(text)
        assert prose.value() == text.replace("\u2028", "\n").replace("\u2029", "\n")
