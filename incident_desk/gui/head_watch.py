"""Heads of the log while the window is open: taken after a signature and in good time, and held against the pin.

All of it happens behind the work: no save waits for it, and nothing it finds stops anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from incident_desk.gui.session import Session
from incident_desk.usecases.pins import HeadKeeper, Seen, look_at_pin, pin_head
from incident_desk.usecases.verify_told import said

if TYPE_CHECKING:
    from incident_desk.usecases.submission import Done


class HeadWatch(QObject):
    """Signal: `check_requested`: somebody wants to know what does not hold."""

    check_requested = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = HeadKeeper(session.register)
        session.written.connect(self._on_written)

    def look(self) -> None:
        """Whether this register is the one this PC saw last: one look-up."""
        register, data_dir = self._session.register, self._session.services.data_dir
        self._session.tasks.run(lambda: look_at_pin(register, data_dir), self._on_seen, _nothing)

    def _on_seen(self, seen: Seen) -> None:
        wording = self._session.wording
        for each in seen.news:
            self._session.messages.info(said(each, wording))
        for each in seen.breaks:
            what = said(each, wording)
            told = self.tr("{what} Ask whether an old copy was put back before you go on.").format(what=what)
            self._session.messages.trouble(told, self.tr("Check everything"), self.check_requested.emit)
        if seen.news:
            self._pin(told=True)

    def _on_written(self, done: Done) -> None:
        if self._session.register.read_only:
            return
        register, data_dir, keeper = self._session.register, self._session.services.data_dir, self._keeper

        def work() -> None:
            if keeper.is_due(done.entries):
                pin_head(register, data_dir)

        self._session.tasks.run(work, None, _nothing)

    def _pin(self, *, told: bool) -> None:
        register, data_dir = self._session.register, self._session.services.data_dir
        self._session.tasks.run(lambda: pin_head(register, data_dir, told=told), None, _nothing)


def _nothing(error: BaseException) -> None:
    """A register that cannot be reached is told by the change bus; a head that was missed is taken by the next."""
