"""Labels and names turned into what stands in a file, once each: a sheet says the same few words in every row."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 20_000


class Remembered(dict[str, str]):
    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = self._make(text)
        return made
