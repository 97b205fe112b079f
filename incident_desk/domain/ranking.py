"""Which open incident comes first, and why: an order that does not change from house to house, so that lists compare.

What is put off comes last. Then: an overdue duty before all else; the priority, which holds the worse of what was and
what could have been; an effect that is felt now; how many people; how long it has been in its step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incident_desk.domain.vocabulary import Priority

_ORDER = (Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM, Priority.NOT_SET, Priority.LOW)
_PLACES = {level: n for n, level in enumerate(_ORDER)}
_NUMBER = re.compile(r"\d+")
_MOST_PEOPLE = 100_000  # a larger number is no count of people
LONG_IN_STEP = 7 * 86_400_000_000  # microseconds; from then on it is a reason


@dataclass(frozen=True, slots=True)
class Standing:
    """How an open incident stands: times in microseconds, texts as they were written. `overdue`: for how long a duty, a
    promise, an action or a check is, 0 for none. `put_off`: its review day is still to come.
    """

    priority: Priority
    overdue: int = 0
    effect_now: str = ""
    people: str = ""
    in_step: int = 0
    put_off: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it stands where it stands: a code, and a number that goes with it."""

    code: str
    value: int = 0


def rank(standing: Standing) -> tuple[int, ...]:
    """To sort by, ascending."""
    return (
        int(standing.put_off), int(not standing.overdue), _PLACES[standing.priority],
        int(not standing.effect_now.strip()), -people_in(standing.people), -standing.in_step,
    )  # fmt: skip


def reasons(standing: Standing) -> Iterator[Reason]:
    """In the order in which they count."""
    if standing.put_off:
        yield Reason("put_off")
    if standing.overdue:
        yield Reason("overdue", standing.overdue)
    yield Reason(f"priority_{standing.priority.name.lower()}")
    if standing.effect_now.strip():
        yield Reason("effect_now")
    if people := people_in(standing.people):
        yield Reason("people", people)
    if standing.in_step >= LONG_IN_STEP:
        yield Reason("in_step", standing.in_step)


def people_in(text: str) -> int:
    """How many people a text names: the largest number in it, as of "2 patients, 14 visitors"; 0 for none."""
    numbers = (int(found) for found in _NUMBER.findall(text))
    return max((number for number in numbers if number < _MOST_PEOPLE), default=0)
