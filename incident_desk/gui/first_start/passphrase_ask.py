"""Asking for the passphrase of a register, or for its recovery key, where somebody wants to open it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.support.texts import Texts
from incident_desk.usecases.unlocking import LONGEST
from incident_desk.usecases.wording import Wording


class PassphraseAsk(QWidget):
    """Signal: `unlock_requested` with what was typed, and whether it is the recovery key. Nothing of it is kept."""

    unlock_requested = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.passphrase = SecretField(theme, self, limit=LONGEST)
        self.key = LineField(theme, self, limit=LONGEST)
        sheet = self.tr("14 groups from the printed sheet; blanks, large and small letters do not matter")
        self.passphrase_row = FormRow(self.tr("Passphrase"), self.passphrase, theme, self)
        self.key_row = FormRow(self.tr("Recovery key"), self.key, theme, self, help=sheet)
        self.go = Button(self.tr("Open"), theme, self, weight=Weight.PRIMARY, fit=Fit.LARGE)
        self.other = Button("", theme, self, weight=Weight.QUIET, fit=Fit.LARGE)
        self._by_key = False
        self._lay_out(theme)
        self._choose(by_key=False)
        self.go.clicked.connect(self._on_go)
        self.passphrase.returnPressed.connect(self._on_go)
        self.key.returnPressed.connect(self._on_go)
        self.other.clicked.connect(lambda: self._choose(by_key=not self._by_key))

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.u)
        column.addWidget(self.passphrase_row)
        column.addWidget(self.key_row)
        row = QHBoxLayout()
        row.setSpacing(theme.u)
        row.addWidget(self.go)
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def row(self) -> FormRow:
        """The line that is asked for now."""
        return self.key_row if self._by_key else self.passphrase_row

    def _choose(self, *, by_key: bool) -> None:
        self._by_key = by_key
        self.passphrase_row.setVisible(not by_key)
        self.key_row.setVisible(by_key)
        self.other.set_text(self.tr("Use the passphrase") if by_key else self.tr("Use the recovery key"))
        self.row.focus_field()

    def _on_go(self) -> None:
        typed = (self.key if self._by_key else self.passphrase).text()
        self.unlock_requested.emit(typed, self._by_key)

    def show_refused(self, refused: Refused) -> None:
        """At the field, which for a passphrase begins anew; a key of 56 letters is compared and mended."""
        if not self._by_key:
            self.passphrase.clear()
        self.row.set_wrong(Wording(Texts(language())).refusal(refused))
        self.row.focus_field()

    def focus_first(self) -> None:
        self.row.focus_field()
