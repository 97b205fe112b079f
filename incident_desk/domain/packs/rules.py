"""Checks of gates, routes and signatures: what a step must hold, which steps are passed, who signs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from incident_desk.domain.packs.model import Gate, Route, SignOff
from incident_desk.domain.packs.reading import Once, Table
from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind, Priority, Role, Step

_KINDS = {kind.value: kind for kind in Kind}
_PRIORITIES = {priority.value: priority for priority in Priority}
_ROLES = {role.value: role for role in Role}


def read_gates(root: Table, known_needs: frozenset[str], sign_offs: tuple[SignOff, ...]) -> tuple[Gate, ...]:
    found: list[Gate] = []
    for table in root.tables("gates"):
        step = table.one_of("step", STEP_BY_KEY)
        needs = table.words_of("needs", known_needs, "need_unknown")
        gate = Gate(step or Step.IDENTIFICATION, needs, *_for_whom(table))
        table.finish()
        if step and any(other.step is step and _alike(gate, other) for other in found):
            table.note("step", "rule_twice")
        if "signed_off" in needs and not any(sign_off.needed for sign_off in sign_offs):
            table.note("needs", "nobody_signs")
        if step:
            found.append(gate)
    return tuple(found)


def read_routes(root: Table) -> tuple[Route, ...]:
    found: list[Route] = []
    for table in root.tables("routes", needed=False):
        steps = table.some_of("steps", STEP_BY_KEY, needed=True)
        route = Route(steps, *_for_whom(table))
        table.finish()
        if steps and not _leads_through(steps):
            table.note("steps", "route_form")
        if any(_alike(route, other) for other in found):
            table.note("steps", "rule_twice")
        found.append(route)
    return tuple(found)


def read_sign_offs(root: Table) -> tuple[SignOff, ...]:
    keys = Once(root.reading, "key_twice")
    found: list[SignOff] = []
    for table in root.tables("sign_offs", needed=False):
        key, role = table.key(), table.one_of("role", _ROLES)
        keys.add(key, table.at("key"))
        earlier = [each.key for each in found]  # so that none waits for itself
        found.append(
            SignOff(
                key, role or Role.COORDINATOR, table.text("meaning"), table.flag("needed", default=True),
                table.words_of("after", earlier, "value_unknown", needed=False),
                table.words_of("other_than", earlier, "value_unknown", needed=False),
            )
        )  # fmt: skip
        table.finish()
    return tuple(found)


def _for_whom(table: Table) -> tuple[frozenset[Kind], frozenset[Priority]]:
    """Kinds and priorities that a gate or route is for; none named means: all."""
    return (
        frozenset(table.some_of("kinds", _KINDS)),
        frozenset(table.some_of("priorities", _PRIORITIES)),
    )


def _leads_through(steps: tuple[Step, ...]) -> bool:
    """From Identification to Conclusion, each step once, in order."""
    in_order = all(first < second for first, second in pairwise(steps))
    return in_order and steps[0] is Step.IDENTIFICATION and steps[-1] is Step.CONCLUSION


def _alike(one: Gate | Route, other: Gate | Route) -> bool:
    """Whether two rules name their records equally closely and some record falls under both."""
    if (bool(one.kinds), bool(one.priorities)) != (bool(other.kinds), bool(other.priorities)):
        return False
    return _meet(one.kinds, other.kinds) and _meet(one.priorities, other.priorities)


def _meet(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return not one or not one.isdisjoint(other)
