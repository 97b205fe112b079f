"""What names the row is its number in the old list, unless another column is that."""

from __future__ import annotations

from dataclasses import replace

from incident_desk.gui.importing.targets import KEEP, KEY, target_of, with_target
from incident_desk.usecases.importing.mapping import FieldSource, SheetMapping
from incident_desk.usecases.names import read_names
from tests.factories import Desk
from tests.importing.tables import STORY, mapping, table

SHEET = table("A|No|Text", f"0|F-1|{STORY}")


def turned(desk: Desk, given: SheetMapping, column: str, target: str) -> SheetMapping:
    return with_target(given, column, target, SHEET, read_names(desk.register.queries), is_unique=True)


def test_that_the_key_is_the_old_number_too(desk: Desk) -> None:
    found = turned(desk, mapping(what_happened="Text"), "A", KEY)
    assert (found.key, found.fields["old_number"]) == (("A",), FieldSource(("A",)))
    assert target_of(found, "A") == KEY
    kept = turned(desk, found, "A", KEEP)
    assert (kept.key, "old_number" in kept.fields, target_of(kept, "A")) == ((), False, KEEP)


def test_that_a_number_of_its_own_is_left_alone(desk: Desk) -> None:
    found = turned(desk, mapping(what_happened="Text", old_number="No"), "A", KEY)
    assert (found.key, found.fields["old_number"].columns) == (("A",), ("No",))
    assert target_of(found, "No") == "old_number"
    assert target_of(replace(found, key=("No",)), "No") == KEY
