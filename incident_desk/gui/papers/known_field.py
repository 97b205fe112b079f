"""Type to choose a knowledge record: its number, or words of its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.usecases.knowledge.rows import KnowledgeFilter, KnowledgeRow

_OFFERED = 500  # what changed last


class KnownField(PickField):
    """As a PickField of what incidents taught, read when the paper is chosen."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__([], theme, parent)
        self._session = session

    def read(self, record: str = "") -> None:
        """`record`: chosen once it is read, and said to be so."""

        def take(rows: Sequence[KnowledgeRow]) -> None:
            self.set_picks([Pick(row.id, row.number, row.title) for row in rows])
            number = next((row.number for row in rows if row.id == record), "")
            if number:
                self.set_chosen(record, number)
                self.id_chosen.emit(record)

        self._session.read(lambda queries: queries.knowledge().listed(KnowledgeFilter(), _OFFERED), take)
