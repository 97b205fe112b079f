"""A time as somebody states it: typed by hand, with how exact it is. It never fills anything in by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.values import Precision, StatedTime
from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets import time_words
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.dressing import end_loosely
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.wording import said_zone

_LONGEST = 60
_SIDE_BY_SIDE = 250  # pixels of the design that time and precision need in one row


class TimeField(CompositeField):
    """Signal: `value_changed` after what is stated changed and can be understood (or was emptied).

    `zone` is where the clock on the wall hangs; `now` tells which day "14:30" means. What was understood
    stands below in full. `value()` is None while nothing is stated; `problem()` is "" while all is well.
    """

    value_changed = Signal()

    def __init__(
        self,
        zone: str,
        theme: Theme,
        parent: QWidget | None,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone, self._theme = zone, theme
        self._now = now or (lambda: datetime.now(ZoneInfo(zone)))
        self._given: tuple[str, str, StatedTime] | None = None
        self._first = LineField(theme, self, placeholder=self.tr("such as 14:30"), limit=_LONGEST)
        self._and = PlainLabel(self.tr("and"), theme, self, ink="ink2", lines=1)
        self._last = LineField(theme, self, limit=_LONGEST)
        self._how = ChoiceField(self._precisions(), theme, self)
        # On Linux a choice is named by its label alone, never by its accessible name.
        self._how_label = PlainLabel("", theme, self)
        self._how_label.setBuddy(self._how)
        self._how_label.hide()
        self._understood = PlainLabel("", theme, self, role="hint", ink="ink3")
        self._how.set_code(Precision.EXACT)
        self._lay_out()
        for line in (self._first, self._last):
            line.textEdited.connect(self._on_edited)
            line.editingFinished.connect(self._on_finished)
            line.refused.connect(self.problem_found)
        self._how.code_chosen.connect(self._on_precision_chosen)
        theme.changed.connect(self._space)
        self._show()

    def value(self) -> StatedTime | None:
        """What is stated, no more exact than it was typed; None for nothing, or for what is not understood."""
        try:
            return self._read()
        except ValueError:
            return None

    def problem(self) -> str:
        """What is wrong with what was typed, as a sentence; "" when nothing is."""
        try:
            self._read()
        except time_words.SkippedHourError:
            return self.tr("The clocks were put forward over this hour. Look at the clock time again.")
        except time_words.NotATimeError:
            return self.tr("This is no time yet. Write it as 14:30, 12.11. 14:30 or 2026-11-12 08:25.")
        except ValueError:
            return self.tr("The second time is before the first. Check the two times.")
        return ""

    def set_value(self, value: StatedTime | None) -> None:
        precision = Precision.EXACT if value is None else value.precision
        self._how.set_code(precision)
        zone = ZoneInfo(self._zone if value is None else value.zone)
        first = last = ""
        if value is not None and value.earliest is not None and value.latest is not None:
            first = self._written(value.earliest.astimezone(zone), with_hour=precision is not Precision.DATE)
            if precision is Precision.BETWEEN:
                last = self._written(value.latest.astimezone(zone), with_hour=True)
        self._first.setText(first)
        self._last.setText(last)
        self._given = None if value is None else (first, last, value)
        self._show()

    def edits(self) -> list[QWidget]:
        return [self._first, self._last, self._how]

    def take_label(self, label: str) -> None:
        super().take_label(label)
        self._last.setAccessibleName(self.tr("{label}, latest").format(label=label))
        how = self.tr("{label}, how exact").format(label=label)
        self._how.setAccessibleName(how)
        self._how_label.setText(how)

    def _read(self) -> StatedTime | None:
        precision, zone = Precision(self._how.code() or Precision.EXACT), self._zone_in_use()
        first, last = self._first.text().strip(), self._last.text().strip()
        if precision is Precision.UNKNOWN:
            return StatedTime.unknown(zone)
        if self._given and (first, last, precision) == (*self._given[:2], self._given[2].precision):
            return self._given[2]  # untouched: seconds and zone stay as they were stated
        if not first and not last:
            return None
        typed = time_words.read_typed(first, self._now().date())
        if precision is Precision.DATE:
            return StatedTime.on(typed.day, zone)
        if precision is not Precision.BETWEEN:
            return time_words.stated(typed, precision, zone)
        span = time_words.between(typed, time_words.read_typed(last, typed.day), zone)
        assert span.earliest is not None
        assert span.latest is not None
        if span.latest < span.earliest:
            raise ValueError
        return span

    def _zone_in_use(self) -> str:
        """A time that was stated by another clock is corrected by that clock too."""
        return self._zone if self._given is None else self._given[2].zone

    def _written(self, local: datetime, *, with_hour: bool) -> str:
        """A time in the form that the field itself understands."""
        month = QLocale.c().monthName(local.month, QLocale.FormatType.ShortFormat)
        day = f"{local:%d.%m.%Y}" if language() == "de" else f"{local.day} {month} {local.year}"
        if not with_hour:
            return day
        return f"{day} {local:%H:%M:%S}" if local.second else f"{day} {local:%H:%M}"

    def _precisions(self) -> list[tuple[str, str]]:
        return [
            (Precision.EXACT, self.tr("exact")),
            (Precision.ABOUT, self.tr("about")),
            (Precision.DATE, self.tr("only the date")),
            (Precision.BETWEEN, self.tr("between")),
            (Precision.UNKNOWN, self.tr("not known")),
        ]

    def _on_edited(self) -> None:
        self._say_understood()
        if not self.problem():
            self.problem_found.emit("")
            self.value_changed.emit()

    def _on_finished(self) -> None:
        between = self._how.code() == Precision.BETWEEN
        waiting = between and self._first.text() and not self._last.text() and not self._first.hasFocus()
        self.problem_found.emit("" if waiting else self.problem())

    def _on_precision_chosen(self) -> None:
        self._show()
        self._on_edited()

    def _show(self) -> None:
        code = self._how.code()
        self._first.setVisible(code != Precision.UNKNOWN)
        self._and.setVisible(code == Precision.BETWEEN)
        self._last.setVisible(code == Precision.BETWEEN)
        self.setFocusProxy(self._how if code == Precision.UNKNOWN else self._first)
        self._say_understood()

    def _say_understood(self) -> None:
        value = self.value()
        said = "" if value is None or value.earliest is None or value.latest is None else self._in_full(value)
        if said and value is not None and value.zone != self._zone:
            said = f"{said} ({said_zone(value.zone)})"
        self._understood.setText(said)
        self._understood.setVisible(bool(said))
        self._first.setAccessibleDescription(said)

    def _in_full(self, value: StatedTime) -> str:
        assert value.earliest is not None
        assert value.latest is not None
        zone = ZoneInfo(value.zone)
        with_hour = value.precision is not Precision.DATE
        first = self._spoken(value.earliest.astimezone(zone), with_hour=with_hour)
        if value.precision is Precision.BETWEEN:
            last = self._spoken(value.latest.astimezone(zone), with_hour=True)
            return self.tr("between {first} and {last}").format(first=first, last=last)
        return self.tr("about {time}").format(time=first) if value.precision is Precision.ABOUT else first

    def _spoken(self, local: datetime, *, with_hour: bool) -> str:
        day = QDate(local.year, local.month, local.day)
        words = QLocale().toString(day, "ddd d. MMM yyyy" if language() == "de" else "ddd d MMM yyyy")
        if day == QDate(*self._now().timetuple()[:3]):
            words = self.tr("today, {day}").format(day=words)
        return f"{words}, {local:%H:%M}" if with_hour else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self._first, 3)
        self._row.addWidget(self._and)
        self._row.addWidget(self._last, 3)
        self._row.addWidget(self._how, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._understood)
        end_loosely(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._space()

    def _space(self) -> None:
        narrow = self.width() < self._theme.px(_SIDE_BY_SIDE)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(self._theme.px(4 if narrow else 6))
        self._column.setSpacing(self._theme.px(2))
