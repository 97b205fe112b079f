"""Processes that live a few milliseconds before they are killed: forked from one that has loaded everything.

Each begins with nothing open, waits until it is let go, and tells line by line what it did, straight to the system, so
that what was told was told when it dies.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

Tell = Callable[..., None]
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["pytest", "tests.faults.operations", "tests.faults.savers", "tests.faults.examining"])
_GO = b"go"


class Fork:
    """A process that carries `work(tell, *given)` out once it is let go."""

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        self._line, theirs = socket.socketpair()
        self._told = self._line.makefile("r", encoding="utf-8")
        self._process = _CONTEXT.Process(target=_live, args=(theirs, work, given))
        self._process.start()
        theirs.close()

    @property
    def id(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def let_go(self) -> None:
        self._line.sendall(_GO)

    def told(self) -> Iterator[str]:
        """Every line that was not read yet, until the process ends."""
        with suppress(ConnectionResetError):  # it died before it was let go
            for line in self._told:
                yield line.rstrip("\n")

    def kill(self) -> None:
        """Only its own process, by its id; one that has ended already is left alone."""
        self._process.kill()

    def end(self) -> int:
        """How it ended: its status, or the signal that killed it as a negative number."""
        self._process.join()
        self._told.close()
        self._line.close()
        assert self._process.exitcode is not None
        return self._process.exitcode


@contextmanager
def forked(work: Callable[..., None], *given: Any) -> Iterator[Fork]:
    """Does not outlive the block."""
    fork = Fork(work, *given)
    try:
        yield fork
    finally:
        fork.kill()
        fork.end()


def answers(work: Callable[..., None], *given: Any) -> list[str]:
    """What a process told from birth to its own end. Raises AssertionError where it did not end well."""
    with forked(work, *given) as fork:
        fork.let_go()
        told = list(fork.told())
        assert fork.end() == 0, told
        return told


def _live(line: socket.socket, work: Callable[..., None], given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the tests, and they end this
    if line.recv(len(_GO)) != _GO:
        return

    def tell(*words: object) -> None:
        # Not by `write`: that is one of the calls that are made to fail.
        os.writev(line.fileno(), [(" ".join(map(str, words)) + "\n").encode()])

    work(tell, *given)
