"""Nobody works here: after some minutes without a key or the mouse the window hides what it shows.

The window's own input events are watched, not those of the whole program: a filter there would be called for
every event of every object.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove, QEvent.Type.InputMethod,
    }
)  # fmt: skip
MINUTE_MS = 60_000


class IdleLock(QObject):
    """Signal: `idle`, when the person who is signed in has been away for as long as the register's settings say."""

    idle = Signal()

    def __init__(self, session: Session, window: QWidget, *, minute_ms: int = MINUTE_MS) -> None:
        super().__init__(window)
        self._session, self._window, self._minute_ms = session, window, minute_ms
        self._last = time.monotonic()
        self._watched: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        session.names_changed.connect(self.begin)
        session.actor_changed.connect(self.begin)
        window.installEventFilter(self)
        self.begin()

    @property
    def wanted(self) -> bool:
        """Somebody is signed in who could be mistaken for another."""
        people, actor = self._session.names.people, self._session.actor.id
        if actor is None or actor not in people:
            return False
        return people[actor].has_secret or sum(person.active for person in people.values()) > 1

    def begin(self) -> None:
        """Counts from now."""
        self._last = time.monotonic()
        if self.wanted:
            self._timer.start(self._limit_ms())
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                self._watch()
        elif event.type() in _INPUT:
            self._last = time.monotonic()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """The system's window is there once it is shown, and another one after some changes of it."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def _limit_ms(self) -> int:
        return self._session.names.settings.idle_minutes * self._minute_ms

    def _on_timeout(self) -> None:
        left = self._limit_ms() - round((time.monotonic() - self._last) * 1000)
        if left > 0:
            self._timer.start(left)
        else:
            self.idle.emit()
