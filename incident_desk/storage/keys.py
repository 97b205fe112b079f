"""The keys of encrypted registers that were unlocked since the program started: in its memory, and nowhere else.

A key belongs to the salt that a file begins with. Copies keep the salt, so that backups of an unlocked register and
what is restored from them open without asking again.
"""

from __future__ import annotations

import hmac
from pathlib import Path

from incident_desk.support.register_files import salt_of
from incident_desk.usecases.errors import SurroundingsFailed

_ring: dict[bytes, bytes] = {}


def remember(salt: bytes, key: bytes) -> None:
    _ring[salt] = key


def forget_all() -> None:
    """As if the program had just been started."""
    _ring.clear()


def is_known(salt: bytes, key: bytes) -> bool:
    """Whether it is this key that belongs to the salt."""
    return hmac.compare_digest(_ring.get(salt, b""), key)


def key_for(path: Path) -> str | None:
    """What the driver is told to open this file; None for a file that is not encrypted."""
    salt = salt_of(path)
    if salt is None:
        return None
    if salt not in _ring:
        raise SurroundingsFailed("passphrase_needed", name=path.name)
    return raw(salt, _ring[salt])


def raw(salt: bytes, key: bytes) -> str:
    """A key as SQLCipher takes it, without working it out once more for each connection."""
    return f"x'{key.hex()}{salt.hex()}'"
