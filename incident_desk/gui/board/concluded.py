"""The strip beside the board: what was concluded in the last 14 days, as a plain list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.paint.lines import broken, paint_lines
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, tool_tip
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording

DAYS = 14
_ROW = int(Qt.ItemDataRole.UserRole) + 1
_WHEN = _ROW + 1


class ConcludedStrip(Painted):
    """Signal: `opened` id."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = PlainLabel(self.tr("Concluded"), theme, self, role="panel", lines=1)
        self._count = PlainLabel("", theme, self, role="hint", ink="ink3")
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Concluded, last 14 days"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setItemDelegate(_Lines(theme, self._list))
        self._list.setStyleSheet("QListWidget { background: transparent; }")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.u, theme.u, theme.px(4), theme.px(6))
        layout.setSpacing(theme.px(2))
        layout.addWidget(self._title)
        layout.addWidget(self._count)
        layout.addWidget(self._list, 1)
        self._fit()

    def _fit(self) -> None:
        """The columns beside it give way to its one word."""
        self._title.setMinimumWidth(self._title.sizeHint().width())

    def _on_theme_changed(self) -> None:
        self._fit()
        super()._on_theme_changed()

    def show_rows(self, rows: Sequence[IncidentRow], wording: Wording) -> None:
        self._count.setText(self.tr("%n in 14 days", None, len(rows)))
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(self._list)
            when = wording.recorded(row.concluded_at) if row.concluded_at else ""
            item.setData(_ROW, row)
            item.setData(_WHEN, when.rsplit(",", 1)[0])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.number}, {row.title}, {when}")
            item.setToolTip(tool_tip(f"{row.number}\n{row.title}\n{when}"))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ROW).id)


class _Lines(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        title = broken(index.data(_ROW).title, "hint-strong", option.rect.width() - theme.u, theme, 2).height
        return QSize(theme.px(80), round(title + theme.px(44)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, row = self._theme, index.data(_ROW)
        rect = QRectF(option.rect).adjusted(theme.px(2), theme.px(4), -theme.px(6), -theme.px(4))
        lines = broken(row.title, "hint-strong", rect.width(), theme, 2)
        top = rect.top()
        top += paint_lines(painter, rect.topLeft(), lines, theme, role="hint-strong", colour=theme.tokens.ink)
        for text in (row.number, index.data(_WHEN)):
            area = QRectF(rect.left(), top, rect.width(), theme.px(16))
            brush.words(painter, area, text, theme, role="small", colour=theme.tokens.ink3)
            top += theme.px(16)
        bottom = QPointF(rect.left(), option.rect.bottom())
        brush.hairline(painter, bottom, QPointF(rect.right(), bottom.y()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(2, 0, -2, 0), theme.px(3), theme)
