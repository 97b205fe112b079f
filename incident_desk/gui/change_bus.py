"""The change bus: what changed in the register, as ids, whoever changed it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from incident_desk.gui.tasks import TaskRunner
from incident_desk.usecases.watching import Watch

if TYPE_CHECKING:
    from incident_desk.usecases.ports import Queries

POLL_LOCAL_MS = 500
POLL_SERVER_MS = 2000


class ChangeBus(QObject):
    """Signals carry ids and nothing else; models re-read what they show.

    `written` whatever it was, the access log too; `incidents_changed` frozenset of ids; `directories_changed` people,
    places, settings or pack; `connection_changed` whether the register answers.
    """

    written = Signal()
    incidents_changed = Signal(object)
    directories_changed = Signal()
    connection_changed = Signal(bool)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._watch: Watch | None = None
        self._asking = False
        self._reached = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, queries: Queries, *, server: bool) -> None:
        """Looks for other people's changes from now on. Asks the register once, before any page reads it."""
        watch = Watch(queries, exact=not server)
        watch.begin()
        self._watch = watch
        self._timer.start(POLL_SERVER_MS if server else POLL_LOCAL_MS)

    def stop(self) -> None:
        self._timer.stop()
        self._watch = None

    def announce(self, changed: Iterable[tuple[str, str]]) -> None:
        """(kind, id) of what was written, by this program or another."""
        pairs = list(changed)
        incidents = frozenset(record for kind, record in pairs if kind == "incident")
        if any(kind in {"person", "place", "equipment", "settings", "pack"} for kind, _ in pairs):
            self.directories_changed.emit()
        if incidents:
            self.incidents_changed.emit(incidents)
        if pairs:
            self.written.emit()

    def _on_timeout(self) -> None:
        watch = self._watch
        if watch is None or self._asking:
            return
        self._asking = True
        self._tasks.run(watch.look, self._on_looked, self._on_unreachable)

    def _on_looked(self, changed: list[tuple[str, str]]) -> None:
        self._asking = False
        if changed:
            self.announce(changed)
        self._set_reached(True)

    def _on_unreachable(self, error: BaseException) -> None:
        self._asking = False
        self._set_reached(False)

    def _set_reached(self, reached: bool) -> None:
        if reached != self._reached:
            self._reached = reached
            self.connection_changed.emit(reached)
