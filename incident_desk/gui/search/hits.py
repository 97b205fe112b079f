"""The hits of a search as a list: number and priority, title, a piece of the text, place and date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from incident_desk.domain.vocabulary import PRIORITY_NAMES, STEP_NAMES
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.paint.priority import paint_priority_words
from incident_desk.gui.paint.steps import five_boxes_width, paint_five_boxes
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.rows import FoundRow
from incident_desk.usecases.wording import Wording

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _SPOKEN = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_HIT, _WHEN = int(Qt.ItemDataRole.UserRole) + 1, int(Qt.ItemDataRole.UserRole) + 2


class HitModel(QAbstractListModel):
    """Hits in the order the register gave them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[FoundRow] = []
        self._when: list[str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role == _HIT:
            return self.hits[index.row()]
        if role == _WHEN:
            return self._when[index.row()]
        if role in (_DISPLAY, _SPOKEN):
            row = self.hits[index.row()].row
            step = said(STEP_NAMES[row.step]) if row.step else ""
            parts = (row.number, row.title, said(PRIORITY_NAMES[row.priority]), step, row.place_name)
            return ", ".join(part for part in parts if part)
        return None

    def show(self, hits: Sequence[FoundRow], wording: Wording) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self._when = [wording.moment(hit.row.opened_at) for hit in hits]
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(78))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens = self._theme, self._theme.tokens
        hit: FoundRow = index.data(_HIT)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
        inner = rect.adjusted(theme.px(14), theme.px(8), -theme.px(14), -theme.px(8))
        line = theme.px(20)
        self._head(painter, QRectF(inner.left(), inner.top(), inner.width(), line), hit, index.data(_WHEN))
        title = QRectF(inner.left(), inner.top() + line, inner.width(), line + 2)
        brush.words(painter, title, hit.row.title, theme, role="card-title", colour=tokens.ink)
        foot = QRectF(inner.left(), title.bottom(), inner.width(), line)
        brush.words(painter, foot, hit.snippet or hit.row.place_name, theme, role="hint", colour=tokens.ink2)
        brush.hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), theme.px(3), theme)

    def _head(self, painter: QPainter, head: QRectF, hit: FoundRow, when: str) -> None:
        theme, tokens = self._theme, self._theme.tokens
        x = head.left()
        x += brush.words(painter, head, hit.row.number, theme, role="hint-strong", colour=tokens.ink2) + theme.px(12)
        step = None if hit.row.concluded_at else hit.row.step
        if hit.row.step is not None:
            paint_five_boxes(painter, x, head.center().y(), step, theme)
            x += five_boxes_width(theme) + theme.px(12)
        level = QRectF(x, head.top(), head.right() - x, head.height())
        x += paint_priority_words(painter, level, hit.row.priority, theme)
        late = QRectF(x, head.top(), head.right() - x, head.height())
        brush.words(painter, late, when, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)


class HitList(QListView):
    """Signal: `opened` id."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_of_hits = HitModel(self)
        self.setModel(self.model_of_hits)
        self.setItemDelegate(_Delegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Records found"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model_of_hits.hits[index.row()].row.id)

    def go_in(self) -> None:
        """From the search box into the list."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model_of_hits.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_of_hits.index(0))
