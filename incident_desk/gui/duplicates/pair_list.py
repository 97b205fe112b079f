"""The pairs that were found, most alike first, as a list beside the two papers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.usecases.duplicates import Pair

translate = QCoreApplication.translate
_ROW = 62


def percent(pair: Pair) -> str:
    """How much of their words both use."""
    return f"{round(pair.likeness * 100)} %"


class PairModel(LineModel[Pair]):
    """A line for each pair."""

    def words(self, line: Pair) -> str:
        return f"{line.earlier.number}, {line.later.number}"

    def spoken(self, line: Pair) -> str:
        alike = translate("PairList", "{percent} of their words are the same").format(percent=percent(line))
        return f"{line.earlier.number}, {line.earlier.title}; {line.later.number}, {line.later.title}; {alike}"


class _Delegate(LineDelegate):
    """Both numbers, the title of the earlier record, and how alike they are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        pair: Pair = index.data(LINE)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
        brush.smooth(painter)
        inner = rect.adjusted(px(12), px(6), -px(12), -px(6))
        high = inner.height() / 3
        lines = [QRectF(inner.left(), inner.top() + n * high, inner.width(), high) for n in range(3)]
        alike = brush.words(
            painter, lines[2], percent(pair), theme, role="hint", colour=tokens.ink2, align=brush.RIGHT
        )  # fmt: skip
        title = lines[2].adjusted(0, 0, -alike - px(6), 0)
        brush.words(painter, lines[0], pair.earlier.number, theme, role="hint-strong", colour=tokens.ink2)
        brush.words(painter, lines[1], pair.later.number, theme, role="hint-strong", colour=tokens.ink2)
        brush.words(painter, title, pair.earlier.title, theme, role="hint", colour=tokens.ink)
        brush.hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), px(3), theme)


class PairList(QListView):
    """Signals: `pair_chosen` Pair or None; `entered` when Enter is pressed: on to the two papers."""

    pair_chosen = Signal(object)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(_Delegate(_ROW, theme, self))
        show_plainly(self, self.tr("Pairs that may be the same"))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Keeps the place in the list: after one is settled the next is current."""
        before, at = self.current(), max(self.currentIndex().row(), 0)
        self.pairs.put(pairs)
        if not pairs:
            self.pair_chosen.emit(None)
            return
        row = pairs.index(before) if before in pairs else min(at, len(pairs) - 1)
        self.setCurrentIndex(self.pairs.index(row))

    def current(self) -> Pair | None:
        index = self.currentIndex()
        return self.pairs.lines[index.row()] if index.isValid() and index.row() < len(self.pairs.lines) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.pair_chosen.emit(self.pairs.lines[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.key() == Qt.Key.Key_Right:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
