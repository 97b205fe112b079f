"""The cells of a priority matrix: a table model and the delegate that paints band, glyph, score and frames."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incident_desk.domain.packs.model import Matrix
from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.priority import paint_priority_glyph, priority_colour, priority_ground
from incident_desk.gui.theme.manager import Theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Cell = tuple[int, int]


class MatrixModel(QAbstractTableModel):
    """The matrix as its pack writes it: the first row on top."""

    def __init__(self, matrix: Matrix, parent: QObject) -> None:
        super().__init__(parent)
        self.matrix = matrix
        self.places: dict[str, Cell] = {}  # "actual" and "potential", as (row, column) of this model

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.matrix.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.score(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.row_words(section) if orientation == Qt.Orientation.Vertical else self.column_words(section)

    def row_words(self, row: int) -> str:
        return said(self.matrix.rows[row].label)

    def column_words(self, column: int) -> str:
        return said(self.matrix.columns[column].label)

    def score(self, index: _Index) -> int:
        return self.matrix.cells[index.row()][index.column()]

    def priority(self, index: _Index) -> Priority:
        return self.matrix.priority(self.score(index))

    def codes(self, cell: Cell) -> tuple[str, str]:
        """The codes of a cell's row and column, as commands carry them."""
        return self.matrix.rows[cell[0]].code, self.matrix.columns[cell[1]].code

    def cell_of(self, row_code: str, column_code: str) -> Cell:
        rows = [level.code for level in self.matrix.rows]
        columns = [level.code for level in self.matrix.columns]
        return rows.index(row_code), columns.index(column_code)

    def place(self, what: str, cell: Cell | None) -> None:
        before = self.places.pop(what, None)
        if cell is not None:
            self.places[what] = cell
        for changed in filter(None, (before, cell)):
            index = self.index(*changed)
            self.dataChanged.emit(index, index)

    def spoken(self, index: _Index) -> str:
        """ "Possible, Moderate: 9, High, actual"."""
        words = f"{self.row_words(index.row())}, {self.column_words(index.column())}: {self.score(index)}"
        parts = [words, said(PRIORITY_NAMES[self.priority(index)])]
        here = (index.row(), index.column())
        names = {"actual": self.tr("actual"), "potential": self.tr("potential")}
        parts += [name for what, name in names.items() if self.places.get(what) == here]
        return ", ".join(parts)


class CellDelegate(QStyledItemDelegate):
    """A cell tinted by its band, with glyph and score; the one under the keys has a petrol ring."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, MatrixModel)
        painter.save()
        brush.smooth(painter)
        theme, px = self._theme, self._theme.px
        level = model.priority(index)
        colour, ground = priority_colour(level, theme), priority_ground(level, theme)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        edge = theme.tokens.ink if theme.high_contrast else None
        brush.box(painter, cell, px(4), ground, edge)
        inner = cell.adjusted(px(7), px(5), -px(7), -px(5))
        glyph = QRectF(inner.left(), inner.top() + px(2), px(12), px(12))
        paint_priority_glyph(painter, glyph, level, colour, ground)
        line = QRectF(inner.left(), inner.top(), inner.width(), theme.metrics("cell-open").height())
        score, ink = str(model.score(index)), theme.tokens.ink
        brush.words(painter, line, score, theme, role="cell-open", colour=ink, align=brush.RIGHT)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, cell, px(4), None, theme.tokens.petrol, width=px(2))
        painter.restore()
