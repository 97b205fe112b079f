"""Finding records by typing in the box at the top, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.search import search_page
from incident_desk.gui.search.hit import hits_of
from incident_desk.gui.search.hits import HitModel
from incident_desk.gui.search.search_page import SearchPage
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import FoundRow
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def box(opened: OpenWindow) -> SearchBox:
    return opened.window.head._search


def type_in(opened: OpenWindow, text: str) -> SearchPage:
    """On the search page, where the list follows what is typed."""
    page = opened.show("search")
    assert isinstance(page, SearchPage)
    opened.window.head.focus_search()
    QTest.keyClicks(box(opened), text)
    opened.until(lambda: page._answered is not None and page._answered.text == text)
    return page


def found(page: SearchPage) -> list[str]:
    return [hit.row.id for hit in page.hits.model_of_hits.lines]


def reported(desk: Desk, what: str, **fields: object) -> str:
    return desk.new("inbox", fields={"what_happened": what, **fields})


def number(desk: Desk, record: str) -> str:
    return str(desk.record(record).values["number"])


def test_that_hits_stand_newest_first_with_the_words_set_strong(desk: Desk, open_on: Open) -> None:
    older = reported(desk, "The pump stopped at night")
    newer = reported(desk, "Nobody heard the pumps alarm")
    opened = open_on(desk)
    page = type_in(opened, "pump")
    opened.until(lambda: found(page) == [newer, older])
    first = page.hits.model_of_hits.lines[0]
    assert [piece for piece, strong in first.snippet if strong] == ["pumps"]
    assert number(desk, newer) in first.spoken
    assert "Ward 3" in first.spoken


@pytest.mark.parametrize("words", ["anna", "ward 3", "room"])
def test_that_people_and_places_are_found_by_name(desk: Desk, open_on: Open, words: str) -> None:
    wanted = desk.new("identification")
    desk.do(wanted, c.ChangeFields({"place": "Ward 3, Room 312"}))
    opened = open_on(desk)
    page = type_in(opened, words)
    opened.until(lambda: found(page) == [wanted])


def test_that_a_whole_number_and_return_opens_the_record_at_once(desk: Desk, open_on: Open) -> None:
    reported(desk, "Another one")
    wanted = desk.new("identification")
    opened = open_on(desk)
    opened.window.head.focus_search()
    box(opened).setText(f" {number(desk, wanted).lower()} ")
    QTest.keyClick(box(opened), Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "incident")
    assert opened.window.page.record == wanted  # type: ignore[attr-defined]  # the incident page has it


def test_that_return_on_words_goes_into_the_list_and_return_there_opens(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("identification", fields={"what_happened": "A blue lamp broke"})
    opened = open_on(desk)
    page = type_in(opened, "lamp")
    QTest.keyClick(box(opened), Qt.Key.Key_Return)
    opened.until(page.hits.hasFocus)
    QTest.keyClick(page.hits, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "incident")
    assert opened.window.page.record == wanted  # type: ignore[attr-defined]  # the incident page has it


def test_that_return_on_one_letter_still_shows_the_hits(desk: Desk, open_on: Open) -> None:
    wanted = reported(desk, "x marks the spot")
    opened = open_on(desk)
    opened.window.head.focus_search()
    QTest.keyClicks(box(opened), "x")
    QTest.keyClick(box(opened), Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "search")
    page = opened.window.page
    assert isinstance(page, SearchPage)
    opened.until(lambda: found(page) == [wanted])


def test_that_down_goes_in_and_escape_leads_back_step_by_step(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    page = type_in(opened, "lamp")
    opened.until(lambda: len(found(page)) == 1)
    QTest.keyClick(box(opened), Qt.Key.Key_Down)
    assert page.hits.hasFocus()
    QTest.keyClick(page.hits, Qt.Key.Key_Escape)
    assert box(opened).hasFocus()
    QTest.keyClick(box(opened), Qt.Key.Key_Escape)
    assert box(opened).text() == ""
    QTest.keyClick(box(opened), Qt.Key.Key_Escape)
    assert opened.window.page.key == "board"


def test_that_the_list_stands_as_it_was_left_after_looking_at_a_record(desk: Desk, open_on: Open) -> None:
    for _ in range(3):
        reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    page = type_in(opened, "lamp")
    opened.until(lambda: len(found(page)) == 3)
    QTest.keyClick(box(opened), Qt.Key.Key_Down)
    QTest.keyClick(page.hits, Qt.Key.Key_Down)
    current = page.hits.current()
    QTest.keyClick(page.hits, Qt.Key.Key_Return)
    opened.until(lambda: opened.window.page.key == "incident")
    opened.window.go_back()
    opened.settle()
    assert opened.window.page is page
    assert page.hits.current() == current
    assert page.hits.hasFocus()


def test_that_without_words_all_records_stand_there_counted(desk: Desk, open_on: Open) -> None:
    made = [reported(desk, f"Report {n}") for n in range(3)]
    opened = open_on(desk)
    page = opened.show("search")
    assert isinstance(page, SearchPage)
    opened.until(lambda: found(page) == made[::-1])
    assert page._said.text() == "3 records, newest first"


def test_that_nothing_found_says_what_to_try(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    page = type_in(opened, "zebra")
    opened.until(lambda: page._said.text().startswith("Nothing holds all of these words."))
    assert not page.hits.isVisible()


def test_that_scrolling_brings_the_next_page_without_gap_or_repeat(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_page, "PAGE", 10)
    made = [reported(desk, f"Report {n}") for n in range(33)]
    opened = open_on(desk)
    page = opened.show("search")
    assert isinstance(page, SearchPage)
    model = page.hits.model_of_hits
    opened.until(lambda: model.rowCount() >= 10)

    def to_the_end() -> bool:
        page.hits.scrollToBottom()
        QApplication.processEvents()
        return model.rowCount() == 33

    opened.until(to_the_end)
    assert found(page) == made[::-1]
    assert not model.canFetchMore(QModelIndex())


def test_that_a_colleagues_report_appears_and_the_current_record_stays(desk: Desk, open_on: Open) -> None:
    first = reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    page = opened.show("search")
    assert isinstance(page, SearchPage)
    opened.until(lambda: found(page) == [first])
    page.hits.go_in()
    second = reported(desk, "A red lamp broke")
    opened.until(lambda: found(page) == [second, first])
    assert page.hits.current() == first


def test_that_the_last_wish_wins(desk: Desk, open_on: Open) -> None:
    reported(desk, "A blue lamp broke")
    wanted = reported(desk, "A blue chair broke")
    opened = open_on(desk)
    page = type_in(opened, "blue")
    page.look()
    page._text = "chair"
    page.look()
    opened.settle()
    assert found(page) == [wanted]


def test_that_a_number_entered_opens_nothing_once_somebody_types_on(desk: Desk, open_on: Open) -> None:
    wanted = reported(desk, "A blue lamp broke")
    opened = open_on(desk)
    page = type_in(opened, "lamp")
    page.open_exact(number(desk, wanted))
    page.look_for("lamp b")
    opened.until(lambda: page._answered is not None and page._answered.text == "lamp b")
    opened.settle()
    assert opened.window.page is page


def test_that_a_list_that_could_not_be_read_is_read_when_one_comes_back(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reported(desk, "A blue lamp broke")
    opened = open_on(desk)

    def fails(*given: object, **more: object) -> list[FoundRow]:
        raise SurroundingsFailed("server_unreachable")

    with monkeypatch.context() as patch:
        patch.setattr(search_page, "find_records", fails)
        page = opened.show("search")
        assert isinstance(page, SearchPage)
    assert opened.told[-1].action is not None
    opened.show("board")
    opened.show("search")
    assert found(page) == [first]


def test_that_more_of_a_list_that_is_gone_is_not_put_below_the_new_one(
    desk: Desk, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_page, "PAGE", 10)
    made = [reported(desk, f"{'Lamp' if n % 2 else 'Pump'} {n}") for n in range(30)]
    opened = open_on(desk)
    page = opened.show("search")
    assert isinstance(page, SearchPage)
    page._text = "lamp"
    page.look()
    page._read_more()  # scrolled to the end before the lamps are there
    opened.settle()
    assert found(page) == made[:9:-2]


def test_that_hostile_words_neither_break_the_search_nor_the_list(desk: Desk, open_on: Open) -> None:
    text = '<b>x</b> "; DROP TABLE incident;-- 100%'
    wanted = reported(desk, text)
    opened = open_on(desk)
    page = type_in(opened, 'drop" OR 1=1 * (')
    opened.until(lambda: page._said.text().startswith("Nothing holds"))
    box(opened).clear()
    page = type_in(opened, '"DROP table')
    opened.until(lambda: found(page) == [wanted])
    assert "".join(piece for piece, _ in page.hits.model_of_hits.lines[0].snippet) == text


def test_that_best_first_and_the_newest_are_two_orders_of_the_same(desk: Desk, open_on: Open) -> None:
    best = reported(desk, "A pump, a pump and a pump", title="The pump")
    newest = reported(desk, f"{'Much was said. ' * 20} A pump was there.", title="Noise")
    opened = open_on(desk)
    page = type_in(opened, "pump")
    opened.until(lambda: found(page) == [newest, best])
    page.narrowing.best.click()
    opened.until(lambda: found(page) == [best, newest])
    assert page._said.text() == "2 records, best first"
    page.narrowing.best.click()
    opened.until(lambda: found(page) == [newest, best])


def test_that_steps_and_days_narrow_what_is_found(desk: Desk, open_on: Open) -> None:
    in_containment = desk.new("containment", fields={"what_happened": "A pump stopped"})
    waiting = reported(desk, "A pump stopped")
    opened = open_on(desk)
    page = type_in(opened, "pump")
    opened.until(lambda: found(page) == [waiting, in_containment])
    choose(page.narrowing.step, page, "Containment")
    opened.until(lambda: found(page) == [in_containment])
    choose(page.narrowing.since, page, "Last 7 days")
    opened.settle()
    assert found(page) == [in_containment]
    choose(page.narrowing.step, page, "Concluded")
    opened.until(lambda: page._said.text() == "Nothing fits. Take one of the filters away, or try fewer words.")
    page.narrowing.step.clear_requested.emit()
    opened.until(lambda: found(page) == [waiting, in_containment])


def choose(pill: FilterPill, page: SearchPage, words: str) -> None:
    pill.click()
    menu = page.narrowing.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_that_the_piece_is_from_where_the_words_stand(desk: Desk, open_on: Open) -> None:
    wanted = desk.new("reaction", fields={"what_happened": "A lamp fell"})
    desk.do(wanted, c.AddItem("actions", {"what": "Glue the zebra crossing", "kind": "corrective"}))
    opened = open_on(desk)
    page = type_in(opened, "zebra")
    opened.until(lambda: found(page) == [wanted])
    (hit,) = page.hits.model_of_hits.lines
    assert hit.where == "Action"
    assert hit.snippet == (("Glue the ", False), ("zebra", True), (" crossing", False))
    assert "Action: Glue the zebra crossing" in hit.spoken


def test_that_the_model_keeps_the_rules_of_item_models(desk: Desk) -> None:
    reported(desk, "One")
    rows = [replace(desk.register.queries.search("", 9)[0], snippet="a pump")]
    wording = Wording(Texts("en"), desk.submitter.names())
    model = HitModel(QApplication.instance())  # type: ignore[arg-type]  # there is one
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(hits_of(rows, ["today"], "pump", wording), more=True)
    model.append(hits_of([FoundRow(rows[0].row, "")], ["today"], "", wording), more=False)
    assert tester.model() is model
    assert model.rowCount() == 2
    model.deleteLater()


def test_that_a_record_closed_without_a_day_is_said_and_painted_as_concluded(desk: Desk) -> None:
    """Old lists often do not tell the day."""
    row = desk.register.queries.row(desk.new("identification"))
    assert row is not None
    closed = row._replace(status=Status.CONCLUDED, step=Step.CONCLUSION, concluded_at=None)
    still, done = hits_of([FoundRow(row, ""), FoundRow(closed, "")], ["", ""], "", Wording(Texts("en")))
    assert [hit.state for hit in (still, done)] == ["Identification", "Concluded"]
    assert [hit.is_concluded for hit in (still, done)] == [False, True]
