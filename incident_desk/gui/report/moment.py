"""When it happened, where it was not just now: the day where it was another one, and about what time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.values import Precision, StatedTime
from incident_desk.gui.report.day_field import DayField
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets import time_words
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow

SHIFT, DAY = "shift", "day"

_EDGES = 30  # pixels of the design beside the text of a line


class MomentRows(QWidget):
    """Signal: `edited`. An hour that is typed here is always kept as "about": nobody asked for more."""

    edited = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = session.names.settings.zone
        self._code: str | None = None
        self.day = DayField(self._zone, theme, self)
        self.hour = LineField(theme, self, placeholder=self.tr("such as 14:30"), limit=60)
        self.day_row = FormRow(self.tr("Which day?"), self.day, theme, self)
        self.hour_row = FormRow(self.tr("Time, about"), self.hour, theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u)
        row.addWidget(self.day_row, 3)
        row.addWidget(self.hour_row, 2)
        self.day.value_changed.connect(self.edited)
        self.hour.textEdited.connect(lambda _: self.edited.emit())
        theme.changed.connect(self._fit)
        self._fit()
        self.ask_for(None)

    def _fit(self) -> None:
        """The example is read whole."""
        example = self._theme.metrics("body").horizontalAdvance(self.hour.placeholderText())
        self.hour.setMinimumWidth(round(example) + self._theme.px(_EDGES))

    def ask_for(self, code: str | None) -> None:
        """An hour of today, the day as well, or nothing at all."""
        self._code = code
        self.day_row.setVisible(code == DAY)
        self.setVisible(code in (SHIFT, DAY))

    def answers(self) -> dict[str, str]:
        """As they were typed, for a draft."""
        return {"day": self.day.line.text(), "hour": self.hour.text()}

    def show_answers(self, day: str, hour: str) -> None:
        self.day.line.setText(day)
        if self.day.value() is not None:
            self.day.set_value(self.day.value())
        self.hour.setText(hour)

    def value(self) -> dict[str, Any] | None:
        """What is stated; None while nothing is, or while it cannot be understood."""
        try:
            stated = self._read()
        except ValueError:
            return None
        return None if stated is None else stated.to_json()

    def mark_wrong(self) -> bool:
        """Says beside the field what is not understood; False when all is well."""
        self.clear_marks()
        if self._code == DAY and self.day.problem():
            self._say_wrong_day(self.day.problem())
            return True
        try:
            self._read()
        except _NoDayError:
            self._say_wrong_day(self.tr("Say which day it was, or press the calendar."))
        except ValueError:
            self._say_wrong_hour(self.tr("This is no time of the day yet. Write it as 14:30, or leave it empty."))
        else:
            return False
        return True

    def say_refused(self, sentence: str) -> None:
        """Beside what is to be mended: a day to come is not mended by another hour."""
        day = self.day.value() if self._code == DAY else None
        if day is not None and (day > self._today() or not self.hour.text().strip()):
            self._say_wrong_day(sentence)
        else:
            self._say_wrong_hour(sentence)

    def _say_wrong_day(self, sentence: str) -> None:
        self.day_row.set_wrong(sentence)
        self.day.line.setFocus()

    def _say_wrong_hour(self, sentence: str) -> None:
        self.hour_row.set_wrong(sentence)
        self.hour.setFocus()

    def clear_marks(self) -> None:
        self.day_row.set_wrong("")
        self.hour_row.set_wrong("")

    def _today(self) -> date:
        return datetime.now(ZoneInfo(self._zone)).date()

    def _read(self) -> StatedTime | None:
        text = self.hour.text().strip()
        if self._code not in (SHIFT, DAY):
            return None
        today = self._today()
        day = self.day.value() if self._code == DAY else today
        if not text:
            return StatedTime.on(day, self._zone) if self._code == DAY and day is not None else None
        typed = time_words.read_typed(text, day or today)
        if day is None and typed.day == today:
            raise _NoDayError
        stated = time_words.stated(typed, Precision.ABOUT, self._zone)
        if self._code == SHIFT and typed.day == today and _to_come(stated):
            stated = time_words.stated(replace(typed, day=today - timedelta(days=1)), Precision.ABOUT, self._zone)
        return stated


class _NoDayError(ValueError):
    """An hour of another day, and nobody said which."""


def _to_come(stated: StatedTime) -> bool:
    """At two in the night "23:30, earlier this shift" was the day before."""
    return stated.earliest is not None and stated.earliest > datetime.now(UTC)
