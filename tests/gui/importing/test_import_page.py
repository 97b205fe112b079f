"""The import page on a real register: a sheet comes in by clicks, and what is decided on the way stays."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from incident_desk.domain.context import Actor
from incident_desk.domain.vocabulary import Role, Step
from incident_desk.gui.importing.import_page import At, ImportPage
from incident_desk.gui.importing.presenter import What
from incident_desk.gui.importing.targets import KEEP, KEY
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.importing.mapping import LEAVE_OUT, NEW
from incident_desk.usecases.importing.opening import Origin
from incident_desk.usecases.register.order import NEWEST_FIRST
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.sheets import CsvForm
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]
HEADING = "No;Date;Place;What happened;State;Shift"
ALL = IncidentFilter(set_aside=False)
REAL = Path(__file__).parents[4] / "shared" / "data" / "industrial_accidents.csv"


def sheet(folder: Path, *, rows: int = 30, name: str = "old list.csv", broken: int = 0) -> Path:
    """A made-up list as sites keep them: semicolons, umlauts in cp1252, places of its own, closed and open rows."""
    lines = [HEADING]
    for n in range(1, rows + 1):
        date = "12.03.2999" if n <= broken else f"{n % 28 + 1:02}.{n % 12 + 1:02}.2019"
        state = "closed" if n % 3 == 0 else "open"
        lines.append(
            f"{n};{date};Hall {n % 2 + 1};Tür {n} stood open and the alarm was silent for a while;{state};Früh"
        )
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def import_page(opened: OpenWindow) -> ImportPage:
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    return page


def read(opened: OpenWindow, path: Path) -> ImportPage:
    page = import_page(opened)
    page.take(path)
    opened.settle()
    return page


def click(opened: OpenWindow, button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.settle()


def at(page: ImportPage) -> At:
    return page.at


def texts(page: ImportPage) -> list[str]:
    return [page.check.problems.text_at(n, 0) for n in range(page.check.problems.row_count)]


def rows_of(desk: Desk) -> list[IncidentRow]:
    return desk.register.queries.first_rows(ALL, NEWEST_FIRST, 1000)


def test_that_odd_letters_are_told_and_go_when_the_right_ones_are_chosen(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = tmp_path / "old.csv"
    lines = [f"{n};1{n}.02.2019;Крыша;Лампа упала в коридоре {n}" for n in range(1, 9)]
    path.write_bytes("\n".join(["Ward 3 incidents 2019;;;", "No;Date;Place;What happened", *lines]).encode("cp1251"))
    page = read(opened, path)
    notes = page.file.notes
    assert notes.doubts.text().startswith("16 cells hold letters that nobody writes, such as “Êðûøà”.")
    assert notes.told.text() == "Left out above the headings: Ward 3 incidents 2019"
    page.file.encoding.set_code("utf-8")
    page.file.encoding.code_chosen.emit("utf-8")
    opened.settle()
    assert page.file.encoding.code() == "cp1252"  # it cannot be so, and what was read stays
    page.file.encoding.set_code("cp1251")
    page.file.encoding.code_chosen.emit("cp1251")
    opened.settle()
    assert (page.file.encoding.code(), notes.doubts.text()) == ("cp1251", "")
    assert page.file.table.text_at(0, 2) == "Крыша"
    click(opened, page.next)
    click(opened, page.next)
    assert page.check.facts.reading.told.text() == "Left out above the headings: Ward 3 incidents 2019"


# --- the way in ---


def test_that_a_sheet_comes_in_by_next_next_bring_in(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    assert at(page) is At.COLUMNS
    click(opened, page.next)
    assert at(page) is At.CHECK
    assert page.check.counts.text() == "30 rows: 30 new, 0 already here, 0 changed, 0 with problems."
    assert page.next.text() == "Bring in 30 incidents"
    assert len(rows_of(desk)) == 0
    click(opened, page.next)
    assert at(page) is At.DONE
    assert len(rows_of(desk)) == 30
    told = {desk.record(row.id).values["what_happened"] for row in rows_of(desk)}
    assert "Tür 1 stood open and the alarm was silent for a while" in told
    steps = [row.step for row in rows_of(desk)]
    assert (steps.count(Step.IDENTIFICATION), steps.count(Step.CONCLUSION)) == (20, 10)
    assert {"Hall 1", "Hall 2"} <= {place.name for place in desk.register.queries.places()}


def test_that_the_same_sheet_again_brings_nothing_and_one_changed_cell_is_offered(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = sheet(tmp_path)
    page = read(opened, path)
    for _ in range(3):
        click(opened, page.next)
    click(opened, page.done.another)
    page.take(path)
    opened.settle()
    click(opened, page.next)
    click(opened, page.next)
    assert page.check.counts.text() == "30 rows: 0 new, 30 already here, 0 changed, 0 with problems."
    assert not page.next.isEnabled()
    path.write_bytes(path.read_bytes().replace("Tür 7 stood".encode("cp1252"), "Tür 7 was left".encode("cp1252")))
    page.take(path)
    opened.settle()
    click(opened, page.next)
    click(opened, page.next)
    [box] = page.check.changes.boxes.values()
    assert "“Tür 7 stood open" in box.accessibleName() and "becomes “Tür 7 was left open" in box.accessibleName()
    assert not page.next.isEnabled()  # nothing is taken over that nobody ticked
    box.click()
    assert page.next.text().startswith("Take over 1 change")
    click(opened, page.next)
    told = [desk.record(row.id).values["what_happened"] for row in rows_of(desk)]
    assert sum("was left open" in text for text in told) == 1


def test_that_what_came_in_is_shown_in_the_register(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    for _ in range(3):
        click(opened, page.next)
    click(opened, page.done.show_button)
    shown = opened.window.page
    assert isinstance(shown, RegisterPage)
    opened.until(lambda: shown.table.rows.rowCount() == 30)


# --- reading the file ---


def test_that_encoding_and_separator_are_right_and_another_choice_is_read_again(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    assert (page.file.encoding.code(), page.file.separator.code()) == ("cp1252", ";")
    assert page.file.table.text_at(0, 3).startswith("Tür 1")
    page.file.form_chosen.emit(CsvForm("cp1252", ","), None)
    opened.settle()
    assert page.importing.reading is not None
    assert len(page.importing.reading.opened.sheet.heading) == 1


def test_that_the_hint_names_every_kind_of_file_that_comes_back_in(desk: Desk, open_on: Open) -> None:
    told = import_page(open_on(desk)).file.findChildren(PlainLabel)
    [hint] = [label.text() for label in told if "drop it here" in label.text()]
    assert all(kind in hint for kind in ("csv", "xlsx", "ods", "xls", "jsonl"))


def test_that_a_file_that_is_no_sheet_is_refused_in_words(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04" + os.urandom(2000))
    page = read(opened, path)
    opened.until(lambda: opened.told)
    assert page.importing.reading is None
    assert not page.next.isEnabled()
    assert page.working.isHidden()


def test_that_a_sheet_dropped_on_the_register_is_read(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    target = opened.show("register")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet(tmp_path)))])
    keys, buttons, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, data, buttons, keys))
    opened.settle()
    page = opened.window.page
    assert isinstance(page, ImportPage)
    assert page.importing.reading is not None


# --- columns ---


def test_that_a_column_goes_elsewhere_and_back_keeps_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    fields = page.columns.lines.fields
    assert fields["What happened"].code() == "what_happened"
    assert fields["Shift"].code() == KEEP
    page.columns.lines.target_chosen.emit("Shift", "place_detail")
    opened.settle()
    click(opened, page.back)
    click(opened, page.next)
    assert fields["Shift"].code() == "place_detail"
    page.columns.lines.target_chosen.emit("No", KEY)
    opened.settle()
    assert page.importing.mapping is not None
    assert page.importing.mapping.key == ("No",)
    click(opened, page.next)
    click(opened, page.next)
    assert {desk.record(row.id).values["place_detail"] for row in rows_of(desk)} == {"Früh"}


def test_that_a_mapping_without_any_text_is_refused_on_the_page(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    page.columns.lines.target_chosen.emit("What happened", KEEP)
    opened.settle()
    click(opened, page.next)
    assert at(page) is At.COLUMNS
    assert page.columns.problem.text()


def test_that_unknown_places_are_left_out_where_the_tick_is_taken_away(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    words = page.columns.words["place"]
    assert words.all_new.isChecked() and words.fields["Hall 1"].code() == "=new"
    words.all_new.click()
    opened.settle()
    assert page.importing.mapping is not None
    assert page.importing.mapping.fields["place"].others == LEAVE_OUT != NEW
    assert words.fields["Hall 1"].code() == "=out"
    [ward] = [place.id for place in desk.register.queries.places() if place.name == "Ward 3"]
    words.meaning_chosen.emit("Hall 1", ward)
    opened.settle()
    assert words.fields["Hall 1"].code() == ward
    click(opened, page.next)
    click(opened, page.next)
    places = [desk.record(row.id).values.get("place") for row in rows_of(desk)]
    assert sorted(map(str, places)) == sorted([ward] * 15 + ["None"] * 15)


def test_that_the_date_order_is_told_by_an_example(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    row = page.columns.questions
    before = row._order_row._help.text()
    assert "means" in before
    row.order.code_chosen.emit("mdy")
    opened.settle()
    assert row._order_row._help.text() != before


def test_that_what_was_decided_is_remembered_for_the_same_headings(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    page.columns.lines.target_chosen.emit("Shift", "place_detail")
    opened.settle()
    click(opened, page.next)
    click(opened, page.next)
    click(opened, page.done.another)
    page.take(sheet(tmp_path, rows=5, name="another list.csv"))
    opened.settle()
    assert page.importing.reading is not None
    assert page.importing.reading.opened.origin is Origin.REMEMBERED
    click(opened, page.next)
    assert page.columns.lines.fields["Shift"].code() == "place_detail"


def test_that_a_mapping_is_saved_and_used_again_from_its_file(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    page.columns.lines.target_chosen.emit("Shift", "place_detail")
    opened.settle()
    kept = tmp_path / "kept.toml"
    page.importing.write_mapping(kept, lambda: None)
    opened.until(kept.exists)
    page.columns.lines.target_chosen.emit("Shift", KEEP)
    opened.settle()
    page.importing.use_mapping(kept)
    opened.settle()
    assert page.columns.lines.fields["Shift"].code() == "place_detail"


def test_that_a_column_whose_heading_says_little_is_marked_until_somebody_looked(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = tmp_path / "odd.csv"
    path.write_text("Xyz,Remarks of all kinds\n01.02.2019,A ladder slid away on the wet floor of the hall\n")
    page = read(opened, path)
    marks = page.columns.lines._marks
    assert [name for name, mark in marks.items() if mark.text()] == ["Xyz", "Remarks of all kinds"]
    page.columns.lines.target_chosen.emit("Xyz", "reported")
    opened.settle()
    assert not marks["Xyz"].text()


# --- check ---


def test_that_bad_rows_are_listed_kept_as_a_file_and_can_be_left_out(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path, broken=2))
    click(opened, page.next)
    click(opened, page.next)
    assert len(texts(page)) == 2 and all("12.03.2999" in text for text in texts(page))
    assert not page.next.isEnabled()
    click(opened, page.check.save_bad)
    [dialog] = page.findChildren(QFileDialog)
    saved = tmp_path / "bad.csv"
    dialog.fileSelected.emit(str(saved))
    opened.until(saved.exists)
    dialog.close()
    assert len(saved.read_text(encoding="utf-8-sig").splitlines()) == 3
    page.check.skip.click()
    assert page.next.text() == "Bring in 28 incidents"
    click(opened, page.next)
    assert len(rows_of(desk)) == 28


def test_that_stopping_leaves_everything_as_it_was(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path, rows=600))
    click(opened, page.next)
    click(opened, page.next)
    page.next.click()
    page.importing.stop()
    opened.settle()
    assert at(page) is At.CHECK
    assert len(rows_of(desk)) == 0
    assert page.next.isEnabled() and page.working.isHidden()


def test_that_who_may_not_import_is_told_before_the_work(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    session = opened.window.session
    session.set_actor(Actor(session.actor.id, session.actor.name, frozenset({Role.REPORTER})))
    page = read(opened, sheet(tmp_path))
    assert page.refusal.text()
    assert not page.next.isEnabled()


def test_that_leaving_the_page_keeps_the_sheet_and_offers_the_way_back(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    opened.show("board")
    opened.until(lambda: opened.told)
    message = opened.told[-1]
    assert message.button and message.action is not None
    message.action()
    opened.settle()
    assert opened.window.page is page
    assert at(page) is At.COLUMNS


def test_that_leaving_is_told_once_for_a_sheet_and_not_at_every_glance_elsewhere(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    for _ in range(3):
        opened.show("board")
        opened.until(lambda: opened.told)
        opened.show("import")
    assert len(opened.told) == 1
    page.take(sheet(tmp_path, name="another.csv"))
    opened.settle()
    opened.show("board")
    opened.until(lambda: len(opened.told) == 2)


def test_that_what_was_said_about_the_columns_outlives_the_window(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = sheet(tmp_path)
    page = read(opened, path)
    click(opened, page.next)
    page.columns.lines.target_chosen.emit("Shift", "place_detail")
    opened.settle()
    assert opened.window.close()
    opened.settle()
    again = open_on(desk)
    page = read(again, path)
    assert page.importing.reading is not None and page.importing.reading.opened.origin is Origin.REMEMBERED
    click(again, page.next)
    assert page.columns.lines.fields["Shift"].code() == "place_detail"


def test_that_the_window_stays_open_once_while_rows_are_brought_in(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path, rows=600))
    click(opened, page.next)
    click(opened, page.next)
    page.next.click()
    opened.window.show_page("board")
    assert page.importing.is_writing
    assert not opened.window.close() and opened.window.isVisible()
    assert opened.window.page is page and "Closed now" in opened.told[-1].text
    assert opened.window.close()
    opened.settle()


def test_that_escape_loses_nothing(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path))
    click(opened, page.next)
    QTest.keyClick(page.next, Qt.Key.Key_Escape)
    opened.settle()
    assert opened.window.page is page and page.at is At.COLUMNS and page.importing.reading is not None


# --- large and odd sheets ---


def test_that_of_two_hundred_columns_those_that_go_somewhere_are_in_sight(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    heading = ["Date", "", "Same", "Same", "<b>Bold</b>", "שלום", *(f"Note {n}" for n in range(200)), "What happened"]
    row = ["03.04.2019", "x", "a", "b", "<i>c</i>", "مرحبا", *(f"v{n}" for n in range(200)), "A ladder slid away"]
    path = tmp_path / "wide.csv"
    path.write_text(f"{';'.join(heading)}\n{';'.join(row)}\n", encoding="utf-8")
    opened = open_on(desk)
    page = read(opened, path)
    click(opened, page.next)
    lines = page.columns.lines
    opened.until(lambda: "What happened" in lines.fields)
    assert list(lines.fields)[:6] == ["Date", "B", "Same", "Same (2)", "<b>Bold</b>", "שלום"]
    assert len(lines.fields) == 31 and lines.more.isVisible()
    assert lines.fields["What happened"].code() == "what_happened"
    click(opened, lines.more)
    opened.until(lambda: len(lines.fields) == len(heading))
    assert lines.more.isHidden()
    assert lines.fields["Note 24"].nextInFocusChain() is lines.fields["Note 25"]


def test_that_a_cell_of_thirty_thousand_letters_comes_in_whole(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    story = "The belt ran off its drum. " * 1110
    path = tmp_path / "long.csv"
    path.write_text(f"No;What happened\n1;{story}\n", encoding="utf-8")
    opened = open_on(desk)
    page = read(opened, path)
    for _ in range(3):
        click(opened, page.next)
    assert page.at is At.DONE
    assert [desk.record(row.id).values["what_happened"].strip() for row in rows_of(desk)] == [story.strip()]


def test_that_no_turn_of_the_window_takes_long_while_rows_come_in(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    """Counted in work of the window's own thread, which a busy machine does not change."""
    opened = open_on(desk)
    page = read(opened, sheet(tmp_path, rows=1500))
    click(opened, page.next)
    click(opened, page.next)
    turns, last = list[float](), [time.thread_time()]

    def beat() -> None:
        now = time.thread_time()
        turns.append(now - last[0])
        last[0] = now

    timer = QTimer(opened.window, interval=5)
    timer.timeout.connect(beat)
    timer.start()
    page.next.click()
    opened.until(lambda: page.working.bar.maximum() > 0)  # its progress is told
    assert page.working.isVisible() and page.working.stop_button.isEnabled()
    opened.settle()
    timer.stop()
    assert page.at is At.DONE
    assert len(turns) > 50 and sorted(turns)[-2] < 0.1


# --- lists ---


def test_that_people_come_in_with_the_same_assistant(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = tmp_path / "people.csv"
    path.write_text("Name,Job,Phone\nIda Berg,Nurse,123\nOlav Lund,Porter,456\n", encoding="utf-8")
    page = import_page(opened)
    page.file.what_chosen.emit("people")
    page.take(path)
    opened.settle()
    click(opened, page.next)
    assert at(page) is At.CHECK
    assert page.next.text() == "Bring in 2 people"
    click(opened, page.next)
    assert {"Ida Berg", "Olav Lund"} <= {person.name for person in desk.register.queries.people()}


def test_that_bad_rows_of_a_list_are_kept_as_a_file_too(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = tmp_path / "people.csv"
    path.write_text("Name,Role\nIda Berg,wizard\nOlav Lund,Reporter\n", encoding="utf-8")
    page = import_page(opened)
    page.begin_with(What.PEOPLE)
    page.take(path)
    opened.settle()
    click(opened, page.next)
    click(opened, page.check.save_bad)
    [dialog] = page.findChildren(QFileDialog)
    saved = tmp_path / "bad.csv"
    dialog.fileSelected.emit(str(saved))
    opened.until(saved.exists)
    dialog.close()
    assert [line.split(",")[:3] for line in saved.read_text(encoding="utf-8-sig").splitlines()[1:]] == [
        ["Ida Berg", "wizard", "2"]
    ]


def test_that_the_page_begins_with_the_kind_of_the_list_it_is_opened_from(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    settings = opened.show("settings")
    assert isinstance(settings, SettingsPage)
    settings.sheet_requested.emit("equipment")
    opened.settle()
    page = opened.window.page
    assert isinstance(page, ImportPage)
    assert (page.importing.what, page.file.what.code()) == (What.EQUIPMENT, What.EQUIPMENT)
    page.begin_with(What.INCIDENTS)
    page.take(sheet(tmp_path))
    opened.settle()
    settings.sheet_requested.emit("equipment")
    opened.settle()
    assert page.importing.what == What.INCIDENTS  # a sheet waits there


# --- the real list ---


@pytest.mark.skipif(not REAL.exists(), reason="the published list is not beside this repository")
def test_that_the_real_accidents_are_in_with_four_clicks(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    page = read(opened, REAL)
    for _ in range(3):
        click(opened, page.next)
    assert at(page) is At.DONE
    assert len(rows_of(desk)) == 425
