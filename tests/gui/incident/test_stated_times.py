"""Times that cannot all be right are told beside them, by what their precision leaves open; they are saved all the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtTest import QTest

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.values import Precision, StatedTime
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.incident.fields_part import FieldsPart
from incident_desk.gui.incident.stated_times import contradiction
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage

ZONE = "Europe/Berlin"


def at(hour: int, minute: int = 0, day: int = 12, precision: Precision = Precision.EXACT) -> StatedTime:
    return StatedTime.at(datetime(2026, 11, day, hour, minute, tzinfo=UTC), ZONE, precision)


def between(first: StatedTime, last: StatedTime) -> StatedTime:
    return StatedTime(first.earliest, last.latest, Precision.BETWEEN, ZONE)


DAY = StatedTime.on(date(2026, 11, 12), ZONE)


@pytest.mark.parametrize(
    ("occurred", "discovered", "found"),
    [
        (at(9), at(8), True),
        (at(8), at(8), False),
        (at(8), at(9), False),
        (at(9, precision=Precision.ABOUT), at(8, 30), False),
        (at(9, precision=Precision.ABOUT), at(7, 30), True),
        (at(9), at(8, 30, precision=Precision.ABOUT), False),
        (DAY, at(8), False),
        (DAY, at(8, day=11), True),
        (at(8), DAY, False),
        (at(8, day=13), DAY, True),
        (between(at(7), at(10)), at(8), False),
        (between(at(9), at(10)), at(8), True),
        (StatedTime.unknown(ZONE), at(8), False),
        (at(9), None, False),
        (ERASED, at(8), False),
    ],
)
def test_that_times_contradict_only_where_no_reading_puts_them_right(
    occurred: Any, discovered: Any, found: bool
) -> None:
    stated = {"occurred": occurred, "discovered": discovered}
    assert contradiction(stated) == (("occurred", "discovered") if found else None)
    plain = {key: value.to_json() if isinstance(value, StatedTime) else value for key, value in stated.items()}
    assert contradiction(plain) == contradiction(stated), "what the record holds is read alike"


def test_that_all_three_times_are_compared() -> None:
    assert contradiction({"discovered": at(9), "reported": at(8)}) == ("discovered", "reported")
    assert contradiction({"occurred": at(9), "reported": at(8)}) == ("occurred", "reported")
    assert contradiction({"occurred": at(7), "discovered": at(8), "reported": at(9)}) is None


def times(shown: OpenPage) -> FieldsPart:
    parts = [part for section in shown.page.form.sections for part in section.findChildren(FieldsPart)]
    return next(part for part in parts if "occurred" in part.form.cells)


def test_that_a_discovery_before_it_occurred_is_told_beside_the_times_and_saved(
    desk: Desk, open_incident: OpenIncident
) -> None:
    incident = desk.new("identification", fields={"discovered": "2026-11-10T08:00"})
    desk.do(incident, ChangeFields({"occurred": "2026-11-12T09:11"}))
    shown = open_incident(desk, incident)
    note = times(shown).doubt
    assert note.isVisible()
    assert note.text() == "Discovered lies before Occurred. One of the two is wrong."
    field = shown.field("occurred")
    field.clear()  # type: ignore[attr-defined]  # a line
    QTest.keyClicks(field, "2026-11-09 07:00")
    assert note.isHidden(), "it is put right while one types"
    shown.leave_field()
    shown.until(lambda: "2026-11-09" in str(shown.values["occurred"]))
    shown.settle()
    assert note.isHidden()
    desk.do(incident, ChangeFields({"reported": "2026-11-09T07:30"}))
    shown.until(note.isVisible)
    assert note.text() == "Reported lies before Discovered. One of the two is wrong."
    shown.page.look_at(Step.IDENTIFICATION)
    assert shown.page.head.next.isEnabled()
