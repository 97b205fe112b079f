"""One order for many incidents, carried out beside the window: how far it is, a way to stop it, what was left as it
was and why, and one undo for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.context import Actor
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

    `show` goes there when the window is to be closed and something of it still runs. Signal: `busy_changed`.
    """

    busy_changed = Signal()

    def __init__(
        self, session: Session, theme: Theme, page: QWidget, place: Callable[[], QRect], show: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._session, self._theme, self._page, self._place, self._show = session, theme, page, place, show
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
        giver = self._session.actor
        self._run(work, self.tr("The incidents are being changed."), partial(self._on_done, said, giver))

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
        submitter, op_id = self._session.submitter, self._session.services.new_id()
        self._run(
            lambda progress: undo_many(submitter, op_id, changed.ids, changed.op_id, progress),
            self.tr("The incidents are being changed back."), partial(self._on_undone, changed),
        )  # fmt: skip

    def _run(self, work: Work, sentence: str, done: Callable[[ManyDone], None]) -> None:
        """The same op is tried again where the register did not answer."""
        if self._teller is not None:
            self._session.messages.info(self.tr("The incidents are being changed."))
            return
        teller, giver = self._begin(sentence), self._session.actor

        def answered(many: ManyDone) -> None:
            self._finish()
            self._session.announce(many.done)
            done(many)

        def failed(error: BaseException) -> None:
            self._finish()
            again = partial(self._run, work, sentence, done)
            self._session.explain(error, again if self._session.still_here(giver) else None)

        teller.carry_out(self._session.tasks, work, answered, failed)

    def _begin(self, sentence: str) -> ProgressTeller:
        teller = self._teller = ProgressTeller(self, self._session.tasks)
        teller.progressed.connect(self.working.show_progress)
        words = self.tr("The incidents are still being changed. Closed now, none of them is.")
        self._number = self._session.writers.begin(words, self._show)
        self.working.start(sentence, can_stop=True)
        self.busy_changed.emit()
        return teller

    def _finish(self) -> None:
        self._session.writers.end(self._number)
        self._teller = None
        self.working.finish()
        self.busy_changed.emit()

    def _on_stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    # --- what came of it ---

    def _on_done(self, said: Callable[[int], str], giver: Actor, many: ManyDone) -> None:
        changed = _Changed(many.done.op_id, tuple(record for _, record in many.done.changed))
        messages = self._session.messages
        words = self._with_left(said(len(changed.ids)), many)
        if not changed.ids:
            messages.warning(self._with_left(self.tr("No incident changed."), many))
        elif self._session.still_here(giver):
            self._last = changed
            messages.good(words, self.tr("Undo"), lambda: self._undo(changed))
        else:
            messages.good(words)
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
