"""The classes of tampering, each declared once: its name, what is done, and what is said of it.

What is written here is what somebody can do who owns the file or the server and knows this program's source.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from incident_desk.domain.erasure import ERASED_ENTRY
from tests.storage.other_program import OtherProgram, as_id
from tests.tampering.forging import hash_anew, number_of, seal_anew

_HOUR = 3_600_000_000


@dataclass(frozen=True)
class Places:
    """Where in the register it is done: two incidents, one that was partly erased, and an entry of the first."""

    incident: str
    other: str
    erased: str
    note: int
    engine: str


Deed = Callable[[OtherProgram, Places], None]


@dataclass(frozen=True)
class Tampering:
    """`codes`: what `verify` names. `by_pin`: the register fits itself, and only what this PC remembers tells."""

    deed: Deed | None
    codes: frozenset[str]
    record: str = "incident"
    by_pin: bool = False
    of_the_twelve: bool = True


def _edit_row(program: OtherProgram, at: Places) -> None:
    no = number_of(program, at.incident)
    earlier = "UPDATE journal SET recorded_at = recorded_at - ? WHERE chain = ? AND position = ?"
    assert program.run(earlier, _HOUR, no, at.note) == 1


def _edit_payload(program: OtherProgram, at: Places) -> None:
    words = b'{"=what_happened":[null,"All went well"]}'
    program.run(
        "UPDATE journal_part SET content = ? WHERE chain = ? AND position = 1 AND part = 'personal'",
        words, number_of(program, at.incident),
    )  # fmt: skip


def _delete_middle(program: OtherProgram, at: Places) -> None:
    for table in ("journal_part", "journal"):
        program.run(f"DELETE FROM {table} WHERE chain = ? AND position = 3", number_of(program, at.incident))


def _cut_tail(program: OtherProgram, incident: str) -> int:
    """The chain ends neatly one entry earlier, and the state fits. Gives the position that is gone."""
    no = number_of(program, incident)
    last = int(program.one("SELECT position FROM chain WHERE no = ?", no))
    query = "SELECT hash, recorded_at FROM journal WHERE chain = ? AND position = ?"
    end, moment = program.rows(query, no, last - 1)[0]
    for table in ("journal_part", "journal"):
        program.run(f"DELETE FROM {table} WHERE chain = ? AND position = ?", no, last)
    program.run("UPDATE chain SET position = ?, hash = ? WHERE no = ?", last - 1, end, no)
    program.run("UPDATE incident SET position = ?, changed_at = ? WHERE no = ?", last - 1, moment, no)
    return last


def _delete_tail(program: OtherProgram, at: Places) -> None:
    _cut_tail(program, at.incident)


def _delete_tail_and_seal(program: OtherProgram, at: Places) -> None:
    position, no = _cut_tail(program, at.incident), number_of(program, at.incident)
    assert program.run("DELETE FROM log WHERE chain = ? AND position = ?", no, position) == 1


def _move(program: OtherProgram, no: int, one: int, two: int) -> None:
    for table in ("journal_part", "journal"):
        for old, new in ((one, 1000), (two, one), (1000, two)):
            program.run(f"UPDATE {table} SET position = ? WHERE chain = ? AND position = ?", new, no, old)


def _reorder(program: OtherProgram, at: Places) -> None:
    _move(program, number_of(program, at.incident), 2, 3)


_WITHOUT_KEY = {
    "sqlite": (
        "CREATE TABLE twice AS SELECT * FROM journal", "DROP TABLE journal", "ALTER TABLE twice RENAME TO journal",
    ),
    "postgresql": ("ALTER TABLE journal DROP CONSTRAINT pk_journal",),
    "mariadb": ("ALTER TABLE journal ADD INDEX spare (chain)", "ALTER TABLE journal DROP PRIMARY KEY"),
}  # fmt: skip


def _double(program: OtherProgram, at: Places) -> None:
    """The database forbids it, so its owner takes the rule away first."""
    for statement in _WITHOUT_KEY[at.engine]:
        program.run(statement)
    no = number_of(program, at.incident)
    (entry,) = program.rows("SELECT * FROM journal WHERE chain = ? AND position = 3", no)
    program.run(f"INSERT INTO journal VALUES ({', '.join('?' * len(entry))})", *entry)


def _swap_actor(program: OtherProgram, at: Places) -> None:
    other = program.one("SELECT id FROM person WHERE name = 'Maria Manager'")
    program.run("UPDATE journal SET actor = ? WHERE chain = ? AND position = 3", other, number_of(program, at.incident))


def _hash_chain_anew(program: OtherProgram, at: Places) -> None:
    _edit_row(program, at)
    hash_anew(program, at.incident)


def _swap_chains(program: OtherProgram, at: Places) -> None:
    one, two = number_of(program, at.incident), number_of(program, at.other)
    for table in ("journal_part", "journal"):
        for old, new in ((one, 999_999), (two, one), (999_999, two)):
            program.run(f"UPDATE {table} SET chain = ? WHERE chain = ?", new, old)
    ends = {no: program.rows("SELECT position, hash FROM chain WHERE no = ?", no)[0] for no in (one, two)}
    for no, end in ((one, ends[two]), (two, ends[one])):
        program.run("UPDATE chain SET position = ?, hash = ? WHERE no = ?", *end, no)


def _forge_seal(program: OtherProgram, at: Places) -> None:
    _hash_chain_anew(program, at)
    seal_anew(program)


def _drop_erasure(program: OtherProgram, at: Places) -> None:
    no = number_of(program, at.erased)
    while program.one("SELECT count(*) FROM journal WHERE chain = ? AND kind = ?", no, ERASED_ENTRY):
        _cut_tail(program, at.erased)


def _edit_record(program: OtherProgram, at: Places) -> None:
    query = "UPDATE incident SET title = 'Nothing happened' WHERE id = ?"
    assert program.run(query, as_id(at.incident)) == 1


def _by(deed: Deed, *codes: str, record: str = "incident") -> Tampering:
    return Tampering(deed, frozenset(codes), record)


TAMPERINGS = {
    "edit row": _by(_edit_row, "entry_changed"),
    "edit payload": _by(_edit_payload, "entry_text_changed"),
    "delete middle": _by(_delete_middle, "entry_missing"),
    "delete tail": _by(_delete_tail, "log_entry_missing"),
    "reorder": _by(_reorder, "entry_changed"),
    "duplicate seq": _by(_double, "entry_doubled"),
    "swap actor": _by(_swap_actor, "entry_changed"),
    "re-hash whole chain": _by(_hash_chain_anew, "log_broken"),
    "swap two chains": _by(_swap_chains, "entry_changed"),
    "restore older file": Tampering(None, frozenset({"older_than_seen"}), by_pin=True),
    "forge checkpoint": Tampering(_forge_seal, frozenset({"other_than_seen"}), by_pin=True),
    "drop erasure event": _by(_drop_erasure, "entry_text_changed", record="erased"),
    "edit of a record without a journal entry": Tampering(
        _edit_record, frozenset({"state_differs"}), of_the_twelve=False
    ),
    "delete tail, and what sealed it": Tampering(
        _delete_tail_and_seal, frozenset({"older_than_seen"}), by_pin=True, of_the_twelve=False
    ),
}
