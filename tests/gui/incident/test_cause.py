"""The cause drawn on the page: it follows the lists, is walked by keys, and leads to the line it draws."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.gui.incident.cause_part import CausePart
from incident_desk.gui.incident.strength_part import StrengthPart
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def _part(page: OpenPage) -> CausePart:
    (part,) = page.page.findChildren(CausePart)
    return part


def test_that_the_drawings_come_with_the_lines_and_lead_to_them(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("reaction")
    page = open_incident(desk, record)
    assert not _part(page).isVisible()
    desk.do(
        record, c.AddItem("factors", {"kind": "machine", "what": "Keys too near"}),
        c.AddItem("factors", {"kind": "people", "what": "Alone on the ward"}),
    )  # fmt: skip
    page.until(lambda: _part(page).bones.isVisible())
    assert not _part(page).events.isVisible()
    bones = _part(page).bones
    bones.setFocus()
    QTest.keyClick(bones, Qt.Key.Key_Right)
    assert bones.accessibleDescription() == "People: Alone on the ward"
    QTest.keyClick(bones, Qt.Key.Key_Return)
    form = page.list_part("factors").form
    assert form is not None and form.item is not None
    assert form.item.values["what"] == "Alone on the ward"


def test_that_a_click_on_an_event_opens_its_line(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("reaction")
    desk.do(
        record, c.AddItem("timeline", {"when": "2026-11-12T08:00", "what": "Alarm"}),
        c.AddItem("timeline", {"when": "2026-11-12T09:00", "what": "Silence"}),
    )  # fmt: skip
    page = open_incident(desk, record)
    events = _part(page).events
    page.until(lambda: events.isVisible() and events.drawing is not None and events.height() > 20)
    assert events.drawing is not None
    spot, scale = events.drawing.spots[1], page.page.theme.scale
    middle = events.rect().topLeft()
    middle.setX(round((spot.left + spot.width / 2) * scale))
    middle.setY(round((spot.top + spot.height / 2) * scale))
    QTest.mouseClick(events, Qt.MouseButton.LeftButton, pos=middle)
    form = page.list_part("timeline").form
    assert form is not None and form.item is not None
    assert form.item.values["what"] == "Silence"


def test_that_a_decision_is_never_changed(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("reaction")
    desk.do(record, c.AddItem("decisions", {"what": "Stop using it", "why": "No spare part"}))
    page = open_incident(desk, record)
    part = page.list_part("decisions")
    part.open_line(page.stored.of("decisions")[0].id)
    assert part.form is None


def test_that_weak_actions_alone_are_told_until_a_stronger_one_is_there(
    desk: Desk, open_incident: OpenIncident
) -> None:
    record = desk.new("reaction")
    desk.do(record, c.AddItem("actions", {"what": "Train", "kind": "corrective", "strength": "weak"}))
    page = open_incident(desk, record)
    (part,) = page.page.findChildren(StrengthPart)
    page.until(lambda: part.isVisible())
    assert "is weak" in part.note.text()
    desk.do(record, c.AddItem("actions", {"what": "Guard", "kind": "corrective", "strength": "strong"}))
    page.until(lambda: not part.isVisible())
