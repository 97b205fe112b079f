"""The log tells what happened and where, and nothing of the data it happened to."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from incident_desk.storage.engine import open_database
from incident_desk.support.logs import LogFile, last_lines, redacted, start_logging

CANARY = "Canaria Vogelsang"
pytestmark = pytest.mark.expects_log  # it is read from the file


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    root, ours = logging.getLogger(), logging.getLogger("incident_desk")
    before = list(root.handlers), list(ours.handlers), ours.level, ours.propagate
    start_logging(tmp_path)
    yield tmp_path
    for each in (*root.handlers, *ours.handlers):
        if isinstance(each, LogFile):
            each.close()
    root.handlers[:], ours.handlers[:], ours.propagate = before[0], before[1], before[3]
    ours.setLevel(before[2])


def written(data_dir: Path) -> list[dict[str, Any]]:
    text = (data_dir / "logs" / "incident-desk.log").read_text(encoding="utf-8")
    assert CANARY not in text
    return [json.loads(line) for line in text.splitlines()]


def ours() -> logging.Logger:
    return logging.getLogger("incident_desk.test")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("password: rose garden", "password: ..."),
        ("the passphrase='rose garden', then", "the passphrase=..., then"),
        ("postgresql://anna:r@se/s@server/db", "postgresql://anna:...@server/db"),
        ("KeyError in monkeys.py", "KeyError in monkeys.py"),
        (f"open {Path.home()}/x", "open ~/x"),
    ],
)
def test_that_secrets_and_the_home_are_blackened(text: str, told: str) -> None:
    assert redacted(text) == told


def test_that_texts_are_told_by_their_repr_and_cut_and_other_things_by_their_kind(data_dir: Path) -> None:
    ours().warning("seen %s, %s, %d", "line\nERROR forged " + "x" * 500, ValueError(CANARY), 7)
    told = written(data_dir)[0]["message"]
    assert told.startswith(r"seen 'line\nERROR forged xxx")
    assert told.endswith("x', ValueError, 7")
    assert len(told) < 250


def test_that_a_trace_holds_places_and_kinds_of_the_whole_chain_and_no_words(data_dir: Path) -> None:
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as first:
            raise ExceptionGroup(CANARY, [ValueError(CANARY)]) from first
    except ExceptionGroup:
        ours().exception("broken")
    lines = written(data_dir)[0]["trace"].splitlines()
    assert [line for line in lines if not line.startswith("  ")] == ["KeyError", "ExceptionGroup", "ValueError"]
    assert lines[1].startswith("  test_logs.py:")


def test_that_an_error_that_led_to_itself_is_told_once(data_dir: Path) -> None:
    first, second = ValueError(CANARY), ValueError(CANARY)
    first.__cause__, second.__cause__ = second, first
    ours().error("broken", exc_info=first)
    assert written(data_dir)[0]["trace"] == "ValueError\nValueError"


def test_that_of_libraries_only_the_place_is_kept(data_dir: Path) -> None:
    logging.getLogger("some.library").warning(f"cannot read {CANARY}")
    line = written(data_dir)[0]
    assert line["subject"] == "some.library"
    assert line["message"].startswith("test_logs.py:")


def test_that_what_a_database_refuses_is_told_without_what_was_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "x.register"
    sqlite3.connect(path).close()
    database = open_database(str(path))
    with database.writer.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x TEXT UNIQUE)")
        with pytest.raises(Exception, match="hidden due to hide_parameters") as refused:  # any
            for _ in range(2):
                connection.exec_driver_sql("INSERT INTO t VALUES (?)", (CANARY,))
    database.dispose()
    assert CANARY not in str(refused.value)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's folder to that person")
def test_that_only_the_owner_reads_the_log_even_one_that_was_there_before(data_dir: Path) -> None:
    path = data_dir / "logs" / "incident-desk.log"
    path.touch(0o644)
    ours().info("one")
    assert path.stat().st_mode & 0o777 == 0o600


def test_that_files_turn_over_and_five_are_kept(data_dir: Path) -> None:
    for _ in range(3500):
        ours().info("x" * 1990)
    files = sorted(each.name for each in (data_dir / "logs").iterdir())
    assert files == ["incident-desk.log", *(f"incident-desk.log.{n}" for n in range(1, 6))]
    assert all(each.stat().st_size <= 1_000_000 for each in (data_dir / "logs").iterdir())
    assert [json.loads(line)["message"][:2] for line in last_lines(data_dir, 20)] == ["xx"] * 20


def test_that_a_disk_that_takes_no_line_is_not_told_with_a_trace(
    data_dir: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (data_dir / "logs").rmdir()
    ours().error("lost: %s", CANARY)
    assert capfd.readouterr() == ("", "")
