"""Earlier incidents that tell of much the same, below the story. Looked up off the UI thread, whenever it was saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.similar import Similar, similar_to

_ASKED_BY = ("title", "what_happened", "category", "place")


class SimilarPart(Part):
    """Hidden while nothing is like it. One press opens an incident, Back leads here again."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._asked: tuple[object, ...] = ()
        self.buttons: list[Button] = []
        self._head = PlainLabel(self.tr("Looks like earlier incidents"), theme, self, role="hint-strong", ink="ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self._head)
        self.hide()

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        asked = (view.id, *(view.values.get(key) for key in _ASKED_BY))
        if asked == self._asked:
            return
        self._asked = asked
        record = view.incident.record

        def found(similar: Sequence[Similar]) -> None:
            if asked == self._asked:  # else it answers an older text
                self._show(similar, moments)

        # Nobody is told of trouble: what is offered here nobody has asked for.
        self.session.read(lambda queries: similar_to(queries, record), found, lambda _: None)

    def _show(self, similar: Sequence[Similar], moments: Moments) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(each, moments) for each in similar]
        for button in self.buttons:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(similar))

    def _button(self, similar: Similar, moments: Moments) -> Button:
        row = similar.row
        words = f"{row.number}  {row.title} ({_standing(row)}, {moments.at(row.opened_at)})"
        button = Button(words, self.theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        button.clicked.connect(lambda: self.presenter.other_requested.emit(row.id))
        return button


def _standing(row: IncidentRow) -> str:
    return said(STEP_NAMES[row.step]) if row.status is Status.OPEN and row.step else said(STATUS_NAMES[row.status])
