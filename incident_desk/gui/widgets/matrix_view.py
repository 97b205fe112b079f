"""The priority matrix: actual and potential in one grid. Arrow keys walk, A and P put the two frames."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from incident_desk.domain.packs.model import Matrix
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.lines import broken
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.matrix_grid import Cell, CellDelegate, MatrixModel
from incident_desk.gui.widgets.pressed import ENTER

_WIDE, _HIGH, _NARROWEST = 64, 62, 44


class Outcome(StrEnum):
    """What was, and what could have been."""

    ACTUAL = "actual"
    POTENTIAL = "potential"


class _Grid(QTableView):
    """The cells. Draws both frames and the arrow between them over what the delegate painted."""

    put_requested = Signal(object)  # an Outcome, or None for the one being placed

    def __init__(self, model: MatrixModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setMinimumSectionSize(1)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, kind="board")
        self.setCurrentIndex(model.index(model.rowCount() // 2, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Outcome | None] = {
            Qt.Key.Key_A: Outcome.ACTUAL,
            Qt.Key.Key_P: Outcome.POTENTIAL,
            Qt.Key.Key_Space: None,
            **dict.fromkeys(ENTER, None),
        }
        if event.key() in keys:
            self.put_requested.emit(keys[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        brush.smooth(painter)
        places = self._model.places
        actual, potential = places.get(Outcome.ACTUAL), places.get(Outcome.POTENTIAL)
        if actual is not None and potential is not None and actual != potential:
            self._paint_arrow(painter, self._cell(actual), self._cell(potential))
        both = actual == potential
        if potential is not None:
            self._paint_frame(painter, potential, self.tr("Potential"), solid=False, lower=True)
        if actual is not None:
            self._paint_frame(painter, actual, self.tr("Actual"), solid=True, lower=not both)

    def _cell(self, cell: Cell) -> QRectF:
        return QRectF(self.visualRect(self._model.index(*cell))).adjusted(1, 1, -1, -1)

    def _label(self, area: QRectF, lower: bool) -> QRectF:
        high = self._theme.metrics("small-strong").height() + self._theme.px(2)
        bottom = area.bottom() - self._theme.px(5) - (0 if lower else high + self._theme.px(1))
        inset = self._theme.px(3)
        return QRectF(area.left() + inset, bottom - high, area.width() - 2 * inset, high)

    def _paint_frame(self, painter: QPainter, cell: Cell, words: str, *, solid: bool, lower: bool) -> None:
        tokens, px, area = self._theme.tokens, self._theme.px, self._cell(cell)
        brush.box(painter, area, px(5), None, tokens.ink, width=px(2))
        label = self._label(area, lower)
        fill = tokens.ink if solid else tokens.paper
        brush.box(painter, label, label.height() / 2, fill, tokens.ink, width=max(1.2, px(1.2)))
        colour = tokens.paper if solid else tokens.ink
        brush.words(painter, label, words, self._theme, role="small-strong", colour=colour, align=brush.CENTRE)

    def _paint_arrow(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        first, last = _edge_towards(start, end.center()), _edge_towards(end, start.center())
        pen = QPen(tokens.ink, max(1.2, px(1.2)))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(first, last)
        along = last - first
        length = max(1.0, (along.x() ** 2 + along.y() ** 2) ** 0.5)
        back, aside = along / length * px(8), QPointF(-along.y(), along.x()) / length * px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        painter.drawPolygon(QPolygonF([last, last - back + aside, last - back - aside]))


def _edge_towards(area: QRectF, target: QPointF) -> QPointF:
    """Where the line from the middle of a cell to `target` leaves the cell."""
    middle = area.center()
    along = target - middle
    reach = min(
        (size / 2 / abs(part) for size, part in ((area.width(), along.x()), (area.height(), along.y())) if part),
        default=0.0,
    )
    return middle + along * min(reach, 1.0)


class MatrixView(Painted):
    """Signal: `placed` with an Outcome, the code of the row and the code of the column.

    A click, Enter or Space puts the frame that `set_placing` names; A and P put theirs and go on with it.
    """

    placed = Signal(object, str, str)

    def __init__(self, matrix: Matrix, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._matrix, self._placing = matrix, Outcome.ACTUAL
        self._model = MatrixModel(matrix, self)
        self.grid = _Grid(self._model, theme, self)
        self.grid.setAccessibleName(f"{said(matrix.row_axis)}, {said(matrix.column_axis)}")
        self.grid.setAccessibleDescription(self.tr("Arrow keys walk. A puts the actual outcome, P the potential one."))
        self.grid.clicked.connect(self._on_cell_clicked)
        self.grid.put_requested.connect(self._on_put_requested)
        self.setFocusProxy(self.grid)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_placing(self, outcome: Outcome) -> None:
        """Which frame the next click puts."""
        self._placing = outcome

    def set_outcome(self, outcome: Outcome, row_code: str | None, column_code: str | None) -> None:
        """Shows a frame; None takes it away."""
        cell = None if row_code is None or column_code is None else self._model.cell_of(row_code, column_code)
        self._model.place(outcome, cell)
        self.grid.viewport().update()
        self.update()

    def sizeHint(self) -> QSize:
        px, columns = self._theme.px, len(self._matrix.columns)
        return QSize(round(self._names_width()) + columns * px(_WIDE) + px(8), self._height(px(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        px, columns = self._theme.px, len(self._matrix.columns)
        return QSize(round(self._names_width()) + columns * px(_NARROWEST), self._height(px(_HIGH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        area = QRectF(self.grid.geometry())
        title = QRectF(area.left(), 0, area.width(), area.top() - self._theme.px(4))
        self._paint_axis(painter, title, said(self._matrix.column_axis), brush.CENTRE)
        self._paint_row_names(painter, area)
        self._paint_column_names(painter, area)
        high = self._theme.metrics("hint-strong").height()
        left = QRectF(0, area.bottom() + self._theme.px(3), area.left() - self._theme.px(6), high)
        self._paint_axis(painter, left, said(self._matrix.row_axis), brush.RIGHT)

    def _paint_axis(self, painter: QPainter, room: QRectF, words: str, align: brush.Align) -> None:
        colour = self._theme.tokens.ink2
        brush.words(painter, room, words, self._theme, role="hint-strong", colour=colour, align=align)

    def _paint_row_names(self, painter: QPainter, area: QRectF) -> None:
        marked = {cell[0] for cell in self._model.places.values()}
        high = area.height() / len(self._matrix.rows)
        for row in range(len(self._matrix.rows)):
            room = QRectF(0, area.top() + row * high, area.left() - self._theme.px(6), high)
            colour = self._theme.tokens.ink if row in marked else self._theme.tokens.ink2
            role = "hint-strong" if row in marked else "hint"
            words = self._model.row_words(row)
            brush.words(painter, room, words, self._theme, role=role, colour=colour, align=brush.RIGHT)

    def _paint_column_names(self, painter: QPainter, area: QRectF) -> None:
        marked = {cell[1] for cell in self._model.places.values()}
        wide = area.width() / len(self._matrix.columns)
        for column in range(len(self._matrix.columns)):
            role = "small-strong" if column in marked else "small"
            colour = self._theme.tokens.ink if column in marked else self._theme.tokens.ink2
            lines = broken(self._model.column_words(column), role, wide + self._theme.px(8), self._theme, 2)
            for number, line in enumerate(lines.lines):
                top = area.bottom() + self._theme.px(4) + number * lines.line_height
                left = area.left() + column * wide - self._theme.px(4)
                room = QRectF(left, top, wide + self._theme.px(8), lines.line_height)
                brush.words(painter, room, line, self._theme, role=role, colour=colour, align=brush.CENTRE)

    def _names_width(self) -> float:
        names = [self._model.row_words(row) for row in range(len(self._matrix.rows))]
        widest = max(brush.width_of(name, "hint-strong", self._theme) for name in (*names, said(self._matrix.row_axis)))
        return min(widest, self._theme.px(150)) + self._theme.px(8)

    def _names_height(self) -> int:
        return round(2 * self._theme.metrics("small").height()) + self._theme.px(6)

    def _height(self, cell: int) -> int:
        return self._title_height() + len(self._matrix.rows) * cell + self._names_height()

    def _title_height(self) -> int:
        return round(self._theme.metrics("hint-strong").height()) + self._theme.px(6)

    def _arrange(self) -> None:
        """Cells share the width up to that of the design."""
        px, rows, columns = self._theme.px, len(self._matrix.rows), len(self._matrix.columns)
        left = round(self._names_width())
        wide = max(1, min(px(_WIDE), (self.width() - left) // columns))
        for column in range(columns):
            self.grid.setColumnWidth(column, wide)
        for row in range(rows):
            self.grid.setRowHeight(row, px(_HIGH))
        self.grid.setGeometry(left, self._title_height(), wide * columns, px(_HIGH) * rows)

    def _on_cell_clicked(self, index: QModelIndex) -> None:
        self._put(self._placing, index)

    def _on_put_requested(self, outcome: Outcome | None) -> None:
        self._placing = outcome or self._placing
        self._put(self._placing, self.grid.currentIndex())

    def _put(self, outcome: Outcome, index: QModelIndex) -> None:
        if not index.isValid():
            return
        cell = (index.row(), index.column())
        self._model.place(outcome, cell)
        self.grid.viewport().update()
        self.update()
        announce(self.grid, self._model.spoken(index))
        self.placed.emit(outcome, *self._model.codes(cell))

    def _on_theme_changed(self) -> None:
        self._arrange()
        super()._on_theme_changed()
