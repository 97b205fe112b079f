"""Comes to the front when the program is started once more on the register that is open in this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from incident_desk.support.asking_to_front import answer, take_question

_LATER_MS = 500  # the first watch takes ten milliseconds, which the start need not wait for


class ComingToFront(QObject):
    """`come`: whether the window of that register is here and in front now."""

    def __init__(self, mark: Path, come: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._mark, self._come = mark, come
        QTimer.singleShot(_LATER_MS, self, self._begin)

    def _begin(self) -> None:
        watcher = QFileSystemWatcher([str(self._mark.parent)], self)
        watcher.directoryChanged.connect(self._look)
        self._look()  # somebody may wait already

    def _look(self) -> None:
        wanted = take_question(self._mark)
        if wanted and self._come(wanted):
            answer(self._mark)
