"""Saved filters below the pages of the side bar, in a person's own words and order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.messages import Messages
from incident_desk.gui.paint import brush
from incident_desk.gui.register.kept_table import KeptTables, SavedFilter
from incident_desk.gui.register.name_popover import NamePopover
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import Painted, tool_tip
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of
from incident_desk.gui.widgets.scrolling import Scrolling

_ROW = 30


class _FilterButton(PaintedButton):
    """One saved filter. Signals: `rename_requested`, `delete_requested`, `move_requested` by."""

    rename_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, saved: SavedFilter, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.saved = saved
        self.here = False
        self.setText(saved.name.replace("&", "&&"))
        self.setAccessibleName(self.tr("Saved filter {name}").format(name=saved.name))
        self.setAccessibleDescription(self.tr("F2 renames, Delete deletes, Alt with Up or Down moves."))
        self.setToolTip(tool_tip(f"{saved.name}\n{saved.text}"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self.accessibleName(), self)
        menu.add(self.tr("Show"), self.click, usual=True)
        menu.add(self.tr("Rename ..."), self.rename_requested.emit)
        menu.add(self.tr("Move up"), lambda: self.move_requested.emit(-1))
        menu.add(self.tr("Move down"), lambda: self.move_requested.emit(1))
        menu.add(self.tr("Delete"), self.delete_requested.emit)
        menu.open_at(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens, px, area = self._theme.tokens, self._theme.px, self.area()
        if self.here or touch_of(self).hovered:
            brush.box(painter, area, px(4), tokens.tint if self.here else tokens.tray)
        if self.hasFocus():
            brush.box(painter, area, px(4), None, tokens.petrol, width=px(2))
        ink = "petrol" if self.here else "ink2"
        brush.icon(painter, QPointF(px(11), area.center().y()), "bookmark", self._theme, colour=ink, size=16)
        room = QRectF(area.left() + px(38), area.top(), area.width() - px(44), area.height())
        colour = tokens.petrol if self.here else tokens.ink
        brush.words(painter, room, self.saved.name, self._theme, role="hint", colour=colour)


class SavedFilters(Painted):
    """Signal: `chosen` text of a filter. Shows nothing where none is saved."""

    chosen = Signal(str)

    def __init__(self, kept: KeptTables, messages: Messages, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._kept, self._messages = kept, messages
        self._text: str | None = None
        self.buttons: list[_FilterButton] = []
        self._title = PlainLabel(self.tr("Saved filters"), theme, self, role="hint", ink="ink2", lines=1)
        inside = QWidget()
        mark(inside, kind="inside")
        self._column = QVBoxLayout(inside)
        self._scroll = Scrolling(self, inside)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._title)
        self._whole.addWidget(self._scroll, 1)
        self._space()
        kept.filters_changed.connect(self._show)
        self._show()

    def mark(self, text: str | None) -> None:
        """Which filter the table shows; None while another page is shown."""
        self._text = text
        for button in self.buttons:
            button.here = button.saved.text == text
            button.update()

    def _show(self) -> None:
        focused = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [self._button(n, saved) for n, saved in enumerate(self._kept.current.filters)]
        while self._column.count():
            self._column.takeAt(0)
        for button in self.buttons:
            self._column.addWidget(button)
            button.show()
        self._column.addStretch(1)
        self._title.setVisible(bool(self.buttons))
        self.mark(self._text)
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def _button(self, place: int, saved: SavedFilter) -> _FilterButton:
        button = _FilterButton(saved, self._theme, self)
        button.clicked.connect(lambda: self.chosen.emit(saved.text))
        button.rename_requested.connect(partial(self._rename, button))
        button.delete_requested.connect(partial(self._delete, saved))
        button.move_requested.connect(partial(self._move, saved, place))
        return button

    def _rename(self, button: _FilterButton) -> None:
        window = self.window()
        popover = NamePopover(self.tr("Rename the filter"), button.saved.name, self._theme, window)
        popover.named.connect(partial(self._kept.rename_filter, button.saved))
        self._kept.filters_changed.connect(popover.close_popover)  # also with another person
        popover.ask(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))

    def _delete(self, saved: SavedFilter) -> None:
        put_back = self._kept.take_filter_away(saved)
        said = self.tr("The filter {name} is deleted.").format(name=saved.name)
        self._messages.good(said, self.tr("Undo"), put_back)

    def _move(self, saved: SavedFilter, place: int, by: int) -> None:
        target = place + by
        if 0 <= target < len(self.buttons):
            self._kept.move_filter(saved, by)
            self.buttons[target].setFocus()

    def _space(self) -> None:
        px = self._theme.px
        self._whole.setContentsMargins(0, px(12), 0, 0)
        self._whole.setSpacing(px(2))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1))
        self._title.setContentsMargins(px(11), 0, 0, px(2))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
