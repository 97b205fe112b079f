"""Who printed a record, as lines of its journal. Read from the access log only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import Refused
from incident_desk.gui.session import Session
from incident_desk.usecases.access_log import AccessLine, access_page, as_journal_line, check_may_read
from incident_desk.usecases.access_rows import AccessFilter, AccessPage
from incident_desk.usecases.journal_lines import JournalLine

_AT_ONCE = 200


class PrintsRead(QObject):
    """Signal: `changed` when other lines are there. `lines` oldest first, as a journal has them; `sentence` says why
    there is none, or that older ones are still to be read.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._record = ""
        self._before: int | None = None
        self.lines: list[JournalLine] = []
        self.sentence = ""
        self.has_older = False

    def begin(self, record: str) -> None:
        """From the newest on."""
        self._record, self._before, self.lines, self.has_older = record, None, [], False
        self.sentence = ""
        self.read_older()

    def read_older(self) -> None:
        session, record, before = self._session, self._record, self._before
        wanted, wording = AccessFilter(record=record), session.wording
        try:
            check_may_read(session.actor, wanted)
        except Refused as refused:
            self.sentence = wording.refusal(refused)
            self.changed.emit()
            return

        def take(found: tuple[list[AccessLine], AccessPage]) -> None:
            if record == self._record and before == self._before:
                self._take(*found)

        session.read(lambda queries: access_page(queries, wanted, wording, before, _AT_ONCE), take)

    def _take(self, lines: Sequence[AccessLine], page: AccessPage) -> None:
        self.lines = [*(as_journal_line(line) for line in reversed(lines)), *self.lines]
        self._before, self.has_older = page.before, page.before is not None
        self.sentence = "" if self.lines or self.has_older else self.tr("Nobody has printed this record so far.")
        self.changed.emit()
