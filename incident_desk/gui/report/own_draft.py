"""Whose half-written report it is: a draft belongs to a person; who is not signed in has one of their own.

What is written without a name is never on disk: until the window closes it is held for who wrote it.
"""

from __future__ import annotations

from typing import Any

from incident_desk.gui.session import Session
from incident_desk.support.drafts import DraftStore

SUBJECT = "report"  # nobody's; a person's own has their id behind it


def subject_of(person: str) -> str:
    return f"{SUBJECT} {person}" if person else SUBJECT


class OwnDraft:
    """The draft of one person at a time. `person` "" is nobody who is signed in."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = DraftStore(session.services.data_dir)
        self._held: dict[str, dict[str, Any]] = {}

    @property
    def present(self) -> str:
        """Who is at this PC now."""
        return self._session.actor.id or ""

    def find(self, person: str) -> dict[str, Any] | None:
        held = self._held.get(person)
        if held is not None:
            return held
        found = self._store.find(self._register, subject_of(person))
        return None if found is None else found.values

    def keep(self, person: str, values: dict[str, Any]) -> None:
        """Raises OSError when the disk refuses."""
        self._store.keep(self._register, subject_of(person), person, values)
        self._held.pop(person, None)

    def hold(self, person: str, values: dict[str, Any]) -> None:
        """In memory only."""
        self._held[person] = values

    def discard(self, person: str) -> None:
        self._held.pop(person, None)
        self._store.discard(self._register, subject_of(person))

    @property
    def _register(self) -> str:
        return self._session.names.settings.register_id
