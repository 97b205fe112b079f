"""One line of a list, added, changed and ended in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.commands import AddItem, ChangeItem, Command
from incident_desk.domain.declarations import ItemList
from incident_desk.domain.errors import Refused
from incident_desk.domain.lists import BY_HAND, MEASURES
from incident_desk.gui.forms.item_form import ItemForm, ending_keys, opening_keys
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from tests.factories import Desk


@pytest.fixture
def form(session: Session, theme: Theme, sheet: QWidget) -> ItemForm:
    made = ItemForm(MEASURES, session, theme, sheet)
    layout = sheet.layout()
    assert layout is not None
    layout.addWidget(made)
    return made


def line(form: ItemForm, key: str) -> QLineEdit:
    widget = form.form.cells[key].editor.widget
    found = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def saved(form: ItemForm) -> list[Command]:
    given: list[Command] = []
    form.save_requested.connect(given.append)
    form.save.click()
    return given


def test_that_an_empty_line_names_what_it_needs_and_orders_nothing(form: ItemForm) -> None:
    form.begin_adding()
    assert saved(form) == []
    assert form.lacking() == ["what"]


def test_that_a_new_line_becomes_one_command(form: ItemForm) -> None:
    form.begin_adding({"owner_name": "Night shift"})
    QTest.keyClicks(line(form, "what"), "Pump taken out of use")
    assert saved(form) == [AddItem("measures", {"what": "Pump taken out of use", "owner_name": "Night shift"})]


def test_that_enter_saves_and_escape_cancels(form: ItemForm) -> None:
    given: list[Command] = []
    cancelled: list[bool] = []
    form.save_requested.connect(given.append)
    form.cancelled.connect(lambda: cancelled.append(True))
    form.begin_adding()
    QTest.keyClicks(line(form, "what"), "x")
    QTest.keyClick(line(form, "what"), Qt.Key.Key_Return)
    assert given == [AddItem("measures", {"what": "x"})]
    QTest.keyClick(line(form, "what"), Qt.Key.Key_Escape)
    assert cancelled == [True]


def test_that_a_change_names_only_what_differs(form: ItemForm, desk: Desk) -> None:
    item = desk.record(desk.new("prioritisation")).of("measures")[0]
    form.begin_changing(item)
    QTest.keyClicks(line(form, "what"), " and labelled")
    assert saved(form) == [ChangeItem(item.id, {"what": "Pump taken out of use and labelled"})]


def test_that_lifting_asks_only_for_what_ends_the_measure(form: ItemForm, desk: Desk) -> None:
    item = desk.record(desk.new("prioritisation")).of("measures")[0]
    form.begin_ending(item, "Lift")
    shown = [key for key, cell in form.form.cells.items() if not cell.isHidden()]
    assert shown == ["lifted", "result"]
    QTest.keyClicks(line(form, "lifted"), "2026-11-12 10:10")
    command = saved(form)[0]
    assert isinstance(command, ChangeItem)
    assert list(command.fields) == ["lifted"]


def test_that_a_refusal_stands_at_its_field(form: ItemForm) -> None:
    form.begin_adding()
    form.refuse(Refused("times_out_of_order", "lifted", first="since", second="lifted"))
    assert form.form.cells["lifted"].row.wrong


@pytest.mark.parametrize("declared", BY_HAND, ids=lambda declared: declared.key)
def test_that_every_list_can_be_begun_with_what_it_needs(declared: ItemList) -> None:
    assert set(declared.needed) <= set(opening_keys(declared))
    assert [*opening_keys(declared), *ending_keys(declared)] == [field.key for field in declared.fields]
