"""One parsing process for all tests of a file: starting one takes longer than most sheets do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import SheetReader

Refusal = Callable[[Path], str]


@pytest.fixture(scope="module")
def reader() -> Iterator[WorkerReader]:
    with WorkerReader(keep=True) as kept:
        yield kept


@pytest.fixture
def refusal(reader: WorkerReader) -> Refusal:
    """The code with which a file is refused, the same at the first look and when it is read."""

    def refused(path: Path) -> str:
        looked, read = (_code(reader, path, do) for do in ("look", "read"))
        assert looked == read
        return looked

    return refused


def _code(reader: SheetReader, path: Path, do: str) -> str:
    with pytest.raises(SurroundingsFailed) as caught:
        if do == "look":
            reader.look(path)
        else:
            reader.read(path)
    failure = caught.value
    assert failure.facts["name"] == path.name  # without its folder
    for language in ("en", "de"):
        assert path.name in Texts(language).say(f"trouble.{failure.code}", **failure.facts)
    return failure.code
