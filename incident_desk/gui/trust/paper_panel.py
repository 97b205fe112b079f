"""A PDF file held against the register: chosen or dropped, read, and answered in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.check import check_paper
from incident_desk.usecases.checking.told import details, said

ENDINGS = frozenset({".pdf"})
_OPEN = frozenset(
    {
        PaperAnswer.NO_DATA,
        PaperAnswer.PAGES_UNPROVED,
        PaperAnswer.ERASED_SINCE,
        PaperAnswer.OTHER_REGISTER,
        PaperAnswer.LIST_UNKNOWN,
    }
)


class PaperPanel(Panel):
    """Signals: `open_requested`, `print_requested`: id of the record that the paper is about; `answered`."""

    open_requested = Signal(str)
    print_requested = Signal(str)
    answered = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Is this paper one of ours, and unchanged?"), theme, parent)
        self._session, self._theme = session, theme
        self._record = ""
        self._teller: ProgressTeller | None = None
        self.choose_button = Button(
            self.tr("Choose a PDF file ..."), theme, self, weight=Weight.PRIMARY, icon="file-text"
        )
        self.name = PlainLabel("", theme, self, role="body-strong", lines=1)
        self.working = Working(theme, self)
        self.holds = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body-strong")
        self.unsure = Note(theme, self, icon="info-circle", ink="ink", icon_ink="petrol", role="body-strong")
        self.broken = Note(theme, self, icon="shield-exclamation", ink="crit", role="body-strong")
        self.told = QVBoxLayout()
        self.open_button = Button(self.tr("Open the record"), theme, self)
        self.print_button = Button(self.tr("Print it again"), theme, self, icon="printer")
        self._lay_out()
        self._connect()
        self._show_nothing()

    def _lay_out(self) -> None:
        told = self.tr(
            "Choose a file that was printed or saved from this register, or drop it anywhere on the window. The "
            "program says whether it is unchanged, and what has changed in the record since."
        )
        self.body.addWidget(PlainLabel(told, self._theme, self, ink="ink2"))
        chosen = FlowRow(self._theme, self, gap=16)
        chosen.add(self.choose_button)
        self.body.addWidget(chosen)
        self.body.addWidget(self.working)
        self.body.addWidget(self.name)
        for part in (self.holds, self.unsure, self.broken):
            self.body.addWidget(part)
        self.told.setSpacing(self._theme.px(6))
        self.body.addLayout(self.told)
        buttons = FlowRow(self._theme, self)
        buttons.add(self.open_button, self.print_button)
        self.body.addWidget(buttons)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose)
        self.working.stop_requested.connect(self._on_stop)
        self.open_button.clicked.connect(lambda: self.open_requested.emit(self._record))
        self.print_button.clicked.connect(lambda: self.print_requested.emit(self._record))

    def _on_choose(self) -> None:
        names = f"{self.tr('PDF files')} (*.pdf)"
        choose(self, Wanted.FILE, self.tr("Choose a paper"), documents_folder(), self.take, names)

    # --- checking ---

    def take(self, path: Path) -> None:
        """Reads the file and says what it is. A file that comes meanwhile takes the place of the one before."""
        self.stop()
        session = self._session
        services, register, teller = session.services, session.register, ProgressTeller(self, session.tasks)
        self._teller = teller
        self._show_nothing()
        self.name.setText(path.name)
        self.name.show()
        self.working.start(self.tr("The file is read and compared with the register."), can_stop=True)
        teller.carry_out(
            session.tasks,
            lambda progress: check_paper(services, register, path, progress),
            lambda check: self._on_checked(teller, check),
            lambda error: self._on_failed(teller, error),
        )

    def stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()
            self._finish()

    def _on_stop(self) -> None:
        self.stop()
        self._show_nothing()
        self.choose_button.setFocus()

    def _finish(self) -> None:
        self._teller = None
        self.working.finish()

    def _on_failed(self, teller: ProgressTeller, error: BaseException) -> None:
        if teller is self._teller:
            self._finish()
            self._show_nothing()
            self._session.explain(error)

    def _on_checked(self, teller: ProgressTeller, check: PaperCheck) -> None:
        if teller is not self._teller:
            return
        self._finish()
        wording = self._session.wording
        sentence = said(check, wording)
        note = self.holds if check.holds else self.unsure if check.answer in _OPEN else self.broken
        note.show_sentence(sentence)
        announce(self, sentence)
        for each in details(check, wording):
            self.told.addWidget(SelectableText(each, self._theme, self, ink="ink2"))
        self._record = check.record if check.present else ""
        self.open_button.setVisible(bool(self._record))
        self.print_button.setVisible(bool(self._record))
        QTimer.singleShot(0, self, self.answered.emit)  # once it stands

    def _show_nothing(self) -> None:
        self._record = ""
        self.name.hide()
        for note in (self.holds, self.unsure, self.broken):
            note.show_sentence("")
        while (item := self.told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.open_button.hide()
        self.print_button.hide()
