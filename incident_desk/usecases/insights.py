"""What many incidents say together: figures with the rule they follow, a table, and a drawing of the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from incident_desk.charts.bars import Chart, Level, Value
from incident_desk.domain.figures.control import FEWEST, Limits, limits_of
from incident_desk.domain.figures.months import after, begins, month_of, months_up_to
from incident_desk.domain.figures.pareto import OTHERS, pareto
from incident_desk.domain.figures.spread import quantile
from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.usecases.figure_rows import FigureRows
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording

KINDS = ("trend", "categories", "places", "open", "duration", "steps", "recurrence")
MONTHS = (12, 24, 36)
_OFTEN = 3  # of the same category at the same place in one month
_MOST_ROWS = 20
_DAY = 86_400_000_000  # microseconds
_NONE = "-"  # no key of a category and no id


@dataclass(frozen=True, slots=True)
class Insight:
    """One figure. `behind`: by the key of a spot or row the incidents it counts; `keys`: those of the rows."""

    kind: str
    title: str
    definition: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]
    behind: dict[str, IncidentFilter]
    chart: Chart | None = None
    warning: str = ""
    proposes: bool = False  # a problem, for each row


def read_insights(
    queries: Queries, wording: Wording, months: int = MONTHS[0], last: date | None = None
) -> list[Insight]:
    """Of whole calendar months in the zone of the register, up to `last`: the month before this one when it is None."""
    zone = wording.zone
    newest = last or months_up_to(month_of(queries.clock(), zone), 2)[0]
    shown = months_up_to(newest, months)
    bounds = [*(begins(month, zone) for month in shown), begins(after(newest), zone)]
    return Figures(queries.figures(bounds), shown, bounds, wording).all()


class Figures:
    """The insights of one reading."""

    def __init__(self, rows: FigureRows, months: Sequence[date], bounds: Sequence[int], wording: Wording) -> None:
        self._rows, self._months, self._bounds, self._wording = rows, months, bounds, wording

    def all(self) -> list[Insight]:
        return [self.trend(), self.categories(), self.places(), self.open(), self.duration(), self.steps(),
                self.recurrence()]  # fmt: skip

    def say(self, key: str, **facts: object) -> str:
        return self._wording.texts.say(f"insights.{key}", **facts)

    def _month(self, n: int) -> str:
        return f"{self._months[n]:%Y-%m}"

    def _opened_in(self, n: int, **conditions: Any) -> IncidentFilter:
        return self._between(n, n + 1, **conditions)

    def _opened_at_all(self, **conditions: Any) -> IncidentFilter:
        return self._between(0, -1, **conditions)

    def _between(self, first: int, end: int, **conditions: Any) -> IncidentFilter:
        """Without what is set aside: it is not counted either."""
        return IncidentFilter(since=self._bounds[first], until=self._bounds[end], set_aside=False, **conditions)

    # --- how many a month ---

    def trend(self) -> Insight:
        counts = [0] * len(self._months)
        for row in self._rows.opened:
            counts[row.period] += row.count
        limits = self._limits(counts)
        rows = tuple((self._month(n), str(count), self._verdict(n, limits)) for n, count in enumerate(counts))
        keys = tuple(map(self._month, range(len(counts))))
        last = self._verdict(len(counts) - 1, limits)
        return Insight(
            "trend", self.say("trend"), self.say("trend_told"),
            (self.say("month"), self.say("incidents"), self.say("verdict")),
            rows, keys, {key: self._opened_in(n) for n, key in enumerate(keys)}, self._trend_drawn(counts, limits),
            self.say("trend_warning", month=keys[-1], verdict=last) if last else "",
        )  # fmt: skip

    def _limits(self, counts: Sequence[int]) -> Limits | None:
        """Of the months since the first incident: before it nobody wrote anything down."""
        began = next((n for n, count in enumerate(counts) if count), 0) if not self._rows.open_before else 0
        found = limits_of(counts[began:])
        return found and replace(
            found, outside=tuple(n + began for n in found.outside), runs=tuple(n + began for n in found.runs)
        )

    def _verdict(self, n: int, limits: Limits | None) -> str:
        if limits is None:
            return self.say("too_few", count=FEWEST) if n == 0 else ""
        if n in limits.outside:
            return self.say("outside")
        return self.say("run") if n in limits.runs else ""

    def _trend_drawn(self, counts: Sequence[int], limits: Limits | None) -> Chart:
        values = [
            Value(self._month(n), self._month(n), count, self.say("in_month", month=self._month(n), count=count),
                  bool(limits and n in (*limits.outside, *limits.runs)))
            for n, count in enumerate(counts)
        ]  # fmt: skip
        levels = (
            [
                Level(limits.mean, f"{limits.mean:.1f} {self.say('mean')}"),
                Level(limits.upper, f"{limits.upper:.1f}", dashed=True),
                Level(limits.lower, f"{limits.lower:.1f}", dashed=True),
            ]
            if limits
            else []
        )
        return Chart("line", tuple(values), tuple(levels))

    # --- of what, and where ---

    def categories(self) -> Insight:
        names = self._wording.names
        language = self._wording.language

        def name(key: str) -> str:
            return (names.category(key, language) if names else "") or key

        counts = Counter[str]()
        for row in self._rows.opened:
            counts[row.category or _NONE] += row.count
        return self._shares("categories", counts, name, lambda key: self._opened_at_all(category=key))

    def places(self) -> Insight:
        names = self._wording.names
        counts = Counter[str]()
        for row in self._rows.opened:
            counts[row.place or _NONE] += row.count
        return self._shares(
            "places", counts, lambda key: names.place(key) if names else "",
            lambda key: self._opened_at_all(places=frozenset({key})),
        )  # fmt: skip

    def _shares(
        self, kind: str, counts: Counter[str], name: Callable[[str], str], behind: Callable[[str], IncidentFilter]
    ) -> Insight:
        shares = pareto(counts)
        names = {OTHERS: self.say("others"), _NONE: self.say("not_stated")}
        labels = [names.get(each.key) or name(each.key) for each in shares]
        rows = tuple(
            (label, str(each.count), f"{each.together:.0%}") for label, each in zip(labels, shares, strict=True)
        )
        values = [
            Value(each.key or kind, label, each.count, self.say("of_kind", name=label, count=each.count))
            for label, each in zip(labels, shares, strict=True)
        ]
        together = [each.together for each in shares]
        return Insight(
            kind, self.say(kind), self.say(f"{kind}_told"),
            (self.say(f"{kind}_column"), self.say("incidents"), self.say("share")),
            rows, tuple(each.key for each in shares),
            {each.key: behind(each.key) for each in shares if each.key not in (OTHERS, _NONE)},
            Chart("bars", tuple(values), together=tuple(together)) if values else None,
        )  # fmt: skip

    # --- how much is open, how long it takes ---

    def open(self) -> Insight:
        opened = [0] * len(self._months)
        for row in self._rows.opened:
            opened[row.period] += row.count
        left, at_end = self._rows.open_before, []
        for came, went in zip(opened, self._rows.concluded, strict=True):
            left += came - went
            at_end.append(left)
        rows = tuple(
            (self._month(n), str(opened[n]), str(self._rows.concluded[n]), str(at_end[n])) for n in range(len(at_end))
        )
        values = [
            Value(self._month(n), self._month(n), count, self.say("open_then", month=self._month(n), count=count))
            for n, count in enumerate(at_end)
        ]
        keys = tuple(map(self._month, range(len(at_end))))
        return Insight(
            "open", self.say("open"), self.say("open_told"),
            (self.say("month"), self.say("came"), self.say("concluded"), self.say("open_column")),
            rows, keys, {},  # what was open then is no condition that the register knows
            Chart("line", tuple(values)),
        )  # fmt: skip

    def duration(self) -> Insight:
        durations = self._rows.durations
        told = [
            (key, share) for key, share in (("quarter", 0.25), ("half", 0.5), ("three_quarters", 0.75), ("most", 0.9))
        ]
        rows = tuple(
            (self.say(key), self._wording.duration(round(quantile(durations, share))))
            for key, share in told
            if durations
        )
        return Insight(
            "duration", self.say("duration"),
            self.say("duration_told", count=len(durations), reopened=self._rows.reopened),
            (self.say("share_of"), self.say("took")), rows, tuple(key for key, _ in told[: len(rows)]), {},
        )  # fmt: skip

    def steps(self) -> Insight:
        """Half and three quarters of the incidents took no longer."""
        stays = [(step, times) for step in Step if (times := self._rows.stays[step])]
        half = {step: quantile(times, 0.5) for step, times in stays}
        unit, size = ("days", _DAY) if max(half.values(), default=0) >= 2 * _DAY else ("hours", _DAY // 24)
        rows = tuple(
            (self._step(step), self._wording.duration(round(half[step])),
             self._wording.duration(round(quantile(times, 0.75))), str(len(times)))
            for step, times in stays
        )  # fmt: skip
        values = tuple(
            Value(step.key, row[0], round(half[step] / size, 1), f"{row[0]}: {row[1]}")
            for (step, _), row in zip(stays, rows, strict=True)
        )
        return Insight(
            "steps", self.say("steps"), self.say("steps_told", unit=self.say(unit)),
            (self.say("step"), self.say("half"), self.say("three_quarters"), self.say("incidents")),
            rows, tuple(each.key for each in values), {}, Chart("bars", values) if values else None,
        )  # fmt: skip

    def _step(self, step: Step) -> str:
        return STEP_NAMES[step][self._wording.language]

    # --- what comes again ---

    def recurrence(self) -> Insight:
        names, language = self._wording.names, self._wording.language
        often = sorted((row for row in self._rows.opened if row.count >= _OFTEN and row.category and row.place),
                       key=lambda row: (-row.period, -row.count))[:_MOST_ROWS]  # fmt: skip
        rows, keys, behind = [], [], {}
        for row in often:
            assert row.category is not None and row.place is not None
            key = f"{row.period}.{row.category}.{row.place}"
            category = names.category(row.category, language) if names else row.category
            place = names.place(row.place) if names else row.place
            rows.append((self._month(row.period), category, place, str(row.count)))
            keys.append(key)
            behind[key] = self._opened_in(row.period, category=row.category, places=frozenset({row.place}))
        return Insight(
            "recurrence", self.say("recurrence"), self.say("recurrence_told", count=_OFTEN),
            (self.say("month"), self.say("categories_column"), self.say("places_column"), self.say("incidents")),
            tuple(rows), tuple(keys), behind, proposes=True,
        )  # fmt: skip
