"""What a card says at any width: what is missing and its number are never cut away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import Kind, Priority, Status, Step
from incident_desk.gui.delegates.card_delegate import CardDelegate
from incident_desk.gui.delegates.card_flags import fitting
from incident_desk.gui.models.card import Card, Flag, make_card
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.gui.kit.conftest import theme, theme_of_the_kit  # noqa: F401  fixtures

FLAGS = (
    Flag("shield-check", "2 in force", "petrol", "2", 1),
    Flag("pencil", "3 missing", "high", "3", 2),
    Flag("checkbox", "1/4 done", "ink2", "1/4", 0),
)


def words(room: float, theme: Theme) -> list[str]:  # noqa: F811  the fixture
    return [text for _, text in fitting(FLAGS, room, theme)]


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (400, ["2 in force", "3 missing", "1/4 done"]),
        (210, ["2 in force", "3 missing", "1/4"]),
        (165, ["2", "3 missing", "1/4"]),
        (125, ["2", "3", "1/4"]),
        (70, ["2", "3"]),
        (30, ["3"]),
        (1, ["3"]),
    ],
)
def test_that_what_is_missing_is_the_last_to_give_way(room: float, shown: list[str], theme: Theme) -> None:  # noqa: F811
    assert words(room, theme) == shown


def card(desk: Desk, priority: Priority, now: int = 10**15) -> Card:
    row = IncidentRow(
        no=1, id="1", number="WARD3-2026-0042", position=1, title="Pump ran too fast", kind=Kind.INCIDENT,
        status=Status.OPEN, step=Step.CONTAINMENT, priority=priority, place=None, place_name="Ward 3", department="",
        category=None, subcategory=None, responsible=None, responsible_name="Anna Berg", occurred=None,
        discovered=None, opened_at=now - 10**10, step_since=now, changed_at=now, concluded_at=None, missing=2,
        measures_in_force=1, measure_check_due=None, actions_done=0, actions_total=0, next_due=now - 19_700_000_000,
        next_due_list="actions", next_due_what="Check", review_date=None, anonymous=False,
    )  # fmt: skip
    names: Names = desk.submitter.names()
    return make_card(row, now, Wording(Texts("en"), names), None)


@pytest.mark.parametrize("width", [150, 170, 190, 230, 300])
@pytest.mark.parametrize("priority", list(Priority))
def test_that_the_number_of_a_card_is_never_cut(
    width: int,
    priority: Priority,
    desk: Desk,
    theme: Theme,  # noqa: F811
) -> None:
    theme._kept.clear()
    painter_of_cards = CardDelegate(theme, QWidget())
    shown = card(desk, priority)
    height = painter_of_cards.height(shown.row, width)
    sheet = QImage(width, height, QImage.Format.Format_ARGB32)
    painter = QPainter(sheet)
    edge = theme.px(3)
    painter_of_cards.paint_card(painter, QRectF(edge, 0, width - 2 * edge, height), shown)
    painter.end()
    cut = {str(key[2]) for key in theme._kept if isinstance(key, tuple) and key[0] == "cut"}
    assert cut <= {"Ward 3"}  # the place, which the tool tip has whole
