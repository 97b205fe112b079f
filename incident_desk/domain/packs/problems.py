"""What can be wrong in a sector pack: a place, a code, facts. The sentences stand in texts/packs.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
_NAMES_OF_A_ROW = ("key", "code", "step", "priority")


@dataclass(frozen=True, slots=True)
class PackProblem:
    """`facts` fill the sentence "packs.<code>"; `where` is among them, a file adds `name` and `line`."""

    path: Path
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


class PackProblems(Exception):
    """Everything that is wrong in one pack, in the order of reading."""

    def __init__(self, problems: Iterable[PackProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{problem.code} at {problem.path}" for problem in self.problems))


def spoken(path: Path, data: object) -> str:
    """A path as the person who writes packs says it: rows by their own key, else counted from one."""
    words: list[str] = []
    for part in path:
        data = _inside(data, part)
        words.append(part if isinstance(part, str) else _row_name(data) or str(part + 1))
    return ".".join(words)


def _inside(data: object, part: str | int) -> object:
    if isinstance(part, str):
        return data.get(part) if isinstance(data, Mapping) else None
    return data[part] if isinstance(data, Sequence) and part < len(data) else None


def _row_name(row: object) -> str:
    names = (row.get(name) for name in _NAMES_OF_A_ROW) if isinstance(row, Mapping) else ()
    return next((name for name in names if isinstance(name, str) and name), "")
