"""Similar incidents below the story: offered, opened by one press, and looked up anew when the story changes."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.gui.incident.similar_part import SimilarPart
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident


def test_that_an_earlier_incident_is_offered_and_one_press_opens_it(desk: Desk, open_incident: OpenIncident) -> None:
    story = {"title": "Casing", "what_happened": "Battery swollen, casing cracked"}
    earlier = desk.new("identification", fields=story)
    mine = desk.new("identification", fields={"title": "Mine", "what_happened": "Nothing yet"})
    page = open_incident(desk, mine)
    (part,) = page.page.findChildren(SimilarPart)
    assert not part.isVisible()
    desk.do(mine, c.ChangeFields({"what_happened": "The battery is swollen and its casing cracked"}))
    page.until(lambda: part.buttons)
    assert str(desk.record(earlier).values["number"]) in part.buttons[0].text()
    part.buttons[0].click()
    page.until(lambda: page.page.presenter.record == earlier)
