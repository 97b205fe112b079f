"""Contents of files, addressed by their SHA-256, in chunks of 1 MiB inside the register; never replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from incident_desk.storage import tables as t

CHUNK = 1 << 20

_THERE = sa.select(t.content.c.ordinal).where(t.content.c.sha256 == sa.bindparam("sha")).limit(1)
_CHUNK = sa.select(t.content.c.chunk).where(
    t.content.c.sha256 == sa.bindparam("sha"), t.content.c.ordinal == sa.bindparam("n")
)


def store(connection: sa.Connection, sha256: bytes, chunks: Iterable[bytes]) -> None:
    """Raises ValueError when the bytes are not those of the hash."""
    if connection.execute(_THERE, {"sha": sha256}).first() is not None:
        return
    digest = hashlib.sha256()
    for ordinal, chunk in enumerate(chunks):
        digest.update(chunk)
        connection.execute(t.content.insert(), {"sha256": sha256, "ordinal": ordinal, "chunk": chunk})
    if digest.digest() != sha256:
        raise ValueError("the content is not what its hash says")


def read(connection: sa.Connection, sha256: bytes) -> Iterator[bytes]:
    ordinal = 0
    while (chunk := connection.execute(_CHUNK, {"sha": sha256, "n": ordinal}).scalar()) is not None:
        yield chunk
        ordinal += 1
