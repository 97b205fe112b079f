"""Log files as JSON lines: what happened, without the data it happened to."""

from __future__ import annotations

import json
import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

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


def start_logging(data_dir: Path) -> None:
    """Writes to logs/incident-desk.log, 1 MB each, five kept, readable by the owner only."""
    folder = data_dir / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            folder / "incident-desk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True
        )
    except OSError:
        return  # a full or read-only disk must not keep the program from opening
    handler.setFormatter(JsonLines())
    root = logging.getLogger("incident_desk")
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    root.propagate = False
