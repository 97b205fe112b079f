"""A forger's work: every hash that the program would have written, worked out anew with its own source at hand."""

from __future__ import annotations

from incident_desk.domain.journal.entries import GENESIS, Link, Part, seal
from incident_desk.domain.journal.log import EMPTY_LOG, next_hash
from incident_desk.storage.types import id_text
from tests.storage.other_program import OtherProgram, as_id

_ENTRIES = "SELECT position, recorded_at, actor, op_id, kind, version FROM journal WHERE chain = ? ORDER BY position"
_PARTS = "SELECT position, part, salt, content FROM journal_part WHERE chain = ?"
_SEALED = (
    "SELECT l.log_index, j.hash FROM log l JOIN journal j ON j.chain = l.chain AND j.position = l.position "
    "ORDER BY l.log_index"
)


def number_of(program: OtherProgram, incident: str) -> int:
    """The number of an incident's chain."""
    return int(program.one("SELECT no FROM chain WHERE id = ?", as_id(incident)))


def hash_anew(program: OtherProgram, incident: str) -> None:
    """Every commitment and hash of an incident's chain fits what stands in it now."""
    no = number_of(program, incident)
    parts = {
        (position, name): Part(bytes(salt), bytes(content)).commitment
        for position, name, salt, content in program.rows(_PARTS, no)
    }
    previous = GENESIS
    for position, at, actor, op_id, kind, version in program.rows(_ENTRIES, no):
        by = None if actor is None else id_text(bytes(actor))
        commitments = parts[position, "open"], parts.get((position, "personal"))
        op = id_text(bytes(op_id))
        link = seal(Link(incident, "incident", position, at, by, op, kind, version, *commitments), previous)
        program.run(
            "UPDATE journal SET open_commitment = ?, personal_commitment = ?, previous_hash = ?, hash = ? "
            "WHERE chain = ? AND position = ?", *commitments, link.previous_hash, link.hash, no, position,
        )  # fmt: skip
        previous = link.hash
    program.run("UPDATE chain SET hash = ? WHERE no = ?", previous, no)


def seal_anew(program: OtherProgram) -> None:
    """The log fits what stands in the journals now."""
    log_hash = EMPTY_LOG.hash
    for index, entry_hash in program.rows(_SEALED):
        log_hash = next_hash(log_hash, bytes(entry_hash))
        program.run("UPDATE log SET log_hash = ? WHERE log_index = ?", log_hash, index)
