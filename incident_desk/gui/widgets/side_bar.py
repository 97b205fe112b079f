"""The side bar: which register, report an incident, the pages with their counts, settings at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import Priority
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted, tool_tip
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_NARROW, _ROW, _LOW_ROW = 56, 34, 22
_FIRST_PAGE = 3  # in the column: after the register, the report and the room below it


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One page. Entries with `at_bottom` stand under the free room (Settings)."""

    key: str
    title: str
    icon: str
    at_bottom: bool = False


class _NavButton(PaintedButton):
    page_chosen = Signal(str)

    def __init__(self, entry: NavEntry, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.entry, self._count, self._urgent, self.narrow = entry, 0, False, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(entry.title.replace("&", "&&"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._on_clicked)
        self.set_count(0, urgent=False)

    def _on_clicked(self) -> None:
        self.page_chosen.emit(self.entry.key)

    def set_count(self, count: int, *, urgent: bool) -> None:
        self._count, self._urgent = count, urgent
        name = self.entry.title
        self.setAccessibleName(f"{name}, {count}" if count else name)
        self.setToolTip(tool_tip(self.accessibleName()) if self.narrow else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.set_count(self._count, urgent=self._urgent)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self.narrow:
            return QSize(px(_NARROW) - 2 * px(8), px(_ROW))
        words = brush.width_of(self.entry.title, "navigation-here", self._theme)
        return QSize(round(words) + px(38 + 8 + 34), px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Lower in a low window with large text, so that all stand in it."""
        return QSize(self._theme.px(40), self._theme.px(_LOW_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens, px, area = self._theme.tokens, self._theme.px, self.area()
        here = self.isChecked()
        if here or touch_of(self).hovered:
            brush.box(painter, area, px(4), tokens.tint if here else tokens.tray)
        if here:
            brush.box(painter, QRectF(0, px(6), px(3), area.height() - 2 * px(6)), 1, tokens.petrol)
        if self.hasFocus():
            brush.box(painter, area, px(4), None, tokens.petrol, width=px(2))
        ink = "petrol" if here else "ink2"
        start = px(11) if not self.narrow else round((area.width() - px(18)) / 2)
        brush.icon(painter, QPointF(start, area.center().y()), self.entry.icon, self._theme, colour=ink, size=18)
        if self.narrow:
            self._paint_dot(painter, area)
        else:
            room = area.adjusted(px(38), 0, -self._paint_count(painter, area) - px(6), 0)
            role = "navigation-here" if here else "navigation"
            colour = tokens.petrol if here else tokens.ink
            brush.words(painter, room, self.entry.title, self._theme, role=role, colour=colour)

    def _paint_count(self, painter: QPainter, area: QRectF) -> float:
        if not self._count:
            return 0
        px, tokens, number = self._theme.px, self._theme.tokens, str(self._count)
        width = brush.width_of(number, "hint-strong", self._theme)
        if not self._urgent:
            room = area.adjusted(0, 0, -px(14), 0)
            brush.words(painter, room, number, self._theme, role="hint-strong", colour=tokens.ink2, align=brush.RIGHT)
            return width + px(14)
        high = px(19)
        disc = QRectF(0, 0, max(high, width + px(10)), high)
        disc.moveCenter(QPointF(area.right() - px(8) - disc.width() / 2, area.center().y()))
        brush.box(painter, disc, high / 2, tokens.crit)
        colour = tokens.chips[Priority.CRITICAL].text
        brush.words(painter, disc, number, self._theme, role="hint-strong", colour=colour, align=brush.CENTRE)
        return disc.width() + px(8)

    def _paint_dot(self, painter: QPainter, area: QRectF) -> None:
        """In the narrow bar a dot says that something waits; the tool tip says how much."""
        if self._count:
            px = self._theme.px
            ink = self._theme.tokens.crit if self._urgent else self._theme.tokens.ink2
            place = QRectF(area.center().x() + px(6), area.top() + px(5), px(8), px(8))
            brush.box(painter, place, px(4), ink)


class _RegisterButton(PaintedButton):
    """Which register is open: mark, name, where it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.narrow = False
        self._detail = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_register(self, name: str, detail: str) -> None:
        self._detail = detail
        self._name = name
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(self.tr("Register {name}, {detail}").format(name=name, detail=detail))
        self.setToolTip(tool_tip(f"{name}\n{detail}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_NARROW - 16 if self.narrow else 150), self._theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens, px, area = self._theme.tokens, self._theme.px, self.area()
        if self.hasFocus():
            brush.box(painter, area, px(6), None, tokens.petrol, width=px(2))
        edge = px(30)
        left = px(2) if not self.narrow else round((area.width() - edge) / 2)
        place = QRectF(left, area.center().y() - edge / 2, edge, edge).toRect()
        self._theme.app_mark(30).paint(painter, place)
        if self.narrow:
            return
        start = left + edge + px(8)
        room = QRectF(start, 0, area.width() - start - px(14), area.height())
        high, low = self._theme.metrics("hint-strong").height(), self._theme.metrics("small").height()
        room.setTop(area.center().y() - (high + low) / 2)
        room.setHeight(high)
        brush.words(painter, room, self._name, self._theme, role="hint-strong", colour=tokens.ink)
        below = room.translated(0, high)
        below.setHeight(low)
        brush.words(painter, below, self._detail, self._theme, role="small", colour=tokens.ink2)
        at = QPointF(area.right() - px(13), area.center().y())
        brush.icon(painter, at, "selector", self._theme, colour="ink2", size=15)


class SideBar(Painted):
    """Signals: `page_requested` with the key of an entry, `report_requested`, `register_requested`.

    `foot` is a column above the bottom entries, for the shift block; it is hidden in the narrow bar.
    Up and Down go from page to page.
    """

    page_requested = Signal(str)
    report_requested = Signal()
    register_requested = Signal()

    def __init__(self, entries: Sequence[NavEntry], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._narrow = False
        self.setAccessibleName(self.tr("Pages"))
        self._register = _RegisterButton(theme, self)
        self._register.clicked.connect(self.register_requested)
        self._report = Button(
            self.tr("Report an incident"), theme, self, weight=Weight.PRIMARY, icon="plus", fit=Fit.BAR
        )
        self._report.clicked.connect(self.report_requested)
        self._buttons = {entry.key: _NavButton(entry, theme, self) for entry in entries}
        for button in self._buttons.values():
            button.page_chosen.connect(self.page_requested)
        self._below: QWidget | None = None
        self.foot_place = QWidget(self)
        self.foot = QVBoxLayout(self.foot_place)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def set_register(self, name: str, detail: str) -> None:
        self._register.set_register(name, detail)

    def set_current(self, key: str) -> None:
        """Shows where one is; a page that is not in the bar leaves none marked."""
        for button in self._buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(button.entry.key == key)
            button.setAutoExclusive(True)

    def set_count(self, key: str, count: int, *, urgent: bool = False) -> None:
        """How much waits on a page; urgent counts stand on a red disc."""
        self._buttons[key].set_count(count, urgent=urgent)

    def add_below_pages(self, part: QWidget) -> None:
        """What belongs to a page and is reached from all; it takes the free room, and is hidden in the narrow bar."""
        self._below = part
        pages = sum(not button.entry.at_bottom for button in self._buttons.values())
        self._column.insertWidget(_FIRST_PAGE + pages, part, 100)
        part.setVisible(not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, 56 px of the design; names stand in the tool tips."""
        self._narrow = narrow
        self._register.narrow = narrow
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self.foot_place.setVisible(not narrow)
        if self._below is not None:
            self._below.setVisible(not narrow)
        self._report.set_text("" if narrow else self.tr("Report an incident"))
        self._report.setAccessibleName(self.tr("Report an incident"))
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(self._theme.px(_NARROW), super().sizeHint().height())
        return QSize(max(self._theme.px(188), super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.side)
        right = self.width() - 1
        brush.hairline(painter, QPointF(right, 0), QPointF(right, self.height()), self._theme)

    def _lay_out(self) -> None:
        self._column.addWidget(self._register)
        self._column.addWidget(self._report)
        self._column.addSpacing(self._theme.u)
        for button in self._buttons.values():
            if not button.entry.at_bottom:
                self._column.addWidget(button)
        self._column.addStretch(1)
        self._column.addWidget(self.foot_place)
        for button in self._buttons.values():
            if button.entry.at_bottom:
                self._column.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        side = px(8 if self._narrow else 11)
        self._column.setContentsMargins(side, px(9), side + 1, px(6))
        self._column.setSpacing(px(3))
        self._report.setMinimumHeight(px(36))
        self.foot.setContentsMargins(0, px(8), 0, px(8))
        self.foot.setSpacing(px(2))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
