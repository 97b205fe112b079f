"""The board as one list in the order in which it is to be dealt with: each line says in words why it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.language import language
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.paint.priority import chip_height, chip_width, paint_chip
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.ranked import Ranked

_ROW, _PLACE = 62, 44  # the height of a line, and the width of its number in the order


class RankedModel(LineModel[Ranked]):
    def words(self, line: Ranked) -> str:
        return line.row.title

    def spoken(self, line: Ranked) -> str:
        """NUMBER, TITLE, why."""
        row = line.row
        said = (row.number, row.title, line.why, row.standing[language()], row.department, row.responsible_name)
        return ", ".join(filter(None, said))

    def tip(self, line: Ranked) -> str:
        return "\n".join((line.row.number, line.row.title, line.why))


class _Delegate(LineDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        line: Ranked = index.data(LINE)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
        brush.smooth(painter)
        inner = rect.adjusted(px(12), px(8), -px(12), -px(8))
        place = QRectF(inner.left(), inner.top(), px(_PLACE), inner.height())
        brush.words(painter, place, str(index.row() + 1), theme, role="record-title", colour=tokens.ink3)
        inner.setLeft(place.right())
        self._paint_words(painter, inner, line)
        brush.hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), px(3), theme)

    def _paint_words(self, painter: QPainter, inner: QRectF, line: Ranked) -> None:
        theme, tokens = self._theme, self._theme.tokens
        above = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        below = above.translated(0, above.height())
        chip = chip_width(line.row.priority, theme)
        corner = QPointF(above.right(), above.center().y() - chip_height(theme) / 2)
        paint_chip(painter, corner, line.row.priority, theme, from_right=True)
        title = above.adjusted(0, 0, -chip - theme.u, 0)
        ink = tokens.ink2 if line.until else tokens.ink
        brush.words(painter, title, line.row.title, theme, role="body-strong", colour=ink)
        taken = brush.words(painter, below, line.why, theme, role="hint", colour=tokens.ink2)
        rest = below.adjusted(taken + 2 * theme.u, 0, 0, 0)
        for text in (_where(line), line.row.number):  # the reason goes before both
            if brush.width_of(text, "hint", theme) <= rest.width():
                brush.words(painter, rest, text, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
                return


class RankedList(QListView):
    """Signal: `opened` id."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = RankedModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(_ROW, theme, self))
        show_plainly(self, self.tr("What comes first"))
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Ranked]) -> None:
        """What was chosen stays so, wherever it stands now."""
        if list(lines) == self.lines.lines:
            return
        at, top = self.currentIndex(), self.verticalScrollBar().value()
        chosen = self.lines.lines[at.row()].row.id if at.isValid() else ""
        self.lines.put(lines)
        row = next((n for n, line in enumerate(lines) if line.row.id == chosen), -1)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))
        self.verticalScrollBar().setValue(top)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines.lines[index.row()].row.id)


def _where(line: Ranked) -> str:
    row = line.row
    return "   ".join(filter(None, (row.number, row.standing[language()], row.department, row.responsible_name)))
