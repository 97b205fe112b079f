"""A form tells exactly what a person changed, and never loses what is being typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.domain.declarations import Field
from incident_desk.domain.fields import CORE_FIELDS
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import Record
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from tests.factories import PACK, Desk
from tests.gui.forms.test_editors import without_warnings
from tests.hostile import LINES, TEXTS

ALL_FIELDS = [*CORE_FIELDS, *PACK.questions("device")]


def put(fields: list[Field], session: Session, theme: Theme, sheet: QWidget) -> FieldForm:
    form = FieldForm(fields, session, theme, sheet)
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(form)
    return form


@pytest.fixture
def form(session: Session, theme: Theme, sheet: QWidget) -> FieldForm:
    return put(ALL_FIELDS, session, theme, sheet)


def line(form: FieldForm, key: str) -> QLineEdit:
    widget = form.cells[key].editor.widget
    found = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


@pytest.fixture
def record(desk: Desk) -> Record:
    return desk.record(desk.new("ready"))


def test_that_nothing_counts_as_changed_until_somebody_types(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    assert form.changes() == {}


def test_that_a_text_nobody_touched_is_never_written_back(form: FieldForm) -> None:
    for text in filter(without_warnings, [*TEXTS, *LINES]):
        form.show_values({"what_happened": text, "title": text, "place_detail": text})
        assert form.changes() == {}


def test_that_only_what_differs_is_told(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    QTest.keyClicks(line(form, "place_detail"), "bed 4")
    QTest.keyClicks(line(form, "workload"), "0")
    assert form.changes() == {"place_detail": "bed 4", "workload": 40}
    QTest.keyClick(line(form, "workload"), Qt.Key.Key_Backspace)
    assert form.changes() == {"place_detail": "bed 4"}


def test_that_what_is_being_typed_stays_when_a_colleague_changes_other_fields(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    QTest.keyClicks(line(form, "place_detail"), "bed 4")
    form.show_values({**record.values, "extent_areas": "Ward 5"})
    assert line(form, "place_detail").text() == "bed 4"
    assert line(form, "extent_areas").text() == "Ward 5"
    assert form.changes() == {"place_detail": "bed 4"}


def test_that_a_saved_text_is_no_change_any_more_while_typing_goes_on(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    QTest.keyClicks(line(form, "place_detail"), "bed 4")
    form.show_values({**record.values, "place_detail": "bed 4"})
    assert form.changes() == {}
    QTest.keyClicks(line(form, "place_detail"), "2")
    form.show_values({**record.values, "place_detail": "bed 4"})
    assert form.changes() == {"place_detail": "bed 42"}


def test_that_emptying_a_field_is_a_change_to_nothing(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    line(form, "extent_areas").selectAll()
    QTest.keyClick(line(form, "extent_areas"), Qt.Key.Key_Delete)
    assert form.changes() == {"extent_areas": None}


def test_that_another_category_empties_the_subcategory(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    line(form, "category").selectAll()
    QTest.keyClicks(line(form, "category"), "medic")
    QTest.keyClick(line(form, "category"), Qt.Key.Key_Return)
    assert form.changes() == {"category": "medication", "subcategory": None}


def test_that_a_subcategory_chosen_first_says_its_category(form: FieldForm) -> None:
    form.show_values({})
    QTest.keyClicks(line(form, "subcategory"), "dose")
    QTest.keyClick(line(form, "subcategory"), Qt.Key.Key_Return)
    assert form.changes() == {"category": "medication", "subcategory": "medication.dose"}


def test_that_an_erased_value_is_said_and_written_back_by_nobody(form: FieldForm) -> None:
    form.show_values({"what_happened": ERASED})
    assert form.changes() == {}
    assert form.cells["what_happened"].editor.value() is None


def test_that_a_sentence_stands_at_the_field_until_the_next_key(form: FieldForm) -> None:
    form.show_values({})
    assert form.set_wrong("title", "Every record has a title. Write one line.")
    assert form.cells["title"].row.wrong
    QTest.keyClicks(line(form, "title"), "x")
    assert form.cells["title"].row.wrong == ""
    assert not form.set_wrong("no_such_field", "nothing")


def test_that_a_form_to_read_takes_no_keys(form: FieldForm, record: Record) -> None:
    form.show_values(record.values)
    form.set_read_only(True)
    QTest.keyClicks(line(form, "place_detail"), "bed 4")
    prose = form.cells["summary"].editor.widget
    assert isinstance(prose, QPlainTextEdit)
    QTest.keyClicks(prose, "more")
    assert form.changes() == {}


def test_that_both_texts_stand_side_by_side_in_a_conflict(form: FieldForm) -> None:
    kept: list[str] = []
    taken: list[str] = []
    form.mine_kept.connect(kept.append)
    form.theirs_taken.connect(taken.append)
    form.show_values({"title": "theirs"})
    form.show_conflict("title", "<b>theirs</b>", "Carl Coordinator")
    bar = form.cells["title"].conflict
    assert bar is not None
    assert bar.theirs.text() == "<b>theirs</b>"
    assert "Carl Coordinator" in bar.sentence
    QTest.mouseClick(bar.keep, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.take, Qt.MouseButton.LeftButton)
    assert (kept, taken) == (["title"], ["title"])
    form.clear_conflict("title")
    assert form.cells["title"].conflict is None


@pytest.mark.parametrize(("width", "in_first_row"), [(700, 3), (500, 2), (300, 1)])
def test_that_as_many_fields_stand_side_by_side_as_fit(
    width: int, in_first_row: int, session: Session, theme: Theme, sheet: QWidget, qtbot: QtBot
) -> None:
    extent = [field for field in CORE_FIELDS if field.section == "extent"]
    form = put(extent, session, theme, sheet)
    margins: Any = sheet.layout().contentsMargins()  # type: ignore[union-attr]  # it has one
    sheet.resize(theme.px(width) + margins.left() + margins.right(), 600)
    cells = list(form.cells.values())
    qtbot.waitUntil(lambda: form.width() == theme.px(width))
    qtbot.waitUntil(lambda: [cell.y() for cell in cells].count(cells[0].y()) == in_first_row)
    edges = [(cell.x(), cell.x() + cell.width()) for cell in form.cells.values()]
    assert all(0 <= left < right <= form.width() for left, right in edges)
