"""Who may bring in what: asked before the work begins, and once more when it is written."""

from __future__ import annotations

from incident_desk.domain.context import Actor
from incident_desk.domain.vocabulary import Role

_WHO = {
    "incidents": (Role.COORDINATOR,),
    "people": (Role.ADMINISTRATOR,),
    "places": (Role.ADMINISTRATOR, Role.COORDINATOR),
    "equipment": (Role.ADMINISTRATOR, Role.COORDINATOR),
}


def must_be_allowed(actor: Actor, what: str) -> None:
    """Raises Refused. `what` the rows of the sheet are: incidents, people, places or equipment."""
    actor.must("import", *_WHO[what])
