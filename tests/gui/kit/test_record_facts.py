"""What is known of a record, as the screens that show one say it: only what is stated, in short words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.values import Precision, StatedTime, from_micros
from incident_desk.gui.clock import Moments
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.record_facts import RecordFacts, stated_facts
from tests.domain.names import wording
from tests.factories import WARD
from tests.gui.kit.conftest import page, theme, theme_of_the_kit  # noqa: F401  fixtures

NOW = 1_794_470_640_000_000


def test_that_what_is_stated_is_told_in_the_order_asked_for() -> None:
    noon = StatedTime(from_micros(NOW), from_micros(NOW), Precision.EXACT, "Europe/Berlin").to_json()
    values = {"place": WARD, "occurred": noon, "discovered": ERASED, "detected_by": None}
    told = stated_facts(("occurred", "discovered", "detected_by", "place"), values, Moments(NOW, wording("en")))
    assert [label for label, _ in told] == ["Occurred", "Discovered", "Place"]
    words = dict(told)
    assert words["Occurred"].startswith("today ")
    assert words["Discovered"] == wording("en").texts.say("wording.erased")
    assert "Ward 3" in words["Place"]


def middle(label: PlainLabel) -> float:
    """Of its first line, in the list."""
    return label.y() + label.first_line_middle()


def test_that_each_fact_stands_beside_its_name(theme: Theme, page: QWidget) -> None:  # noqa: F811  the fixtures
    place = "Ward 3, the room behind the nurses' station, at the window"
    facts = RecordFacts([("Kind", "Hazard"), ("Place", place)], theme, page)
    facts.resize(300, facts.heightForWidth(300))
    facts.show()
    told = facts.findChildren(PlainLabel)
    assert [label.text() for label in told] == ["Kind", "Hazard", "Place", place]
    assert told[3].height() > 1.5 * told[1].height()
    for name, stated in (told[:2], told[2:]):
        assert abs(middle(name) - middle(stated)) < 3
        assert name.geometry().right() < stated.x() < 300
    assert told[2].y() > told[1].geometry().bottom()


def test_that_no_part_stands_in_a_list_of_facts_that_nobody_asked_for(theme: Theme, page: QWidget) -> None:  # noqa: F811
    facts = RecordFacts([("Kind", "Hazard")], theme, page)
    assert [label.text() for label in facts.findChildren(PlainLabel)] == ["Kind", "Hazard"]
    facts.show_more("")
    assert len(facts.findChildren(PlainLabel)) == 2
    facts.show_more("and 3 more")
    assert facts.findChildren(PlainLabel)[-1].text() == "and 3 more"
