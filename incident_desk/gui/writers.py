"""What is being written that would be lost if the window closed now. One rule for all of it: it is not dropped by a
slip of the hand. The window stays open and says so; closed once more, it goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from incident_desk.gui.messages import Messages


@dataclass(slots=True)
class _Writer:
    words: str
    show: Callable[[], None] | None
    told: bool = False


class Writers:
    """Those of one open register."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._running: dict[int, _Writer] = {}
        self._last = 0

    def begin(self, words: str, show: Callable[[], None] | None = None) -> int:
        """`words`: what becomes of it when the window closes; `show` goes where it is seen. `end` wants the number."""
        self._last += 1
        self._running[self._last] = _Writer(words, show)
        return self._last

    def end(self, number: int) -> None:
        del self._running[number]

    @property
    def are_busy(self) -> bool:
        return bool(self._running)

    def may_close(self) -> bool:
        """Whether all that runs was spoken of before."""
        untold = [writer for writer in self._running.values() if not writer.told]
        if not untold:
            return True
        first = untold[0]
        for writer in untold:  # ten files that are attached are one sentence
            writer.told = writer.words == first.words
        if first.show is not None:
            first.show()
        self._messages.warning(first.words)
        return False
