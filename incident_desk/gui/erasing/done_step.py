"""What was erased, what was left, and which copies of the register still hold it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.erasing.presenter import Finished
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel, Rule
from incident_desk.usecases.erasing.places import said


class DoneStep(QWidget):
    """Signals: `open_requested` id of the incident; `wipe_requested`; `again_requested` for what was left."""

    open_requested = Signal(str)
    wipe_requested = Signal()
    again_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._incident = ""
        self.sentence = Note(theme, self, icon="circle-check", ink="ink", icon_ink="ok", role="panel")
        self.details = PlainLabel("", theme, self, ink="ink2")
        self.left_told = Note(theme, self, ink="high", role="body-strong")
        self.left = FactList(theme, self)
        self.wiped = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body")
        self.traces = Note(theme, self, ink="high", role="body-strong")
        self.copies_told = PlainLabel("", theme, self, role="body-strong")
        self.copies = SelectableText("", theme, self, ink="ink2")
        self.elsewhere = PlainLabel("", theme, self, role="hint", ink="ink3")
        self.wipe = Button(self.tr("Take the traces away"), theme, self)
        self.again = Button(self.tr("Look at what was left"), theme, self)
        self.open_button = Button(self.tr("Open the incident"), theme, self)
        self.copy = Button(self.tr("Copy the list"), theme, self, icon="copy")
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        panel = Panel("", theme, self)
        buttons = FlowRow(theme, panel)
        buttons.add(self.open_button, self.again, self.wipe, self.copy)
        for part in (
            self.sentence, self.details, self.left_told, self.left, self.wiped, self.traces, Rule(theme, self),
            self.copies_told, self.copies, self.elsewhere, buttons,
        ):  # fmt: skip
            panel.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def _connect(self) -> None:
        self.wipe.clicked.connect(self.wipe_requested)
        self.again.clicked.connect(self.again_requested)
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self._incident))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.copies.text()))

    def show_finished(self, told: Finished) -> None:
        wording = self._session.wording
        texts, count = wording.texts, len(told.done)
        self._incident = told.done[0].done.id if count == 1 else ""
        if count == 1:
            sentence = texts.say("erasure.done", number=told.done[0].done.number)
        elif count:
            sentence = self.tr(
                "Erased in %n incidents. The signatures stay valid: no statement was changed.", None, count
            )
        else:
            sentence = self.tr("No incident was changed.")
        self.sentence.show_sentence(sentence)
        self.details.setText("\n".join(self._details(told)))
        self.details.setVisible(bool(self.details.text()))
        self.left_told.show_sentence(self.tr("%n were left as they are.", None, len(told.left)) if told.left else "")
        self.left.show_facts([(each.number, wording.refusal(each.reason)) for each in told.left])
        self.again.setVisible(bool(told.left))
        self.open_button.setVisible(bool(self._incident))
        self.show_wiped(told.wiped)
        self._show_copies([str(each) for each in told.copies])

    def _details(self, told: Finished) -> Iterator[str]:
        wording = self._session.wording
        say = wording.texts.say
        for each in told.done:
            yield from (say("erasure.file_kept", place=said(place, wording)) for place in each.kept)
            yield from (say("erasure.stays", place=said(place, wording)) for place in each.open)
        if told.person:
            yield say("erasure.person_done", name=told.person)
        if told.waits:
            yield say("erasure.person_waits")

    def show_wiped(self, wiped: bool) -> None:
        told = self.tr("The register file still holds traces, because somebody else is reading in it. Close it on the "
                       "other PCs, then press Take the traces away.")  # fmt: skip
        self.wiped.show_sentence(self._session.wording.texts.say("erasure.wiped") if wiped else "")
        self.traces.show_sentence("" if wiped else told)
        self.wipe.setVisible(not wiped)

    def _show_copies(self, copies: list[str]) -> None:
        told = self._session.wording.texts.count("erasure.copies", len(copies))
        self.copies_told.setText(told if copies else self.tr("No copy is known that still holds it."))
        self.copies.setText("\n".join(copies))
        self.copies.setVisible(bool(copies))
        self.copy.setVisible(bool(copies))
        self.elsewhere.setText(
            self.tr(
                "Copies that somebody made elsewhere, printed papers and saved lists are not known here: look there."
            )
        )
