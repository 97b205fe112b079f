"""Restoring a backup: which there are, what the chosen one holds, what would be missing, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.values import micros
from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.first_start.backup_facts import BackupFacts
from incident_desk.gui.first_start.passphrase_ask import PassphraseAsk
from incident_desk.gui.first_start.restoring import Restoring
from incident_desk.gui.first_start.row_button import RowButton
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import EmptyState, Panel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.back_up import Backup
from incident_desk.usecases.look_at_backup import BackupLook
from incident_desk.usecases.wording import Wording

_ROWS_IN_SIGHT = 3


class RestoreSheet(Panel):
    """Signals: `left` without restoring; `work_began` and `work_ended` around the restore itself."""

    left = Signal()
    work_began = Signal(str)

    def __init__(self, restoring: Restoring, wording: Wording, zone: str, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._restoring, self._wording, self._zone = restoring, wording, zone
        self.rows: list[RowButton] = []
        told = self.tr("The file stays as it is. The backup becomes a new register beside it.")
        self._title = self.tr("Restore a backup")
        if restoring.copy is not None:
            told = self.tr("The file stays as it is. A new register is made from it, beside it.")
            self._title = self.tr("Make a new register")
        self._told = PlainLabel(told, theme, self, ink="ink2")
        self._inside = QWidget(self)
        self._list = QVBoxLayout(self._inside)
        self._scroll = self._scroll_area()
        self._empty = EmptyState(
            self.tr("No backup was found in the folders this PC knows."), theme, self,
            action=self.tr("Look in another folder ..."),
        )  # fmt: skip
        self._other = Button(self.tr("Look in another folder ..."), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.back = Button(self.tr("Back"), theme, self)
        self.facts = BackupFacts(wording, theme, self)
        if restoring.copy is not None:
            self.facts.of_copy = True
            self.facts.go.set_text(self.tr("Make the new register"))
        self.ask = PassphraseAsk(theme, self)
        self._lay_out()
        self._connect()

    # --- building ---

    def _scroll_area(self) -> Scrolling:
        mark(self._inside, kind="inside")
        self._list.setContentsMargins(0, 0, self._theme.px(4), 0)
        self._list.setSpacing(self._theme.px(6))
        scroll = Scrolling(self, self._inside, sideways=True)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return scroll

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, 2 * u, 2 * u)
        column.setSpacing(2 * u)
        column.addWidget(PlainLabel(self._title, self._theme, self, role="page-title"))
        column.addWidget(self._told)
        column.addWidget(self._empty)
        column.addWidget(self._scroll)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ask)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(2 * u)
        row.addWidget(self.facts.go)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addLayout(column)
        for part in (self._empty, self._scroll, self._other, self.ask, self.facts, self.facts.go):
            part.hide()

    def _connect(self) -> None:
        restoring = self._restoring
        restoring.backups_found.connect(self.show_backups)
        restoring.looked.connect(self._on_looked)
        restoring.checking.connect(self.facts.show_checking)
        restoring.checked.connect(self.facts.show_checked)
        restoring.failed.connect(self._on_failed)
        restoring.passphrase_needed.connect(self._on_passphrase_needed)
        restoring.unlock_refused.connect(self.ask.show_refused)
        self.ask.unlock_requested.connect(restoring.unlock)
        self.facts.restore_requested.connect(self._on_restore_requested)
        self._empty.action_requested.connect(self._look_elsewhere)
        self._other.clicked.connect(self._look_elsewhere)
        self.back.clicked.connect(self._on_back_clicked)

    # --- backups ---

    def show_backups(self, backups: Sequence[Backup]) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [self._row(backup, newest=not n) for n, backup in enumerate(backups)]
        self._empty.setVisible(not self.rows)
        self._scroll.setVisible(bool(self.rows))
        self._other.setVisible(bool(self.rows) and self._restoring.copy is None)
        self.facts.hide()
        self.facts.go.hide()
        if not self.rows:
            return
        shown = min(len(self.rows), _ROWS_IN_SIGHT)
        height = self.rows[0].sizeHint().height() * shown + self._list.spacing() * (shown - 1)
        self._scroll.setFixedHeight(height + (height // 8 if len(self.rows) > shown else 0))
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, backup: Backup, *, newest: bool) -> RowButton:
        when = self._wording.moment(micros(backup.at), self._zone)
        note = self.tr("newest") if newest and self._restoring.copy is None else ""
        row = RowButton(when, str(backup.path), self._theme, self._inside, icon="archive", note=note)
        row.setCheckable(True)
        row.setAutoExclusive(True)
        row.clicked.connect(lambda: self._choose(backup))
        self._list.addWidget(row)
        return row

    def _choose(self, backup: Backup) -> None:
        self.ask.hide()
        self._restoring.choose(backup)

    def _on_passphrase_needed(self) -> None:
        """Of the time when the backup was made."""
        self.facts.hide()
        self.facts.go.hide()
        self.ask.show()
        self.ask.focus_first()

    def _look_elsewhere(self) -> None:
        start = self._restoring.folders[0] if self._restoring.folders else None
        choose(self, Wanted.FOLDER, self.tr("Where backups lie"), start, self._restoring.look_also_in)

    # --- the chosen one ---

    def _on_looked(self, backup: Backup, look: object) -> None:
        when = self._wording.moment(micros(backup.at), self._zone)
        assert isinstance(look, BackupLook)
        self.ask.hide()
        last = self._restoring.last_person(look.register_id)
        self.facts.show_look(when, look, self._restoring.proposed_file(backup), last)

    def _on_restore_requested(self, target: object, reason: str, by: object) -> None:
        self.work_began.emit(self.tr("The new file is being made and checked."))
        self._restoring.restore(target, reason, by)  # type: ignore[arg-type]  # a signal carries object

    def _on_failed(self, error: object) -> None:
        self.facts.hide_checking()

    def _on_back_clicked(self) -> None:
        self._restoring.stop()
        self.left.emit()

    def focus_first(self) -> None:
        (self.rows[0] if self.rows else self.back).setFocus(Qt.FocusReason.OtherFocusReason)
