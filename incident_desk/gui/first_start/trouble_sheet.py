"""A register that cannot be opened: what happened and what can be done. Nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.first_start.open_form import said_address
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.support.addresses import is_server, user_of, with_password
from incident_desk.usecases.whereabouts import FROM_ELSEWHERE

BROKEN = frozenset({"register_empty", "not_a_register", "register_damaged", "disk_failed", "database_failed"})
GONE = frozenset({"register_missing"})
OLDER = "register_older"
LOGIN = "server_login"
ON_NETWORK = "register_on_network"


class TroubleSheet(Panel):
    """Signals: `restore_requested`; `upgrade_requested`; `again_requested`; `read_requested`: opened so that nothing
    can be changed; `moved_requested`: it was carried to this PC; `new_requested`: another register is made from it;
    `other_requested`: back to the first sheet; `found` address of the file where it is now, or of the server with the
    password that was typed.
    """

    restore_requested = Signal()
    upgrade_requested = Signal()
    again_requested = Signal()
    read_requested = Signal()
    moved_requested = Signal()
    new_requested = Signal()
    other_requested = Signal()
    found = Signal(str)

    def __init__(self, address: str, code: str, sentence: str, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._address, self._code = address, code
        sign = {"icon": "info-circle", "icon_ink": "petrol"} if code == FROM_ELSEWHERE else {"icon_ink": "crit"}
        self.sentence = Note(theme, self, text=sentence, ink="ink", role="body", **sign)
        self.password = self._ask_password(address) if code == LOGIN and is_server(address) else None
        self.buttons = self._choose_buttons()
        self._lay_out()
        self.setAccessibleName(sentence)

    def _ask_password(self, address: str) -> FormRow:
        """It is kept in no file of this PC, so it is asked for at each start."""
        field = SecretField(self._theme, self)
        label = self.tr("Password of {name}").format(name=user_of(address)) if user_of(address) else self.tr("Password")
        hint = self.tr("used now and kept in no file; your server's own password file works too")
        field.returnPressed.connect(self._log_in)
        return FormRow(label, field, self._theme, self, hint=hint)

    def _log_in(self) -> None:
        field = self.password.field if self.password is not None else None
        if isinstance(field, LineField) and field.text():
            self.found.emit(with_password(self._address, field.text()))
        elif self.password is not None:
            self.password.set_missing(True)

    def _choose_buttons(self) -> Sequence[Button]:
        local = "://" not in self._address
        offers: list[tuple[str, Callable[[], None]]] = []
        if self._code == OLDER and local:
            offers.append((self.tr("Back it up and bring it up to date"), self.upgrade_requested.emit))
        if local and self._code in BROKEN | GONE:
            offers.append((self.tr("Restore a backup ..."), self.restore_requested.emit))
        if local and self._code in GONE:
            offers.append((self.tr("Look for the file ..."), self._look_for_it))
        if self.password is not None:
            offers.append((self.tr("Open"), self._log_in))
        if self._code == FROM_ELSEWHERE:
            offers.append((self.tr("It was moved here"), self.moved_requested.emit))
            offers.append((self.tr("Only read it"), self.read_requested.emit))
            offers.append((self.tr("Make a new register from it ..."), self.new_requested.emit))
        elif self._code == ON_NETWORK:
            offers.append((self.tr("Only read it"), self.read_requested.emit))
        elif self._code != OLDER:
            offers.append((self.tr("Try again"), self.again_requested.emit))
        buttons = [
            self._button(words, do, Weight.NORMAL if number else Weight.PRIMARY)
            for number, (words, do) in enumerate(offers)
        ]
        return [*buttons, self._button(self.tr("Another register"), self.other_requested.emit, Weight.QUIET)]

    def _button(self, words: str, do: Callable[[], None], weight: Weight) -> Button:
        button = Button(words, self._theme, self, weight=weight, fit=Fit.LARGE)
        button.clicked.connect(lambda _=False: do())
        return button

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        title = self.tr("“{name}” did not open")
        if self._code == FROM_ELSEWHERE:
            title = self.tr("Was “{name}” moved to this PC?")
        title = title.format(name=said_address(self._address)[0])
        column.addWidget(PlainLabel(title, self._theme, self, role="page-title"))
        column.addWidget(self.sentence)
        detail = said_address(self._address)[1]
        column.addWidget(PlainLabel(detail, self._theme, self, role="hint", ink="ink3"))
        if self.password is not None:
            column.addWidget(self.password)
        row = QHBoxLayout()
        row.setSpacing(u)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addLayout(column)

    def focus_first(self) -> None:
        if self.password is not None:
            self.password.focus_field()
            return
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for_it(self) -> None:
        choose(
            self, Wanted.FILE, self.tr("Where the register is now"), Path(self._address),
            lambda path: self.found.emit(str(path)), self.tr("Registers (*.register)"),
        )  # fmt: skip
