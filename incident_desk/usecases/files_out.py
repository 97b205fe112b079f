"""Files that people ask for: papers, exports, rows to mend, copies. Every one goes out through here.

A file is there whole or not at all, and a name that is easily mistyped costs nothing: what stands there is replaced
only where it is neither a register nor what the file is made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from incident_desk.domain.errors import Refused
from incident_desk.support.files import writing_whole
from incident_desk.support.register_files import BESIDE_IT, DATABASE, salt_of
from incident_desk.usecases.errors import SurroundingsFailed


@contextmanager
def writing_out(target: Path, keep: Iterable[Path] = ()) -> Iterator[BinaryIO]:
    """Raises Refused or SurroundingsFailed; whatever ends it early, a file that stood there before stays."""
    must_not_replace(target, keep)
    try:
        with writing_whole(target) as file:
            yield file
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(target)) from error


def write_out(target: Path, content: bytes, keep: Iterable[Path] = ()) -> None:
    """As `writing_out`."""
    with writing_out(target, keep) as file:
        file.write(content)


def must_not_replace(target: Path, keep: Iterable[Path] = ()) -> None:
    """Refuses a target that is one of the files in `keep`, or a register, or belongs to one."""
    if any(_is_same(target, each) for each in keep):
        raise Refused("file_being_read", name=str(target))
    if _is_of_register(target):
        raise Refused("file_is_register", name=str(target))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False


def _is_of_register(target: Path) -> bool:
    file = target.resolve()
    if not file.is_file():  # a name that is free, or a folder, which writing will tell
        return False
    owners = [file.with_name(file.name.removesuffix(each)) for each in BESIDE_IT if file.name.endswith(each)]
    return any(_is_register(each) for each in (*owners, file))


def _is_register(file: Path) -> bool:
    """Told by its beginning, but one that is open by the files beside it.

    To open and close such a file here would take off the locks that this process holds on it.
    """
    if any(file.with_name(file.name + ending).exists() for ending in BESIDE_IT):
        return True
    try:
        with file.open("rb") as content:
            begins_as_one = content.read(len(DATABASE)) == DATABASE
    except OSError:  # not there, or not ours to read: writing will tell
        return False
    return begins_as_one or salt_of(file) is not None
