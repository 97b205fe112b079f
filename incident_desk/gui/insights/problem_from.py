"""A problem opened from what comes again: proposed with its incidents, opened by a person alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge import FORMS, TITLE, KnowledgeKind
from incident_desk.domain.knowledge_orders import OpenKnowledge
from incident_desk.gui.forms.form_popover import FormPopover
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Done

_MOST = 100  # incidents taken in at one time


class ProblemFrom(QObject):
    """Asks for a title in place. Signal: `opened` id of the problem."""

    opened = Signal(str)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._theme, self._page = session, theme, page
        self.popover: FormPopover | None = None

    def ask(self, behind: IncidentFilter, title: str, button: QWidget) -> None:
        """`behind`: the incidents it is about; their category and place become the problem's."""
        form = FORMS[KnowledgeKind.PROBLEM]
        popover = FormPopover(
            said(form.one), said(form.explained), self.tr("Open it"), [TITLE], self._session, self._theme, self._page
        )
        popover.form.write(TITLE.key, title)
        popover.given.connect(lambda given: self._read_incidents(behind, given))
        popover.closed.connect(self._forget)
        self.popover = popover
        popover.open_at(QRect(button.mapTo(self._page, QPoint(0, 0)), button.size()))

    def close(self) -> None:
        if self.popover is not None:
            self.popover.close_popover()

    def _forget(self) -> None:
        self.popover = None

    def _read_incidents(self, behind: IncidentFilter, given: Mapping[str, Any]) -> None:
        self._session.read(
            lambda queries: [row.id for row in queries.incidents(behind, limit=_MOST)],
            lambda incidents: self._open(behind, given, incidents),
        )

    def _open(self, behind: IncidentFilter, given: Mapping[str, Any], incidents: Sequence[str]) -> None:
        about = {"category": behind.category, "place": next(iter(behind.places), None)}
        fields = {key: value for key, value in about.items() if value} | dict(given)

        def refused(why: Refused) -> None:
            if self.popover is not None:
                self.popover.refuse(why)
            else:
                self._session.explain(why)

        def done(result: Done) -> None:
            self.close()
            self.opened.emit(result.id)

        order = OpenKnowledge(str(KnowledgeKind.PROBLEM), fields, tuple(incidents))
        self._session.submit(None, (order,), done=done, refused=refused, undoable=False)
