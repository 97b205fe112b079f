"""Exports on the three engines: nothing is lost, one moment is shown, all of the file or none, told in the log."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.chains import ACCESS
from incident_desk.domain.context import Actor
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE
from incident_desk.domain.vocabulary import Step
from incident_desk.storage.register import open_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.export import exporting
from incident_desk.usecases.export.columns import ExportColumn, columns_of
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, Exported, export_to_file, export_to_stream
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.register.columns import all_columns
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.show_incident import whole
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.faults.test_full_disk import fill, small_disk

__all__ = ["small_disk"]  # a fixture
ALL = IncidentFilter()
EVERYTHING: dict[str, Any] = {
    "title": "=Pump", "what_happened": "Line one\nline two; \"quoted\"", "kind": "near_miss",
    "occurred": {"at": "2026-11-12T08:25", "precision": "about"}, "discovered": "2026-11-12",
    "reported": {"earliest": "2026-11-12T09:00", "latest": "2026-11-12T10:00", "precision": "between"},
    "place_detail": "Bed 3 ", "reporter_name": "'Eve", "category": "device",
}  # fmt: skip


def exported(
    desk: Desk, target: Path, format_: ExportFormat = ExportFormat.CSV, language: str = "en", *,
    progress: Progress | None = None, **wanted: Any,
) -> Exported:  # fmt: skip
    services = dataclasses.replace(wire(target.parent, language), new_id=desk.submitter.new_id)
    export = Export(format_, wanted.pop("incidents", ALL), **wanted)
    actor = Actor(desk.person("Anna Berg"), "Anna Berg", frozenset())
    return export_to_file(services, desk.register, actor, export, Wording(Texts(language)), target, progress)


def rows_in(path: Path) -> list[dict[str, str]]:
    """By heading; guarded texts as they stand."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def columns(desk: Desk, language: str = "en") -> dict[str, ExportColumn]:
    return columns_of(read_names(desk.register.queries), Texts(language))


def value_in(desk: Desk, row: dict[str, str], key: str, language: str = "en") -> Any:
    from incident_desk.usecases.export.guard import unguarded

    column = columns(desk, language)[key]
    text = unguarded(row[column.heading[language]])
    return None if text == "" or column.read is None else column.read(text)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_value_of_a_complete_sheet_reads_back(desk: Desk, tmp_path: Path, language: str) -> None:
    incident = desk.new("ready", fields=EVERYTHING)
    answers = {
        "device.serial": "0042", "device.recalled": False, "device.alarms": ["visual", "sound"], "device.mode": "auto",
        "device.checked": "2026-11-01", "device.started": "2026-11-12T07:00", "device.hours": 2.5,
        "device.user": desk.person("Anna Berg"), "weakness": ["system", "skill"], "cost": 1200, "solved_by_measure": True,
    }  # fmt: skip
    desk.do(incident, c.ChangeFields(answers))
    exported(desk, tmp_path / "all.csv", language=language, incidents=(incident,), complete=True)
    (row,) = rows_in(tmp_path / "all.csv")
    record = desk.record(incident)
    fields = [key for key, column in columns(desk).items() if column.read is not None]
    stated = {key: record.values[key] for key in fields if key in record.values}
    assert set(answers) | set(EVERYTHING) <= set(stated)
    assert {key: value for key in fields if (value := value_in(desk, row, key, language)) is not None} == stated


@pytest.fixture
def ten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ten incidents of their own kind in pages of three, newest first."""
    monkeypatch.setattr(exporting, "PAGE", 3)
    return [desk.new("identification", fields={"title": f"Pump {n}"}) for n in range(10)][::-1]


def test_that_pages_follow_each_other_without_gaps(desk: Desk, ten: list[str], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    count = desk.register.queries.count(ALL)

    def tell(at: int, of: int) -> bool:
        told.append((at, of))
        return True

    done = exported(desk, tmp_path / "list.csv", progress=tell)
    rows = rows_in(tmp_path / "list.csv")
    assert [row["Incident Desk id, guarded"] for row in rows][:10] == ten
    assert (len(rows), done.incidents, told[-1]) == (count, count, (count, count))
    assert len({row["Number"] for row in rows}) == count


def test_that_a_list_says_what_the_screen_says(desk: Desk, tmp_path: Path) -> None:
    incident = desk.new("reaction", fields={"title": "Pump"})
    exported(desk, tmp_path / "list.csv", incidents=(incident,))
    exported(desk, tmp_path / "liste.csv", language="de", incidents=(incident,))
    (row,), (zeile,) = rows_in(tmp_path / "list.csv"), rows_in(tmp_path / "liste.csv")
    assert {key: row[key] for key in ("Title", "Step", "Stands", "Responsible", "Measures in force")} == {
        "Title": "Pump", "Step": "Reaction", "Stands": "Open", "Responsible": "Anna Berg", "Measures in force": "1",
    }  # fmt: skip
    assert (row["Place"], row["Priority"], row["Discovered"]) == ("Ward 3", "Critical", "2026-11-12 08:31")
    assert (zeile["Schritt"], zeile["Stand"], zeile["Priorität"]) == ("Bearbeitung", "Offen", "Kritisch")


def test_that_a_selection_comes_in_its_own_order(desk: Desk, ten: list[str], tmp_path: Path) -> None:
    wanted = (ten[7], ten[1], "018f0000-0000-7000-8000-000000000000", ten[4], ten[0])
    exported(desk, tmp_path / "some.csv", incidents=wanted, columns=("title",))
    rows = rows_in(tmp_path / "some.csv")
    assert [row["Incident Desk id, guarded"] for row in rows] == [ten[7], ten[1], ten[4], ten[0]]
    assert list(rows[0]) == ["Incident Desk id, guarded", "Number", "Entries", "Title"]


def test_that_a_filter_chooses(desk: Desk, tmp_path: Path) -> None:
    incident = desk.new("containment")
    exported(desk, tmp_path / "some.csv", incidents=IncidentFilter(steps=frozenset({Step.CONTAINMENT})))
    found = [row["Incident Desk id, guarded"] for row in rows_in(tmp_path / "some.csv")]
    assert incident in found
    assert len(found) == desk.register.queries.count(IncidentFilter(steps=frozenset({Step.CONTAINMENT})))


def test_that_a_line_holds_the_whole_incident(desk: Desk, ten: list[str], tmp_path: Path) -> None:
    incident = desk.new("ready", fields=EVERYTHING)
    exported(desk, tmp_path / "all.jsonl", ExportFormat.JSONL)
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").split("\n")[:-1]]
    assert [line["id"] for line in lines][:11] == [incident, *ten]
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    shown = whole(desk.register.queries, incident, wording)
    del shown["journal"]
    named = lines[0].pop("named")
    assert lines[0] == json.loads(json.dumps(shown))
    assert {"Ward 3", "Anna Berg"} <= set(named.values())
    assert named[lines[0]["fields"]["place"]] == "Ward 3"
    assert lines[0]["fields"]["what_happened"] == EVERYTHING["what_happened"]
    assert [each["what"] for each in lines[0]["measures"]] == ["Pump taken out of use"]


@pytest.mark.parametrize("format_", [ExportFormat.CSV, ExportFormat.JSONL])
def test_that_a_save_in_between_is_not_in_the_file(
    desk: Desk, ten: list[str], tmp_path: Path, format_: ExportFormat
) -> None:
    """All of it is as of one moment, though somebody saves while it is written."""

    def colleague(done: int, of: int) -> bool:
        if done == 3:
            desk.do(ten[9], c.ChangeFields({"title": f"Changed while {format_} is written"}))
            desk.new()
        return True

    count = desk.register.queries.count(ALL)
    done = exported(desk, tmp_path / "out", format_, progress=colleague)
    assert done.incidents == count
    assert f"Changed while {format_}" not in (tmp_path / "out").read_text("utf-8")
    assert desk.record(ten[9]).values["title"] == f"Changed while {format_} is written"


def test_that_an_export_is_told_in_the_access_log(desk: Desk, ten: list[str], tmp_path: Path) -> None:
    done = exported(desk, tmp_path / "list.csv")
    last = desk.register.queries.entries(desk.register.queries.chain_of(ACCESS))[-1]
    assert (last.kind, last.actor) == ("exported", desk.person("Anna Berg"))
    sha256 = hashlib.sha256((tmp_path / "list.csv").read_bytes()).hexdigest()
    assert dict(last.data) == {"format": "csv", "incidents": done.incidents, "sha256": sha256}
    assert done.sha256 == sha256


@pytest.mark.parametrize("format_", ExportFormat)
def test_that_stopping_leaves_nothing_and_what_stood_there_stays(
    desk: Desk, ten: list[str], tmp_path: Path, format_: ExportFormat
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "list").write_bytes(b"of yesterday")
    access = desk.register.queries.chain_of(ACCESS)
    before = len(desk.register.queries.entries(access))
    with pytest.raises(Refused, match="stopped"):
        exported(desk, folder / "list", format_, progress=lambda done, of: done < 6)
    assert [(each.name, each.read_bytes()) for each in folder.iterdir()] == [("list", b"of yesterday")]
    assert len(desk.register.queries.entries(access)) == before


def test_that_a_file_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsFailed, match="file_not_written"):
        exported(desk, tmp_path / "no such folder" / "list.csv")


@pytest.mark.parametrize("format_", ExportFormat)
def test_that_a_full_disk_leaves_no_half_file(sqlite_desk: Desk, small_disk: Path, format_: ExportFormat) -> None:
    sqlite_desk.new(fields={"what_happened": "x\x01" * 50_000})
    target = small_disk / "list"
    target.write_bytes(b"of yesterday")
    ballast = fill(small_disk)
    with pytest.raises(SurroundingsFailed, match="file_not_written"):
        exported(sqlite_desk, target, format_)
    assert {each.name for each in small_disk.iterdir()} == {"list", ballast.name}
    assert target.read_bytes() == b"of yesterday"
    ballast.unlink()
    exported(sqlite_desk, target, format_)
    assert target.stat().st_size > 100


def test_that_a_stream_gets_all_of_it_or_nothing(desk: Desk, ten: list[str], tmp_path: Path) -> None:
    services = wire(tmp_path, "en")
    actor = Actor(None, "", frozenset())
    export, stream = Export(ExportFormat.JSONL, ALL), io.BytesIO()
    with pytest.raises(Refused, match="stopped"):
        export_to_stream(services, desk.register, actor, export, Wording(Texts("en")), stream, lambda at, of: at < 6)
    assert stream.getvalue() == b""
    done = export_to_stream(services, desk.register, actor, export, Wording(Texts("en")), stream)
    assert hashlib.sha256(stream.getvalue()).hexdigest() == done.sha256


def test_that_columns_are_asked_for_by_what_they_are_called(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="column_unknown"):
        exported(desk, tmp_path / "list.csv", columns=("nosuch",))
    with pytest.raises(Refused, match="export_columns_of_sheets"):
        exported(desk, tmp_path / "list.ics", ExportFormat.ICS, columns=("title",))
    assert not (tmp_path / "list.csv").exists()


def test_that_no_two_columns_have_one_heading(desk: Desk) -> None:
    for language in ("en", "de"):
        headings = [column.heading[language].casefold() for column in columns(desk).values()]
        assert len(set(headings)) == len(headings)


def test_that_every_declared_field_has_a_column(desk: Desk) -> None:
    declared = {**CORE, **{each.key: each for each in read_names(desk.register.queries).pack.all_questions()}}
    assert all(columns(desk)[key].read is not None for key in declared)


def test_that_two_people_of_one_name_are_told_apart(own_desk: Desk, tmp_path: Path) -> None:
    first = own_desk.do(None, AddPerson("Chris Kim", ("coordinator",))).id
    second = own_desk.do(None, AddPerson("Chris Kim", ("coordinator",))).id
    for person in (first, second):
        own_desk.do(own_desk.new("identification"), c.ChangeFields({"responsible": person}))
    exported(own_desk, tmp_path / "list.csv")
    found = [value_in(own_desk, row, "responsible") for row in rows_in(tmp_path / "list.csv")]
    assert found == [second, first]


# --- due dates --------------------------------------------------------------------------------------


@pytest.fixture
def owing(desk: Desk) -> Iterator[str]:
    """An incident that owes one of each, and one thing that is done."""
    incident = desk.new("reaction")
    anna = desk.person("Anna Berg")
    desk.do(
        incident,
        c.AddItem("measures", {"what": "Check, the valve", "check_by": "2026-11-20T10:00", "owner": anna}),
        c.AddItem("actions", {"what": "Replace it", "kind": "corrective", "due": "2026-12-31"}),
        c.AddItem("actions", {"what": "Done", "kind": "corrective", "due": "2026-12-30", "done": "2026-11-13T10:00"}),
        c.AddItem("obligations", {"whom": "Authority", "due": "2026-11-15"}),
        c.AddItem("follow_ups", {"what": "Does it hold", "due": "2027-02-01"}),
        c.ChangeFields({"deferral": "put_off", "deferral_reason": "No parts", "review_date": "2027-01-08"}),
    )
    yield incident


def test_that_a_calendar_holds_what_is_owed(desk: Desk, owing: str, tmp_path: Path) -> None:
    exported(desk, tmp_path / "due.ics", ExportFormat.ICS, incidents=(owing,))
    text = (tmp_path / "due.ics").read_bytes().replace(b"\r\n ", b"").decode()
    number = desk.record(owing).values["number"]
    found = dict(zip((line for line in text.split("\r\n") if line.startswith("SUMMARY")),
                     (line for line in text.split("\r\n") if line.startswith("DTSTART")), strict=True))  # fmt: skip
    assert found == {
        f"SUMMARY:{number} duty: Authority": "DTSTART;VALUE=DATE:20261115",
        f"SUMMARY:{number} measure: Check\\, the valve": "DTSTART:20261120T090000Z",
        f"SUMMARY:{number} action: Replace it": "DTSTART;VALUE=DATE:20261231",
        f"SUMMARY:{number} follow-up: Does it hold": "DTSTART;VALUE=DATE:20270201",
        f"SUMMARY:{number} look at it again": "DTSTART;VALUE=DATE:20270108",
    }
    assert "Anna Berg" in text


def test_that_an_entry_keeps_its_name_when_its_date_is_moved(desk: Desk, owing: str, tmp_path: Path) -> None:
    exported(desk, tmp_path / "a.ics", ExportFormat.ICS, incidents=(owing,))
    action = next(item for item in desk.record(owing).of("actions") if item.values["what"] == "Replace it")
    desk.do(owing, c.ChangeItem(action.id, {"due": "2027-01-31"}))
    exported(desk, tmp_path / "b.ics", ExportFormat.ICS, incidents=(owing,))
    before, after = ((tmp_path / f"{name}.ics").read_text("utf-8") for name in "ab")
    assert f"UID:{action.id}@incident-desk" in before
    assert f"UID:{action.id}@incident-desk" in after
    assert "VALUE=DATE:20270131" in after.replace("\r\n ", "")


def test_that_what_was_made_by_mistake_owes_nothing(desk: Desk, owing: str, tmp_path: Path) -> None:
    desk.do(owing, c.VoidIncident("a test"))
    exported(desk, tmp_path / "due.ics", ExportFormat.ICS, incidents=(owing,))
    assert "VEVENT" not in (tmp_path / "due.ics").read_text("utf-8")


# --- any value --------------------------------------------------------------------------------------

PROSE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=60)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PROSE, PROSE.map(lambda text: text.replace("\n", " ")), st.floats(-1e9, 1e9))
def test_that_any_value_reads_back(sqlite_desk: Desk, tmp_path: Path, prose: str, line: str, number: float) -> None:
    incident = sqlite_desk.new("identification")
    sqlite_desk.do(
        incident,
        c.ChangeFields({"what_happened": prose or None, "title": (line.strip() and line) or "None", "cost": number}),
    )
    exported(sqlite_desk, tmp_path / "one.csv", incidents=(incident,), complete=True)
    (row,) = rows_in(tmp_path / "one.csv")
    values = sqlite_desk.record(incident).values
    for key in ("what_happened", "title", "cost"):
        assert value_in(sqlite_desk, row, key) == values.get(key)


def test_that_a_copy_that_cannot_be_written_to_is_exported_too(sqlite_desk: Desk, tmp_path: Path) -> None:
    sqlite_desk.new()
    path = sqlite_desk.register.path
    assert path is not None
    register = open_register(str(path))
    try:
        register._read_only = True  # as it is where the file may only be read
        assert exported(Desk(register, sqlite_desk.submitter, str(path)), tmp_path / "list.csv").incidents == 1
    finally:
        register.close()


def test_that_a_sheet_calls_its_columns_as_the_table_does(sqlite_desk: Desk) -> None:
    written = columns(sqlite_desk)
    otherwise = {"steps", "actions"}  # boxes, and one number of another
    for column in all_columns(read_names(sqlite_desk.register.queries)):
        if column.key not in otherwise and "." not in column.key:
            assert written[column.key].heading["en"].startswith(column.label["en"]), column.key
            assert written[column.key].heading["de"].startswith(column.label["de"]), column.key
