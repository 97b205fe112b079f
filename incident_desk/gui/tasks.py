"""Work off the UI thread: one-shot jobs on a pool, their answers delivered on the UI thread.

A job gets plain data and gives plain data. Its failure always surfaces: to the handler the caller gave, else to
`failed_unhandled`. The runner owns its threads and waits for them at close. An open register has a runner of its own,
so that nothing it still answers reaches pages that are gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")

Answer = Callable[[Any], None]
Failure = Callable[[BaseException], None]


class _Signals(QObject):
    answered = Signal(object, object)  # answer handler, result
    failed = Signal(object, object)  # failure handler, exception


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], done: Answer | None, failed: Failure | None, signals: _Signals) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._signals = signals

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001  every failure of a job is handed to the UI thread
            self._signals.failed.emit(self._failed, error)
        else:
            self._signals.answered.emit(self._done, result)


class TaskRunner(QObject):
    """Signals: `failed_unhandled` carries the exception of a job that nobody handles; `busy_changed` how many run;
    `closing`: what takes long and can stop has to.
    """

    failed_unhandled = Signal(object)
    busy_changed = Signal(int)
    closing = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._signals = _Signals(self)
        self._signals.answered.connect(self._on_answered)
        self._signals.failed.connect(self._on_failed)
        self._running = 0
        self._closed = False

    def run(
        self, work: Callable[[], T], done: Callable[[T], None] | None = None, failed: Failure | None = None
    ) -> None:
        """Runs `work` on a thread; `done` or `failed` are called on the UI thread, never after `close`."""
        if self._closed:
            return
        self._count(1)
        self._pool.start(_Job(work, done, failed, self._signals))

    @property
    def running(self) -> int:
        return self._running

    @property
    def is_closed(self) -> bool:
        """Also asked by jobs, on their threads: nobody waits for their answer any more."""
        return self._closed

    @Slot(object, object)
    def _on_answered(self, done: Answer | None, result: Any) -> None:
        if self._closed:
            return
        self._count(-1)
        if done is not None:
            done(result)

    @Slot(object, object)
    def _on_failed(self, failed: Failure | None, error: BaseException) -> None:
        if self._closed:
            return
        self._count(-1)
        if failed is not None:
            failed(error)
            return
        self.failed_unhandled.emit(error)

    def _count(self, change: int) -> None:
        self._running += change
        self.busy_changed.emit(self._running)

    def close(self) -> bool:
        """Waits for what runs, and gives whether all of it ended; answers that come later are dropped."""
        self._closed = True
        self.closing.emit()
        self._pool.clear()
        self._running = 0
        return self._pool.waitForDone(10_000)
