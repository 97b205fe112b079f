"""The report after a crash: what helps to find the place, and nothing that somebody wrote."""

from __future__ import annotations

import os
from pathlib import Path

from incident_desk.support.crash_report import faults_told, keep_report, report_text

FAULTS = """Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "/Users-of/canaria/desk/pages.py", line 12 in open page
  File "/Users-of/canaria/desk/start.py", line ??? in begin
Extension modules: PySide6.QtCore (total: 1)
Canaria Vogelsang
"""


def test_that_the_same_error_again_is_counted(tmp_path: Path) -> None:
    text = report_text(tmp_path, ["KeyError\n  a.py:1 f", "OSError", "KeyError\n  a.py:1 f"])
    assert "2 x KeyError\n  a.py:1 f\n" in text
    assert "\nOSError\n" in text


def test_that_the_last_twenty_lines_of_the_log_are_in_it(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    lines = [f'{{"message": "{number}"}}' for number in range(30)]
    (tmp_path / "logs" / "incident-desk.log").write_text("\n".join(lines) + "\n")
    told = report_text(tmp_path, []).partition("Log:\n")[2].split()
    assert told == " ".join(lines[10:]).split()


def test_that_what_the_interpreter_wrote_is_told_as_places_from_where_this_run_began(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    file = tmp_path / "logs" / "faults.log"
    file.write_text("Fatal Python error: Aborted\n" + FAULTS)
    assert faults_told(tmp_path, 28) == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f (most recent call first):",
        "  pages.py:12 open",
        "  start.py:0 begin",
        "Extension modules: PySide6.QtCore (total: 1)",
    ]


def test_that_a_report_is_its_owners_and_that_ten_are_kept(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    for number in range(12):
        (tmp_path / "logs" / f"crash-20200101-0000{number:02}-1.txt").touch()
    kept = keep_report(tmp_path, "text")
    assert kept.read_text() == "text"
    assert os.name != "posix" or kept.stat().st_mode & 0o777 == 0o600
    assert len(list((tmp_path / "logs").glob("crash-*.txt"))) == 10
