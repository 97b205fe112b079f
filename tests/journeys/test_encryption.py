"""Encryption at the command line, as a scheduled job meets it: no terminal, the passphrase in a file."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.support.register_files import salt_of
from tests.journeys.program import ROOT, Program

FIRST, SECOND = "four words with blanks", "another four of them"


@pytest.fixture
def ward(desk: Program, tmp_path: Path) -> Program:
    path = tmp_path / "Ward.register"
    assert desk("new", str(path), "--pack", "general", "--zone", "UTC").status == 0
    for name, passphrase in (("first", FIRST), ("second", SECOND)):
        (tmp_path / name).write_text(f"{passphrase}\nand what else stands in the file\n", encoding="utf-8")
    return desk.at(path)


def test_that_a_register_is_protected_changed_and_opened_again(ward: Program, tmp_path: Path) -> None:
    assert ward.register is not None
    path, first, second = Path(ward.register), str(tmp_path / "first"), str(tmp_path / "second")
    backup = ward("backup", "--to", str(tmp_path / "backups"))
    assert backup.status == 0
    done = ward(
        "encrypt",
        "--recovery-key",
        str(tmp_path / "k.pdf"),
        "--passphrase-file",
        first,
        "--backups",
        str(tmp_path / "backups"),
    )
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0].startswith("Ward.register is protected")
    assert done.out.splitlines()[-1].startswith(f"  {tmp_path / 'backups'}")
    assert salt_of(path) is not None
    refused = ward("info")
    assert (refused.status, refused.out) == (1, "")
    assert "--passphrase-file" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert ward("--passphrase-file", second, "info").err.startswith("This passphrase does not open the file.")
    assert ward("info", "--json", "--passphrase-file", first).json["name"] == "Ward.register"
    again = ward("encrypt", "--recovery-key", str(tmp_path / "x.pdf"), "--passphrase-file", first)
    assert again.err.startswith("This register is protected by a passphrase already.")
    changed = ward(
        "passphrase",
        "--passphrase-file",
        first,
        "--new-passphrase-file",
        second,
        "--recovery-key",
        str(tmp_path / "k2.pdf"),
    )
    assert (changed.status, changed.err) == (0, "")
    assert ward("--passphrase-file", first, "info").status == 1
    assert ward("--passphrase-file", second, "decrypt").status == 0
    assert ward("info").status == 0


def test_that_a_backup_of_an_encrypted_register_is_restored_with_its_passphrase(ward: Program, tmp_path: Path) -> None:
    first = str(tmp_path / "first")
    assert ward("encrypt", "--recovery-key", str(tmp_path / "k.pdf"), "--passphrase-file", first).status == 0
    assert ward("--passphrase-file", first, "backup", "--to", str(tmp_path / "backups")).status == 0
    (backup,) = (tmp_path / "backups").iterdir()
    target = tmp_path / "Again.register"
    elsewhere = replace(ward, register=None)
    assert elsewhere("restore", str(backup), "--to", str(target)).status == 1
    done = elsewhere("--passphrase-file", first, "restore", str(backup), "--to", str(target))
    assert (done.status, done.err) == (0, "")
    assert salt_of(target) == salt_of(backup)


def test_that_a_passphrase_file_that_is_not_there_is_named(ward: Program, tmp_path: Path) -> None:
    told = ward("encrypt", "--recovery-key", str(tmp_path / "k.pdf"), "--passphrase-file", str(tmp_path / "gone"))
    assert (told.status, told.err.strip()) == (1, f"There is no file {tmp_path / 'gone'}. Check the name.")


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own")
def test_that_at_a_terminal_the_passphrase_is_asked_and_not_shown(ward: Program, tmp_path: Path) -> None:
    assert ward.register is not None
    first = str(tmp_path / "first")
    assert ward("encrypt", "--recovery-key", str(tmp_path / "k.pdf"), "--passphrase-file", first).status == 0
    shown, status = _at_a_terminal([*_command(ward), "info"], FIRST)
    assert status == 0
    assert "Passphrase or recovery key of Ward.register:" in shown
    assert FIRST not in shown
    assert "Ward.register" in shown.split("Passphrase or recovery key of Ward.register:")[1]


def _command(ward: Program) -> list[str]:
    told = ["--data-dir", str(ward.data_dir), "--language", "en", "--register", str(ward.register)]
    return [sys.executable, "-m", "incident_desk", *told]


def _at_a_terminal(command: list[str], typed: str) -> tuple[str, int]:
    """What the terminal shows while somebody types when the question stands there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, start_new_session=True
    ) as process:
        os.close(theirs)
        shown, answered = "", False
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:  # the other end was closed
                break
            if not read:
                break
            shown += read.decode()
            if not answered and "Passphrase" in shown:
                os.write(ours, f"{typed}\n".encode())
                answered = True
    os.close(ours)
    return shown, process.wait()
