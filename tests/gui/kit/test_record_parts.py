"""Step rail, journal, matrix, marks: the parts of a record's page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.domain.values import micros
from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.paint.steps import StepState
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.marks import FuseRow, Initials, NumberBox, PriorityChip, Ring
from incident_desk.gui.widgets.matrix_grid import MatrixModel
from incident_desk.gui.widgets.matrix_view import MatrixView, Outcome
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.gui.widgets.step_rail import RailSection, RailStep, StepRail
from incident_desk.usecases.journal_lines import Change, JournalLine
from tests.gui.conftest import focused
from tests.gui.kit.widget_gallery import matrix

Open = Callable[[QWidget], QWidget]


def steps(now: Step, *sections: RailSection) -> list[RailStep]:
    def state(step: Step) -> StepState:
        return StepState.DONE if step < now else StepState.NOW if step == now else StepState.TO_COME

    return [RailStep(step, state(step), "note", sections=sections if step == now else ()) for step in Step]


def names(widget: QWidget) -> list[str]:
    return [button.accessibleName() for button in widget.findChildren(QAbstractButton) if button.isVisible()]


def test_that_the_rail_says_where_a_record_stands(theme: Theme, opened: Open) -> None:
    rail = StepRail(theme, None)
    rail.set_steps(steps(Step.CONTAINMENT, RailSection("extent", "Extent <b>", "1 missing", "high")))
    opened(rail)
    assert names(rail) == [
        "Step 1, Identification, done, note",
        "Step 2, Containment, the current step, note",
        "Extent <b>, 1 missing",
        "Step 3, Prioritisation, to come, note",
        "Step 4, Reaction, to come, note",
        "Step 5, Conclusion, to come, note",
    ]


def test_that_steps_and_sections_of_the_rail_can_be_reached_by_keys(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    rail = StepRail(theme, None)
    rail.set_steps(steps(Step.CONTAINMENT, RailSection("extent", "Extent")))
    opened(rail)
    heads = rail.findChildren(QAbstractButton)
    first = next(button for button in heads if button.accessibleName().startswith("Step 1"))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.step_requested) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == [Step.CONTAINMENT]
    with qtbot.waitSignal(rail.section_requested) as asked:
        QTest.keyClick(next(b for b in heads if b.accessibleName() == "Extent"), Qt.Key.Key_Space)
    assert asked.args == ["extent"]


def test_that_a_step_further_moves_the_sections(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    rail = StepRail(theme, None)
    rail.set_steps(steps(Step.CONTAINMENT, RailSection("extent", "Extent")))
    opened(rail)
    rail.set_steps(steps(Step.PRIORITISATION, RailSection("matrix", "Matrix")))
    qtbot.waitUntil(lambda: "Matrix" in names(rail))
    assert "Extent" not in names(rail)
    rail.grab()


def test_that_whoever_stands_on_a_section_of_the_rail_stays_there(theme: Theme, opened: Open) -> None:
    rail = StepRail(theme, None)
    rail.set_steps(steps(Step.CONTAINMENT, RailSection("extent", "Extent", "1 missing", "high")))
    opened(rail)
    row = next(button for button in rail.findChildren(QAbstractButton) if button.accessibleName().startswith("Extent"))
    row.setFocus()
    rail.set_steps(steps(Step.CONTAINMENT, RailSection("extent", "Extent", "answered")))
    QApplication.sendPostedEvents()
    assert focused() is row
    assert row.accessibleName() == "Extent, answered"


def line(position: int, what: str = "wrote", *changes: Change, reason: str = "", day: int = 12) -> JournalLine:
    moment = micros(datetime(2026, 11, day, 8, position, tzinfo=UTC))
    return JournalLine(position, moment, "Amina Yusuf", what, changes, reason, "op", "fields_changed")


@pytest.fixture
def journal(theme: Theme, opened: Open) -> JournalView:
    view = JournalView(theme, None)
    view.resize(360, 500)
    view.set_lines([line(1, day=11), line(2, "<b>x</b> & y", Change("Place", "Ward 3", "Ward 4", False))], "UTC")
    opened(view)
    return view


def test_that_the_journal_is_newest_first_and_literal(journal: JournalView) -> None:
    texts = [str(journal.model.index(row, 0).data()) for row in range(2)]
    assert texts[0] == "08:02, Amina Yusuf <b>x</b> & y. Place: from Ward 3 to Ward 4."
    assert texts[1] == "08:01, Amina Yusuf wrote."
    spoken = journal.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == texts[0]


def test_that_the_journal_model_keeps_the_rules_of_models(journal: JournalView) -> None:
    tester = QAbstractItemModelTester(journal.model, QAbstractItemModelTester.FailureReportingMode.Fatal, journal)
    journal.set_lines([line(1, day=11), line(2), line(3)], "UTC")
    journal.set_lines([line(1, day=11), line(2), line(3), line(4, reason="Because")], "UTC")
    journal.set_lines([], "UTC")
    assert tester.model() is journal.model


def test_that_a_new_entry_leaves_the_selection_where_it_was(journal: JournalView) -> None:
    journal.list.setCurrentIndex(journal.model.index(1, 0))
    before = [line(1, day=11), line(2, "<b>x</b> & y", Change("Place", "Ward 3", "Ward 4", False))]
    journal.set_lines([*before, line(3)], "UTC")
    assert journal.model.rowCount() == 3
    assert journal.list.currentIndex().row() == 2


def test_that_entries_can_be_copied(journal: JournalView, qtbot: QtBot) -> None:
    journal.list.setFocus()
    journal.list.selectAll()
    qtbot.keySequence(journal.list, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().splitlines() == [
        "08:02, Amina Yusuf <b>x</b> & y. Place: from Ward 3 to Ward 4.",
        "08:01, Amina Yusuf wrote.",
    ]


def test_that_entries_are_as_high_as_their_words(journal: JournalView, qtbot: QtBot) -> None:
    journal.set_lines([line(1, "word " * 60)], "UTC")
    wide = journal.list.sizeHintForRow(0)
    journal.resize(220, 500)
    qtbot.waitUntil(lambda: journal.list.sizeHintForRow(0) > wide)


def test_that_the_lowest_line_states_the_chain(journal: JournalView) -> None:
    from incident_desk.gui.widgets.notes import Note

    def said() -> list[str]:
        return [note.text() for note in journal.findChildren(Note) if note.isVisible()]

    journal.set_chain("Entry 2, chain unbroken since the first report", unbroken=True)
    assert said() == ["Entry 2, chain unbroken since the first report"]
    journal.set_chain("Entry 1 does not fit to entry 2", unbroken=False)
    assert said() == ["Entry 1 does not fit to entry 2"]


@pytest.fixture
def view(theme: Theme, opened: Open) -> MatrixView:
    made = MatrixView(matrix(), theme, None)
    made.resize(made.sizeHint())
    opened(made)
    made.setFocus()
    return made


def spoken(view: MatrixView) -> list[str]:
    model = view.grid.model()
    cells = [model.index(row, column) for row in range(5) for column in range(5)]
    return [str(cell.data(Qt.ItemDataRole.AccessibleTextRole)) for cell in cells]


def test_that_the_matrix_is_worked_by_keys(view: MatrixView) -> None:
    told: list[tuple[object, str, str]] = []
    view.placed.connect(lambda outcome, row, column: told.append((outcome, row, column)))
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    QTest.keyClick(view.grid, Qt.Key.Key_Up)
    QTest.keyClick(view.grid, Qt.Key.Key_P)
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)  # goes on with what was put last
    assert told == [(Outcome.ACTUAL, "2", "1"), (Outcome.POTENTIAL, "3", "1"), (Outcome.POTENTIAL, "3", "2")]
    assert "Possible, Minor: 6, Medium, actual" in spoken(view)
    assert "Likely, Moderate: 12, High, potential" in spoken(view)
    assert sum("potential" in words for words in spoken(view)) == 1


def test_that_a_click_puts_the_frame_that_is_being_placed(view: MatrixView, qtbot: QtBot) -> None:
    view.set_placing(Outcome.POTENTIAL)
    place = view.grid.visualRect(view.grid.model().index(0, 4)).center()
    with qtbot.waitSignal(view.placed) as told:
        QTest.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [Outcome.POTENTIAL, "4", "4"]


def test_that_both_frames_can_stand_in_one_cell_and_be_taken_away(view: MatrixView) -> None:
    view.set_outcome(Outcome.ACTUAL, "2", "2")
    view.set_outcome(Outcome.POTENTIAL, "2", "2")
    view.grab()
    assert "Possible, Moderate: 9, High, actual, potential" in spoken(view)
    view.set_outcome(Outcome.ACTUAL, None, None)
    assert not any("actual" in words for words in spoken(view))


def test_that_the_matrix_shows_all_its_cells_at_every_size(view: MatrixView, theme: Theme) -> None:
    theme.set_zoom(200)
    view.resize(view.minimumSizeHint())
    last = view.grid.visualRect(view.grid.model().index(4, 4))
    assert view.grid.viewport().rect().contains(last)
    assert view.rect().contains(view.grid.geometry())


def test_that_the_matrix_model_keeps_the_rules_of_models(qapp: QApplication) -> None:
    model = MatrixModel(matrix(), qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert model.headerData(0, Qt.Orientation.Vertical) == "Almost certain"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Catastrophic"
    model.deleteLater()


def test_that_marks_say_what_they_show(theme: Theme) -> None:
    page = QWidget()
    ring = Ring("Device authority", theme, page)
    ring.set_time("1 d 21 h", 0.9, Haste.IN_HAND)
    fuse = FuseRow("Insurer", theme, page)
    fuse.set_time("sent 09:55", 1.0, Haste.DONE)
    parts = {
        PriorityChip(Priority.CRITICAL, theme, page): "priority Critical",
        NumberBox("WARD3-2026-0042", theme, page): "number WARD3-2026-0042",
        Initials("Amina Yusuf", theme, page, own=True): "responsible: Amina Yusuf, that is you",
        ring: "Device authority: 1 d 21 h",
        fuse: "Insurer: sent 09:55",
    }
    for part, words in parts.items():
        assert part.accessibleName() == words


def test_that_a_number_can_be_copied(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    number = NumberBox("WARD3-2026-0042", theme, None)
    opened(number)
    QTest.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.keySequence(number, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "WARD3-2026-0042"


def test_that_an_empty_place_offers_its_one_action(theme: Theme, opened: Open, qtbot: QtBot) -> None:
    empty = EmptyState("No measure yet.", theme, None, action="Add a measure")
    opened(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.action_requested):
        QTest.keyClick(empty.button, Qt.Key.Key_Return)
