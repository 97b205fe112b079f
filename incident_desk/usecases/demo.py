"""A demo register: people, reports and incidents in all five steps, and one paper of each kind.

The stories stand in resources/demo/*.toml. Each says how long ago it was reported and how far it was led;
times in it are hours before now. The clock of the demo runs along with the stories.
"""

from __future__ import annotations

import random
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.context import NOBODY
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import STEP_BY_KEY, Step
from incident_desk.support.files import write_whole
from incident_desk.support.resources import resource
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.names import read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import print_list, print_record
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter
from incident_desk.usecases.wording import Wording

HOUR = 3_600_000_000


def make_demo(services: Services, folder: Path, pack: str, size: int, language: str) -> Iterator[Path]:
    """Makes the register and the papers; gives each file as it is done."""
    with resource("demo", f"{pack}.toml").open("rb") as source:
        told = tomllib.load(source)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{told['file']}.register"
    register = make_register(
        services, str(path), pack, organisation=told["organisation"][language], site_code=told["site_code"],
        zone=services.local_zone,
    )  # fmt: skip
    try:
        _people(register, services, told, language)
        demo = _Demo(register, services, told, language)
        demo.tell(size)
        yield path
        yield from _papers(register, services, folder, language, demo.signed)
    finally:
        register.close()


def _people(register: Register, services: Services, told: Mapping[str, Any], language: str) -> None:
    submitter = Submitter(register, services.new_id, NOBODY)
    for person in told["people"]:
        order = d.AddPerson(
            person["name"], tuple(person["roles"]), person["job"][language], "", person.get("phone", "")
        )
        submitter.submit(Submission(services.new_id(), (order,)))
    settings = {"emergency_phone": told["emergency_phone"], "address": told["address"][language]}
    submitter.submit(Submission(services.new_id(), (d.ChangeSettings(settings),)))


def _papers(register: Register, services: Services, folder: Path, language: str, signed: str) -> Iterator[Path]:
    wording = Wording(Texts(language), read_names(register.queries))
    record = print_record(services, register, NOBODY, signed, wording)
    listing = print_list(services, register, NOBODY, IncidentFilter(), wording)
    for printed in (record, listing):
        target = folder / printed.name
        write_whole(target, printed.content)
        yield target


@dataclass(slots=True)
class _Demo:
    """Tells the stories, the oldest first, so that numbers and times run the same way."""

    register: Register
    services: Services
    told: Mapping[str, Any]
    language: str
    signed: str = ""
    _now: int = 0
    _start: int = field(default_factory=lambda: time.time_ns() // 1000)
    _submitter: Submitter = field(init=False)

    def __post_init__(self) -> None:
        self._submitter = Submitter(self.register, self.services.new_id, NOBODY, self._clock)

    def _clock(self) -> int:
        self._now += 90_000_000  # a minute and a half between two things people do
        return self._now

    def tell(self, size: int) -> None:
        stories = list(self.told["incidents"])
        chosen = [self._varied(stories[n % len(stories)], n // len(stories)) for n in range(size)]
        for story in sorted(chosen, key=lambda story: -float(story["hours"])):
            self._story(story)

    def _varied(self, story: Mapping[str, Any], again: int) -> Mapping[str, Any]:
        """The same kind of event once more: earlier, and by now further along."""
        if not again:
            return story
        chance = random.Random(f"{story['title']['en']} {again}")  # noqa: S311  samples, not secrets
        steps = ["conclusion", "signed", "signed", "reaction"]
        return {**story, "hours": float(story["hours"]) + again * 24 * 19 + chance.random() * 240,
                "reach": chance.choice(steps)}  # fmt: skip

    def _story(self, story: Mapping[str, Any]) -> None:
        self._now = self._start - int(float(story["hours"]) * HOUR)
        self._act(story.get("reporter", self.told["people"][0]["name"]))
        incident, number = self._report(story)
        if story["reach"] == "inbox":
            return
        self._act(story["responsible"])
        self._do(
            incident,
            c.AcceptReport(story["responsible"]),
            c.ChangeFields({"title": story["title"][self.language]}),
        )
        reach = STEP_BY_KEY.get(story["reach"], Step.CONCLUSION)
        for step, lead in self._leads(story):
            if step < reach:
                lead(incident, story)
        if story["reach"] == "signed":
            self._conclude(incident, story)
            self.signed = number
        elif story.get("partly"):
            self._do(incident, c.ChangeFields(self._texts(story["partly"])))

    def _leads(self, story: Mapping[str, Any]) -> list[tuple[Step, Callable[[str, Mapping[str, Any]], None]]]:
        if story.get("kind") == "good_catch":
            return [(Step.IDENTIFICATION, self._straight_to_conclusion)]
        return [
            (Step.IDENTIFICATION, self._to_containment),
            (Step.CONTAINMENT, self._to_prioritisation),
            (Step.PRIORITISATION, self._to_reaction),
            (Step.REACTION, self._to_conclusion),
        ]

    def _act(self, name: str) -> None:
        self._submitter.actor = actor_named(name, self._submitter.names())

    def _do(self, incident: str | None, *orders: c.Command) -> tuple[str, str]:
        done = self._submitter.submit(Submission(self.services.new_id(), orders, incident))
        return done.id, done.number

    def _texts(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values in the demo's language; "hours" before now become times."""
        return {key: self._value(value) for key, value in values.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict) and self.language in value:
            return value[self.language]
        if isinstance(value, dict) and "hours" in value:
            return self._time(value["hours"], value.get("precision", "exact"))
        if isinstance(value, dict) and "days" in value:
            return from_micros(self._start + int(value["days"] * 24 * HOUR)).date().isoformat()
        return value

    def _time(self, hours: float, precision: str) -> dict[str, str]:
        moment = from_micros(self._start - int(hours * HOUR)).replace(second=0, microsecond=0)
        return {"at": moment.isoformat(), "precision": precision}

    def _report(self, story: Mapping[str, Any]) -> tuple[str, str]:
        fields = {
            "what_happened": story["what_happened"][self.language], "place": story["place"],
            "category": story["category"], "discovered": self._time(float(story["hours"]) + 0.1, "exact"),
            **self._texts(story.get("fields", {})),
        }  # fmt: skip
        return self._do(None, c.RecordIncident(fields, story.get("kind", "incident")))

    def _to_containment(self, incident: str, story: Mapping[str, Any]) -> None:
        self._do(incident, c.MoveToStep("containment"))
        for measure in story.get("measures", ()):
            self._do(incident, c.AddItem("measures", {"owner": story["responsible"], **self._texts(measure)}))

    def _to_prioritisation(self, incident: str, story: Mapping[str, Any]) -> None:
        extent = self._texts(story.get("extent", {"extent_areas": story["place"]}))
        if not story.get("measures"):
            extent["no_measure_reason"] = self.told["no_measure"][self.language]
        self._do(incident, c.MoveToStep("prioritisation", extent))

    def _to_reaction(self, incident: str, story: Mapping[str, Any]) -> None:
        self._do(incident, c.RatePriority(*story.get("rating", ("2", "2", "2", "3"))))
        decided = {"workload": story.get("workload", 4), "deferral": "start_now"}
        self._do(incident, c.MoveToStep("reaction", decided))
        for action in story.get("actions", ()):
            self._do(incident, c.AddItem("actions", {"owner": story["responsible"], **self._texts(action)}))

    def _to_conclusion(self, incident: str, story: Mapping[str, Any]) -> None:
        for item in self._open_actions(incident):
            done = self._time((self._start - self._now) / HOUR, "exact")
            self._do(incident, c.ChangeItem(item, {"done": done}))
        tested = self._texts(self.told["tested"]) | self._texts(story.get("cause", self.told["cause"]))
        self._do(incident, c.MoveToStep("conclusion", tested))

    def _open_actions(self, incident: str) -> list[str]:
        record = self.register.queries.record("incident", incident)
        items = record.of("actions") if record else ()
        return [item.id for item in items if "done" not in item.values]

    def _straight_to_conclusion(self, incident: str, story: Mapping[str, Any]) -> None:
        self._do(incident, c.MoveToStep("conclusion"))

    def _conclude(self, incident: str, story: Mapping[str, Any]) -> None:
        self._do(incident, c.ChangeFields(self._texts(story.get("review", self.told["review"]))))
        record = self.register.queries.record("incident", incident)
        if record is not None and not record.values.get("missing"):
            self._do(incident, c.ConcludeIncident())
            return
        for signature, person in self.told["signers"].items():
            self._act(person)
            self._do(incident, c.SignOff(signature))
