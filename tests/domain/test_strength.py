"""Whether all actions against the cause are weak ones."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.strength import only_weak
from tests.factories import led_to


@pytest.mark.parametrize(
    ("actions", "weak"),
    [
        ([], False),
        ([("corrective", "weak")], True),
        ([("corrective", "weak"), ("preventive", "weak")], True),
        ([("corrective", "weak"), ("preventive", "intermediate")], False),
        ([("corrective", "weak"), ("preventive", None)], False),  # nobody rated it yet
        ([("immediate", "weak")], False),  # it is not meant to keep it from happening again
        ([("immediate", "strong"), ("corrective", "weak")], True),
    ],
)
def test_that_only_weak_actions_against_the_cause_are_told(actions: list[tuple[str, str | None]], weak: bool) -> None:
    chain = led_to("reaction")
    for kind, strength in actions:
        chain.do(c.AddItem("actions", {"what": "x", "kind": kind, "strength": strength}))
    assert only_weak(chain.items("actions")) is weak
