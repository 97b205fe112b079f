"""A second start on the register that is open already: the program that has it is asked, and nothing is waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from incident_desk.support import asking_to_front
from incident_desk.support.asking_to_front import answer, ask_to_front, question_to, take_question
from incident_desk.support.running import RunningMark, marks_of

WARD = "/srv/Ward.register"


@contextmanager
def running(data_dir: Path, look: Callable[[Path], object]) -> Iterator[RunningMark]:
    """A program with a register open, which looks again and again whether it is asked."""
    mark, ended = RunningMark(data_dir), threading.Event()
    mark.say_register("ward", WARD)

    def work() -> None:
        while not ended.wait(0.005):
            look(mark.path)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield mark
    finally:
        ended.set()
        thread.join()
        mark.end()


def test_that_the_program_that_has_it_open_is_asked(tmp_path: Path) -> None:
    asked: list[str] = []

    def look(mark: Path) -> None:
        if wanted := take_question(mark):
            asked.append(wanted)
            answer(mark)

    with running(tmp_path, look) as mark:
        assert ask_to_front(tmp_path, WARD)
        assert asked == [WARD]
        assert not ask_to_front(tmp_path, "/srv/Other.register")
        assert not question_to(mark.path).exists()
    assert not ask_to_front(tmp_path, WARD)


def test_that_a_program_that_does_not_answer_is_passed_over(tmp_path: Path) -> None:
    with running(tmp_path, lambda mark: None) as mark:
        began = time.monotonic()
        assert not ask_to_front(tmp_path, WARD)
        assert time.monotonic() - began < asking_to_front._PATIENCE + 1
        assert not question_to(mark.path).exists()


def test_that_nobody_asks_a_program_that_was_cut_off(tmp_path: Path) -> None:
    left = tmp_path / "running" / "999999999-1.json"
    left.parent.mkdir()
    left.write_text(f'{{"pid": 999999999, "register_id": "ward", "address": "{WARD}"}}')
    question_to(left).write_text(WARD)
    assert marks_of(tmp_path, WARD) == []
    assert not ask_to_front(tmp_path, WARD)
