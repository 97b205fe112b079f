"""When it crashes anyway: log, keep the drafts, tell in plain words, with a report that holds no record contents."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from incident_desk import __version__

log = logging.getLogger("incident_desk.crash")


class CrashWatch(QObject):
    """Signal: `crashed` carries the text of the report, on the UI thread."""

    crashed = Signal(str)

    def report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        text = crash_text(kind, trace)
        log.error("uncaught %s", kind.__name__, exc_info=(kind, error, trace) if error else None)
        self.crashed.emit(text)


def watch_for_crashes(application: QApplication, data_dir: Path) -> CrashWatch:
    """From now on no failure is silent: not in threads, not in Qt, not a fault of the interpreter."""
    watch = CrashWatch(application)
    sys.excepthook = watch.report
    threading.excepthook = lambda given: watch.report(given.exc_type, given.exc_value, given.exc_traceback)
    log_qt_messages()
    try:
        faults = (data_dir / "logs" / "faults.log").open("a", encoding="utf-8")
    except OSError:
        return watch
    faulthandler.enable(faults)
    application.aboutToQuit.connect(_closer(faults.close))
    return watch


def log_qt_messages() -> None:
    """What Qt says goes into the log, not onto a person's terminal."""
    qInstallMessageHandler(_qt_message)


def _closer(close: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        faulthandler.disable()
        close()

    return done


def crash_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the values it happened to: the message of an error may quote a record."""
    import platform

    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    head = f"Incident Desk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join([head, kind.__name__, *places])


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _qt_message(kind: QtMsgType, context: object, message: str) -> None:
    logging.getLogger("incident_desk.qt").log(_LEVELS[kind], "%s", message)
