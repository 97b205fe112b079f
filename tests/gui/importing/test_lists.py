"""Columns that hold several things: seen line by line before they come in, and parted as somebody says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from incident_desk.gui.importing.import_page import At, ImportPage
from incident_desk.gui.importing.targets import KEEP, LIST
from incident_desk.usecases.importing.mapping import ListSource
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.gui.importing.test_import_page import click, read, rows_of

Open = Callable[[Desk], OpenWindow]
ROWS = (
    "No,Date,What happened,Measures,Corrective actions",
    '1,13.03.2019,The lamp over the door fell down,"Lamp off, door shut","Lamp fixed; Others checked"',
    '2,14.03.2019,The other lamp fell down too,"Door shut",',
)


def columns_of(opened: OpenWindow, folder: Path) -> ImportPage:
    path = folder / "lists.csv"
    path.write_text("\n".join(ROWS), encoding="utf-8")
    page = read(opened, path)
    click(opened, page.next)
    assert page.at is At.COLUMNS
    return page


def choose(opened: OpenWindow, page: ImportPage, column: str, target: str) -> None:
    field = page.columns.lines.fields[column]
    field.set_code(target)
    field.code_chosen.emit(target)
    opened.settle()


def test_that_a_column_is_shown_and_comes_in_line_by_line(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = columns_of(opened, tmp_path)
    assert page.columns.lines.fields["Corrective actions"].code() == f"{LIST}actions.corrective"
    choose(opened, page, "Measures", f"{LIST}measures")
    part = page.columns.lists["measures"]
    assert part.examples.text() == "• Lamp off, door shut\n\n• Door shut"
    part.split.set_code("commas")
    part.split.code_chosen.emit("commas")
    opened.settle()
    assert part.examples.text() == "• Lamp off\n• door shut\n\n• Door shut"
    click(opened, page.next)
    rows = page.check.rows
    assert rows.text_at(0, 4) == "Lamp fixed\nOthers checked"
    assert rows.model().data(rows.model().index(0, 5)) == "Lamp off\ndoor shut"
    assert rows.rowHeight(0) > rows.rowHeight(1)
    assert "Actions: Corrective in 2 lines: Owner, Due" in page.check.facts.needed.text()
    click(opened, page.next)
    first = next(record for row in rows_of(desk) if (record := desk.record(row.id)).values["old_number"] == "1")
    assert [item.values["what"] for item in first.of("measures")] == ["Lamp off", "door shut"]
    assert [item.values["what"] for item in first.of("actions")] == ["Lamp fixed", "Others checked"]


def test_that_a_column_goes_from_a_list_to_a_field_and_back(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = columns_of(opened, tmp_path)
    importing = page.importing
    choose(opened, page, "Corrective actions", "cause")
    assert importing.mapping is not None
    assert (importing.mapping.lists, list(page.columns.lists)) == ({}, [])
    assert importing.mapping.fields["cause"].columns == ("Corrective actions",)
    choose(opened, page, "Corrective actions", f"{LIST}whys")
    assert importing.mapping is not None
    assert "cause" not in importing.mapping.fields
    assert importing.mapping.lists == {"whys": ListSource(("Corrective actions",))}
    choose(opened, page, "Corrective actions", KEEP)
    assert importing.mapping is not None
    assert importing.mapping.lists == {}
