"""Asks a parsing process; whatever that process meets, the caller gets answers or a sentence."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.files.worker.process import WorkerLost, WorkerProcess, WorkerSilent, start_process
from incident_desk.usecases.errors import SurroundingsFailed

log = logging.getLogger(__name__)

PATIENCE = 25  # seconds without a sign of life
MEGABYTES = 512
_LAST = frozenset({"refused", "file", "end"})  # one of these is in the last answer to a request


@dataclass(frozen=True, slots=True)
class Refusals:
    """What is said of a file that asks for more than there is, that nobody can read, that takes too long."""

    too_large: str
    damaged: str
    too_slow: str


class Asker:
    """With `keep` one process answers many requests until `close`, else each has its own."""

    def __init__(
        self, worker: str, refusals: Refusals, *, keep: bool = False, patience: float = PATIENCE,
        megabytes: int = MEGABYTES,
    ) -> None:  # fmt: skip
        self._worker, self._refusals = worker, refusals
        self._keep, self._patience, self._megabytes = keep, patience, megabytes
        self.kept: WorkerProcess | None = None

    def close(self) -> None:
        if self.kept is not None:
            self.kept.end()
            self.kept = None

    def answers(
        self, request: Mapping[str, Any], name: str, while_waiting: Callable[[], None]
    ) -> Generator[tuple[int, dict[str, Any]], None, None]:
        """What is answered to one request about the file of this name, each with its length in bytes. `while_waiting`
        may raise. A process that was not heard to the end is of no more use.
        """
        process, self.kept = self.kept or start_process(self._worker, self._megabytes), None
        heard = False
        try:
            process.ask(request)
            for length, answer in process.answers(self._patience, while_waiting):
                heard = not _LAST.isdisjoint(answer)
                if "refused" in answer:
                    raise _refusal(answer)
                yield length, answer
                if heard:
                    return
        except WorkerLost as lost:
            code = self._refusals.too_large if lost.too_large else self._refusals.damaged
            raise SurroundingsFailed(code, name=name) from lost
        except WorkerSilent as error:
            raise SurroundingsFailed(self._refusals.too_slow, name=name) from error
        finally:
            if heard and self._keep:
                self.kept = process
            else:
                process.end()


def _refusal(answer: Mapping[str, Any]) -> SurroundingsFailed:
    if "unexpected" in answer:
        log.warning("a file was not read: %s", answer["unexpected"])
    return SurroundingsFailed(answer["refused"], **answer["facts"])
