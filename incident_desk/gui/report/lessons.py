"""Beside the report: what is known already where it happened, for who may read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.link_line import LinkLine
from incident_desk.usecases.knowledge.around import lessons_for
from incident_desk.usecases.knowledge.rows import KnowledgeRow

_MOST = 3
_APPLIES = ("place", "category", "equipment")


class ReportLessons(LinkLine):
    """Asks the register when the place is another one, not for each letter. Signal: `opened` id of an article."""

    opened = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._asked: dict[str, Any] = {}

    def show_for(self, values: Mapping[str, Any]) -> None:
        """Of a report with these values. Who has not said who they are reads no articles, and is shown none."""
        known = self._session.actor.id is not None or not self._session.names.people
        wanted = {key: values[key] for key in _APPLIES if values.get(key)} if known else {}
        if wanted == self._asked:
            return
        self._asked = wanted
        if not wanted:
            self.say("")
            return
        self._session.read(lambda queries: lessons_for(queries, wanted), partial(self._take, wanted))

    def _take(self, asked: Mapping[str, Any], rows: Sequence[KnowledgeRow]) -> None:
        if asked != self._asked:
            return
        ways = [(row.title, partial(self.opened.emit, row.id)) for row in rows[:_MOST]]
        self.say(self.tr("What was learnt here before:") if rows else "", ways)
