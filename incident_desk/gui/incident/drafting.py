"""Drafts of an incident's fields: typed text is on disk within two seconds, one write at a time, last one wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from incident_desk.gui.session import Session
from incident_desk.support.drafts import Draft, DraftStore


class DraftKeeper(QObject):
    """Signals: `kept` when a draft is on disk; `failed` when the disk refused it."""

    kept = Signal()
    failed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._store = DraftStore(session.services.data_dir)
        self._running = False
        self._next: Callable[[], bool] | None = None

    def keep(self, record: str, position: int, fields: dict[str, Any]) -> None:
        """Writes what is typed, off the UI thread."""
        self._run(lambda: self._keep(record, position, fields))

    def keep_now(self, record: str, position: int, fields: dict[str, Any]) -> None:
        """Writes at once: the page is about to close. Raises OSError when the disk refuses."""
        self._next = None
        self._report(self._keep(record, position, fields))

    def discard(self, record: str) -> None:
        """Everything is saved in the register."""

        def forget() -> bool:
            self._store.discard(self._register, self._subject(record))
            return False

        self._run(forget)

    def find(self, record: str) -> Draft | None:
        """What this person typed earlier and was not saved."""
        return self._store.find(self._register, self._subject(record))

    @property
    def _register(self) -> str:
        return self._session.names.settings.register_id

    @property
    def _person(self) -> str:
        return self._session.actor.id or ""

    def _subject(self, record: str) -> str:
        """Two people at one PC do not overwrite each other's drafts."""
        return f"incident {record} {self._person}".rstrip()

    def _keep(self, record: str, position: int, fields: dict[str, Any]) -> bool:
        values = {"position": position, "fields": fields}
        self._store.keep(self._register, self._subject(record), self._person, values)
        return True

    def _run(self, work: Callable[[], bool]) -> None:
        if self._running:
            self._next = work
            return
        self._running = True
        self._session.tasks.run(work, self._on_done, self._on_failed)

    def _on_done(self, kept: bool) -> None:
        self._report(kept)
        self._go_on()

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit()
        self._go_on()

    def _report(self, kept: bool) -> None:
        if kept:
            self.kept.emit()

    def _go_on(self) -> None:
        self._running = False
        following, self._next = self._next, None
        if following is not None:
            self._run(following)
