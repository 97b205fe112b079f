"""On which line each key of a TOML file stands, because tomllib says so only for broken syntax."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# Longest first; a text in three quotation marks may end with two more that belong to it.
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL)
_SCALAR = re.compile(r"[^,\]}#\n]+")  # number, yes or no, date


@dataclass(frozen=True, slots=True)
class TomlLines:
    """Lines count from one. A path is made of keys and, within lists, of positions from zero."""

    lines: Mapping[Path, int]  # where each path is first named
    visits: Sequence[tuple[int, Path]]  # every time one is named, in the order of reading

    def of(self, path: Path) -> int:
        """The line of a path, else that of the nearest part around it; 1 where nothing is known."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1

    def last_up_to(self, line: int) -> Path:
        """The last path that is named on or before a line, () where none is."""
        return next((path for at, path in reversed(self.visits) if at <= line), ())


def scan(text: str) -> TomlLines:
    """The lines of all keys. In a text with broken syntax: of those that stand before the break."""
    scanner = _Scanner(text)
    with suppress(_BrokenSyntaxError, tomllib.TOMLDecodeError, RecursionError):
        scanner.document()
    return TomlLines(scanner.lines, scanner.visits)


class _BrokenSyntaxError(Exception):
    """The scanner cannot go on; tomllib says why."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.visits: list[tuple[int, Path]] = []
        self._text = text
        self._at = 0
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self._counts: dict[Path, int] = {}  # of arrays of tables: how many there are so far

    def document(self) -> None:
        base: Path = ()
        self._skip_blank()
        while self._at < len(self._text):
            if self._next("["):
                base = self._header()
            else:
                self._pair(base)
            self._skip_blank()

    def _header(self) -> Path:
        """[a.b] or [[a.b]]; a part that is an array of tables means its newest table."""
        is_array = self._take("[[") or not self._take("[")
        parts = self._key()
        path: Path = ()
        for n, (part, line) in enumerate(parts):
            path = (*path, part)
            self._visit(path, line)
            if is_array and n == len(parts) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
                self._visit(path, line)
        self._expect("]]" if is_array else "]")
        return path

    def _pair(self, base: Path) -> None:
        path = base
        for part, line in self._key():
            path = (*path, part)
            self._visit(path, line)
        self._expect("=")
        self._value(path)

    def _key(self) -> list[tuple[str, int]]:
        """The parts of a dotted key, each with its line."""
        parts = []
        while True:
            self._skip_blank()
            line = self._line()
            parts.append((self._key_part(), line))
            if not self._take("."):
                return parts

    def _key_part(self) -> str:
        if self._next('"', "'"):
            token = self._match(_STRING)
            return str(tomllib.loads(f"key = {token}")["key"])
        return self._match(_BARE_KEY)

    def _value(self, path: Path) -> None:
        self._skip_blank()
        if self._take("["):
            self._array(path)
        elif self._take("{"):
            self._inline_table(path)
        else:
            self._match(_STRING if self._next('"', "'") else _SCALAR)

    def _array(self, path: Path) -> None:
        position = 0
        while not self._take("]"):
            self._visit((*path, position), self._line())
            self._value((*path, position))
            position += 1
            if not self._take(","):
                self._expect("]")
                return

    def _inline_table(self, path: Path) -> None:
        while not self._take("}"):
            self._pair(path)
            if not self._take(","):
                self._expect("}")
                return

    def _visit(self, path: Path, line: int) -> None:
        self.lines.setdefault(path, line)
        self.visits.append((line, path))

    # --- the text under the cursor ---

    def _line(self) -> int:
        return bisect_left(self._line_ends, self._at) + 1

    def _skip_blank(self) -> None:
        self._match(_BLANK)

    def _next(self, *starts: str) -> bool:
        return self._text.startswith(starts, self._at)

    def _take(self, token: str) -> bool:
        """Step over the token, if it comes next; blanks before it do not count."""
        self._skip_blank()
        if not self._next(token):
            return False
        self._at += len(token)
        return True

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise _BrokenSyntaxError

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _BrokenSyntaxError
        self._at = match.end()
        return match.group()
