"""The journal beside the form, with a field for a note at its foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import AddNote
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.submission import Done


class JournalTab(QWidget):
    """Newest entry on top; below it the note field and the line that states the chain."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._position = 0
        self.journal = JournalView(theme, self)
        self.note = LineField(theme, self, placeholder=self.tr("Add a note for the journal"), limit=200_000)
        self.note.setAccessibleName(self.tr("Note for the journal"))
        self.write = Button(self.tr("Note it"), theme, self)
        self.write.hide()
        self._problem = Note(theme, self)
        row = QHBoxLayout()
        row.setSpacing(theme.u)
        row.addWidget(self.note, 1)
        row.addWidget(self.write)
        self.journal.foot.addLayout(row)
        self.journal.foot.addWidget(self._problem)
        self.journal.foot.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.u, 0, theme.u)
        column.addWidget(self.journal)
        self.note.returnPressed.connect(self._on_note_given)
        self.note.textChanged.connect(self._on_text_changed)
        self.note.refused.connect(self._problem.show_sentence)
        self.write.clicked.connect(self._on_note_given)
        presenter.chain_checked.connect(self._on_chain_checked)

    def show_view(self, view: IncidentView) -> None:
        session = self._presenter.session
        self.journal.set_lines(view.lines, session.names.settings.zone)
        may = session.actor.may(Role.COORDINATOR, Role.MANAGER) and not session.register.read_only
        self.note.setEnabled(may)
        if view.position != self._position:
            self._position = view.position
            sentence = self.tr("Entry {position}, the chain is being checked").format(position=view.position)
            self.journal.set_chain(sentence, unbroken=True)

    def is_touched(self) -> bool:
        return bool(self.note.text().strip())

    def _on_chain_checked(self, position: int, whole: bool) -> None:
        if whole:
            sentence = self.tr("Entry {position}, chain unbroken since the first report").format(position=position)
        else:
            sentence = self.tr("Something in this record was changed behind the program. Ask for a full check.")
        self.journal.set_chain(sentence, unbroken=whole)

    def _on_text_changed(self, text: str) -> None:
        self.write.setVisible(bool(text.strip()))
        self._problem.show_sentence("")

    def _on_note_given(self) -> None:
        text = self.note.text()

        def done(result: Done) -> None:
            if self.note.text() == text:
                self.note.clear()

        def refused(error: Refused) -> None:
            self._problem.show_sentence(self._presenter.session.wording.refusal(error))

        if text.strip():
            self._presenter.order([AddNote(text)], done=done, refused=refused)
