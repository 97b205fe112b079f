"""Erasing somebody in one incident, in the window: worded anew, asked once more, and gone from every byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.gui.erasing.erasing_page import At
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.back_up import back_up
from tests.factories import Desk
from tests.gui.conftest import OpenOn, focused
from tests.gui.erasing.conftest import NAME, Erasure, holds, press, told_of

EraseHere = Callable[[Desk, str], Erasure]


def test_that_a_name_is_gone_from_every_byte_by_mouse(desk: Desk, erase_here: EraseHere, tmp_path: Path) -> None:
    incident = told_of(desk)
    attach_bytes(desk.submitter, incident, NAME.encode(), uuid7(), name="letter.txt")
    register = Path(desk.address)
    assert holds(register)
    shown = erase_here(desk, incident)
    page = shown.page
    shown.ask()
    assert page.at is At.FOUND
    found = page.found
    assert page.erasing.decisions.passages[0].place == "=title"
    assert found.old.marked == [NAME]
    assert found.new.text() == "[erased] fell"
    assert not found.whole.isVisible()  # a title cannot be empty
    assert not page.next.isEnabled()
    assert page.next.words.startswith(str(len(page.erasing.decisions.passages)))
    found.new.set_text("A visitor fell")
    shown.take_all()
    assert page.next.hasFocus()
    press(page.next)
    assert "1 file" in page.last.what.text()
    assert "for ever" in page.last.warning.text()
    assert page.back.hasFocus()
    assert desk.record(incident).values["title"] == f"{NAME} fell"
    press(page.erase)
    shown.until(lambda: page.at is At.DONE)
    values = desk.record(incident).values
    assert values["title"] == "A visitor fell"
    assert values["what_happened"] == "In the corridor [erased] fell over a cable."
    assert page.done.wiped.text()
    assert holds(register) == []
    assert desk.breaks() == []
    press(page.done.open_button)
    assert shown.around.window.page.key == "incident"


def test_that_the_whole_way_goes_by_keys(desk: Desk, erase_here: EraseHere) -> None:
    incident = told_of(desk)
    shown = erase_here(desk, incident)
    page, keys = shown.page, QTest.keyClicks
    QTest.keyClick(focused(), Qt.Key.Key_Tab)  # from the list of people on
    keys(focused(), NAME)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    keys(focused(), "Article 17")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    keys(focused(), "asked for")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    shown.until(lambda: page.at is At.FOUND)
    while page.erasing.decisions.open_ones():
        assert focused() is page.found.new
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.at is At.LAST
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is page.erase
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    shown.until(lambda: page.at is At.DONE)
    assert desk.record(incident).values["title"] == "[erased] fell"


def test_that_a_ground_is_needed_and_must_not_name_her(desk: Desk, erase_here: EraseHere) -> None:
    shown = erase_here(desk, told_of(desk))
    page = shown.page
    shown.ask(basis=" ")
    assert "by which law" in page.who.rows["basis"].wrong
    shown.ask(basis=f"Request of {NAME}")
    assert "without the name" in page.who.rows["basis"].wrong
    shown.ask(words="z")
    assert "two letters" in page.who.rows["words"].wrong
    assert page.at is At.WHO
    shown.ask(words="Nobody Atall")
    shown.until(page.nothing.isVisible)
    assert page.at is At.WHO


def test_that_a_wording_with_the_name_is_not_taken(desk: Desk, erase_here: EraseHere) -> None:
    shown = erase_here(desk, told_of(desk))
    shown.ask()
    found = shown.page.found
    left = len(shown.page.erasing.decisions.open_ones())
    found.new.set_text(f"It was {NAME.upper()}")
    press(found.take)
    assert "without the name" in found.row.wrong
    assert len(shown.page.erasing.decisions.open_ones()) == left


def test_that_what_was_worded_waits_while_one_looks_elsewhere(desk: Desk, erase_here: EraseHere) -> None:
    incident = told_of(desk)
    shown = erase_here(desk, incident)
    shown.ask()
    found, window = shown.page.found, shown.around.window
    found.new.set_text("Somebody fell")
    press(found.take)
    found.new.set_text("half a sen")
    shown.around.show("board")
    shown.until(lambda: any("waits as you left it" in each.text for each in shown.around.told))
    assert not window.may_close()
    assert window.page is shown.page
    assert found.new.text() == "half a sen"
    press(shown.page.back)
    press(shown.page.discard)
    assert window.session.writers.are_busy is False
    assert shown.page.who.words.text() == ""
    assert desk.record(incident).values["title"] == f"{NAME} fell"


def test_that_what_somebody_wrote_meanwhile_is_looked_at_anew(desk: Desk, erase_here: EraseHere) -> None:
    incident = told_of(desk)
    shown = erase_here(desk, incident)
    page = shown.page
    shown.ask()
    shown.take_all()
    press(page.next)
    desk.do(incident, c.AddNote(f"{NAME} called again"))
    press(page.erase)
    shown.until(lambda: page.at is At.FOUND and not page.erasing.is_busy)
    assert [each.text for each in page.erasing.decisions.open_ones()] == [f"{NAME} called again"]
    shown.take_all()
    shown.erase()
    assert holds(Path(desk.address)) == []


def test_that_backups_that_hold_it_are_named_and_copied(desk: Desk, erase_here: EraseHere, tmp_path: Path) -> None:
    incident = told_of(desk)
    shown = erase_here(desk, incident)
    folder = tmp_path / "backups"
    folder.mkdir()
    settings, session = shown.around.window.settings, shown.around.window.session
    settings.change(backup_folders={session.names.settings.register_id: str(folder)})
    copy = back_up(desk.register, folder, session.services, session.actor)
    shown.ask()
    shown.take_all()
    shown.erase()
    done = shown.page.done
    assert done.copies.text().splitlines() == [str(copy.resolve())]
    press(done.copy)
    assert QGuiApplication.clipboard().text() == done.copies.text()


def test_that_who_may_not_does_not_see_it(desk: Desk, open_on: OpenOn) -> None:
    incident = told_of(desk)
    around = open_on(desk.acting_as("Maria Manager"))
    page = around.show("incident", incident)
    around.until(lambda: not page.head.more.isHidden())  # type: ignore[attr-defined]
    words = [action.text() for action in page.head.menu().actions()]  # type: ignore[attr-defined]
    assert words
    assert not [each for each in words if each.startswith("Erase")]
    erasing = around.show("erase")
    assert erasing.refusal.isVisible()  # type: ignore[attr-defined]
    assert not erasing.next.isEnabled()  # type: ignore[attr-defined]
