"""The open register as the window works with it: who acts, what things are called, one way to submit.

Pages never touch the register: they ask the session to read (`read`) or to carry out (`submit`), and hear of
changes from its bus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.gui.change_bus import ChangeBus
from incident_desk.gui.language import language
from incident_desk.gui.messages import Messages
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.writers import Writers
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.pins import close_register
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording

if TYPE_CHECKING:
    from incident_desk.domain.commands import Command
    from incident_desk.usecases.ports import Queries, Register
    from incident_desk.usecases.submission import Done, Submitter

T = TypeVar("T")


class Session(QObject):
    """Signals: `actor_changed`; `names_changed` after people, places, settings or the pack changed; `written` carries
    what was saved here (Done).
    """

    actor_changed = Signal()
    names_changed = Signal()
    written = Signal(object)

    def __init__(
        self, register: Register, services: Services, actor: Actor, tasks: TaskRunner, messages: Messages,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.register = register
        self.services = services
        self.tasks = tasks
        self.messages = messages
        self.writers = Writers(messages)
        self.bus = ChangeBus(tasks, self)
        self._actor = actor
        self._names = read_names(register.queries)
        self._reached = True
        self.bus.directories_changed.connect(self._on_directories_changed)
        self.bus.connection_changed.connect(self._on_connection)
        self.bus.watch(register.queries, server=register.path is None)

    # --- who and what ---

    @property
    def actor(self) -> Actor:
        return self._actor

    def set_actor(self, actor: Actor) -> None:
        self._actor = self.submitter.actor = actor
        self.actor_changed.emit()

    @property
    def names(self) -> Names:
        return self._names

    @property
    def wording(self) -> Wording:
        return Wording(Texts(language()), self._names, in_window=True)

    def _on_directories_changed(self) -> None:
        self.read(read_names, self._take_names)

    def _take_names(self, names: Names) -> None:
        self._names = names
        self.names_changed.emit()

    # --- reading and writing ---

    def read(
        self, query: Callable[[Queries], T], done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:  # fmt: skip
        """Runs a query on a thread and hands its rows to `done` on the UI thread."""
        queries = self.register.queries
        self.tasks.run(lambda: query(queries), done, failed or self.explain)

    def submit(
        self,
        record: str | None,
        commands: Sequence[Command],
        *,
        seen: int | None = None,
        said: str = "",
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        undoable: bool = True,
    ) -> None:
        """Carries commands out. `said` is the good news afterwards, with an Undo beside it.

        `refused` gets what the person can mend (GateClosed and EditConflict are Refused too); without it the
        sentence stands in the message bar. Trouble of the surroundings always stands there, with "try again".
        """
        from incident_desk.usecases.submission import Submission

        submission, submitter = Submission(self.services.new_id(), tuple(commands), record, seen), self.submitter

        def again() -> None:
            self.carry_out(lambda: submitter.submit(submission), done=after, refused=refused, again=again)

        def after(result: Done) -> None:
            if said and result.entries:
                self._tell(said, result, undoable)
            if done is not None:
                done(result)

        again()

    def carry_out(
        self,
        work: Callable[[], Done],
        *,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Runs a use case that writes; announces what it changed."""

        def answered(result: Done) -> None:
            self.announce(result)
            if done is not None:
                done(result)

        def failed(error: BaseException) -> None:
            if isinstance(error, Refused) and refused is not None:
                refused(error)
            else:
                self.explain(error, again)

        self.tasks.run(work, answered, failed)

    def announce(self, result: Done) -> None:
        """Tells everybody in this window what was saved."""
        self.bus.announce(result.changed)
        self.written.emit(result)

    @cached_property
    def submitter(self) -> Submitter:
        """For use cases beside plain commands: files, undo, secrets. What decides is loaded when it is first asked."""
        from incident_desk.usecases.submission import Submitter

        return Submitter(self.register, self.services.new_id, self._actor)

    def undo(self, record: str, op_id: str) -> None:
        from incident_desk.usecases.undo import undo

        new_id, submitter = self.services.new_id(), self.submitter
        self.carry_out(lambda: undo(submitter, record, op_id, new_id), done=self._on_undone)

    def _on_undone(self, result: Done) -> None:
        self.messages.good(self.tr("Taken back."))

    def _tell(self, said: str, result: Done, undoable: bool) -> None:
        if undoable:
            self.messages.good(said, self.tr("Undo"), lambda: self.undo(result.id, result.op_id))
        else:
            self.messages.good(said)

    # --- failures ---

    def explain(self, error: BaseException, again: Callable[[], None] | None = None) -> None:
        """One plain sentence for a failure; what is nobody's fault but ours goes to the crash report."""
        if isinstance(error, Refused):
            self.messages.warning(self.wording.refusal(error))
        elif isinstance(error, SurroundingsFailed):
            button = self.tr("Try again") if again is not None else ""
            self.messages.trouble(self.wording.trouble(error), button, again)
        else:
            self.tasks.failed_unhandled.emit(error)

    def _on_connection(self, reached: bool) -> None:
        self._reached = reached

    def close(self) -> None:
        """Nobody waits at the end for a register that does not answer."""
        self.bus.stop()
        if self._reached:
            close_register(self.register, self.services.data_dir)
        else:
            self.register.close()
