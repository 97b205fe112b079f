"""The head of a section and the cells of its table: where there is little room, no word is broken inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from incident_desk.gui.board.concluded import ConcludedStrip
from incident_desk.gui.incident.item_columns import Cell, Column
from incident_desk.gui.incident.item_rows import TableRow
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.section_head import SectionHead
from tests.gui.kit.conftest import opened, page, theme, theme_of_the_kit  # noqa: F401  fixtures

TITLE, HINT = "Sofortmaßnahmen", "gelten, bis sie aufgehoben werden"
MISSING, ADD = "eines davon ist für den nächsten Schritt nötig", "Sofortmaßnahme eintragen"


def a_head(theme: Theme, parent: QWidget) -> tuple[SectionHead, Note, Button]:  # noqa: F811  the fixture
    head = SectionHead(TITLE, theme, parent, hint=HINT)
    missing, add = Note(theme, parent, text=MISSING, icon="pencil"), Button(ADD, theme, parent, icon="plus")
    head.add_right(missing)
    head.add_right(add)
    return head, missing, add


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("width", [360, 480, 640, 900, 1400])
def test_that_the_head_of_a_section_breaks_no_word_and_covers_nothing(
    zoom: int,
    width: int,
    theme: Theme,  # noqa: F811
    page: QWidget,  # noqa: F811
) -> None:
    theme.set_zoom(zoom)
    head, _, add = a_head(theme, page)
    boxes = {part: box for part, box in head.places(width) if isinstance(part, PlainLabel | Note | Button)}
    assert boxes[head.title].width() >= min(width, head.title.sizeHint().width())
    longest = max(brush.width_of(word, "body", theme) for word in HINT.split())
    assert boxes[head.hint].width() >= longest
    assert boxes[add].width() >= min(width, add.sizeHint().width())
    everything = list(boxes.values())
    assert all(QRect(0, 0, width, head.heightForWidth(width)).contains(box) for box in everything)
    assert not any(one.intersects(other) for one in everything for other in everything if one is not other)


def test_that_the_head_of_a_section_is_one_line_where_there_is_room(theme: Theme, page: QWidget) -> None:  # noqa: F811
    head, missing, add = a_head(theme, page)
    boxes = dict(head.places(1400))
    assert len({boxes[part].center().y() for part in (head.title, head.hint, missing, add)}) <= 2  # rounded halves
    assert boxes[add].right() == 1399
    missing.show_sentence("")
    assert missing not in dict(head.places(1400))


def test_that_a_cell_elides_a_word_and_the_tool_tip_has_it_whole(
    theme: Theme,  # noqa: F811
    page: QWidget,  # noqa: F811
    opened: Callable[[QWidget], QWidget],  # noqa: F811
) -> None:
    word = "Rindfleischetikettierungsüberwachung"
    row = TableRow([Cell(f"Die {word}"), Cell("Kurz")], ["Was", "Art"], [Column("a", 1, 60), Column("b", 1, 60)],
                   theme, page)  # fmt: skip
    opened(page)
    row.resize(300, 60)
    shown = row._lines(row._cells[0], 130).lines
    assert shown[0] == "Die"
    assert shown[1].startswith("Rind")
    assert shown[1].endswith("…")
    assert row.toolTip().count(word) == 1
    assert "Kurz" not in row.toolTip()
    row.resize(1200, 60)
    assert row.toolTip() == ""


@pytest.mark.parametrize("zoom", [100, 110, 150])
def test_that_the_title_of_what_was_concluded_is_whole(zoom: int, theme: Theme, page: QWidget) -> None:  # noqa: F811
    strip = ConcludedStrip(theme, page)
    theme.set_zoom(zoom)
    strip.resize(strip.minimumSizeHint().width(), 400)
    strip.layout().activate()  # type: ignore[union-attr]  # it has one
    assert strip._title.width() >= strip._title.sizeHint().width()
