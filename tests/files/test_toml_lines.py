"""The line of every path, whatever way a TOML text is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.files.packs import pack_names
from incident_desk.files.toml_lines import Path, scan
from incident_desk.support.resources import resource

TEXTS = st.text(st.sampled_from("a#[]{}=.,'\" äé"), max_size=8)
KEYS = st.sampled_from(["name", "key-2", "_x", "with blank", "dot.ted", "ü", "#", "[q]", ""])


def paths_in(data: object, path: Path = ()) -> Iterator[Path]:
    """Every path that plain data have."""
    if path:
        yield path
    parts: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in parts:
        yield from paths_in(value, (*path, part))


class Writer:
    """Writes data as TOML in ways that `draw` chooses, and notes the line of each path as it goes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Path, int] = {}

    def put(self, text: str) -> None:
        self.text += text

    def note(self, path: Path) -> None:
        self.lines.setdefault(path, self.text.count("\n") + 1)

    def gap(self, *, lines: bool) -> None:
        self.put(self.draw(st.sampled_from(["", " ", "\n", " # ]}'\"\n\n"] if lines else ["", " ", "\t"])))

    def key(self, key: str) -> None:
        bare = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
        self.put(key if bare and self.draw(st.booleans()) else self.quoted(key))

    def quoted(self, text: str) -> str:
        if not {"'", "\n"} & set(text) and self.draw(st.booleans()):
            return f"'{text}'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    def pairs(self, table: dict[str, Any], path: Path) -> None:
        for key, value in table.items():
            self.gap(lines=True)
            self.pair(key, value, path)
            self.put(self.draw(st.sampled_from(["", "  ", " # = '\""])) + "\n")

    def pair(self, key: str, value: object, path: Path) -> None:
        path = (*path, key)
        self.note(path)
        self.key(key)
        while isinstance(value, dict) and len(value) == 1 and self.draw(st.booleans()):
            (key, value), *_ = value.items()  # a dotted key
            path = (*path, key)
            self.note(path)
            self.put(self.draw(st.sampled_from([".", " . "])))
            self.key(key)
        self.put(self.draw(st.sampled_from([" = ", "="])))
        self.value(value, path)

    def value(self, value: object, path: Path) -> None:
        if isinstance(value, dict):
            self.inline_table(value, path)
        elif isinstance(value, list):
            self.array(value, path)
        elif isinstance(value, str):
            self.string(value)
        else:
            self.put(str(value).lower())

    def string(self, value: str) -> None:
        if self.draw(st.booleans()):
            self.put(self.quoted(value))
        elif "'''" not in value and not value.endswith("'") and self.draw(st.booleans()):
            self.put(f"'''\n{value}'''")
        else:
            # Up to two quotation marks may stand before the closing three.
            body = value.replace("\\", "\\\\").replace('"""', '""\\"')
            self.put(f'"""\n{body}"""')

    def array(self, values: list[Any], path: Path) -> None:
        self.put("[")
        for number, value in enumerate(values):
            self.put("," if number else "")
            self.gap(lines=True)
            self.note((*path, number))
            self.value(value, (*path, number))
            self.gap(lines=True)
        self.put(self.draw(st.sampled_from(["", ",", ",\n"])) if values else "")
        self.put("]")

    def inline_table(self, table: dict[str, Any], path: Path) -> None:
        self.put("{")
        for number, (key, value) in enumerate(table.items()):
            self.put("," if number else "")
            self.gap(lines=False)
            self.pair(key, value, path)
            self.gap(lines=False)
        self.put("}")

    def tables(self, table: dict[str, Any], path: Path, names: list[str]) -> None:
        """Plain values first, then [headers] and [[headers]] for what is deeper."""
        deep = {key for key, value in table.items() if self.is_deep(value)}
        self.pairs({key: value for key, value in table.items() if key not in deep}, path)
        for key, value in table.items():
            if key in deep:
                self.headed(value, (*path, key), [*names, key])

    def is_deep(self, value: object) -> bool:
        rows = value if isinstance(value, list) else [value]
        return bool(rows) and all(isinstance(row, dict) for row in rows) and self.draw(st.booleans())

    def headed(self, value: Any, path: Path, names: list[str]) -> None:
        rows = isinstance(value, list)
        for number, row in enumerate(value if rows else [value]):
            self.gap(lines=True)
            inner = (*path, number) if rows else path
            self.note(path)
            self.note(inner)
            self.put("[[" if rows else "[")
            for place, name in enumerate(names):
                self.put(self.draw(st.sampled_from([".", " . "])) if place else "")
                self.key(name)
            self.put("]]\n" if rows else "]\n")
            self.tables(row, inner, names)


VALUES = st.recursive(
    st.integers() | st.booleans() | TEXTS | TEXTS.map(lambda text: f"{text}\n{text}"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Any], Writer]:
    rows = st.lists(st.dictionaries(KEYS, VALUES, max_size=3), min_size=1, max_size=3)
    data = draw(st.dictionaries(KEYS, VALUES | rows, max_size=4))
    writer = Writer(draw)
    writer.tables(data, (), [])
    return data, writer


@given(documents())
def test_that_each_path_has_the_line_it_was_written_on(document: tuple[dict[str, Any], Writer]) -> None:
    data, writer = document
    assert tomllib.loads(writer.text) == data  # the writer of this test writes what it was given
    assert scan(writer.text).lines == writer.lines


@given(documents(), st.randoms(use_true_random=False))
def test_that_a_text_broken_off_anywhere_keeps_the_lines_before(
    document: tuple[dict[str, Any], Writer], random: Any
) -> None:
    whole = document[1].text
    part = whole[: random.randint(0, len(whole))]
    lines = scan(part).lines
    assert all(line <= part.count("\n") + 1 for line in lines.values())
    assert len(lines) <= len(document[1].lines) + 1  # the key that was cut in two


@pytest.mark.parametrize("name", pack_names())
def test_that_every_path_of_a_shipped_pack_has_a_line(name: str) -> None:
    text = resource("packs", f"{name}.toml").read_text(encoding="utf-8")
    assert set(scan(text).lines) == set(paths_in(tomllib.loads(text)))


def test_that_a_missing_key_is_sought_at_its_table() -> None:
    lines = scan("[a]\nb = 1\n\n[[rows]]\nx = 1\n[[rows]]\nx = 2\n")
    assert lines.of(("a", "missing")) == 1
    assert lines.of(("rows", 1, "x", "deeper")) == 7
    assert lines.of(("rows", 1, "missing")) == 6
    assert lines.of(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a.b = 1\na.c = 2", ("a", "c"), 2),
        ("[a.b]\n[a]\nc = 1", ("a", "c"), 3),
        ("t = 1979-05-27 07:32:00\nu = 1", ("u",), 2),
        ('x = """\n#\n[no]\n"""\ny = 1', ("y",), 5),
        ("x = '''\n'''''\ny = 1", ("y",), 3),
        ('x = "\\""\ny = 1', ("y",), 2),
        ('"a\\u00e4" = 1\nb = 1', ("aä",), 1),
        ("x = [ # ]\n 1,\n [2,\n 3],\n]\ny = 1", ("x", 1, 1), 4),
        ("x = 1\r\ny = 1\r\n", ("y",), 2),
        ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", ("a", 1, "b", 0, "c"), 5),
        ("[[a]]\n[a.b]\nc = 1", ("a", 0, "b", "c"), 3),
    ],
)
def test_that_a_path_is_found(text: str, path: Path, line: int) -> None:
    tomllib.loads(text)
    lines = scan(text)
    assert path in lines.lines
    assert lines.of(path) == line
