"""A demo register: people, reports and incidents in all five steps, and one paper of each kind.

The stories stand in resources/demo/*.toml. They are told all at once, one act after the other as time goes by,
so that numbers, entries and the log run the way they do in a register that is used.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.records import Record
from incident_desk.support.resources import resource
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.attach_file import attach_file
from incident_desk.usecases.demo_past import Past
from incident_desk.usecases.demo_schedule import HOUR, Schedule
from incident_desk.usecases.demo_script import Act, Script
from incident_desk.usecases.demo_stories import Story, plain, stories_of
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.orders import AttachFile
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import print_list, print_record, write_paper
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter
from incident_desk.usecases.wording import Wording


def make_demo(services: Services, folder: Path, pack: str, size: int, language: str) -> Iterator[Path]:
    """Makes the register and the papers; gives each file as it is done."""
    with resource("demo", f"{pack}.toml").open("rb") as source:
        told = tomllib.load(source)
    path = folder / f"{told['file']}.register"
    register = make_register(
        services, str(path), pack, organisation=told["organisation"][language], site_code=told["site_code"],
        zone=services.local_zone,
    )  # fmt: skip
    try:
        stories = stories_of(told, language, size)
        demo = _Demo(register, services.new_id)
        demo.furnish(told, language, int(max(story.hours for story in stories) * HOUR) + 24 * HOUR)
        scripts = list(_scripts(register, stories, told, language))
        demo.remember([script.acts() for script in scripts if script.story.led_further])
        demo.play({n: script.acts() for n, script in enumerate(scripts) if not script.story.led_further})
        yield path
        shown = next((n for n, story in enumerate(stories) if story.reach == "signed"), 0)
        yield from _papers(register, services, folder, language, demo.numbers[shown])
    finally:
        register.close()


def _scripts(register: Register, stories: Sequence[Story], told: Mapping[str, Any], language: str) -> Iterator[Script]:
    start = time.time_ns() // 1000
    pack, _ = register.queries.pack()
    zone = register.queries.settings().zone
    said = {key: plain(value, language, {}) for key, value in told.items() if key not in {"incidents", "people"}}
    for story in stories:
        yield Script(story, Schedule(story, start, zone), {**said, "language": language}, pack)


def _papers(register: Register, services: Services, folder: Path, language: str, number: str) -> Iterator[Path]:
    wording = Wording(Texts(language), read_names(register.queries))
    record = print_record(services, register, NOBODY, number, wording)
    listing = print_list(services, register, NOBODY, IncidentFilter(), wording)
    for printed in (record, listing):
        target = folder / printed.name
        write_paper(target, printed.content)
        yield target


class _AloneSubmitter(Submitter):
    """Nobody else writes while a demo is made, so who and what there is need not be read before each act."""

    def names(self) -> Names:
        return self._names[1] if self._names else super().names()


@dataclass(slots=True)
class _Demo:
    """Carries the acts out, each at its own time."""

    register: Register
    new_id: Callable[[], str]
    numbers: dict[int, str] = field(default_factory=dict)  # of each story, by its place in the sequence
    _ids: dict[int, str] = field(default_factory=dict)
    _actors: dict[str | None, Actor] = field(default_factory=dict)
    _now: int = 0
    _submitter: _AloneSubmitter = field(init=False)

    def __post_init__(self) -> None:
        self._submitter = _AloneSubmitter(self.register, self.new_id, NOBODY, lambda: self._now)

    def furnish(self, told: Mapping[str, Any], language: str, long_ago: int) -> None:
        """The people and the letterhead, in place before the first report."""
        self._now = time.time_ns() // 1000 - long_ago
        for person in told["people"]:
            job, phone = person["job"][language], person.get("phone", "")
            self._submit(d.AddPerson(person["name"], tuple(person["roles"]), job, "", phone))
        settings = {"emergency_phone": told["emergency_phone"], "address": told["address"][language]}
        self._submit(d.ChangeSettings(settings))

    def remember(self, scripts: Sequence[Sequence[Act]]) -> None:
        """What lies further back than the stories that are played."""
        Past(self.register, self._submitter.names(), self.new_id, self._actor).write(scripts)

    def play(self, scripts: Mapping[int, Sequence[Act]]) -> None:
        acts = [(act.moment, story, n, act) for story, acts in scripts.items() for n, act in enumerate(acts)]
        for moment, story, _, act in sorted(acts, key=lambda each: each[:3]):
            self._now = moment
            self._submitter.actor = self._actor(act.by)
            self._act(story, act.order(partial(self._record, story), moment))

    def _actor(self, name: str | None) -> Actor:
        if name not in self._actors:
            self._actors[name] = actor_named(name, self._submitter.names())
        return self._actors[name]

    def _record(self, story: int) -> Record:
        record = self.register.queries.record("incident", self._ids[story])
        if record is None:
            raise LookupError(self._ids[story])
        return record

    def _act(self, story: int, commands: Sequence[c.Command]) -> None:
        match commands:
            case [AttachFile(file, name, note)]:
                attach_file(self._submitter, self._ids[story], Path(file), self.new_id(), name=name, note=note)
            case [_, *_]:
                self._ids[story], self.numbers[story] = self._submit(*commands, record=self._ids.get(story))

    def _submit(self, *commands: c.Command, record: str | None = None) -> tuple[str, str]:
        done = self._submitter.submit(Submission(self.new_id(), commands, record))
        return done.id, done.number
