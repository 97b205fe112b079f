"""Opening an encrypted register: its passphrase, or the recovery key on paper.

What a passphrase is made into: Argon2id, with the salt that the file begins with. The numbers are part of the format.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from incident_desk.domain import recovery_key
from incident_desk.domain.errors import Refused
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services

SHORTEST, LONGEST = 12, 1000
_TURNS, _KIB, _LANES, _KEY = 3, 65536, 4, 32


def unlock(services: Services, address: str, typed: str) -> None:
    """By whatever somebody typed where a passphrase was asked. Refused where it does not open the register."""
    by_key = recovery_key.looks_like_one(typed)
    (unlock_by_recovery_key if by_key else unlock_by_passphrase)(services, address, typed)


def unlock_by_passphrase(services: Services, address: str, passphrase: str) -> None:
    if not services.unlock_register(address, _of_passphrase(passphrase)):
        raise Refused("passphrase_wrong", "passphrase")


def unlock_by_recovery_key(services: Services, address: str, typed: str) -> None:
    key = recovery_key.read(typed)
    if not services.unlock_register(address, lambda salt: key):
        raise Refused("recovery_key_wrong", "recovery_key")


def must_open(register: Register, typed: str) -> None:
    """Refused where what somebody typed is not what this register was opened with: another may have sat down."""
    if recovery_key.looks_like_one(typed):
        key = recovery_key.read(typed)
        fits = register.opens_with(lambda salt: key)
    else:
        fits = register.opens_with(_of_passphrase(typed))
    if not fits:
        raise Refused("passphrase_not_this", "passphrase")


def _of_passphrase(passphrase: str) -> Callable[[bytes], bytes]:
    if not passphrase:
        raise Refused("passphrase_missing", "passphrase")
    return lambda salt: key_of(passphrase, salt)


def check_new(passphrase: str) -> None:
    """Whether it may protect a register."""
    if len(passphrase) < SHORTEST:
        raise Refused("passphrase_too_short", "passphrase", limit=SHORTEST)
    if len(passphrase) > LONGEST:
        raise Refused("passphrase_too_long", "passphrase", limit=LONGEST)


def key_of(passphrase: str, salt: bytes) -> bytes:
    """The same for the same words, whichever keyboard puts their letters together."""
    from argon2.low_level import Type, hash_secret_raw

    words = unicodedata.normalize("NFC", passphrase)[:LONGEST].encode("utf-8", "surrogatepass")
    return hash_secret_raw(words, salt, _TURNS, _KIB, _LANES, _KEY, Type.ID)
