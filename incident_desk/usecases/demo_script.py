"""From a story of the demo to its acts: who gives which commands when, from the report to the last signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind, Priority, Step
from incident_desk.usecases.demo_schedule import Schedule
from incident_desk.usecases.demo_stories import Story

Order = Callable[[Record, int], Sequence[c.Command]]
"""The commands of one submission, from the record as it stands and the moment."""

_OF_THE_REPORT = frozenset({"immediate_action", "occurred", "place_detail", "reporter_name"})
_AT_STEP = {
    Step.IDENTIFICATION: ("people", "questions"),
    Step.CONTAINMENT: ("measures", "communications", "promises", "obligations"),
    Step.REACTION: ("whys", "actions"),
}
_KNOWN_LATER = ("result", "proof", "answer", "reference", "moved_on")  # columns that are filled when a line ends
_USUAL_RATING = ("2", "2", "2", "3")


@dataclass(frozen=True, slots=True)
class Act:
    """One submission of a story. `by` None: without a name."""

    moment: int
    by: str | None
    order: Order


@dataclass(frozen=True, slots=True)
class Script:
    """The acts of one story. `told` says what is said where the story has no words of its own."""

    story: Story
    schedule: Schedule
    told: Mapping[str, Any]
    pack: Pack

    def acts(self) -> list[Act]:
        stages = [(moment, list(orders)) for moment, orders in self._stages()]
        ends = [*(moment for moment, _ in stages[1:]), self.schedule.start]
        acts: list[Act] = []
        for (begin, orders), end in zip(stages, ends, strict=True):
            moments = self.schedule.spread(begin, end, len(orders))
            acts += [Act(moment, by, order) for moment, (by, order) in zip(moments, orders, strict=True)]
        return sorted([*acts, *self._ends()], key=lambda act: act.moment)

    @property
    def _values(self) -> Mapping[str, Any]:
        return self.story.values

    def _own(self, key: str) -> dict[str, Any]:
        """The story's own words of a part, else those that are said of any incident."""
        found: dict[str, Any] = self.schedule.stated({**self.told.get(key, {}), **self._values.get(key, {})})
        return found

    def _stages(self) -> Iterator[tuple[int, Iterable[tuple[str | None, Order]]]]:
        reach, at = self.story.reach, self.schedule.entered
        yield self.schedule.reported(), [(self._values.get("reporter"), self._say(self._report()))]
        if reach == "not_reportable":
            yield at(reach), [self._led(c.MarkNotReportable(self._values["reason"]))]
        if reach in ("inbox", "not_reportable"):
            return
        for step in self._route():
            if step <= STEP_BY_KEY.get(reach, Step.CONCLUSION):
                yield at(step.key), self._of_step(step)
        if reach == "signed":
            yield at("review"), [(self._lead, self._settle("questions", "measures", "obligations")), self._review()]
            yield at("signed"), self._end()

    @property
    def _lead(self) -> str:
        return str(self._values["responsible"])

    def _led(self, *commands: c.Command) -> tuple[str, Order]:
        return self._lead, self._say(*commands)

    @staticmethod
    def _say(*commands: c.Command) -> Order:
        return lambda _record, _moment: commands

    # --- the five steps ---

    def _priority(self) -> Priority:
        if "rating" not in self._values:
            return Priority.NOT_SET
        row, column, other_row, other_column = self._values["rating"]
        matrix = self.pack.matrix
        scores = (matrix.score(row, column), matrix.score(other_row, other_column))
        return min((matrix.priority(score) for score in scores), key=lambda level: level.rank)

    def _route(self) -> tuple[Step, ...]:
        return self.pack.route(self.story.kind, self._priority())

    def _rated_at(self) -> Step:
        """Where the matrix is answered. Kinds that may take a shorter route are rated first."""
        usual = Step.PRIORITISATION if self.story.kind is Kind.INCIDENT else Step.IDENTIFICATION
        return STEP_BY_KEY.get(self._values.get("rated", ""), usual)

    def _report(self) -> c.Command:
        values = self._values
        fields = {key: value for key, value in values.get("fields", {}).items() if key in _OF_THE_REPORT}
        fields["discovered"] = {"hours": values["hours"] + values.get("unnoticed", 0.1)}
        fields |= {key: values[key] for key in ("what_happened", "place", "category")}
        if not values.get("anonymous"):
            fields["reporter"] = values["reporter"]
        return c.RecordIncident(self.schedule.stated(fields), self.story.kind, bool(values.get("anonymous")))

    def _of_step(self, step: Step) -> Iterator[tuple[str | None, Order]]:
        yield self._lead, self._enter(step)
        if step is Step.IDENTIFICATION:
            more = {key: value for key, value in self._own("fields").items() if key not in _OF_THE_REPORT}
            yield self._led(c.ChangeFields({"title": self._values["title"], **more}))
        if step is self._rated_at() and step.key != "identification" or "rating" in self._values ...
