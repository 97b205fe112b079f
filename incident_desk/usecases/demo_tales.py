"""The long past of a large demo: incidents put together from words, each with a seed of its own.

Stories told again and again would show after the third page of a register. So what lies further back is made of
things, faults and sentences of resources/demo/past/*.toml, with places, people and categories of the register. A tale
follows from the seed and its place in the line alone.
"""

from __future__ import annotations

import itertools
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import Kind, Role
from incident_desk.support.resources import resource
from incident_desk.usecases.demo_schedule import HOUR
from incident_desk.usecases.demo_script import Act
from incident_desk.usecases.demo_stories import plain
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import PersonRow

STEPS = ("identification", "containment", "prioritisation", "reaction", "conclusion")
# What becomes of most, in hundredths: so an incident has between 8 and 9 entries.
_ENDS = ("signed",) * 40 + ("seen_in_time",) * 35 + ("not_reportable",) * 25
_MOST_OPEN, _WAITING = 500, 40  # however large the register is
_SHORT_KINDS = (Kind.GOOD_CATCH, Kind.GOOD_CATCH, Kind.HAZARD, Kind.NEAR_MISS)
_SLOWEST = 36 * HOUR  # between two stages; the slowest tale ends within 21 days


@dataclass(frozen=True, slots=True)
class Span:
    """So many tales, evenly spread over a time, in microseconds; the newest of them are still open."""

    begin: int
    end: int
    count: int

    def reported(self, n: int, chance: random.Random) -> int:
        pace = (self.end - self.begin) / max(1, self.count)
        return self.begin + int(pace * (n + chance.random()))

    def end_of(self, n: int, chance: random.Random) -> str:
        """Where a tale stands: a step it is in, "inbox", or what became of it."""
        still_open, waiting = min(_MOST_OPEN, self.count // 20), min(_WAITING, self.count // 100)
        left = self.count - n
        if left <= still_open:
            return STEPS[n % len(STEPS)]
        return "inbox" if left <= still_open + waiting else chance.choice(_ENDS)


class Teller:
    """Tells one tale after the other."""

    def __init__(self, names: Names, language: str, seed: int = 0) -> None:
        self._seed = seed
        with resource("demo", "past", f"{names.pack.id}.toml").open("rb") as source:
            words = plain(tomllib.load(source), language, None)
        self._says: Mapping[str, Sequence[str]] = words["says"]
        self._when: Sequence[str] = words["when"]
        self._rooms: str = words["rooms"]
        self._themes = [(theme, _subcategories(theme, names)) for theme in words["themes"]]
        self._places = [place.id for place in names.places.values() if place.unit and place.active]
        people = list(names.people.values())
        self._people = people
        self._leads = [person for person in people if Role.COORDINATOR in person.roles]
        self._managers = [person for person in people if Role.MANAGER in person.roles]
        self._rows = [level.code for level in names.pack.matrix.rows]
        self._columns = [level.code for level in names.pack.matrix.columns]

    def tell(self, n: int, span: Span) -> list[Act]:
        chance = random.Random(f"{self._seed} tale {n}")  # noqa: S311  samples, not secrets
        return _Tale(self, chance, span.reported(n, chance), span.end_of(n, chance)).acts()

    def prose(self, chance: random.Random, sentences: int) -> str:
        return " ".join(self.filled(said, chance) for said in chance.sample(self._says["report"], sentences))

    def said(self, key: str, chance: random.Random) -> str:
        return self.filled(chance.choice(self._says[key]), chance)

    def filled(self, text: str, chance: random.Random) -> str:
        if "{" not in text:
            return text
        n, m, serial = chance.randrange(2, 90), chance.randrange(100, 999), chance.randrange(10_000, 99_999)
        return text.format(n=n, m=m, serial=f"{n}-{serial}", room=self.room(chance))

    def room(self, chance: random.Random) -> str:
        return self._rooms.format(n=chance.randrange(1, 560))

    def topic(self, chance: random.Random) -> tuple[str, str]:
        """Title and subcategory."""
        theme, subcategories = chance.choice(self._themes)
        thing, fault = chance.choice(theme["things"]), chance.choice(theme["faults"])
        title = self.filled(f"{thing} {fault}, {chance.choice(self._when)}", chance)
        return title, chance.choice(subcategories)

    def place(self, chance: random.Random) -> str:
        return chance.choice(self._places)

    def anybody(self, chance: random.Random) -> PersonRow:
        return chance.choice(self._people)

    def lead(self, chance: random.Random) -> PersonRow:
        return chance.choice(self._leads)

    def manager(self, chance: random.Random, lead: PersonRow) -> PersonRow:
        """Who signs after the lead: somebody else, where there is anybody."""
        return chance.choice([each for each in self._managers if each.id != lead.id] or self._managers)

    def rating(self, chance: random.Random) -> c.RatePriority:
        row, column = chance.choice(self._rows), chance.choice(self._columns)
        return c.RatePriority(row, column, row, column)


def _subcategories(theme: Mapping[str, Any], names: Names) -> list[str]:
    found = [names.pack.category(key) for key in theme["categories"]]
    return [sub.key for category in found if category for sub in category.subcategories]


class _Tale:
    """One incident from its report to where it stands."""

    def __init__(self, teller: Teller, chance: random.Random, reported: int, reach: str) -> None:
        self._teller = teller
        self._chance = chance
        self._reported = reported
        self._reach = reach
        self._lead = teller.lead(chance)

    def acts(self) -> list[Act]:
        pace = int(_SLOWEST * self._chance.uniform(0.02, 1))
        moments = itertools.count(self._reported + pace // 7, pace)
        by = self._lead.name
        return [self._report(), *(Act(next(moments), *each) for each in self._led(by))]

    def _led(self, by: str) -> Iterator[tuple[str, Any, bool]]:
        match self._reach:
            case "inbox":
                return
            case "not_reportable":
                yield _said(by, c.MarkNotReportable(self._say("not_reportable")))
            case "seen_in_time":
                yield _said(by, c.AcceptReport(self._lead.id))
                yield _said(by, c.MoveToStep("conclusion"))
                yield _said(by, c.ChangeFields({"summary": self._say("summary")}), c.ConcludeIncident())
            case reach:
                last = STEPS.index(reach) if reach in STEPS else len(STEPS)
                for commands in itertools.chain.from_iterable(self._stages()[: last + 1]):
                    yield _said(by, *commands)
                if reach == "signed":
                    yield _said(by, c.SignOff("author"))
                    yield _said(self._teller.manager(self._chance, self._lead).name, c.SignOff("manager"))

    def _report(self) -> Act:
        chance, teller = self._chance, self._teller
        kind = chance.choice(_SHORT_KINDS) if self._reach == "seen_in_time" else Kind.INCIDENT
        title, subcategory = teller.topic(chance)
        reporter = teller.anybody(chance)
        noticed = from_micros(self._reported - chance.randrange(HOUR // 10, 6 * HOUR)).replace(second=0, microsecond=0)
        fields = {
            "title": title, "what_happened": teller.prose(chance, chance.randrange(2, 5)),
            "discovered": {"at": noticed.isoformat()}, "place": teller.place(chance),
            "place_detail": teller.room(chance), "subcategory": subcategory, "reporter": reporter.id,
        }  # fmt: skip
        return Act(self._reported, *_said(reporter.name, c.RecordIncident(fields, str(kind))))

    def _say(self, key: str) -> str:
        return self._teller.said(key, self._chance)

    def _stages(self) -> Sequence[Sequence[tuple[c.Command, ...]]]:
        """What is said in each step, its first word being the move into it."""
        measure = {"what": self._say("measure"), "owner": self._teller.anybody(self._chance).id}
        decided = {
            "workload": self._chance.randrange(1, 40), "deferral": "start_now",
            "people_affected": self._say("people_affected"),
        }  # fmt: skip
        found = {"cause": self._say("cause"), "test_how": self._say("test"), "test_result": "passed"}
        review = {key: self._say(key) for key in ("summary", "review_worked", "review_challenges", "review_better")}
        return (
            [(c.AcceptReport(self._lead.id),)],
            [
                (c.MoveToStep("containment", {"immediate_action": self._say("at_once")}),),
                (c.AddItem("measures", measure),),
            ],
            [
                (c.MoveToStep("prioritisation", {"extent_areas": self._say("extent")}),),
                (self._teller.rating(self._chance),),
            ],
            [(c.MoveToStep("reaction", decided),)],
            [(c.MoveToStep("conclusion", found),), (c.ChangeFields(review),)],
        )


def _said(by: str, *commands: c.Command) -> tuple[str, Any, bool]:
    """Who says what, everything by its id."""
    return by, lambda _look, _moment: commands, True
