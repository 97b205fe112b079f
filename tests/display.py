"""A screen that nobody sees, for tests that open the real window: X server, window manager, session bus.

Each process that runs tests gets its own, so that two windows never compete for the keyboard and
a screen reader (AT-SPI) finds only the window of its own test.

    python -m tests.display run -- COMMAND...
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests import processes

VARIABLE = "INCIDENT_DESK_TEST_SCREEN"  # "own": a process that runs tests makes its own screen
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")
SIZE = "1920x1200x24"


def is_installed() -> bool:
    return all(map(shutil.which, PROGRAMS))


@contextmanager
def _telling(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Iterator[str]:
    """Starts a program that writes one line into the descriptor {fd} once it is ready; gives that line."""
    log = folder / f"{command[0]}.log"
    reader, writer = os.pipe()
    command = [word.format(fd=writer) for word in command]
    with (
        os.fdopen(reader) as line,
        processes.running(command, environment, log=log, pass_fds=[writer]) as process,
    ):
        os.close(writer)
        told = line.readline().strip()
        processes.wait_until(lambda: bool(told), process, log)
        yield told


@contextmanager
def own_screen() -> Iterator[dict[str, str]]:
    """The environment variables with which a window appears on a screen of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="incident-desk-screen-")))
        # The temporary folder has mode 0700, as Qt and the bus want their folder to be.
        screen = {"XDG_RUNTIME_DIR": str(folder), "XDG_SESSION_TYPE": "x11", "QT_QPA_PLATFORM": "xcb"}
        server = ("Xvfb", "-displayfd", "{fd}", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset")
        screen["DISPLAY"] = ":" + stack.enter_context(_telling(server, os.environ | screen, folder))
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}")
        address = stack.enter_context(_telling(bus, os.environ | screen, folder))
        screen["DBUS_SESSION_BUS_ADDRESS"] = address
        _start_window_manager(stack, os.environ | screen, folder)
        yield screen


def _start_window_manager(stack: ExitStack, environment: Mapping[str, str], folder: Path) -> None:
    log, ready = folder / "openbox.log", folder / "openbox-is-ready"
    command = ("openbox", "--sm-disable", "--startup", f"touch {ready}")
    process = stack.enter_context(processes.running(command, environment, log=log))
    processes.wait_until(ready.exists, process, log)


def run_on_own_screen(command: Sequence[str]) -> int:
    if not is_installed():
        raise processes.StartError(f"A screen needs {', '.join(PROGRAMS)}; not all of them are installed.")
    with own_screen() as screen:
        return processes.run(command, os.environ | screen)


if __name__ == "__main__":
    sys.exit(processes.main(__doc__, run_on_own_screen))
