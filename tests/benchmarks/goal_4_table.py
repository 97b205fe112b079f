"""Goal 4: the register table over every incident, beside Qt's own table with a model of five thousand rows in C++."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from incident_desk.gui.language import said
from incident_desk.gui.register.lines import Line, LineMaker
from incident_desk.gui.register.page_store import PageStore
from incident_desk.gui.register.register_model import RegisterModel
from incident_desk.gui.register.register_table import COMPACT, RegisterTable, Width
from incident_desk.gui.start import make_application
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.settings import PcSettings
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.register.columns import COLUMNS
from incident_desk.usecases.register.order import NEWEST_FIRST
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, Series, in_turn, timed

JUMP, SCROLL, READY = 1.6, 1.5, 2.0
ROUNDS = 60
SIZE = (1400, 900)
IN_FLOOR = 5_000
COLUMNS_SHOWN = [column for column in COLUMNS if not column.extra][:10]
WIDTH = 130.0
_HOP = 1024  # rows from one key of the floor to the next
_FIRST_HOP = "SELECT opened_at, no FROM incident ORDER BY opened_at DESC, no DESC LIMIT 1 OFFSET ?"
_NEXT_HOP = (
    "SELECT opened_at, no FROM incident WHERE (opened_at, no) < (?, ?) "
    "ORDER BY opened_at DESC, no DESC LIMIT 1 OFFSET ?"
)


def measure(bench: Bench) -> Iterator[Finding]:
    application, theme = make_application(bench.services, PcSettings())
    with closing(bench.services.open_register(str(bench.register))) as register:
        maker = LineMaker(COLUMNS_SHOWN, Wording(Texts("en"), read_names(register.queries)), time.time_ns() // 1000)
        window = QWidget()
        product = _product(register.queries, maker, theme, window)
        floor = _floor(register.queries, maker)
        for table in (product, floor):
            _show(application, table)
        jump = in_turn({"product": _jump(application, product), "floor": _jump(application, floor)}, ROUNDS)
        scroll = in_turn({"product": _scroll(application, product), "floor": _scroll(application, floor)}, ROUNDS)
        ready = in_turn({"product": _ready(register.queries), "floor": _hops(bench.register)}, 15)
        for table in (product, floor):
            table.close()
        window.deleteLater()
    yield _compared("jump to any row, read and painted", jump, "C++ model of 5,000 rows, stock delegate", JUMP)
    yield _compared("scroll by 3 rows", scroll, "C++ model of 5,000 rows, stock delegate", SCROLL)
    yield _compared("ready to be read at any place", ready, "sqlite3: a key each 1,024 rows, and the count", READY)


def _compared(what: str, series: Mapping[str, Series], floor_is: str, goal: float) -> Compared:
    return Compared(what, series["product"].median, series["floor"].median, floor_is, goal)


def _product(queries: Queries, maker: LineMaker, theme: Theme, parent: QWidget) -> RegisterTable:
    store = PageStore(TaskRunner(parent), parent, at_once=60)
    model = RegisterModel(store, maker, parent)
    model.show_listing(queries.listing(IncidentFilter(), NEWEST_FIRST))
    table = RegisterTable(model, theme, parent)
    table.setParent(None)
    table.set_widths([Width(WIDTH, WIDTH) for _ in maker.columns], -1)
    return table


def _floor(queries: Queries, maker: LineMaker) -> QTableView:
    """The same words in the same columns, as often as Qt's own model needs them."""
    rows = queries.first_rows(IncidentFilter(), NEWEST_FIRST, IN_FLOOR)
    model = QStandardItemModel(IN_FLOOR, len(maker.columns))
    model.setHorizontalHeaderLabels([said(column.label) for column in maker.columns])
    for place in range(IN_FLOOR):
        for column, text in enumerate(maker.texts(Line(rows[place % len(rows)], {}))):
            model.setItem(place, column, QStandardItem(text))
    table = QTableView()
    model.setParent(table)
    table.setWordWrap(False)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(COMPACT)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
    table.setModel(model)
    for column in range(len(maker.columns)):
        table.setColumnWidth(column, int(WIDTH))
    return table


def _show(application: QApplication, table: QTableView) -> None:
    table.resize(*SIZE)
    table.show()
    while not table.isVisible() or not table.windowHandle().isExposed():
        application.processEvents()
    _sync(application)


def _sync(application: QApplication) -> None:
    application.processEvents()
    if application.platformName() == "xcb":
        application.sync()  # the X server has drawn it


def _jump(application: QApplication, table: QTableView) -> Job:
    chance = random.Random(4)
    bar = table.verticalScrollBar()

    def jump() -> None:
        bar.setValue(chance.randrange(max(1, bar.maximum())))
        table.viewport().repaint()
        _sync(application)

    return timed(jump)


def _scroll(application: QApplication, table: QTableView) -> Job:
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def scroll() -> None:
        bar.setValue((bar.value() + 3) % max(4, bar.maximum()))
        table.viewport().repaint()
        _sync(application)

    return timed(scroll)


def _ready(queries: Queries) -> Job:
    return timed(lambda: queries.listing(IncidentFilter(), NEWEST_FIRST))


def _hops(path: Path) -> Job:
    """What any table with sparse keys has to ask."""

    def hop() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM incident").fetchone()
            key = connection.execute(_FIRST_HOP, (_HOP - 1,)).fetchone()
            while key is not None:
                key = connection.execute(_NEXT_HOP, (*key, _HOP - 1)).fetchone()

    return timed(hop)
