"""A second start asks the program that has the register open already to come to the front.

The question is a file beside that program's mark, in a folder of this user alone; the answer is that it is gone. So
nothing is loaded for it and nothing can be left that is in the way: who does not answer soon is passed over.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from incident_desk.support.files import write_whole
from incident_desk.support.running import marks_of

_PATIENCE, _LOOK = 1.5, 0.01  # seconds


def ask_to_front(data_dir: Path, address: str) -> bool:
    """Whether a program has come to the front with this register (`addresses.comparable`)."""
    return any(_answers(question_to(mark), address) for mark in marks_of(data_dir, address))


def question_to(mark: Path) -> Path:
    return mark.with_suffix(".front")


def take_question(mark: Path) -> str:
    """Which register somebody asks for; "" where nobody does."""
    try:
        return question_to(mark).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def answer(mark: Path) -> None:
    with suppress(OSError):
        question_to(mark).unlink(missing_ok=True)


def _answers(question: Path, address: str) -> bool:
    try:
        write_whole(question, address.encode())
        until = time.monotonic() + _PATIENCE
        while (asked := question.exists()) and time.monotonic() < until:
            time.sleep(_LOOK)
    except OSError:
        return False
    with suppress(OSError):
        question.unlink(missing_ok=True)
    return not asked
