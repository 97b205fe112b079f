"""Thousands of files changed by chance: each gives a sheet or a sentence, and none ends the program."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import Sheet
from tests.files.sheets.mutations import mutated, packages

FILES = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 200
LONGEST = 30  # seconds
SUFFIXES = (".csv", ".xlsx", ".ods", ".xlsm", ".xls", "")


@pytest.mark.expects_log
def test_that_every_changed_file_gives_a_sheet_or_a_sentence(
    reader: WorkerReader, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answers, longest = Counter[str](), 0.0
    whole = packages()
    for number in range(FILES):
        path = tmp_path / f"changed{SUFFIXES[number % len(SUFFIXES)]}"
        path.write_bytes(mutated(number, tmp_path, whole))
        began = time.monotonic()
        answers[_answer(reader, path)] += 1
        longest = max(longest, time.monotonic() - began)
        assert longest < LONGEST, number
    print(answers, f"longest {longest:.2f} s")
    assert sum(answers.values()) == FILES
    assert answers["read"] > FILES // 10  # or nothing was tried but the first look at a file
    assert answers["sheet_damaged"] > FILES // 10
    unforeseen = [record.getMessage() for record in caplog.records if "PanicException" not in record.getMessage()]
    assert not unforeseen


def _answer(reader: WorkerReader, path: Path) -> str:
    try:
        file = reader.look(path)
        for head in file.sheets:
            if head.columns:
                _assert_is_sheet(reader.read(path, head.name, file.form), head.rows)
    except SurroundingsFailed as failure:
        assert Texts("en").say(f"trouble.{failure.code}", **failure.facts)
        return failure.code
    return "read"


def _assert_is_sheet(sheet: Sheet, rows: int) -> None:
    assert len(sheet.rows) == len(sheet.lines) == rows
    assert len(set(sheet.heading)) == len(sheet.heading) > 0
    for row in sheet.rows:
        assert len(row) == len(sheet.heading)
        "".join(cell for cell in row if isinstance(cell, str)).encode()
    assert "\0" not in repr(sheet)
