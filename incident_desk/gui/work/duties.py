"""Duties to report: grouped by record, one ring for each authority with the part of its time that is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.clock import Moments
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.priority import chip_width, paint_chip
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import Ring
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.work.reading import Duty

_CELL, _HEAD, _GAP = 250, 48, 16
_RING_INSIDE = 0.72  # of its width


class _GroupHead(Painted):
    """The record of a group: number, title, priority."""

    def __init__(self, duty: Duty, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._row = duty.row
        self.setAccessibleName(f"{duty.row.number}, {duty.row.title}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_CELL), self._theme.px(_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        brush.smooth(painter)
        brush.box(painter, QRectF(self.rect()), px(5), theme.tokens.sunken)
        inner = QRectF(self.rect()).adjusted(px(12), px(5), -px(8), -px(5))
        half = inner.height() / 2
        chip = chip_width(self._row.priority, theme)
        number = QRectF(inner.left(), inner.top(), inner.width() - chip - px(6), half)
        brush.words(painter, number, self._row.number, theme, role="hint-strong", colour=theme.tokens.ink)
        paint_chip(painter, QPointF(inner.right(), inner.top()), self._row.priority, theme, from_right=True)
        title = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        brush.words(painter, title, self._row.title, theme, role="hint", colour=theme.tokens.ink2)


class DutyCell(QWidget):
    """Ring, whom and what, when, and what can be done. Signals: `open_requested`; `sent_requested`."""

    open_requested = Signal()
    sent_requested = Signal()

    def __init__(self, duty: Duty, moments: Moments, theme: Theme, parent: QWidget, *, may_send: bool) -> None:
        super().__init__(parent)
        self.duty, self._theme = duty, theme
        whose = duty.whom or duty.what
        self._ring = Ring(whose, theme, self)
        self._due = PlainLabel("", theme, self, role="hint-strong", lines=1)
        self.open = Button(self.tr("Open"), theme, self, fit=Fit.BAR)
        self.sent = Button(self.tr("Mark sent"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.sent.setVisible(may_send)
        for button in (self.open, self.sent):
            button.setAccessibleDescription(f"{whose}, {duty.row.number}")
        self.open.clicked.connect(self.open_requested)
        self.sent.clicked.connect(self.sent_requested)
        self._lay_out(theme)
        self._fit()
        theme.changed.connect(self._fit)
        self.tell(moments)

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self.duty.whom or self.duty.what, theme, self, role="body-strong", lines=2))
        if self.duty.whom:
            words.addWidget(PlainLabel(self.duty.what, theme, self, role="hint", ink="ink2", lines=3))
        words.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(theme.px(12))
        above.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.sent)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(10), theme.px(6), theme.px(4))
        column.setSpacing(theme.px(6))
        for part in (above, buttons):
            column.addLayout(part)
        column.insertWidget(1, self._due)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(_CELL))

    def tell(self, moments: Moments) -> None:
        """The time that is left now."""
        due = self.duty.row.due
        if due is None:
            self._due.setText(self.tr("no day set"))
            self._ring.set_time("?", 1.0, Haste.IN_HAND)
            return
        left = moments.left(due, self.duty.since)
        self._ring.set_time(self._fitting(moments.wording.duration(abs(due - moments.now))), left.share, left.haste)
        self._due.setText(self.tr("due {time}").format(time=moments.at(due)))
        self._due.set_ink("ink" if left.haste is Haste.IN_HAND else left.haste.value)

    def _fitting(self, duration: str) -> str:
        """What fits inside the ring: "5 h" of "5 h 45 min"; the words below it say the whole."""
        room = self._ring.sizeHint().width() * _RING_INSIDE
        fits = brush.width_of(duration, "column-head", self._theme) <= room
        return duration if fits else " ".join(duration.split(" ")[:2])


class DutiesPanel(Panel):
    """Signals: `opened` id of the record; `sent` row of the duty."""

    opened = Signal(str)
    sent = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Duties to report"), theme, parent, hint=" ")
        self._row: FlowRow | None = None
        self._shown: tuple[Duty, ...] = ()
        self._duties: tuple[Duty, ...] = ()
        self._may_send = self._whole = False
        self._moments: Moments | None = None
        self.cells: list[DutyCell] = []
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._forget)

    def show_duties(self, duties: Sequence[Duty], moments: Moments, *, may_send: bool) -> None:
        """What is due first stands first; a row of them is shown, the others on demand."""
        self.setVisible(bool(duties))
        if may_send != self._may_send:
            self._forget()
        self._duties, self._moments, self._may_send = tuple(duties), moments, may_send
        if self.head is not None:
            hint = self.tr("%n running; each ring shows the time that is left", None, len(duties))
            self.head.hint.setText(hint)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        """Cells are made anew only where others are shown, so that the focus stays where it is."""
        if self._moments is None:
            return
        across = max(1, (self.width() - 4 * self._theme.u) // self._theme.px(_CELL + _GAP))
        shown = self._duties if self._whole else self._duties[:across]
        if shown != self._shown:
            self._shown = shown
            self._make(self._moments)
        for cell in self.cells:
            cell.tell(self._moments)
        self.more.setVisible(len(self._duties) > across)
        words = self.tr("Show less") if self._whole else self.tr("Show all %n", None, len(self._duties))
        self.more.set_text(words)

    def _on_more_clicked(self) -> None:
        self._whole = not self._whole
        self._show()

    def _forget(self) -> None:
        self._shown = ()  # sizes are of the old look; the next reading makes the cells anew

    def _make(self, moments: Moments) -> None:
        if self._row is not None:
            self.body.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row, self.cells = FlowRow(self._theme, self, gap=_GAP), []
        groups: dict[str, list[Duty]] = {}
        for duty in self._shown:
            groups.setdefault(duty.row.incident, []).append(duty)
        for duties in groups.values():
            self._row.add(self._group(duties, moments, self._row))
        self.body.insertWidget(0, self._row)

    def _group(self, duties: list[Duty], moments: Moments, parent: QWidget) -> QWidget:
        group = QWidget(parent)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_GroupHead(duties[0], self._theme, group))
        cells = FlowRow(self._theme, group, gap=0)
        for duty in duties:
            cell = DutyCell(duty, moments, self._theme, cells, may_send=self._may_send)
            cell.open_requested.connect(lambda record=duty.row.incident: self.opened.emit(record))
            cell.sent_requested.connect(lambda row=duty.row: self.sent.emit(row))
            cells.add(cell)
            self.cells.append(cell)
        column.addWidget(cells)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        group.setSizePolicy(policy)
        return group
