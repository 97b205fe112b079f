"""Whether the program ended badly last time, and the mark by which the next start knows of this one."""

from __future__ import annotations

import logging
import signal
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from incident_desk.support.running import BadEnd, RunningMark, bad_ends

log = logging.getLogger("incident_desk.crash")
_STILL_HERE_MS = 60_000  # after which a system that was about to end everything has changed its mind
_ASKED = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class BadEnds(QObject):
    """Lives as long as the application."""

    def __init__(self, application: QApplication, data_dir: Path) -> None:
        super().__init__(application)
        self._application = application
        self._left = bad_ends(data_dir)
        self._mark: RunningMark | None = None
        try:
            self._mark = RunningMark(data_dir)
        except OSError:
            log.warning("no mark could be made that the program runs")
        self._still_here = QTimer(self, singleShot=True, interval=_STILL_HERE_MS)
        self._still_here.timeout.connect(lambda: self._say_leaving(False))
        application.commitDataRequest.connect(self._on_session_ends)

    def of(self, register_id: str) -> list[BadEnd]:
        """Those that are told where this register is open, once. Another one is looked through when that is opened."""
        here = [end for end in self._left if end.register_id in {"", register_id}]
        self._left = [end for end in self._left if end not in here]
        return here

    @property
    def mark(self) -> Path | None:
        """The file by which others know that this program runs."""
        return None if self._mark is None else self._mark.path

    def now_open(self, register_id: str, address: str) -> None:
        """To be said off the UI thread: it waits for the disk."""
        if self._mark is not None:
            with suppress(OSError):
                self._mark.say_register(register_id, address)

    def end_when_asked_to(self) -> None:
        """Whoever ends the program by a signal finds it saving and closing as by the cross in the corner."""
        for number in _ASKED:
            signal.signal(number, lambda *_: self._application.exit())

    def end(self) -> None:
        """As it should."""
        for number in _ASKED:
            signal.signal(number, signal.SIG_DFL)
        if self._mark is not None:
            self._mark.end()
            self._mark = None

    def _on_session_ends(self) -> None:
        self._say_leaving(True)
        self._still_here.start()

    def _say_leaving(self, leaving: bool) -> None:
        if self._mark is not None:
            with suppress(OSError):
                self._mark.say_leaving(leaving)
