"""What is opened and closed again leaves nothing behind: no window, no page, no thread, no open file."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from incident_desk.gui.page import Page
from incident_desk.gui.working import ProgressTeller
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

ROUNDS = 4
PAGES = ("inbox", "board", "register", "report", "work", "search", "papers", "duplicates", "settings", "import")


def parts_of(root: QObject) -> Counter[str]:
    """How many objects of each kind belong to a window."""
    return Counter(type(part).__name__ for part in root.findChildren(QObject))


def settled(qapp: QApplication) -> None:
    for _ in range(3):
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def open_files() -> Counter[str]:
    """What is open, by name: files, sockets, pipes."""
    found: Counter[str] = Counter()
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # the one that lists the others is gone by now
            found[str(entry.readlink()).partition(":")[0]] += 1
    return found


@pytest.mark.long
def test_that_pages_shown_again_and_again_do_not_pile_up(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], qapp: QApplication
) -> None:
    incidents = [desk.new("reaction"), desk.new("conclusion")]
    opened = open_on(desk)

    def walk() -> None:
        for page in PAGES:
            opened.show(page)
        for incident in incidents:
            opened.show("incident", incident)
        settled(qapp)

    counts = []
    for _ in range(1 + ROUNDS):
        walk()
        counts.append(parts_of(opened.window))
    # What is read late comes once; what piles up is more after each walk.
    rising = {kind for kind in counts[-1] if all(now[kind] > then[kind] for then, now in pairwise(counts[1:]))}
    assert rising == set()


def test_that_who_told_of_long_work_is_gone_after_it(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], qapp: QApplication, tmp_path: Path
) -> None:
    opened = open_on(desk)
    sheet = tmp_path / "list.csv"
    sheet.write_text("Name;Job\nZoe Zorn;Nurse\n", encoding="utf-8")
    long_work: dict[str, Callable[[Page], None]] = {
        "trust": lambda page: page.act("check_register"),
        "duplicates": lambda page: page.look(),  # type: ignore[attr-defined]  # of this page
        "import": lambda page: page.take(sheet),  # type: ignore[attr-defined]  # of this page
    }
    for key, begin in long_work.items():
        begin(opened.show(key))
        assert opened.window.findChildren(ProgressTeller), key
        opened.settle()
        settled(qapp)
        assert not opened.window.findChildren(ProgressTeller), key


def test_that_a_closed_window_is_gone_with_all_it_held(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], qapp: QApplication
) -> None:
    incident = desk.new("reaction")

    def once() -> QWidget:
        opened = open_on(desk)
        window = opened.window
        opened.show("board")
        opened.show("incident", incident)
        opened.host.close()
        settled(qapp)
        return window

    once()
    threads, files = threading.active_count(), open_files()
    windows = [once() for _ in range(ROUNDS)]
    assert not [window for window in windows if isValid(window)]
    assert threading.active_count() <= threads
    more = {name: count for name, count in (open_files() - files).items() if count >= ROUNDS}
    assert more == {}
