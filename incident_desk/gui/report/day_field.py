"""The day something happened: typed, or pressed in a calendar that ends today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget
from shiboken6 import isValid

from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import IconButton
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.popover import Popover

_BUTTON, _WIDE = 28, 320  # pixels of the design


class DayField(DateField):
    """See `DateField` for its signal; a day chosen in the calendar counts as typed."""

    def __init__(self, zone: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(zone, theme, parent)
        self._theme = theme
        self._popover: Popover | None = None
        self.opener = IconButton("calendar", self.tr("Show the calendar"), theme, self.line, size=16)
        self.opener.setCursor(Qt.CursorShape.PointingHandCursor)
        self.opener.clicked.connect(self.open_calendar)

    def open_calendar(self) -> QCalendarWidget:
        """Made anew each time: it stands in the language and the colours of the moment."""
        page = self.window()
        self._close()
        popover = self._popover = Popover(self.opener.accessibleName(), self._theme, page, width=_WIDE)
        calendar = self._make_calendar(popover)
        popover.body.addWidget(calendar)
        popover.closed.connect(popover.deleteLater)
        popover.open_at(QRect(self.line.mapTo(page, QPoint()), self.line.size()), calendar)
        return calendar

    def _make_calendar(self, parent: QWidget) -> QCalendarWidget:
        calendar = QCalendarWidget(parent)
        letter(calendar, "body", self._theme)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self.opener.accessibleName())
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        for name, drawing in (("prev", "chevron-left"), ("next", "chevron-right")):
            turn = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if turn is not None:  # Qt's own arrows are black on any ground
                turn.setIcon(self._theme.icon(drawing, "onpetrol", 16))
        today, day = self._today(), self.value()
        calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        return calendar

    def _take(self, chosen: QDate) -> None:
        self._close()
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.problem_found.emit("")
        self.value_changed.emit()

    def _close(self) -> None:
        popover, self._popover = self._popover, None
        if popover is not None and isValid(popover):
            popover.close_popover()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._theme.px(_BUTTON)
        self.line.setTextMargins(0, 0, wide, 0)
        self.opener.setGeometry(self.line.width() - wide, 0, wide, self.line.height())
