"""Type to choose a record: a number, or words of what happened; the newest that fit are offered."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FoundRow

_THROTTLE_MS, _OFFERED = 150, 20


class RecordField(PickField):
    """As a PickField, but what is offered comes from the register. Signal: `number_missing` text that is no number."""

    number_missing = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None, *, placeholder: str = "") -> None:
        self._session = session
        self._asked = 0
        super().__init__([], theme, parent, placeholder=placeholder)
        self._soon = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._soon.timeout.connect(self._look)

    def text(self) -> str:
        return self._line.text().strip()

    def show_record(self, record: str, number: str) -> None:
        self._asked += 1
        self.set_chosen(record, number)

    def _on_edited(self, text: str) -> None:
        before, self._chosen = self._chosen, None
        self._asked += 1
        self.problem_found.emit("")
        if text.strip():
            self._soon.start()
        else:
            self._soon.stop()
            self._close_list()
        if before is not None:
            self.id_chosen.emit(None)

    def _look(self) -> None:
        asked, text, names = self._asked, self._line.text(), self._session.names

        def take(found: list[FoundRow]) -> None:
            if asked == self._asked and self._line.hasFocus():
                picks = [Pick(each.row.id, each.row.number, each.row.title) for each in found]
                self.set_picks(picks)
                self._offer(picks)

        self._session.read(lambda queries: find_records(queries, names, text, _OFFERED), take)

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not self.list_open:
            self._take_number()
            event.accept()
        else:
            super()._on_key_pressed(event)

    def _take_number(self) -> None:
        """Enter on a whole number, before anything was offered."""
        self._asked += 1
        self._soon.stop()
        asked, number = self._asked, self.text()

        def look(queries: Queries) -> tuple[str, str] | None:
            record = queries.find_incident(number) or queries.find_incident(number.upper())
            row = queries.row(record) if record else None
            return (row.id, row.number) if row else None

        def take(found: tuple[str, str] | None) -> None:
            if asked != self._asked:
                return
            if found is None:
                self.number_missing.emit(number)
            else:
                self.show_record(*found)
                self.id_chosen.emit(found[0])

        self._session.read(look, take)
