"""Copies of a register from before an erasure, which still hold what was erased: they are named, never touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from incident_desk.usecases.ports import Register

_ENDING = ".register"


def copies_left(register: Register, named: Sequence[Path]) -> tuple[Path, ...]:
    """Copies beside the register and in the folders named, and every file that is named itself."""
    path = register.path
    folders = [each for each in named if each.is_dir()] + ([path.parent] if path is not None else [])
    files = [each for each in named if each.is_file()]
    stem = None if path is None else path.name.removesuffix(_ENDING)
    found = [*files, *(copy for folder in folders for copy in _in(folder, stem, path))]
    return tuple(dict.fromkeys(each.resolve() for each in found))


def _in(folder: Path, stem: str | None, own: Path | None) -> Iterator[Path]:
    with suppress(OSError):
        for each in sorted(folder.iterdir()):
            mine = each.name.endswith(_ENDING) and (stem is None or each.name.startswith(stem))
            if mine and each.is_file() and not (own is not None and each.resolve() == own.resolve()):
                yield each
