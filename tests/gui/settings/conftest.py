"""The settings page in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from incident_desk.gui.forms.chosen_editors import TickBoxes
from incident_desk.gui.settings.entry_form import EntryForm
from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.gui.widgets.fields import LineField
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

S = TypeVar("S", bound=Section)
F = TypeVar("F", bound=QWidget)


@dataclass
class Opened:
    """The page, and what is around it."""

    around: OpenWindow
    page: SettingsPage

    @property
    def told(self) -> list[str]:
        return [message.text for message in self.around.told]

    def section(self, wanted: type[S]) -> S:
        self.page.show_section(wanted.key)
        self.around.settle()
        section = self.page.section
        assert isinstance(section, wanted)
        return section

    def until(self, condition: Callable[[], object]) -> None:
        self.around.until(condition)


def field_of(form: EntryForm, key: str, kind: type[F]) -> F:
    field = form._fields[key]
    assert isinstance(field, kind)
    return field


def line_of(form: EntryForm, key: str) -> LineField:
    return field_of(form, key, LineField)


def ticks_of(form: EntryForm, key: str) -> TickBoxes:
    return field_of(form, key, TickBoxes)


@pytest.fixture
def settings_of(open_on: Callable[[Desk], OpenWindow]) -> Callable[[Desk], Opened]:
    def open_settings(desk: Desk) -> Opened:
        around = open_on(desk)
        page = around.show("settings")
        assert isinstance(page, SettingsPage)
        return Opened(around, page)

    return open_settings
