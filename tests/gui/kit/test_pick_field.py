"""Type to choose: three letters suffice, the list is in the page, nothing is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.pick_field import Pick, PickField, matching
from incident_desk.support.words import folded

Open = Callable[[QWidget], QWidget]
PEOPLE = (
    Pick("1", "Amina Yusuf", "quality nurse"),
    Pick("2", "Tomás Keane", "medical devices"),
    Pick("3", "Thomas Keller", "Ward 5"),
    Pick("4", "Keane Tomlin", "Ward 3"),
    Pick("5", "<b>Bold</b> & Co", "R&D"),
)


@pytest.fixture
def field(theme: Theme, page: QWidget, opened: Open) -> PickField:
    page.resize(400, 400)
    made = PickField(PEOPLE, theme, page)
    made.take_label("Responsible")
    LineField(theme, page).move(0, 300)
    opened(page)
    made.setFocus()
    return made


def line(field: PickField) -> LineField:
    made = field.edits()[0]
    assert isinstance(made, LineField)
    return made


def choices(field: PickField) -> QListView:
    view = field.window().findChild(QListView)
    assert view is not None
    return view


def is_open(field: PickField) -> bool:
    """Asked anew each time: a key between two questions changes the answer."""
    return field.list_open


def rows(field: PickField) -> list[str]:
    model = choices(field).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_three_letters_and_enter_suffice(field: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(line(field), "yus")
    with qtbot.waitSignal(field.id_chosen) as told:
        QTest.keyClick(line(field), Qt.Key.Key_Return)
    assert told.args == ["1"]
    assert line(field).text() == "Amina Yusuf"
    assert not field.list_open


def test_that_accents_capitals_and_details_find(field: PickField) -> None:
    QTest.keyClicks(line(field), "TOMAS")
    assert rows(field) == ["Tomás Keane"]
    line(field).selectAll()
    QTest.keyClicks(line(field), "ward 3")
    assert rows(field) == ["Keane Tomlin"]


def test_that_names_beginning_with_the_text_come_first() -> None:
    keyed = [(folded(f"{pick.text} {pick.detail}"), pick) for pick in PEOPLE]
    assert [pick.text for pick in matching(keyed, "kea")] == ["Keane Tomlin", "Tomás Keane"]
    assert [pick.text for pick in matching(keyed, "kea tom")] == ["Tomás Keane", "Keane Tomlin"]


def test_that_arrow_keys_walk_and_escape_closes_only_the_list(field: PickField) -> None:
    QTest.keyClicks(line(field), "ke")
    assert is_open(field)
    QTest.keyClick(line(field), Qt.Key.Key_Down)
    QTest.keyClick(line(field), Qt.Key.Key_Escape)
    assert not is_open(field)
    assert field.chosen() is None
    QTest.keyClick(line(field), Qt.Key.Key_Down)
    assert is_open(field)
    QTest.keyClick(line(field), Qt.Key.Key_Up)
    QTest.keyClick(line(field), Qt.Key.Key_Return)
    assert field.chosen() == "3"


def test_that_down_in_an_empty_field_shows_everybody(field: PickField) -> None:
    QTest.keyClick(line(field), Qt.Key.Key_Down)
    assert len(rows(field)) == len(PEOPLE)


def test_that_leaving_takes_the_only_hit_but_never_guesses(field: PickField) -> None:
    QTest.keyClicks(line(field), "amina")
    QTest.keyClick(line(field), Qt.Key.Key_Tab)
    assert field.chosen() == "1"
    field.set_chosen(None)
    field.setFocus()
    QTest.keyClicks(line(field), "ke")
    QTest.keyClick(line(field), Qt.Key.Key_Tab)
    assert field.chosen() is None
    assert line(field).text() == "ke"
    assert "not on the list" in field.problem()


def test_that_emptying_says_nobody(field: PickField, qtbot: QtBot) -> None:
    field.set_chosen("2")
    with qtbot.waitSignal(field.id_chosen) as told:
        line(field).selectAll()
        QTest.keyClick(line(field), Qt.Key.Key_Delete)
    assert told.args == [None]
    assert field.problem() == ""


def test_that_a_click_in_the_list_takes_the_row(field: PickField) -> None:
    QTest.keyClicks(line(field), "ke")
    view = choices(field)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.chosen() is not None
    assert QApplication.focusWidget() is line(field)


def test_that_markup_in_a_name_is_literal(field: PickField) -> None:
    QTest.keyClicks(line(field), "<b>")
    assert rows(field) == ["<b>Bold</b> & Co"]
    QTest.keyClick(line(field), Qt.Key.Key_Return)
    assert line(field).text() == "<b>Bold</b> & Co"


def test_that_somebody_no_longer_offered_stays_readable(field: PickField) -> None:
    field.set_chosen("gone", "Old Name")
    assert field.chosen() == "gone"
    assert line(field).text() == "Old Name"


def test_that_rows_have_words_for_a_screen_reader(field: PickField) -> None:
    QTest.keyClicks(line(field), "yus")
    view = choices(field)
    assert view.accessibleName() == "Responsible, choices"
    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Amina Yusuf, quality nurse"


def test_that_a_press_on_the_empty_field_shows_everybody_and_moves_nothing(field: PickField) -> None:
    before = field.sizeHint()
    QTest.mouseClick(line(field), Qt.MouseButton.LeftButton)
    assert field.list_open
    assert len(rows(field)) == len(PEOPLE)
    assert field.sizeHint() == before
    QTest.keyClick(line(field), Qt.Key.Key_Tab)
    assert field.chosen() is None
    assert not field.list_open


def test_that_a_press_on_a_chosen_name_leaves_the_list_closed(field: PickField) -> None:
    field.set_chosen("2")
    QTest.mouseClick(line(field), Qt.MouseButton.LeftButton)
    assert not field.list_open


def test_that_the_chevron_shows_everybody_and_what_is_chosen(field: PickField) -> None:
    field.set_chosen("2")
    chevron = line(field).findChild(QAbstractButton)
    assert chevron is not None
    assert chevron.isVisible()
    assert chevron.accessibleName() == "Show the list"
    QTest.mouseClick(chevron, Qt.MouseButton.LeftButton)
    assert len(rows(field)) == len(PEOPLE)
    assert choices(field).currentIndex().data() == "Tomás Keane"
    QTest.mouseClick(chevron, Qt.MouseButton.LeftButton)
    assert not field.list_open
    assert field.chosen() == "2"


def test_that_a_text_that_fits_nothing_shows_one_line_that_says_so(field: PickField, qtbot: QtBot) -> None:
    QTest.keyClicks(line(field), "drug error")
    told_row = choices(field).model().index(0, 0)
    assert rows(field) == [""], "nothing that could be chosen"
    assert "No entry of the list fits." in str(told_row.data(Qt.ItemDataRole.AccessibleTextRole))
    QTest.keyClick(line(field), Qt.Key.Key_Down)
    QTest.mouseClick(
        choices(field).viewport(), Qt.MouseButton.LeftButton, pos=choices(field).visualRect(told_row).center()
    )
    assert not choices(field).currentIndex().isValid()
    with qtbot.waitSignal(field.problem_found) as told:
        QTest.keyClick(line(field), Qt.Key.Key_Return)
    assert "Choose one of the list" in told.args[0]
    assert field.chosen() is None
    QTest.keyClick(line(field), Qt.Key.Key_Tab)
    assert not is_open(field)
    assert line(field).text() == "drug error"
    field.setFocus()
    assert is_open(field)


def test_that_letters_taken_away_again_show_what_fits(field: PickField) -> None:
    QTest.keyClicks(line(field), "yusx")
    QTest.keyClick(line(field), Qt.Key.Key_Backspace)
    assert rows(field) == ["Amina Yusuf"]
    QTest.keyClick(line(field), Qt.Key.Key_Return)
    assert field.chosen() == "1"


def test_that_the_list_lies_over_what_stands_below_and_stays_in_the_window(field: PickField, qtbot: QtBot) -> None:
    QTest.mouseClick(line(field), Qt.MouseButton.LeftButton)
    window = field.window()
    sheet = choices(field).parentWidget()
    assert sheet is not None
    assert window.rect().contains(sheet.geometry())
    field.move(0, 340)
    qtbot.wait(10)
    assert window.rect().contains(sheet.geometry())
    assert sheet.geometry().bottom() <= 341


def test_that_a_field_one_may_only_read_shows_no_list(field: PickField) -> None:
    line(field).setReadOnly(True)
    QTest.mouseClick(line(field), Qt.MouseButton.LeftButton)
    assert not field.list_open


def test_that_a_long_name_is_read_from_its_beginning(theme: Theme, page: QWidget, opened: Open) -> None:
    made = PickField([Pick("1", "Ward 3, internal medicine, Patient rooms")], theme, page)
    made.resize(160, 32)
    made.set_chosen("1")
    opened(page)
    assert line(made).cursorPosition() == 0
