"""Verify, the files: every attached file is there and its bytes are those its entry names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import sqlalchemy as sa

from incident_desk.storage import contents
from incident_desk.storage import tables as t
from incident_desk.usecases.rows import VerifyBreak

_ATTACHED = (
    sa.select(t.incident.c.number, t.field_value.c.text.label("sha256"))
    .join(t.incident, t.incident.c.no == t.field_value.c.incident)
    .where(t.field_value.c.key == "attachments.sha256")
    .order_by(t.field_value.c.incident)
)


def check(connection: sa.Connection) -> Iterator[VerifyBreak]:
    known: dict[str | None, str | None] = {}
    for row in connection.execute(_ATTACHED).all():
        if row.sha256 not in known:
            known[row.sha256] = _problem(connection, row.sha256)
        code = known[row.sha256]
        if code is not None:
            yield VerifyBreak(code, {"record": row.number, "sha256": row.sha256})


def _problem(connection: sa.Connection, sha256: str | None) -> str | None:
    digest = hashlib.sha256()
    size = 0
    try:
        key = bytes.fromhex(sha256 or "")
    except ValueError:  # somebody wrote something else there; the comparison with the journal names it
        return "file_content_missing"
    for chunk in contents.read(connection, key):
        digest.update(chunk)
        size += len(chunk)
    if digest.hexdigest() == sha256:
        return None
    return "file_content_missing" if size == 0 else "file_content_changed"
