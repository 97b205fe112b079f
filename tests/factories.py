"""Things with valid defaults, so that a test states only what matters to it.

`Chain` leads an incident without any database, `Desk` leads one in a furnished register. Both know the
same stages: "inbox", the five steps by their keys, "ready" (all of Conclusion but the signatures) and
"signed".
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY, Actor, Context, RecordNumber
from incident_desk.domain.decisions import decide
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import Entry, EntryDraft, Link, read, seal, split
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Item, Record, apply
from incident_desk.domain.vocabulary import Role
from incident_desk.storage.register import SqlRegister, create_register
from incident_desk.support.uuid7 import make_uuid7, uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.new_register import furnish
from incident_desk.usecases.submission import Done, Submission, Submitter


def text(en: str, de: str = "") -> dict[str, str]:
    return {"en": en, "de": de or en}


def level(code: int) -> dict[str, Any]:
    return {"code": str(code), "label": text(f"level {code}", f"Stufe {code}")}


def gate(step: str, *needs: str, **where: list[str]) -> dict[str, Any]:
    return {"step": step, "needs": list(needs), **where}


def question(key: str, kind: str, *codes: str) -> dict[str, Any]:
    options = [{"code": code, "label": text(code.title())} for code in codes]
    return {"key": key, "kind": kind, "label": text(key.title()), **({"options": options} if codes else {})}


def named(key: str, en: str, de: str) -> dict[str, Any]:
    return {"key": key, "name": text(en, de)}


PACK_DATA: dict[str, Any] = {
    "id": "test",
    "version": 1,
    "name": text("Test", "Test"),
    "description": text("For tests", "Für Tests"),
    "categories": [
        {
            **named("device", "Device", "Gerät"),
            "subcategories": [named("pump", "Pump", "Pumpe"), named("monitor", "Monitor", "Monitor")],
            "questions": [
                question("serial", "text"), question("story", "prose"), question("recalled", "yes_no"),
                question("alarms", "choices", "visual", "sound"), question("mode", "choice", "auto", "manual"),
                question("checked", "date"), question("started", "time"), question("hours", "number"),
                question("user", "person"), question("stored", "place"),
            ],
        },
        {
            **named("medication", "Medication", "Medikation"),
            "subcategories": [named("dose", "Wrong dose", "Falsche Dosis")],
            "questions": [question("drug", "text")],
        },
    ],
    "places": [
        {**named("main", "Main house", "Haupthaus"), "kind": "site"},
        {**named("ward", "Ward 3", "Station 3"), "kind": "department", "parent": "main", "code": "WARD3"},
        {**named("room", "Room 312", "Zimmer 312"), "kind": "place", "parent": "ward"},
        {**named("press", "Press hall", "Pressenhalle"), "kind": "department", "parent": "main", "code": "PRESS"},
    ],
    "gates": [
        gate("identification", "title", "what_happened", "discovered", "place", "category", "responsible"),
        gate("containment", "extent_stated", "measure_or_none_needed"),
        gate("prioritisation", "priority_rated", "workload_stated", "deferral_decided"),
        gate("reaction", "cause_stated", "actions_settled", "test_passed"),
        gate("conclusion", "summary", "review_written", "obligations_settled", "signed_off"),
        gate("conclusion", "summary", kinds=["good_catch", "hazard"]),
        gate("conclusion", "summary", kinds=["near_miss"], priorities=["low"]),
    ],
    "routes": [
        {"kinds": ["good_catch", "hazard"], "steps": ["identification", "conclusion"]},
        {"kinds": ["near_miss"], "priorities": ["low"], "steps": ["identification", "conclusion"]},
    ],
    "matrix": {
        "id": "five_by_five",
        "version": 2,
        "row_axis": text("likelihood", "Wahrscheinlichkeit"),
        "column_axis": text("consequence", "Schwere"),
        "rows": [level(code) for code in range(1, 6)],
        "columns": [level(code) for code in range(1, 6)],
        "cells": [[row * column for column in range(1, 6)] for row in range(1, 6)],
        "bands": [
            {"priority": "low", "minimum": 1, "maximum": 3},
            {"priority": "medium", "minimum": 4, "maximum": 6},
            {"priority": "high", "minimum": 7, "maximum": 12},
            {"priority": "critical", "minimum": 13, "maximum": 25},
        ],
    },
    "plans": [
        {
            **named("dose", "Wrong dose", "Falsche Dosis"), "version": 1, "categories": ["medication"],
            "steps": [
                {"key": "stop", "text": text("Stop it", "Stoppen"), "role": "on_site"},
                {"key": "call", "text": text("Call the doctor", "Arzt rufen"), "role": "leader", "within": 10},
            ],
        },
    ],
    "sign_offs": [
        {"key": "author", "role": "coordinator", "meaning": text("I recorded this", "Ich habe dies erfasst")},
        {"key": "manager", "role": "manager", "meaning": text("I agree", "Ich stimme zu")},
        {"key": "witness", "role": "auditor", "meaning": text("I saw this", "Gesehen"), "needed": False},
    ],
}  # fmt: skip


def make_pack(**changes: Any) -> Pack:
    """The test pack, with some of its parts exchanged."""
    return read_pack({**PACK_DATA, **changes}, KNOWN_NEEDS)


PACK = make_pack()

# --- commands that lead an incident ----------------------------------------------------------------

REPORT: dict[str, Any] = {
    "what_happened": "The pump ran ten times too fast. The alarm stayed silent.",
    "discovered": "2026-11-12T08:31",
}
REVIEW = {
    "summary": "A typing error on the pump",
    "review_worked": "The nurse noticed at once",
    "review_challenges": "No spare pump",
    "review_better": "A second pump on the ward",
}
STAGES = (
    "inbox", "identification", "containment", "prioritisation", "reaction", "conclusion", "ready", "signed",
)  # fmt: skip


def commands_to(stage: str, *, place: str, responsible: str, **record: Any) -> list[c.Command]:
    """Everything from the report to the stage. `record` goes to RecordIncident, `fields` joining REPORT."""
    fields = {**REPORT, "place": place, **record.pop("fields", {})}
    by_stage: dict[str, list[c.Command]] = {
        "inbox": [c.RecordIncident(fields, **record)],
        "identification": [c.AcceptReport(responsible), c.ChangeFields({"subcategory": "device.pump"})],
        "containment": [c.MoveToStep("containment")],
        "prioritisation": [
            c.AddItem("measures", {"what": "Pump taken out of use"}),
            c.MoveToStep("prioritisation", {"extent_areas": "Ward 3"}),
        ],
        "reaction": [
            c.RatePriority("3", "3", "3", "5"),
            c.MoveToStep("reaction", {"workload": 4, "deferral": "start_now"}),
        ],
        "conclusion": [
            c.ChangeFields({"cause": "Decimal point typed twice", "test_how": "Ran for an hour"}),
            c.MoveToStep("conclusion", {"test_result": "passed"}),
        ],
        "ready": [c.ChangeFields(REVIEW)],
        "signed": [c.SignOff("author"), c.SignOff("manager")],
    }
    wanted = STAGES[: STAGES.index(stage) + 1]
    return list(itertools.chain.from_iterable(by_stage[each] for each in wanted))


# --- without a database ------------------------------------------------------------------------------

START = 1_794_470_400_000_000  # 2026-11-12 08:00 UTC
ALL_ROLES = frozenset(Role)


def an_id(number: int) -> str:
    """A UUIDv7 that is the same in every run."""
    return make_uuid7(START // 1000, number)


ANNA = Actor(an_id(1), "Anna Berg", ALL_ROLES)
ACTORS = {role: Actor(an_id(10 + n), f"The {role}", frozenset({role})) for n, role in enumerate(Role)}
PEOPLE = {actor.id: actor.name for actor in (ANNA, *ACTORS.values()) if actor.id}
WARD, PRESS = an_id(50), an_id(51)
PLACES = {WARD: "Ward 3", PRESS: "Press hall"}


def new_ids() -> Callable[[], str]:
    numbers = itertools.count(1000)
    return lambda: an_id(next(numbers))


def make_context(**changes: Any) -> Context:
    defaults = Context(
        START, "Europe/Berlin", ANNA, PACK, "test 1.1", "en", new_ids(), RecordNumber("WARD3", 2026, 42), PEOPLE, PLACES
    )  # fmt: skip
    return replace(defaults, **changes)


def written(record: Record, draft: EntryDraft, *, actor: str | None = None, at: int = START, op: str = "") -> Entry:
    """The entry a draft becomes, read back from the exact bytes of its parts."""
    parts = split(draft, bytes(32), bytes(range(32)))
    commitments = parts[0].commitment, parts[1].commitment if parts[1] else None
    link = Link(
        record.id, record.kind, record.position + 1, at, actor, op or an_id(9), draft.kind, draft.version, *commitments
    )  # fmt: skip
    return read(seal(link, bytes(32)), parts[0].content, parts[1].content if parts[1] else None)


@dataclass
class Chain:
    """One incident in memory: decides, writes the entries, applies them. Time moves a minute a command."""

    context: Context = field(default_factory=make_context)
    record: Record = field(default_factory=lambda: Record(an_id(99), "incident"))
    entries: list[Entry] = field(default_factory=list)

    def do(self, *commands: c.Command, by: Actor | None = None) -> list[Entry]:
        """What the last command wrote."""
        new: list[Entry] = []
        for command in commands:
            context = replace(self.context, actor=by or self.context.actor)
            new = [self._append(draft, context) for draft in decide(self.record, command, context)]
            self.context = replace(self.context, now=self.context.now + 60_000_000)
        return new

    def _append(self, draft: EntryDraft, context: Context) -> Entry:
        entry = written(self.record, draft, actor=context.actor.id, at=context.now)
        self.record = apply(self.record, entry)
        self.entries.append(entry)
        return entry

    @property
    def incident(self) -> Incident:
        return Incident(self.record)

    @property
    def values(self) -> Mapping[str, Any]:
        return self.record.values

    def items(self, list_key: str) -> tuple[Item, ...]:
        return self.record.of(list_key)

    def last(self, list_key: str) -> str:
        return self.items(list_key)[-1].id


def led_to(stage: str, pack: Pack = PACK, **record: Any) -> Chain:
    """An incident that stands at a stage, without a database."""
    chain = Chain(make_context(pack=pack))
    chain.do(*commands_to(stage, place=WARD, responsible=ANNA.id or "", **record))
    return chain


# --- in a register --------------------------------------------------------------------------------

NAMES = {
    "Anna Berg": tuple(Role),
    "Rosa Reporter": (Role.REPORTER,),
    "Carl Coordinator": (Role.COORDINATOR,),
    "Maria Manager": (Role.MANAGER,),
    "Otto Auditor": (Role.AUDITOR,),
}


@dataclass
class Desk:
    """A furnished register and somebody who acts in it."""

    register: SqlRegister
    submitter: Submitter
    address: str

    def do(self, record: str | None, *commands: c.Command, seen: int | None = None, op_id: str | None = None) -> Done:
        return self.submitter.submit(Submission(op_id or uuid7(), commands, record, seen))

    def acting_as(self, name: str) -> Desk:
        """The same register, somebody else at the keyboard."""
        actor = actor_named(name, self.submitter.names())
        return Desk(self.register, Submitter(self.register, uuid7, actor), self.address)

    def new(self, stage: str = "inbox", **record: Any) -> str:
        """The id of an incident led to a stage: at "Ward 3", responsible "Anna Berg"."""
        first, *rest = commands_to(stage, place="Ward 3", responsible="Anna Berg", **record)
        incident = self.do(None, first).id
        if rest:
            self.do(incident, *rest)
        return incident

    def position(self, incident: str) -> int:
        return self.record(incident).position

    def record(self, incident: str) -> Record:
        found = self.register.queries.record("incident", incident)
        assert found is not None
        return found

    def person(self, name: str) -> str:
        return next(each.id for each in self.register.queries.people() if each.name == name)

    def breaks(self, scope: str = "full", record: str | None = None) -> list[str]:
        """The codes of everything verify names."""
        return [each.code for each in self.register.verify(scope, record)]


def make_register(address: str, *, language: str = "en", zone: str = "Europe/Berlin") -> SqlRegister:
    """A register with settings, the test pack and its places, and no people."""
    register = create_register(address)
    furnish(
        register, uuid7, PACK, PACK_DATA,
        organisation="St Brigid", site_code="MAIN", zone=zone, language=language,
    )  # fmt: skip
    return register


@contextmanager
def open_desk(address: str, zone: str = "Europe/Berlin") -> Iterator[Desk]:
    """A register with people, Anna Berg (every role) at the keyboard. Closed after the block."""
    register = make_register(address, zone=zone)
    try:
        desk = Desk(register, Submitter(register, uuid7, NOBODY), address)
        for name, roles in NAMES.items():
            desk.do(None, AddPerson(name, tuple(map(str, roles))))
            desk = desk.acting_as("Anna Berg")
        yield desk
    finally:
        register.close()
