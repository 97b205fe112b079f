"""The page on which a person's data are erased, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from incident_desk.domain import commands as c
from incident_desk.gui.erasing.erasing_page import At, ErasingPage
from incident_desk.gui.incident.incident_page import IncidentPage
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow

NAME = "Zorbana Quillfeather"
BASIS = "Article 17, request of 20 November"


def told_of(desk: Desk) -> str:
    """An incident that names her in its title, its story, a line of a list and a note."""
    fields = {"title": f"{NAME} fell", "what_happened": f"In the corridor {NAME} fell over a cable."}
    incident = desk.new("identification", fields=fields)
    desk.do(incident, c.AddItem("people", {"name": NAME, "role": "affected"}), c.AddNote(f"Called {NAME} back"))
    return incident


def holds(register: Path) -> list[str]:
    """The files of a register in which a part of her name stands."""
    sought = [word.encode(coding) for word in NAME.lower().split() for coding in ("utf-8", "utf-16-le")]
    files = [each for each in register.parent.iterdir() if each.is_file() and each.name.startswith(register.stem)]
    return [each.name for each in files if any(word in each.read_bytes().lower() for word in sought)]


def press(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@dataclass
class Erasure:
    """The page, and what a person does on it."""

    page: ErasingPage
    around: OpenWindow

    def until(self, condition: Callable[[], object]) -> None:
        self.around.until(condition)

    def ask(self, words: str = NAME, basis: str = BASIS, reason: str = "asked for") -> None:
        who = self.page.who
        for field, text in ((who.words, words), (who.basis, basis), (who.reason, reason)):
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, text)
        press(self.page.next)
        self.until(lambda: not self.page.erasing.is_busy)

    def take_all(self) -> None:
        """Each as it is proposed."""
        found = self.page.found
        while self.page.erasing.decisions.open_ones():
            press(found.take if found.take.isVisible() else found.whole)

    def erase(self) -> None:
        press(self.page.next)
        assert self.page.at is At.LAST
        press(self.page.erase)
        self.until(lambda: self.page.at is At.DONE)


@pytest.fixture
def erase_here(open_on: OpenOn) -> Callable[[Desk, str], Erasure]:
    """From the menu of an incident."""

    def begin(desk: Desk, incident: str) -> Erasure:
        around = open_on(desk)
        page = around.show("incident", incident)
        assert isinstance(page, IncidentPage)
        around.until(lambda: page.presenter.view is not None and not page.head.more.isHidden())
        menu = page.head.menu()
        next(action for action in menu.actions() if action.text().startswith("Erase a person")).trigger()
        erasing = around.window.page
        assert isinstance(erasing, ErasingPage)
        around.settle()
        return Erasure(erasing, around)

    return begin


@pytest.fixture
def erase_anywhere(open_on: OpenOn) -> Callable[[Desk, str], Erasure]:
    """From the list of people; `name` is marked there, "" is anybody else."""

    def begin(desk: Desk, name: str) -> Erasure:
        from incident_desk.gui.settings.people_section import PeopleSection
        from incident_desk.gui.settings.settings_page import SettingsPage

        around = open_on(desk)
        page = around.show("settings")
        assert isinstance(page, SettingsPage)
        page.show_section("people")
        around.settle()
        people = page.section
        assert isinstance(people, PeopleSection)
        if name:
            people.list.mark(desk.person(name))
        press(people.erase if name else people.erase_anybody)
        around.settle()
        erasing = around.window.page
        assert isinstance(erasing, ErasingPage)
        return Erasure(erasing, around)

    return begin
