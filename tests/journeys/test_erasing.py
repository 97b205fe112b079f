"""Erasing from the command line: the texts are shown, worded anew in a file, and gone from every byte of the register."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.program import Program

PATIENT = "Perpetua Ormsby"
REPORT = {"title": f"{PATIENT} fell", "what_happened": f"{PATIENT} fell in the corridor."}


def test_that_a_name_is_erased_from_the_command_line(desk: Program, tmp_path: Path) -> None:
    register, file = tmp_path / "ward.register", tmp_path / "wording.toml"
    assert desk("new", str(register), "--pack", "hospital", "--site", "STB", "--zone", "UTC").status == 0
    ward = desk.at(register)
    number = ward.apply([{"command": "RecordIncident", "fields": REPORT}]).lines[0]["number"]
    assert ward("backup", "--to", str(tmp_path / "backups")).status == 0
    assert ward("erase", number, "--words", PATIENT, "--preview", "--out", str(file)).status == 0
    assert 'new = "[erased] fell in the corridor."' in file.read_text("utf-8")
    why = ("--basis", "request of 20 November", "--reason", "asked for", "--backups", str(tmp_path / "backups"))
    refused = ward("erase", number, "--wording", str(file), "--basis", f"request of {PATIENT}", "--reason", "x")
    assert (refused.status, refused.out) == (1, "")
    done = ward("erase", number, "--wording", str(file), *why)
    assert done.status == 0, done.err
    assert done.out.count(".backup.register") == 1
    assert "[erased] fell in the corridor." in ward("show", number).out
    assert ward("verify").status == 0
    left = [each.name for each in tmp_path.iterdir() if each.name.startswith("ward") and _holds(each)]
    assert left == []
    assert any(_holds(each) for each in (tmp_path / "backups").iterdir())


def _holds(file: Path) -> bool:
    content = file.read_bytes().lower()
    return any(word.lower().encode(coding) in content for word in PATIENT.split() for coding in ("utf-8", "utf-16-le"))
