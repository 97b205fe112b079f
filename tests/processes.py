"""Starting programs beside the tests, and ending each of them by its own id, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

START_SECONDS = 60
STOP_SECONDS = 15


class Account(NamedTuple):
    """Who a program runs as; empty: as whoever runs the tests."""

    user: str | None = None
    group: int | None = None
    extra_groups: list[str] | None = None


class StartError(Exception):
    """A program that is installed would not start; the text ends with what it wrote."""


@contextmanager
def running(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    *,
    log: Path,
    folder: Path | None = None,
    account: Account = Account(),  # noqa: B008  # immutable
    stop_with: signal.Signals = signal.SIGTERM,
    pass_fds: Sequence[int] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs as long as the block. Ctrl+C does not reach it: it ends after the tests."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*_ends_with_us(signal.SIGKILL), *command],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            pass_fds=pass_fds,
            start_new_session=True,
            user=account.user,
            group=account.group,
            extra_groups=account.extra_groups,
        )
    try:
        yield process
    finally:
        _stop(process, stop_with)


def _ends_with_us(how: signal.Signals) -> list[str]:
    """Put before a command: ends it even when this process is killed outright, where that can be had."""
    return ["setpriv", "--pdeathsig", how.name.removeprefix("SIG")] if shutil.which("setpriv") else []


def _stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    process.send_signal(how)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_until(is_ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Waits for a program that was just started; tells what it wrote when it ends or takes too long."""
    end = time.monotonic() + START_SECONDS
    while not is_ready():
        if process.poll() is not None or time.monotonic() > end:
            wrote = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise StartError(f"{process.args!r} did not start.\n{wrote}")
        time.sleep(0.02)


def run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs a command in its own group; each wish to end reaches it once, as Ctrl+C, so that it tidies up."""
    guard = _ends_with_us(signal.SIGINT)
    child = subprocess.Popen([*guard, *command], env=environment, process_group=0)

    def pass_on(_number: int, _frame: object) -> None:
        os.killpg(child.pid, signal.SIGINT)

    wishes = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, pass_on) for number in wishes}
    try:
        status = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return status if status >= 0 else 128 - status


def main(description: str | None, run_beside: Callable[[Sequence[str]], int]) -> int:
    """The command line of the modules that run a command beside something: ``run -- COMMAND...``"""
    match sys.argv[1:]:
        case ["run", "--", *command] if command:
            signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
            # A shell that starts this in the background has Ctrl+C ignored; the command would inherit that.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                return run_beside(command)
            except StartError as error:
                sys.stderr.write(f"{error}\n")
                return 1
    sys.stderr.write(f"{description}\n")
    return 2
