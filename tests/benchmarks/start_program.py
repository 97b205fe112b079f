"""The program, told to end once it has painted: its first window, the main one, the first cards. Run as a process.

Nothing of it is imported here beforehand, so that it loads its modules in its own order.

    python -m tests.benchmarks.start_program -r REGISTER --data-dir FOLDER
    python -m tests.benchmarks.start_program --table -r REGISTER --data-dir FOLDER    goes on to the register table

Tells the three moments, and after the table the most memory that it took, in KiB.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

SETTLED = 3_000  # milliseconds: everything beside the page is read by then
_seen: dict[str, float] = {}
_table = "--table" in sys.argv


class _Watch:
    """Puts stop watches into the classes that paint, when the program itself loads their modules."""

    def __init__(self, watched: dict[str, Callable[[ModuleType], None]]) -> None:
        self._watched = watched

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        put_in = self._watched.pop(name, None)
        if put_in is None:
            return None
        spec = PathFinder.find_spec(name, path)
        assert spec is not None and spec.loader is not None
        load = spec.loader.exec_module

        def load_and_watch(module: ModuleType) -> None:
            load(module)
            put_in(module)

        spec.loader.exec_module = load_and_watch  # type: ignore[method-assign]  # this one loader's own
        return spec


def _watch_opening(module: ModuleType) -> None:
    _tell_after_paint(module.Opening, lambda opening: _note("first"))


def _watch_window(module: ModuleType) -> None:
    _tell_after_paint(module.MainWindow, lambda window: _note("main"))


def _watch_cards(module: ModuleType) -> None:
    def note(column: Any) -> None:
        if not column.cards.rowCount() or "rows" in _seen:
            return
        _note("rows")
        if _table:
            _later(lambda: column.window().show_page("register"))
        else:
            _tell(_seen["first"], _seen["main"], _seen["rows"])

    _tell_after_paint(module.ColumnList, note)


def _watch_table(module: ModuleType) -> None:
    def note(table: Any) -> None:
        if table.model().rowCount() and "table" not in _seen:
            _note("table")
            _later(lambda: _tell(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))

    _tell_after_paint(module.RegisterTable, note)


def _later(work: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(SETTLED, work)


def _tell_after_paint(painter: Any, note: Callable[[Any], None]) -> None:
    """Calls `note` in the turn of the event loop after the paint, when everything is on the screen."""
    from PySide6.QtCore import QTimer

    paint = painter.paintEvent

    def paint_and_tell(self: Any, event: Any) -> None:
        paint(self, event)
        QTimer.singleShot(0, lambda: note(self))

    painter.paintEvent = paint_and_tell


def _note(what: str) -> None:
    _seen.setdefault(what, time.monotonic())


def _tell(*numbers: float) -> None:
    print(*numbers, flush=True)
    os._exit(0)


if __name__ == "__main__":
    watched: dict[str, Callable[[ModuleType], None]] = {
        "incident_desk.gui.opening": _watch_opening,
        "incident_desk.gui.main_window": _watch_window,
        "incident_desk.gui.board.column": _watch_cards,
        "incident_desk.gui.register.register_table": _watch_table,
    }
    sys.meta_path.insert(0, _Watch(watched))
    sys.argv = [word for word in sys.argv if word != "--table"]
    from incident_desk.__main__ import main

    main()
