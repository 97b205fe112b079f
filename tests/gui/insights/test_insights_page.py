"""The page Insights on a real register: drawings, the same numbers as a table, and the way to the incidents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.knowledge import KnowledgeKind
from incident_desk.domain.values import from_micros, micros
from incident_desk.gui.insights.insight_panel import InsightPanel
from incident_desk.gui.insights.insights_page import InsightsPage
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.knowledge.rows import KnowledgeFilter
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def last_month(desk: Desk, count: int, **fields: str) -> str:
    """So many incidents came up in it; its name."""
    now = from_micros(desk.register.queries.clock())
    then = (now.replace(day=1) - timedelta(days=10)).replace(hour=12)
    minute = [micros(then)]

    def clock() -> int:
        minute[0] += 60_000_000
        return minute[0]

    past = Desk(desk.register, Submitter(desk.register, uuid7, desk.submitter.actor, clock), desk.address)
    for _ in range(count):
        past.new("identification", fields={"discovered": f"{then:%Y-%m}-01", **fields})
    return f"{then.astimezone(UTC):%Y-%m}"


def insights(opened: OpenWindow) -> InsightsPage:
    page = opened.show("insights")
    assert isinstance(page, InsightsPage)
    opened.until(lambda: page.panels and all(each.isVisible() for each in page.panels))  # a layout shows them later
    return page


def panel(page: InsightsPage, kind: str) -> InsightPanel:
    return next(each for each in page.panels if each.insight.kind == kind)


def test_that_a_bar_leads_to_the_incidents_behind_it(desk: Desk, open_on: Open) -> None:
    last_month(desk, 2)
    desk.new("identification")  # of this month, which is not over yet
    opened = open_on(desk)
    shown = panel(insights(opened), "categories")
    drawing = shown.drawing
    drawing.setFocus()
    QTest.keyClick(drawing, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "register")
    register = opened.window.page
    assert isinstance(register, RegisterPage)
    opened.until(lambda: (found := register.table.rows.store.listing) is not None and found.count == 2)


def test_that_the_table_tells_what_is_drawn_and_leads_there_as_well(desk: Desk, open_on: Open) -> None:
    month = last_month(desk, 3)
    opened = open_on(desk)
    shown = panel(insights(opened), "trend")
    assert not shown.table.isVisible()
    shown.as_table.click()
    assert shown.table.isVisible()
    told = [label.text() for label in shown.table.findChildren(PlainLabel)]
    assert told.count("3") == 1
    assert shown.drawing.drawing is not None
    assert shown.drawing.drawing.spots[-1].name == f"{month}: 3 incidents"


def test_that_a_register_without_incidents_says_so(desk: Desk, open_on: Open) -> None:
    page = insights(open_on(desk))
    assert panel(page, "categories").empty.isVisible()
    assert not panel(page, "categories").drawing.isVisible()


def test_that_another_number_of_months_is_another_reading(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = insights(opened)
    page.months.set_code("24")
    page.months.code_chosen.emit("24")
    opened.until(lambda: len(panel(page, "trend").insight.rows) == 24)


def test_that_what_somebody_writes_meanwhile_is_counted(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = insights(opened)
    before = panel(page, "trend")
    last_month(desk, 1)
    desk.new("inbox")  # what is written in the past no watch would see
    opened.until(lambda: panel(page, "trend") is not before)
    assert panel(page, "trend").insight.rows[-1][1] == "1"


def test_that_a_problem_is_opened_from_what_comes_again_with_its_incidents(desk: Desk, open_on: Open) -> None:
    last_month(desk, 3)
    opened = open_on(desk)
    page = insights(opened)
    shown = panel(page, "recurrence")
    (button,) = [each for each in shown.table.findChildren(Button) if "problem" in each.text()]
    button.click()
    assert page.problem.popover is not None
    assert page.problem.popover.form.values()["title"] == "Device, Ward 3"
    page.problem.popover.confirm.click()
    opened.until(lambda: opened.window.page.key == "knowledge")
    (row,) = desk.register.queries.knowledge().listed(KnowledgeFilter())
    assert (row.kind, row.category, row.incidents) == (KnowledgeKind.PROBLEM, "device", 3)
