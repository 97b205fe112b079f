"""What one should know of a backup before it is restored, and the questions: where to, why, and who accepts it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.choosing import PathField, Wanted
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.working import Working
from incident_desk.usecases.look_at_backup import BackupLook
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.verify_told import said
from incident_desk.usecases.wording import Wording

_NUMBERS_SHOWN, _BREAKS_SHOWN = 12, 3


class BackupFacts(QWidget):
    """Signal: `restore_requested` (path, reason, id of who accepts it or None). `go` is its button, placed by the
    sheet.
    """

    restore_requested = Signal(object, str, object)

    def __init__(self, wording: Wording, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.of_copy = False  # it is no backup but a register of another PC, which goes on there
        self._holds = PlainLabel("", theme, self, role="body-strong")
        self.kept = Note(theme, self, icon="circle-check", ink="ink", icon_ink="ok", role="body")
        self.lost = Note(theme, self, ink="ink", icon_ink="high", role="body")
        self.numbers = PlainLabel("", theme, self, role="body", ink="ink2", lines=4)
        self._checking = Working(theme, self)
        self.sound = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body")
        self.unsound = Note(theme, self, icon="shield-exclamation", ink="ink", icon_ink="crit", role="body")
        self.file = PathField(Wanted.NEW_FILE, self.tr("Where the new file goes"), theme, self,
                              names=self.tr("Registers (*.register)"))  # fmt: skip
        self.reason = LineField(theme, self)
        self._file_row = FormRow(self.tr("New file"), self.file, theme, self)
        why = self.tr("stands in the journal of the new file")
        self._reason_row = FormRow(self.tr("Why this is done"), self.reason, theme, self, hint=why)
        self.by = ChoiceField((), theme, self)
        self._by_row = FormRow(self.tr("Who does it"), self.by, theme, self)
        self.go = Button(self.tr("Restore this backup"), theme, parent, weight=Weight.PRIMARY, fit=Fit.LARGE)
        self._lay_out(theme)
        self.go.clicked.connect(self._on_go_clicked)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        column.addWidget(Rule(theme, self))
        for part in (self._holds, self.kept, self.lost, self.numbers, self._checking, self.sound, self.unsound):
            column.addWidget(part)
        column.addSpacing(theme.px(4))
        column.addWidget(self._file_row)
        column.addWidget(self._reason_row)
        column.addWidget(self._by_row)

    # --- what it holds ---

    def show_look(self, when: str, look: BackupLook, target: Path, last_person: str | None) -> None:
        holds = self.tr("%n records, as they stood on {when}", "", look.incidents).format(when=when)
        self._holds.setText(f"{look.organisation}: {holds}" if look.organisation else holds)
        self._show_loss(look)
        self.sound.show_sentence("")
        self.unsound.show_sentence("")
        self._checking.start(self.tr("Every entry in it is being checked."))
        self.by.set_options(look.people)
        if last_person in dict(look.people) and self.by.code() is None:
            self.by.set_code(last_person)
        self._by_row.setVisible(bool(look.people))
        self.file.set_path(target)
        self._file_row.set_wrong("")
        self.show()
        self.go.show()

    def _show_loss(self, look: BackupLook) -> None:
        loss = look.loss
        self.kept.show_sentence("")
        self.lost.show_sentence("")
        if self.of_copy:  # the other one goes on, so nothing is lost
            return
        if not look.seen_here and not loss.numbers:
            self.lost.show_sentence(
                self.tr("This PC does not know what was written after this backup. It would be missing.")
            )
        elif not loss.entries and not loss.numbers:
            self.kept.show_sentence(self.tr("As far as this PC knows, nothing would be missing."))
        else:
            self.lost.show_sentence(self._missing(loss.entries, len(loss.numbers)))
        self.numbers.setText(self._said_numbers(loss.numbers))
        self.numbers.setVisible(bool(loss.numbers))

    def _missing(self, entries: int, records: int) -> str:
        said = []
        if entries:
            said.append(
                self.tr("%n entries of the journal were written after this backup and would be missing.", "", entries)
            )
        if records:
            said.append(self.tr("%n records are not in it:", "", records))
        return " ".join(said)

    def _said_numbers(self, numbers: Sequence[str]) -> str:
        shown, more = numbers[:_NUMBERS_SHOWN], len(numbers) - _NUMBERS_SHOWN
        said = ", ".join(shown)
        return self.tr("{numbers} and %n more", "", more).format(numbers=said) if more > 0 else said

    # --- whether it holds ---

    def show_checking(self, done: int, of: int) -> None:
        self._checking.show_progress(done, of)

    def hide_checking(self) -> None:
        self._checking.finish()

    def show_checked(self, breaks: Sequence[VerifyBreak]) -> None:
        self.hide_checking()
        if not breaks:
            self.sound.show_sentence(self.tr("It is whole: every entry in it holds."))
            return
        told = [said(each, self._wording) for each in breaks[:_BREAKS_SHOWN]]
        advice = [] if self.of_copy else [self.tr("Choose an older backup if there is one.")]
        self.unsound.show_sentence(" ".join([self.tr("Not everything in it holds."), *told, *advice]))

    # --- restoring ---

    def say_wrong_file(self, sentence: str) -> None:
        self._file_row.set_wrong(sentence)
        self._file_row.focus_field()

    def _on_go_clicked(self) -> None:
        path = self.file.path()
        if path is None or not path.is_absolute():
            self.say_wrong_file(self.tr("Choose a place, or write the whole path."))
        elif self.by.count() and self.by.code() is None:
            self._by_row.set_missing(True)
            self._by_row.focus_field()
        else:
            self._by_row.set_missing(False)
            self.restore_requested.emit(path, self.reason.text().strip(), self.by.code())
