"""The list below a field: a sheet that lies over the page, so that nothing moves when it opens or closes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted

_MOST_SHOWN, _ROW = 8, 30
_DETAIL = Qt.ItemDataRole.UserRole + 1
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class _Row(QStyledItemDelegate):
    """Text, and the detail behind it in ink3."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter.save()
        brush.smooth(painter)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(option.rect, tokens.tint)
        room = QRectF(option.rect).adjusted(px(10), 0, -px(10), 0)
        ink = tokens.petrol if here else tokens.ink
        taken = brush.words(painter, room, str(index.data()), self._theme, role="body", colour=ink)
        room.setLeft(room.left() + taken + px(10))
        if room.width() > px(24):
            detail = str(index.data(_DETAIL))
            brush.words(painter, room, detail, self._theme, role="hint", colour=tokens.ink2)
        painter.restore()


class PickList(Painted):
    """Rows of a text and its detail, below the line they belong to or above it where there is no room.

    While it is open it is a child of the window: it may reach over the edge of a form. Signal: `row_chosen` by mouse.
    """

    row_chosen = Signal(int)

    def __init__(self, line: QWidget, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._line = line
        self._around: list[QObject] = []
        self._model = QStandardItemModel(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_Row(theme, self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._view)
        self._edge()
        self.hide()
        parent.destroyed.connect(self.deleteLater)

    @property
    def is_open(self) -> bool:
        return bool(self._around)

    @property
    def marked(self) -> int | None:
        """The row that Enter takes."""
        row = self._view.currentIndex().row()
        return row if row >= 0 else None

    def name(self, name: str) -> None:
        self._view.setAccessibleName(name)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Opens with these rows; with none it closes."""
        self._model.clear()
        for text, detail in rows:
            item = QStandardItem(text)
            item.setData(detail, _DETAIL)
            item.setData(", ".join(filter(None, (text, detail))), Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        if not rows:
            self.close_list()
            return
        if not self.is_open:
            self._open()
        self._settle()

    def mark(self, row: int | None) -> None:
        self._view.setCurrentIndex(QModelIndex() if row is None else self._model.index(row, 0))
        if row is None:
            self._view.clearSelection()
            self._view.scrollToTop()

    def walk(self, by: int) -> int:
        """Marks the next row, round and round; which one that is."""
        row = self.marked
        start = row if row is not None else (-1 if by > 0 else 0)
        following = (start + by) % self._model.rowCount()
        self.mark(following)
        return following

    def close_list(self) -> None:
        for each in self._around:
            each.removeEventFilter(self)
        self._around = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.is_open:
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        brush.smooth(painter)
        brush.box(painter, self.rect().toRectF(), self._theme.px(5), tokens.paper, tokens.line2)

    def _open(self) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._around = [*_way_up(self._line)]
        for each in self._around:
            each.installEventFilter(self)

    def _settle(self) -> None:
        """Goes where its line is now, and out of sight with it."""
        self.setVisible(not self._line.visibleRegion().isEmpty())
        self.raise_()
        window = self._line.window()
        top_left = self._line.mapTo(window, QPoint(0, 0))
        below = window.height() - top_left.y() - self._line.height()
        rows = min(self._model.rowCount(), _MOST_SHOWN)
        spare = 2 * (self._theme.px(4) + self._view.frameWidth())
        wanted = rows * self._theme.px(_ROW) + spare
        upwards = wanted > below and top_left.y() > below
        height = min(wanted, top_left.y() if upwards else below)
        y = top_left.y() - height if upwards else top_left.y() + self._line.height()
        self.setGeometry(QRect(top_left.x(), y, self._line.width(), height))

    def _edge(self) -> None:
        edge = self._theme.px(4)
        self._column.setContentsMargins(edge, edge, edge, edge)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

    def _on_theme_changed(self) -> None:
        self._edge()
        super()._on_theme_changed()
        if self.is_open:
            self._settle()


def _way_up(widget: QWidget) -> Iterable[QWidget]:
    """A widget and everything it stands in: whatever of this moves, moves it."""
    each: QWidget | None = widget
    while each is not None:
        yield each
        each = None if each.isWindow() else each.parentWidget()
