"""Secrets of people: set, checked at sign-in and again for each signature (Argon2id: t=3, m=64 MiB, p=4)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.values import clean_text
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.acting import still_acting
from incident_desk.usecases.errors import AlreadyDone
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Register

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 8, 1000
_FREE_TRIES = 5
_LONGEST_WAIT = 15 * 60


def set_secret(register: Register, actor: Actor, person: str, secret: str, op_id: str) -> None:
    """Sets or, when empty, takes away a person's secret. One's own, or anyone's by an administrator."""
    if actor.id != person:
        actor = still_acting(actor, read_names(register.queries))
        actor.must("secrets", Role.ADMINISTRATOR)
    if secret and len(secret) < SHORTEST:
        raise Refused("secret_too_short", "secret", limit=SHORTEST)
    hashed = _hasher().hash(clean_text(secret, LONGEST, "secret")) if secret else None
    with suppress(AlreadyDone), register.write() as work:
        record = work.lock("person", [person])[person]
        if not record.position:
            raise Refused("person_unknown", value=person)
        if "erased" in record.values:
            raise Refused("person_erased", "person")
        draft = EntryDraft("secret_set" if secret else "secret_removed", {})
        work.append(record, [draft], actor.id, op_id, work.now())
        work.set_secret(person, hashed)
        work.commit(op_id, {"id": person})


def check_secret(register: Register, person: str, secret: str | None, new_id: Callable[[], str]) -> None:
    """Refused unless the secret fits. After five wrong ones each try waits longer, 1 s to 15 min, across restarts.

    The register's clock counts: several PCs use the same server, and none of them ends a wait by its own clock.
    """
    known = register.queries.secret(person)
    if known is None:
        return
    hashed, failures, locked_until = known
    now = register.queries.clock()
    if now < locked_until:
        raise Refused("secret_wait", "secret", wait=f"{(locked_until - now) // 1_000_000 + 1} s")
    if not secret:
        raise Refused("secret_needed", "secret")
    from argon2.exceptions import VerificationError

    try:
        _hasher().verify(hashed, clean_text(secret, LONGEST, "secret"))
    except VerificationError:
        _count(register, person, failures + 1, now, new_id)
        raise Refused("secret_wrong", "secret") from None
    if failures:
        _count(register, person, 0, now, new_id)


def _count(register: Register, person: str, failures: int, now: int, new_id: Callable[[], str]) -> None:
    wait = 0 if failures < _FREE_TRIES else min(2 ** (failures - _FREE_TRIES), _LONGEST_WAIT)
    with register.write() as work:
        work.set_attempts(person, failures, now + wait * 1_000_000)
        work.commit(new_id(), {})


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4)
