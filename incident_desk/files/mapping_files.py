"""Mappings of sheets as TOML files that people can read and change; what is wrong in one is named with its line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.files.toml_lines import Path as KeyPath
from incident_desk.files.toml_lines import scan
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.importing.list_cells import SPLITS
from incident_desk.usecases.importing.mapping import REFUSE, Closed, FieldSource, ListSource, SheetMapping, folded

_LARGEST = 1_000_000  # bytes
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TABLES = ("fields", "fixed", "closed", "lists")
_PLAIN = {each.name: each for each in fields(SheetMapping) if each.name not in _TABLES}
_KEPT = "mappings"


class TomlMappings:
    """A `MappingFiles`. What this PC remembers lies in its data folder, by the headings of the sheets."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / _KEPT

    def read(self, path: Path) -> SheetMapping:
        """Raises SurroundingsFailed, naming file, line and key of what is wrong."""
        return _Reader(path).mapping()

    def write(self, path: Path, mapping: SheetMapping, keep: Iterable[Path] = ()) -> None:
        write_out(path, mapping_text(mapping).encode(), keep)

    def remembered(self, heading: Sequence[str]) -> SheetMapping | None:
        """What was decided for the last sheet with these headings. A file that cannot be read is no help."""
        path = self._path(heading)
        try:
            return self.read(path) if path.is_file() else None
        except SurroundingsFailed:
            return None

    def remember(self, heading: Sequence[str], mapping: SheetMapping) -> None:
        """Where this cannot be kept, the next sheet is guessed again."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.write(self._path(heading), mapping)
        except (OSError, Refused, SurroundingsFailed):
            return

    def _path(self, heading: Sequence[str]) -> Path:
        content = json.dumps(sorted(map(folded, heading)), ensure_ascii=False)
        return self._folder / f"{sha256(content.encode()).hexdigest()[:24]}.toml"


# --- writing -----------------------------------------------------------------------------------------


def mapping_text(mapping: SheetMapping) -> str:
    """JSON's strings and lists are TOML's too."""
    parts = ["\n".join(f"{key} = {_value(getattr(mapping, key))}" for key in _PLAIN)]
    if mapping.fixed:
        parts.append("[fixed]\n" + _pairs(mapping.fixed))
    if mapping.closed:
        parts.append(f"[closed]\ncolumn = {_value(mapping.closed.column)}\nwords = {_value(mapping.closed.words)}")
    for key, source in mapping.fields.items():
        head = f"fields.{_key(key)}"
        others = "" if source.others == REFUSE else f"\nothers = {_value(source.others)}"
        parts.append(f"[{head}]\ncolumns = {_value(source.columns)}{others}")
        if source.words:
            parts.append(f"[{head}.words]\n" + _pairs(source.words))
    for key, lines in mapping.lists.items():
        split = f"\nsplit = {_value(lines.split)}"
        parts.append(f"[lists.{_key(key)}]\ncolumns = {_value(lines.columns)}{split}")
    return "\n\n".join(parts) + "\n"


def _pairs(values: Mapping[str, str]) -> str:
    return "\n".join(f"{_key(key)} = {_value(value)}" for key, value in values.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    """As JSON, but for the one character that TOML wants escaped and JSON does not."""
    text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")


# --- reading -----------------------------------------------------------------------------------------


class _Reader:
    """Takes one file apart, and says on which line it is wrong."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            if path.stat().st_size > _LARGEST:
                raise SurroundingsFailed("mapping_unreadable", name=self._name)
            self._text = path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            raise SurroundingsFailed("file_missing", name=str(path)) from None
        except (OSError, UnicodeDecodeError):
            raise SurroundingsFailed("mapping_unreadable", name=self._name) from None
        self._lines = scan(self._text)

    def mapping(self) -> SheetMapping:
        try:
            data = tomllib.loads(self._text)
        except (tomllib.TOMLDecodeError, RecursionError) as trouble:
            found = re.search(r"at line (\d+)", str(trouble))
            line = int(found[1]) if found else self._text.count("\n") + 1
            raise SurroundingsFailed("mapping_syntax", name=self._name, line=line) from None
        self._known(data, {*_PLAIN, *_TABLES}, ())
        plain = {key: self._plain(key, value) for key, value in data.items() if key in _PLAIN}
        sources, lists = self._table(data, "fields", ()), self._table(data, "lists", ())
        return SheetMapping(
            {key: self._source(sources, key) for key in sources},
            fixed=self._words(data, "fixed", ()), closed=self._closed(data),
            lists={key: self._list_source(lists, key) for key in lists}, **plain,
        )  # fmt: skip

    def _plain(self, key: str, value: Any) -> Any:
        default = _PLAIN[key].default
        if isinstance(default, tuple):
            return self._texts(value, (key,))
        if type(value) is not type(default):
            raise self._wrong("mapping_value", (key,))
        return value

    def _source(self, sources: Mapping[str, Any], key: str) -> FieldSource:
        at = ("fields", key)
        table = self._table(sources, key, ("fields",))
        self._known(table, {"columns", "others", "words"}, at)
        others = table.get("others", FieldSource(()).others)
        if not isinstance(others, str):
            raise self._wrong("mapping_value", (*at, "others"))
        return FieldSource(self._texts(table.get("columns"), (*at, "columns")), self._words(table, "words", at), others)

    def _list_source(self, lists: Mapping[str, Any], key: str) -> ListSource:
        at = ("lists", key)
        table = self._table(lists, key, ("lists",))
        self._known(table, {"columns", "split"}, at)
        split = table.get("split", ListSource(()).split)
        if split not in SPLITS:
            raise self._wrong("mapping_value", (*at, "split"))
        return ListSource(self._texts(table.get("columns"), (*at, "columns")), split)

    def _closed(self, data: Mapping[str, Any]) -> Closed | None:
        if "closed" not in data:
            return None
        table = self._table(data, "closed", ())
        self._known(table, {"column", "words"}, ("closed",))
        column = table.get("column")
        if not isinstance(column, str):
            raise self._wrong("mapping_value", ("closed", "column"))
        return Closed(column, self._texts(table.get("words", []), ("closed", "words")))

    def _words(self, data: Mapping[str, Any], key: str, at: KeyPath) -> dict[str, str]:
        table = self._table(data, key, at)
        for word, meaning in table.items():
            if not isinstance(meaning, str):
                raise self._wrong("mapping_value", (*at, key, word))
        return table

    def _table(self, data: Mapping[str, Any], key: str, at: KeyPath) -> dict[str, Any]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong("mapping_value", (*at, key))
        return table

    def _texts(self, value: Any, at: KeyPath) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong("mapping_value", at)
        return tuple(value)

    def _known(self, table: Mapping[str, Any], keys: set[str], at: KeyPath) -> None:
        for key in table:
            if key not in keys:
                raise self._wrong("mapping_key", (*at, key))

    def _wrong(self, code: str, at: KeyPath) -> SurroundingsFailed:
        line, value = self._lines.of(at), ".".join(map(str, at))[:80]
        return SurroundingsFailed(code, name=self._name, line=line, value=value)
