"""Days away and restricted: counted apart, first and last day included, none twice."""

from __future__ import annotations

from datetime import date

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.absences import AWAY, RESTRICTED, days_of
from tests.factories import Chain, led_to


def absent(chain: Chain, since: str, until: str | None, kind: str = AWAY, name: str = "B. Doe") -> None:
    chain.do(c.AddItem("absences", {"name": name, "kind": kind, "since": since, "until": until}))


def test_that_periods_are_counted_apart_with_both_ends() -> None:
    chain = led_to("signed")  # they go on after sign-off
    absent(chain, "2026-11-13", "2026-11-20")
    absent(chain, "2026-11-21", "2026-11-21", RESTRICTED)
    absent(chain, "2024-02-28", "2024-03-01")  # a leap year
    lines = chain.items("absences")
    assert (days_of(lines, AWAY), days_of(lines, RESTRICTED)) == (8 + 3, 1)


def test_that_an_open_period_counts_until_today_or_not_at_all() -> None:
    chain = led_to("containment")
    absent(chain, "2026-11-13", None)
    lines = chain.items("absences")
    assert days_of(lines, AWAY) == 0
    assert days_of(lines, AWAY, date(2026, 11, 13)) == 1
    assert days_of(lines, AWAY, date(2026, 11, 1)) == 0


def test_that_two_people_may_be_away_at_the_same_time() -> None:
    chain = led_to("containment")
    absent(chain, "2026-11-13", "2026-11-20")
    absent(chain, "2026-11-13", "2026-11-20", name="C. Roe")
    assert days_of(chain.items("absences"), AWAY) == 16


def test_that_a_period_can_be_made_longer_up_to_the_next_one() -> None:
    chain = led_to("containment")
    absent(chain, "2026-11-13", "2026-11-15")
    first = chain.last("absences")
    absent(chain, "2026-11-20", "2026-11-21")
    chain.do(c.ChangeItem(first, {"until": "2026-11-19"}))
    with pytest.raises(Exception, match="absence_overlaps"):
        chain.do(c.ChangeItem(first, {"until": "2026-11-20"}))
