"""From the command line: a PC signs what is written, and a register that comes from another PC is asked about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from incident_desk.app import wire
from incident_desk.support.machine import Machine
from incident_desk.usecases.whereabouts import close_register
from tests.journeys.program import Program

WORDS = "three dry words and a lamp"
REPORT = {"command": "RecordIncident", "fields": {"title": "A lamp broke", "what_happened": "It broke."}}


def test_that_a_pc_is_enrolled_signs_and_is_withdrawn(desk: Program, tmp_path: Path) -> None:
    register, words = tmp_path / "ward.register", tmp_path / "words.txt"
    words.write_text(f"{WORDS}\n", "utf-8")
    assert desk("new", str(register), "--pack", "general", "--zone", "UTC").status == 0
    ward = desk.at(register)
    assert "No PC signs this register yet" in ward("stations").out
    refused = ward("stations", "--enrol", "Ward office")
    assert (refused.status, refused.out) == (1, "")
    assert "Choose a passphrase" in refused.err
    enrolled = ward("stations", "--enrol", "Ward office", "--key-passphrase-file", str(words))
    assert enrolled.status == 0, enrolled.err
    assert "Ward office signs what is written." in enrolled.out
    first = ward("stations", "--json").json
    assert first["locked"] and first["newest"]["holds"]
    assert ward.apply([REPORT]).status == 0
    assert ward("stations", "--json").json["newest"] == first["newest"]
    assert ward("stations", "--sign").status == 1
    assert ward("stations", "--sign", "--key-passphrase-file", str(words)).status == 0
    second = ward("stations", "--json").json
    assert second["newest"]["index"] > first["newest"]["index"]
    assert ward("verify").status == 0
    assert ward("stations", "--withdraw", "Ward office").status == 0
    assert ward("stations", "--json").json["this_pc"] is None
    assert ward("verify").status == 0


def test_that_a_register_of_another_pc_is_read_but_not_written_until_somebody_says_so(
    desk: Program, tmp_path: Path
) -> None:
    register, folder = tmp_path / "ward.register", tmp_path / "other"
    folder.mkdir()
    services = replace(wire(folder, "en"), machine=lambda: Machine("1", "2", "Ward PC"))
    assert desk("new", str(tmp_path / "made.register"), "--pack", "general", "--zone", "UTC").status == 0
    made = services.open_register(str(tmp_path / "made.register"))
    made.copy_to(register)
    made.close()
    copy = services.open_register(str(register))
    kept_on = copy.queries.settings().kept_on
    assert kept_on["machine"] != "1"  # of the real PC, which made it
    from incident_desk.usecases.whereabouts import move_here

    move_here(copy, services)
    close_register(copy, services)
    ward = desk.at(register)
    assert ward("list").status == 0
    told = ward.apply([REPORT])
    assert told.status == 1
    assert "last written on another PC (Ward PC)" in told.err
    assert ward("move-here").status == 0
    assert ward.apply([REPORT]).status == 0
    assert ward("verify").status == 0
