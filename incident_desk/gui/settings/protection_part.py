"""Whether the register is protected by a passphrase, and the lines that set, change or take off one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.choosing import PathField, Wanted
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.protection import CHANGED, DECRYPTED, ENCRYPTED, Order
from incident_desk.usecases.unlocking import LONGEST, SHORTEST, check_new, must_open


class ProtectionPart(QWidget):
    """Signals: `protection_requested` with the Order; `lines_opened` with the last of them, to bring it into sight.
    Nothing typed here is ever kept on disk.
    """

    protection_requested = Signal(object)
    lines_opened = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._kind = ENCRYPTED
        self._may = False
        self._checking = False
        self.state = Note(theme, self, icon="lock", ink="ink", icon_ink="petrol", role="body")
        self.protect = Button(self.tr("Protect with a passphrase ..."), theme, self)
        self.change = Button(self.tr("Change the passphrase ..."), theme, self)
        self.remove = Button(self.tr("Remove the passphrase ..."), theme, self, weight=Weight.QUIET)
        self._asked = QWidget(self)
        self.current, self.first, self.again = (self._line() for _ in range(3))
        self.paper = PathField(
            Wanted.NEW_FILE, self.tr("Where the recovery key goes"), theme, self._asked, names=self.tr("Papers (*.pdf)")
        )
        self.rows = self._make_rows()
        self.warning = Note(theme, self._asked, ink="ink", icon_ink="high", role="body")
        self.go = Button("", theme, self._asked, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self._asked, weight=Weight.QUIET)
        self._lay_out()
        self._connect()

    def _line(self) -> SecretField:
        return SecretField(self._theme, self._asked, limit=LONGEST)

    def _make_rows(self) -> dict[str, FormRow]:
        length = self.tr("{count} characters or more. Four or five words with blanks are good.").format(count=SHORTEST)
        paper = self.tr("A page to print and lock away. It opens the register when the passphrase is lost.")
        theme, asked = self._theme, self._asked
        return {
            "current": FormRow(self.tr("Passphrase now, or recovery key"), self.current, theme, asked),
            "first": FormRow(self.tr("New passphrase"), self.first, theme, asked, help=length),
            "again": FormRow(self.tr("The same again"), self.again, theme, asked),
            "paper": FormRow(self.tr("File for the recovery key"), self.paper, theme, asked, help=paper),
        }

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u)
        column.addWidget(PlainLabel(self.tr("Who can read the file?"), self._theme, self, role="section"))
        column.addWidget(self.state)
        column.addLayout(self._side_by_side(self.protect, self.change, self.remove))
        column.addWidget(self._asked)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, u, 0, 0)
        asked.setSpacing(u)
        asked.addWidget(self.rows["current"])
        lines = QHBoxLayout()
        lines.setSpacing(self._theme.px(12))
        lines.addWidget(self.rows["first"], 1)
        lines.addWidget(self.rows["again"], 1)
        asked.addLayout(lines)
        asked.addWidget(self.rows["paper"])
        asked.addWidget(self.warning)
        asked.addLayout(self._side_by_side(self.go, self.cancel))
        self._asked.hide()

    def _side_by_side(self, *buttons: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.u)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.protect.clicked.connect(lambda: self._open(ENCRYPTED))
        self.change.clicked.connect(lambda: self._open(CHANGED))
        self.remove.clicked.connect(lambda: self._open(DECRYPTED))
        self.cancel.clicked.connect(self.close_lines)
        self.go.clicked.connect(self._on_go)
        for line in (self.current, self.first, self.again):
            line.returnPressed.connect(self._on_go)

    # --- what it is ---

    def show_state(self, *, may: bool) -> None:
        """A register on a server has no file here, and is protected there."""
        self._may = may
        register = self._session.register
        self.setVisible(register.path is not None)
        encrypted = register.encrypted
        protected = self.tr("The file is protected: without its passphrase or its recovery key nobody can read it.")
        open_ = self.tr("Whoever has the file can read it. A passphrase makes it unreadable to everybody else.")
        self.state.show_sentence(protected if encrypted else open_)
        asked = not self._asked.isHidden()
        self.protect.setVisible(may and not encrypted and not asked)
        for button in (self.change, self.remove):
            button.setVisible(may and encrypted and not asked)
        if not may:
            self._forget()

    def _open(self, kind: str) -> None:
        self._kind = kind
        new, name = kind != DECRYPTED, self._session.register.name.removesuffix(".register")
        self.rows["current"].setVisible(kind != ENCRYPTED)
        for key in ("first", "again", "paper"):
            self.rows[key].setVisible(new)
        self.paper.set_path(documents_folder() / self.tr("Recovery key of {name}.pdf").format(name=name))
        lost = self.tr("Who loses the passphrase and the recovery key loses the register: nobody can help then.")
        plain = self.tr("Afterwards whoever has the file can read everything in it.")
        self.warning.show_sentence(lost if new else plain)
        self.go.set_text(self._said_go())
        self._asked.show()
        self.show_state(may=self._may)
        self.rows["first" if kind == ENCRYPTED else "current"].focus_field()
        self.lines_opened.emit(self.go)

    def _said_go(self) -> str:
        if self._kind == DECRYPTED:
            return self.tr("Remove the passphrase")
        return self.tr("Change the passphrase") if self._kind == CHANGED else self.tr("Protect the register")

    def close_lines(self) -> None:
        self._forget()
        self.show_state(may=self._may)

    def _forget(self) -> None:
        self._asked.hide()
        for line in (self.current, self.first, self.again):
            line.clear()
        self._clear_wrong()

    def _clear_wrong(self) -> None:
        for row in self.rows.values():
            row.set_wrong("")

    # --- ordering ---

    def _on_go(self) -> None:
        self._clear_wrong()
        if self._checking or not self._fits():
            return
        self._checking = True
        self.go.setEnabled(False)
        register, typed = self._session.register, self.current.text()
        if self._kind == ENCRYPTED:
            self._order()
            return
        self._session.tasks.run(lambda: must_open(register, typed), lambda _: self._order(), self._on_refused)

    def _fits(self) -> bool:
        if self._kind == DECRYPTED:
            return True
        try:
            check_new(self.first.text())
            if self.first.text() != self.again.text():
                raise Refused("passphrases_differ", "again")
        except Refused as refused:
            self._say_wrong("again" if refused.field == "again" else "first", self._session.wording.refusal(refused))
            return False
        path = self.paper.path()
        if path is None or not path.is_absolute():
            self._say_wrong("paper", self.tr("Choose a place, or write the whole path."))
            return False
        return True

    def _say_wrong(self, key: str, sentence: str) -> None:
        self.rows[key].set_wrong(sentence)
        self.rows[key].focus_field()

    def _on_refused(self, error: BaseException) -> None:
        self._end_check()
        if isinstance(error, Refused):
            self.current.clear()
            self._say_wrong("current", self._session.wording.refusal(error))
        else:
            self._session.explain(error)

    def _end_check(self) -> None:
        self._checking = False
        self.go.setEnabled(True)

    def _order(self) -> None:
        self._end_check()
        paper: Path | None = None if self._kind == DECRYPTED else self.paper.path()
        order = Order(self._kind, str(self._session.register.path), self._session.actor.id, self.first.text(), paper)
        self.protection_requested.emit(order)
