"""The next promised update, with the biggest countdown of the page and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.records import Item
from incident_desk.domain.values import due_instant
from incident_desk.gui.clock import Moments
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel


class PromiseBlock(Painted):
    """Signals: `write_requested` and `move_requested` with the promise."""

    write_requested = Signal(object)
    move_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._item: Item | None = None
        self._haste = Haste.SOON
        self._what = PlainLabel("", theme, self, role="body-strong")
        self._countdown = PlainLabel("", theme, self, role="popover-title", ink="high")
        self._who = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.move_button = Button(self.tr("Move to ..."), theme, self, weight=Weight.QUIET)
        self.write = Button(self.tr("Write the update"), theme, self, icon="message-2")
        self.move_button.clicked.connect(lambda: self.move_requested.emit(self._item))
        self.write.clicked.connect(lambda: self.write_requested.emit(self._item))
        self._lay_out()

    def show_promise(self, item: Item, moments: Moments, *, writable: bool) -> None:
        self._item = item
        wording = moments.wording
        whom, at = wording.value(None, item.values.get("what")), moments.stated(item.values.get("at"))
        self._what.setText(self.tr("Promised: next update to {whom}, {time}").format(whom=whom, time=at))
        due = due_instant(item.values.get("at"), wording.zone)
        left = moments.left(due, item.added_at) if due is not None else None
        self._haste = left.haste if left is not None else Haste.IN_HAND
        self._countdown.setText(left.words if left is not None else "")
        self._countdown.set_ink({Haste.OVERDUE: "crit", Haste.SOON: "high"}.get(self._haste, "ink"))
        owner = wording.names.person(item.values.get("owner")) if wording.names else ""
        self._who.setText(self.tr("By {name}").format(name=owner) if owner else "")
        self._who.setVisible(bool(owner))
        for button in (self.move_button, self.write):
            button.setVisible(writable)
        self.setAccessibleName(f"{self._what.text()}, {self._countdown.text()}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        theme, px = self._theme, self._theme.px
        colour = {Haste.OVERDUE: "crit", Haste.SOON: "high"}.get(self._haste, "petrol")
        ground = theme.tokens.tint if colour == "petrol" else theme.tokens.colour(f"{colour}_ground")
        edge = theme.tokens.colour(colour) if theme.high_contrast else None
        brush.box(painter, QRectF(self.rect()), px(7), ground, edge, width=2)
        at = QPointF(px(16), self._what.y() + theme.metrics("body-strong").height() / 2 + px(3))
        brush.icon(painter, at, "alarm", theme, colour=colour, size=22)

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(50), px(12), px(12), px(12))
        column.setSpacing(px(2))
        column.addWidget(self._what)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        for label in (self._countdown, self._who):
            words.addWidget(label)
        row.addLayout(words, 1)
        column.addLayout(row)
        row.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.write, 0, Qt.AlignmentFlag.AlignBottom)
