"""A calendar day, typed by hand: "12.11.", "12 Nov", "tomorrow". What was understood stands below in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets import time_words
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.labels import PlainLabel


class DateField(CompositeField):
    """Signal: `value_changed` when a person typed something that can be understood, or emptied the field."""

    value_changed = Signal()

    def __init__(
        self, zone: str, theme: Theme, parent: QWidget | None, *, today: Callable[[], date] | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today or (lambda: datetime.now(ZoneInfo(zone)).date())
        self.line = LineField(theme, self, placeholder=self.tr("such as 12 Nov"), limit=60)
        self._understood = PlainLabel("", theme, self, role="hint", ink="ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.line)
        column.addWidget(self._understood)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(lambda: self.problem_found.emit(self.problem()))
        self.line.refused.connect(self.problem_found)
        self._say_understood()

    def value(self) -> date | None:
        """The day; None while nothing is stated, or while it is not understood."""
        try:
            return self._read()
        except time_words.NotATimeError:
            return None

    def set_value(self, day: date | None) -> None:
        self.line.setText("" if day is None else _written(day))
        self._say_understood()

    def problem(self) -> str:
        """What is wrong with what was typed, as a sentence; "" when nothing is."""
        try:
            self._read()
        except time_words.NotATimeError:
            return self.tr("This is no day yet. Write it as 12 Nov, 12.11. or 2026-11-12.")
        return ""

    def edits(self) -> list[QWidget]:
        return [self.line]

    def _read(self) -> date | None:
        text = self.line.text().strip()
        if not text:
            return None
        typed = time_words.read_typed(text, self._today())
        if typed.hour is not None:
            raise time_words.NotATimeError(text)
        return typed.day

    def _on_edited(self) -> None:
        self._say_understood()
        if not self.problem():
            self.problem_found.emit("")
        self.value_changed.emit()

    def _say_understood(self) -> None:
        day = self.value()
        words = "" if day is None else self._in_full(day)
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def _in_full(self, day: date) -> str:
        form = "dddd, d. MMM yyyy" if language() == "de" else "dddd, d MMM yyyy"
        words = QLocale().toString(QDate(day.year, day.month, day.day), form)
        return self.tr("today, {day}").format(day=words) if day == self._today() else words


def _written(day: date) -> str:
    """A day in a form that the field itself understands."""
    if language() == "de":
        return f"{day:%d.%m.%Y}"
    return f"{day.day} {QLocale.c().monthName(day.month, QLocale.FormatType.ShortFormat)} {day.year}"
