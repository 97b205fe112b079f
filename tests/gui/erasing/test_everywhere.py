"""Erasing somebody in the whole register, and an incident whose time is over, in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.journal.entries import ERASED
from incident_desk.gui.erasing import presenter
from incident_desk.gui.erasing.erasing_page import At, ErasingPage
from incident_desk.gui.erasing.presenter import Job
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.settings.people_section import PeopleSection
from incident_desk.gui.settings.retention_section import RetentionSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.usecases.erasing.everywhere import erase_everywhere, look_everywhere
from tests.factories import Desk
from tests.gui.conftest import OpenOn
from tests.gui.erasing.conftest import NAME, Erasure, holds, press, told_of
from tests.storage.test_retention import concluded_in, keep, this_year

EraseAnywhere = Callable[[Desk, str], Erasure]


def test_that_somebody_on_the_list_is_gone_everywhere(desk: Desk, erase_anywhere: EraseAnywhere) -> None:
    desk.do(None, AddPerson(NAME, ("coordinator",), "Ward sister"))
    first, second = told_of(desk), told_of(desk)
    desk.do(second, c.ChangeFields({"responsible": NAME}))
    shown = erase_anywhere(desk, NAME)
    page = shown.page
    assert page.who.person.chosen() == desk.person(NAME)
    shown.ask(words="Quillfeather")
    assert page.at is At.FOUND
    assert {each.incident for each in page.erasing.decisions.passages} == {first, second}
    shown.take_all()
    press(page.next)
    assert f"{NAME} goes off the list of people" in page.last.what.text()
    press(page.erase)
    shown.until(lambda: page.at is At.DONE)
    assert "cannot sign in any more" in page.done.details.text()
    assert not page.done.left_told.text()
    assert holds(Path(desk.address)) == []
    shown.until(lambda: NAME not in [each.name for each in page.session.names.people.values()])
    assert desk.breaks() == []


def test_that_nobody_erases_oneself(desk: Desk, erase_anywhere: EraseAnywhere) -> None:
    shown = erase_anywhere(desk, "")
    shown.ask(words="Anna Berg")
    assert "another administrator" in shown.page.nothing.text()
    assert not shown.page.erasing.is_half_done


def test_that_what_is_typed_stays_for_the_same_one_alone(desk: Desk, erase_anywhere: EraseAnywhere) -> None:
    shown = erase_anywhere(desk, "")
    page = shown.page
    page.who.words.set_text(NAME)
    shown.around.show("board")
    shown.around.show("erase")
    page.begin(Scope.EVERYWHERE)
    assert page.who.words.text() == NAME
    page.begin(Scope.EVERYWHERE, person=desk.person("Rosa Reporter"))
    assert page.who.words.text() == ""


def test_that_the_list_of_people_offers_it_to_administrators_alone(desk: Desk, open_on: OpenOn) -> None:
    settings = open_on(desk.acting_as("Maria Manager")).show("settings")
    assert isinstance(settings, SettingsPage)
    settings.show_section("people")
    people = settings.section
    assert isinstance(people, PeopleSection)
    assert people.erase.isHidden()
    assert people.erase_anybody.isHidden()


def test_that_one_under_hold_is_left_and_named(desk: Desk, erase_anywhere: EraseAnywhere) -> None:
    free, held = told_of(desk), told_of(desk)
    desk.do(held, c.HoldIncident("A claim is open"))
    shown = erase_anywhere(desk, "")
    page = shown.page
    assert page.who.person.chosen() is None
    shown.ask()
    shown.take_all()
    shown.erase()
    assert [reason for _, reason in page.done.left.facts if "legal hold" in reason]
    assert desk.record(free).values["title"] == "[erased] fell"
    assert desk.record(held).values["title"] == f"{NAME} fell"
    assert page.done.again.isVisible()


def test_that_looking_is_stopped_and_nothing_is_done(
    desk: Desk, erase_anywhere: EraseAnywhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = told_of(desk)
    shown = erase_anywhere(desk, "")
    page = shown.page

    def slow(*args: object) -> object:
        while args[-1](0, 1):  # type: ignore[operator]  # until somebody stops it
            pass
        return look_everywhere(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(presenter, "look_everywhere", slow)
    page.erasing.began.connect(lambda job: page.working.stop_button.click() if job is Job.LOOKING else None)
    shown.ask()
    assert page.at is At.WHO
    assert any("Nothing was changed" in told.text for told in shown.around.told)
    assert page.who.words.text() == NAME
    assert desk.record(incident).values["title"] == f"{NAME} fell"


def test_that_erasing_stopped_between_two_incidents_goes_on_later(
    desk: Desk, erase_anywhere: EraseAnywhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = told_of(desk), told_of(desk)
    shown = erase_anywhere(desk, "")
    page = shown.page

    def stopped_after_one(*args: object) -> object:
        return erase_everywhere(*args[:-1], lambda done, _of: done < 1)  # type: ignore[arg-type,call-arg]

    monkeypatch.setattr(presenter, "erase_everywhere", stopped_after_one)
    shown.ask()
    shown.take_all()
    press(page.next)
    press(page.erase)
    shown.until(lambda: page.at is At.FOUND and not page.erasing.is_busy)
    assert any("stays erased" in told.text for told in shown.around.told)
    assert {each.incident for each in page.erasing.decisions.passages} == {second}
    assert page.erasing.decisions.open_ones() == []  # what was worded before is not lost
    assert desk.record(first).values["title"] == "[erased] fell"
    monkeypatch.setattr(presenter, "erase_everywhere", erase_everywhere)
    shown.erase()
    assert holds(Path(desk.address)) == []


def test_that_what_need_not_be_kept_is_erased_as_a_whole(desk: Desk, open_on: OpenOn) -> None:
    old = concluded_in(desk, this_year(desk) - 6, title=f"{NAME} fell")
    keep(desk, other=5)
    around = open_on(desk)
    settings = around.show("settings")
    assert isinstance(settings, SettingsPage)
    settings.show_section("retention")
    section = settings.section
    assert isinstance(section, RetentionSection)
    around.until(lambda: section.due.list.lines.lines)
    section.due.list.setCurrentIndex(section.due.list.lines.index(0, 0))
    press(section.due.erase_button)
    page = around.window.page
    assert isinstance(page, ErasingPage)
    assert page.who.rows["words"].isHidden()
    assert page.who.basis.text()
    press(page.next)
    assert "goes" in page.last.what.text()
    press(page.erase)
    around.until(lambda: page.at is At.DONE)
    assert desk.record(old).values["title"] == "Erased after its time was over"
    assert desk.record(old).values["what_happened"] is ERASED
    assert holds(Path(desk.address)) == []
