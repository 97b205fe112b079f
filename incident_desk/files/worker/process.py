"""The parsing process as seen from the program: started, asked, watched, ended."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any

import incident_desk
from incident_desk.files.worker.limits import IS_WATCHED, megabytes_of, was_stopped
from incident_desk.usecases.errors import SurroundingsFailed

log = logging.getLogger(__name__)

_LONGEST_ANSWER = 64_000_000  # bytes
_WAITING = 4  # answers read ahead
_TICK, _EVERY, _LAST_WORDS = 0.1, 0.3, 1.0  # seconds


class WorkerLost(Exception):
    """The process ended or said something that is no answer. `too_large`: what it may take did not suffice."""

    def __init__(self, *, too_large: bool) -> None:
        super().__init__(too_large)
        self.too_large = too_large


class WorkerSilent(Exception):
    """No answer for so long that none is awaited any more."""


class WorkerProcess:
    """One process. It can be asked again and again, but one question at a time."""

    def __init__(self, worker: str, megabytes: int, *, is_watched: bool = IS_WATCHED) -> None:
        self._most, self._is_watched = megabytes, is_watched
        self._looked_at = monotonic()
        self._process = subprocess.Popen(
            [*_program(), worker, str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: Queue[bytes] = Queue(_WAITING)
        self._reading = Thread(target=self._read_ahead, name=worker, daemon=True)
        self._reading.start()

    def _read_ahead(self) -> None:
        """Pipes cannot be waited for with a time limit on Windows; queues can everywhere. The end is an empty line."""
        assert self._process.stdout
        while line := self._process.stdout.readline(_LONGEST_ANSWER):
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, request: Mapping[str, Any]) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise self._lost() from error

    def answers(self, patience: float, while_waiting: Callable[[], None]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each answer with its length. `while_waiting` is called many times a second, and may raise."""
        while True:
            line = self._next_line(patience, while_waiting)
            try:
                answer = json.loads(line)
            except ValueError as error:
                raise self._lost(len(line)) from error
            if not isinstance(answer, dict):
                raise self._lost()
            yield len(line), answer

    def _next_line(self, patience: float, while_waiting: Callable[[], None]) -> bytes:
        until = monotonic() + patience
        while True:
            while_waiting()
            self._watch()
            try:
                return self._answers.get(timeout=_TICK)
            except Empty:
                if monotonic() > until:
                    raise WorkerSilent from None

    def _watch(self) -> None:
        if not self._is_watched or monotonic() - self._looked_at < _EVERY:
            return
        self._looked_at = monotonic()
        if megabytes_of(self._process.pid) > self._most:
            self._process.kill()

    def _lost(self, length: int = 0) -> WorkerLost:
        """`length`: of what it said last, which is cut off when it is too long."""
        try:
            status = self._process.wait(_LAST_WORDS)
        except subprocess.TimeoutExpired:
            status = None  # it goes on, but makes no sense
        too_large = length >= _LONGEST_ANSWER or was_stopped(status)
        log.log(logging.INFO if too_large else logging.WARNING, "the process that reads files was lost: %s", status)
        return WorkerLost(too_large=too_large)

    def end(self) -> None:
        self._process.kill()
        while self._reading.is_alive():  # it may wait for a place in the queue
            try:
                self._answers.get(timeout=_TICK)
            except Empty:
                continue
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return  # a question that the process did not take


def start_process(worker: str, megabytes: int) -> WorkerProcess:
    """`worker` is what the program is started with; `__main__` knows it. Raises SurroundingsFailed where this copy of
    the program cannot start itself.
    """
    try:
        process = WorkerProcess(worker, megabytes)
    except OSError as error:
        raise SurroundingsFailed("copy_not_whole", part=worker) from error
    try:
        next(process.answers(60, lambda: None))
    except (WorkerLost, WorkerSilent) as error:
        process.end()
        raise SurroundingsFailed("copy_not_whole", part=worker) from error
    return process


def _program() -> list[str]:
    """This program once more. On Windows the window's own program has no standard input or output."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "incident_desk"]
    beside = Path(sys.executable).with_name("incident-desk-command.exe")
    return [str(beside if beside.exists() else sys.executable)]


def _environment() -> dict[str, str]:
    """The same program as this one, wherever it was started from."""
    found_in = str(Path(incident_desk.__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (found_in, os.environ.get("PYTHONPATH"))))}
