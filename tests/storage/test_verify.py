"""Verify: clean when it is, and every change behind the program's back is named, with the record it is in.

Each change is made with another database program, through a plain connection of the engine.
"""

from __future__ import annotations

import ast
import hashlib
import json
import string
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import exact_bytes
from incident_desk.storage import verify, verify_contents
from incident_desk.storage.register import open_register
from incident_desk.storage.search_words import indexed
from incident_desk.support.resources import resource
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases import pins
from incident_desk.usecases.attach_file import CHUNK, attach_bytes
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.logo import set_logo
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.undo import undo
from tests.factories import REPORT, Desk, an_id
from tests.storage.other_program import OtherProgram, as_id, other_program
from tests.tampering.forging import hash_anew, number_of

STORY = REPORT["what_happened"]
Tamper = Callable[[OtherProgram, int], object]  # the row number of the incident's chain


def run(statement: str, *values: Any) -> Tamper:
    """One statement; NO in it is the number of the chain."""
    return lambda program, no: program.run(statement.replace("NO", str(no)), *values)


def all_of(*tampers: Tamper) -> Tamper:
    return lambda program, no: [tamper(program, no) for tamper in tampers]


# What is done, and what verify says of the incident: code and facts.
OF_A_RECORD: dict[str, tuple[Tamper, str, dict[str, Any]]] = {
    "a text of the state": (
        run("UPDATE field_value SET text = ? WHERE incident = NO AND \"key\" = ?", "All went well", "what_happened"),
        "state_differs", {"field": "what_happened", "journal": STORY, "register": "All went well"},
    ),
    "a column of the state": (
        run("UPDATE incident SET title = ? WHERE no = NO", "Nothing"),
        "state_differs", {"field": "title", "journal": "The pump ran ten times too fast", "register": "Nothing"},
    ),
    "a number of the state": (
        run("UPDATE field_value SET number = 99 WHERE incident = NO AND \"key\" = 'workload'"),
        "state_differs", {"field": "workload", "journal": 4.0, "register": 99.0},
    ),
    "a time of the state": (
        run("UPDATE incident SET discovered_earliest = 5 WHERE no = NO"),
        "state_differs", {"field": "discovered_earliest", "journal": 1_794_468_660_000_000, "register": 5},
    ),
    "a priority": (
        run("UPDATE incident SET priority = 3 WHERE no = NO"),
        "state_differs", {"field": "priority", "journal": 0, "register": 3},
    ),
    "a value taken away": (
        run("DELETE FROM field_value WHERE incident = NO AND \"key\" = 'what_happened'"),
        "state_differs", {"field": "what_happened", "journal": STORY, "register": None},
    ),
    "a value put in": (
        run("INSERT INTO field_value (incident, \"key\", line, ordinal, kind, text) VALUES (NO, 'lesson', 0, 0, 'text', 'None')"),
        "state_differs", {"field": "lesson", "journal": None, "register": "None"},
    ),
    "a line of a list": (
        run("UPDATE item SET what = 'Nothing' WHERE incident = NO AND list = 'measures'"),
        "state_differs", {"field": "what", "journal": "Pump taken out of use", "register": "Nothing"},
    ),
    "a line taken away": (
        run("DELETE FROM item WHERE incident = NO AND list = 'measures'"),
        "state_differs", {"field": "measures", "journal": "Pump taken out of use", "register": None},
    ),
    "a line put in": (
        run("INSERT INTO item (incident, list, ordinal, id, state, what, added_at) VALUES (NO, 'measures', 9, ?, 'open', 'x', 1)",
            as_id(an_id(1))),
        "state_differs", {"field": "measures", "journal": None, "register": "x"},
    ),
    "the words of the search": (
        run("UPDATE search_text SET body = 'nothing' WHERE no = NO"),
        "index_differs", {"field": "body", "register": "nothing"},
    ),
    "the words of the search taken away": (
        run("DELETE FROM search_text WHERE no = NO"), "index_differs", {"field": "search_text", "register": None},
    ),
    "the kind of an entry": (
        run("UPDATE journal SET kind = 'noted' WHERE chain = NO AND position = 2"), "entry_changed", {"position": 2},
    ),
    "the time of an entry": (
        run("UPDATE journal SET recorded_at = recorded_at - 86400000000 WHERE chain = NO AND position = 1"),
        "entry_changed", {"position": 1},
    ),
    "who wrote an entry, taken away": (
        run("UPDATE journal SET actor = NULL WHERE chain = NO AND position = 3"), "entry_changed", {"position": 3},
    ),
    "the op id of an entry": (
        run("UPDATE journal SET op_id = ? WHERE chain = NO AND position = 3", as_id(an_id(1))),
        "entry_changed", {"position": 3},
    ),
    "the version of an entry": (
        run("UPDATE journal SET version = 2 WHERE chain = NO AND position = 1"), "entry_changed", {"position": 1},
    ),
    "the codes of an entry": (
        run("UPDATE journal_part SET content = ? WHERE chain = NO AND position = 2 AND part = 'open'", b"{}"),
        "entry_text_changed", {"position": 2},
    ),
    "the salt of an entry": (
        run("UPDATE journal_part SET salt = ? WHERE chain = NO AND position = 1 AND part = 'open'", bytes(32)),
        "entry_text_changed", {"position": 1},
    ),
    "the words of an entry taken away": (
        run("DELETE FROM journal_part WHERE chain = NO AND position = 1 AND part = 'personal'"),
        "entry_text_changed", {"position": 1},
    ),
    "words put beside an entry that had none": (
        run("INSERT INTO journal_part (chain, position, part, salt, content) VALUES (NO, 2, 'personal', ?, ?)",
            bytes(32), b"{}"),
        "entry_text_changed", {"position": 2},
    ),
    "the first entry": (
        run("DELETE FROM journal WHERE chain = NO AND position = 1"), "entry_missing", {"position": 1},
    ),
    "the last entry": (
        run("DELETE FROM journal WHERE chain = NO AND position = (SELECT position FROM chain WHERE no = NO)"),
        "chain_end_cut", {"position": 10, "count": 9},
    ),
    "all entries": (
        run("DELETE FROM journal WHERE chain = NO"), "entries_missing", {"count": 0},
    ),
    "the end of a chain": (
        run("UPDATE chain SET position = position - 1 WHERE no = NO"), "chain_end_cut", {"position": 9, "count": 10},
    ),
    "the hash of a chain": (
        run("UPDATE chain SET hash = ? WHERE no = NO", bytes(32)), "chain_end_cut", {"position": 10, "count": 10},
    ),
    "the kind of a chain": (
        run("UPDATE chain SET kind = 'person' WHERE no = NO"), "entry_changed", {"position": 1},
    ),
    "the id of a chain": (
        run("UPDATE chain SET id = ? WHERE no = NO", as_id(an_id(77))), "entry_changed", {"position": 1},
    ),
    "an entry put in at the end": (
        all_of(run("INSERT INTO journal SELECT chain, position + 1, recorded_at, actor, op_id, 'noted', version, "
                   "open_commitment, personal_commitment, hash, ? FROM journal WHERE chain = NO AND position = 10",
                   bytes(32)),
               run("UPDATE chain SET position = 11, hash = ? WHERE no = NO", bytes(32))),
        "entry_changed", {"position": 11},
    ),
}  # fmt: skip


def breaks_of(desk: Desk, label: str, scope: str = "full", record: str | None = None) -> list[VerifyBreak]:
    return [each for each in desk.register.verify(scope, record) if each.facts.get("record") == label]


@pytest.mark.parametrize("what", OF_A_RECORD)
def test_that_a_change_behind_the_programs_back_is_named(desk: Desk, what: str) -> None:
    tamper, code, facts = OF_A_RECORD[what]
    incident = desk.new("reaction")
    label = desk.record(incident).values["number"]
    assert breaks_of(desk, label) == []
    with other_program(desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
        assert program.one("SELECT position FROM chain WHERE no = ?", no) == 10
        tamper(program, no)
    found = breaks_of(desk, label)
    assert [each.code for each in found] == [code]
    assert {key: found[0].facts[key] for key in facts} == facts
    if what != "the id of a chain":
        assert [each.code for each in breaks_of(desk, label, "record", incident)] == [code]


# --- the whole register ---------------------------------------------------------------------------


def breaks(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    return [(each.code, dict(each.facts)) for each in desk.register.verify("full")]


def test_that_an_untouched_register_holds(own_desk: Desk) -> None:
    for stage in ("inbox", "containment", "signed"):
        own_desk.new(stage)
    report, target = own_desk.new(), own_desk.new("containment")
    own_desk.do(report, c.JoinReport(target))
    own_desk.do(own_desk.new("signed"), c.ReopenIncident("x"))
    own_desk.do(own_desk.new(), c.VoidIncident("x"))
    attach_bytes(own_desk.submitter, target, b"x" * (CHUNK + 1), uuid7(), name="a.bin")
    assert breaks(own_desk) == []
    own_desk.register.take_head()
    assert breaks(own_desk) == []
    with other_program(own_desk.address) as program:
        counts = program.one("SELECT count(*) FROM chain"), program.one("SELECT count(*) FROM journal")
    assert own_desk.register.verified_counts() == counts


def test_that_verify_can_be_stopped_and_tells_how_far_it_is(own_desk: Desk) -> None:
    seen = []

    def progress(done: int, of: int) -> bool:
        seen.append((done, of))
        return False

    own_desk.new()
    assert list(own_desk.register.verify("full", None, progress)) == []
    assert own_desk.register.verified_counts() == (0, 0)
    assert [done for done, _ in seen] == [0]
    assert seen[0][1] > 5


@pytest.mark.parametrize("at", ["the log", "the file"])
def test_that_a_check_can_be_stopped_to_its_end(own_desk: Desk, at: str) -> None:
    """Once all records are looked at, the log and what the database says of its file are still to come."""
    own_desk.new()
    own_desk.register.take_head()
    with other_program(own_desk.address) as program:
        program.run("UPDATE log SET log_hash = ? WHERE log_index = 1", bytes(32))
    calls = []

    def progress(done: int, of: int) -> bool:
        calls.append(done == of)
        return calls.count(True) < (1 if at == "the log" else 2)

    assert [each.code for each in own_desk.register.verify("full", None, progress)] == (
        [] if at == "the log" else ["log_broken"]
    )


@pytest.mark.parametrize("together", [1, 3])
def test_that_nothing_is_lost_between_what_is_read_together(
    own_desk: Desk, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    incidents = [own_desk.new("containment") for _ in range(4)]
    own_desk.register.take_head()
    monkeypatch.setattr(verify, "_BATCH", together)
    monkeypatch.setattr(verify, "_LOG_BATCH", together)
    assert breaks(own_desk) == []
    with other_program(own_desk.address) as program:
        counts = program.one("SELECT count(*) FROM chain"), program.one("SELECT count(*) FROM journal")
        assert own_desk.register.verified_counts() == counts
        program.run("UPDATE search_text SET body = 'nothing'")
        last = program.one("SELECT max(log_index) FROM log")
        program.run("UPDATE log SET log_hash = ? WHERE log_index = ?", bytes(32), last)
    assert [code for code, _ in breaks(own_desk)] == [*["index_differs" for _ in incidents], "log_broken"]


def test_that_a_check_that_nobody_reads_to_its_end_leaves_nothing_behind(own_desk: Desk) -> None:
    with other_program(own_desk.address) as program:
        program.run("UPDATE person SET name = 'X'")
    before = threading.active_count()
    check = own_desk.register.verify("full")
    assert next(iter(check)).code == "state_differs"
    check.close()  # type: ignore[attr-defined]  # the port says iterator; it is a generator
    assert threading.active_count() == before


def test_that_an_unknown_record_is_named(own_desk: Desk) -> None:
    assert [(each.code, each.facts) for each in own_desk.register.verify("record", an_id(5))] == [
        ("chain_missing", {"record": an_id(5)})
    ]


DIRECTORIES = {
    "a person's name": ("UPDATE person SET name = 'X' WHERE name = 'Maria Manager'", "X", "name", "Maria Manager", "X"),
    "a person's roles": (
        "UPDATE person SET roles = 'administrator' WHERE name = 'Rosa Reporter'",
        "Rosa Reporter", "roles", "reporter", "administrator",
    ),
    "a place": ("UPDATE place SET name = 'X' WHERE code = 'WARD3'", "X", "name", "Ward 3", "X"),
    "a setting": (
        "UPDATE setting SET value = '\"UTC\"' WHERE \"key\" = 'zone'", "settings", "value", '"Europe/Berlin"', '"UTC"',
    ),
    "the sector pack": ("UPDATE pack_version SET version = 9", "sector pack", "version", 1, 9),
}  # fmt: skip


@pytest.mark.parametrize("what", DIRECTORIES)
def test_that_a_changed_directory_is_named(own_desk: Desk, what: str) -> None:
    statement, record, field, journal, register = DIRECTORIES[what]
    with other_program(own_desk.address) as program:
        assert program.run(statement) == 1
    assert breaks(own_desk) == [
        ("state_differs", {"record": record, "field": field, "journal": journal, "register": register})
    ]


@pytest.mark.parametrize("no", [-5, 999])
def test_that_a_row_that_no_journal_knows_is_named(own_desk: Desk, no: int) -> None:
    with other_program(own_desk.address) as program:
        program.run("INSERT INTO setting (no, \"key\", value) VALUES (?, 'zone', '1')", no)
    assert breaks(own_desk) == [("row_without_chain", {"table": "setting", "row": no})]


def test_that_a_row_between_two_chains_is_named(own_desk: Desk) -> None:
    with other_program(own_desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE kind = 'access'")
        program.run("UPDATE chain SET no = 999 WHERE no = ?", no)
        program.run("UPDATE journal SET chain = 999 WHERE chain = ?", no)
        program.run("UPDATE journal_part SET chain = 999 WHERE chain = ?", no)
        program.run("INSERT INTO search_text (no, head, body) VALUES (?, 'a', 'b')", no)
    assert breaks(own_desk) == [("row_without_chain", {"table": "search_text", "row": no})]


def test_that_a_row_under_a_chain_of_another_kind_is_named(own_desk: Desk) -> None:
    with other_program(own_desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE kind = 'access'")
        program.run("INSERT INTO setting (no, \"key\", value) VALUES (?, 'zone', '1')", no)
    assert ("row_without_chain", {"table": "setting", "row": no}) in breaks(own_desk)


def test_that_a_row_of_another_kind_under_an_incident_is_named_where_only_that_is_looked_at(own_desk: Desk) -> None:
    incident = own_desk.new()
    with other_program(own_desk.address) as program:
        no = program.one("SELECT no FROM incident")
        program.run("INSERT INTO setting (no, \"key\", value) VALUES (?, 'zone', '1')", no)
    assert [each.code for each in own_desk.register.verify("record", incident)] == ["state_differs"]


@pytest.mark.parametrize("statement", ["UPDATE counter SET last = 1", "DELETE FROM counter WHERE unit = 'WARD3'"])
def test_that_a_counter_set_back_is_named(own_desk: Desk, statement: str) -> None:
    own_desk.new(), own_desk.new()
    year = own_desk.record(own_desk.new()).values["year"]
    with other_program(own_desk.address) as program:
        program.run(statement)
    assert breaks(own_desk) == [("counter_behind", {"unit": "WARD3", "year": year, "serial": 3})]


FILES = {
    "a chunk taken away": ("DELETE FROM content WHERE ordinal = 1", "file_content_changed"),
    "a chunk changed": ("UPDATE content SET chunk = salt_ WHERE ordinal = 0", "file_content_changed"),
    "all of it": ("DELETE FROM content", "file_content_missing"),
}


@pytest.mark.parametrize("what", FILES)
def test_that_a_changed_file_is_named_for_each_record_it_is_attached_to(own_desk: Desk, what: str) -> None:
    statement, code = FILES[what]
    content, one, other = b"x" * (CHUNK + 1), own_desk.new("containment"), own_desk.new("containment")
    for incident in (one, other):
        attach_bytes(own_desk.submitter, incident, content, uuid7(), name="a.bin")
    attach_bytes(own_desk.submitter, one, b"", uuid7(), name="empty.txt")
    assert breaks(own_desk) == []
    with other_program(own_desk.address) as program:
        program.run(statement.replace("salt_", "?"), *([b"y"] if "salt_" in statement else []))
    numbers = [own_desk.record(incident).values["number"] for incident in (one, other)]
    sha256 = hashlib.sha256(content).hexdigest()
    assert breaks(own_desk) == [(code, {"record": number, "sha256": sha256}) for number in numbers]


@pytest.mark.parametrize("written", ["'nothing'", "NULL", "''"])
def test_that_a_files_hash_that_is_none_is_named_and_stops_nothing(own_desk: Desk, written: str) -> None:
    incident = own_desk.new("containment")
    attach_bytes(own_desk.submitter, incident, b"x", uuid7(), name="a.txt")
    with other_program(own_desk.address) as program:
        program.run(f"UPDATE field_value SET text = {written} WHERE \"key\" = 'attachments.sha256'")
    codes = [code for code, _ in breaks(own_desk)]
    assert codes == ["state_differs"]


def test_that_the_content_of_a_file_taken_off_again_is_missed(own_desk: Desk) -> None:
    """It was there, the journal names it, and the undo can be taken back."""
    incident = own_desk.new("containment")
    done = attach_bytes(own_desk.submitter, incident, b"x", uuid7(), name="a.txt")
    undo(own_desk.submitter, incident, done.op_id, uuid7())
    assert breaks(own_desk) == []
    with other_program(own_desk.address) as program:
        program.run("DELETE FROM content")
    number, sha256 = own_desk.record(incident).values["number"], hashlib.sha256(b"x").hexdigest()
    assert breaks(own_desk) == [("file_content_missing", {"record": number, "sha256": sha256})]


@pytest.mark.parametrize(("statement", "code"), [
    ("DELETE FROM content WHERE sha256 = ?", "logo_missing"),
    ("UPDATE content SET chunk = sha256 WHERE sha256 = ?", "logo_changed"),
])  # fmt: skip
def test_that_the_logo_is_missed(own_desk: Desk, tmp_path: Path, statement: str, code: str) -> None:
    """The present one, and one before it that old papers show."""
    first, second = (b"\x89PNG\r\n\x1a\n" + each for each in (b"first", b"second"))
    for content in (first, second):
        (tmp_path / "logo.png").write_bytes(content)
        set_logo(own_desk.submitter, tmp_path / "logo.png", uuid7())
    assert breaks(own_desk) == []
    digests = [hashlib.sha256(content) for content in (first, second)]
    for digest in digests:
        with other_program(own_desk.address) as program:
            assert program.run(statement, digest.digest()) == 1
    assert breaks(own_desk) == [(code, {"sha256": digest.hexdigest()}) for digest in digests]


# --- the log ------------------------------------------------------------------------------------------


@pytest.fixture
def logged(own_desk: Desk) -> Iterator[tuple[Desk, str, int]]:
    """A register whose log holds everything; an incident in the middle of it; how many entries there are."""
    own_desk.new()
    incident = own_desk.new("reaction")
    own_desk.new()
    yield own_desk, incident, own_desk.register.take_head().index


def place_of(program: OtherProgram, incident: str, position: int) -> int:
    return int(program.one(
        "SELECT log_index FROM log JOIN chain ON chain.no = log.chain WHERE chain.id = ? AND log.position = ?",
        as_id(incident), position,
    ))  # fmt: skip


def rewrite(program: OtherProgram, incident: str, texts: dict[str, str]) -> None:
    """A forger's work: other words in the first entry, all hashes of the chain, and the state to fit."""
    no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
    content = program.one("SELECT content FROM journal_part WHERE chain = ? AND position = 1 AND part = 'personal'", no)
    data = json.loads(bytes(content))
    for key, text in texts.items():
        data[f"={key}"] = [None, text]
        program.run('UPDATE field_value SET text = ? WHERE incident = ? AND "key" = ?', text, no, key)
    forge(program, incident, "personal", exact_bytes(data))
    words = program.one("SELECT body FROM search_text WHERE no = ?", no)
    forged = words.replace(indexed(STORY), indexed(texts["what_happened"]))
    program.run("UPDATE search_text SET body = ? WHERE no = ?", forged, no)


def forge(program: OtherProgram, incident: str, part: str, content: bytes) -> None:
    """Other bytes in the first entry, and every commitment and hash of the chain worked out anew."""
    no = number_of(program, incident)
    program.run("UPDATE journal_part SET content = ? WHERE chain = ? AND position = 1 AND part = ?", content, no, part)
    hash_anew(program, incident)


NONSENSE = (
    b"", b"[]", b"5", b"not json", b"\xff\xfe", b'{"=title":5}', b'{"=title":[1]}', b'{"item":"x"}', b'{"~":5}',
    b'{"item":"x","list":"nothing","ordinal":1,"removed":false}', b'{"=discovered":[null,"noon"]}', b'{"":[null,1]}',
    b'{"=status":[null,5],"=priority":[null,"king"]}',
)  # fmt: skip


@pytest.mark.parametrize("content", NONSENSE)
def test_that_a_forged_entry_that_makes_no_sense_is_named(desk: Desk, content: bytes) -> None:
    incident = desk.new()
    label = desk.record(incident).values["number"]
    with other_program(desk.address) as program:
        forge(program, incident, "open", content)
    named = {each.code for each in breaks_of(desk, label, "record", incident)}
    assert named
    assert named <= {"entry_unreadable", "state_differs", "index_differs"}
    assert breaks_of(desk, label)


def test_that_a_forged_chain_holds_only_as_long_as_the_log_does_not_know_it(own_desk: Desk) -> None:
    """The forger's work is good: without a head nothing tells. That is why every paper carries one."""
    incident = own_desk.new("reaction")
    with other_program(own_desk.address) as program:
        rewrite(program, incident, {"what_happened": "All went well"})
    assert breaks(own_desk) == []


def test_that_an_entry_rewritten_without_those_after_it_is_named(own_desk: Desk) -> None:
    """Each hash fits its own entry; only the link of the next one tells."""
    incident = own_desk.new("reaction")
    with other_program(own_desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
        after = program.rows("SELECT previous_hash, hash, position FROM journal WHERE chain = ? AND position > 1", no)
        end = program.one("SELECT hash FROM chain WHERE no = ?", no)
        rewrite(program, incident, {"what_happened": "All went well"})
        for row in after:
            program.run("UPDATE journal SET previous_hash = ?, hash = ? WHERE position = ? AND chain = ?", *row, no)
        program.run("UPDATE chain SET hash = ? WHERE no = ?", end, no)
    number = own_desk.record(incident).values["number"]
    assert breaks(own_desk) == [("entry_changed", {"record": number, "position": 2})]


LOG: dict[str, tuple[str, str, dict[str, Any]]] = {
    "an entry of the log": ("DELETE FROM log WHERE log_index = 5", "log_gap", {"index": 5}),
    "the first entry of the log": ("DELETE FROM log WHERE log_index = 1", "log_gap", {"index": 1}),
    "a hash of the log": (
        "UPDATE log SET log_hash = (SELECT hash FROM chain WHERE no = 1) WHERE log_index = 5", "log_broken", {"index": 5, "record": "Ward 3", "position": 1},
    ),
    "the last entry of the log": ("DELETE FROM log WHERE log_index = LAST", "log_count", {"logged": -1, "entries": 0}),
    "the order of the log": (
        "UPDATE log SET log_index = 9999 WHERE log_index = 5", "log_gap", {"index": 5},
    ),
    "what waits for the log": (
        "UPDATE chain SET pending = 2 WHERE no = 1", "log_count", {"logged": 2, "entries": 0},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LOG)
def test_that_a_changed_log_is_named(logged: tuple[Desk, str, int], what: str) -> None:
    statement, code, facts = LOG[what]
    desk, _, last = logged
    with other_program(desk.address) as program:
        assert program.run(statement.replace("LAST", str(last))) == 1
    wanted = {key: value + last for key, value in facts.items()} if code == "log_count" else facts
    assert breaks(desk) == [(code, wanted)]


def test_that_a_record_taken_out_whole_is_named(logged: tuple[Desk, str, int]) -> None:
    desk, incident, _ = logged
    with other_program(desk.address) as program:
        index = place_of(program, incident, 1)
        no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
        for table, key in (
            ("journal_part", "chain"), ("journal", "chain"), ("incident", "no"), ("item", "incident"),
            ("field_value", "incident"), ("search_text", "no"), ("chain", "no"),
        ):  # fmt: skip
            program.run(f"DELETE FROM {table} WHERE {key} = ?", no)
    assert breaks(desk) == [("log_record_missing", {"index": index})]


def test_that_entries_the_program_never_wrote_are_named(own_desk: Desk) -> None:
    """A whole chain put in by somebody who knows the hashes, but not the count that waits for the log."""
    own_desk.register.take_head()
    incident = own_desk.new()
    own_desk.register.take_head()
    with other_program(own_desk.address) as program:
        entries = program.one("SELECT count(*) FROM journal")
        program.run("DELETE FROM log WHERE log_index = ?", entries)
    assert breaks(own_desk) == [("log_count", {"logged": entries - 1, "entries": entries})]
    assert own_desk.breaks("record", incident) == []


# --- what only a file can suffer ---------------------------------------------------------------------


def test_that_a_search_index_without_its_record_is_named(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new("containment")
    with other_program(sqlite_desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
        program.run(
            "INSERT INTO search_fts (search_fts, rowid, head, body) SELECT 'delete', no, head, body FROM search_text "
            "WHERE no = ?", no,
        )  # fmt: skip
    assert sqlite_desk.register.queries.search("silent") == []
    assert breaks(sqlite_desk) == [("file_damaged", {"problem": "search_fts: 1 records differ"})]


def test_that_a_sound_file_is_never_called_damaged_while_others_write(sqlite_desk: Desk) -> None:
    """SQLite's own check of the search index looked at an old shape of it; 40 rounds show it nearly always."""
    for _ in range(40):
        sqlite_desk.new("containment")
        assert breaks(sqlite_desk) == []


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7, 0.9])
def test_that_a_page_of_zeros_is_never_passed_over(sqlite_desk: Desk, place: float) -> None:
    for _ in range(20):
        sqlite_desk.new("containment")
    sqlite_desk.register.close()
    path = Path(sqlite_desk.address)
    content = bytearray(path.read_bytes())
    start = int(len(content) * place) // 4096 * 4096
    content[start : start + 4096] = bytes(4096)
    path.write_bytes(content)
    codes: list[str] = []
    try:
        register = open_register(str(path))
        codes = [each.code for each in register.verify("full")]
        register.close()
    except SurroundingsFailed as failed:
        codes = [failed.code]
    assert codes
    assert path.read_bytes() == content


def test_that_flipped_letters_in_a_closed_file_are_all_found(sqlite_desk: Desk) -> None:
    """A byte of a text that no index holds: SQLite itself sees nothing wrong."""
    sqlite_desk.new("reaction", fields={"what_happened": "Wasserrohrbruch in der Ambulanz"})
    sqlite_desk.register.take_head()
    sqlite_desk.register.close()
    path = Path(sqlite_desk.address)
    content = path.read_bytes()
    assert content.count(b"Wasserrohrbruch") >= 2  # state and journal
    at = -1
    while (at := content.find(b"Wasserrohrbruch", at + 1)) >= 0:
        path.write_bytes(content[:at] + b"w" + content[at + 1 :])
        register = open_register(str(path))
        assert list(register.verify("full"))
        register.close()


# --- sentences ----------------------------------------------------------------------------------------


def test_that_every_break_has_its_sentence_in_both_languages() -> None:
    told = tomllib.loads(resource("texts", "verify.toml").read_text(encoding="utf-8"))
    for module in (verify, verify_contents, pins):
        for call in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id="VerifyBreak"), args=[ast.Constant(str(code)), *_]):
                    assert told[code].keys() == {"en", "de"}
    assert {"log_entry_missing", "log_broken"} <= told.keys()
    for code in ("index_differs", "state_differs", "file_content_missing", "file_content_changed", "logo_missing"):
        for sentence in told[code].values():
            names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
            assert names <= {"record", "field", "journal", "register", "sha256"}
