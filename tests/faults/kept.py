"""What is there of the saves that were acknowledged in one register, counted after every fault."""

from __future__ import annotations

from incident_desk.storage.register import open_register
from tests.faults.forks import Tell, answers
from tests.storage.other_program import as_id, other_program

Saved = dict[str, int]  # op id -> count of entries


class Kept:
    """What is there of what was acknowledged in one register, counted after every kill."""

    def __init__(self, address: str) -> None:
        self._address = address
        with other_program(address) as program:
            self._before = program.one("SELECT count(*) FROM op")
        self.saved: Saved = {}
        self.killed = self.lost = self.doubled = self.half_written = 0

    def add(self, saved: Saved, killed: int) -> None:
        self.saved |= saved
        self.killed += killed
        with other_program(self._address) as program:
            ops = {bytes(op) for (op,) in program.rows("SELECT op_id FROM op")}
            entries = program.rows("SELECT op_id, count(*) FROM journal GROUP BY op_id")
            chains = int(program.one("SELECT sum(position) FROM chain"))  # servers tell sums as decimals
        counted = {bytes(op): count for op, count in entries}
        self.lost = sum(as_id(op_id) not in ops for op_id in self.saved)
        self.doubled = sum(counted.get(as_id(op_id), 0) > count for op_id, count in self.saved.items())
        by_half = sum(0 < counted.get(as_id(op_id), 0) < count for op_id, count in self.saved.items())
        self.half_written = by_half + len(counted.keys() ^ ops) + abs(sum(counted.values()) - chains)
        # Of each killed writer one save more may stand there, which it had no time to acknowledge.
        self.doubled += max(0, len(ops) - len(self.saved) - self._before - self.killed)

    def verify(self) -> None:
        self.half_written += len(answers(verify, self._address))

    def figures(self) -> dict[str, int]:
        found = {"lost": self.lost, "doubled": self.doubled, "half_written": self.half_written}
        return {"kills": self.killed, "saves": len(self.saved), **found}


def verify(tell: Tell, address: str) -> None:
    register = open_register(address)
    for each in register.verify("full"):
        tell(each.code)
    register.close()
