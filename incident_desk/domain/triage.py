"""What a report is, by three questions: a single and unexpected event, an unplanned interruption, promptly rectifiable.

The program proposes, a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from incident_desk.domain.fields import INTERRUPTION, RECTIFIABLE, SINGLE


class Proposal(StrEnum):
    INCIDENT = "incident"
    SERVICE_REQUEST = "service_request"
    PROBLEM = "problem"


def proposed(values: Mapping[str, Any]) -> Proposal | None:
    """None until the answers suffice: where nothing was interrupted, the other two do not matter."""
    single, interruption, rectifiable = (values.get(key) for key in (SINGLE, INTERRUPTION, RECTIFIABLE))
    if interruption is False:
        return Proposal.SERVICE_REQUEST
    if interruption is None:
        return None
    if single is False or rectifiable is False:
        return Proposal.PROBLEM
    return Proposal.INCIDENT if single and rectifiable else None
