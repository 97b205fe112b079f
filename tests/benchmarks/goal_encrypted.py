"""Encrypted: what goals 3, 5, 6 and 7 measure, on a register under a passphrase beside the same register without one.

Both are asked in turn by the program itself; what is worked out once for each program, the key, is told apart.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from itertools import cycle
from pathlib import Path

from incident_desk.gui.start import make_application
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.support.register_files import new_salt
from incident_desk.support.settings import PcSettings
from incident_desk.support.texts import Texts
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import FileKey
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.unlocking import key_of
from incident_desk.usecases.wording import Wording
from tests.benchmarks.bench import Bench
from tests.benchmarks.goal_3_list import ALL
from tests.benchmarks.goal_5_board import IN_A_COLUMN, Board, dealt, jumping, scrolling
from tests.benchmarks.goal_6_search import common_word, found
from tests.benchmarks.goal_7_save import Clerk
from tests.benchmarks.results import Compared, Finding, Told
from tests.benchmarks.timing import Job, in_turn, timed

BESIDE_PLAIN = 2.0
_PASSPHRASE = "four words with blanks"
_ROUNDS, _BUILDS, _SAVES = 200, 5, 60
_BEST = 20  # rounds of what takes long
_PLACES = 150  # more than the pages that are kept in memory hold
Jobs = dict[str, Job]


def measure(bench: Bench) -> Iterator[Finding]:
    plain, encrypted = bench.copy(), bench.folder / "encrypted.register"
    yield from _written_anew(bench, plain, encrypted)
    with ExitStack() as stack:
        both = [stack.enter_context(closing(open_register(str(path)))) for path in (plain, encrypted)]
        yield from _beside("3: {} page of 50", _pages, both, bench.size, _ROUNDS)
        yield from _beside("6: {}", _searches, both, bench.size, _ROUNDS)
        yield from _beside("6: {}", _rankings, both, bench.size, _BEST)
        yield from _boards(bench, both)
        yield from _beside("7: {}", _saves, both, bench.size, _SAVES)


def _written_anew(bench: Bench, plain: Path, encrypted: Path) -> Iterator[Finding]:
    start = time.perf_counter()
    salt = new_salt()
    key = FileKey(salt, key_of(_PASSPHRASE, salt))
    yield Told("the key from the passphrase, once a program", f"{time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    with bench.services.alone_with(str(plain)) as lone:
        lone.rewrite(encrypted, key)
    yield Told(f"{bench.size:,} incidents written anew", f"{time.perf_counter() - start:.1f} s")


def _beside(
    what: str, make: Callable[[SqlRegister, int], Jobs], both: list[SqlRegister], size: int, rounds: int
) -> Iterator[Finding]:
    """Plain and encrypted, job by job."""
    plain, encrypted = (make(register, size) for register in both)
    jobs = {f"plain {name}": job for name, job in plain.items()} | {
        f"its {name}": job for name, job in encrypted.items()
    }
    median = {name: series.median for name, series in in_turn(jobs, rounds, warm=10).items()}
    for name in plain:
        yield _compared(what.format(name), median[f"its {name}"], median[f"plain {name}"])


def _compared(what: str, encrypted: float, plain: float) -> Compared:
    return Compared(what, encrypted, plain, "the plain register", BESIDE_PLAIN)


def _pages(register: SqlRegister, size: int) -> Jobs:
    places = {"first": None, "middle": size // 2, "last": size - 51}
    jobs: Jobs = {}
    for name, offset in places.items():
        after = None if offset is None else _place(register, offset)
        jobs[name] = timed(partial(register.queries.incidents, ALL, after, 50))
    chance = random.Random(1)
    anywhere = cycle([_place(register, chance.randrange(size - 51)) for _ in range(_PLACES)])
    return jobs | {"any other": timed(lambda: register.queries.incidents(ALL, next(anywhere), 50))}


def _place(register: SqlRegister, offset: int) -> tuple[int, int]:
    statement = f"SELECT opened_at, no FROM incident ORDER BY opened_at DESC, no DESC LIMIT 1 OFFSET {offset}"
    with register.queries._database.reader.connect() as connection:
        opened, no = connection.exec_driver_sql(statement).one()
    return opened, no


def _searches(register: SqlRegister, size: int) -> Jobs:
    queries = register.queries
    word = common_word(queries._database, size)
    jobs: Jobs = {f"newest 50 of '{word}'": timed(partial(found, queries, word))}
    jobs |= {f"typed: '{word[:n]}'": timed(partial(found, queries, word[:n])) for n in (2, 3, 4)}
    return jobs | {f"page of '{word}', with rows": timed(partial(queries.search, word, 50))}


def _rankings(register: SqlRegister, size: int) -> Jobs:
    word = common_word(register.queries._database, size)
    return {"best 50 of the newest 5,000": timed(partial(found, register.queries, word, ranked=True))}


def _saves(register: SqlRegister, size: int) -> Jobs:
    """Not rehearsed, as goal 7 does it: what a save looks at is then in memory already, and read without its key."""
    clerk = Clerk(register)
    orders = {"save: report, accepted, with a measure": clerk.save, "edit: one text": clerk.edit}
    return {name: _carried_out(make) for name, make in orders.items()}


def _carried_out(make: Callable[[], Callable[[], object]]) -> Job:
    def job() -> float:
        return timed(make())()

    return job


def _boards(bench: Bench, both: list[SqlRegister]) -> Iterator[Finding]:
    """The cards are read from the register, dealt to five columns and painted."""
    application, theme = make_application(bench.services, PcSettings())
    wording = Wording(Texts("en"), read_names(both[0].queries))
    boards = {
        name: _ReadBoard(register, Board(application, theme, wording, {}))
        for name, register in zip(("plain", "its"), both, strict=True)
    }
    read = in_turn({name: timed(board.read) for name, board in boards.items()}, _BUILDS, warm=1)
    build = in_turn({name: board.build for name, board in boards.items()}, _BUILDS, warm=1)
    yield _compared("5: 10,000 cards read", read["its"].median, read["plain"].median)
    yield _compared("5: read, built and painted", build["its"].median, build["plain"].median)
    for name, move in (("jump in all five columns", jumping), ("scroll one column by 24 px", scrolling)):
        moved = in_turn({key: move(board.board) for key, board in boards.items()}, _ROUNDS)
        yield _compared(f"5: {name}", moved["its"].median, moved["plain"].median)
    for board in boards.values():
        board.board.clear()


class _ReadBoard:
    """A board whose cards are read anew each time."""

    def __init__(self, register: SqlRegister, board: Board) -> None:
        self._queries = register.queries
        self.board = board

    def read(self) -> None:
        self.board.rows = dealt(list(listed(self._queries, IncidentFilter(), IN_A_COLUMN * 5)))

    def build(self) -> float:
        start = time.perf_counter()
        self.read()
        read = time.perf_counter() - start
        return read + self.board.build()
