"""Entries: how a draft becomes exact bytes in one or two salted parts, and how it is read back.

The open part lists the personal keys under "~", each with 1, or with 0 where the entry emptied it. After a lawful
erasure the personal part is gone: what was stated reads as ERASED, what was emptied is empty as before, and every hash
still holds, because hashes cover commitments, not contents.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

SALT_BYTES = 32
GENESIS = bytes(32)
PERSONAL_KEYS = "~"
OF_RECORD, OF_ITEM = "=", "."  # first letter of a key that tells a change, [old, new], of the record or of one item


class Erased:
    """Stands where a personal value was before it was lawfully erased."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ERASED"

    def __bool__(self) -> bool:
        return True


ERASED: Final = Erased()


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What a decision wants written. `personal` names the keys of `data` that go into the personal part."""

    kind: str
    data: Mapping[str, Any]
    personal: frozenset[str] = frozenset()
    version: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as `apply` sees it: where it stands, who wrote it, and its data, both parts together."""

    position: int
    recorded_at: int
    actor: str | None
    op_id: str
    kind: str
    version: int
    data: Mapping[str, Any]
    personal_keys: frozenset[str] = frozenset()
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    salt: bytes
    content: bytes

    @property
    def commitment(self) -> bytes:
        """HMAC-SHA256 of the content under its salt: tells nothing once both are erased."""
        return hmac.digest(self.salt, self.content, "sha256")


@dataclass(frozen=True, slots=True)
class Link:
    """The journal row: everything the hash covers, and the hash."""

    chain: str
    chain_kind: str
    position: int
    recorded_at: int
    actor: str | None
    op_id: str
    kind: str
    version: int
    open_commitment: bytes
    personal_commitment: bytes | None
    previous_hash: bytes = GENESIS
    hash: bytes = b""

    def computed_hash(self) -> bytes:
        """SHA-256(0x00 || each covered field with its length in 4 bytes before it)."""
        return self.hash_after(self.previous_hash)

    def hash_after(self, previous_hash: bytes) -> bytes:
        """The hash it has where the entry before it has that one."""
        covered = (
            self.chain.encode(),
            self.chain_kind.encode(),
            str(self.position).encode(),
            str(self.recorded_at).encode(),
            (self.actor or "").encode(),
            self.op_id.encode(),
            self.kind.encode(),
            str(self.version).encode(),
            self.open_commitment,
            self.personal_commitment or b"",
            previous_hash,
        )
        framed = b"".join([len(value).to_bytes(4, "big") + value for value in covered])
        return hashlib.sha256(b"\x00" + framed).digest()


_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def exact_bytes(data: Mapping[str, Any]) -> bytes:
    """Sorted compact JSON in UTF-8. The bytes themselves are stored, so nobody must repeat this exactly."""
    return _COMPACT.encode(data).encode()


def split(draft: EntryDraft, open_salt: bytes, personal_salt: bytes) -> tuple[Part, Part | None]:
    """The two parts of a draft. Without personal keys there is no personal part."""
    personal = {key: draft.data[key] for key in draft.personal if key in draft.data}
    rest: dict[str, Any] = {key: value for key, value in draft.data.items() if key not in personal}
    if not personal:
        return Part(open_salt, exact_bytes(rest)), None
    rest[PERSONAL_KEYS] = {key: int(not _empties(key, value)) for key, value in personal.items()}
    return Part(open_salt, exact_bytes(rest)), Part(personal_salt, exact_bytes(personal))


def _empties(key: str, value: Any) -> bool:
    return key[0] in (OF_RECORD, OF_ITEM) and isinstance(value, list) and value[1:] == [None]


def read(link: Link, open_content: bytes, personal_content: bytes | None) -> Entry:
    """The entry from its row and its stored parts; ERASED for personal keys whose part is gone."""
    data: dict[str, Any] = json.loads(open_content)
    keys: dict[str, int] = data.pop(PERSONAL_KEYS, {})
    erased = bool(keys) and personal_content is None
    if personal_content is not None:
        data.update(json.loads(personal_content))
    else:
        data.update({key: ERASED if stated else [ERASED, None] for key, stated in keys.items()})
    return Entry(
        link.position,
        link.recorded_at,
        link.actor,
        link.op_id,
        link.kind,
        link.version,
        data,
        frozenset(keys),
        erased,
    )


def seal(unlinked: Link, previous_hash: bytes) -> Link:
    """`unlinked` with the hash of the entry before it and its own hash filled in."""
    return replace(unlinked, previous_hash=previous_hash, hash=unlinked.hash_after(previous_hash))
