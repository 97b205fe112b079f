"""The quick report: few keys, no invented times, drafts kept, nothing kept of a report without a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.gui.report.report_page import ReportPage
from incident_desk.support.drafts import Draft, DraftStore
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def sheet_page(opened: OpenWindow) -> ReportPage:
    page = opened.show("report")
    assert isinstance(page, ReportPage)
    return page


def drafts(opened: OpenWindow) -> list[Draft]:
    """Those on disk."""
    session = opened.window.session
    return DraftStore(session.services.data_dir).all(session.names.settings.register_id)


def the_report(desk: Desk) -> dict[str, object]:
    rows = desk.register.queries.inbox()
    assert len(rows) == 1
    return dict(desk.record(rows[0].row.id).values)


def test_that_a_sentence_and_ctrl_enter_file_a_report(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    QTest.keyClicks(page.sheet._what, "The press did not stop.")
    QTest.keyClick(page.sheet._what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: desk.register.queries.inbox())
    values = the_report(desk)
    assert values["what_happened"] == "The press did not stop."
    assert values["reporter"] == desk.person("Anna Berg")
    assert "occurred" not in values and "discovered" not in values and "reported" not in values


def test_that_an_empty_report_is_refused_beside_the_question(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet.send_requested.emit()
    opened.until(lambda: page.sheet._rows["what_happened"].wrong)
    assert page.sheet._rows["what_happened"].wrong == "Write a sentence or two about what happened."
    assert not desk.register.queries.inbox()


def test_that_just_now_is_kept_as_about_now(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet._what.set_text("Wet floor")
    page.sheet._when.set_code("now")
    page.sheet.send_requested.emit()
    opened.until(lambda: desk.register.queries.inbox())
    occurred = the_report(desk)["occurred"]
    assert isinstance(occurred, dict)
    assert occurred["precision"] == "about"
    assert "discovered" not in the_report(desk), "nobody asked when it was discovered"


def test_that_a_hazard_is_asked_the_same_and_its_answer_stands_where_it_was_asked(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    page.sheet._kind.set_code("hazard")
    page.sheet._what.set_text("Wet floor")
    page.sheet._when.set_code("now")
    page.sheet.send_requested.emit()
    opened.until(lambda: desk.register.queries.inbox())
    values = the_report(desk)
    assert "occurred" in values and "discovered" not in values


def test_that_typed_text_comes_back_after_the_window_was_gone(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    QTest.keyClicks(page.sheet._what, "Half a sentence")
    opened.until(lambda: drafts(opened))
    opened.host.close()
    again = sheet_page(open_on(desk))
    assert again.sheet._what.text() == "Half a sentence"


def test_that_a_report_without_a_name_leaves_no_name_and_no_draft(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = sheet_page(opened)
    QTest.keyClicks(page.sheet._what, "Somebody is afraid")
    page.sheet._nameless.setChecked(True)
    page._keeping.timeout.emit()
    assert drafts(opened) == []
    page.sheet.send_requested.emit()
    opened.until(lambda: desk.register.queries.inbox())
    values = the_report(desk)
    assert values["anonymous"] is True
    assert "reporter" not in values and "reporter_name" not in values
    entry = desk.register.queries.entries(desk.register.queries.inbox()[0].row.id)[0]
    assert entry.actor is None
    assert drafts(opened) == []
