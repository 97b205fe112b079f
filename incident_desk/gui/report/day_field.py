"""The day something happened: typed, or pressed in a calendar that ends today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import IconButton

_BUTTON = 28  # pixels of the design


class DayField(DateField):
    """See `DateField` for its signal; a day chosen in the calendar counts as typed."""

    def __init__(self, zone: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(zone, theme, parent)
        self._theme = theme
        self._calendar: QCalendarWidget | None = None
        self.opener = IconButton("calendar", self.tr("Show the calendar"), theme, self.line, size=16)
        self.opener.setCursor(Qt.CursorShape.PointingHandCursor)
        self.opener.clicked.connect(self.open_calendar)

    def open_calendar(self) -> QCalendarWidget:
        calendar = self._calendar or self._make_calendar()
        today = self._today()
        calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        day = self.value() or today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        return calendar

    def _make_calendar(self) -> QCalendarWidget:
        calendar = self._calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self.opener.accessibleName())
        calendar.clicked.connect(self._take)
        calendar.activated.connect(self._take)
        return calendar

    def _take(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.problem_found.emit("")
        self.value_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._theme.px(_BUTTON)
        self.line.setTextMargins(0, 0, wide, 0)
        self.opener.setGeometry(self.line.width() - wide, 0, wide, self.line.height())
