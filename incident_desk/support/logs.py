"""Log files as JSON lines: what happened, without the data it happened to."""

from __future__ import annotations

import json
import logging
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

_SECRET = re.compile(r"(?i)(password|passwd|secret|key|://[^:/@\s]+:)([=:\s]*)[^@\s,;]+")


class JsonLines(logging.Formatter):
    """One JSON object a line; user text cannot forge a line, secrets are blackened."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "subject": record.name,
            "message": _SECRET.sub(r"\1\2...", record.getMessage())[:2000],
        }
        if record.exc_info:
            line["trace"] = _SECRET.sub(r"\1\2...", self.formatException(record.exc_info))[:8000]
        return json.dumps(line, ensure_ascii=False)


class LogFile(logging.Handler):
    """1 MB each, five kept. Loads what turns files over, which is much, with the first line that is written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self._path = path
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, "a", 1_000_000, 5, encoding="utf-8", delay=True)
            self._file.setFormatter(self.formatter)
            self._file.handleError = lambda record: None  # type: ignore[method-assign]  # no room for a line is no trouble
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):  # its last line may find no room
                self._file.close()
        super().close()


def start_logging(data_dir: Path) -> None:
    """Writes to logs/incident-desk.log, readable by the owner only."""
    folder = data_dir / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return  # a full or read-only disk must not keep the program from opening
    root = logging.getLogger("incident_desk")
    root.handlers[:] = [LogFile(folder / "incident-desk.log")]
    root.setLevel(logging.INFO)
    root.propagate = False
