"""Backups: where they go, one now, those that are there, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.values import micros
from incident_desk.gui.backup_watch import BackupWatch
from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.session import Session
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import EmptyState, Rule
from incident_desk.gui.working import Working
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.back_up import KEEP_DAILY, KEEP_MONTHLY, Backup, backups_in
from incident_desk.usecases.own_register import SUFFIX

_SHOWN = 12
_DECIMAL = QLocale.DataSizeFormat.DataSizeSIFormat


class BackupSection(Section):
    key = "backup"
    icon = "archive"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, backups: BackupWatch) -> None:
        super().__init__(self.tr("Backup"), session, theme, parent)
        self._backups = backups
        self._entered = False
        self.state = Note(theme, self, icon="circle-check", ink="ink", icon_ink="ok", role="body-strong")
        self.warning = Note(theme, self, ink="high", role="body-strong")
        self.place = SelectableText("", theme, self, ink="ink2")
        self.choose = Button(self.tr("Choose a place ..."), theme, self, icon="folder")
        self.now = Button(self.tr("Back up now"), theme, self, weight=Weight.PRIMARY)
        self.working = Working(theme, self)
        self.none = EmptyState(
            self.tr("No backup yet. A checked copy of everything goes to the place you choose, every day by itself."),
            theme, self,
        )  # fmt: skip
        self.list = FactList(theme, self)
        self.restore = Button(self.tr("Restore ..."), theme, self, icon="restore")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        u = self.theme.u
        keeps = self.tr("The last {days} days and {months} months are kept; older ones make room by themselves.")
        self._keeps = PlainLabel(
            keeps.format(days=KEEP_DAILY, months=KEEP_MONTHLY), self.theme, self, role="hint", ink="ink3"
        )
        for part in (self.state, self.warning, self.none, self.place):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(u)
        row.addWidget(self.now)
        row.addWidget(self.choose)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.working)
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(u)
        below.addWidget(Rule(self.theme, self))
        below.addWidget(PlainLabel(self.tr("Backups in this place"), self.theme, self, role="section"))
        below.addWidget(self.list)
        below.addWidget(self._keeps)
        self.body.addWidget(self._below)
        self.body.addWidget(Rule(self.theme, self))
        told = self.tr("A backup becomes a new register beside this one. You see first what would be missing.")
        self.body.addWidget(PlainLabel(told, self.theme, self, ink="ink2"))
        self.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose_clicked)
        self.now.clicked.connect(self._backups.ask_now)
        self.restore.clicked.connect(self.restore_requested)
        self._backups.running_changed.connect(self._on_running_changed)
        self._backups.state_changed.connect(self._show_state)

    # --- showing ---

    def enter(self) -> None:
        super().enter()
        self._entered = True
        local = self.session.register.path is not None
        for part in (self.choose, self.now, self.restore):
            part.setVisible(self.may_edit and local)
        self._show_place()
        self._backups.tell()
        self._on_running_changed(self._backups.running)

    def leave(self) -> None:
        self._entered = False

    def _show_place(self) -> None:
        folder = self._backups.folder
        self.place.setVisible(folder is not None)
        if folder is not None:
            self.place.setText(str(folder))
        first = folder is None
        self.now.setVisible(self.may_edit and not first and self.session.register.path is not None)
        self.choose.set_text(self.tr("Choose a place ...") if first else self.tr("Another place ..."))

    def _show_state(self, sentence: str, in_trouble: bool) -> None:
        self.state.show_sentence("" if in_trouble else sentence)
        self.warning.show_sentence(sentence if in_trouble else "")
        folder, path = self._backups.folder, self.session.register.path
        if folder is None or path is None:
            self._show_list([])
            return
        if not self._entered:
            return
        stem = path.name.removesuffix(SUFFIX)
        self.session.tasks.run(lambda: _sized(folder, stem), self._show_list, self.session.explain)

    def _show_list(self, found: Sequence[tuple[Backup, int]]) -> None:
        wording, locale = self.session.wording, QLocale()
        shown = [
            (wording.moment(micros(backup.at)), locale.formattedDataSize(size, 0, _DECIMAL), backup.path.name)
            for backup, size in found[:_SHOWN]
        ]
        self.list.show_facts(shown)
        more = len(found) - len(shown)
        self.list.show_more(self.tr("%n older ones", "", more) if more > 0 else "")
        self._below.setVisible(bool(found))
        self.none.setVisible(not found and self.session.register.path is not None)

    def _on_running_changed(self, running: bool) -> None:
        self.now.setEnabled(not running)
        if running:
            self.working.start(self.tr("The backup is being written and checked."))
        else:
            self.working.finish()

    # --- orders ---

    def _on_choose_clicked(self) -> None:
        start = self._backups.folder or documents_folder()
        choose(self, Wanted.FOLDER, self.tr("Where backups go"), start, self._on_chosen)

    def _on_chosen(self, folder: Path) -> None:
        self._backups.choose(folder)
        self._show_place()


def _sized(folder: Path, stem: str) -> list[tuple[Backup, int]]:
    """Backups with their sizes; one that went away meanwhile counts nothing."""
    found = []
    for backup in backups_in(folder, stem):
        try:
            found.append((backup, backup.path.stat().st_size))
        except OSError:
            continue
    return found
