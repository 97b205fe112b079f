"""A person's secret: whether there is one, and the two lines that set another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.usecases.secrets import LONGEST, SHORTEST


class SecretPanel(QWidget):
    """Signals: `set_requested` with the secret; `removal_requested`. Nothing typed here is ever kept on disk."""

    set_requested = Signal(str)
    removal_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = Note(theme, self, icon="key", ink="ink2", role="body")
        self.open_button = Button("", theme, self, fit=Fit.BAR)
        self.remove = Button(self.tr("Take it away"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._asked = QWidget(self)
        self.first, self.again = self._line(theme), self._line(theme)
        help_ = self.tr("{count} characters or more. A sentence is easy to remember.").format(count=SHORTEST)
        self.first_row = FormRow(self.tr("New password"), self.first, theme, self._asked, help=help_)
        self.again_row = FormRow(self.tr("The same again"), self.again, theme, self._asked)
        self.save = Button(self.tr("Set the password"), theme, self._asked, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self._asked, weight=Weight.QUIET)
        self._lay_out(theme)
        self._connect()

    def _line(self, theme: Theme) -> SecretField:
        return SecretField(theme, self._asked, limit=LONGEST)

    def _lay_out(self, theme: Theme) -> None:
        u = theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u)
        column.addWidget(PlainLabel(self.tr("Password"), theme, self, role="section"))
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.open_button)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._asked)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(u)
        lines = QHBoxLayout()
        lines.setSpacing(theme.px(12))
        lines.addWidget(self.first_row)
        lines.addWidget(self.again_row)
        asked.addLayout(lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(u)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        asked.addLayout(buttons)
        self._asked.hide()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.cancel.clicked.connect(self.close_lines)
        self.save.clicked.connect(self._on_save_clicked)
        self.again.returnPressed.connect(self._on_save_clicked)
        self.remove.clicked.connect(self.removal_requested)

    def show_person(self, name: str, *, has_secret: bool, may_set: bool) -> None:
        asked = self.tr("{name} is asked for a password at sign-in and for each signature.")
        free = self.tr("{name} signs in without a password.")
        self.state.show_sentence((asked if has_secret else free).format(name=name))
        self.open_button.set_text(self.tr("Set another ...") if has_secret else self.tr("Set a password ..."))
        self.open_button.setVisible(may_set)
        self.remove.setVisible(may_set and has_secret)

    def _open(self) -> None:
        self._asked.show()
        self.open_button.hide()
        self.remove.hide()
        self.first.setFocus()

    def close_lines(self) -> None:
        if self._asked.isHidden():
            return
        self._asked.hide()
        self.first.clear()
        self.again.clear()
        self.set_wrong("")
        self.open_button.show()

    def set_wrong(self, sentence: str) -> None:
        self.first_row.set_wrong(sentence)
        self.again_row.set_wrong("")

    def _on_save_clicked(self) -> None:
        self.set_wrong("")
        if self.first.text() != self.again.text():
            self.again_row.set_wrong(self.tr("The two are not the same. Type them again."))
            self.again.setFocus()
        elif len(self.first.text()) < SHORTEST:
            self.set_wrong(self.tr("Use {count} characters or more.").format(count=SHORTEST))
            self.first.setFocus()
        else:
            self.set_requested.emit(self.first.text())
