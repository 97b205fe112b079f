"""A change of many incidents that still runs: nothing is lost by it, and it is not lost by a slip of the hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from tests.factories import Desk
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]


def places_of(desk: Desk, records: list[str]) -> list[object]:
    return [desk.record(each).values.get("responsible") for each in records]


def order(shown: Shown, desk: Desk, records: list[str], name: str) -> None:
    shown.page.many._order(lambda: records, c.ChangeFields({"responsible": desk.person(name)}))


def stop(shown: Shown) -> None:
    QTest.mouseClick(shown.page.many.orders.working.stop_button, Qt.MouseButton.LeftButton)


def last_said(shown: Shown) -> str:
    return shown.opened.told[-1].text


def test_that_an_undo_that_was_stopped_can_be_asked_again(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = places_of(desk, three)
    order(shown, desk, three, "Maria Manager")
    shown.opened.settle()
    with desk.register.write():  # it waits, so that there is time to stop it
        shown.page.act("undo")
        stop(shown)
    shown.opened.settle()
    assert last_said(shown) == "Stopped. Nothing was changed."
    assert places_of(desk, three) != before
    shown.page.act("undo")
    shown.opened.settle()
    assert places_of(desk, three) == before
    shown.page.act("undo")
    assert last_said(shown) == "There is nothing of yours to take back here."


def test_that_an_undo_while_another_order_runs_is_not_lost(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = places_of(desk, three)
    order(shown, desk, three, "Maria Manager")
    shown.opened.settle()
    with desk.register.write():
        order(shown, desk, three, "Carl Coordinator")
        shown.page.act("undo")
        assert last_said(shown) == "The incidents are being changed."
        stop(shown)
    shown.opened.settle()
    shown.page.act("undo")
    shown.opened.settle()
    assert places_of(desk, three) == before


def test_that_the_window_stays_open_once_while_many_change(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    window = shown.opened.window
    assert window.may_close()
    with desk.register.write():
        order(shown, desk, three, "Maria Manager")
        shown.opened.window.show_page("board")
        assert not window.close()
        assert window.isVisible() and window.page is shown.page
        assert last_said(shown) == "The incidents are still being changed. Closed now, none of them is."
        assert window.may_close()
        stop(shown)
    shown.opened.settle()
    with desk.register.write():  # said again for another order
        order(shown, desk, three, "Maria Manager")
        assert not window.may_close()
        stop(shown)
    shown.opened.settle()
    assert window.may_close()


def test_that_none_changes_when_the_window_closes_on_a_few(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    before = places_of(desk, three)
    with desk.register.write():
        order(shown, desk, three, "Maria Manager")
        shown.opened.window.session.tasks.closing.emit()
    shown.opened.settle()
    assert last_said(shown) == "Stopped. Nothing was changed."
    assert places_of(desk, three) == before


def test_that_somebody_else_is_not_offered_to_take_it_back(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    session, anna = shown.opened.window.session, shown.opened.window.session.actor
    with desk.register.write():
        order(shown, desk, three, "Maria Manager")
        session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    shown.opened.settle()
    changed = places_of(desk, three)
    assert (last_said(shown), shown.opened.told[-1].button) == ("3 incidents changed.", "")
    shown.page.act("undo")
    assert last_said(shown) == "There is nothing of yours to take back here."
    session.set_actor(anna)
    shown.page.act("undo")
    shown.opened.settle()
    assert places_of(desk, three) == changed


def test_that_another_register_is_not_opened_while_many_change(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    window, host = shown.opened.window, shown.opened.host
    with desk.register.write():
        order(shown, desk, three, "Maria Manager")
        window.other_register_requested.emit()
        assert host.window is window and window.isVisible()
        assert last_said(shown) == "The incidents are still being changed. Closed now, none of them is."
        stop(shown)
    shown.opened.settle()
