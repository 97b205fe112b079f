"""A register that is protected: its passphrase is asked, in the page, like a name at sign-in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.first_start.open_form import said_address
from incident_desk.gui.first_start.passphrase_ask import PassphraseAsk
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel, Rule


class UnlockSheet(Panel):
    """Signals: `restore_requested`; `other_requested`: back to the first sheet."""

    restore_requested = Signal()
    other_requested = Signal()

    def __init__(self, address: str, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        name, where, _ = said_address(address)
        told = self.tr("This register is protected. Nobody reads in it without its passphrase.")
        self.sentence = Note(theme, self, text=told, icon="lock", ink="ink", icon_ink="petrol", role="body")
        self.ask = PassphraseAsk(theme, self)
        self.restore = Button(self.tr("Restore a backup ..."), theme, self, weight=Weight.QUIET)
        self.other = Button(self.tr("Another register"), theme, self, weight=Weight.QUIET)
        self.restore.clicked.connect(self.restore_requested)
        self.other.clicked.connect(self.other_requested)
        title = self.tr("“{name}” is protected").format(name=name)
        head = PlainLabel(title, theme, self, role="page-title")
        self._lay_out(head, PlainLabel(where, theme, self, role="hint", ink="ink3"))
        self.setAccessibleName(title)

    def _lay_out(self, title: PlainLabel, where: PlainLabel) -> None:
        u = self._theme.u
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        for part in (title, where, self.sentence, self.ask, Rule(self._theme, self)):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.restore)
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addLayout(column)

    def focus_first(self) -> None:
        self.ask.focus_first()
