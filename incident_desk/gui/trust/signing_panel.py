"""Which PCs sign the register: told to everybody; an administrator lets this one sign, or one sign no more."""

from __future__ import annotations

import socket
from collections.abc import Callable

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.signed_heads import Station
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.secret_field import SecretField
from incident_desk.usecases.stations import LONGEST_NAME, Signing, enrol, unlock_station, withdraw
from incident_desk.usecases.unlocking import LONGEST, SHORTEST


class SigningPanel(Panel):
    """Signals: `changed` once somebody enrolled, unlocked or withdrew a PC; `lines_opened`: it asks for something, to
    bring it into sight. No passphrase is kept on disk.
    """

    changed = Signal()
    lines_opened = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Which PCs sign this register?"), theme, parent)
        self._session, self._theme = session, theme
        self._now: Signing | None = None
        self._order: Callable[[], None] = self._enrol
        self._withdrawn = ""
        self.state = Note(theme, self, icon="shield-check", ink="ink", icon_ink="ok", role="body")
        self.wrong = Note(theme, self, icon="shield-exclamation", ink="crit", role="body-strong")
        self.stations = FactList(theme, self)
        self.enrol = Button(self.tr("Let this PC sign ..."), theme, self)
        self.unlock = Button(self.tr("Enter its passphrase ..."), theme, self, weight=Weight.PRIMARY)
        self.withdraw = Button(self.tr("Withdraw a PC ..."), theme, self, weight=Weight.QUIET)
        self._asked = QWidget(self)
        self.name = LineField(theme, self._asked, limit=LONGEST_NAME)
        self.passphrase, self.again = self._line(), self._line()
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
        theme, asked = self._theme, self._asked
        return {
            "name": FormRow(self.tr("Name of this PC"), self.name, theme, asked),
            "passphrase": FormRow(self.tr("Passphrase of this PC's key"), self.passphrase, theme, asked, help=length),
            "again": FormRow(self.tr("The same again"), self.again, theme, asked),
        }

    def _lay_out(self) -> None:
        u = self._theme.u
        told = self.tr(
            "A PC that signs keeps a key of its own outside the register. Whoever changes the file without that key "
            "is found out by the next check, even where every link was worked out anew."
        )
        self.body.addWidget(PlainLabel(told, self._theme, self, ink="ink2"))
        for part in (self.state, self.wrong, self.stations):
            self.body.addWidget(part)
        buttons = FlowRow(self._theme, self)
        buttons.add(self.unlock, self.enrol, self.withdraw)
        self.body.addWidget(buttons)
        self.body.addWidget(self._asked)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, u, 0, 0)
        asked.setSpacing(u)
        for row in self.rows.values():
            asked.addWidget(row)
        asked.addWidget(self.warning)
        ends = QHBoxLayout()
        ends.setSpacing(u)
        ends.addWidget(self.go)
        ends.addWidget(self.cancel)
        ends.addStretch(1)
        asked.addLayout(ends)
        self._asked.hide()

    def _connect(self) -> None:
        self.enrol.clicked.connect(self._ask_to_enrol)
        self.unlock.clicked.connect(self._ask_to_unlock)
        self.withdraw.clicked.connect(self._choose_to_withdraw)
        self.cancel.clicked.connect(self.close_lines)
        self.go.clicked.connect(self._on_go)
        for line in (self.name, self.passphrase, self.again):
            line.returnPressed.connect(self._on_go)

    # --- how it is ---

    def show_signing(self, now: Signing) -> None:
        self._now = now
        texts, newest = self._session.wording.texts, now.newest
        sentence = texts.say("stations.none")
        if newest is not None:
            facts = {"name": now.signer, "index": QLocale().toString(newest.head.index),
                     "when": self._session.wording.moment(newest.signed_at)}  # fmt: skip
            sentence = texts.say("stations.newest" if now.sound else "stations.newest_unsound", **facts)
        elif now.stations:
            sentence = self.tr("Nothing is signed yet.")
        holds = newest is None or now.sound
        calm = {} if newest is not None else {"icon": "info-circle", "icon_ink": "petrol"}
        self.state.show_sentence(sentence if holds else "", **calm)
        self.wrong.show_sentence("" if holds else sentence)
        self.stations.show_facts([(each.name, self._told(each)) for each in now.stations])
        self._show_buttons()

    def _told(self, station: Station) -> str:
        if station.last_index is not None:
            return self.tr("signed up to entry {index}, then withdrawn").format(
                index=QLocale().toString(station.last_index)
            )
        if self._now is None or self._now.here != station:
            return self.tr("signs")
        if self._now.locked:
            return self.tr("this PC; it signs once its passphrase was entered")
        return self.tr("this PC; it signs by itself")

    def _show_buttons(self) -> None:
        now, asked = self._now, not self._asked.isHidden()
        writes = not self._session.register.read_only and not asked and now is not None
        may = writes and self._session.actor.may(Role.ADMINISTRATOR)
        self.unlock.setVisible(writes and now is not None and now.locked)
        self.enrol.setVisible(may and now is not None and now.here is None)
        self.withdraw.setVisible(may and bool(self._active()))

    def _active(self) -> list[Station]:
        return [each for each in (self._now.stations if self._now else ()) if each.last_index is None]

    # --- asking ---

    def _ask_to_enrol(self) -> None:
        self.name.setText(socket.gethostname())
        self._ask(self._enrol, self.tr("Let this PC sign"), "name")

    def _ask_to_unlock(self) -> None:
        self._ask(self._unlock, self.tr("Sign now"), "passphrase")

    def _choose_to_withdraw(self) -> None:
        menu = Menu(self.tr("Withdraw a PC"), self)
        for station in self._active():
            menu.add(station.name, lambda name=station.name: self._ask_to_withdraw(name))  # type: ignore[misc]
        menu.open_below(self.withdraw)

    def _ask_to_withdraw(self, name: str) -> None:
        self._withdrawn = name
        told = self.tr("What {name} signs from now on counts no more. What it signed until now stays good.")
        self._ask(self._withdraw, self.tr("Withdraw {name}").format(name=name))
        self.warning.show_sentence(told.format(name=name))
        self.cancel.setFocus()

    def _ask(self, order: Callable[[], None], words: str, *rows: str) -> None:
        self._order = order
        self.go.set_text(words)
        self.warning.show_sentence("")
        self._show_rows(rows)
        self._asked.show()
        self._show_buttons()
        if rows:
            self.rows[rows[0]].focus_field()
        QTimer.singleShot(0, self, self.lines_opened.emit)  # once they stand

    def _show_rows(self, keys: tuple[str, ...]) -> None:
        for key, row in self.rows.items():
            row.set_wrong("")
            row.setVisible(key in keys)

    def close_lines(self) -> None:
        self._asked.hide()
        self.passphrase.clear()
        self.again.clear()
        self.go.setEnabled(True)
        self._show_buttons()

    # --- ordering ---

    def _on_go(self) -> None:
        if self.go.isEnabled():
            for row in self.rows.values():
                row.set_wrong("")
            self._order()

    def _enrol(self) -> None:
        name, passphrase = self.name.text(), self.passphrase.text()
        if passphrase != self.again.text():
            self._on_failed(Refused("passphrases_differ", "again"))
            return
        session = self._session
        services, register, actor = session.services, session.register, session.actor
        self._carry_out(lambda: enrol(services, register, actor, name, passphrase))

    def _unlock(self) -> None:
        register, data_dir, typed = self._session.register, self._session.services.data_dir, self.passphrase.text()
        self._carry_out(lambda: unlock_station(register, data_dir, typed))

    def _withdraw(self) -> None:
        session, name = self._session, self._withdrawn
        services, register, actor = session.services, session.register, session.actor
        self._carry_out(lambda: withdraw(services, register, actor, name))

    def _carry_out(self, work: Callable[[], object]) -> None:
        self.go.setEnabled(False)
        self._session.tasks.run(work, self._on_done, self._on_failed)

    def _on_done(self, _result: object) -> None:
        self.close_lines()
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.go.setEnabled(True)
        if not isinstance(error, Refused):
            self._session.explain(error)
            return
        if error.code == "station_needs_passphrase":
            self._show_rows(("name", "passphrase", "again"))
            self.warning.show_sentence(self._session.wording.refusal(error))
            self.rows["passphrase"].focus_field()
            return
        row = self.rows.get(error.field or "")
        if row is None or row.isHidden():
            self._session.explain(error)
            return
        row.set_wrong(self._session.wording.refusal(error))
        row.focus_field()
