"""The check step: what the sheet does not say is asked once, what stays out is named, each change is offered alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from incident_desk.domain.commands import ChangeFields
from incident_desk.gui.importing.change_tick import ChangeTick
from incident_desk.gui.importing.import_page import At, ImportPage
from incident_desk.gui.importing.presenter import DATE_ORDER, What
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.usecases.register.order import NEWEST_FIRST
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk
from tests.gui.conftest import OpenWindow, focused
from tests.gui.importing.odd_workbook import ROWS, odd_workbook
from tests.gui.importing.test_import_page import click, read, rows_of, sheet

Open = Callable[[Desk], OpenWindow]


def checked(opened: OpenWindow, path: Path) -> ImportPage:
    page = read(opened, path)
    click(opened, page.next)
    click(opened, page.next)
    assert page.at is At.CHECK
    return page


def brought_in(opened: OpenWindow, path: Path) -> ImportPage:
    page = checked(opened, path)
    click(opened, page.next)
    assert page.at is At.DONE
    return page


def rewritten(path: Path, *changes: tuple[str, str]) -> Path:
    text = path.read_bytes().decode("cp1252")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_bytes(text.encode("cp1252"))
    return path


def tick(opened: OpenWindow, box: ChangeTick) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    opened.settle()


# --- what the sheet does not say ---


def test_that_an_order_of_dates_that_no_date_shows_is_asked_before_anything_comes_in(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = checked(opened, odd_workbook(tmp_path))
    tiles = page.check.questions.tiles[DATE_ORDER]
    assert not page.next.isEnabled()
    first, second = tiles.edits()
    assert focused() is first
    assert first.accessibleName() == "02/06/2023 stands in the sheet. Which day is that?: 2 Jun 2023"
    assert second.accessibleName().endswith("6 Feb 2023")
    QTest.keyClick(second, Qt.Key.Key_Space)
    opened.settle()
    assert page.importing.mapping is not None and page.importing.mapping.date_order == "mdy"
    assert tiles.code() == "mdy" and page.next.isEnabled()
    click(opened, page.next)
    months = {str(desk.record(row.id).values["occurred"]["earliest"])[:7] for row in rows_of(desk)}
    assert len(months) == 12


def test_that_the_order_is_not_asked_again_for_a_sheet_with_the_same_headings(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = checked(opened, odd_workbook(tmp_path))
    QTest.mouseClick(page.check.questions.tiles[DATE_ORDER].edits()[1], Qt.MouseButton.LeftButton)
    opened.settle()
    click(opened, page.next)
    click(opened, page.done.another)
    (tmp_path / "next year").mkdir()
    page = checked(opened, odd_workbook(tmp_path / "next year"))
    assert page.check.questions.tiles[DATE_ORDER].code() == "mdy"
    assert not page.check.asks


def test_that_levels_in_bare_numbers_can_be_turned_round(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = checked(opened, odd_workbook(tmp_path))
    assert page.importing.reading is not None and page.importing.mapping is not None
    [key] = page.importing.reading.opened.scales_unproved
    least, worst = page.check.questions.tiles[key].edits()
    before = dict(page.importing.mapping.fields[key].words)
    QTest.mouseClick(worst, Qt.MouseButton.LeftButton)
    opened.settle()
    after = dict(page.importing.mapping.fields[key].words)
    assert before["1"] != after["1"] and after["1"] == max(after.values())
    assert page.check.questions.tiles[key].code() == "worst"
    QTest.mouseClick(least, Qt.MouseButton.LeftButton)
    opened.settle()
    assert dict(page.importing.mapping.fields[key].words) == before


# --- what stays out, and what was not read ---


def test_that_totals_tabs_and_numbers_given_twice_are_named(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = checked(opened, odd_workbook(tmp_path))
    facts = page.check.facts
    assert page.check.counts.text().startswith(f"{ROWS} rows: {ROWS} new")
    assert facts.totals.text().endswith(f": {ROWS + 2}")
    assert facts.tabs.text() == "Read is the tab 2023. Not read: 2022, Contacts."
    assert "6 in lines 7, 8" in facts.twice.text() and "no number" in facts.twice.text()
    assert page.check.remarks.row_count == 1 and "early" in page.check.remarks.text_at(0, 0)
    assert facts.needed.text() == "Still to be completed later: Discovered; Category; Responsible"
    assert all(note.isVisible() for note in (facts.totals, facts.tabs, facts.twice, facts.needed))


def test_that_another_tab_of_the_workbook_is_read_instead(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = checked(opened, odd_workbook(tmp_path))
    page.check.facts.tab.code_chosen.emit("2022")
    opened.settle()
    assert page.at is At.FILE
    assert page.file.sheet.code() == "2022"
    click(opened, page.next)
    click(opened, page.next)
    assert page.check.counts.text().startswith("7 rows: 7 new")
    assert page.check.questions.isHidden()  # a 13 can be no month
    assert page.check.facts.tabs.text() == "Read is the tab 2022. Not read: 2023, Contacts."


def test_that_words_that_mean_nothing_here_are_told_with_their_rows(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = tmp_path / "list.csv"
    lines = [f"{n};Something fell down in the hall and broke;{'Gremlins' if n % 2 else 'device'}" for n in range(8)]
    path.write_text("\n".join(["No;What happened;Category", *lines]), encoding="utf-8")
    page = checked(opened, path)
    told = page.check.facts.words.text()
    assert told.startswith("Category:") and "Gremlins (4)" in told and "device" not in told
    assert "Category in 4 rows" in page.check.facts.needed.text()


def test_that_a_list_without_rows_says_so(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = tmp_path / "people.csv"
    path.write_text("Name,Job\n", encoding="utf-8")
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    page.file.what_chosen.emit("people")
    page.take(path)
    opened.settle()
    click(opened, page.next)
    assert page.at is At.CHECK
    assert page.check.counts.text() == "No row stands below the heading, so nothing comes in."
    assert not page.next.isEnabled()


def test_that_lines_that_look_like_no_incidents_come_in_where_that_is_ticked(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened, path = open_on(desk), tmp_path / "groups.csv"
    lines = [f"{n};1{n % 9}.03.2019;Something fell down in the hall and broke {n}" for n in range(1, 5)]
    path.write_text("\n".join(["No;Date;What happened", *lines, "No;Date;What happened", "Total;;"]), encoding="utf-8")
    page = checked(opened, path)
    every_row = page.check.facts.every_row
    assert page.next.text() == "Bring in 4 incidents" and every_row.isVisible() and not every_row.isChecked()
    every_row.setFocus()
    QTest.keyClick(every_row, Qt.Key.Key_Space)
    opened.settle()
    assert every_row.isChecked() and every_row.isVisible() and focused() is every_row
    assert page.check.facts.totals.isHidden()
    assert page.check.counts.text().startswith("6 rows: 5 new")
    QTest.keyClick(every_row, Qt.Key.Key_Space)
    opened.settle()
    assert page.next.text() == "Bring in 4 incidents" and page.check.facts.totals.isVisible()


def test_that_nothing_is_to_be_ticked_where_no_line_stays_out(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = checked(opened, sheet(tmp_path))
    assert page.check.facts.every_row.isHidden() and page.check.places.isHidden()


def equipment_elsewhere(opened: OpenWindow, folder: Path) -> ImportPage:
    """At the check step with two pieces in a place that is not here, and one in a place that is."""
    path = folder / "equipment.csv"
    path.write_text("Name,Place\nPump,West wing\nBed,West wing\nLift,Ward 3\n", encoding="utf-8")
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    page.begin_with(What.EQUIPMENT)
    page.take(path)
    opened.settle()
    click(opened, page.next)
    return page


def test_that_places_a_list_names_are_made_where_that_is_ticked(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = equipment_elsewhere(opened, tmp_path)
    places = page.check.places
    assert places.isVisible() and places.names.text() == "West wing"
    assert not page.next.isEnabled() and focused() is places.tick
    QTest.keyClick(places.tick, Qt.Key.Key_Space)
    opened.settle()
    assert places.isVisible() and places.tick.isChecked() and focused() is places.tick
    assert page.next.text() == "Bring in 3 pieces of equipment"
    click(opened, page.next)
    assert "West wing" in {place.name for place in desk.register.queries.places()}


def test_that_another_list_asks_anew_whether_places_are_made(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = equipment_elsewhere(opened, tmp_path)
    page.check.places.tick.click()
    opened.settle()
    (tmp_path / "other").mkdir()
    page = equipment_elsewhere(opened, tmp_path / "other")
    assert page.check.places.isVisible() and not page.check.places.tick.isChecked()


def test_that_what_stands_against_it_comes_first_and_has_the_keyboard(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = checked(opened, sheet(tmp_path, broken=2))
    check = page.check
    assert not page.next.isEnabled() and focused() is check.skip
    assert check.problems.mapTo(check, QPoint(0, 0)).y() < check.counts.mapTo(check, QPoint(0, 0)).y()
    QTest.keyClick(check.skip, Qt.Key.Key_Space)
    assert page.next.isEnabled()


def test_that_a_reason_is_read_whole_in_a_narrow_window(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = checked(opened, sheet(tmp_path, broken=1))
    view = page.check.problems
    one_line, usual = view.rowHeight(0), view.sizeHint().height()
    opened.window.theme.set_zoom(200)
    opened.window.resize(1024, 700)
    opened.settle()
    assert view.viewport().width() == view.columnWidth(0)
    assert view.rowHeight(0) > 3 * one_line - 20 and view.sizeHint().height() > 2 * usual
    assert view.height() == view.sizeHint().height()


# --- changes, one by one ---


def test_that_of_two_changed_cells_of_a_row_one_is_taken_and_the_other_offered_again(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = sheet(tmp_path)
    page = brought_in(opened, path)
    click(opened, page.done.another)
    page = checked(opened, rewritten(path, ("7;08.08.2019;Hall 2;Tür 7 stood", "7;09.08.2019;Hall 2;Tür 7 was left")))
    boxes = {key: box for (_, key), box in page.check.changes.boxes.items()}
    assert sorted(boxes) == ["occurred", "what_happened"]
    assert not page.next.isEnabled() and page.next.text() == "Take over"
    tick(opened, boxes["what_happened"])
    assert page.next.text().startswith("Take over 1 change")
    click(opened, page.next)
    [row] = [row.id for row in rows_of(desk) if "was left" in str(desk.record(row.id).values["what_happened"])]
    assert str(desk.record(row).values["occurred"]["earliest"]).startswith("2019-08-07")  # its day begins in Berlin
    click(opened, page.done.another)
    page = checked(opened, path)
    assert [key for _, key in page.check.changes.boxes] == ["occurred"]


def test_that_all_changes_are_ticked_at_once_and_one_is_left(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = rewritten(sheet(tmp_path, rows=60), (";closed;", ";open;"))
    page = brought_in(opened, path)
    click(opened, page.done.another)
    page = checked(opened, rewritten(path, ("stood open", "stood wide open")))
    changes = page.check.changes
    assert len(changes.boxes) == 40 and changes.more.isVisible()
    QTest.mouseClick(changes.all, Qt.MouseButton.LeftButton)
    assert page.next.text() == "Take over 60 changes"
    first = next(iter(changes.boxes.values()))
    tick(opened, first)
    assert page.next.text() == "Take over 59 changes" and not changes.all.isChecked()
    click(opened, changes.more)
    assert len(changes.boxes) == 60 and sum(box.isChecked() for box in changes.boxes.values()) == 59
    click(opened, page.next)
    assert page.done.sentence.text() == "59 changes were taken over."
    told = [str(desk.record(row.id).values["what_happened"]) for row in rows_of(desk)]
    assert sum("wide open" in text for text in told) == 59


def test_that_what_was_ticked_stays_ticked_when_the_rows_are_looked_at_again(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = rewritten(sheet(tmp_path, rows=60), (";closed;", ";open;"))
    page = brought_in(opened, path)
    click(opened, page.done.another)
    page = checked(opened, rewritten(path, ("stood open", "stood wide open")))
    changes = page.check.changes
    changes.more.click()
    boxes = list(changes.boxes.values())
    assert focused() is boxes[40]
    opened.settle()
    tick(opened, boxes[2])
    tick(opened, boxes[50])
    wanted = changes.taken()
    assert len(wanted) == 2
    click(opened, page.back)
    click(opened, page.next)
    assert changes.taken() == wanted and page.next.text() == "Take over 2 changes"
    click(opened, changes.more)
    assert [n for n, box in enumerate(changes.boxes.values()) if box.isChecked()] == [2, 50]


def test_that_a_long_text_is_shown_from_where_it_differs(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path, long = tmp_path / "long.csv", "The pump of the third room ran and ran. " * 30
    path.write_text(f"No;What happened\n1;{long}It was stopped by a nurse.\n", encoding="utf-8")
    page = brought_in(opened, path)
    click(opened, page.done.another)
    path.write_text(f"No;What happened\n1;{long}It was stopped by a doctor.\n", encoding="utf-8")
    page = checked(opened, path)
    [box] = page.check.changes.boxes.values()
    assert "by a nurse." in box.accessibleName() and "by a doctor." in box.accessibleName()
    assert len(box.accessibleName()) < 400


def test_that_what_somebody_wrote_since_is_told_before_it_is_overwritten(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    path = sheet(tmp_path, rows=3)
    page = brought_in(opened, path)
    [record] = [row.id for row in rows_of(desk) if "Tür 1 " in str(desk.record(row.id).values["what_happened"])]
    desk.do(record, ChangeFields({"what_happened": "The door was mended meanwhile."}))
    click(opened, page.done.another)
    page = checked(opened, rewritten(path, ("Tür 1 stood", "Tür 1 was left")))
    [box] = page.check.changes.boxes.values()
    told = box.accessibleName()
    assert "“The door was mended meanwhile.” becomes “Tür 1 was left open" in told
    assert "Changed here since; the sheet said “Tür 1 stood open" in told
    assert not box.isChecked() and box.isEnabled()
    tick(opened, box)
    click(opened, page.next)
    assert str(desk.record(record).values["what_happened"]).startswith("Tür 1 was left")


def test_that_all_of_them_leaves_what_was_changed_here(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    path = rewritten(sheet(tmp_path, rows=4), (";closed;", ";open;"))
    page = brought_in(opened, path)
    [record] = [row.id for row in rows_of(desk) if "Tür 1 " in str(desk.record(row.id).values["what_happened"])]
    desk.do(record, ChangeFields({"what_happened": "The door was mended meanwhile."}))
    click(opened, page.done.another)
    page = checked(opened, rewritten(path, ("stood open", "stood wide open")))
    changes = page.check.changes
    assert len(changes.boxes) == 4 and changes.left.isVisible()
    QTest.mouseClick(changes.all, Qt.MouseButton.LeftButton)
    assert page.next.text() == "Take over 3 changes" and changes.all.isChecked()
    assert not changes.boxes[record, "what_happened"].isChecked()
    tick(opened, changes.boxes[record, "what_happened"])
    QTest.mouseClick(changes.all, Qt.MouseButton.LeftButton)
    assert changes.taken() == [(record, "what_happened")]
    tick(opened, changes.boxes[record, "what_happened"])
    QTest.mouseClick(changes.all, Qt.MouseButton.LeftButton)
    click(opened, page.next)
    assert desk.record(record).values["what_happened"] == "The door was mended meanwhile."
    assert page.done.sentence.text() == "3 changes were taken over."


# --- afterwards ---


def test_that_what_came_in_and_what_was_taken_over_are_told_each_in_its_sentence(
    desk: Desk, open_on: Open, tmp_path: Path
) -> None:
    opened = open_on(desk)
    page = brought_in(opened, sheet(tmp_path, rows=6))
    assert page.done.sentence.text() == "6 incidents are in."
    assert "Their numbers are" in page.done.details.text()
    click(opened, page.done.another)
    grown = sheet(tmp_path, rows=9)
    page = checked(opened, rewritten(grown, ("Tür 2 stood", "Tür 2 was"), ("Tür 4 stood", "Tür 4 was")))
    for box in page.check.changes.boxes.values():
        tick(opened, box)
    click(opened, page.next)
    assert page.done.sentence.text() == "3 incidents are in. 2 changes were taken over."


def test_that_the_numbers_of_each_year_are_told_where_years_differ(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened, path = open_on(desk), tmp_path / "years.csv"
    rows = [f"{n};01.02.20{n};Something fell down in the hall and broke" for n in (19, 20, 19)]
    path.write_text("\n".join(["No;Date;What happened", *rows]), encoding="utf-8")
    page = brought_in(opened, path)
    assert page.done.sentence.text() == "3 incidents are in."
    told = page.done.details.text()
    assert "Their numbers are " in told and "2019-0001 to " in told and "2019-0002, " in told and "2020-0001." in told


def test_that_the_first_rows_stand_in_the_order_of_the_sheet(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened, path = open_on(desk), tmp_path / "hours.csv"
    rows = [f"{n};0{n}.02.2019;08:3{n};Hall 2;Something fell down in the hall and broke" for n in range(1, 5)]
    path.write_text("\n".join(["No;Date;Time;Place;What happened", *rows]), encoding="utf-8")
    model = checked(opened, path).check.rows.model()
    heading = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heading == ["Comes to", "Number in the old list", "Occurred", "Place", "What happened"]


def test_that_show_them_shows_what_came_in_and_nothing_else(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    for _ in range(3):
        desk.new("identification")
    opened = open_on(desk)
    page = brought_in(opened, sheet(tmp_path, rows=12))
    click(opened, page.done.show_button)
    shown = opened.window.page
    assert isinstance(shown, RegisterPage)
    opened.until(lambda: shown.table.rows.rowCount() == 12)
    opened.settle()
    assert shown.table.rows.rowCount() == 12
    assert len(desk.register.queries.first_rows(IncidentFilter(set_aside=False), NEWEST_FIRST, 100)) == 15
