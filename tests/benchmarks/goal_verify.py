"""Verify: a full check of the register, and one of a record, beside a loop that reads, hashes and decodes the same rows.

The floor uses the same driver, takes the same hashes and compares them, and knows neither what an entry means nor what
must stand in the state. SQLite's own check of the file belongs to both; the program lets it run beside the rest.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from typing import Any

from incident_desk.storage import verify_chains
from incident_desk.storage.dialects.sqlite import driver
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.storage.types import id_bytes, id_text
from incident_desk.storage.verify_rows import Source
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import AtMost, Compared, Finding, Told
from tests.benchmarks.stopwatch import Stopwatch
from tests.benchmarks.timing import Job, in_turn, timed

FULL, RECORD, GROWTH = 1.5, 1.5, 1.2
ROUNDS, RECORDS = 3, 200
_JOURNAL = (
    "SELECT c.id, c.kind, j.chain, j.position, j.recorded_at, j.actor, j.op_id, j.kind, j.version, j.open_commitment,"
    " j.personal_commitment, j.previous_hash, j.hash, o.salt, o.content, p.salt, p.content"
    " FROM journal j JOIN chain c ON c.no = j.chain"
    " LEFT JOIN journal_part o ON o.chain = j.chain AND o.position = j.position AND o.part = 'open'"
    " LEFT JOIN journal_part p ON p.chain = j.chain AND p.position = j.position AND p.part = 'personal'{where}"
    " ORDER BY j.chain, j.position"
)
_TABLES = (
    ("chain", "no"),
    ("incident", "no"),
    ("item", "incident"),
    ("field_value", "incident"),
    ("search_text", "no"),
)
_LOG = "SELECT l.log_index, l.log_hash, j.hash FROM log l JOIN journal j USING (chain, position) ORDER BY l.log_index"


def measure(bench: Bench) -> Iterator[Finding]:
    with (
        closing(open_register(str(bench.register))) as register,
        closing(driver().connect(f"{bench.register.as_uri()}?mode=ro", uri=True)) as bare,
    ):
        assert _verified(register) == (_read_all(bare), [])
        jobs: dict[str, Job] = {"verify": timed(lambda: _verified(register)), "floor": timed(lambda: _read_all(bare))}
        full = {name: series.smallest for name, series in in_turn(jobs, ROUNDS, warm=0, at_most=600).items()}
        chains = bare.execute("SELECT no, id FROM chain WHERE kind = 'incident' ORDER BY hash LIMIT ?", (RECORDS,))
        records = [(no, id_text(found)) for no, found in chains]
        one = _one_by_one(register, bare, records)
        parts = _parts(register, records)
        first, last = _memory(register, 0.1), _memory(register, 1.0)
    floor = "read, hash and decode the same rows"
    yield Compared("verify, full", full["verify"], full["floor"], floor, FULL)
    yield Compared(f"verify, one record ({RECORDS} of them)", one["verify"], one["floor"], floor, RECORD)
    yield Told("  of it, in hundredths", parts)
    yield AtMost("memory at the end beside that after a tenth", last / first, GROWTH)


def _verified(register: SqlRegister) -> tuple[int, list[object]]:
    """How many entries, and what does not hold."""
    breaks: list[object] = list(register.verify("full"))
    return register.verified_counts()[1], breaks


def _read_all(bare: Any) -> int:
    assert bare.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for table, _ in _TABLES:
        for _row in bare.execute(f"SELECT * FROM {table}"):
            pass
    head = bytes(32)
    for _, log_hash, entry_hash in bare.execute(_LOG):
        head = hashlib.sha256(head + entry_hash).digest()
        assert head == log_hash
    return _read_journal(bare.execute(_JOURNAL.format(where="")))


def _read_journal(rows: Iterator[tuple[Any, ...]]) -> int:
    count = 0
    for row in rows:
        count += 1
        _read(*row)
    return count


def _read(*row: Any) -> None:
    """Both commitments, the hash of the entry, and what stands in it."""
    chain, chain_kind, _, position, recorded_at, actor, op_id, kind, version, *sums = row[:13]
    numbers = (b"%d" % position, b"%d" % recorded_at, b"%d" % version)
    place, moment, edition = [len(each).to_bytes(4, "big") + each for each in numbers]
    opened, personal, previous, own = sums
    covered = (
        b"\0", _framed(chain), _framed(chain_kind), place, moment, _framed(actor), _framed(op_id), _framed(kind), edition,
        _DIGEST, opened, _DIGEST if personal else _NOTHING, personal or b"", _DIGEST, previous,
    )  # fmt: skip
    assert hashlib.sha256(b"".join(covered)).digest() == own
    for salt, content, promised in ((row[13], row[14], opened), (row[15], row[16], personal)):
        if salt is not None:
            assert hmac.digest(salt, content, "sha256") == promised
            _DECODE(content.decode())


_DECODE = json.JSONDecoder().raw_decode
_NOTHING, _DIGEST = bytes(4), (32).to_bytes(4, "big")


@lru_cache(maxsize=8192)
def _framed(value: str | bytes | None) -> bytes:
    """A word, or an id as text, with its length before it."""
    covered = (id_text(value) if isinstance(value, bytes) else value or "").encode()
    return len(covered).to_bytes(4, "big") + covered


def _one_by_one(register: SqlRegister, bare: Any, records: list[tuple[int, str]]) -> dict[str, float]:
    def verify() -> None:
        for _, record in records:
            assert list(register.verify("record", record)) == []

    def floor() -> None:
        for _, record in records:
            bare.execute("BEGIN")  # one moment of one record that is known by its id
            ((no, *_),) = bare.execute("SELECT * FROM chain WHERE id = ?", (id_bytes(record),)).fetchall()
            for table, key in _TABLES[1:]:
                bare.execute(f"SELECT * FROM {table} WHERE {key} = ?", (no,)).fetchall()
            _read_journal(bare.execute(_JOURNAL.format(where=" WHERE j.chain = ?"), (no,)))
            bare.execute("ROLLBACK")

    series = in_turn({"verify": timed(verify), "floor": timed(floor)}, 9, warm=1)
    return {name: each.median / len(records) for name, each in series.items()}


def _parts(register: SqlRegister, records: list[tuple[int, str]]) -> str:
    """What the time of one record goes into. The floor does the first three."""
    chain = verify_chains.Chain
    watched: dict[str, list[tuple[Any, str]]] = {
        "reading": [(Source, "read")],
        "hashing": [(chain, "_broken_link")],
        "decoding": [(verify_chains, "entry_from")],
        "adding up": [(verify_chains, "fold")],
        "making the rows anew": [(verify_chains, "rows_with_search")],
    }
    watch = Stopwatch()
    start = time.perf_counter()
    with watch.on(watched):
        for _, record in records:
            list(register.verify("record", record))
    share = 100 / (time.perf_counter() - start)
    told = {name: round(seconds * share) for name, seconds in watch.seconds.items()}
    return ", ".join(f"{name} {part}" for name, part in (told | {"else": 100 - sum(told.values())}).items())


def _memory(register: SqlRegister, share: float) -> float:
    """The most that Python held until that share of the chains was looked at."""
    tracemalloc.start()
    try:
        list(register.verify("full", None, lambda done, of: done < of * share))
        return float(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()
