"""The program of test_crashes: the real window, with somebody at it who writes a canary into everything.

python -m tests.journeys.crashing_child RUN ARGUMENTS...     RUN: crash, or look
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import sqlalchemy as sa
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incident_desk.domain.commands import RecordIncident
from incident_desk.gui.crash_band import CrashBand
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.window_host import WindowHost
from incident_desk.storage.unit_of_work import SqlUnitOfWork
from incident_desk.usecases import submission

CANARY, PASSWORD = "Canaria Vogelsang", "canary-password in words"  # that is the point
_PATIENCE = 30  # seconds
full: list[bool] = []
hosts: list[WindowHost] = []


def main(run: str, *arguments: str) -> int:
    sa.event.listen(sa.Engine, "checkout", _fill)
    opened = WindowHost.open
    journey = {"crash": crash, "look": look}[run]

    def begin(host: WindowHost, *given: Any) -> None:
        opened(host, *given)
        hosts.append(host)
        assert isinstance(host.window, MainWindow)
        host.window.settled.connect(lambda: QTimer.singleShot(0, host, lambda: journey(host.window)))  # type: ignore[arg-type]  # seen above

    WindowHost.open = begin  # type: ignore[method-assign, assignment]  # so that a journey begins in it
    from incident_desk.app import run as program

    return program(arguments)


def _fill(raw: Any, *_: object) -> None:
    """The disk as SQLite meets it when it is full."""
    raw.execute(f"PRAGMA max_page_count = {1 if full else 1_000_000}")


def say(*words: object) -> None:
    print(*words, flush=True)


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        QTest.qWait(20)
        if time.monotonic() > end:
            traceback.print_stack()
            os._exit(3)  # an assertion would end in the program's own report


def crash(window: MainWindow) -> None:
    session, errors = window.session, list[BaseException]()
    window.show_page("report")
    until(QApplication.focusWidget)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, f"{CANARY} fell")
    until(lambda: list((session.services.data_dir / "drafts").glob("*.json")))
    address = f"postgresql://anna:{PASSWORD.replace(' ', '%20')}@127.0.0.1:1/{CANARY.split(maxsplit=1)[0]}"
    session.tasks.run(lambda: session.services.open_register(address), None, errors.append)
    until(lambda: errors)
    order = RecordIncident({"title": CANARY, "what_happened": f"{CANARY} fell. " * 500})
    told = list[str]()
    session.messages.told.connect(lambda message: told.append(message.text))
    full.append(True)
    session.submit(None, (order,))
    until(lambda: told)
    say("full:", told[-1])
    full.clear()
    _fails_in_the_program(window, order)
    SqlUnitOfWork.commit = _dies  # type: ignore[method-assign]  # in the middle of a save
    session.submit(None, (order,))
    until(lambda: False)


def _fails_in_the_program(window: MainWindow, order: RecordIncident) -> None:
    """In a job and in a thread."""
    decide = submission.Submitter.submit

    def broken(*given: object) -> NoReturn:
        raise KeyError(CANARY) from ValueError(order)

    submission.Submitter.submit = broken  # type: ignore[assignment]  # the planted bug
    window.session.submit(None, (order,))
    threading.Thread(target=broken).start()
    until(lambda: (band := hosts[-1]._crashes.band) is not None and "2 times" in band.title.text())
    band = hosts[-1]._crashes.band
    assert band is not None
    band.copy_button.click()
    say("crashed:", band.title.text())
    print(band.report.text(), file=sys.stderr, flush=True)
    submission.Submitter.submit = decide  # type: ignore[method-assign]  # mended


def _dies(*_: object, **__: object) -> NoReturn:
    faulthandler._sigsegv()  # type: ignore[attr-defined]  # not declared
    raise AssertionError


def look(window: MainWindow) -> None:
    bands = window.findChildren(CrashBand)
    say("bands:", len(bands))
    for band in bands:
        until(partial(_is_done, band))
        say(band.title.text())
        say(band.sentence.text())
        say(*(button.words for button in window.findChildren(type(band.copy_button)) if "not sent" in button.words))
        print(band.report.text(), file=sys.stderr, flush=True)
    window.close()


def _is_done(band: CrashBand) -> bool:
    return "through up to" in band.sentence.text() and band.body.count() > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
