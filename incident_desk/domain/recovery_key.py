"""The key of an encrypted register on paper: groups of four letters, the last of which checks the others.

The letters are Crockford's 32: none of them is taken for another, and what is mistaken all the same is read right.
"""

from __future__ import annotations

from incident_desk.domain.errors import Refused

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys(" -\u2010\u2011\u2013\u2014\u00a0\t\r\n")})
_KEY, _CHECK, _GROUP = 52, 4, 4  # letters
_BYTES = 32
# A prime: a wrong letter moves the number by what it does not divide, and so do two letters that changed places.
_PRIME = 1_048_573


def written(key: bytes) -> str:
    """ "7K2M 90QX ..." """
    number = int.from_bytes(key, "big")
    letters = _spelt(number, _KEY) + _spelt(number % _PRIME, _CHECK)
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def looks_like_one(typed: str) -> bool:
    """Whether somebody who typed this means a recovery key, be there a mistake in it or not."""
    letters = _letters(typed)
    return len(letters) == _KEY + _CHECK and set(letters) <= set(_LETTERS)


def read(typed: str) -> bytes:
    """Refused where a letter is wrong, missing or too many."""
    letters = _letters(typed)
    if not looks_like_one(typed):
        raise Refused("recovery_key_length", "recovery_key", count=len(letters), limit=_KEY + _CHECK)
    number, check = _number(letters[:_KEY]), _number(letters[_KEY:])
    if number % _PRIME != check or number >> (8 * _BYTES):
        raise Refused("recovery_key_mistyped", "recovery_key")
    return number.to_bytes(_BYTES, "big")


def _letters(typed: str) -> str:
    return typed.upper().translate(_MEANT)


def _spelt(number: int, length: int) -> str:
    return "".join(_LETTERS[number >> (5 * place) & 31] for place in reversed(range(length)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    return number
