"""Sector packs from TOML files: those that come with the program, and those that a site writes itself."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.packs.problems import PackProblem, PackProblems, spoken
from incident_desk.domain.text import LANGUAGES
from incident_desk.files.toml_lines import TomlLines, scan
from incident_desk.support.resources import resource
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed

SUFFIX = ".toml"
MOST_SHOWN = 20
LARGEST = 2_000_000  # bytes; the largest shipped pack has a twentieth of that
_SHOWN_LAST = "general"  # it fits where none of the others does

# What tomllib says, and the sentence of texts/packs.toml that says it to somebody who writes packs.
_SYNTAX = (
    (re.compile(r"Cannot (overwrite|declare|mutate)|Duplicate inline"), "syntax_twice"),
    (re.compile(r"Expected '=' after"), "syntax_equals"),
    (re.compile(r"Unclosed|Expected '\]'|Invalid initial character"), "syntax_bracket"),
    (re.compile(r"Unescaped"), "syntax_backslash"),
    (re.compile(r"Illegal character|Found invalid character|Unterminated string|Expected \"'\""), "syntax_quote"),
    (re.compile(r"Invalid value"), "syntax_value"),
    (re.compile(r"Expected newline"), "syntax_rest_of_line"),
)
_POSITION = re.compile(r"at line (\d+)")


def pack_names() -> tuple[str, ...]:
    """Names of the packs that come with the program, the one for everybody last."""
    names = (path.stem for path in resource("packs").glob(f"*{SUFFIX}"))
    return tuple(sorted(names, key=lambda name: (name == _SHOWN_LAST, name)))


def load_pack(source: str | Path) -> tuple[Pack, dict[str, Any]]:
    """A pack and the data it was read from, by the name of a shipped pack or the path of a file.

    Raises SurroundingsFailed: there is no such pack, or it is wrong, with one sentence for each problem.
    """
    path = _path_of(source)
    try:
        return read_pack_file(path)
    except PackProblems as found:
        sentences = {f"problems_{code}": _sentences(found, code) for code in LANGUAGES}
        raise SurroundingsFailed("pack_wrong", name=path.name, problems=found.problems, **sentences) from found


def read_pack_file(path: Path) -> tuple[Pack, dict[str, Any]]:
    """Raises PackProblems, whose facts name file, line and key."""
    text = _text_of(path)
    data = _data_of(text, path.name)
    try:
        return read_pack(data, KNOWN_NEEDS), data
    except PackProblems as found:
        lines = scan(text)
        placed = [_placed(problem, path.name, lines) for problem in found.problems]
        raise PackProblems(sorted(placed, key=_line_number)) from None


def _line_number(problem: PackProblem) -> int:
    return int(problem.facts["line"])


def _sentences(found: PackProblems, language: str) -> str:
    """One line for each problem; a long list says how many more there are."""
    texts = Texts(language)
    shown = [texts.say(f"packs.{each.code}", **each.facts) for each in found.problems[:MOST_SHOWN]]
    more = len(found.problems) - len(shown)
    return "\n".join([*shown, *([texts.count("packs.more", more)] if more else [])])


def _path_of(source: str | Path) -> Path:
    path = Path(source)
    if path.suffix != SUFFIX:
        if str(source) not in pack_names():
            options = ", ".join(pack_names())
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
        message = str(trouble)
    except RecursionError:
        message = "Unclosed array"
    code = next((code for pattern, code in _SYNTAX if pattern.search(message)), "syntax")
    lines, position = scan(text), _POSITION.search(message)
    if position:
        line = int(position.group(1))
        raise _problem(code, name, line, spoken(lines.last_up_to(line), None))
    # What is open at the end was opened where the last key stands.
    line, key = lines.visits[-1] if lines.visits else (1, ())
    raise _problem(code, name, line, spoken(key, None))


def _problem(code: str, name: str, line: int = 1, key: str = "") -> PackProblems:
    return PackProblems([PackProblem((), code, {"name": name, "line": str(line), "where": key})])
