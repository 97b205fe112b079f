"""Starting the window: where garbage is collected, when the log begins."""

from __future__ import annotations

import gc
import json
import logging
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from incident_desk.gui.start import Collector
from incident_desk.gui.tasks import TaskRunner
from incident_desk.support.logs import LogFile


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


def test_that_the_log_begins_with_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "incident-desk.log"
    handler = LogFile(path)
    try:
        assert not path.exists()
        handler.handle(
            logging.LogRecord("incident_desk.x", logging.ERROR, __file__, 1, "password: %s", ("rose",), None)
        )
        line = json.loads(path.read_text(encoding="utf-8"))
        assert (line["level"], line["message"]) == ("ERROR", "password: ...")
    finally:
        handler.close()
