"""The table's model: rows in pages, asked for when looked at, and nothing that takes longer with a million of them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.domain import commands as c
from incident_desk.gui.register.lines import NOTHING, Line, LineMaker
from incident_desk.gui.register.page_store import KEPT, PAGE, PageStore, Read
from incident_desk.gui.register.presenter import FirstRows
from incident_desk.gui.register.register_model import SPOKEN, RegisterModel
from incident_desk.gui.register.register_table import RegisterTable, Width
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.register.columns import COLUMN, all_columns
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.register.order import NEWEST_FIRST
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.wording import Wording
from tests.factories import Desk

EXTRA = [column.key for column in COLUMN.values() if column.extra]
NOW = 1_800_000_000_000_000
KEYS = ("number", "title", "steps", "priority", "place", "responsible", "opened", "missing", "actions", "next_due")


class Long(FirstRows):
    """One record a million times, and which pages were asked for."""

    def __init__(self, row: IncidentRow, count: int = 1_000_000) -> None:
        super().__init__([row])
        self.count = count
        self.asked: list[int] = []
        self.trouble: Exception | None = None

    def rows(self, first: int, count: int) -> list[IncidentRow]:
        if self.trouble is not None:
            raise self.trouble
        self.asked.append(first // PAGE)
        return [self._rows[0]._replace(no=first + n) for n in range(min(count, self.count - first))]


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    yield widget
    widget.deleteLater()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def tasks(owner: QWidget) -> Iterator[TaskRunner]:
    runner = TaskRunner(owner)
    yield runner
    runner.close()


def row_of(desk: Desk, record: str) -> IncidentRow:
    found = desk.register.queries.row(record)
    assert found is not None
    return found


def maker_of(desk: Desk, *keys: str) -> LineMaker:
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    return LineMaker([COLUMN[key] for key in keys or KEYS], wording, NOW)


def model_of(desk: Desk, tasks: TaskRunner, listing: Listing, *, at_once: float = 60) -> RegisterModel:
    store = PageStore(tasks, tasks, at_once=at_once)
    model = RegisterModel(store, maker_of(desk), tasks)
    model.show_listing(listing)
    return model


def test_that_qt_finds_the_model_sound(desk: Desk, tasks: TaskRunner) -> None:
    desk.new("reaction")
    desk.new("inbox")
    model = model_of(desk, tasks, desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.new("containment")
    longer = desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST)
    model.replace_listing(longer, 0, Read(longer.rows(0, PAGE), {}))
    assert model.rowCount() == 3
    shorter = desk.register.queries.listing(IncidentFilter(number="WARD"), NEWEST_FIRST)
    model.replace_listing(shorter, 0, Read(shorter.rows(0, PAGE), {}))
    model.show_columns(maker_of(desk, "number", "detected_by"))
    assert model.columnCount() == 3
    del tester


def test_that_a_row_says_what_is_known_and_a_dash_where_nothing_is(desk: Desk, tasks: TaskRunner) -> None:
    record = desk.new("reaction", fields={"title": "Pump ran dry"})
    waiting = desk.new("inbox")
    model = model_of(desk, tasks, desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST))
    said = {key: [model.index(row, n).data() for row in (0, 1)] for n, key in enumerate(KEYS, start=1)}
    assert said["number"] == [row_of(desk, waiting).number, row_of(desk, record).number]
    assert said["title"][1] == "Pump ran dry"
    assert said["steps"] == ["In the inbox", "Reaction"]
    assert said["responsible"] == [NOTHING, "Anna Berg"]
    assert said["actions"] == [NOTHING, NOTHING]
    assert said["missing"][1].isdigit()


def test_that_a_million_rows_are_read_only_where_somebody_looks(desk: Desk, tasks: TaskRunner) -> None:
    listing = Long(row_of(desk, desk.new()))
    model = model_of(desk, tasks, listing)
    assert model.rowCount() == 1_000_000
    assert listing.asked == []
    assert model.index(999_999, 1).data() and model.index(500_000, 1).data()
    assert listing.asked == [999_999 // PAGE, 500_000 // PAGE]


def test_that_pages_looked_at_lately_are_kept_and_older_ones_let_go(desk: Desk, tasks: TaskRunner) -> None:
    listing = Long(row_of(desk, desk.new()))
    model = model_of(desk, tasks, listing)
    model.store.line(0)
    for page in range(1, KEPT):
        model.store.line(page * PAGE)
    model.store.line(0)  # it was looked at again, so it is not the oldest any more
    model.store.line(KEPT * PAGE)
    listing.asked.clear()
    model.store.line(0)
    assert listing.asked == []
    model.store.line(PAGE)
    assert listing.asked == [1]


def test_that_a_register_on_a_server_is_read_on_a_thread_and_fills_in(
    desk: Desk, tasks: TaskRunner, qtbot: QtBot
) -> None:
    model = model_of(desk, tasks, Long(row_of(desk, desk.new())), at_once=0)
    with qtbot.waitSignal(model.dataChanged) as changed:
        assert model.index(300, 1).data() == ""
        assert model.index(300, 0).data(SPOKEN) == "is being read"
    assert (changed.args[0].row(), changed.args[1].row()) == (256, 383)
    assert model.index(300, 1).data() != ""


def test_that_of_many_pages_that_were_scrolled_past_only_the_last_are_read(
    desk: Desk, tasks: TaskRunner, qtbot: QtBot
) -> None:
    listing = Long(row_of(desk, desk.new()))
    model = model_of(desk, tasks, listing, at_once=0)
    for page in range(100):
        model.store.line(page * PAGE)
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert len(listing.asked) <= 8
    assert {96, 97, 98, 99} <= set(listing.asked)


def test_that_a_page_that_cannot_be_read_is_said_once_and_comes_later(
    desk: Desk, tasks: TaskRunner, qtbot: QtBot
) -> None:
    listing = Long(row_of(desk, desk.new()))
    listing.trouble = SurroundingsFailed("register_unreachable", name="x")
    model = model_of(desk, tasks, listing)
    failures: list[object] = []
    model.store.failed.connect(failures.append)
    for _ in range(5):
        assert model.store.line(7) is None
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert len(failures) == 1
    listing.trouble = None
    model.store.forget()
    assert model.store.line(7) is not None


def test_that_a_row_is_renewed_in_its_place(desk: Desk, tasks: TaskRunner, qtbot: QtBot) -> None:
    record = desk.new("containment")
    desk.new()
    model = model_of(desk, tasks, desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST))
    assert model.index(1, 2).data() and model.index(0, 2).data()
    desk.do(record, c.ChangeFields({"title": "Now it has another name"}))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh_rows({record: row_of(desk, record)})
    assert changed.args[0].row() == 1
    assert model.index(1, 2).data() == "Now it has another name"


def test_that_the_whole_row_is_spoken_with_its_headings(desk: Desk, tasks: TaskRunner) -> None:
    desk.new("reaction", fields={"title": "Pump ran dry"})
    model = model_of(desk, tasks, desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST))
    spoken = str(model.index(0, 0).data(SPOKEN))
    assert "Pump ran dry, Reaction, Priority" in spoken
    assert "Responsible Anna Berg" in spoken
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Title"


def test_that_a_million_rows_are_chosen_and_gone_through_at_once_with_a_screen_reader_on(
    desk: Desk, tasks: TaskRunner, theme: Theme, owner: QWidget
) -> None:
    listing = Long(row_of(desk, desk.new()))
    table = RegisterTable(model_of(desk, tasks, listing), theme, owner)
    owner.resize(900, 600)
    owner.show()
    QAccessible.setActive(True)
    try:
        start = time.perf_counter()
        QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert table.chosen() == [(0, 999_999)]
        assert table.chosen_count() == 1_000_000
        assert table.current_row() == 999_999
        table.clear_choice()
        assert table.chosen() == []
        assert time.perf_counter() - start < 2
    finally:
        QAccessible.setActive(False)
    assert len(listing.asked) <= 4


def test_that_a_column_gives_what_it_can_spare_before_the_table_is_pushed_sideways(
    desk: Desk, tasks: TaskRunner, theme: Theme, owner: QWidget
) -> None:
    table = RegisterTable(model_of(desk, tasks, Long(row_of(desk, desk.new()), 3)), theme, owner)
    table.resize(1000, 400)
    owner.show()
    table.set_widths([Width(150, 75) for _ in KEYS], 1)
    assert table.head.length() == table.viewport().width()
    table.resize(700, 400)
    assert table.head.sectionSize(3) == theme.px(75)
    table.resize(3000, 400)
    assert table.head.length() == table.viewport().width()
    assert table.head.sectionSize(3) == theme.px(150)


def test_that_every_column_there_is_says_something_of_every_record(desk: Desk) -> None:
    for stage in ("inbox", "containment", "reaction", "signed"):
        row = row_of(desk, desk.new(stage))
        columns = all_columns(read_names(desk.register.queries))
        line = Line(row, desk.register.queries.listing(IncidentFilter(), NEWEST_FIRST).extra([row], EXTRA))
        maker = maker_of(desk, *(column.key for column in columns if column.key in COLUMN))
        assert all(maker.texts(line))
        assert len(maker.copied(line)) == len(maker.columns)


def test_that_a_time_of_another_year_says_so(desk: Desk) -> None:
    row = row_of(desk, desk.new())._replace(opened_at=1_600_000_000_000_000, concluded_at=NOW)
    this_year, other_year = maker_of(desk, "concluded", "opened").texts(Line(row, {}))
    assert this_year == "15 Jan, 09:00"
    assert other_year == "13 Sep 2020, 14:26"
