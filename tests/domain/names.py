"""The directories that `factories.Chain` speaks of, as sentences need them."""

from __future__ import annotations

from incident_desk.domain.vocabulary import Role
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import PersonRow, PlaceRow, Settings
from incident_desk.usecases.wording import Wording
from tests.factories import ACTORS, ANNA, PACK, PRESS, WARD, an_id

_ROOM = an_id(52)
NAMES = Names(
    Settings(an_id(90), "St Brigid", site_code="MAIN", zone="Europe/Berlin"),
    PACK,
    "test 1.1",
    {
        actor.id or "": PersonRow(actor.id or "", 1, actor.name, "", "", "", actor.roles, True, False)
        for actor in (ANNA, *ACTORS.values())
    },
    {
        WARD: PlaceRow(WARD, 1, "Ward 3", None, "WARD3", "department", True, ("Main house", "Ward 3"), "WARD3"),
        PRESS: PlaceRow(PRESS, 1, "Press hall", None, "", "department", True, ("Press hall",), ""),
        _ROOM: PlaceRow(_ROOM, 1, "Room 312", WARD, "", "place", True, ("Main house", "Ward 3", "Room 312"), "WARD3"),
    },
)
ROOM = _ROOM
REPORTER = ACTORS[Role.REPORTER]


def wording(language: str) -> Wording:
    return Wording(Texts(language), NAMES)
