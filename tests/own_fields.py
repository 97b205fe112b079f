"""One field of the site's own of every kind, spread over the steps."""

from __future__ import annotations

import copy
from typing import Any

from incident_desk.domain.field_editing import AddField, add_field
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from tests.factories import PACK_DATA

OWN_FIELDS: tuple[AddField, ...] = (
    AddField("Bed alarm on", "yes_no", "identification", "place", help="as the nurse found it"),
    AddField("Machine number", "text", "identification"),
    AddField("What neighbours saw", "prose", "containment", "measures"),
    AddField("Shift", "choice", "identification", "times", ("Early", "Late", "Night")),
    AddField("Rooms shut", "choices", "containment", "extent", ("Kitchen", "Hall", "Yard")),
    AddField("Insurer told", "time", "prioritisation"),
    AddField("Back in use on", "date", "reaction", "test"),
    AddField("Parts replaced", "number", "reaction", "cause", unit="pieces"),
    AddField("Safety officer", "person", "conclusion"),
    AddField("Now kept at", "place", "conclusion", "costs"),
)


def pack_data() -> dict[str, Any]:
    """The data of the test pack with these fields."""
    content = copy.deepcopy(PACK_DATA)
    for order in OWN_FIELDS:
        add_field(content, order)
    return content


DECLARED = read_pack(pack_data(), KNOWN_NEEDS).fields
