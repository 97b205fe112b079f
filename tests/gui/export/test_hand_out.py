"""Handing out what the register page shows, into real files."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from incident_desk.gui.export.hand_out import HandOut
from incident_desk.gui.export.shown import Shown, shown_by
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Chosen
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def register_page(opened: OpenWindow, rows: int) -> RegisterPage:
    page = opened.show("register")
    assert isinstance(page, RegisterPage)
    opened.until(lambda: page.table.rows.rowCount() == rows)
    opened.settle()
    return page


def hand_out(opened: OpenWindow, page: RegisterPage) -> HandOut:
    page.tools.hand_out.click()
    [popover] = page.findChildren(HandOut)
    opened.until(popover.isVisible)
    return popover


def written(opened: OpenWindow, popover: HandOut, target: Path) -> Path:
    popover.write(target)
    opened.until(target.exists)
    opened.settle()
    return target


def lines_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_that_the_table_is_handed_out_with_its_columns(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    for _ in range(3):
        desk.new("identification")
    opened = open_on(desk)
    page = register_page(opened, 3)
    popover = hand_out(opened, page)
    popover.format.set_code(ExportFormat.CSV)
    heading, *rows = lines_of(written(opened, popover, tmp_path / "out.csv"))
    assert len(rows) == 3
    assert {"Number", "Title", "Priority", "Opened"} <= set(heading)
    assert "What happened" not in heading
    opened.until(lambda: not page.findChildren(HandOut))
    assert f"out.csv, in the folder {tmp_path.name}" in opened.told[-1].text and opened.told[-1].button


def test_that_only_the_chosen_ones_go_out_complete(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    for _ in range(4):
        desk.new("identification")
    opened = open_on(desk)
    page = register_page(opened, 4)
    page.table.choose_all()
    popover = hand_out(opened, page)
    assert popover.records.code() == "chosen"
    popover.close_popover()
    opened.settle()
    page.table.clear_choice()
    page.table.go_to(0)
    popover = HandOut(opened.window.session, opened.window.settings, _first_two(page), opened.window.theme, page)
    popover.format.set_code(ExportFormat.CSV)
    popover.columns.set_code("complete")
    heading, *rows = lines_of(written(opened, popover, tmp_path / "two.csv"))
    assert len(rows) == 2
    assert "What happened" in heading


def _first_two(page: RegisterPage) -> Shown:
    return replace(shown_by(page), chosen=[(0, 1)])


def test_that_the_filter_of_the_table_holds_for_lines_of_json(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    desk.new("identification")
    wanted = desk.new("reaction")
    opened = open_on(desk)
    page = register_page(opened, 2)
    page.show_filter("step: reaction")
    opened.until(lambda: page.table.rows.rowCount() == 1)
    opened.settle()
    popover = hand_out(opened, page)
    popover.format.code_chosen.emit(ExportFormat.JSONL)
    popover.format.set_code(ExportFormat.JSONL)
    text = written(opened, popover, tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["id"] for line in text.splitlines()] == [wanted]


@pytest.mark.parametrize("form", [ExportFormat.XLSX, ExportFormat.ICS])
def test_that_the_chooser_writes_where_it_is_told(
    desk: Desk, open_on: Open, tmp_path: Path, form: ExportFormat
) -> None:
    desk.new("containment")
    opened = open_on(desk)
    popover = hand_out(opened, register_page(opened, 1))
    popover.format.set_code(form)
    popover.go.click()
    [dialog] = popover.findChildren(QFileDialog)
    target = tmp_path / f"list.{form}"
    dialog.fileSelected.emit(str(target))
    opened.until(target.exists)
    opened.settle()
    start = target.read_bytes()[:15]
    assert start.startswith(b"PK" if form is ExportFormat.XLSX else b"BEGIN:VCALENDAR")
    assert opened.window.settings.current.papers_folder == str(tmp_path)


def test_that_a_file_that_cannot_be_written_is_told_and_the_sheet_stays_open(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    desk.new("identification")
    opened = open_on(desk)
    popover = hand_out(opened, register_page(opened, 1))
    popover.write(tmp_path / "no such folder" / "out.xlsx")
    opened.until(lambda: opened.told)
    opened.settle()
    assert popover.isVisible() and popover.go.isEnabled()
    assert popover.working.isHidden()


def slowly(popover: HandOut, target: Path) -> threading.Event:
    """Writes a file that is not ready before the event is set."""
    may_go_on = threading.Event()
    real = popover._shown

    class Slow(Shown):
        def records(self, *, only_chosen: bool) -> Chosen:
            may_go_on.wait(10)
            return real.records(only_chosen=only_chosen)

    popover._shown = Slow(real.filter, real.listing, real.chosen, real.columns)
    popover.write(target)
    return may_go_on


@pytest.mark.parametrize("how", ["escape", "elsewhere"])
def test_that_the_file_is_written_though_somebody_goes_elsewhere(
    desk: Desk, open_on: Open, tmp_path: Path, how: str
) -> None:
    desk.new("identification")
    opened = open_on(desk)
    page = register_page(opened, 1)
    popover, target = hand_out(opened, page), tmp_path / "out.csv"
    popover.format.set_code(ExportFormat.CSV)
    may_go_on = slowly(popover, target)
    if how == "escape":
        QTest.keyClick(popover, Qt.Key.Key_Escape)
    else:
        opened.window.show_page("board")
    opened.until(lambda: not page.findChildren(HandOut))
    assert (opened.told[-1].text, opened.told[-1].button) == ("out.csv is being written meanwhile.", "Stop")
    may_go_on.set()
    opened.settle()
    assert len(lines_of(target)) == 2
    assert f"out.csv, in the folder {tmp_path.name}" in opened.told[-1].text


@pytest.mark.parametrize("button", ["stop", "cancel", "message"])
def test_that_a_file_that_was_stopped_is_told(desk: Desk, open_on: Open, tmp_path: Path, button: str) -> None:
    desk.new("identification")
    opened = open_on(desk)
    page = register_page(opened, 1)
    popover, target = hand_out(opened, page), tmp_path / "out.csv"
    may_go_on = slowly(popover, target)
    if button == "message":
        popover.close_popover()
        action = opened.told[-1].action
        assert action is not None
        action()
    else:
        (popover.working.stop_button if button == "stop" else popover.cancel).click()
    may_go_on.set()
    opened.settle()
    assert opened.told[-1].text == "Stopped. No file was written."
    assert not target.exists()
    assert [each.go.isEnabled() for each in page.findChildren(HandOut)] == ([True] if button == "stop" else [])


def test_that_the_window_stays_open_once_while_a_file_is_written(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    desk.new("identification")
    opened = open_on(desk)
    page = register_page(opened, 1)
    popover, target = hand_out(opened, page), tmp_path / "out.csv"
    may_go_on = slowly(popover, target)
    popover.close_popover()
    assert not opened.window.close() and opened.window.isVisible()
    words = "out.csv is still being written. Closed now, the file is not written."
    assert opened.told[-1].text == words
    assert opened.window.may_close()
    may_go_on.set()
    opened.settle()
    assert target.exists()
    again = slowly(hand_out(opened, page), target)
    opened.window.other_register_requested.emit()
    assert opened.host.window is opened.window
    assert opened.told[-1].text == words
    again.set()
    opened.settle()
    assert opened.window.may_close()


def test_that_each_form_is_explained_and_names_of_people_are_mentioned(desk: Desk, open_on: Open) -> None:
    desk.new("identification")
    opened = open_on(desk)
    popover = hand_out(opened, register_page(opened, 1))
    explained = set()
    for form, names in (("xlsx", False), ("csv", False), ("jsonl", True), ("ics", False)):
        popover.format.set_code(form)
        popover.format.code_chosen.emit(form)
        explained.add(popover._format_row._help.text())
        assert popover.names.isVisible() is names
    assert len(explained) == 4 and all(explained)
    popover.format.set_code(ExportFormat.XLSX)
    popover.columns.set_code("complete")
    popover.columns.code_chosen.emit("complete")
    assert popover.names.isVisible()
