"""Who else has the register open: said once, and kept in the status line."""

from __future__ import annotations

import os
import socket
import time

from PySide6.QtCore import QObject, QTimer, Signal

from incident_desk.gui.session import Session
from incident_desk.support.processes import is_running
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import Presence

_EVERY_MS = 60_000


class Company(QObject):
    """Signal: `others_changed` carries their Presence rows."""

    others_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        """Lives as long as the session: a look that still runs when the window closes would else be told last."""
        super().__init__(session)
        self._session = session
        self._station = session.services.new_id()
        self._since = time.time_ns() // 1000
        self._others: list[Presence] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)
        session.leaving.connect(self._part)

    def look(self) -> None:
        me = Presence(self._station, socket.gethostname(), os.getpid(), self._session.actor.name, self._since)
        register = self._session.register
        self._session.tasks.run(lambda: register.meet(me), self._on_met, lambda error: None)

    def _on_met(self, others: list[Presence]) -> None:
        others = [each for each in others if not _was_cut_off(each)]
        if others != self._others:
            self._others = others
            self.others_changed.emit(others)

    def _part(self) -> None:
        """A register that cannot be written any more forgets us by itself."""
        self._timer.stop()
        try:
            self._session.register.part(self._station)
        except SurroundingsFailed:
            return


def _was_cut_off(other: Presence) -> bool:
    """A program of this PC that ended without a good-bye, at a power cut for example."""
    return other.host == socket.gethostname() and not is_running(other.process)
