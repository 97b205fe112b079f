"""Long work at the command line: how far it is, on a terminal alone, and Ctrl+C at any time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.cli.arguments import guarded
from incident_desk.cli.how_far import HowFar
from incident_desk.storage.register import needs_upgrade
from incident_desk.support.texts import Texts
from tests.journeys.program import ROOT, Program
from tests.registers.make import FOLDER

pty = pytest.importorskip("pty")  # not on Windows


@pytest.fixture
def older(desk: Program, tmp_path: Path) -> Program:
    """A register of the first version."""
    (tmp_path / "regs").mkdir()
    return desk.at(shutil.copy(FOLDER / "0.1.0.register", tmp_path / "regs" / "Ward.register"))


def at_a_terminal(program: Program, *arguments: str) -> tuple[subprocess.Popen[str], int]:
    """The command under way, and where one reads what it writes to standard error."""
    terminal, slave = pty.openpty()
    command = [sys.executable, "-m", "incident_desk", "--data-dir", str(program.data_dir), "--language", "en"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background ignores it
    child = subprocess.Popen(
        [*command, "--register", str(program.register), *arguments],
        stdout=subprocess.PIPE, stderr=slave, text=True, cwd=ROOT,
    )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    os.close(slave)
    return child, terminal


def read_all(terminal: int) -> str:
    pieces = []
    try:
        while piece := os.read(terminal, 4096):
            pieces.append(piece)
    except OSError:  # how a terminal says that nobody writes any more
        pass
    os.close(terminal)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def test_that_an_older_register_is_backed_up_and_brought_up_to_date(older: Program) -> None:
    path = Path(str(older.register))
    assert needs_upgrade(str(path))
    answer = older("upgrade")
    assert (answer.status, answer.err) == (0, "")
    (backup,) = path.parent.glob("Ward-*")
    assert answer.out == f"{path.name} is up to date. As it stood before, it is in {backup}\n"
    assert needs_upgrade(str(backup))
    assert older("verify").status == 0


def test_that_the_backup_goes_where_one_says(older: Program, tmp_path: Path) -> None:
    assert older("upgrade", "--backup-to", str(tmp_path / "backups")).status == 0
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_that_a_server_is_left_alone_and_its_password_is_told_nowhere(desk: Program, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    server = replace(desk.at("postgresql://anna:secret@server.invalid/ward"), folder=here)
    answer = server("upgrade")
    assert (answer.status != 0, answer.out) == (True, "")
    assert answer.err == "A register on a server is backed up by the server. Ask the person who looks after it.\n"
    assert list(here.iterdir()) == []


def test_that_a_terminal_is_told_how_far_it_is(older: Program) -> None:
    child, terminal = at_a_terminal(older, "upgrade")
    assert read_all(terminal) == "\r17 of 17 incidents brought up to date\n"
    assert child.communicate()[0].startswith("Ward.register is up to date.")
    child, terminal = at_a_terminal(older, "verify")
    told = read_all(terminal)
    assert child.communicate()[0].startswith("Everything holds")
    assert told.startswith("\r0 of ")
    assert told.endswith(" records checked\n")
    done, _, of = told.rpartition("\r")[2].split()[:3]
    assert done == of


def test_that_what_stops_it_is_told_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> int:
        with HowFar(Texts("en"), "cli.verify_how_far") as progress:
            assert progress(0, 9)
            assert progress(3, 9)
            raise KeyboardInterrupt

    terminal, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        status = guarded("en", work)
        monkeypatch.undo()
    assert status == 1
    assert read_all(terminal) == (
        "\r0 of 9 records checked\r3 of 9 records checked\nStopped. What was acknowledged before is kept.\n"
    )


@pytest.mark.slow
def test_that_ctrl_c_ends_a_check(desk: Program, tmp_path: Path) -> None:
    made = desk("demo", str(tmp_path / "demo"), "--size", "1000").out.split("\n")[0]
    for _ in range(20):
        child, terminal = at_a_terminal(desk.at(made), "verify")
        begun = os.read(terminal, 4096)
        assert begun.startswith(b"\r0 of ")
        child.send_signal(signal.SIGINT)
        if b"\n" not in begun:
            break
        read_all(terminal)  # this machine is so busy that the check was over before we looked
        child.communicate()
    assert read_all(terminal).endswith("\nStopped. What was acknowledged before is kept.\n")
    assert child.communicate()[0] == ""
    assert child.returncode == 1
