"""The journal beside the form, with a field for a note at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import AddNote
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.incident.journal_bar import JournalBar
from incident_desk.gui.incident.journal_menu import JournalMenu
from incident_desk.gui.incident.looking_back import LookingBack
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.prints_read import PrintsRead
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.journal_filter import Group, chosen, people_in
from incident_desk.usecases.journal_lines import JournalLine
from incident_desk.usecases.submission import Done


class JournalTab(QWidget):
    """Newest entry on top, as far as the bar lets it through; below it what can be asked of the entries that are
    selected, the note field and the line that states the chain.
    """

    def __init__(self, presenter: IncidentPresenter, looking: LookingBack, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._looking = presenter, looking
        self._position = 0
        self._record = ""
        self._lines: Sequence[JournalLine] = ()
        self.prints = PrintsRead(presenter.session, self)
        self.journal = JournalView(theme, self)
        self.bar = JournalBar(theme, self)
        self.nothing = PlainLabel("", theme, self, ink="ink3")
        self.all = Button(self.tr("Show all entries"), theme, self, fit=Fit.BAR)
        self.older = Button(self.tr("Look further back"), theme, self, fit=Fit.BAR)
        self.here = Button(self.tr("As of here"), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="history")
        self.beside = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="columns-3")
        self.note = LineField(theme, self, placeholder=self.tr("Add a note for the journal"), limit=200_000)
        self.note.setAccessibleName(self.tr("Note for the journal"))
        self.write = Button(self.tr("Note it"), theme, self)
        self.write.hide()
        self._problem = Note(theme, self)
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        head, foot = self.journal.head, self.journal.foot
        head.addWidget(self.bar)
        head.addWidget(self.nothing)
        head.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked = FlowRow(theme, self, gap=6, between=4)
        self._asked.add(self.here, self.beside)
        row = QHBoxLayout()
        row.setSpacing(theme.u)
        row.addWidget(self.note, 1)
        row.addWidget(self.write)
        foot.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._asked)
        foot.addLayout(row)
        foot.addWidget(self._problem)
        foot.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.u, 0, theme.u)
        column.addWidget(self.journal)

    def _connect(self) -> None:
        entries = self.journal.list
        self.note.returnPressed.connect(self._on_note_given)
        self.note.textChanged.connect(self._on_text_changed)
        self.note.refused.connect(self._problem.show_sentence)
        self.write.clicked.connect(self._on_note_given)
        self._presenter.chain_checked.connect(self._on_chain_checked)
        self.bar.changed.connect(self._on_filter_changed)
        self.prints.changed.connect(self._show_lines)
        self.all.clicked.connect(self.bar.clear)
        self.older.clicked.connect(self.prints.read_older)
        self.here.clicked.connect(self._on_here)
        self.beside.clicked.connect(self._on_beside)
        entries.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        entries.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        entries.customContextMenuRequested.connect(self._on_menu_requested)
        entries.activated.connect(self._on_here)

    def show_view(self, view: IncidentView) -> None:
        session = self._presenter.session
        self._lines = view.lines
        if view.id != self._record:
            self._record = view.id
            self.bar.clear()
        self._show_lines()
        may = session.actor.may(Role.COORDINATOR, Role.MANAGER) and not session.register.read_only
        self.note.setEnabled(may)
        if view.position != self._position:
            self._position = view.position
            sentence = self.tr("Entry {position}, the chain is being checked").format(position=view.position)
            self.journal.set_chain(sentence, unbroken=True)

    # --- which entries ---

    def _on_filter_changed(self) -> None:
        if self.bar.group is Group.PRINTED:
            self.prints.begin(self._record)
        self._show_lines()

    def _show_lines(self) -> None:
        printed = self.bar.group is Group.PRINTED
        lines = self.prints.lines if printed else self._lines
        self.bar.people = people_in(lines)
        wanted = self.bar.wanted()
        found = chosen(lines, wanted) if wanted.is_set else lines
        self.journal.set_lines(found, self._presenter.session.names.settings.zone)
        sentence = self.prints.sentence if printed else ""
        if not found and wanted.is_set and not sentence:
            sentence = self.tr("No entry fits. Take a filter away, or look for another word.")
        self.nothing.setText(sentence)
        self.nothing.setVisible(bool(sentence))
        self.all.setVisible(bool(sentence))
        self.older.setVisible(printed and self.prints.has_older)
        self._offer()

    # --- what is asked of them ---

    def _offer(self) -> None:
        """As of one entry; two side by side, or one beside now."""
        chosen_ones = [] if self.bar.group is Group.PRINTED else self.journal.selected()
        self.here.setVisible(len(chosen_ones) == 1)
        can = len(chosen_ones) == 2 or (len(chosen_ones) == 1 and chosen_ones[0].position < self._position)
        self.beside.set_text(self.tr("Compare the two") if len(chosen_ones) == 2 else self.tr("Compare with now"))
        self.beside.setVisible(can)
        self._asked.arrange()

    def _on_here(self) -> None:
        found = self.journal.selected()
        if len(found) == 1 and self.bar.group is not Group.PRINTED:
            self._looking.show_entry(found[0].position)

    def _on_beside(self) -> None:
        found = self.journal.selected()
        if found:
            self._looking.compare(found[0].position, found[-1].position if len(found) == 2 else self._position)

    def _on_menu_requested(self, at: QPoint) -> None:
        found = self.journal.selected()
        if found and len(found) <= 2 and self.bar.group is not Group.PRINTED:
            other = found[1] if len(found) == 2 else None
            menu = JournalMenu(found[0], other, self._position, self._looking, self)
            menu.open_at(self.journal.list.viewport().mapToGlobal(at))

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
