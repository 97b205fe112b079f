"""One door for messages to the person, so that the bar shows them in order and tests can listen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Tone(StrEnum):
    """Good news leaves by itself; trouble stays."""

    GOOD = "good"
    INFO = "info"
    WARNING = "warning"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, at most one button."""

    tone: Tone
    text: str
    button: str = ""
    action: Callable[[], None] | None = None


class Messages(QObject):
    """Signal: `told` carries each message."""

    told = Signal(object)

    def good(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        self.told.emit(Message(Tone.GOOD, text, button, action))

    def info(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        self.told.emit(Message(Tone.INFO, text, button, action))

    def warning(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        self.told.emit(Message(Tone.WARNING, text, button, action))

    def trouble(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        self.told.emit(Message(Tone.TROUBLE, text, button, action))
