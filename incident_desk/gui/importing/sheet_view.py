"""A few rows of a sheet, as a small table to look at."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter, tool_tip

_WIDEST, _NARROWEST, _PADDING, _INDENT = 260, 60, 24, 5
_LONGEST = 300  # letters of a cell that are drawn
_MOST_LINES = 6  # of a cell that is shown line by line

Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading: Sequence[str] = ()
        self.numbers: Sequence[str] = ()
        self.cells: Sequence[Sequence[str]] = ()
        self._parted: Collection[int] = ()

    def fill(
        self, heading: Sequence[str], numbers: Sequence[str], cells: Sequence[Sequence[str]], parted: Collection[int]
    ) -> None:
        self.beginResetModel()
        self.heading, self.numbers, self.cells, self._parted = heading, numbers, cells, parted
        self.endResetModel()

    def lines_of(self, row: int) -> int:
        """How many lines the highest cell of a row has."""
        return max((len(self._lines(self.cells[row][column])) for column in self._parted), default=1)

    def _lines(self, text: str) -> list[str]:
        lines = text.split("\n")
        return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "..."]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heading)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() in self._parted:
                return "\n".join(line[:_LONGEST] for line in self._lines(text))
            return " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.ToolTipRole and len(text) > 20:
            return tool_tip(text[:1000])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole:  # Qt keeps the lettering of a heading from before a change of size
            return self._theme.font("field-label" if orientation is Qt.Orientation.Horizontal else "hint")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heading[section] if orientation is Qt.Orientation.Horizontal else self.numbers[section]


class _Cells(QStyledItemDelegate):
    """Texts begin where their heading begins."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.rect.adjust(self._theme.px(_INDENT), 0, 0, 0)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked where texts wrap: how high one is in the width that its column has."""
        option.rect.adjust(self._theme.px(_INDENT), 0, 0, 0)
        return super().sizeHint(option, index)


class SheetView(QTableView):
    """Shows rows with their line numbers; nothing in it can be changed. As high as its rows, at most `at_most`.

    `sentences`: one column as wide as its place, whose texts wrap.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, at_most: int = 12, sentences: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._at_most, self._sentences = theme, at_most, sentences
        self._rows = _Rows(theme, self)
        self.setModel(self._rows)
        self._cells = _Cells(theme, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self.setWordWrap(sentences)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter(self, "body", theme)
        letter(self.horizontalHeader(), "field-label", theme)
        letter(self.verticalHeader(), "hint", theme)
        theme.changed.connect(self._fit)
        if sentences:
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(
        self, heading: Sequence[str], numbers: Sequence[str], cells: Sequence[Sequence[str]],
        parted: Collection[int] = (),
    ) -> None:  # fmt: skip
        """`parted`: the columns whose cells are shown line by line."""
        self._rows.fill(heading, numbers, cells, parted)
        self._fit()

    def text_at(self, row: int, column: int) -> str:
        return self._rows.cells[row][column]

    @property
    def row_count(self) -> int:
        return self._rows.rowCount()

    def sizeHint(self) -> QSize:
        rows = min(self._rows.rowCount(), self._at_most)
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wider() else 0
        high = sum(self._row_height(row) for row in range(rows))
        return QSize(400, self.horizontalHeader().sizeHint().height() + high + bar + 4)

    def _is_wider(self) -> bool:
        """Than its place: then it scrolls sideways."""
        return not self._sentences and self.horizontalHeader().length() > self.viewport().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Keys scroll it, so it shows that they go to it."""
        super().paintEvent(event)
        if self.hasFocus():
            edge = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            px = self._theme.px
            brush.box(QPainter(self.viewport()), edge, px(3), None, self._theme.tokens.petrol, width=px(2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _row_height(self, row: int | None = None) -> int:
        """Without a row that of a usual one."""
        lines = 1 if row is None else self._rows.lines_of(row)
        high = round(lines * self._theme.metrics("body").height())
        if row is not None and self._sentences:
            high = max(high, self._sentence_height(row))
        return high + self._theme.px(10)

    def _sentence_height(self, row: int) -> int:
        """Its column is as wide as its place; the head itself learns of that later."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, self.viewport().width() - 1, 1)  # without the line beside it
        return self._cells.sizeHint(option, self._rows.index(row, 0)).height()

    def _fit_rows(self) -> None:
        for row in range(self._rows.rowCount()):
            self.setRowHeight(row, self._row_height(row))
        self.updateGeometry()

    def _fit(self) -> None:
        metrics, px = self._theme.metrics("body"), self._theme.px
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        for column in range(self._rows.columnCount()):
            longest = max((row[column] for row in self._rows.cells[:40]), key=len, default="")
            texts = self._rows.heading[column], max(longest.split("\n"), key=len)
            wide = max(metrics.horizontalAdvance(text[:60]) for text in texts) + px(_PADDING)
            self.setColumnWidth(column, min(px(_WIDEST), max(px(_NARROWEST), round(wide))))
        self._fit_rows()
