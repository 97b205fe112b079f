"""Tests that a page of docs/ names as proof: they must exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def named(text: str) -> list[tuple[str, str]]:
    """(file, test) of each."""
    return _TEST.findall(text)


def unknown(text: str) -> list[tuple[str, str]]:
    """Those that do not exist."""
    return [each for each in named(text) if each[1] not in _defined_in(each[0])]


@cache
def _defined_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
