"""Log files as JSON lines: what happened, without the data it happened to.

A line holds the words of this program alone. What is put into them is told as far as it cannot quote anybody: numbers
as they are, texts by their `repr` and cut, everything else by its kind. Of what libraries say only the place is kept.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incident_desk.support.traces import place_in_code, told_error

if TYPE_CHECKING:
    from io import TextIOWrapper
    from logging.handlers import RotatingFileHandler

OURS = "incident_desk"
_FILE = "incident-desk.log"
_LONGEST_TEXT, _LONGEST_MESSAGE, _LONGEST_TRACE = 200, 2_000, 8_000  # letters
_IN_ADDRESS = re.compile(r"(://[^:/@\s]*:)\S+(@)")  # to the last @: a password may hold one
_SAID = re.compile(
    r"""(?i)((?:password|passphrase|passwd|pwd|secret|key|token)\b['"]?(?:\s*[=:]\s*|\s+))('[^']*'|"[^"]*"|[^\n,;]+)"""
)


class JsonLines(logging.Formatter):
    """One JSON object a line; user text cannot forge a line, secrets are blackened."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "subject": record.name,
            "message": _message(record),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["trace"] = told_error(error)[:_LONGEST_TRACE]
        return json.dumps(line, ensure_ascii=False)


def redacted(text: str) -> str:
    """Without passwords in addresses and after words that announce a secret, and without the home of who works here."""
    text = _SAID.sub(r"\1...", _IN_ADDRESS.sub(r"\1...\2", text))
    home = str(Path.home())
    for spelling in (home, home.replace("\\", "\\\\")):
        text = text.replace(spelling, "~") if len(home) > 1 else text
    return text


def _message(record: logging.LogRecord) -> str:
    if not _is_ours(record.name):
        return place_in_code(record.pathname, record.lineno, record.funcName or "?")
    given = record.args
    if isinstance(given, Mapping):
        given = {key: _harmless(each) for key, each in given.items()}
    elif given:
        given = tuple(_harmless(each) for each in given)
    return redacted(str(record.msg) % given if given else str(record.msg))[:_LONGEST_MESSAGE]


def _is_ours(name: str) -> bool:
    return name == OURS or name.startswith(f"{OURS}.")


def _harmless(given: Any) -> Any:
    if given is None or isinstance(given, bool | int | float):
        return given
    return repr(given[:_LONGEST_TEXT]) if isinstance(given, str) else type(given).__qualname__


class LogFile(logging.Handler):
    """1 MB each, five kept. Loads what turns files over, which is much, with the first line that is written."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self._path = path
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _turning_file(self._path)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):  # its last line may find no room
                self._file.close()
        super().close()


def _turning_file(path: Path) -> RotatingFileHandler:
    from logging.handlers import RotatingFileHandler

    class OwnersFile(RotatingFileHandler):
        def _open(self) -> TextIOWrapper:
            return open_for_owner(Path(self.baseFilename))

        def handleError(self, record: logging.LogRecord) -> None:
            """A disk that takes no line is told where somebody saves; Python would print a trace here."""

    return OwnersFile(path, "a", 1_000_000, 5, encoding="utf-8", delay=True)


def open_for_owner(path: Path) -> TextIOWrapper:
    """A text file to add to that nobody else may read, whoever made it before. Raises OSError."""
    file = open(path, "a", encoding="utf-8", opener=_for_owner)  # noqa: SIM115  # the caller closes it
    if hasattr(os, "fchmod"):
        os.fchmod(file.fileno(), 0o600)
    return file


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def start_logging(data_dir: Path) -> None:
    """Writes to logs/incident-desk.log, readable by the owner only. What libraries warn of comes there too, for it
    would else stand on somebody's terminal."""
    folder = data_dir / "logs"
    with suppress(OSError):  # a full or read-only disk must not keep the program from opening
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file, root, ours = LogFile(folder / _FILE), logging.getLogger(), logging.getLogger(OURS)
    for each in (*root.handlers, *ours.handlers):
        if isinstance(each, LogFile):
            root.removeHandler(each)
            ours.removeHandler(each)
            each.close()
    root.addHandler(file)
    ours.handlers[:] = [file]
    ours.setLevel(logging.INFO)
    ours.propagate = False


def last_lines(data_dir: Path, count: int) -> list[str]:
    """The newest lines of the log; none where it cannot be read."""
    try:
        with (data_dir / "logs" / _FILE).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - count * (_LONGEST_TRACE + _LONGEST_MESSAGE)))
            return file.read().decode("utf-8", "replace").splitlines()[-count:]
    except OSError:
        return []
