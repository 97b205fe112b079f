"""How far long work is, on standard error: on one line of a terminal that is written anew."""

from __future__ import annotations

import sys

from incident_desk.support.texts import Texts


class HowFar:
    """A `usecases.ports.Progress` that never asks to stop. Used as a context: whatever is told next begins a line."""

    def __init__(self, texts: Texts, key: str, *, tenths_from: int | None = None) -> None:
        """Where there is no terminal, a line is told for each tenth of at least `tenths_from`; None: nothing."""
        self._texts, self._key = texts, key
        self._tenths_from = tenths_from
        self._tenths = 0
        self._told = ""

    def __enter__(self) -> HowFar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told:
            print(file=sys.stderr, flush=True)

    def __call__(self, done: int, of: int) -> bool:
        words = self._texts.say(self._key, done=done, of=of)
        if sys.stderr.isatty():
            if words != self._told:
                self._told = words  # before it: Ctrl+C may come as soon as it stands there
                print(f"\r{words}", end="", file=sys.stderr, flush=True)
        elif self._tenths_from is not None and of >= self._tenths_from and 10 * done // of > self._tenths:
            self._tenths = 10 * done // of
            print(words, file=sys.stderr, flush=True)
        return True
