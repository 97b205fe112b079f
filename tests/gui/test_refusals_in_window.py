"""What is refused is said in the window as people write it."""

from __future__ import annotations

from incident_desk.domain.errors import Refused
from tests.factories import Desk
from tests.gui.conftest import OpenOn


def test_that_a_time_that_is_none_is_answered_with_one_as_people_write_it(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    opened.window.session.explain(Refused("time_expected", "discovered", value="31.2.2027"))
    assert opened.told[-1].text == 'Discovered takes a time such as 12 Nov 2026, 08:25, not "31.2.2027".'
