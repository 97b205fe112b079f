"""Directories without a register: places in one another, two people of one name."""

from __future__ import annotations

from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import PersonRow, PlaceRow, Settings
from tests.factories import PACK, an_id

ANNA, OTHER_ANNA, NONE = an_id(1), an_id(2), an_id(3)
HOUSE, WARD, ROOM, PRESS = an_id(50), an_id(51), an_id(52), an_id(53)


def _place(key: str, name: str, parent: str | None, *path: str) -> PlaceRow:
    return PlaceRow(key, 1, name, parent, "", "place", True, (*path, name), "")


def names_of() -> Names:
    people = [
        PersonRow(key, 1, name, "", "", "", frozenset(Role), True, False)
        for key, name in ((ANNA, "Anna Berg"), (OTHER_ANNA, "Anna Berg"), (NONE, "None"))
    ]
    places = [
        _place(HOUSE, "Main house", None),
        _place(WARD, "Ward 3", HOUSE, "Main house"),
        _place(ROOM, "Room 312", WARD, "Main house", "Ward 3"),
        _place(PRESS, 'Press "B", or hall', None),
    ]
    return Names(
        Settings("x", zone="Europe/Berlin"), PACK, "test 1.1", {each.id: each for each in people},
        {each.id: each for each in places},
    )  # fmt: skip
