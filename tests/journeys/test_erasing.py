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


def test_that_a_person_is_erased_everywhere_from_the_command_line(desk: Program, tmp_path: Path) -> None:
    register, folder = tmp_path / "ward.register", tmp_path / "wording"
    folder.mkdir()
    assert desk("new", str(register), "--pack", "hospital", "--site", "STB", "--zone", "UTC").status == 0
    ward = desk.at(register)
    people = [("Amina Yusuf", ["coordinator", "administrator"]), (PATIENT, ["coordinator"])]
    orders = [{"command": "AddPerson", "name": name, "roles": roles} for name, roles in people]
    assert ward.apply(orders).status == 0
    assert ward.apply([{"command": "RecordIncident", "fields": REPORT}], acting=PATIENT).status == 0
    listed = ward("erase-person", PATIENT, "--preview", "--out", str(folder), acting="Amina Yusuf")
    assert (listed.status, len(list(folder.iterdir()))) == (0, 1), listed.err
    assert ward("erase-person", PATIENT, "--preview", acting=PATIENT).status == 1
    why = ("--basis", "request of 20 November", "--reason", "asked for")
    done = ward("erase-person", PATIENT, "--wording", str(folder), *why, acting="Amina Yusuf")
    assert done.status == 0, done.err + done.out
    assert ward("verify").status == 0
    assert not any(_holds(each) for each in tmp_path.iterdir() if each.name.startswith("ward"))
    assert ward("list", acting=PATIENT).status == 0  # reading asks nobody
    assert ward.apply([{"command": "RecordIncident", "fields": {"title": "x"}}], acting=PATIENT).status == 1


def test_that_rules_and_holds_are_given_and_listed_from_the_command_line(desk: Program, tmp_path: Path) -> None:
    register = tmp_path / "ward.register"
    assert desk("new", str(register), "--pack", "general", "--zone", "UTC").status == 0
    ward = desk.at(register)
    assert "No rule" in ward("retention").out
    assert ward.apply([{"command": "ChangeSettings", "fields": {"retention": {"": 5}}}]).status == 0
    assert ward.apply([{"command": "ChangeSettings", "fields": {"retention": {"": 0}}}]).status == 1
    assert "kept for 5 years" in ward("retention").out
    assert ward("retention", "--due", "--json").json == []
    number = ward.apply([{"command": "RecordIncident", "fields": REPORT}]).lines[0]["number"]
    assert ward.apply([{"command": "HoldIncident", "incident": number, "reason": "claim"}]).status == 0
    assert "Under legal hold since" in ward("show", number).out
    refused = ward("erase", number, "--all", "--basis", "the rule", "--reason", "time is over")
    assert (refused.status, "legal hold" in refused.err) == (1, True)
    assert ward("report", "record", number, "--out", str(tmp_path / "r.pdf")).status == 0
