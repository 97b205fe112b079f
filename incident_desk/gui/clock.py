"""Moments and time left in the short words of the screen: "today 14:00", "in 3 h 36 min", "24 min overdue"."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from incident_desk.domain.values import Precision, StatedTime, from_micros, micros
from incident_desk.gui.language import language
from incident_desk.gui.paint.time_left import Haste, overdue_words
from incident_desk.usecases.wording import Wording, is_day_alone

Clock = Callable[[], int]  # microseconds UTC

_HOUR = 3_600_000_000
_SOON = 6 * _HOUR
translate = QCoreApplication.translate


def system_clock() -> int:
    return time.time_ns() // 1000


@dataclass(frozen=True, slots=True)
class Left:
    """How a deadline stands: the words, the share of its time that is left (0 to 1), and the haste."""

    words: str
    share: float
    haste: Haste


@dataclass(frozen=True, slots=True)
class Moments:
    """Says times as they are seen from now."""

    now: int
    wording: Wording

    @property
    def today(self) -> date:
        return from_micros(self.now).astimezone(ZoneInfo(self.wording.zone)).date()

    def at(self, instant: int) -> str:
        """A moment: "today 14:00", "Sat 14 Nov, 08:34"; with the year when it is another."""
        local = from_micros(instant).astimezone(ZoneInfo(self.wording.zone))
        return self._day_and_hour(local)

    def recorded(self, instant: int) -> str:
        """When a record came up or was concluded: of one from an old list that gives the days alone, the day."""
        if is_day_alone(instant, self.wording.zone):
            return self.day(from_micros(instant).astimezone(ZoneInfo(self.wording.zone)).date())
        return self.at(instant)

    def day(self, day: date) -> str:
        """A day without an hour: "15 Nov"; with the year when it is another."""
        near = _near((day - self.today).days)
        return near or self._calendar(day, weekday=False)

    def clock(self, instant: int) -> str:
        """Only the hour today, else the day."""
        local = from_micros(instant).astimezone(ZoneInfo(self.wording.zone))
        return f"{local:%H:%M}" if local.date() == self.today else self.day(local.date())

    def stated(self, value: Any) -> str:
        """A time as people stated it; short where it is exact and in the register's zone."""
        if value is None:
            return ""
        stated = StatedTime.from_json(value)
        if stated.zone != self.wording.zone or stated.earliest is None or stated.latest is None:
            return self.wording.stated(value)
        local = stated.earliest.astimezone(ZoneInfo(stated.zone))
        match stated.precision:
            case Precision.EXACT:
                return self._day_and_hour(local)
            case Precision.ABOUT:
                return translate("Clock", "about {time}").format(time=self._day_and_hour(local))
            case Precision.DATE:
                return self.day(local.date())
            case _:
                return self.wording.stated(value)

    def brief(self, value: Any) -> str:
        """A stated time in the fewest words: the hour today, else the day."""
        latest = None if value is None else StatedTime.from_json(value).latest
        if latest is None:
            return self.stated(value)
        precise = StatedTime.from_json(value).precision is not Precision.DATE
        return self.clock(micros(latest)) if precise else self.stated(value)

    def left(self, due: int, since: int) -> Left:
        """The time left until `due` of the time there was from `since` on."""
        left = due - self.now
        if left < 0:
            return Left(overdue_words(-left, self.wording), 0.0, Haste.OVERDUE)
        share = min(1.0, left / max(due - since, _HOUR))
        haste = Haste.SOON if left <= _SOON or share < 0.1 else Haste.IN_HAND
        return Left(translate("Clock", "in {time}").format(time=self.wording.duration(left)), share, haste)

    def _day_and_hour(self, local: datetime) -> str:
        near = _near((local.date() - self.today).days)
        if near is not None:
            return f"{near} {local:%H:%M}"
        return f"{self._calendar(local.date(), weekday=True)}, {local:%H:%M}"

    def _calendar(self, day: date, *, weekday: bool) -> str:
        german = language() == "de"
        form = ("ddd d. MMM" if weekday else "d. MMM") if german else ("ddd d MMM" if weekday else "d MMM")
        if day.year != self.today.year:
            form += " yyyy"
        return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _near(days: int) -> str | None:
    """The name of a day that lies so many days from today, where it has one."""
    names = {0: translate("Clock", "today"), 1: translate("Clock", "tomorrow"), -1: translate("Clock", "yesterday")}
    return names.get(days)
