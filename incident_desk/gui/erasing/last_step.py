"""The last question: in plain words what will be gone for ever."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.erasing.presenter import Erasing
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.usecases.erasing.places import said

_PLACES = 5


class LastStep(QWidget):
    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.what = PlainLabel("", theme, self)
        self.warning = Note(theme, self, role="body-strong")
        panel = Panel(self.tr("Is all of this to go?"), theme, self)
        panel.body.addWidget(self.what)
        panel.body.addWidget(self.warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_question(self, erasing: Erasing) -> None:
        self.what.setText("\n".join(self._lines(erasing)))
        self.warning.show_sentence(
            self.tr(
                "The old wording is gone for ever, from the history of the record too, and nobody can bring it back. "
                "Papers that were printed and backups still hold it."
            )
        )

    def _lines(self, erasing: Erasing) -> Iterator[str]:
        if erasing.scope is Scope.WHOLE:
            told = self.tr("Every text, name and file of {number} goes. Figures, dates and codes stay.")
            yield told.format(number=erasing.number)
            return
        found = erasing.found
        if found is None:
            return
        anew, gone, files = erasing.decisions.count()
        yield self.tr("Looked for: {names}").format(names=", ".join(found.words))
        if found.looks:
            yield self.tr("In %n incidents:", None, len(found.looks))
        yield from (
            line
            for count, line in (
                (anew, self.tr("%n texts are written anew.", None, anew)),
                (gone, self.tr("%n texts go as a whole.", None, gone)),
                (files, self.tr("%n files go.", None, files)),
            )
            if count
        )
        yield from self._of_the_person(erasing)
        texts, wording = self._session.wording.texts, self._session.wording
        places = [f"{look.number}, {said(place, wording)}" for look in found.looks for place in look.lost.open]
        yield from (texts.say("erasure.stays", place=place) for place in places[:_PLACES])
        if found.elsewhere:
            yield texts.say("erasure.elsewhere")
        if found.taught:
            yield texts.say("erasure.taught", numbers=", ".join(number for _, number in found.taught))

    def _of_the_person(self, erasing: Erasing) -> Iterator[str]:
        found = erasing.found
        if found is None or found.person is None:
            return
        told = self.tr("{name} goes off the list of people, with job, phone and password, and cannot sign in any more.")
        yield told.format(name=found.name)
        if found.pointing:
            texts = self._session.wording.texts
            name = texts.say("erasure.person", day="...")
            yield texts.count("erasure.pointing", found.pointing, name=name)
