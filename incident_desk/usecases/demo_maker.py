"""The making of a demo: who works there, the long past, the stories; each act at its own time.

With one seed, size and pack it tells the same every time, its times counted back from the moment it is made. Chance
has its way only with the salts of the journal, and with ids as far as they tell that moment or name the places.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.equipment import AddEquipment
from incident_desk.domain.records import Record
from incident_desk.support.uuid7 import make_uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.attach_file import attach_file
from incident_desk.usecases.demo_past import Past
from incident_desk.usecases.demo_schedule import HOUR, Schedule
from incident_desk.usecases.demo_script import Act, Script, place_named
from incident_desk.usecases.demo_stories import Story, past_of, plain, stories_of
from incident_desk.usecases.demo_tales import Span, Teller
from incident_desk.usecases.names import Names
from incident_desk.usecases.orders import AttachFile
from incident_desk.usecases.ports import Register
from incident_desk.usecases.submission import Submission, Submitter

_NOT_SAID = frozenset({"incidents", "people", "equipment"})
Written = Callable[[int, int], object]
"""Told how many incidents of how many stand in the register."""


class _AloneSubmitter(Submitter):
    """Nobody else writes while a demo is made, so who and what there is need not be read before each act."""

    def names(self) -> Names:
        return self._names[1] if self._names else super().names()


@dataclass(slots=True)
class DemoMaker:
    """Carries the acts out, each at its own time. With one seed it always does the same, and gives the same ids."""

    register: Register
    seed: int
    start: int
    numbers: dict[int, str] = field(default_factory=dict)  # of each story, by its place in the sequence
    _ids: dict[int, str] = field(default_factory=dict)
    _actors: dict[str | None, Actor] = field(default_factory=dict)
    _now: int = 0
    _submitter: _AloneSubmitter = field(init=False)
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(f"ids {self.seed}")  # noqa: S311  unique, not secret
        self._submitter = _AloneSubmitter(self.register, self._new_id, NOBODY, lambda: self._now)

    def _new_id(self) -> str:
        return self._id_of(self._now)

    def _id_of(self, moment: int) -> str:
        return make_uuid7(moment // 1000, self._chance.getrandbits(74))

    def tell(self, told: Mapping[str, Any], language: str, size: int, written: Written | None) -> str:
        """All of it, the oldest first. Gives the number of the incident whose paper is shown."""
        stories = stories_of(told, language, size, self.seed)
        oldest, newest, count = past_of(told, size)
        long_ago = max([oldest, *(story.hours for story in stories)])
        self._furnish(told, language, int(long_ago * HOUR) + 24 * HOUR)
        scripts = list(self._scripts(stories, told, language))
        past = Past(self.register, self._submitter.names(), self._id_of, self._actor)
        if written is not None:

            def tell(done: int) -> None:
                written(done, size)

            past.written = tell
        span = Span(self.start - int(oldest * HOUR), self.start - int(newest * HOUR), count)
        if count:
            teller = Teller(self._submitter.names(), language, self.seed)
            past.write(teller.tell(n, span) for n in range(count))
        led_further = [script.acts() for script in scripts if script.story.led_further]
        past.write(sorted(led_further, key=lambda acts: acts[0].moment))
        self._play({n: script.acts() for n, script in enumerate(scripts) if not script.story.led_further})
        if written is not None:
            written(size, size)
        shown = next((n for n, story in enumerate(stories) if story.reach == "signed"), 0)
        return self.numbers[shown]

    def _scripts(self, stories: Sequence[Story], told: Mapping[str, Any], language: str) -> Iterator[Script]:
        pack, _ = self.register.queries.pack()
        zone = self.register.queries.settings().zone
        said = {key: plain(value, language, {}) for key, value in told.items() if key not in _NOT_SAID}
        for story in stories:
            yield Script(story, Schedule(story, self.start, zone), {**said, "language": language}, pack)

    def _furnish(self, told: Mapping[str, Any], language: str, long_ago: int) -> None:
        """The people, the equipment and the letterhead, in place before the first report."""
        self._now = self.start - long_ago
        for person in told["people"]:
            job, phone = person["job"][language], person.get("phone", "")
            self._submit(d.AddPerson(person["name"], tuple(person["roles"]), job, "", phone))
        pack, _ = self.register.queries.pack()
        for piece in told.get("equipment", ()):
            values = {**plain(piece, language, {}), "place": place_named(piece["place"], pack, language)}
            self._submit(AddEquipment(**values))
        settings = {"emergency_phone": told["emergency_phone"], "address": told["address"][language]}
        self._submit(d.ChangeSettings(settings))

    def _play(self, scripts: Mapping[int, Sequence[Act]]) -> None:
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
                attach_file(self._submitter, self._ids[story], Path(file), self._new_id(), name=name, note=note)
            case [_, *_]:
                self._ids[story], self.numbers[story] = self._submit(*commands, record=self._ids.get(story))

    def _submit(self, *commands: c.Command, record: str | None = None) -> tuple[str, str]:
        done = self._submitter.submit(Submission(self._new_id(), commands, record))
        return done.id, done.number
