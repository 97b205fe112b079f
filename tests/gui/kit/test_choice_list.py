"""The list of a choice opens below its field and shows every row whole, whether or not the field has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField

Open = Callable[[QWidget], QWidget]


def rows_shown_whole(field: ChoiceField) -> int:
    view = field.view()
    boxes = [view.visualRect(field.model().index(row, 0)) for row in range(field.count())]
    return sum(box.top() >= 0 and box.bottom() < view.viewport().height() for box in boxes)


def a_field_with_the_keyboard(count: int, theme: Theme, page: QWidget, opened: Open) -> ChoiceField:
    field = ChoiceField([(str(number), f"Choice {number}") for number in range(count)], theme, page)
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addStretch(1)
    opened(page)
    field.setFocus()
    assert field.hasFocus()
    return field


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("count", [2, 4, 10])
def test_that_a_list_of_up_to_ten_choices_is_whole(
    zoom: int, count: int, theme: Theme, page: QWidget, opened: Open, qtbot: QtBot
) -> None:
    theme.set_zoom(zoom)
    field = a_field_with_the_keyboard(count, theme, page, opened)
    field.showPopup()
    qtbot.waitUntil(field.view().isVisible)
    assert rows_shown_whole(field) == count
    assert field.view().verticalScrollBar().maximum() == 0
    assert field.view().height() == field.view().window().height()  # no arrows above or below it
    field.hidePopup()


def test_that_a_list_opens_below_its_field_with_rows_as_roomy_as_elsewhere(
    theme: Theme, page: QWidget, opened: Open, qtbot: QtBot
) -> None:
    field = a_field_with_the_keyboard(4, theme, page, opened)
    field.set_code("3")
    field.showPopup()
    qtbot.waitUntil(field.view().isVisible)
    assert (
        field.view().mapToGlobal(field.view().rect().topLeft()).y() >= field.mapToGlobal(field.rect().bottomLeft()).y()
    )
    assert field.view().visualRect(field.model().index(0, 0)).height() >= theme.px(24)
    field.hidePopup()


def test_that_a_long_list_scrolls_after_ten_whole_rows(theme: Theme, page: QWidget, opened: Open, qtbot: QtBot) -> None:
    field = a_field_with_the_keyboard(25, theme, page, opened)
    field.showPopup()
    qtbot.waitUntil(field.view().isVisible)
    assert rows_shown_whole(field) == 10
    assert field.view().verticalScrollBar().maximum() > 0
    field.hidePopup()
