"""The access log in the settings: filtered, read in pages, looked through."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.context import NOBODY
from incident_desk.gui.settings import access_section
from incident_desk.gui.settings.access_section import AccessSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.access import log_access
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.names import read_names
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow


def section_of(opened: OpenWindow) -> AccessSection:
    page = opened.show("settings")
    assert isinstance(page, SettingsPage)
    page.show_section("access")
    opened.settle()
    assert isinstance(page.section, AccessSection)
    return page.section


def kinds(section: AccessSection) -> list[str]:
    return [line.line.kind for line in section.list.model.lines]


def test_that_it_is_filtered_by_kind_person_and_day(desk: Desk, open_on: OpenOn) -> None:
    record = desk.new("identification")
    anna = actor_named("Anna Berg", read_names(desk.register.queries))
    facts = {"kind": "record", "record": record, "position": 1, "sha256": "ab" * 32}
    log_access(desk.register, uuid7, anna, "printed", facts)
    log_access(desk.register, uuid7, NOBODY, "signed_in", {})
    opened = open_on(desk)
    section = section_of(opened)
    opened.until(lambda: "printed" in kinds(section))
    folder = os.environ.get("INCIDENT_DESK_PICTURES")
    if folder:
        opened.window.grab().save(str(Path(folder) / "access.png"))
    section.set_kind("printed")
    opened.until(lambda: kinds(section) == ["printed"])
    section.set_kind(None)
    section.set_person(anna.id)
    opened.until(lambda: set(kinds(section)) == {"printed"})
    section.since.set_value(date(2999, 1, 1))
    section.since.value_changed.emit()
    opened.until(lambda: kinds(section) == [])
    assert "Take a filter away" in section.nothing.text()


def test_that_older_entries_come_when_asked_for(desk: Desk, open_on: OpenOn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_section, "_AT_ONCE", 3)
    for _ in range(5):
        log_access(desk.register, uuid7, NOBODY, "signed_in", {})
    opened = open_on(desk)
    section = section_of(opened)
    opened.until(lambda: len(kinds(section)) == 3)
    QTest.mouseClick(section.older, Qt.MouseButton.LeftButton)
    opened.until(lambda: len(kinds(section)) == 6)
    assert kinds(section)[-1] == "access_log_begun"
    assert not section.older.isVisible()


def test_that_looking_it_through_is_written_down(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    section = section_of(opened)
    QTest.keyClicks(section.note, "All as expected")
    QTest.mouseClick(section.mark, Qt.MouseButton.LeftButton)
    opened.until(lambda: "reviewed" in kinds(section))
    newest = section.list.model.lines[0].line
    assert (newest.kind, newest.reason, newest.who) == ("reviewed", "All as expected", "Anna Berg")
    assert section.note.text() == ""


def test_that_who_does_not_review_sees_nothing_of_it(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk.acting_as("Carl Coordinator"))
    section = section_of(opened)
    assert not section.list.isVisible()
    assert kinds(section) == []
    assert section.who_may.isVisible()
