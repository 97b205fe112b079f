"""Which columns the table shows and in which order: a list to tick, to drag, to go through with the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import Touch, paint_tick_box, tick_size
from incident_desk.gui.register.kept_table import USUAL
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover
from incident_desk.support.words import folded
from incident_desk.usecases.register.columns import Column

_ROW, _SHOWN, _WIDTH = 30, 12, 300
_KEY = int(Qt.ItemDataRole.UserRole)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """The list ticks, at a click anywhere in the line; Qt would tick the box once more."""
        return False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, px = self._theme, self._theme.px
        area = QRectF(option.rect)
        brush.smooth(painter)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area.adjusted(0, 1, 0, -1), px(5), theme.tokens.tint, theme.tokens.petrol, width=px(2))
        elif state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, area.adjusted(0, 1, 0, -1), px(5), theme.tokens.sunken)
        edge = tick_size(theme)
        box = QRectF(area.left() + px(6), round(area.center().y() - edge / 2), edge, edge)
        paint_tick_box(painter, box, index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value, theme,
                       Touch())  # fmt: skip
        grip = px(20)
        words = QRectF(box.right() + px(10), area.top(), area.right() - box.right() - px(12) - grip, area.height())
        brush.words(painter, words, str(index.data()), theme, role="body", colour=theme.tokens.ink)
        at = QPointF(area.right() - grip, area.center().y())
        brush.icon(painter, at, "grip-vertical", theme, colour="ink3", size=16)


class ColumnList(QListWidget):
    """Signals: `chosen` keys of the ticked columns in their order."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling = False
        self.setItemDelegate(_Delegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Columns: Space shows or hides, Alt with Up or Down moves"))
        self.itemChanged.connect(lambda _: self._tell())
        self._fit()
        theme.changed.connect(self._fit)

    def show_columns(self, shown: Sequence[str], every: Sequence[Column]) -> None:
        """Those shown first, in their order; then the others."""
        by_key = {column.key: column for column in every}
        order = [key for key in shown if key in by_key]
        order += [column.key for column in every if column.key not in order]
        self._filling = True
        self.clear()
        for key in order:
            item = QListWidgetItem(said(by_key[key].label), self)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )  # fmt: skip
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self._filling = False
        self.setCurrentRow(0)
        self._fit()

    def ticked(self) -> list[str]:
        items = [self.item(n) for n in range(self.count())]
        return [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_only(self, sought: str) -> None:
        """Hides those whose name does not have these letters."""
        for n in range(self.count()):
            item = self.item(n)
            item.setHidden(folded(sought) not in folded(item.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space and self.currentItem() is not None:
            self._toggle(self.currentItem())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the line ticks it."""
        item = self.itemAt(event.position().toPoint())
        dragged = self.state() is QListWidget.State.DraggingState
        super().mouseReleaseEvent(event)
        if item is not None and not dragged and event.button() is Qt.MouseButton.LeftButton:
            self._toggle(item)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def _toggle(self, item: QListWidgetItem) -> None:
        checked = item.checkState() is Qt.CheckState.Checked
        if checked and len(self.ticked()) == 1:
            return  # a table without a column shows nothing at all
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _move(self, by: int) -> None:
        """Past the next one in sight."""
        row = self.currentRow()
        target = row + by
        while 0 <= target < self.count() and self.item(target).isHidden():
            target += by
        if 0 <= target < self.count():
            item = self.takeItem(row)
            self.insertItem(target, item)
            self.setCurrentRow(target)
            self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.ticked())

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(_ROW) * min(_SHOWN, max(1, self.count())))


class ColumnChooser(Popover):
    """Signal: `chosen` keys of the columns to show, in their order, with each tick."""

    chosen = Signal(list)

    def __init__(self, shown: Sequence[str], every: Sequence[Column], theme: Theme, page: QWidget) -> None:
        super().__init__(self.tr("Columns"), theme, page, width=_WIDTH)
        self._every = tuple(every)
        self.list = ColumnList(theme, self)
        self.list.show_columns(shown, every)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Columns"), theme, self, role="popover-title"))
        head.addWidget(PlainLabel(self.tr("drag to reorder"), theme, self, role="hint", ink="ink2"), 1)
        self.sought = LineField(theme, self, placeholder=self.tr("Find a column"))
        self.sought.setAccessibleName(self.tr("Find a column"))
        self.sought.textChanged.connect(self.list.show_only)
        usual = Button(self.tr("Usual columns"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        usual.clicked.connect(self._on_usual)
        self.body.addLayout(head)
        self.body.addWidget(self.sought)
        self.body.addWidget(self.list)
        self.body.addWidget(usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.chosen.connect(self.chosen)

    def open_below(self, anchor: QRect) -> None:
        self.open_at(anchor, self.list)

    def _on_usual(self) -> None:
        self.list.show_columns(USUAL, self._every)
        self.chosen.emit(self.list.ticked())
