"""Checks of the places a pack brings: each stands under one that was named before it."""

from __future__ import annotations

import re

from incident_desk.domain.packs.model import PackPlace
from incident_desk.domain.packs.reading import Once, Table

PLACE_KINDS = ("site", "department", "place")
UNIT_CODE = re.compile(r"[A-Z0-9]{1,8}")


def read_places(root: Table) -> tuple[PackPlace, ...]:
    keys, codes = Once(root.reading, "key_twice"), Once(root.reading, "unit_code_twice")
    known: set[str] = set()
    found = []
    for table in root.tables("places", needed=False):
        place = PackPlace(
            table.key(),
            table.text("name"),
            table.one_word_of("kind", PLACE_KINDS),
            _parent(table, known),
            _unit_code(table),
        )
        table.finish()
        keys.add(place.key, table.at("key"))
        codes.add(place.code, table.at("code"))
        known.add(place.key)
        found.append(place)
    return tuple(found)


def _parent(table: Table, known: set[str]) -> str | None:
    """Only places above may be named, so the tree has no circles and can be read from top to bottom."""
    parent = table.word("parent", needed=False)
    if parent and parent not in known:
        table.note("parent", "parent_unknown", value=parent)
    return parent or None


def _unit_code(table: Table) -> str:
    code = table.word("code", needed=False)
    if code and not UNIT_CODE.fullmatch(code):
        table.note("code", "unit_code_form", value=code)
    return code
