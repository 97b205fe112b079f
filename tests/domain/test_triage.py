"""What three answers propose, and that nothing is proposed before they suffice."""

from __future__ import annotations

import pytest

from incident_desk.domain.fields import INTERRUPTION, RECTIFIABLE, SINGLE
from incident_desk.domain.triage import Proposal, proposed


@pytest.mark.parametrize(
    ("single", "interruption", "rectifiable", "proposal"),
    [
        (True, True, True, Proposal.INCIDENT),
        (False, True, True, Proposal.PROBLEM),
        (True, True, False, Proposal.PROBLEM),
        (False, True, None, Proposal.PROBLEM),
        (True, False, True, Proposal.SERVICE_REQUEST),
        (None, False, None, Proposal.SERVICE_REQUEST),
        (False, False, False, Proposal.SERVICE_REQUEST),
        (True, True, None, None),
        (None, True, True, None),
        (True, None, True, None),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_that_the_answers_propose(
    single: bool | None, interruption: bool | None, rectifiable: bool | None, proposal: Proposal | None
) -> None:
    assert proposed({SINGLE: single, INTERRUPTION: interruption, RECTIFIABLE: rectifiable}) is proposal
