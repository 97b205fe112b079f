"""The heads of the columns: a click sorts, dragging moves, the edge widens; all of it from the keyboard as well.

Left and Right go from head to head, Space sorts, Ctrl with Left or Right moves the column, Shift makes it narrower or
wider, the menu key opens its menu.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.register.register_delegate import PADDING
from incident_desk.gui.register.register_model import TICKS
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.pressed import ENTER

_NARROWEST, _STEP, _ARROW = 30, 16, 16  # pixels of the design


class RegisterHeader(QHeaderView):
    """Signals: `sort_requested` section; `menu_requested` (section, point of the screen); `left` on Down or Escape;
    `reached` section the keyboard went to.
    """

    sort_requested = Signal(int)
    menu_requested = Signal(int, QPoint)
    left = Signal()
    reached = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._at = 1  # the visual place the keyboard is at
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Heads of the columns"))
        self.sectionClicked.connect(self._on_section_clicked)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumSectionSize(self._theme.px(_NARROWEST))
        self.setFixedHeight(self._theme.px(30))

    def _on_section_clicked(self, section: int) -> None:
        if section != TICKS:
            self.sort_requested.emit(section)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu()
        else:
            self.menu_requested.emit(self.logicalIndexAt(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                self._move(by)
            elif modifiers & Qt.KeyboardModifier.ShiftModifier:
                self._widen(by)
            else:
                self._go_to(self._at + by)
        elif key in ENTER or key == Qt.Key.Key_Space:
            self.sort_requested.emit(self.logicalIndex(self._at))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go_to(min(self._at, self.count() - 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter.fillRect(rect, tokens.sunken)
        room = rect.toRectF().adjusted(px(PADDING), 0, -px(PADDING), 0)
        sorted_by = logicalIndex == self.sortIndicatorSection()
        if sorted_by:
            room.setRight(room.right() - px(_ARROW))
        heading = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        ink = tokens.petrol if sorted_by else tokens.ink2
        taken = brush.words(painter, room, heading, theme, role="cell-strong", colour=ink)
        if sorted_by:
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            at = QPointF(room.left() + taken + px(3), room.center().y())
            brush.icon(painter, at, "arrow-down" if down else "arrow-up", theme, colour="petrol", size=_ARROW - 2)
        brush.hairline(painter, rect.bottomLeft().toPointF(), rect.bottomRight().toPointF(), theme)
        if self.hasFocus() and self.visualIndex(logicalIndex) == self._at:
            brush.smooth(painter)
            ring = rect.adjusted(1, 1, -1, -1).toRectF()
            brush.box(painter, ring, self._theme.px(4), None, self._theme.tokens.petrol, width=self._theme.px(2))

    def _go_to(self, place: int) -> None:
        self._at = max(1, min(place, self.count() - 1))
        section = self.logicalIndex(self._at)
        if section >= 0:
            self.reached.emit(section)
            announce(self, str(self.model().headerData(section, Qt.Orientation.Horizontal) or ""))
        self.viewport().update()

    def _move(self, by: int) -> None:
        target = self._at + by
        if 1 <= target < self.count():
            here, self._at = self._at, target
            self.moveSection(here, target)

    def _widen(self, by: int) -> None:
        section = self.logicalIndex(self._at)
        wanted = self.sectionSize(section) + by * self._theme.px(_STEP)
        self.resizeSection(section, max(self.minimumSectionSize(), wanted))

    def _open_menu(self) -> None:
        section = self.logicalIndex(self._at)
        place = QPoint(self.sectionViewportPosition(section) + self._theme.px(12), self.height())
        self.menu_requested.emit(section, self.mapToGlobal(place))
