"""One order for many chosen incidents in the real register page: who may, what is asked, what came of it, the undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Status
from incident_desk.gui.many_left import ManyLeft
from incident_desk.gui.messages import Tone
from incident_desk.gui.register import many_at_once
from incident_desk.gui.register.many_popover import ManyPopover, Order
from incident_desk.gui.widgets.fields import ChoiceField, ProseField
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.usecases.acting import acting_as
from incident_desk.usecases.many_at_once import Left
from incident_desk.usecases.submission import Done
from tests.factories import Desk
from tests.gui.conftest import stand_still
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]
Key = Qt.Key


def choose_all(shown: Shown) -> None:
    shown.page.table.choose_all()


def asked(shown: Shown, order: Order) -> ManyPopover:
    QTest.mouseClick(shown.page.many.buttons[order], Qt.MouseButton.LeftButton)
    return shown.page.findChildren(ManyPopover)[-1]


def pick(popover: ManyPopover, id: str) -> None:
    assert isinstance(popover.subject.field, PickField)
    popover.subject.field.set_chosen(id)


def go(shown: Shown, popover: ManyPopover) -> None:
    QTest.mouseClick(popover.go, Qt.MouseButton.LeftButton)
    shown.opened.settle()


def last_said(shown: Shown) -> str:
    return shown.opened.told[-1].text


def test_that_all_chosen_are_given_another_responsible_person(desk: Desk, three: list[str], show: Show) -> None:
    shown, carl = show(desk), desk.person("Carl Coordinator")
    written: list[Done] = []
    shown.opened.window.session.written.connect(written.append)
    choose_all(shown)
    popover = asked(shown, Order.RESPONSIBLE)
    assert popover.for_how_many.text() == "3 incidents"
    pick(popover, carl)
    QTest.keyClicks(popover.reason.field, "Anna is away")
    go(shown, popover)
    assert {desk.record(each).values.get("responsible") for each in three} == {carl}
    assert last_said(shown) == "3 incidents changed."
    entry = desk.register.queries.entries(three[1])[-1]
    assert (entry.kind, entry.data["reason"]) == ("fields_changed", "Anna is away")
    assert [{record for _, record in done.changed} for done in written] == [set(three)]
    shown.opened.until(lambda: {row.responsible_name for row in shown.rows} == {"Carl Coordinator"})


def test_that_only_the_chosen_ones_change(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    shown.page.table.clear_choice()
    shown.page.table._tick(shown.place_of(three[1]))
    popover = asked(shown, Order.CATEGORY)
    pick(popover, "medication")
    go(shown, popover)
    changed = [each for each in three if desk.record(each).values.get("category") == "medication"]
    assert changed == [three[1]]


def test_that_the_button_and_the_key_take_all_of_it_back(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = [desk.record(each).values for each in three]
    for by_key in (False, True):
        choose_all(shown)
        popover = asked(shown, Order.RESPONSIBLE)
        pick(popover, desk.person("Maria Manager"))
        go(shown, popover)
        assert [desk.record(each).values for each in three] != before
        assert shown.opened.told[-1].button == "Undo"
        act = shown.opened.window.actions_of_window["undo"].trigger if by_key else shown.opened.told[-1].action
        assert act is not None
        act()
        shown.opened.settle()
        assert [desk.record(each).values for each in three] == before
        assert last_said(shown) == "3 incidents changed back."
    shown.opened.window.actions_of_window["undo"].trigger()
    assert last_said(shown) == "There is nothing of yours to take back here."


def test_that_what_was_left_is_listed_with_its_reason(desk: Desk, three: list[str], show: Show) -> None:
    signed = desk.new("signed")
    shown = show(desk)
    choose_all(shown)
    popover = asked(shown, Order.RESPONSIBLE)
    pick(popover, desk.person("Maria Manager"))
    go(shown, popover)
    assert last_said(shown).startswith("3 incidents changed. 1 ")
    [left] = shown.page.findChildren(ManyLeft)
    assert left.isVisible()
    [(number, reason)] = left.facts.facts
    assert number == desk.record(signed).values["number"]
    assert "signed" in reason
    QTest.keyClick(left, Key.Key_Escape)
    assert not left.isVisible()


def test_that_of_each_reason_the_first_are_listed_and_the_others_counted(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    reasons = [Refused("not_imported", number="A")] * 900 + [Refused("locked_by_sign_off", number="B")] * 2
    left = [Left(str(n), f"N-{n}", reason) for n, reason in enumerate(reasons)]
    popover = ManyLeft(left, shown.page.session, shown.page.theme, shown.page)
    popover.open_at(shown.page.rect())
    assert [number for number, _ in popover.facts.facts] == ["N-0", "N-1", "N-2", "N-3", "N-900", "N-901"]
    assert "and 896 more" in [label.text() for label in popover.findChildren(PlainLabel)]
    stand_still(popover)
    title = popover.findChildren(PlainLabel)[0]
    assert title.height() < 2 * title.sizeHint().height()


def test_that_nothing_changed_offers_no_undo(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    choose_all(shown)
    popover = asked(shown, Order.CLOSE)
    close_as(popover, "conclude")
    QTest.keyClicks(popover.reason.field, "old")
    go(shown, popover)
    assert shown.opened.told[-1].tone is Tone.WARNING
    assert last_said(shown).startswith("No incident changed. 3 ")
    assert shown.opened.told[-1].button == ""
    assert [desk.record(each).values["status"] for each in three] == ["inbox", "open", "open"]


def close_as(popover: ManyPopover, code: str) -> None:
    assert isinstance(popover.subject.field, ChoiceField)
    popover.subject.field.set_code(code)


@pytest.mark.parametrize(
    ("code", "stage", "status"),
    [
        ("not_reportable", "inbox", Status.NOT_REPORTABLE),
        ("void", "containment", Status.VOID),
        ("conclude", "conclusion", Status.CONCLUDED),
    ],
)
def test_that_many_are_closed_with_one_reason(desk: Desk, show: Show, code: str, stage: str, status: Status) -> None:
    ids = [desk.new(stage) for _ in range(2)]
    shown = show(desk)
    choose_all(shown)
    popover = asked(shown, Order.CLOSE)
    close_as(popover, code)
    go(shown, popover)
    assert popover.isVisible()
    assert popover.reason.wrong
    QTest.keyClicks(popover.reason.field, "taken over from the old sheet")
    go(shown, popover)
    assert [desk.record(each).values["status"] for each in ids] == [str(status)] * 2
    assert desk.register.queries.entries(ids[0])[-1].data["reason"] == "taken over from the old sheet"


def test_that_a_note_stands_in_the_journal_of_each(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    choose_all(shown)
    popover = asked(shown, Order.NOTE)
    assert popover.reason.isHidden()
    go(shown, popover)
    assert popover.subject.wrong
    assert isinstance(popover.subject.field, ProseField)
    popover.subject.field.set_text("Talked about on Monday")
    go(shown, popover)
    assert [desk.register.queries.entries(each)[-1].kind for each in three] == ["noted"] * 3


def test_that_nothing_is_ordered_without_an_answer(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = [desk.position(each) for each in three]
    choose_all(shown)
    popover = asked(shown, Order.PLACE)
    go(shown, popover)
    assert popover.isVisible()
    assert popover.subject.wrong == "Choose one of the list."
    assert [desk.position(each) for each in three] == before


def test_that_a_manager_or_a_reporter_does_not_see_the_buttons(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    choose_all(shown)
    buttons = shown.page.many.buttons.values()
    assert all(button.isVisible() for button in buttons)
    names = desk.submitter.names()
    for name in ("Maria Manager", "Rosa Reporter"):
        shown.opened.window.session.set_actor(acting_as(names.people[desk.person(name)]))
        shown.opened.settle()
        choose_all(shown)
        assert shown.page.chosen.isVisible()
        assert not any(button.isVisible() for button in buttons)


def test_that_a_narrow_window_has_one_button_for_all_orders(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    choose_all(shown)
    many = shown.page.many
    assert not many.more.isVisible()
    shown.opened.window.resize(760, 700)
    shown.opened.settle()
    assert many.more.isVisible()
    assert not any(button.isVisible() for button in many.buttons.values())
    QTest.mouseClick(many.more, Qt.MouseButton.LeftButton)
    menu = shown.page.findChildren(Menu)[-1]
    assert [action.text() for action in menu.actions()] == [
        "Responsible ...", "Place ...", "Category ...", "Close ...", "Note ...",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.close()
    assert shown.page.findChildren(ManyPopover)[-1].subject.label == "Place"


def test_that_too_many_are_not_offered_and_it_is_said(
    desk: Desk, three: list[str], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_at_once, "MOST", 2)
    shown = show(desk)
    choose_all(shown)
    many = shown.page.many
    assert not any(button.isEnabled() for button in many.buttons.values())
    assert many.too_many.isVisible()
    assert many.too_many.text() == "At most 2 incidents can be changed at once. Choose fewer."
    shown.page.table.clear_choice()
    shown.page.table._tick(0)
    assert all(button.isEnabled() for button in many.buttons.values())
    assert not many.too_many.isVisible()


def test_that_stop_leaves_everything_as_it_was(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = [desk.position(each) for each in three]
    choose_all(shown)
    popover = asked(shown, Order.RESPONSIBLE)
    pick(popover, desk.person("Maria Manager"))
    with desk.register.write():  # the order waits, so that there is time to stop it
        QTest.mouseClick(popover.go, Qt.MouseButton.LeftButton)
        assert shown.page.many.orders.working.isVisible()
        assert not shown.page.many.buttons[Order.PLACE].isEnabled()
        QTest.mouseClick(shown.page.many.orders.working.stop_button, Qt.MouseButton.LeftButton)
    shown.opened.settle()
    assert last_said(shown) == "Stopped. Nothing was changed."
    assert not shown.page.many.orders.working.isVisible()
    assert [desk.position(each) for each in three] == before


def test_that_an_order_is_for_those_that_were_chosen_when_it_was_asked(
    desk: Desk, three: list[str], show: Show
) -> None:
    shown = show(desk)
    choose_all(shown)
    popover = asked(shown, Order.RESPONSIBLE)
    late = desk.new("identification")
    desk.do(late, c.AddNote("seen"))
    pick(popover, desk.person("Maria Manager"))
    go(shown, popover)
    assert last_said(shown) == "3 incidents changed."
    assert desk.record(late).values["responsible"] == desk.person("Anna Berg")
