"""The start after a bad end: it is told, what was typed is offered, and the register is looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incident_desk.domain.commands import RecordIncident
from incident_desk.domain.directory import AddPerson
from incident_desk.gui.bad_ends import BadEnds
from incident_desk.gui.crash_band import CrashBand
from incident_desk.gui.widgets.buttons import Button
from incident_desk.support.checks import read_check
from incident_desk.support.drafts import DraftStore
from incident_desk.support.running import bad_ends
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow
from tests.storage.other_program import other_program

CANARY = "Canaria Vogelsang"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def open_after(
    open_on: OpenOn, qapp: QApplication, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Desk], OpenWindow]]:
    """As `start` opens the window, with what it found of the run before."""
    made: list[BadEnds] = []

    def opened(desk: Desk) -> OpenWindow:
        from incident_desk.gui import window_host
        from tests.gui import conftest

        made.append(BadEnds(qapp, data_dir))
        monkeypatch.setattr(conftest, "WindowHost", partial(window_host.WindowHost, ends=made[0]))
        return open_on(desk)

    yield opened
    for each in made:
        each.end()
        each.deleteLater()


def leave_mark(data_dir: Path, register_id: str, **says: object) -> None:
    """Of a program that is gone."""
    (data_dir / "running").mkdir(parents=True)
    (data_dir / "running" / "999999999-1.json").write_text(f'{{"register_id": "{register_id}", "faults_from": 0}}')


def register_of(desk: Desk) -> str:
    return desk.register.queries.settings().register_id


def band_of(opened: OpenWindow) -> CrashBand:
    opened.until(lambda: opened.window.findChildren(CrashBand))
    return opened.window.findChildren(CrashBand)[0]


def offers_of(band: CrashBand) -> dict[str, Button]:
    usual = {band.copy_button, band.show_button, band.close_button}
    return {each.words: each for each in band.findChildren(Button) if each not in usual and not each.isHidden()}


def test_that_the_register_is_looked_through_and_the_result_said(
    desk: Desk, open_after: Callable[[Desk], OpenWindow], data_dir: Path
) -> None:
    desk.new("identification")
    leave_mark(data_dir, register_of(desk))
    (data_dir / "logs").mkdir()
    (data_dir / "logs" / "faults.log").write_text(
        f'Fatal Python error: Aborted\n  File "/home/{CANARY}/a.py", line 3 in f\n'
    )
    opened = open_after(desk)
    band = band_of(opened)
    assert band.title.text() == "The program ended unexpectedly last time."
    opened.until(lambda: "holds" in band.sentence.text())
    assert read_check(data_dir, register_of(desk), "recent") is not None
    assert "Fatal Python error: Aborted\n  a.py:3 f" in band.report.text()
    assert CANARY not in band.report.text()
    assert bad_ends(data_dir) == []
    QTest.mouseClick(band.close_button, Qt.MouseButton.LeftButton)
    opened.until(lambda: not opened.window.findChildren(CrashBand))


def test_that_what_does_not_hold_is_said_and_leads_to_the_page_trust(
    desk: Desk, open_after: Callable[[Desk], OpenWindow], data_dir: Path
) -> None:
    desk.new("identification")
    leave_mark(data_dir, register_of(desk))
    with other_program(desk.address) as other:
        other.run("UPDATE incident SET title = 'another'")
    opened = open_after(desk)
    band = band_of(opened)
    opened.until(lambda: "not hold" in band.sentence.text())
    opened.until(lambda: "Check everything" in offers_of(band))
    QTest.mouseClick(offers_of(band)["Check everything"], Qt.MouseButton.LeftButton)
    assert opened.window.page.key == "trust"
    opened.settle()


def test_that_drafts_are_offered_by_what_they_belong_to_and_only_to_who_typed_them(
    desk: Desk, open_after: Callable[[Desk], OpenWindow], data_dir: Path
) -> None:
    done = desk.do(None, RecordIncident({"title": "Pump"}))
    desk.do(None, AddPerson("Ben", ("reporter",)))
    anna, ben = desk.person("Anna Berg"), desk.person("Ben")
    store, register = DraftStore(data_dir), register_of(desk)
    data_dir.mkdir()
    values = {"position": 1, "fields": {"title": CANARY}}
    for person in (anna, ben):
        store.keep(register, f"report {person}", person, {"what_happened": CANARY})
    store.keep(register, f"incident {done.id} {anna}", anna, values)
    leave_mark(data_dir, register)
    opened = open_after(desk.acting_as("Anna Berg"))
    band = band_of(opened)
    opened.until(lambda: set(offers_of(band)) == {done.number, "a report that was not sent"})
    assert CANARY not in band.report.text()
    QTest.mouseClick(offers_of(band)[done.number], Qt.MouseButton.LeftButton)
    assert opened.window.page.key == "incident"
    opened.settle()


def test_that_another_register_leaves_it_to_be_told_where_it_happened(
    desk: Desk, open_after: Callable[[Desk], OpenWindow], data_dir: Path
) -> None:
    leave_mark(data_dir, "another")
    opened = open_after(desk)
    opened.settle()
    assert opened.window.findChildren(CrashBand) == []
    assert [each.register_id for each in bad_ends(data_dir)] == ["another"]
