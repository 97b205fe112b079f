"""The journal is only appended to: no line of the program changes or removes an entry, but for a lawful erasure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = {"journal", "journal_part", "log", "content"}
_CHANGES = {"update", "delete", "truncate"}


def _written() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted((ROOT / "incident_desk").rglob("*.py")):
        if "migrations" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{path.name}:{getattr(node, 'lineno', 0)}", node


def _table(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _changed_tables(node: ast.AST) -> Iterator[str]:
    """Of `table.update()`, `sa.update(table)`, and statements in plain words."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
        yield _table(node.func.value)
        if _table(node.func.value) in {"sa", "sqlalchemy"}:
            yield from (_table(each) for each in node.args)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = node.value.lower().replace('"', "").split()
        for verb, table in pairwise(words):
            if verb in {"update", "into", "from"} and words[0] in {"update", "delete", "replace", "truncate"}:
                yield table


def test_that_no_line_of_the_program_changes_or_removes_an_entry() -> None:
    found = sorted(
        f"{where.partition(':')[0]}: {table}"
        for where, node in _written() for table in _changed_tables(node) if table in KEPT
    )  # fmt: skip
    # Erasure takes personal parts, and contents that nobody else names; the entries and their hashes stay.
    assert found == ["contents.py: content", "unit_of_work.py: journal_part"]


def test_that_the_search_finds_such_a_line() -> None:
    bad = ('t.journal.update().values(kind="x")', "sa.delete(t.log)", '"DELETE FROM journal_part WHERE chain = 1"',
           "'UPDATE journal SET kind = 1'")  # fmt: skip
    for line in bad:
        assert KEPT & {table for node in ast.walk(ast.parse(line)) for table in _changed_tables(node)}
