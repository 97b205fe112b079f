"""What a row says in each column, put together when somebody first looks at it: a page has more rows than a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import KIND_NAMES, PRIORITY_NAMES, STATUS_NAMES, Status
from incident_desk.gui.clock import Moments
from incident_desk.gui.language import language, said
from incident_desk.gui.models.card import make_card
from incident_desk.gui.paint.time_left import Haste
from incident_desk.usecases.export.times import LocalTimes, StatedTimes
from incident_desk.usecases.register.columns import Column
from incident_desk.usecases.rows import IncidentRow, StoredTime
from incident_desk.usecases.wording import Wording, is_day_alone

translate = QCoreApplication.translate
NOTHING = "–"
OPEN = frozenset({Status.INBOX, Status.OPEN})
Say = Callable[[IncidentRow], str]
_STATED: dict[str, Callable[[IncidentRow], StoredTime | None]] = {
    "occurred": lambda row: row.occurred,
    "discovered": lambda row: row.discovered,
}
_INSTANTS: dict[str, Callable[[IncidentRow], int | None]] = {
    "opened": lambda row: row.opened_at,
    "changed": lambda row: row.changed_at,
    "concluded": lambda row: row.concluded_at,
    "next_due": lambda row: row.next_due,
}

_RECORDED = frozenset({"opened", "concluded"})


class Line:
    """A row, and what it says once somebody looks at it. `extra` has the values of its whole page.

    `drawn` is what the delegate made of it, for the look `drawn_for`.
    """

    __slots__ = ("drawn", "drawn_for", "extra", "row", "texts")

    def __init__(self, row: IncidentRow, extra: Mapping[tuple[int, str], Any]) -> None:
        self.row, self.extra = row, extra
        self.texts: tuple[str, ...] | None = None
        self.drawn: Sequence[Any] = ()
        self.drawn_for: object = None

    @property
    def is_open(self) -> bool:
        return self.row.status in OPEN


class LineMaker:
    """Says rows in the columns of the moment; `now` in microseconds UTC."""

    def __init__(self, columns: Sequence[Column], wording: Wording, now: int) -> None:
        self.columns = tuple(columns)
        self._wording, self._now = wording, now
        self._moments = Moments(now, wording)
        self._zone = ZoneInfo(wording.zone)
        self._year = f" {self._moments.today.year}"
        self._written = StatedTimes(LocalTimes(wording.zone), language())
        self._say = [None if column.extra else self._sayer(column.key) for column in self.columns]

    def texts(self, line: Line) -> tuple[str, ...]:
        """As they are shown and spoken, one for each column."""
        if line.texts is None:
            row = line.row
            line.texts = tuple([
                (say(row) if say is not None else self._extra(line, column)) or NOTHING
                for say, column in zip(self._say, self.columns, strict=True)
            ])  # fmt: skip
        return line.texts

    def copied(self, line: Line) -> list[str]:
        """As a spreadsheet takes them: times with their year and in order, nothing where nothing is stated."""
        texts = ["" if text == NOTHING else text for text in self.texts(line)]
        for n, column in enumerate(self.columns):
            instant, stated = _INSTANTS.get(column.key), _STATED.get(column.key)
            if instant is not None and texts[n]:
                local = from_micros(at := instant(line.row) or 0).astimezone(self._zone)
                texts[n] = f"{local:%Y-%m-%d}" if self._is_day(column.key, at) else f"{local:%Y-%m-%d %H:%M}"
            elif stated is not None and (time := stated(line.row)) is not None:
                texts[n] = self._written.tell(time)
        return texts

    def spoken(self, line: Line) -> str:
        """The whole row: the title and number bare, the others with their headings."""
        bare = {"number", "title", "steps"}
        parts = [
            text if column.key in bare else f"{said(column.label)} {text}"
            for column, text in zip(self.columns, self.texts(line), strict=True)
            if text != NOTHING
        ]
        return ", ".join(parts)

    def haste(self, row: IncidentRow) -> Haste:
        """How what is due next stands."""
        if row.next_due is None:
            return Haste.IN_HAND
        return self._moments.left(row.next_due, row.opened_at).haste

    def _extra(self, line: Line, column: Column) -> str:
        value = line.extra.get((line.row.no, column.key))
        if value is None:
            return ""
        return self._wording.value(self._wording.field(column.key), value)

    def _sayer(self, key: str) -> Say:
        wording, lang = self._wording, language()
        names = wording.names
        assert names is not None
        of_row: dict[str, Say] = {
            "steps": lambda row: row.standing[lang],
            "number": lambda row: row.number,
            "title": lambda row: row.title,
            "priority": lambda row: PRIORITY_NAMES[row.priority][lang],
            "place": lambda row: row.place_name,
            "department": lambda row: row.department,
            "category": lambda row: names.category(row.category, lang),
            "subcategory": lambda row: names.subcategory(row.subcategory, lang),
            "responsible": lambda row: row.responsible_name,
            "status": lambda row: STATUS_NAMES[row.status][lang],
            "next_due": self._due,
            "missing": lambda row: str(row.missing),
            "measures": lambda row: str(row.measures_in_force),
            "actions": self._actions,
            "review_date": self._review,
            "kind": lambda row: KIND_NAMES[row.kind][lang],
            "anonymous": lambda row: wording.texts.say("wording.yes" if row.anonymous else "wording.no"),
        }
        if key in _STATED:
            return partial(self._stated, _STATED[key])
        return of_row.get(key) or partial(self._instant, key)

    def _instant(self, key: str, row: IncidentRow) -> str:
        """With its year only where it is another."""
        instant = _INSTANTS[key](row)
        if instant is None:
            return ""
        local = from_micros(instant).astimezone(self._zone)
        day = self._wording.day(local).removesuffix(self._year)
        return day if self._is_day(key, instant) else f"{day}, {local:%H:%M}"

    def _is_day(self, key: str, instant: int) -> bool:
        return key in _RECORDED and is_day_alone(instant, self._wording.zone)

    def _stated(self, get: Callable[[IncidentRow], StoredTime | None], row: IncidentRow) -> str:
        """Never more exact than it was said; with its year only where it is another."""
        return self._wording.stored(get(row)).replace(self._year, "")

    def _due(self, row: IncidentRow) -> str:
        if row.next_due is None:
            return ""
        deadline = make_card(row, self._now, self._wording, None).deadline
        left = self._moments.left(row.next_due, row.opened_at)
        return f"{left.words}, {deadline.whose}" if deadline is not None and deadline.whose else left.words

    def _actions(self, row: IncidentRow) -> str:
        if not row.actions_total:
            return ""
        return translate("Register", "{done} of {total}").format(done=row.actions_done, total=row.actions_total)

    def _review(self, row: IncidentRow) -> str:
        return self._wording.value(self._wording.field("review_date"), row.review_date)
