"""Retention in the settings: years for each category, and what need not be kept any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.commands import HoldIncident
from incident_desk.gui.settings import due_part
from incident_desk.gui.settings.retention_section import RetentionSection
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, line_of
from tests.storage.test_retention import concluded_in, keep, this_year

SettingsOf = Callable[[Desk], Opened]


def notes(section: RetentionSection) -> list[tuple[str, str]]:
    return [(line.incident, line.note) for line in section.due.list.lines.lines]


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_that_a_rule_is_saved_and_what_is_due_then_is_listed(desk: Desk, settings_of: SettingsOf) -> None:
    old = concluded_in(desk, this_year(desk) - 6)
    opened = settings_of(desk.acting_as("Anna Berg"))
    section = opened.section(RetentionSection)
    opened.until(section.due.no_rule.isVisible)
    form = section.rules.editor.form
    assert [key for key, row in form.rows.items() if not row.isHidden()] == ["years "]
    section.rules.begin_rule(form.rows["years device"])
    QTest.keyClicks(line_of(form, "years device"), "0")
    opened.until(section.rules.editor.save.isEnabled)
    press(section.rules.editor.save)
    assert "whole years" in form.rows["years device"].wrong
    line_of(form, "years device").clear()
    QTest.keyClicks(line_of(form, "years device"), "5")
    press(section.rules.editor.save)
    opened.until(lambda: desk.register.queries.settings().retention == {"device": 5})
    opened.until(lambda: len(notes(section)) == 1)
    assert notes(section)[0][0] == old
    assert "due since" in notes(section)[0][1]
    assert not section.due.open_button.isEnabled()


def test_that_a_marked_one_is_opened_and_one_under_hold_is_not_erased(desk: Desk, settings_of: SettingsOf) -> None:
    old, older = (concluded_in(desk, this_year(desk) - ago) for ago in (6, 8))
    keep(desk, other=5)
    desk.do(old, HoldIncident("A claim is open"))
    opened = settings_of(desk)
    section = opened.section(RetentionSection)
    opened.until(lambda: [key for key, _ in notes(section)] == [older, old])
    assert "legal hold" in notes(section)[1][1]
    section.due.list.setFocus()
    QTest.keyClick(section.due.list, Qt.Key.Key_Down)
    QTest.keyClick(section.due.list, Qt.Key.Key_End)
    assert section.due.list.marked().incident == old  # type: ignore[union-attr]
    assert not section.due.erase_button.isEnabled()
    assert "lift the hold" in section.due.held.text()
    press(section.due.open_button)
    opened.until(lambda: opened.around.window.page.key == "incident")


def test_that_more_come_when_asked_for(desk: Desk, settings_of: SettingsOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due_part, "_AT_ONCE", 2)
    for ago in (6, 7, 8):
        concluded_in(desk, this_year(desk) - ago)
    keep(desk, other=5)
    opened = settings_of(desk)
    section = opened.section(RetentionSection)
    opened.until(lambda: len(notes(section)) == 2)
    press(section.due.more)
    opened.until(lambda: len(notes(section)) == 3)
    assert section.due.more.isHidden()


def test_that_who_looks_after_nothing_only_reads_the_rules(desk: Desk, settings_of: SettingsOf) -> None:
    keep(desk, other=5)
    opened = settings_of(desk.acting_as("Rosa Reporter"))
    section = opened.section(RetentionSection)
    assert line_of(section.rules.editor.form, "years ").isReadOnly()
    assert section.due.isHidden()
    assert section.rules.add.isHidden()
