"""Where the time of a long piece of work goes: functions of the program with a watch around them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


class Stopwatch:
    """Seconds by name. What is watched does not call another watched function."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def add(self, name: str, seconds: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    @contextmanager
    def on(self, watched: Mapping[str, Sequence[tuple[Any, str]]]) -> Iterator[None]:
        """Watches attributes of modules and classes until the block ends."""
        before = [(owner, name, getattr(owner, name)) for places in watched.values() for owner, name in places]
        for part, places in watched.items():
            for owner, name in places:
                setattr(owner, name, self._around(part, getattr(owner, name)))
        try:
            yield
        finally:
            for owner, name, work in before:
                setattr(owner, name, work)

    def _around(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                self.add(part, time.perf_counter() - start)

        return watched
