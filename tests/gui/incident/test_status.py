"""The status line says what is true: of one's own text, and of the journal what was looked at."""

from __future__ import annotations

import re

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from incident_desk.domain.commands import AddNote, ChangeFields
from incident_desk.domain.directory import ChangePerson, ChangeSettings
from incident_desk.gui.incident.load_part import LoadPart
from incident_desk.gui.trust.trust_page import TrustPage
from incident_desk.usecases.access import log_access
from incident_desk.usecases.newest_entry import newest_entry
from tests.factories import Desk
from tests.gui.conftest import OpenOn
from tests.gui.incident.conftest import OpenIncident, OpenPage


def said(shown: OpenPage) -> str:
    return shown.window.window.status_line.text("saved")


def test_that_all_is_saved_is_said_of_ones_own_text_alone(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    assert said(shown) == ""
    desk.acting_as("Carl Coordinator").do(shown.record, ChangeFields({"extent_staff": "Two"}))
    shown.until(lambda: shown.field("extent_staff").text() == "Two")  # type: ignore[attr-defined]  # a line
    shown.settle()
    assert said(shown) == "", "a colleague's change says nothing of one's own"
    shown.write("extent_areas", "Ward 3")
    assert said(shown) == "Not saved yet"
    shown.leave_field()
    shown.until(lambda: said(shown).startswith("All changes saved"))
    assert re.fullmatch(r"All changes saved \d\d:\d\d", said(shown))
    shown.window.show("board")
    assert said(shown) == ""


def test_that_a_note_that_is_not_noted_yet_is_not_saved(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    shown.leave_field()
    shown.until(lambda: said(shown).startswith("All changes saved"))
    QTest.keyClicks(shown.page.journal.note, "The pump")
    assert said(shown) == "Not saved yet"


def test_that_a_line_counts_as_saved_once_it_is(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    shown.leave_field()
    shown.until(lambda: said(shown).startswith("All changes saved"))
    part = shown.list_part("measures")
    part.add.click()
    assert part.form is not None
    what = next(edit for edit in part.form.findChildren(QLineEdit) if edit.accessibleName() == "What")
    QTest.keyClicks(what, "Pump taken away")
    assert said(shown) == "Not saved yet"
    part.form.save.click()
    shown.until(lambda: part.form is None)
    shown.settle()
    shown.until(lambda: said(shown).startswith("All changes saved"))


def test_that_the_journal_is_said_to_be_verified_only_after_a_check(desk: Desk, open_on: OpenOn) -> None:
    desk.new("containment")
    desk.register.take_head()
    opened = open_on(desk)
    head = opened.window.status_line
    opened.until(lambda: head.text("head"))
    assert re.fullmatch(r"Recorded up to entry \d+", head.text("head"))
    page = opened.show("trust")
    assert isinstance(page, TrustPage)
    page.check.full.click()
    opened.until(lambda: head.text("head").startswith("Verified up to entry "))
    assert re.fullmatch(r"Verified up to entry \d+, \d\d:\d\d", head.text("head"))


def test_that_the_newest_entry_is_told_as_soon_as_it_is_written(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("containment")
    desk.register.take_head()
    shown = open_incident(desk, record)
    line, queries = shown.window.window.status_line, desk.register.queries
    before = newest_entry(queries)
    shown.until(lambda: line.text("head") == f"Recorded up to entry {before}")
    shown.write("extent_areas", "Ward 3")
    shown.leave_field()
    shown.until(lambda: line.text("head") == f"Recorded up to entry {before + 1}")
    desk.acting_as("Carl Coordinator").do(record, AddNote("x"), AddNote("y"))
    shown.until(lambda: line.text("head") == f"Recorded up to entry {before + 3}")
    session = shown.window.window.session
    log_access(session.register, session.services.new_id, session.actor, "signed_in", {})
    shown.until(lambda: line.text("head") == f"Recorded up to entry {before + 4}")


def test_that_the_inbox_is_counted_by_the_register(desk: Desk, open_on: OpenOn) -> None:
    for _ in range(3):
        desk.new("inbox")
    opened = open_on(desk)
    opened.until(lambda: opened.window.side_bar._buttons["inbox"].accessibleName() == "Inbox, 3")


def test_that_the_load_of_who_leads_it_is_seen_before_it_is_decided(desk: Desk, open_incident: OpenIncident) -> None:
    other = desk.new("prioritisation")
    desk.do(other, ChangeFields({"workload": 6}))
    record = desk.new("prioritisation")
    page = open_incident(desk, record)
    (part,) = page.page.findChildren(LoadPart)
    page.until(lambda: part.isVisible())
    assert part.note.text() == "1 other open incident is led by Anna Berg, 6 hours of work in all."
    desk.do(record, ChangeFields({"workload": 2}))
    page.until(lambda: part.note.text().endswith("With this one it is 8."))


def test_that_the_hours_of_the_team_are_seen_beside_what_there_are(desk: Desk, open_incident: OpenIncident) -> None:
    desk.do(desk.person("Anna Berg"), ChangePerson("Anna Berg", {"unit": "Quality"}))
    desk.do(None, ChangeSettings({"capacity": {"Quality": 20}, "limits": {"person": 1}}))
    desk.do(desk.new("prioritisation"), ChangeFields({"workload": 18}))
    record = desk.new("prioritisation")
    desk.do(record, ChangeFields({"workload": 2}))
    page = open_incident(desk, record)
    (part,) = page.page.findChildren(LoadPart)
    page.until(lambda: part.bar.isVisible())
    assert part.bar.accessibleName() == "Quality, 20 of 20 h"
    assert not part.bar.is_over
    assert "over the limit of 1 for one person" in part.note.text()
    assert part.note.text().endswith("Quality has 20 hours a week: with this incident 0 hours are left.")
    desk.do(record, ChangeFields({"workload": 6}))
    page.until(lambda: part.bar.is_over)
    assert part.bar.words == "24 of 20 h"
    assert part.note.text().endswith("with this incident 4 hours too few. Who steps in?")
