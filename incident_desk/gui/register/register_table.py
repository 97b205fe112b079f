"""The table itself: rows of one height, chosen by mouse and keys, as ranges, however many they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import tick_size
from incident_desk.gui.register.register_delegate import PADDING, RegisterDelegate
from incident_desk.gui.register.register_header import RegisterHeader
from incident_desk.gui.register.register_model import TICKS, RegisterModel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import ENTER

COMPACT, COMFORTABLE = 28, 36  # pixels of the design
_TOLD = 500  # rows
Rows = Sequence[tuple[int, int]]
"""Ranges of rows, first and last."""
_Flag = QItemSelectionModel.SelectionFlag
_ONLY = _Flag.ClearAndSelect | _Flag.Rows
_TOGGLE = _Flag.Toggle | _Flag.Rows


class Width(NamedTuple):
    """Of a column, in pixels of the design: what it likes, and what it can bear. `chosen`: a person made it so."""

    wanted: float
    least: float
    chosen: bool = False


class RegisterTable(QTableView):
    """Signals: `current_changed` row; `chosen_changed`; `opened` row; `menu_requested` point of the screen;
    `copy_requested`; `peek_requested`; `left` on Escape; `widths_changed` after a person made a column wider.
    """

    current_changed = Signal(int)
    chosen_changed = Signal()
    opened = Signal(int)
    menu_requested = Signal(QPoint)
    copy_requested = Signal()
    peek_requested = Signal()
    left = Signal()
    widths_changed = Signal()

    def __init__(self, model: RegisterModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._rows_model = theme, model
        self._high, self._anchor, self._fitting = COMPACT, 0, False
        self.ticked = False  # whether the last choice was made by a box
        self._wanted: list[Width] = []
        self._spare = -1
        self.head = RegisterHeader(theme, self)
        self.drawing = RegisterDelegate(model, theme, self)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self.drawing)
        self.drawing.watch(self.selectionModel())
        self.selectionModel().currentRowChanged.connect(lambda new, _: self.current_changed.emit(new.row()))
        self.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())
        self.head.sectionResized.connect(self._on_resized)
        self.head.left.connect(self.setFocus)
        self.head.reached.connect(self.show_column)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _dress(self) -> None:
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("Records"))

    # --- height and widths ---

    def set_density(self, high: int) -> None:
        self._high = high
        self._on_theme_changed()

    def set_widths(self, widths: Sequence[Width], spare: int) -> None:
        """One for each column behind the boxes; that at `spare` takes what room is left."""
        self._wanted, self._spare = list(widths), spare
        self._fit()

    def widths(self) -> list[Width]:
        """As they are wanted, in the order of the model."""
        return list(self._wanted)

    def show_column(self, section: int) -> None:
        """Scrolls sideways until its head can be seen."""
        start, size = self.head.sectionPosition(section), self.head.sectionSize(section)
        bar, room = self.horizontalScrollBar(), self.viewport().width()
        if start < bar.value():
            bar.setValue(start)
        elif start + size > bar.value() + room:
            bar.setValue(min(start, start + size - room))

    def _fit(self) -> None:
        if self.head.count() != len(self._wanted) + 1:
            self._tell_widths()
            return
        px = self._theme.px
        boxes = tick_size(self._theme) + 2 * px(PADDING)
        widths = [boxes, *_shared(self._wanted, (self.viewport().width() - boxes) / self._theme.scale, px)]
        left = self.viewport().width() - sum(widths)
        if left > 0 and 0 <= self._spare < len(self._wanted):
            widths[self._spare + 1] += left
        self._fitting = True
        for section, width in enumerate(widths):
            self.head.resizeSection(section, width)
        self._fitting = False
        self._tell_widths()

    def _tell_widths(self) -> None:
        widths = tuple(self.head.sectionSize(section) for section in range(self.head.count()))
        self.drawing.show_widths(widths, self._theme.px(self._high))
        self.viewport().update()

    def _on_resized(self, section: int, old: int, new: int) -> None:
        if self._fitting or section == TICKS or section > len(self._wanted):
            return
        wanted = new / self._theme.scale
        self._wanted[section - 1] = Width(wanted, wanted, chosen=True)
        self._tell_widths()
        self.widths_changed.emit()

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theme.px(self._high))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._high))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- what is chosen ---

    def chosen(self) -> list[tuple[int, int]]:
        """The chosen rows as ranges in their order, not one by one."""
        return sorted(_ranges(self.selectionModel().selection()))

    def chosen_count(self) -> int:
        return _row_count(self.selectionModel().selection())

    def meant(self) -> list[tuple[int, int]]:
        """The chosen rows; where none is, the current one."""
        row = self.current_row()
        return self.chosen() or ([(row, row)] if row >= 0 else [])

    def current_row(self) -> int:
        """-1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Makes a row the current and only one."""
        self.ticked = False
        self._anchor = row
        self.selectionModel().setCurrentIndex(self._rows_model.index(row, 1), _ONLY)

    def choose_all(self) -> None:
        self.ticked = True
        self._choose(0, self._rows_model.rowCount() - 1, _ONLY)

    def choose_again(self, chosen: Rows, current: int, top: int) -> None:
        """What was chosen, current and on top before the same rows were put in anew."""
        model, selection = self._rows_model, QItemSelection()
        for first, last in chosen:
            selection.select(model.index(first, 0), model.index(last, model.columnCount() - 1))
        self.selectionModel().setCurrentIndex(model.index(current, 1), _Flag.NoUpdate)
        self.selectionModel().select(selection, _ONLY)
        self.verticalScrollBar().setValue(top)

    def clear_choice(self) -> None:
        self.ticked = False
        self.selectionModel().clearSelection()

    def _choose(self, first: int, last: int, how: QItemSelectionModel.SelectionFlag) -> None:
        model = self._rows_model
        if last >= first:
            across = model.columnCount() - 1
            self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, across)), how)

    def selectAll(self) -> None:
        self.choose_all()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """For a screen reader Qt would put every cell of them into a list, of a million rows as well."""
        if _row_count(selected) + _row_count(deselected) <= _TOLD:
            super().selectionChanged(selected, deselected)

    def _on_chosen(self) -> None:
        self.viewport().update()
        self.chosen_changed.emit()

    # --- mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICKS and event.button() is Qt.MouseButton.LeftButton:
            self._tick(index.row(), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        self.ticked = bool(event.modifiers())
        super().mousePressEvent(event)
        self._anchor = max(0, self.current_row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand that slips while it presses chooses nothing more."""

    def _tick(self, row: int, *, extend: bool = False) -> None:
        self.ticked = True
        if extend:
            self._choose(min(self._anchor, row), max(self._anchor, row), _Flag.Select | _Flag.Rows)
        else:
            self._choose(row, row, _TOGGLE)
            self._anchor = row
        self.selectionModel().setCurrentIndex(self._rows_model.index(row, 1), _Flag.NoUpdate)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != TICKS:
            self.opened.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current_row()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if row >= 0:
                corner = QPoint(self._theme.px(40), self.rowViewportPosition(row) + self._theme.px(self._high))
                self.menu_requested.emit(self.viewport().mapToGlobal(corner))
        elif self.indexAt(event.pos()).isValid():
            self.menu_requested.emit(event.globalPos())

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        row, last = self.current_row(), self._rows_model.rowCount() - 1
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        page = max(1, self.viewport().height() // self._theme.px(self._high) - 1)
        moves = {
            Qt.Key.Key_Up: row - 1, Qt.Key.Key_Down: row + 1, Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_PageDown: row + page, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif key in moves and last >= 0:
            self._walk(max(0, min(moves[Qt.Key(key)], last)), extend=shift, alone=control)
        elif key in ENTER and row >= 0:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Space and row >= 0:
            if control or shift:
                self._tick(row, extend=shift)
            else:
                self.peek_requested.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_Right else -1) * self._theme.px(60))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def _walk(self, row: int, *, extend: bool, alone: bool) -> None:
        """To another row: chosen instead of the others, with those between (`extend`), or not at all (`alone`)."""
        index = self._rows_model.index(row, 1)
        if extend:
            self.ticked = True
            self._choose(min(self._anchor, row), max(self._anchor, row), _ONLY)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        elif alone:
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self.go_to(row)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: Qt would go through a million rows for one that begins so."""

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown_rows()
        painter = QPainter(self.viewport())
        wide, high = self.viewport().width(), self._theme.px(self._high)
        if self.selectionModel().hasSelection():
            for row, top in shown:
                if self.selectionModel().isSelected(self._rows_model.index(row, TICKS)):
                    painter.fillRect(0, top, wide, high, self._theme.tokens.tint)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for _, top in shown:
            brush.hairline(painter, QPointF(0, top + high - 1), QPointF(wide, top + high - 1), self._theme)
        row = self.current_row()
        if row >= 0 and self.hasFocus():
            brush.smooth(painter)
            frame = QRectF(0, self.rowViewportPosition(row), wide, high)
            thick = self._theme.px(2)
            brush.box(painter, frame, self._theme.px(3), None, self._theme.tokens.petrol, width=thick)

    def _shown_rows(self) -> list[tuple[int, int]]:
        """The rows in sight, each with its top edge."""
        first = self.rowAt(0)
        if first < 0:
            return []
        high = self._theme.px(self._high)
        start = self.rowViewportPosition(first)
        fitting = (self.viewport().height() - start) // high + 1
        last = min(first + fitting, self._rows_model.rowCount())
        return [(row, start + (row - first) * high) for row in range(first, last)]

    def rows_in_sight(self) -> tuple[int, int]:
        """First row and how many."""
        shown = self._shown_rows()
        return (shown[0][0], len(shown)) if shown else (0, 0)


def _ranges(selection: QItemSelection) -> list[tuple[int, int]]:
    return [(selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.count())]


def _row_count(selection: QItemSelection) -> int:
    return sum(last - first + 1 for first, last in _ranges(selection))


def _shared(widths: Sequence[Width], room: float, px: Callable[[float], int]) -> list[int]:
    """As wanted where there is room; else each gives as much of what it can spare as the others do."""
    too_much = sum(width.wanted for width in widths) - room
    to_spare = sum(width.wanted - width.least for width in widths)
    share = min(1.0, max(0.0, too_much / to_spare)) if to_spare > 0 else 0.0
    return [px(int(width.wanted - share * (width.wanted - width.least))) for width in widths]
