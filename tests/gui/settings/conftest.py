"""The settings page in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest

from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.settings_page import SettingsPage
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

S = TypeVar("S", bound=Section)


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


@pytest.fixture
def settings_of(open_on: Callable[[Desk], OpenWindow]) -> Callable[[Desk], Opened]:
    def open_settings(desk: Desk) -> Opened:
        around = open_on(desk)
        page = around.show("settings")
        assert isinstance(page, SettingsPage)
        return Opened(around, page)

    return open_settings
