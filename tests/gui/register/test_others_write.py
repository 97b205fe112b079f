"""While others write, what a person chose, asked for or reads in the register stays what it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.gui.register.presenter import Found
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk
from tests.gui.register.conftest import Shown

Show = Callable[[Desk], Shown]


@pytest.fixture
def many(desk: Desk) -> list[str]:
    """More than there is room for on screen: A00, A01 and so on."""
    return [desk.new("inbox", fields={"title": f"A{n:02}"}) for n in range(60)]


def by_title(shown: Shown) -> None:
    table = shown.page.table
    table._sort(table.columns[shown.keys.index("title")], False)
    shown.opened.settle()


def tick(shown: Shown, *rows: int) -> None:
    shown.page.table.clear_choice()
    for row in rows:
        shown.page.table._tick(row)


def chosen_ids(shown: Shown) -> list[str]:
    listing = shown.page.table.rows.store.listing
    assert listing is not None
    return [each for first, last in shown.page.table.chosen() for each in listing.ids(first, last - first + 1)]


def renewals(shown: Shown) -> list[Found]:
    answers: list[Found] = []
    shown.page.presenter.renewed.connect(answers.append)
    return answers


@pytest.mark.parametrize("rows", [(5, 7), (5,)])
def test_that_ticked_rows_out_of_sight_stay_the_same_records(
    rows: tuple[int, ...], desk: Desk, many: list[str], show: Show
) -> None:
    shown = show(desk)
    by_title(shown)
    tick(shown, *rows)
    before = [many[row] for row in rows]
    assert chosen_ids(shown) == before
    shown.page.table.verticalScrollBar().setValue(59)
    answers = renewals(shown)
    desk.acting_as("Carl Coordinator").do(many[5], c.ChangeFields({"title": "A09x"}))
    shown.opened.until(lambda: answers)
    assert shown.page.newer.isVisible()
    assert chosen_ids(shown) == before


def test_that_a_newer_listing_is_taken_where_the_ticked_rows_are_the_same(
    desk: Desk, many: list[str], show: Show
) -> None:
    shown = show(desk)
    by_title(shown)
    tick(shown, 5, 7)
    shown.page.table.verticalScrollBar().setValue(59)
    answers = renewals(shown)
    desk.acting_as("Carl Coordinator").do(many[20], c.ChangeFields({"title": "A20x"}))
    shown.opened.until(lambda: answers)
    assert not shown.page.newer.isVisible()
    assert shown.page.table.rows.store.listing is answers[0].listing
    assert chosen_ids(shown) == [many[5], many[7]]


def test_that_a_listing_being_made_is_not_dropped_for_a_newer_one(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    presenter, answers = shown.page.presenter, renewals(shown)
    found: list[Found] = []
    presenter.found.connect(found.append)
    presenter.show_text("cable")
    asked = presenter._asking
    presenter._on_changed(frozenset(three))
    presenter._listing_soon.timeout.emit()
    assert presenter._asking == asked
    shown.opened.until(lambda: answers)
    assert len(found) == 1
    assert shown.titles == ["Cable cut"]


def test_that_what_takes_the_place_of_a_listing_answers_as_that_one(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    presenter, answers = shown.page.presenter, renewals(shown)
    found: list[Found] = []
    presenter.found.connect(found.append)
    presenter.show_text("cable")
    presenter.renew()
    shown.opened.settle()
    assert (len(found), len(answers)) == (1, 0)
    assert shown.titles == ["Cable cut"]


def test_that_other_names_leave_the_choice_and_the_place(desk: Desk, many: list[str], show: Show) -> None:
    shown = show(desk)
    tick(shown, 2, 4)
    bar = shown.page.table.verticalScrollBar()
    bar.setValue(20)
    changes: list[Callable[[], object]] = [
        shown.page.session.names_changed.emit,  # people or places have other names
        lambda: shown.page._set_density(True),
        lambda: shown.page._set_density(False),
    ]
    for change in changes:
        change()
        shown.opened.settle()
        assert shown.page.table.chosen() == [(2, 2), (4, 4)]
        assert shown.page.chosen.isVisible()
        assert bar.value() == 20


def test_that_the_preview_is_not_built_anew_for_other_records(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    preview = shown.page.preview
    shown.opened.until(lambda: preview._shown is not None)
    sheet, answers = preview._scroll.widget(), renewals(shown)
    desk.acting_as("Carl Coordinator").do(three[0], c.ChangeFields({"title": "Bolt tight"}))
    shown.opened.until(lambda: answers)
    shown.opened.until(lambda: not preview._soon.isActive())
    shown.opened.settle()
    assert preview._scroll.widget() is sheet


def test_that_a_change_of_the_previewed_record_keeps_the_place(desk: Desk, show: Show) -> None:
    record = desk.new("containment", fields={"what_happened": "It fell.\n" * 80})
    shown = show(desk)
    preview = shown.page.preview
    bar = preview._scroll.verticalScrollBar()
    shown.opened.until(lambda: bar.maximum() > 200)
    sheet = preview._scroll.widget()
    bar.setValue(150)
    desk.acting_as("Carl Coordinator").do(record, c.ChangeFields({"title": "Another title"}))
    shown.opened.until(lambda: preview._shown is not None and preview._shown.row.title == "Another title")
    assert preview._scroll.widget() is not sheet
    shown.opened.until(lambda: bar.value() == 150)


def test_that_the_preview_that_was_hidden_is_the_newest_when_it_shows(desk: Desk, three: list[str], show: Show) -> None:
    shown = show(desk)
    preview = shown.page.preview
    shown.opened.until(lambda: preview._shown is not None)
    QTest.keyClick(shown.page.table, Qt.Key.Key_Space)
    desk.acting_as("Carl Coordinator").do(three[2], c.ChangeFields({"title": "Cable mended"}))
    shown.opened.until(lambda: "Cable mended" in shown.titles)
    shown.opened.until(lambda: not preview._soon.isActive())
    QTest.keyClick(shown.page.table, Qt.Key.Key_Space)
    shown.opened.until(lambda: preview._shown is not None and preview._shown.row.title == "Cable mended")


def test_that_nobody_waits_for_a_listing_of_a_register_that_is_left(
    desk: Desk, many: list[str], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = show(desk)
    session, begun, never = shown.page.session, threading.Event(), threading.Event()

    def without_end(wanted: IncidentFilter, order: Order, progress: Progress) -> Listing:
        end = time.monotonic() + 20
        while progress(0, 1) and time.monotonic() < end:
            begun.set()
            never.wait(0.01)
        raise Refused("stopped")

    monkeypatch.setattr(session.register.queries, "listing", without_end)
    shown.page.presenter.renew()
    assert begun.wait(5)
    assert session.tasks.close()  # False after ten seconds in vain
