"""The knowledge records as a list: number and state, title, and what is overdue about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import ENTER

_ROW = 62


@dataclass(frozen=True, slots=True)
class Listed:
    """One record in words. `late`: its day has passed."""

    id: str
    number: str
    title: str
    standing: str
    detail: str
    late: bool


class RecordModel(LineModel[Listed]):
    """A line for each record."""

    def words(self, line: Listed) -> str:
        return f"{line.number} {line.title}"

    def spoken(self, line: Listed) -> str:
        return "; ".join(filter(None, (line.number, line.title, line.standing, line.detail)))


class _Delegate(LineDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        line: Listed = index.data(LINE)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
        brush.smooth(painter)
        inner = rect.adjusted(px(12), px(6), -px(12), -px(6))
        high = inner.height() / 3
        rows = [QRectF(inner.left(), inner.top() + n * high, inner.width(), high) for n in range(3)]
        wide = brush.words(
            painter, rows[0], line.standing, theme, role="hint", colour=tokens.ink2, align=brush.RIGHT
        )  # fmt: skip
        number = rows[0].adjusted(0, 0, -wide - px(6), 0)
        brush.words(painter, number, line.number, theme, role="hint-strong", colour=tokens.ink2)
        brush.words(painter, rows[1], line.title, theme, role="cell-open", colour=tokens.ink)
        ink = tokens.colour("crit") if line.late else tokens.ink2
        brush.words(painter, rows[2], line.detail, theme, role="hint", colour=ink)
        brush.hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), px(3), theme)


class RecordList(QListView):
    """Signals: `record_chosen` its id; `entered` when Enter is pressed: on to the record itself."""

    record_chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.records = RecordModel(self)
        self.setModel(self.records)
        self.setItemDelegate(_Delegate(_ROW, theme, self))
        self._showing = False
        show_plainly(self, self.tr("Knowledge records"))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Listed], chosen: str) -> None:
        """Keeps the place: what was chosen stays so, wherever it stands now."""
        self._showing = True
        self.records.put(lines)
        row = next((n for n, line in enumerate(lines) if line.id == chosen), -1)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row))
        self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self.record_chosen.emit(self.records.lines[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.key() == Qt.Key.Key_Right:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
