"""One entry of the settings to change: its form, Save and Discard changes, and the one way into the register.

What a colleague saved meanwhile is never overwritten unseen: it stands beside what is typed, to choose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_form import EntryForm, same
from incident_desk.gui.settings.keeper import Keeper
from incident_desk.gui.settings.standing import changed_by
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.submission import Done


class EntryEditor(QWidget):
    """Signals: `save_requested` with the changed values; `saved` with what came of it; `put_back`.

    What is typed survives a refresh of the same entry, a change to another one, and the end of the program.
    """

    save_requested = Signal(object)
    saved = Signal(object)
    put_back = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._subject = ""
        self._values: Mapping[str, Any] = {}
        self._busy = self._new = False
        self._chain, self._seen = "", 0
        self._sent: dict[str, Any] = {}
        self.form = EntryForm(theme, self)
        self._keeper = Keeper(self.form, session, self)
        self._title = PlainLabel("", theme, self, role="section")
        self.save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self.back = Button(self.tr("Discard changes"), theme, self, weight=Weight.QUIET)
        self.buttons = FlowRow(theme, self)
        self.buttons.add(self.save, self.back)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * theme.u)
        self.column.addWidget(self._title)
        self.column.addWidget(self.form)
        self.column.addWidget(self.buttons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title.hide()
        self.form.edited.connect(self._look)
        self.form.entered.connect(self._on_entered)
        self.save.clicked.connect(self._on_save_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        session.tasks.busy_changed.connect(self._on_busy_changed)

    # --- showing ---

    def show_entry(
        self,
        subject: str,
        values: Mapping[str, Any],
        *,
        chain: str = "",
        seen: int = 0,
        title: str = "",
        read_only: bool = False,
        new: bool = False,
    ) -> None:
        """`subject` names the entry, also for its draft. `chain` holds it and was read at position `seen`; 0: not
        known yet, and nothing can be saved. Without a chain there is no entry yet; `new`: one may turn back.
        """
        again = subject == self._subject
        typed = self.form.changes() if again else {}
        wrong = {key: row.wrong for key, row in self.form.rows.items() if key in typed and row.wrong}
        theirs = [key for key in typed if not same(values.get(key), self._values.get(key))]
        if not again:
            self._keeper.keep_now()
            self.form.clear_conflicts()
        before, self._chain = self._seen, chain
        self._seen = max(before, seen) if again else seen
        self._subject, self._values, self._new = subject, values, new
        self.back.set_text(self.tr("Cancel") if new else self.tr("Discard changes"))
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.form.show_values(values)
        if not again:
            theirs = self._keeper.begin(subject)
            self._put_beside(theirs, 0)
        elif typed:
            self.form.write(typed)
            for key, sentence in wrong.items():
                self.form.rows[key].set_wrong(sentence)
            self._put_beside([key for key in theirs if key in self.form.changes()], before)
        self.form.set_read_only(read_only)
        for button in (self.save, self.back):
            button.setVisible(not read_only)
        self._look()

    def keep_now(self) -> None:
        self._keeper.keep_now()

    @property
    def seen(self) -> int | None:
        """The position that what is shown was read at; None while it is not known."""
        return self._seen or None

    @property
    def subject(self) -> str:
        return self._subject

    def _look(self) -> None:
        """The buttons wake when there is something to save."""
        changed = bool(self.form.changes()) and not self._busy
        self.save.setEnabled(changed and not self.form.conflicts and (self._seen > 0 or not self._chain))
        self.back.setEnabled(changed or (self._new and not self._busy))

    # --- what a colleague saved meanwhile ---

    def see(self, chain: str, seen: int) -> None:
        """What is shown stands in the chain at this position."""
        self._chain, self._seen = chain, seen
        self._look()

    def _put_beside(self, keys: Sequence[str], after: int) -> None:
        if not keys:
            return
        subject, chain = self._subject, self._chain

        def show(who: str | None) -> None:
            if subject == self._subject:
                name = self._session.names.person(who)
                for key in keys:
                    if key in self.form.changes():
                        self.form.show_conflict(key, name)
                self._look()

        for key in keys:  # at once, and with the name as soon as it is read
            self.form.show_conflict(key, "")
        self._session.read(lambda queries: changed_by(queries, chain, after), show)

    # --- saving ---

    def _on_entered(self) -> None:
        if self.save.isVisible() and self.save.isEnabled():
            self._on_save_clicked()

    def _on_save_clicked(self) -> None:
        problem = self.form.problems()
        if problem:
            self._session.messages.warning(problem)
        else:
            self.save_requested.emit(self.form.changes())

    def submit(self, record: str | None, commands: Sequence[Command], said: str) -> None:
        """What is refused is said at its field, and nothing typed is lost."""
        self._busy = True
        self._look()
        self._sent = self.form.values()
        seen = self._seen if self._chain else None
        self._session.submit(
            record, commands, seen=seen, said=said, done=self._on_done, refused=self.explain, undoable=False
        )

    def explain(self, refused: Refused) -> None:
        self._wake()
        if isinstance(refused, EditConflict):  # the newer state comes with the names, and is put beside
            self._session.explain(refused)
            self._session.bus.directories_changed.emit()
        elif not self.form.set_wrong(refused.field, self._session.wording.refusal(refused)):
            self._session.explain(refused)

    def _on_done(self, done: Done) -> None:
        self._keeper.forget()
        if done.position == self._seen + len(done.entries):
            self._seen = done.position  # nobody else wrote in between
        later = {key: value for key, value in self.form.values().items() if not same(value, self._sent[key])}
        self._values = {**self._values, **self._sent}
        self.form.show_values(self._values)
        self.form.write(later)
        self._wake()
        self.saved.emit(done)

    def _wake(self) -> None:
        """What was sent has its answer."""
        self._busy = False
        self._look()

    def _on_busy_changed(self, running: int) -> None:
        """However a job ended, one may press again."""
        if self._busy and not running:
            self._wake()

    def _on_back_clicked(self) -> None:
        self._keeper.forget()
        self.form.clear_conflicts()
        self.form.show_values(self._values)
        self._look()
        self.put_back.emit()
