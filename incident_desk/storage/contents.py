"""Contents of files, addressed by their SHA-256, in chunks of 1 MiB inside the register; never replaced, and
gone only by an erasure."""

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

_ELSEWHERE = sa.select(t.field_value.c.incident).where(
    t.field_value.c.key == "attachments.sha256", t.field_value.c.text == sa.bindparam("sha"),
    t.field_value.c.incident != sa.bindparam("no"),
).limit(1)  # fmt: skip
_AS_LOGO = sa.select(t.setting.c.no).where(t.setting.c.key == "logo", t.setting.c.value == sa.bindparam("logo"))


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


def erase(connection: sa.Connection, no: int, sha256: bytes) -> bool:
    """Whether it could go: what another chain than that of row number `no` names as well stays."""
    values = {"no": no, "sha": sha256.hex(), "logo": f'"{sha256.hex()}"'}
    if any(connection.execute(query, values).first() is not None for query in (_ELSEWHERE, _AS_LOGO)):
        return False
    connection.execute(t.content.delete().where(t.content.c.sha256 == sha256))
    return True


def read(connection: sa.Connection, sha256: bytes) -> Iterator[bytes]:
    ordinal = 0
    while (chunk := connection.execute(_CHUNK, {"sha": sha256, "n": ordinal}).scalar()) is not None:
        yield chunk
        ordinal += 1
