"""What failed here is nobody's fault but ours: one sentence and a report, where Python would print a trace."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import ExceptHookArgs

log = logging.getLogger("incident_desk.crash")


def tell_our_fault(error: BaseException, data_dir: Path, language: str) -> int:
    """Says where the report lies; what was lost on the way to it never hides the sentence."""
    from incident_desk.support.crash_report import keep_report, report_text
    from incident_desk.support.texts import Texts
    from incident_desk.support.traces import told_error

    log.error("uncaught %s", type(error).__name__, exc_info=error)
    try:
        report = keep_report(data_dir, report_text(data_dir, [told_error(error)]))
        sentence = Texts(language).say("cli.our_fault", name=str(report))
    except OSError:
        sentence = Texts(language).say("cli.our_fault_unkept")
    sys.stderr.write(sentence + "\n")
    return 1


def keep_traces_off_the_terminal() -> None:
    """What fails in a thread, or as something is cleared away, goes into the log alone."""
    threading.excepthook = _in_thread
    sys.unraisablehook = _unraisable


def _in_thread(given: ExceptHookArgs) -> None:
    log.error("uncaught in a thread: %s", given.exc_type.__name__, exc_info=given.exc_value)


def _unraisable(given: sys.UnraisableHookArgs) -> None:
    log.warning("could not be told: %s", given.exc_type.__name__, exc_info=given.exc_value)
