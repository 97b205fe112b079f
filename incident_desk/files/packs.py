"""Sector packs from TOML files: those that come with the program, and those that a site writes itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.packs.problems import PackProblem, PackProblems, spoken
from incident_desk.files.toml_lines import TomlLines, scan
from incident_desk.support.resources import resource
from incident_desk.usecases.errors import SurroundingsFailed

SUFFIX = ".toml"
LARGEST = 2_000_000  # bytes; the largest shipped pack has a twentieth of that
_FIRST_SHOWN = "general"  # a new register starts with it where nobody chooses

# What tomllib says, and the sentence of texts/packs.toml that says it to somebody who writes packs.
_SYNTAX = (
    (re.compile(r"Cannot (overwrite|declare|mutate)|Duplicate inline"), "syntax_twice"),
    (re.compile(r"Expected '='|Invalid initial character for a key"), "syntax_equals"),
    (re.compile(r"Unclosed (array|inline)"), "syntax_bracket"),
    (re.compile(r"Illegal character|Unterminated string|Expected \"|Unescaped"), "syntax_quote"),
    (re.compile(r"Expected newline"), "syntax_rest_of_line"),
)
_POSITION = re.compile(r"at line (\d+)")


def available_packs() -> Sequence[str]:
    """Names of the packs that come with the program."""
    names = sorted(path.stem for path in resource("packs").glob(f"*{SUFFIX}"))
    return sorted(names, key=lambda name: name == _FIRST_SHOWN)


def load_pack(source: str | Path) -> tuple[Pack, dict[str, Any]]:
    """A pack and the data it was read from, by the name of a shipped pack or the path of a file.

    Raises PackProblems, whose facts name file, line and key, or SurroundingsFailed where there is no such pack.
    """
    path = _path_of(source)
    text = _text_of(path)
    data = _data_of(text, path.name)
    try:
        return read_pack(data, KNOWN_NEEDS), data
    except PackProblems as found:
        lines = scan(text)
        raise PackProblems(_placed(problem, path.name, lines) for problem in found.problems) from None


def _path_of(source: str | Path) -> Path:
    path = Path(source)
    if path.suffix != SUFFIX:
        if str(source) not in available_packs():
            options = ", ".join(available_packs())
            raise SurroundingsFailed("pack_missing", name=str(source), options=options)
        return resource("packs", f"{source}{SUFFIX}")
    if not path.is_file():
        raise SurroundingsFailed("file_missing", name=str(path))
    return path


def _placed(problem: PackProblem, name: str, lines: TomlLines) -> PackProblem:
    line = lines.of(problem.path)
    return replace(problem, facts={**problem.facts, "name": name, "line": str(line)})


def _text_of(path: Path) -> str:
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        raise _problem("file_unreadable", path.name) from None
    if raw is None:
        raise _problem("file_too_large", path.name)
    try:
        return raw.decode("utf-8-sig")  # some editors begin a file with a mark that is no part of it
    except UnicodeDecodeError as trouble:
        raise _problem("not_utf8", path.name, raw[: trouble.start].count(b"\n") + 1) from None


def _data_of(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        code = next((code for pattern, code in _SYNTAX if pattern.search(str(trouble))), "syntax")
        position = _POSITION.search(str(trouble))
        line = int(position.group(1)) if position else text.count("\n") + 1
    except RecursionError:
        code, line = "syntax_bracket", 1
    raise _problem(code, name, line, spoken(scan(text).last_up_to(line), None))


def _problem(code: str, name: str, line: int = 1, key: str = "") -> PackProblems:
    return PackProblems([PackProblem((), code, {"name": name, "line": str(line), "key": key})])
