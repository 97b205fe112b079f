"""From a story of the demo to its acts: who gives which commands when, from the report to the last signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind, Priority, Step
from incident_desk.support.resources import resource
from incident_desk.usecases.demo_schedule import Schedule
from incident_desk.usecases.demo_stories import Story
from incident_desk.usecases.orders import AttachFile

Order = Callable[[Callable[[], Record], int], Sequence[c.Command]]
"""The commands of one submission; told how to look at the record, and the moment."""
Part = tuple[str | None, Order]  # by whom (None: without a name), and what

_OF_THE_REPORT = frozenset({"immediate_action", "occurred", "place_detail", "reporter_name"})
_AT_STEP = {
    Step.IDENTIFICATION: ("people", "questions"),
    Step.CONTAINMENT: ("measures", "communications", "promises", "obligations"),
    Step.REACTION: ("whys", "actions"),
}
_KNOWN_AT_ITS_END = frozenset({"result", "proof", "answer", "reference", "moved_on"})
_USUAL_RATING = ("2", "2", "2", "3")


@dataclass(frozen=True, slots=True)
class Act:
    """One submission of a story."""

    moment: int
    by: str | None
    order: Order
    by_ids: bool = False  # it calls everything by its id, so nothing need be looked up


@dataclass(frozen=True, slots=True)
class Script:
    """The acts of one story. `told` says what is said where the story has no words of its own."""

    story: Story
    schedule: Schedule
    told: Mapping[str, Any]
    pack: Pack

    def acts(self) -> list[Act]:
        stages = [(moment, list(parts)) for moment, parts in self._stages()]
        ends = [*(moment for moment, _ in stages[1:]), self.schedule.start]
        acts: list[Act] = []
        for (begin, parts), end in zip(stages, ends, strict=True):
            moments = self.schedule.spread(begin, end, len(parts))
            acts += [Act(moment, by, order) for moment, (by, order) in zip(moments, parts, strict=True)]
        return sorted([*acts, *self._ended_on_the_way()], key=lambda act: act.moment)

    @property
    def _values(self) -> Mapping[str, Any]:
        return self.story.values

    @property
    def _lead(self) -> str:
        return str(self._values["responsible"])

    def _led(self, *commands: c.Command) -> Part:
        return self._lead, lambda _look, _moment: commands

    def _part(self, key: str) -> dict[str, Any]:
        """The story's own words, else those that are said of any incident."""
        stated: dict[str, Any] = self.schedule.stated({**self.told.get(key, {}), **self._values.get(key, {})})
        return stated

    def _stages(self) -> Iterator[tuple[int, Iterator[Part]]]:
        reach, at = self.story.reach, self.schedule.entered
        yield self.schedule.reported(), self._reported()
        if reach == "not_reportable":
            yield at(reach), iter([self._led(c.MarkNotReportable(self._values["reason"]))])
        if reach in {"inbox", "not_reportable"}:
            return
        for step in self._route():
            if step <= STEP_BY_KEY.get(reach, Step.CONCLUSION):
                yield at(step.key), self._of_step(step)
        if reach == "signed":
            yield at("review"), self._review()
            yield at("signed"), self._end()

    def _priority(self) -> Priority:
        if "rating" not in self._values:
            return Priority.NOT_SET
        row, column, other_row, other_column = self._values["rating"]
        matrix = self.pack.matrix
        scores = (matrix.score(row, column), matrix.score(other_row, other_column))
        return min((matrix.priority(score) for score in scores), key=lambda level: level.rank)

    def _route(self) -> tuple[Step, ...]:
        return self.pack.route(self.story.kind, self._priority())

    def _reported(self) -> Iterator[Part]:
        values = self._values
        fields = {key: value for key, value in values.get("fields", {}).items() if key in _OF_THE_REPORT}
        fields |= {key: values[key] for key in ("what_happened", "category")}
        fields["place"] = place_named(values["place"], self.pack, self.told["language"])
        fields["discovered"] = {"hours": values["hours"] + values.get("unnoticed", 0.1)}
        fields["reported"] = {"hours": values["hours"]}
        if not values.get("anonymous"):
            fields["reporter"] = values["reporter"]
        anonymous = bool(values.get("anonymous"))
        report = c.RecordIncident(self.schedule.stated(fields), self.story.kind, anonymous)
        yield None if anonymous else values["reporter"], lambda _look, _moment: [report]

    def _of_step(self, step: Step) -> Iterator[Part]:
        values = self._values
        yield self._lead, self._enter(step)
        if step is Step.IDENTIFICATION:
            later = {key: value for key, value in self._part("fields").items() if key not in _OF_THE_REPORT}
            yield self._led(c.ChangeFields({"title": values["title"], **later}))
            for file in () if self.story.led_further else values.get("files", ()):
                path = resource("demo", file["file"])
                yield self._led(AttachFile(str(path), file["name"], file.get("note", "")))
        if self._is_rated_at(step):
            yield self._led(c.RatePriority(*values.get("rating", _USUAL_RATING)))
        if step is Step.PRIORITISATION and "effects" in values:
            yield self._led(c.ChangeFields(self._part("effects")))
        for key in _AT_STEP.get(step, ()):
            yield from self._lines(key)
        if step.key == self.story.reach:
            yield from self._present()

    def _is_rated_at(self, step: Step) -> bool:
        """Kinds that may take a shorter route are rated first; the others where the steps ask for it."""
        usual = "prioritisation" if self.story.kind is Kind.INCIDENT else "identification"
        if step.key != self._values.get("rated", usual):
            return False
        return "rating" in self._values or (step is Step.PRIORITISATION and self.story.reach != step.key)

    def _present(self) -> Iterator[Part]:
        """What is already done in the step where the incident stands now."""
        if "partly" in self._values:
            yield self._led(c.ChangeFields(self._part("partly")))
        for note in self._values.get("notes", ()):
            yield self._led(c.AddNote(note))
        for sign_off in self._values.get("signed_by", ()):
            yield self._signed(sign_off)

    def _enter(self, step: Step) -> Order:
        """Into a step, with what the one before it still asks for."""
        if step is Step.IDENTIFICATION:
            return lambda _look, _moment: [c.AcceptReport(self._lead)]
        left = max(before for before in self._route() if before < step)
        settle = self._settled("promises", "actions") if left is Step.REACTION else _nothing
        move = c.MoveToStep(step.key, self._asked_by(left))
        return _after_each_other([settle, lambda _look, _moment: [move]])

    def _asked_by(self, step: Step) -> dict[str, Any]:
        if step is Step.CONTAINMENT:
            extent = self._values.get("extent") or self.told["extent"]
            if self._values.get("measures"):
                return dict(extent)
            return {**extent, "no_measure_reason": self.told["texts"]["no_measure"]}
        if step is Step.PRIORITISATION:
            return {"workload": self._values.get("workload", 4), "deferral": "start_now", **self._part("decision")}
        return {**self._part("cause"), **self._part("tested")} if step is Step.REACTION else {}

    def _review(self) -> Iterator[Part]:
        """The fix holds, so what was temporary ends; then the review is written."""
        yield self._led(c.ChangeFields(self._part("review")))
        yield self._lead, self._settled("questions", "measures", "obligations")
        if self._is_signed():
            yield self._signed(self.pack.sign_offs[0].key)

    def _end(self) -> Iterator[Part]:
        if self._is_signed():
            for sign_off in self.pack.sign_offs[1:]:
                if sign_off.needed or sign_off.key in self.told["signers"]:
                    yield self._signed(sign_off.key)
        else:
            yield self._led(c.ConcludeIncident())
        yield from self._lines("follow_ups")

    def _is_signed(self) -> bool:
        return "signed_off" in self.pack.gate(Step.CONCLUSION, self.story.kind, self._priority()).needs

    def _signed(self, sign_off: str) -> Part:
        """The person who led it signs, unless the file names another one for this signature."""
        return self.told["signers"].get(sign_off, self._lead), lambda _look, _moment: [c.SignOff(sign_off)]

    # --- lines of lists ---

    def _lines(self, key: str) -> Iterator[Part]:
        declared = LISTS[key]
        for line in self._values.get(key, ()):
            known = {name: value for name, value in line.items() if name not in {*_KNOWN_AT_ITS_END, "closed"}}
            owner = {declared.owner: self._lead} if declared.owner else {}
            yield self._led(c.AddItem(key, self.schedule.stated({**owner, **known})))

    def _ended_on_the_way(self) -> Iterator[Act]:
        """Lines that say when they ended: a measure that was lifted, an action done while others are open."""
        if self.story.led_further:
            return
        for key in LISTS:
            for n, line in enumerate(self._values.get(key, ())):
                if "closed" in line:
                    moment = self.schedule.moment(self.story.before(float(line["closed"])))
                    yield Act(moment, line.get("owner", self._lead), self._ended(key, n, line))

    def _settled(self, *keys: str) -> Order:
        """Ends every line of these lists that is still open."""
        lines = ((key, n, line) for key in keys for n, line in enumerate(self._values.get(key, ())))
        return _after_each_other([self._ended(key, n, line) for key, n, line in lines])

    def _ended(self, key: str, n: int, line: Mapping[str, Any]) -> Order:
        declared = LISTS[key]
        known = {name: value for name, value in line.items() if name in _KNOWN_AT_ITS_END}

        def end(look: Callable[[], Record], moment: int) -> Sequence[c.Command]:
            lines = look().of(key)  # shorter than in the text where the route left out a step
            if n >= len(lines) or declared.done is None or {declared.done, "moved_on"} & lines[n].values.keys():
                return []
            is_time = declared.field(declared.done).kind is FieldKind.TIME and "moved_on" not in known
            done = {declared.done: self.schedule.now_stated(moment)} if is_time else {}
            return [c.ChangeItem(lines[n].id, {**known, **done})] if known or done else []

        return end


def _after_each_other(orders: Sequence[Order]) -> Order:
    return lambda look, moment: [command for order in orders for command in order(look, moment)]


def _nothing(_look: Callable[[], Record], _moment: int) -> Sequence[c.Command]:
    return []


def place_named(key: str, pack: Pack, language: str) -> str:
    """The names of a place of the pack from outside in; anything else is taken as it is: a code or a name."""
    places = {place.key: place for place in pack.places}
    names: list[str] = []
    inner = places.get(key)
    while inner is not None:
        names.insert(0, inner.name[language])
        inner = places.get(inner.parent or "")
    return ", ".join(names) or key
