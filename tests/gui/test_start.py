"""Starting the window: where garbage is collected."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from incident_desk.gui.start import Collector
from incident_desk.gui.tasks import TaskRunner


class _Circle:
    def __init__(self) -> None:
        self.me = self


def _allocate() -> bool:
    kept = [[number] for number in range(200_000)]  # enough for many collections, had a job to make them
    return bool(kept)


def test_that_garbage_is_collected_on_the_ui_thread_alone(qtbot: QtBot) -> None:
    parent, threads, ran = QObject(), list[threading.Thread](), list[bool]()
    collector, tasks = Collector(parent), TaskRunner(parent)
    try:
        weakref.finalize(_Circle(), lambda: threads.append(threading.current_thread()))
        for _ in range(5_000):  # so much garbage that a collection is due
            _Circle()
        tasks.run(_allocate, ran.append)
        qtbot.waitUntil(lambda: bool(ran and threads), timeout=20_000)
        assert threads == [threading.main_thread()]
    finally:
        collector.stop()
        tasks.close()
    assert gc.isenabled()
