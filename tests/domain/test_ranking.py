"""Which incident comes first: pairs worked out by hand, the first of each goes before the second."""

from __future__ import annotations

from itertools import pairwise

import pytest

from incident_desk.domain.ranking import LONG_IN_STEP, Reason, Standing, people_in, rank, reasons
from incident_desk.domain.vocabulary import Priority

DAY = 86_400_000_000
# Each one goes before the one after it; beside it the first thing in which the two differ.
IN_ORDER = [
    Standing(Priority.LOW, overdue=1),  # overdue
    Standing(Priority.CRITICAL, effect_now="no heating", people="3"),  # effect
    Standing(Priority.CRITICAL, people="3"),  # people
    Standing(Priority.CRITICAL, people="2", in_step=9 * DAY),  # age
    Standing(Priority.CRITICAL, people="2", in_step=8 * DAY),  # priority
    Standing(Priority.HIGH, effect_now="x", people="400", in_step=90 * DAY),
    Standing(Priority.MEDIUM),
    Standing(Priority.NOT_SET),  # nobody knows yet how bad it is: before what is known to be small
    Standing(Priority.LOW, effect_now="x"),
    Standing(Priority.CRITICAL, overdue=9, effect_now="x", people="9", put_off=True),  # put off comes last
    Standing(Priority.LOW, put_off=True),
]


@pytest.mark.parametrize("pair", list(pairwise(IN_ORDER)))
def test_that_the_one_that_counts_more_goes_first(pair: tuple[Standing, Standing]) -> None:
    assert rank(pair[0]) < rank(pair[1])


def test_that_reasons_are_told_in_the_order_in_which_they_count() -> None:
    standing = Standing(Priority.HIGH, 5, "no water", "2 patients", LONG_IN_STEP, put_off=True)
    assert list(reasons(standing)) == [
        Reason("put_off"), Reason("overdue", 5), Reason("priority_high"), Reason("effect_now"), Reason("people", 2),
        Reason("in_step", LONG_IN_STEP),
    ]  # fmt: skip
    assert list(reasons(Standing(Priority.LOW))) == [Reason("priority_low")]


@pytest.mark.parametrize(
    ("text", "people"),
    [("", 0), ("nobody", 0), ("4", 4), ("2 patients, 14 visitors", 14), ("about 30", 30), ("tel. 0123456789", 0)],
)
def test_that_people_are_counted_as_far_as_somebody_wrote_a_number(text: str, people: int) -> None:
    assert people_in(text) == people
