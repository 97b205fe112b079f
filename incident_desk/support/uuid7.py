"""UUID version 7 (RFC 9562, section 5.7): time-ordered ids, 48 bits of milliseconds, 74 random bits."""

from __future__ import annotations

import secrets
import time


def make_uuid7(milliseconds: int, randomness: int) -> str:
    """The UUIDv7 of a Unix time in milliseconds and 74 random bits, in canonical text form."""
    rand_a, rand_b = randomness >> 62 & 0xFFF, randomness & (1 << 62) - 1
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def uuid7() -> str:
    return make_uuid7(time.time_ns() // 1_000_000, secrets.randbits(74))
