"""What is saved does not move the form: a press that begins before and ends after it lands where it was meant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.section_head import SectionHead
from tests.factories import Desk
from tests.gui.conftest import stand_still
from tests.gui.incident.conftest import OpenIncident, OpenPage
from tests.gui.kit.conftest import page, theme, theme_of_the_kit  # noqa: F401  fixtures


def places(shown: OpenPage) -> dict[str, int]:
    """How far down each section begins."""
    stand_still(shown.page)
    inside = shown.page.form.sections[0].parentWidget()
    assert inside is not None
    return {
        each.section.key: each.mapTo(inside, QPoint(0, 0)).y() for each in shown.page.form.sections if each.isVisible()
    }


def test_that_a_saved_answer_moves_no_section(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"), (1440, 900))
    extent = next(each for each in shown.page.form.sections if each.section.key == "extent")
    low = extent.height()
    extent._head.hint.setText("what and who is affected, here and elsewhere, now and later on")  # as long as in German
    shown.until(lambda: extent.height() > low)  # the longer words took their room
    before = places(shown)
    shown.write("extent_areas", "The whole ward")
    shown.leave_field()
    shown.settle()
    assert shown.values["extent_areas"] == "The whole ward"
    assert places(shown) == before


@pytest.mark.parametrize("zoom", [100, 150])
@pytest.mark.parametrize("width", range(240, 900, 20))
def test_that_a_head_is_as_high_when_nothing_is_missing(
    width: int,
    zoom: int,
    theme: Theme,  # noqa: F811  the fixture
    page: QWidget,  # noqa: F811
) -> None:
    theme.set_zoom(zoom)
    head = SectionHead("Extent", theme, page, hint="what and who is affected")
    note = Note(theme, page, text="3 missing", icon="pencil")
    head.add_right(note, room=lambda: note.width_of("9 missing"))
    add = Button("Add a measure", theme, page)
    head.add_right(add)
    high, place = head.heightForWidth(width), dict(head.places(width))[add]
    note.show_sentence("")
    assert note not in dict(head.places(width))
    assert (head.heightForWidth(width), dict(head.places(width))[add]) == (high, place)


def test_that_a_head_has_no_room_for_a_part_that_is_never_there(
    theme: Theme,  # noqa: F811  the fixture
    page: QWidget,  # noqa: F811
) -> None:
    head = SectionHead("Extent", theme, page, hint="what and who is affected")
    alone = head.heightForWidth(300)
    head.add_right(Note(theme, page))
    assert head.heightForWidth(300) == alone
