"""Goal 5: the board with five columns of two thousand cards, beside plain lists of one text painted by Qt itself."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QWidget

from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.board.step_column import StepColumn
from incident_desk.gui.models.card import CardMaker
from incident_desk.gui.start import make_application
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.settings import PcSettings
from incident_desk.support.texts import Texts
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.wording import Wording
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, Series, in_turn, timed

BUILD, JUMP, SCROLL = 1.3, 1.1, 0.9
IN_A_COLUMN = 2000
BUILDS, ROUNDS = 7, 60
SIZE = (1400, 900)
DAY = 86_400_000_000
Rows = Mapping[Step, Sequence[IncidentRow]]


def measure(bench: Bench) -> Iterator[Finding]:
    application, theme = make_application(bench.services, PcSettings())
    with closing(bench.services.open_register(str(bench.register))) as register:
        rows = dealt(list(listed(register.queries, IncidentFilter(), IN_A_COLUMN * len(Step))))
        wording = Wording(Texts("en"), read_names(register.queries))
    product, floor = Board(application, theme, wording, rows), _Floor(application, rows)
    build = in_turn({"product": product.build, "floor": floor.build}, BUILDS, warm=1)
    product.settle()
    jobs = {"product": jumping(product), "floor": jumping(floor)}
    jump = in_turn(jobs, ROUNDS)
    scroll = in_turn({"product": scrolling(product), "floor": scrolling(floor)}, ROUNDS)
    for part in (product, floor):
        part.clear()
    yield _compared("build and first paint, 5 x 2,000 cards", build, BUILD)
    yield _compared("jump in all five columns", jump, JUMP)
    yield _compared("scroll one column by 24 px", scroll, SCROLL)


def _compared(what: str, series: Mapping[str, Series], goal: float) -> Compared:
    return Compared(what, series["product"].median, series["floor"].median, "stock delegate, one text", goal)


def dealt(rows: Sequence[IncidentRow]) -> Rows:
    """Two thousand open incidents to each step, with what open ones show: flags and what is due next."""
    chance = random.Random(5)
    now = time.time_ns() // 1000
    dealt: dict[Step, list[IncidentRow]] = {step: [] for step in Step}
    for n in range(IN_A_COLUMN * len(Step)):
        step = Step(1 + n % len(Step))
        opened = now - chance.randrange(40 * DAY)
        due = chance.choice((None, now + chance.randrange(-2 * DAY, 20 * DAY)))
        row = rows[n % len(rows)]._replace(
            no=n, id=f"{n:032}", step=step, priority=chance.choice(tuple(Priority)), opened_at=opened,
            step_since=opened, missing=chance.randrange(4), measures_in_force=chance.randrange(3),
            actions_total=chance.randrange(4), next_due=due, next_due_list="actions" if due else "",
        )  # fmt: skip
        dealt[step].append(row)
    return dealt


@dataclass(eq=False)
class _Shown:
    """A window with five lists side by side."""

    application: QApplication
    rows: Rows
    window: QWidget | None = None

    def build(self) -> float:
        self.clear()
        start = time.perf_counter()
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        for step in Step:
            row.addWidget(self.column(step, self.window))
        self.window.resize(*SIZE)
        self.window.show()
        while not self.window.isVisible() or not self.window.windowHandle().isExposed():
            self.application.processEvents()
        self.sync()
        return time.perf_counter() - start

    def column(self, step: Step, parent: QWidget) -> QWidget:
        raise NotImplementedError

    @property
    def lists(self) -> list[QListView]:
        assert self.window is not None
        return self.window.findChildren(QListView)

    def sync(self) -> None:
        self.application.processEvents()
        if self.application.platformName() == "xcb":
            self.application.sync()  # the X server has drawn it

    def settle(self) -> None:
        """What goes on after the first paint is done."""
        end = time.monotonic() + 2
        while time.monotonic() < end:
            self.application.processEvents()

    def clear(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
            self.settle_deletion()

    def settle_deletion(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.application.processEvents()


class Board(_Shown):
    def __init__(self, application: QApplication, theme: Theme, wording: Wording, rows: Rows) -> None:
        super().__init__(application, rows)
        self._theme, self._wording = theme, wording

    def column(self, step: Step, parent: QWidget) -> QWidget:
        column = StepColumn(step, self._theme, parent)
        column.show_cards(self.rows[step], CardMaker(time.time_ns() // 1000, self._wording, None), 0)
        return column


class _Texts(QAbstractListModel):
    def __init__(self, texts: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._texts)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return self._texts[index.row()] if role == 0 else None


class _Floor(_Shown):
    def column(self, step: Step, parent: QWidget) -> QWidget:
        plain = QListView(parent)
        plain.setUniformItemSizes(True)
        plain.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        plain.setModel(_Texts([row.title for row in self.rows[step]], plain))
        return plain


def jumping(shown: _Shown) -> Job:
    chance = random.Random(3)

    def jump() -> None:
        for each in shown.lists:
            bar = each.verticalScrollBar()
            bar.setValue(chance.randrange(max(1, bar.maximum())))
            each.viewport().repaint()
        shown.sync()

    return timed(jump)


def scrolling(shown: _Shown) -> Job:
    first = shown.lists[0]
    bar = first.verticalScrollBar()
    bar.setValue(0)

    def scroll() -> None:
        bar.setValue((bar.value() + 24) % max(25, bar.maximum()))
        first.viewport().repaint()
        shown.sync()

    return timed(scroll)
