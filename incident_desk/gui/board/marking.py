"""Exactly one card of the board looks chosen; it is followed into whatever column it moves to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.board.column import ColumnList


class Marking(QObject):
    """Knows the card that a person marked last. Qt itself keeps one choice for each of the five lists, and makes up a
    new one when the chosen card leaves.
    """

    def __init__(self, lists: Mapping[Step, ColumnList], parent: QObject) -> None:
        super().__init__(parent)
        self._lists = lists
        self._marked = ""
        self._awaited: Step | None = None
        self._quiet = False
        for each in lists.values():
            each.marked.connect(self._on_marked)

    @property
    def marked(self) -> str:
        """The id of the card, or "" while none is."""
        return self._marked

    def follow(self, record: str, step: Step) -> None:
        """This card was moved: once it stands there it is marked, in sight, and has the keyboard."""
        self._marked, self._awaited = record, step

    @contextmanager
    def kept(self) -> Iterator[None]:
        """While the cards are shown anew."""
        before = self._holder()
        watched = before is not None and before.hasFocus()
        self._quiet = True
        yield
        self._show()
        holder = self._holder()
        arrived = self._awaited is not None and holder is self._lists[self._awaited]
        if holder is not None and (arrived or (watched and holder is not before)):
            holder.go_to(self._marked)
            self._awaited = None
        self._quiet = False

    def _holder(self) -> ColumnList | None:
        return next((each for each in self._lists.values() if self._marked and each.holds(self._marked)), None)

    def _on_marked(self, record: str) -> None:
        if not self._quiet:
            self._marked, self._awaited = record, None
            self._quiet = True
            self._show()
            self._quiet = False

    def _show(self) -> None:
        for each in self._lists.values():
            each.mark(self._marked)
