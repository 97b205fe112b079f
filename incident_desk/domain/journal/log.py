"""The log: every entry of every chain in one line, so that a removed tail or an old copy is noticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log at a moment: it holds entries 1 to `index`."""

    index: int
    hash: bytes

    @property
    def words(self) -> str:
        """The first 80 bits in groups of four letters and digits, as people read them aloud."""
        alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base 32: no I, L, O, U
        number = int.from_bytes(self.hash[:10], "big")
        letters = "".join(alphabet[number >> shift & 31] for shift in range(75, -1, -5))
        return " ".join(letters[start : start + 4] for start in range(0, 16, 4))


EMPTY_LOG = Head(0, bytes(32))


def next_head(head: Head, entry_hash: bytes) -> Head:
    return Head(head.index + 1, next_hash(head.hash, entry_hash))


def next_hash(log_hash: bytes, entry_hash: bytes) -> bytes:
    """log_hash[n] = SHA-256(log_hash[n-1] || entry_hash)."""
    return hashlib.sha256(log_hash + entry_hash).digest()
