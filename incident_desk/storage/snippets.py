"""Where the words of a search stand in a record: the field that holds most of them, and a piece of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.field_values import ValueKind
from incident_desk.storage.projection import is_searched
from incident_desk.support.words import words_of

WIDTH = 200
STORY = "what_happened"
_BEGINNING = r"(?<![^\W_]){}"
_MUCH = 200_000  # characters: nobody types more into one field


_TEXTS = sa.select(t.field_value.c.incident, t.field_value.c.key, t.field_value.c.line, t.field_value.c.text).where(
    t.field_value.c.incident.in_(sa.bindparam("numbers", expanding=True)), t.field_value.c.kind == str(ValueKind.TEXT)
)
_REMOVED = sa.select(t.item.c.incident, t.item.c.list, t.item.c.ordinal).where(
    t.item.c.incident.in_(sa.bindparam("numbers", expanding=True)), t.item.c.state == "removed"
)


def searched_texts(
    connection: sa.Connection, numbers: list[int], names: Mapping[str, str]
) -> list[tuple[int, str, str]]:
    """(row number, key, text) of everything these records are found by; for one of the ids in `names`, its name."""
    return list(_texts(connection, numbers, names)) if numbers else []


def _texts(connection: sa.Connection, numbers: list[int], names: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    given = {"numbers": numbers}
    removed = {tuple(row) for row in connection.execute(_REMOVED, given)}
    for no, key, line, text in connection.execute(_TEXTS, given).all():
        if not text or (line and (no, key.partition(".")[0], line) in removed):
            continue
        place = f"{key} {line}" if line else key
        if text in names:
            yield no, place, names[text]
        elif is_searched(key, text):
            yield no, place, text


class Looked:
    """Looks for words in texts: where one begins like one of them, as the search itself sees it."""

    def __init__(self, words: Sequence[str]) -> None:
        self._beginnings = {word: re.compile(_BEGINNING.format(re.escape(word))) for word in words}
        self._any = re.compile(_BEGINNING.format(f"(?:{'|'.join(map(re.escape, words))})")) if words else None

    def missing(self, text: str) -> list[str]:
        """Those of the words that are not there."""
        if text.isascii():
            plain = text.lower()
            return [word for word, beginning in self._beginnings.items() if not beginning.search(plain)]
        there = words_of(text)
        return [word for word in self._beginnings if not any(each.startswith(word) for each in there)]

    def first(self, line: str) -> int:
        """Where the first of the words stands; 0 where none does."""
        if self._any is None:
            return 0
        if line.isascii():
            found = self._any.search(line.lower())
            return found.start() if found else 0
        at = 0
        for part in line.split(" "):  # folded, letters may stand elsewhere; parts stay where they are
            if any(each.startswith(tuple(self._beginnings)) for each in words_of(part)):
                return at
            at += len(part) + 1
        return 0


def piece(texts: Mapping[str, str], words: Sequence[str]) -> tuple[str, str]:
    """A piece of the text that holds most of the words, and its field; the story where no other holds more."""
    looked = Looked(words)
    best, least = STORY, len(looked.missing(texts.get(STORY, "")))
    for key, text in texts.items():
        if not least:
            break
        if (count := len(looked.missing(text))) < least:
            best, least = key, count
    return _around(texts.get(best, ""), looked, WIDTH), best.partition(" ")[0]


def snippet(text: str, words: Sequence[str], width: int = WIDTH) -> str:
    """A piece of the stored text around the first of the words, on one line."""
    return _around(text, Looked(words), width)


def _around(text: str, looked: Looked, width: int) -> str:
    flat = " ".join(text[:_MUCH].split())
    start = max(0, looked.first(flat) - width // 3)
    if start:
        start = flat.find(" ", start) + 1
    found, more = flat[start : start + width], start + width < len(flat)
    if more and not flat[start + width].isspace():
        found = found.rsplit(" ", 1)[0]  # no half word, where there is more than one
    return ("... " if start else "") + found.rstrip() + (" ..." if more else "")
