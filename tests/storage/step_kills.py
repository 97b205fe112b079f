"""Work that dies at its n-th step, for every n that a test asks for.

The victim loads everything once, then for every number on standard input forks the work that dies there, and tells
how it ended. A step is a call or a return of a function in the files that are watched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_KILLED = 9


@contextmanager
def victims(module: str, *arguments: str | Path) -> Iterator[Callable[[int], bool]]:
    """Runs work that dies at its n-th step. False: it came to its end before."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        given, told = process.stdin, process.stdout
        assert given is not None
        assert told is not None

        def killed_at(step: int) -> bool:
            given.write(f"{step}\n")
            given.flush()
            answer = told.readline().strip()
            assert answer in {"0", str(_KILLED)}
            return answer == str(_KILLED)

        yield killed_at
        given.close()


def serve(work: Callable[[], object], watched: tuple[str, ...]) -> None:
    """The victim's side: does the work until its n-th step, as often as it is asked."""
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _until(int(line), work, watched)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _until(step: int, work: Callable[[], object], watched: tuple[str, ...]) -> None:
    left = step

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        if event in {"call", "return"} and frame.f_code.co_filename.endswith(watched):
            left -= 1
            if not left:
                os._exit(_KILLED)

    sys.setprofile(watch)
    work()
    sys.setprofile(None)
