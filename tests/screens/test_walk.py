"""Each check of the walk finds a fault that was put there, and is silent where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # it brings no types

from tests.screens import papers, walk
from tests.screens.run import grouped


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, window: QWidget) -> QWidget:
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_that_a_field_without_a_name_is_found(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit(window)
    assert any("has no name" in each for each in walk.unnamed(shown(qtbot, window)))
    field.setAccessibleName("Place")
    assert list(walk.unnamed(window)) == []


def test_that_a_button_too_narrow_for_its_words_is_found(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Write the update to the ward", window)
    button.resize(40, 40)
    assert any("no tool tip" in each for each in walk.clipped(shown(qtbot, window)))
    button.adjustSize()
    assert list(walk.clipped(window)) == []


def test_that_what_reaches_over_an_edge_is_found(qtbot: QtBot, window: QWidget) -> None:
    label = QLabel("Journal", window)
    label.setGeometry(370, 10, 80, 20)
    assert any("reaches over the edge" in each for each in walk.cut_off(shown(qtbot, window)))
    label.move(10, 10)
    assert list(walk.cut_off(window)) == []


def test_that_parts_of_a_layout_on_each_other_are_found(qtbot: QtBot, window: QWidget) -> None:
    row = QHBoxLayout(window)
    one, other = QLabel("One", window), QLabel("Other", window)
    row.addWidget(one)
    row.addWidget(other)
    shown(qtbot, window)
    assert list(walk.overlapping(window)) == []
    other.move(one.pos())
    assert any("lies on" in each for each in walk.overlapping(window))


def test_that_a_window_that_cannot_be_small_is_found(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    wide = QLabel("Wide", window)
    column.addWidget(wide)
    shown(qtbot, window)
    assert list(walk.too_large(window, (400, 300))) == []
    wide.setMinimumSize(QSize(500, 20))
    assert any("a window of 400x300" in each for each in walk.too_large(window, (400, 300)))


@pytest.mark.parametrize(("ink", "pale"), [("#bbbbbb", True), ("#1b2326", False)])
def test_that_pale_words_are_found(qtbot: QtBot, window: QWidget, ink: str, pale: bool) -> None:
    label = QLabel("Nothing overdue", window)
    label.setStyleSheet(f"background: #ffffff; color: {ink}")
    label.setGeometry(10, 10, 200, 40)
    shown(qtbot, window)
    assert bool(list(walk.pale(window, window.grab().toImage()))) is pale


def test_that_a_letter_with_two_meanings_is_found(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    first, second = QPushButton("&Save", window), QPushButton("&Send", window)
    column.addWidget(first)
    column.addWidget(second)
    assert any(each.startswith("Alt+s") for each in walk.same_mnemonic(shown(qtbot, window)))
    second.setText("S&end")
    assert list(walk.same_mnemonic(window)) == []


def test_that_an_unseen_focus_is_found(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    plain, blind = QLineEdit(window), QWidget(window)
    blind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    blind.setAccessibleName("blind")
    for part in (plain, blind):
        part.setMinimumHeight(40)
        column.addWidget(part)
    shown(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = list(walk.focus_unseen(window))
    assert [each for each in found if "blind" in each] == found != []


def test_that_an_empty_page_without_a_word_is_found(qtbot: QtBot, window: QWidget) -> None:
    view = QListView(window)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert any("says nothing" in each for each in walk.without_instruction(shown(qtbot, window)))
    QLabel("No report is waiting. Reports from the wards come here.", window).show()
    assert list(walk.without_instruction(window)) == []


def test_that_words_on_each_other_and_outside_the_margins_of_a_paper_are_found(tmp_path: Path) -> None:
    for name, place in {"good": (100, 600), "over": (130, 702), "out": (5, 600)}.items():
        canvas = Canvas(str(tmp_path / f"{name}.pdf"))
        canvas.drawString(100, 700, "What happened")
        canvas.drawString(*place, "where it did")
        canvas.save()
    assert papers.look_over(tmp_path / "good.pdf", tmp_path) == []
    assert any("lies on" in each for each in papers.look_over(tmp_path / "over.pdf", tmp_path))
    assert any("outside the margins" in each for each in papers.look_over(tmp_path / "out.pdf", tmp_path))


def test_that_a_finding_in_many_scenes_is_told_once() -> None:
    found = ["board (a): it is pale", "board (b): it is pale", "inbox (a): it is pale"]
    assert grouped(found) == ["board: it is pale (a) and 1 more", "inbox: it is pale (a)"]
