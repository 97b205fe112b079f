"""Limits in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.directory import ChangePerson, ChangeSettings
from incident_desk.gui.settings.limits_section import LimitsSection
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, line_of

SettingsOf = Callable[[Desk], Opened]


def test_that_limits_are_saved_and_an_empty_one_is_none(desk: Desk, settings_of: SettingsOf) -> None:
    opened = settings_of(desk)
    section = opened.section(LimitsSection)
    form = section.editor.form
    QTest.keyClicks(line_of(form, "containment"), "0")
    opened.until(section.editor.save.isEnabled)
    QTest.mouseClick(section.editor.save, Qt.MouseButton.LeftButton)
    assert "from 1 to 999" in form.rows["containment"].wrong
    line_of(form, "containment").clear()
    QTest.keyClicks(line_of(form, "containment"), "5")
    QTest.keyClicks(line_of(form, "person"), "4")
    QTest.mouseClick(section.editor.save, Qt.MouseButton.LeftButton)
    opened.until(lambda: desk.register.queries.settings().limits == {"containment": 5, "person": 4})
    opened.until(lambda: opened.told and opened.told[-1] == "Limits saved.")
    line_of(form, "person").setFocus()
    line_of(form, "person").selectAll()
    QTest.keyClick(line_of(form, "person"), Qt.Key.Key_Delete)
    opened.until(section.editor.save.isEnabled)
    QTest.mouseClick(section.editor.save, Qt.MouseButton.LeftButton)
    opened.until(lambda: desk.register.queries.settings().limits == {"containment": 5})


def test_that_each_team_has_its_hours_and_limits_stay_as_they_are(desk: Desk, settings_of: SettingsOf) -> None:
    desk.do(None, ChangeSettings({"limits": {"reaction": 4}, "capacity": {"Gone": 8}}))
    desk.do(desk.person("Maria Manager"), ChangePerson("Maria Manager", {"unit": "Quality"}))
    opened = settings_of(desk)
    section = opened.section(LimitsSection)
    form = section.editor.form
    opened.until(lambda: [key for key in form.rows if key.startswith("team ")] == ["team Quality", "team Gone"])
    QTest.keyClicks(line_of(form, "team Quality"), "20")
    line_of(form, "team Gone").clear()
    opened.until(section.editor.save.isEnabled)
    QTest.mouseClick(section.editor.save, Qt.MouseButton.LeftButton)
    opened.until(lambda: desk.register.queries.settings().capacity == {"Quality": 20})
    assert desk.register.queries.settings().limits == {"reaction": 4}
