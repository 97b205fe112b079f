"""A report like an earlier incident: thing and place are taken over, people, times and the story are not."""

from __future__ import annotations

from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.report.report_page import ReportPage
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow


def like(opened: OpenWindow, record: str) -> ReportPage:
    page = opened.show("incident", record)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None)
    view = page.presenter.view
    assert view is not None
    dict(page.moves._entries(view))["New like this one ..."]()
    opened.until(lambda: opened.window.page.key == "report")
    report = opened.window.page
    assert isinstance(report, ReportPage)
    return report


def test_that_kind_place_and_category_are_taken_over_and_nothing_else(desk: Desk, open_on: OpenOn) -> None:
    earlier = desk.new("identification", kind="near_miss")
    opened = open_on(desk)
    report = like(opened, earlier)
    report.sheet._what.set_text("It ran too fast again")
    report._send()
    opened.until(lambda: desk.register.queries.inbox())
    values = desk.record(desk.register.queries.inbox()[0].row.id).values
    old = desk.record(earlier).values
    assert [values[key] for key in ("kind", "place", "category", "subcategory")] == [
        old[key] for key in ("kind", "place", "category", "subcategory")
    ]
    assert values["what_happened"] == "It ran too fast again"
    assert "discovered" not in values
    assert "responsible" not in values


def test_that_the_next_report_takes_nothing_over(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    report = like(opened, desk.new("identification"))
    report.sheet._what.set_text("First")
    report._send()
    opened.until(lambda: report.sheet.is_empty and len(desk.register.queries.inbox()) == 1)
    report.sheet._what.set_text("Second")
    report._send()
    opened.until(lambda: len(desk.register.queries.inbox()) == 2)
    second = next(each.row for each in desk.register.queries.inbox() if each.what_happened == "Second")
    assert second.category is None


def test_that_a_report_that_is_begun_is_not_written_over(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    report = opened.show("report")
    assert isinstance(report, ReportPage)
    report.sheet._what.set_text("My own story")
    again = like(opened, desk.new("identification"))
    assert again.sheet._what.text() == "My own story"
    assert "category" not in again._order().fields
