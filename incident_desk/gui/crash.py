"""When it crashes anyway: log it, keep a report that holds no record contents, and let the window tell it."""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, QtMsgType, Signal, Slot, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from incident_desk.support.logs import open_for_owner
from incident_desk.support.traces import told_error, told_places

log = logging.getLogger("incident_desk.crash")
_TOGETHER_MS = 300  # what fails as it is painted fails again and again: it is told a few times a second at most
_MOST_LOGGED = 50  # in one run: no fault of ours shall fill the disk, or push everything else out of the log
_MOST_KEPT = 500
_QUOTED = re.compile(r"""'[^']*'|"[^"]*"|(?:[A-Za-z]:)?[/\\][^\s:]+""")


class CrashWatch(QObject):
    """Signal: `crashed`, on the UI thread and never in the middle of what failed; `count` and `text` tell the rest."""

    crashed = Signal()
    _came = Signal(str)

    def __init__(self, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._errors: list[str] = []
        self.count = 0
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self._tell)
        self._came.connect(self._on_came)

    def take(self, error: BaseException) -> None:
        """From any thread."""
        self.report(type(error), error, error.__traceback__)

    def report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """As Python hands it over, from any thread."""
        if kind is KeyboardInterrupt:  # Ctrl+C in the terminal it was started from
            QApplication.quit()
            return
        if self.count < _MOST_LOGGED:
            log.error("uncaught %s", kind.__name__, exc_info=error)
        with suppress(RuntimeError):  # the window system is gone: it is in the log
            self._came.emit(told_places(kind, trace) if error is None else told_error(error))

    def text(self) -> str:
        """The report about all that failed so far."""
        from incident_desk.support.crash_report import report_text

        return report_text(self._data_dir, self._errors, f"Qt {qVersion()}")

    @Slot(str)
    def _on_came(self, told: str) -> None:
        self.count += 1
        if len(self._errors) < _MOST_KEPT:
            self._errors.append(told)
        if not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        from incident_desk.support.crash_report import keep_report

        if self.count <= _MOST_LOGGED:
            with suppress(OSError):  # what cannot be kept can still be copied
                keep_report(self._data_dir, self.text())
        self.crashed.emit()


def watch_for_crashes(application: QApplication, data_dir: Path) -> CrashWatch:
    """From now on no failure is silent: not in threads, not in Qt, not a fault of the interpreter."""
    watch = CrashWatch(data_dir, application)
    sys.excepthook = watch.report
    sys.unraisablehook = _unraisable
    threading.excepthook = lambda given: watch.report(given.exc_type, given.exc_value, given.exc_traceback)
    log_qt_messages()
    try:
        faults = open_for_owner(data_dir / "logs" / "faults.log")
    except OSError:
        return watch
    faulthandler.enable(faults)
    application.aboutToQuit.connect(_closer(faults.close))
    return watch


def _unraisable(given: sys.UnraisableHookArgs) -> None:
    """As something was cleared away: nothing that anybody waited for."""
    log.warning("could not be told: %s", given.exc_type.__name__, exc_info=given.exc_value)


def log_qt_messages() -> None:
    """What Qt says goes into the log, not onto a person's terminal."""
    qInstallMessageHandler(_qt_message)


def _closer(close: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        faulthandler.disable()
        close()

    return done


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _qt_message(kind: QtMsgType, context: object, message: str) -> None:
    """Without what it quotes and without names of files."""
    logging.getLogger("incident_desk.qt").log(_LEVELS[kind], "%s", _QUOTED.sub("...", message))
