"""Finds in the source every code that a refusal or a failure of the surroundings is raised with."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "incident_desk"
# Raised with a code that is worked out: where, and what it can be.
WORKED_OUT = {
    ("usecases/whereabouts.py", "FROM_ELSEWHERE"): ("register_from_elsewhere",),
    ("domain/decisions/drafting.py", "code"): ("reason_missing", "priority_reason_missing", "note_empty"),
    ("domain/directory_entry.py", "f'{what}_unknown'"): ("person_unknown", "place_unknown", "equipment_unknown"),
    ("usecases/references.py", "refused.code"): (),  # said again with its field; read where it is raised first
    ("usecases/importing/directory_writers.py", "refused.code"): (),  # as well
    ("usecases/export/told.py", "unknown"): (
        "person_unknown",
        "place_unknown",
        "equipment_unknown",
        "category_unknown",
        "choice_unknown",
    ),
    ("files/mapping_files.py", "code"): ("mapping_key", "mapping_value"),
    ("files/sheets/delimited.py", "code"): ("sheet_quote_open", "sheet_cell_too_long"),
    ("files/worker/asking.py", "answer['refused']"): (),  # said again; raised first in the worker
    ("files/worker/asking.py", "code"): ("sheet_too_large", "sheet_damaged", "paper_too_large", "paper_damaged"),
    ("files/worker/asking.py", "self._refusals.too_slow"): ("sheet_too_slow", "paper_too_slow"),
    ("storage/dialects/sqlite.py", "code"): ("register_busy", "register_unreachable", "register_damaged"),
    ("storage/engine.py", "code"): (),  # from the table _TROUBLE beside it, read below
}


@dataclass(frozen=True)
class Raised:
    """One place that raises: where, under which code, with the names of which facts."""

    where: str
    code: str
    facts: frozenset[str]


def raised(exception: str, *folders: str) -> list[Raised]:
    """Every place in these parts of the package that raises the exception, code by code."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not folders or name.startswith(folders):
            found += list(_in_file(path, name, exception))
    return found


def _in_file(path: Path, name: str, exception: str) -> Iterator[Raised]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and _called(call.func) == exception:
            facts = frozenset(keyword.arg or "**" for keyword in call.keywords)
            for code in _codes(call.args[0], name):
                yield Raised(f"{name}:{call.lineno}", code, facts)


def _called(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def _codes(node: ast.expr, name: str) -> tuple[str, ...]:
    match node:
        case ast.Constant(str(code)):
            return (code,)
        case ast.IfExp(body=body, orelse=other):
            return (*_codes(body, name), *_codes(other, name))
        case _:
            return WORKED_OUT[name, ast.unparse(node)]
