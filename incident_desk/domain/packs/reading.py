"""A strict reader of plain tables: it goes on after a problem, so that one reading names all of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from enum import Enum
from typing import TypeVar

from incident_desk.domain.packs.problems import PackProblem, Path, spoken
from incident_desk.domain.text import LANGUAGES, NO_TEXT, Text

KEY_FORM = re.compile(r"[a-z][a-z0-9_]{0,39}")
_Code = TypeVar("_Code", bound=Enum)


class Reading:
    """One reading of one pack: the data as they came, and what is wrong with them."""

    def __init__(self, data: object) -> None:
        self.data = data
        self.problems: list[PackProblem] = []

    def note(self, path: Path, code: str, **facts: object) -> None:
        words = {name: str(fact) for name, fact in facts.items()}
        self.problems.append(PackProblem(path, code, {"where": spoken(path, self.data), **words}))

    def note_unknown(self, path: Path, code: str, value: str, known: Collection[str]) -> None:
        """A word that is not one of `known`; the sentence offers those that look alike, else all."""
        alike = get_close_matches(value, sorted(known), n=3, cutoff=0.7)
        self.note(path, code, value=value, options=", ".join(alike or sorted(known)))

    def root(self) -> Table:
        return Table(self, (), self.data)


class Table:
    """One table being read. Each method reads one key and notes what is wrong; `finish` notes the rest."""

    def __init__(self, reading: Reading, path: Path, data: object) -> None:
        self.reading = reading
        self.path = path
        self._asked: set[str] = set()
        self._data: Mapping[str, object] = data if isinstance(data, Mapping) else {}
        self.broken = not isinstance(data, Mapping)
        if self.broken:
            reading.note(path, "table_expected")

    def finish(self) -> None:
        for key in self._data:
            if key not in self._asked:
                self.reading.note_unknown((*self.path, key), "key_unknown", key, self._asked)

    def allow(self, *keys: str) -> None:
        """Keys that may stand here, whether or not they are read."""
        self._asked.update(keys)

    def at(self, *parts: str | int) -> Path:
        return (*self.path, *parts)

    def has(self, key: str) -> bool:
        """Whether there is a value; JSON can say "none", which is not one."""
        return self._data.get(key) is not None

    def note(self, key: str, code: str, **facts: object) -> None:
        self.reading.note(self.at(key), code, **facts)

    def _value(self, key: str, *, needed: bool = True) -> object | None:
        self._asked.add(key)
        if needed and not self.has(key) and not self.broken:
            self.note(key, "key_missing")
        return self._data.get(key)

    def word(self, key: str, *, needed: bool = True) -> str:
        """A plain string, "" where there is none."""
        value = self._value(key, needed=needed)
        if isinstance(value, str) and (value or not needed):
            return value
        if value is not None:
            self.note(key, "text_expected")
        return ""

    def key(self, key: str = "key") -> str:
        """A name by which records and other keys refer to this table."""
        value = self.word(key)
        if value and not KEY_FORM.fullmatch(value):
            self.note(key, "key_form", value=value)
        return value

    def whole(self, key: str, least: int = 1) -> int:
        value = self._value(key)
        return least if value is None else self._whole(self.at(key), value, least)

    def _whole(self, path: Path, value: object, least: int) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        self.reading.note(path, "number_expected", least=least)
        return least

    def grid(self, key: str) -> tuple[tuple[int, ...], ...]:
        """Lists of whole numbers within a list."""
        found = []
        for n, row in enumerate(self.rows(key)):
            if not isinstance(row, list):
                self.reading.note(self.at(key, n), "list_expected")
                continue
            found.append(tuple(self._whole(self.at(key, n, m), value, 0) for m, value in enumerate(row)))
        return tuple(found)

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._value(key, needed=False)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.note(key, "yes_no_expected")
        return default

    def text(self, key: str, *, needed: bool = True, one_line: bool = True) -> Text:
        """A wording in every language."""
        value = self._value(key, needed=needed)
        if value is None:
            return NO_TEXT
        if not isinstance(value, Mapping):
            self.note(key, "wording_expected")
            return NO_TEXT
        wordings = Table(self.reading, self.at(key), value)
        words = [wordings._wording(language, one_line=one_line) for language in LANGUAGES]
        wordings.finish()
        return Text(*words)

    def _wording(self, language: str, *, one_line: bool) -> str:
        self._asked.add(language)
        value = self._data.get(language)
        if value is None or (isinstance(value, str) and not value.strip()):
            self.note(language, f"wording_missing_{language}")
        elif not isinstance(value, str):
            self.note(language, "text_expected")
        elif one_line and "\n" in value:
            self.note(language, "one_line_expected")
        else:
            return value
        return ""

    def rows(self, key: str, *, needed: bool = True, filled: bool = True) -> list[object]:
        value = self._value(key, needed=needed)
        if isinstance(value, list):
            if filled and not value:
                self.note(key, "list_empty")
            return value
        if value is not None:
            self.note(key, "list_expected")
        return []

    def tables(self, key: str, *, needed: bool = True) -> list[Table]:
        rows = self.rows(key, needed=needed, filled=needed)
        return [Table(self.reading, self.at(key, n), row) for n, row in enumerate(rows)]

    def table(self, key: str, *, needed: bool = True) -> Table:
        value = self._value(key, needed=needed)
        inner = Table(self.reading, self.at(key), {} if value is None else value)
        inner.broken |= value is None  # what a missing table lacks needs no sentence of its own
        return inner

    def one_of(self, key: str, known: Mapping[str, _Code]) -> _Code | None:
        word = self.word(key)
        return self._code(self.at(key), word, known) if word else None

    def some_of(self, key: str, known: Mapping[str, _Code], *, needed: bool = False) -> tuple[_Code, ...]:
        rows = enumerate(self.rows(key, needed=needed, filled=needed))
        found = [self._code(self.at(key, n), row, known) for n, row in rows]
        return tuple(code for code in found if code is not None)

    def _code(self, path: Path, value: object, known: Mapping[str, _Code]) -> _Code | None:
        if isinstance(value, str) and value in known:
            return known[value]
        self.reading.note(path, "value_unknown", value=value, options=", ".join(known))
        return None

    def one_word_of(self, key: str, known: Collection[str]) -> str:
        word = self.word(key)
        if word and word not in known:
            self.note(key, "value_unknown", value=word, options=", ".join(known))
        return word

    def plain_words(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty; () where it is left out."""
        found: list[str] = []
        for n, row in enumerate(self.rows(key, needed=False)):
            if isinstance(row, str) and row.strip():
                found.append(row)
            else:
                self.reading.note(self.at(key, n), "text_expected")
        return tuple(found)

    def words_of(self, key: str, known: Collection[str], code: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of words, each one of `known`."""
        found: list[str] = []
        for n, row in enumerate(self.rows(key, needed=needed, filled=False)):
            if isinstance(row, str) and row in known:
                found.append(row)
            else:
                self.reading.note_unknown(self.at(key, n), code, str(row), known)
        return tuple(found)


class Once:
    """Notes what may stand only once: keys, codes, names."""

    def __init__(self, reading: Reading, code: str) -> None:
        self._reading = reading
        self._code = code
        self._seen: set[str] = set()

    def add(self, value: str, path: Path) -> None:
        if value and value.casefold() in self._seen:
            self._reading.note(path, self._code, value=value)
        self._seen.add(value.casefold())
