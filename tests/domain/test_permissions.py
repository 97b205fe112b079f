"""Who may do what: each command by each role, and by somebody who has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.decisions import decide, decide_join
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role
from tests.factories import ACTORS, ANNA, Chain, an_id, led_to, make_context

ANYONE = frozenset(Role)
WRITERS = frozenset({Role.COORDINATOR, Role.MANAGER})
COORDINATOR, MANAGER = frozenset({Role.COORDINATOR}), frozenset({Role.MANAGER})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
PERSON, PLACE = Record(an_id(70), "person", 1), Record(an_id(71), "place", 1)
SETTINGS = Record(an_id(72), "settings", 1)


def at(stage: str, *commands: c.Command, **record: Any) -> Callable[[Actor], object]:
    """The last command by the actor, the ones before it by Anna Berg."""

    def attempt(actor: Actor) -> object:
        chain = led_to(stage, **record)
        chain.do(*commands[:-1])
        return decide(chain.record, commands[-1], replace(chain.context, actor=actor))

    return attempt


def by(decision: Callable[..., object], record: Record, command: object) -> Callable[[Actor], object]:
    return lambda actor: decision(record, command, actor)


def joining(actor: Actor) -> object:
    report, target = led_to("inbox"), replace(led_to("containment").record, id=an_id(98))
    return decide_join(report.record, target, c.JoinReport(an_id(98)), make_context(actor=actor))


def on_a_line(command: type[c.ChangeItem] | type[c.RemoveItem]) -> Callable[[Actor], object]:
    def attempt(actor: Actor) -> object:
        chain = led_to("prioritisation")
        line = chain.last("measures")
        order = c.ChangeItem(line, {"result": "x"}) if command is c.ChangeItem else c.RemoveItem(line)
        return decide(chain.record, order, replace(chain.context, actor=actor))

    return attempt


def of_a_sheet() -> c.ImportIncident:
    return c.ImportIncident({"title": "x"}, "old.csv", 2, "key", ())


def imported() -> Record:
    chain = Chain()
    chain.do(of_a_sheet())
    return chain.record


MATRIX: dict[str, tuple[frozenset[Role], Callable[[Actor], object]]] = {
    "report": (ANYONE, lambda actor: decide(Chain().record, c.RecordIncident({"title": "x"}), make_context(actor=actor))),
    "import": (
        COORDINATOR, lambda actor: decide(Chain().record, of_a_sheet(), make_context(actor=actor)),
    ),
    "take what changed in the sheet": (
        WRITERS, lambda actor: decide(imported(), c.TakeSheetChanges({"title": "y"}, ()), make_context(actor=actor)),
    ),
    "accept": (COORDINATOR, at("inbox", c.AcceptReport())),
    "set aside": (COORDINATOR, at("inbox", c.MarkNotReportable("x"))),
    "look again": (COORDINATOR, at("inbox", c.MarkNotReportable("x"), c.ReturnToInbox("x"))),
    "join": (COORDINATOR, joining),
    "write": (WRITERS, at("containment", c.ChangeFields({"summary": "x"}))),
    "write in the inbox": (WRITERS, at("inbox", c.ChangeFields({"summary": "x"}))),
    "add a line": (WRITERS, at("containment", c.AddItem("whys", {"what": "x"}))),
    "add to the follow-up": (WRITERS, at("signed", c.AddItem("addenda", {"what": "x"}))),
    "change a line": (WRITERS, on_a_line(c.ChangeItem)),
    "take a line off": (WRITERS, on_a_line(c.RemoveItem)),
    "tick the plan": (WRITERS, at("containment", c.ChangeFields({"plan": "dose.1"}), c.TickPlan("stop"))),
    "note": (WRITERS, at("containment", c.AddNote("x"))),
    "rate": (WRITERS, at("prioritisation", c.RatePriority("1", "1", "1", "1"))),
    "move": (WRITERS, at("identification", c.MoveToStep("containment"))),
    "move back": (WRITERS, at("containment", c.MoveToStep("identification", reason="x"))),
    "override": (MANAGER, at("containment", c.MoveToStep("prioritisation", reason="x", override=True))),
    "short path": (
        WRITERS,
        at("containment", c.ChangeFields({"extent_areas": "x", "no_measure_reason": "x"}), c.TakeShortPath("x")),
    ),
    "sign as author": (COORDINATOR, at("ready", c.SignOff("author"))),
    "sign as manager": (MANAGER, at("ready", c.SignOff("manager"))),
    "sign as witness": (frozenset({Role.AUDITOR}), at("ready", c.SignOff("witness"))),
    "conclude": (
        WRITERS,
        at("identification", c.MoveToStep("conclusion", {"summary": "x"}), c.ConcludeIncident(), kind="good_catch"),
    ),
    "conclude against the gate": (MANAGER, at("conclusion", c.ConcludeIncident("x", override=True))),
    "reopen": (WRITERS, at("signed", c.ReopenIncident("x"))),
    "void": (WRITERS, at("containment", c.VoidIncident("x"))),
    "reinstate": (WRITERS, at("containment", c.VoidIncident("x"), c.ReinstateIncident("x"))),
    "hold": (MANAGER, at("signed", c.HoldIncident("x"))),
    "lift a hold": (MANAGER, at("containment", c.HoldIncident("x"), c.LiftHold("x"))),
    "add a person": (ADMINISTRATOR, by(d.decide_person, PERSON, d.AddPerson("A"))),
    "change a person": (ADMINISTRATOR, by(d.decide_person, PERSON, d.ChangePerson("A", {"job": "x"}))),
    "add a place": (ADMINISTRATOR | COORDINATOR, by(d.decide_place, PLACE, d.AddPlace("A"))),
    "change a place": (ADMINISTRATOR | COORDINATOR, by(d.decide_place, PLACE, d.ChangePlace("A", {"name": "x"}))),
    "change settings": (ADMINISTRATOR, by(d.decide_settings, SETTINGS, d.ChangeSettings({"address": "x"}))),
}  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("deed", MATRIX)
def test_that_a_role_may_do_what_the_matrix_says(deed: str, role: Role) -> None:
    allowed, attempt = MATRIX[deed]
    if role in allowed:
        assert attempt(ACTORS[role])
        return
    with pytest.raises(Refused) as caught:
        attempt(ACTORS[role])
    assert caught.value.code == "not_allowed"
    assert set(caught.value.facts) == {"action", "roles"}


@pytest.mark.parametrize("deed", MATRIX)
def test_that_everybody_may_do_everything_where_there_is_no_list_of_people(deed: str) -> None:
    assert MATRIX[deed][1](NOBODY)


@pytest.mark.parametrize("deed", [deed for deed in MATRIX if deed != "report"])
def test_that_without_a_role_one_may_only_report(deed: str) -> None:
    nobody = Actor(ANNA.id, "Anna Berg", frozenset())
    with pytest.raises(Refused, match="not_allowed"):
        MATRIX[deed][1](nobody)
    assert MATRIX["report"][1](nobody)


def test_that_the_refusal_names_the_roles_that_may() -> None:
    with pytest.raises(Refused) as caught:
        MATRIX["add a place"][1](ACTORS[Role.AUDITOR])
    assert caught.value.facts == {"action": "places", "roles": ["administrator", "coordinator"]}


def test_that_every_command_stands_in_the_matrix() -> None:
    """A new command is not forgotten here: it fails until somebody says who may give it."""
    known = {cls for module in (c, d) for cls in vars(module).values()
             if isinstance(cls, type) and issubclass(cls, c.Command) and cls is not c.Command}  # fmt: skip
    tried = {
        c.RecordIncident, c.AcceptReport, c.MarkNotReportable, c.ReturnToInbox, c.JoinReport, c.ChangeFields,
        c.AddItem, c.ChangeItem, c.RemoveItem, c.AddNote, c.TickPlan, c.RatePriority, c.MoveToStep, c.TakeShortPath,
        c.SignOff, c.ConcludeIncident, c.ReopenIncident, c.VoidIncident, c.ReinstateIncident, d.AddPerson,
        c.HoldIncident, c.LiftHold,
        c.ImportIncident, c.TakeSheetChanges,
        d.ChangePerson, d.AddPlace, d.ChangePlace, d.ChangeSettings,
    }  # fmt: skip
    assert known == tried
