"""One order for many incidents, carried out beside the window: how far it is, a way to stop it, what was left as it
was and why, and one undo for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.many_left import ManyLeft
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.usecases.many_at_once import Left, ManyDone, undo_many
from incident_desk.usecases.ports import Progress

Work = Callable[[Progress], ManyDone]


@dataclass(frozen=True, slots=True)
class _Changed:
    """What one order changed, so that it can be taken back."""

    op_id: str
    ids: tuple[str, ...]


class ManyOrders(QObject):
    """One at a time. `working` goes where somebody looks; what was left is listed over `page`, beside `place()`.

    Signals: `busy_changed`; `show_requested`: the window is to be closed, and something of it still runs.
    """

    busy_changed = Signal()
    show_requested = Signal()

    def __init__(self, session: Session, theme: Theme, page: QWidget, place: Callable[[], QRect]) -> None:
        super().__init__(page)
        self._session, self._theme, self._page, self._place = session, theme, page, place
        self._last: _Changed | None = None
        self._teller: ProgressTeller | None = None
        self._number = 0
        self.working = Working(theme, page)
        self.working.stop_requested.connect(self._on_stop)
        session.actor_changed.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        return self._teller is not None

    def carry_out(self, work: Work, said: Callable[[int], str]) -> None:
        """`said` is the good news of so many incidents that changed."""
        self._run(work, self.tr("The incidents are being changed."), partial(self._on_done, said))

    def undo_last(self) -> None:
        """Takes back what the last order did, once."""
        if self._last is None:
            words = self.tr("There is nothing of yours to take back here.")
            self._session.messages.info(words)
        else:
            self._undo(self._last)

    def _forget(self) -> None:
        """What somebody else did is not this person's to take back by a key."""
        self._last = None

    # --- carrying out ---

    def _undo(self, changed: _Changed) -> None:
        session, op_id = self._session, self._session.services.new_id()
        self._run(
            lambda progress: undo_many(session.submitter, op_id, changed.ids, changed.op_id, progress),
            self.tr("The incidents are being changed back."), partial(self._on_undone, changed),
        )  # fmt: skip

    def _run(self, work: Work, sentence: str, done: Callable[[ManyDone], None]) -> None:
        """The same op is tried again where the register did not answer."""
        if self._teller is not None:
            self._session.messages.info(self.tr("The incidents are being changed."))
            return
        teller = self._begin(sentence)

        def answered(many: ManyDone) -> None:
            self._finish()
            self._session.announce(many.done)
            done(many)

        def failed(error: BaseException) -> None:
            self._finish()
            self._session.explain(error, lambda: self._run(work, sentence, done))

        self._session.tasks.run(lambda: work(teller), answered, failed)

    def _begin(self, sentence: str) -> ProgressTeller:
        teller = self._teller = ProgressTeller(self, self._session.tasks)
        teller.progressed.connect(self.working.show_progress)
        words = self.tr("The incidents are still being changed. Closed now, none of them is.")
        self._number = self._session.writers.begin(words, self.show_requested.emit)
        self.working.start(sentence, can_stop=True)
        self.busy_changed.emit()
        return teller

    def _finish(self) -> None:
        if self._teller is not None:
            self._teller.deleteLater()
            self._session.writers.end(self._number)
        self._teller = None
        self.working.finish()
        self.busy_changed.emit()

    def _on_stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    # --- what came of it ---

    def _on_done(self, said: Callable[[int], str], many: ManyDone) -> None:
        changed = _Changed(many.done.op_id, tuple(record for _, record in many.done.changed))
        messages = self._session.messages
        if changed.ids:
            self._last = changed
            words, undo = said(len(changed.ids)), self.tr("Undo")
            messages.good(self._with_left(words, many), undo, lambda: self._undo(changed))
        else:
            messages.warning(self._with_left(self.tr("No incident changed."), many))
        self._show_left(many.left)

    def _on_undone(self, changed: _Changed, many: ManyDone) -> None:
        if self._last == changed:
            self._last = None
        said = self.tr("%n incidents changed back.", None, len(many.done.changed))
        self._session.messages.good(self._with_left(said, many))
        self._show_left(many.left)

    def _with_left(self, said: str, many: ManyDone) -> str:
        left = self.tr("%n were left as they are.", None, len(many.left))
        return f"{said} {left}" if many.left else said

    def _show_left(self, left: Sequence[Left]) -> None:
        if left and self._page.isVisible():
            ManyLeft(left, self._session, self._theme, self._page).open_at(self._place())
