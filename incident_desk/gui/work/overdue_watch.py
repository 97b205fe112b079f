"""Counts what the acting person owes and is late with, for the side bar, whichever page is shown."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from incident_desk.gui.session import Session
from incident_desk.gui.work.reading import overdue_count

_MINUTE_MS, _SOON_MS = 60_000, 300


class OverdueWatch(QObject):
    """Signal: `counted`."""

    counted = Signal(int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.count)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.count)
        session.bus.incidents_changed.connect(self._on_changed)
        session.actor_changed.connect(self.count)
        self._minute.start()

    @Slot(object)
    def _on_changed(self, ids: object) -> None:
        """A method of this object and no lambda: the connection ends with it."""
        self._soon.start()

    def count(self) -> None:
        owner, now, zone = self._session.actor.id, time.time_ns() // 1000, self._session.names.settings.zone
        # A register that cannot be read at the moment says so in the status line.
        self._session.read(
            lambda queries: overdue_count(queries, owner, now, zone), self._on_counted, lambda error: None
        )

    def _on_counted(self, count: int) -> None:
        if isValid(self):  # the window may be gone by the time the register answers
            self.counted.emit(count)
