"""Form rows: label, buddy, spoken name, and the states missing and wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.forms.field_grid import FieldGrid, Room
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField, ProseField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.gui.widgets.time_field import TimeField

HOSTILE = "<b>x</b> & R&D"


def words_of(row: QWidget) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible() and label.text()]


def test_that_the_label_is_the_buddy_and_the_name_of_the_field(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page)
    row = FormRow(HOSTILE, field, theme, page, help="Help", hint="Hint")
    page.show()
    label = next(label for label in row.findChildren(QLabel) if label.buddy() is field)
    assert label.text() == HOSTILE
    assert field.accessibleName() == HOSTILE
    assert "Hint" in field.accessibleDescription()
    assert "Help" in field.accessibleDescription()


def test_that_an_ampersand_in_a_label_makes_no_shortcut(theme: Theme, page: QWidget) -> None:
    row = FormRow(HOSTILE, LineField(theme, page), theme, page)
    page.show()
    assert HOSTILE in words_of(row)
    label = next(label for label in row.findChildren(QLabel) if label.buddy() is row.field)
    assert label.text() == HOSTILE


def test_that_missing_is_said_and_shown(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page, placeholder="such as 22B")
    row = FormRow("Lot", field, theme, page)
    page.show()
    row.set_missing(True)
    assert "needed to go on" in words_of(row)
    assert field.placeholderText() == "Not stated yet"
    assert field.property("state") == "missing"
    assert "needed to go on" in field.accessibleDescription()
    row.set_missing(False)
    assert field.placeholderText() == "such as 22B"
    assert field.property("state") == ""


def test_that_wrong_comes_before_missing_and_has_its_sentence(theme: Theme, page: QWidget) -> None:
    field = LineField(theme, page)
    row = FormRow("Discovered", field, theme, page)
    page.show()
    row.set_missing(True)
    row.set_wrong("Discovered is before Occurred. Check the two times.")
    assert "Discovered is before Occurred. Check the two times." in words_of(row)
    assert field.property("state") == "wrong"
    assert "Check the two times" in field.accessibleDescription()


@pytest.mark.parametrize("kind", [LineField, ProseField])
def test_that_what_a_field_refuses_is_said_below_it_until_the_next_key(
    kind: type[LineField] | type[ProseField], theme: Theme, page: QWidget
) -> None:
    field = kind(theme, page, limit=20)
    row = FormRow("Title", field, theme, page)
    page.show()
    QGuiApplication.clipboard().setText("x" * 21)
    field.paste()
    assert "21 characters" in row.wrong
    QTest.keyClicks(field, "a")
    assert row.wrong == ""


def test_that_every_part_of_a_composite_field_has_a_name(theme: Theme, page: QWidget) -> None:
    time = TimeField("Europe/Dublin", theme, page)
    FormRow("Occurred", time, theme, page)
    names = [edit.accessibleName() for edit in time.edits()]
    assert names == ["Occurred", "Occurred, latest", "Occurred, how exact"]


def test_that_a_picked_name_that_fits_nothing_is_wrong_in_the_row(
    theme: Theme, page: QWidget, qtbot: QtBot, opened: Callable[[QWidget], QWidget]
) -> None:
    pick = PickField([Pick("1", "Amina Yusuf")], theme, page)
    row = FormRow("Responsible", pick, theme, page)
    other = LineField(theme, page)
    opened(page)
    pick.setFocus()
    QTest.keyClicks(pick.edits()[0], "zzz")
    other.setFocus()
    qtbot.waitUntil(lambda: "not on the list" in row.wrong)
    assert pick.edits()[0].property("state") == "wrong"


def test_that_columns_count_in_letters_not_in_pixels(
    theme: Theme, qtbot: QtBot, opened: Callable[[QWidget], QWidget]
) -> None:
    grid = FieldGrid(theme, None)
    rows = [FormRow(f"Label {n}", LineField(theme, grid), theme, grid) for n in range(3)]
    for row in rows:
        grid.add(row, Room.USUAL)
    grid.resize(700, 600)
    opened(grid)
    assert len({row.y() for row in rows}) == 1
    theme.set_zoom(200)
    qtbot.waitUntil(lambda: len({row.y() for row in rows}) == 3)


def test_that_a_narrative_shows_all_its_lines_at_every_width(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    grid = FieldGrid(theme, page)
    field = ProseField(theme, grid, rows=3)
    grid.add(FormRow("What happened", field, theme, grid), Room.WHOLE)
    column = QVBoxLayout(page)
    column.addWidget(grid)
    column.addStretch(1)
    field.set_text("The pump ran at ten times the set rate and nobody heard the alarm. " * 6)
    page.resize(760, 600)
    page.show()
    bar = field.verticalScrollBar()
    for width in (760, 520, 640, 560):
        page.resize(width, 600)
        qtbot.waitUntil(lambda: field.height() == field.sizeHint().height() and bar.maximum() == 0)
