"""The open register as the window works with it: who acts, what things are called, one way to submit.

Pages never touch the register: they ask the session to read (`read`) or to carry out (`submit`), and hear of
changes from its bus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.gui.change_bus import ChangeBus
from incident_desk.gui.language import language
from incident_desk.gui.messages import Messages
from incident_desk.gui.over_limits import with_crowding
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.writers import Writers
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.services import Services
from incident_desk.usecases.whereabouts import close_register
from incident_desk.usecases.wording import Wording

if TYPE_CHECKING:
    from incident_desk.domain.commands import Command
    from incident_desk.usecases.ports import Queries, Register
    from incident_desk.usecases.submission import Done, Submitter

T = TypeVar("T")


class Session(QObject):
    """Signals: `actor_changed`; `names_changed` after people, places, settings or the pack changed; `written` carries
    what was saved here (Done); `leaving`: no job runs any more, and the register is still open.
    """

    actor_changed = Signal()
    names_changed = Signal()
    written = Signal(object)
    leaving = Signal()

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
        self._submitter: Submitter | None = None
        self._names = read_names(register.queries)
        self._reached = True
        self.bus.directories_changed.connect(self._on_directories_changed)
        self.bus.connection_changed.connect(self._on_connection)
        self.bus.watch(register.queries, server=register.path is None)
        tasks.closing.connect(self._interrupt)

    # --- who and what ---

    @property
    def actor(self) -> Actor:
        return self._actor

    def set_actor(self, actor: Actor) -> None:
        """What was ordered before stays with who ordered it, however long it waits."""
        self._actor = actor
        if self._submitter is not None:
            self._submitter = replace(self._submitter, actor=actor)
        self.actor_changed.emit()

    def still_here(self, giver: Actor) -> bool:
        """Whether it is who gave an order: nobody else is offered to take it back, or to try it again."""
        return giver.id == self._actor.id

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
        """Runs a query on a thread and hands its rows to `done` on the UI thread. Who leaves does not wait for it."""
        register = self.register

        def work() -> T:
            with register.reading():
                return query(register.queries)

        self.tasks.run(work, done, failed or self.explain)

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
                may_undo = undoable and self.still_here(submitter.actor)
                with_crowding(self, result, said, lambda told: self._tell(told, result, may_undo))
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
        giver = self._actor

        def answered(result: Done) -> None:
            self.announce(result)
            if done is not None:
                done(result)

        def failed(error: BaseException) -> None:
            if isinstance(error, Refused) and refused is not None:
                refused(error)
            else:
                self.explain(error, again if self.still_here(giver) else None)

        self.tasks.run(work, answered, failed)

    def write(
        self, words: str, work: Callable[[], T], done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:  # fmt: skip
        """Runs what is lost if the window closes too early: it stays open once, with the `words` about it."""
        number = self.writers.begin(words)

        def answered(result: T) -> None:
            self.writers.end(number)
            done(result)

        def broke_off(error: BaseException) -> None:
            self.writers.end(number)
            (failed or self.explain)(error)

        self.tasks.run(work, answered, broke_off)

    def announce(self, result: Done) -> None:
        """Tells everybody in this window what was saved."""
        self.bus.announce(result.changed)
        self.written.emit(result)

    @property
    def submitter(self) -> Submitter:
        """For use cases beside plain commands: files, undo, many at once. It writes in the name of who acts now, so it
        is taken as the order is given, never inside a job. What decides is loaded when it is first asked.
        """
        if self._submitter is None:
            from incident_desk.usecases.submission import Submitter

            self._submitter = Submitter(self.register, self.services.new_id, self._actor)
        return self._submitter

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

    def _interrupt(self) -> None:
        if self._reached:
            self.register.interrupt()

    def close(self) -> None:
        """Nobody waits at the end for a register that does not answer."""
        self.bus.stop()
        if self._reached:
            self.leaving.emit()
            close_register(self.register, self.services)
        else:
            self.register.close()
