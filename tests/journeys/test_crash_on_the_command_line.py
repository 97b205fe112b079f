"""A bug of ours on the command line: one sentence and a report, whatever somebody wrote into the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import open_desk
from tests.journeys.program import Program

CANARY = "Canaria Vogelsang"
# Python runs this first in every program that finds it.
BUG = f"""
import threading
import incident_desk.usecases.names as names
def broken(queries):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    raise KeyError({CANARY!r}) from ValueError({CANARY!r})
names.read_names = broken
"""


@pytest.fixture
def broken(tmp_path: Path) -> Program:
    (tmp_path / "bug").mkdir()
    (tmp_path / "bug" / "sitecustomize.py").write_text(BUG)
    with open_desk(str(tmp_path / f"{CANARY}.register")):
        pass
    return Program(tmp_path / "data", str(tmp_path / f"{CANARY}.register"), first_on_path=(str(tmp_path / "bug"),))


def test_that_a_bug_is_told_in_one_sentence_with_a_report(broken: Program) -> None:
    answer = broken("list", "--json")
    assert (answer.status, answer.out) == (1, "")
    sentence, name = answer.err.removesuffix("\n").split(" is in ")
    assert sentence.startswith("The program made a mistake")
    report = Path(name).read_text(encoding="utf-8")
    assert report.index("ValueError") < report.index("KeyError") < report.index("Log:")
    assert "ZeroDivisionError" in report.partition("Log:")[2]
    assert "incident_desk/app.py" in report
    written = [each.read_text() for each in broken.data_dir.rglob("*") if each.is_file()]
    assert len(written) == 2
    assert not any(CANARY in each or str(broken.data_dir) in each for each in written)


def test_that_without_room_for_a_report_the_sentence_is_said_all_the_same(broken: Program) -> None:
    broken.data_dir.mkdir()
    (broken.data_dir / "logs").write_text("in the way")
    answer = broken("list")
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert "no report could be written" in answer.err
