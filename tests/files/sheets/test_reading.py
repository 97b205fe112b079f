"""The parsing process: bounded, watched, stopped when asked, and never the end of the program."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.files.sheets.reader import WorkerReader
from incident_desk.files.worker.limits import megabytes_of
from incident_desk.files.worker.process import WorkerLost, WorkerProcess, start_process
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.sheets import ReadingStopped
from tests.files.sheets.making import around, cell, pack, xlsx, xlsx_parts

MEASURE = """
import json, resource, sys
from pathlib import Path
from incident_desk.files.sheets.reader import WorkerReader
reader, path = WorkerReader(), Path(sys.argv[1])
rows = len(reader.read(path).rows) if sys.argv[2] == "read" else sum(len(part.rows) for part in reader.batches(path))
own = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]  # ru_maxrss begins with that of the parent
print(json.dumps([rows, int(own) // 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024]))
"""
WIDTH = 24


def large(path: Path, rows: int) -> Path:
    """Like a register: short words, and one long text that no other row has."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([f"Column {n}" for n in range(WIDTH)])
        writer.writerows([f"word {n * row % 40}" for n in range(WIDTH - 1)] + [f"{row} " * 60] for row in range(rows))
    return path


def measured(path: Path, how: str) -> tuple[int, int, int]:
    """Rows, and the peaks of the caller and of the process in megabytes."""
    done = subprocess.run([sys.executable, "-c", MEASURE, path, how], check=True, capture_output=True, text=True)
    rows, caller, process = json.loads(done.stdout)
    return rows, caller, process


@pytest.mark.slow
def test_that_a_hundred_thousand_rows_stay_within_the_bounds(tmp_path: Path) -> None:
    path = large(tmp_path / "large.csv", 100_000)
    assert path.stat().st_size > 50_000_000
    rows, caller, process = measured(path, "read")
    assert rows == 100_000
    assert caller + process < 512
    rows, caller, process = measured(path, "batches")
    assert rows == 100_000
    assert caller + process < 200


@pytest.mark.slow
def test_that_a_workbook_of_a_hundred_thousand_rows_stays_within_the_bounds(tmp_path: Path) -> None:
    body = (
        f'<row r="{n}">{"".join(cell(column, n, f"word {column * n % 40}") for column in range(12))}</row>'
        for n in range(1, 100_002)
    )
    path = pack(tmp_path / "large.xlsx", xlsx_parts({"A": around("".join(body))}))
    rows, caller, process = measured(path, "read")
    assert rows == 100_000
    assert caller + process < 512


def test_that_parts_make_the_whole(reader: WorkerReader, tmp_path: Path) -> None:
    path = large(tmp_path / "a.csv", 7_000)
    parts = list(reader.batches(path))
    whole = reader.read(path)
    assert len(parts) > 3
    assert {part.heading for part in parts} == {whole.heading}
    assert tuple(row for part in parts for row in part.rows) == whole.rows
    assert whole.lines == tuple(range(2, 7_002))
    heading_alone = list(reader.batches(large(tmp_path / "b.csv", 0)))
    assert [len(part.rows) for part in heading_alone] == [0]


def test_that_progress_goes_up_to_the_end(reader: WorkerReader, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    reader.read(large(tmp_path / "a.csv", 20_000), progress=progress)
    done = [at for at, _ in told]
    assert done == sorted(done)
    assert len(set(done)) > 5
    assert told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize("kept", [True, False])
def test_that_reading_stops_when_asked_and_leaves_nothing_running(tmp_path: Path, kept: bool) -> None:
    path = large(tmp_path / "a.csv", 20_000)
    before = _running()
    with WorkerReader(keep=kept) as reader:
        with pytest.raises(ReadingStopped):
            reader.read(path, progress=lambda done, of: done == 0)
        parts = reader.batches(path)
        assert len(next(parts).rows) > 0
        del parts  # the caller lost interest
        assert len(reader.read(path).rows) == 20_000
    assert _running() == before


def _running() -> set[threading.Thread]:
    """One thread listens to each process until it has ended."""
    return {thread for thread in threading.enumerate() if thread.name == "sheet worker"}


def test_that_a_process_that_says_nothing_is_ended(tmp_path: Path) -> None:
    path, before = large(tmp_path / "a.csv", 10), _running()
    with WorkerReader(keep=True, patience=1) as reader:
        reader.look(path)
        assert reader._asker.kept is not None
        os.kill(reader._asker.kept._process.pid, signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(SurroundingsFailed) as caught:
            reader.look(path)
    assert (caught.value.code, caught.value.facts) == ("sheet_too_slow", {"name": "a.csv"})
    assert time.monotonic() - began < 20
    assert _running() == before


def test_that_little_memory_ends_in_a_sentence(tmp_path: Path) -> None:
    chance = random.Random(1)
    path = xlsx(tmp_path / "a.xlsx", *[[chance.randbytes(2000).hex() for _ in range(10)] for _ in range(500)])
    with pytest.raises(SurroundingsFailed) as caught:
        WorkerReader(megabytes=40).look(path)
    assert caught.value.code == "sheet_too_large"
    assert WorkerReader().look(path).sheets[0].rows == 499


@pytest.mark.expects_log
def test_that_a_program_that_cannot_start_itself_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for program in (str(tmp_path / "none"), "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        with pytest.raises(SurroundingsFailed) as caught:
            WorkerReader().look(large(tmp_path / "a.csv", 1))
        assert caught.value.code == "copy_not_whole"


@pytest.fixture
def process() -> Iterator[WorkerProcess]:
    started = start_process("sheet-worker", 200)
    yield started
    started.end()


@pytest.mark.expects_log
def test_that_what_nobody_foresaw_is_a_refusal_and_a_line_in_the_log(
    reader: WorkerReader, tmp_path: Path, caplog: pytest.LogCaptureFixture, process: WorkerProcess
) -> None:
    request = {"do": "read", "path": str(large(tmp_path / "a.csv", 1)), "sheet": None, "form": ["klingon", ","]}
    process.ask(request)
    (_, answer) = next(process.answers(30, lambda: None))
    assert answer["refused"] == "sheet_damaged"
    assert answer["unexpected"].startswith("ValueError in delimited.py:")
    assert "klingon" not in json.dumps(answer)


def test_that_the_process_ends_when_nobody_asks_any_more() -> None:
    command = [sys.executable, "-m", "incident_desk", "sheet-worker", "200"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"ready": True})


def test_that_the_process_loads_no_more_than_it_needs() -> None:
    """What reads untrusted bytes has no database, no window and no network at hand, and starts in an instant."""
    loaded = "import sys, incident_desk.files.sheets.worker; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"PySide6", "sqlalchemy", "reportlab", "socket", "incident_desk.usecases.ports"} & set(modules)


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("signal_", "code"),
    [(signal.SIGSEGV, "sheet_damaged"), (signal.SIGABRT, "sheet_too_large"), (signal.SIGXCPU, "sheet_too_large")],
)
def test_that_a_crash_is_told_from_a_limit_and_logged(
    signal_: signal.Signals, code: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = large(tmp_path / "a.csv", 10)
    caplog.set_level("INFO")
    with WorkerReader(keep=True) as reader, pytest.raises(SurroundingsFailed) as caught:
        reader.look(path)
        assert reader._asker.kept is not None
        os.kill(reader._asker.kept._process.pid, signal_)
        reader.look(path)
    assert caught.value.code == code
    assert f"was lost: -{int(signal_)}" in caplog.text


def test_that_a_process_that_cannot_limit_itself_is_watched() -> None:
    watched = WorkerProcess("sheet-worker", 512, is_watched=True)
    try:
        assert 5 < megabytes_of(os.getpid()) < 4_000
        next(watched.answers(60, lambda: None))
        watched._most = 1  # anything it holds is more
        with pytest.raises(WorkerLost) as lost:
            next(watched.answers(30, lambda: None))
        assert lost.value.too_large
    finally:
        watched.end()
