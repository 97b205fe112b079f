"""Who may bring in what: asked before the work begins, and once more when it is written."""

from __future__ import annotations

from incident_desk.domain.vocabulary import Role

_WHO = {
    "incidents": (Role.COORDINATOR,),
    "people": (Role.ADMINISTRATOR,),
    "places": (Role.ADMINISTRATOR, Role.COORDINATOR),
    "equipment": (Role.ADMINISTRATOR, Role.COORDINATOR),
}


def who_may_import(what: str) -> tuple[Role, ...]:
    """`what` the rows of the sheet are: incidents, people, places or equipment."""
    return _WHO[what]
