"""Tab in reading order, however deep the layouts; and Qt's items are never held."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QPushButton, QVBoxLayout, QWidget

from incident_desk.gui.incident.tab_order import set_tab_order
from incident_desk.gui.widgets.dressing import end_loosely


def made(page: QWidget) -> list[QPushButton]:
    """Six buttons, put into a column with a row in its midst against the order they were made in."""
    buttons = [QPushButton(str(number), page) for number in range(6)]
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addWidget(buttons[5])
    row.addWidget(buttons[4])
    row.addStretch(1)
    row.addWidget(buttons[3])
    column.addLayout(row)
    for button in buttons[:3]:
        column.addWidget(button)
    return [buttons[number] for number in (5, 4, 3, 0, 1, 2)]


def test_that_tab_goes_as_the_layouts_read(page: QWidget) -> None:
    read = made(page)
    set_tab_order([page])
    chain: list[QWidget] = [read[0]]
    while (following := chain[-1].nextInFocusChain()) is not read[0]:
        assert following is not None
        chain.append(following)
    assert [stop for stop in chain if stop in read] == read


def test_that_no_item_of_a_layout_is_held_by_python(page: QWidget) -> None:
    made(page)
    before = items()
    set_tab_order([page])
    assert items() == before


def test_that_room_left_over_goes_below_and_asks_nothing_of_python(page: QWidget) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QPushButton("a", page))
    liked = column.sizeHint()
    end_loosely(column)
    assert column.sizeHint() == liked
    page.resize(200, 300)
    page.show()
    button = page.findChild(QPushButton)
    assert button is not None
    assert button.geometry().top() == 0
    assert button.height() < 100
    assert not any(shiboken6.createdByPython(item) for item in items())


def items() -> list[QLayoutItem]:
    return [each for each in shiboken6.getAllValidWrappers() if isinstance(each, QLayoutItem)
            and not isinstance(each, QVBoxLayout | QHBoxLayout)]  # fmt: skip
