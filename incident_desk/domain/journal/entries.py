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
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

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


class Entry(NamedTuple):
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
        return commitment_of(self.salt, self.content)


class Link(NamedTuple):
    """The journal row: everything the hash covers, in its order, and the hash."""

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


def hash_of_covered(
    chain: str, chain_kind: str, position: int, recorded_at: int, actor: str | None, op_id: str, kind: str,
    version: int, open_commitment: bytes, personal_commitment: bytes | None, previous_hash: bytes,
) -> bytes:  # fmt: skip
    """SHA-256(0x00 || each of them with its length in 4 bytes before it)."""
    moment = b"%d" % recorded_at
    personal = personal_commitment or b""
    covered = (
        b"\x00", _framed(chain), _framed(chain_kind), _number(position), _length(len(moment)), moment,
        _framed(actor or ""), _framed(op_id), _framed(kind), _number(version), _length(len(open_commitment)),
        open_commitment, _length(len(personal)), personal, _length(len(previous_hash)), previous_hash,
    )  # fmt: skip
    return hashlib.sha256(b"".join(covered)).digest()


@lru_cache(maxsize=256)
def _length(of: int) -> bytes:
    return of.to_bytes(4, "big")


@lru_cache(maxsize=2048)
def _framed(text: str) -> bytes:
    """Of a chain, its kind, people, kinds of entries: each comes many times."""
    value = text.encode()
    return _length(len(value)) + value


@lru_cache(maxsize=2048)
def _number(of: int) -> bytes:
    """A position or a version: nearly all are small."""
    return _framed(str(of))


def commitment_of(salt: bytes, content: bytes) -> bytes:
    """HMAC-SHA256 of the content under its salt: tells nothing once both are erased."""
    return hmac.digest(salt, content, "sha256")


# What is in an entry was JSON before: it holds no circles.
_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
_DECODE = json.JSONDecoder().raw_decode


def exact_bytes(data: Mapping[str, Any]) -> bytes:
    """Sorted compact JSON in UTF-8. The bytes themselves are stored, so nobody must repeat this exactly."""
    return _COMPACT.encode(data).encode()


def _decoded(content: bytes) -> Any:
    """As `json.loads`, which spends more time on asking for options and for blanks around it."""
    text = content.decode()
    value, end = _DECODE(text)
    if end != len(text):
        raise ValueError("something follows the entry")
    return value


def split(draft: EntryDraft, open_salt: bytes, personal_salt: bytes) -> tuple[Part, Part | None]:
    """The two parts of a draft. Without personal keys there is no personal part."""
    personal = {key: draft.data[key] for key in draft.personal if key in draft.data}
    if not personal:
        return Part(open_salt, exact_bytes(draft.data)), None
    rest: dict[str, Any] = {key: value for key, value in draft.data.items() if key not in personal}
    rest[PERSONAL_KEYS] = {key: int(not _empties(key, value)) for key, value in personal.items()}
    return Part(open_salt, exact_bytes(rest)), Part(personal_salt, exact_bytes(personal))


def _empties(key: str, value: Any) -> bool:
    return key[0] in (OF_RECORD, OF_ITEM) and isinstance(value, list) and value[1:] == [None]


def read(link: Link, open_content: bytes, personal_content: bytes | None) -> Entry:
    """The entry from its row and its stored parts."""
    row = (link.position, link.recorded_at, link.actor, link.op_id, link.kind, link.version)
    return entry_from(row, open_content, personal_content)


def entry_from(
    row: tuple[int, int, str | None, str, str, int], open_content: bytes, personal_content: bytes | None
) -> Entry:
    """The entry of (position, recorded_at, actor, op_id, kind, version). ERASED: personal keys whose part is gone."""
    data: dict[str, Any] = _decoded(open_content)
    keys: dict[str, int] = data.pop(PERSONAL_KEYS, {})
    erased = bool(keys) and personal_content is None
    if personal_content is not None:
        data.update(_decoded(personal_content))
    elif keys:
        data.update({key: ERASED if stated else [ERASED, None] for key, stated in keys.items()})
    return Entry(*row, data, frozenset(keys), erased)


def without_personal(entry: Entry) -> Entry:
    """The entry as it reads once its personal part is gone."""
    gone = {
        key: [ERASED, None] if _empties(key, value) else ERASED
        for key, value in entry.data.items()
        if key in entry.personal_keys
    }
    return entry._replace(data={**entry.data, **gone}, erased=bool(entry.personal_keys))


def seal(unlinked: Link, previous_hash: bytes) -> Link:
    """`unlinked` with the hash of the entry before it and its own hash filled in."""
    covered = (*unlinked[:-2], previous_hash)
    return Link(*covered, hash_of_covered(*covered))
