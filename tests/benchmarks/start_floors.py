"""The thinnest programs that open a window: bare, and with the first fifty rows of a register. Run as a process.

python -m tests.benchmarks.start_floors bare
python -m tests.benchmarks.start_floors rows MODULE REGISTER      with a library loaded as the program loads it

Each tells when it had painted, and the most memory that it took, in KiB.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

SIZE = (1280, 800)
_ROWS = "SELECT number, title, status, step, priority, kind, category, opened_at FROM incident ORDER BY opened_at DESC LIMIT 50"


def _end() -> None:
    print(time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    os._exit(0)


class _Bare(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(20, 40, "Incident Desk")
        QTimer.singleShot(0, _end)


class _Rows(QAbstractTableModel):
    def __init__(self, rows: list[tuple[object, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows[0])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return str(self._rows[index.row()][index.column()]) if role == 0 else None


class _Table(QTableView):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _end)


def _window_with_rows(register: Path) -> QWidget:
    import sqlite3

    connection = sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True)
    window = QMainWindow()
    for name in ("File", "Edit", "View", "Help"):
        menu = window.menuBar().addMenu(name)
        for number in range(8):
            menu.addAction(f"{name} {number}")
    table = _Table(window)
    table.setModel(_Rows(connection.execute(_ROWS).fetchall(), table))
    window.setCentralWidget(table)
    return window


def main() -> None:
    application = QApplication(sys.argv[:1])
    if sys.argv[1] == "bare":
        window: QWidget = _Bare()
    else:
        for module in sys.argv[2].split(","):
            importlib.import_module(module)
        window = _window_with_rows(Path(sys.argv[3]))
    window.resize(*SIZE)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
