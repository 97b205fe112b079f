"""Text in two bytes a letter that does not begin with the mark which says so: known by where its zeros stand.

Blanks, digits, separators and line ends have a zero as their other byte in every language.
"""

from __future__ import annotations

LOOKED_AT = 65_536  # bytes
_SOME, _HARDLY_ANY = 0.08, 0.004  # of the bytes in every second place


def utf16_without_mark(head: bytes) -> str:
    """ "utf-16-le", "utf-16-be", or "" where it is neither."""
    half = len(head) // 2
    if not half:
        return ""
    first, second = (head[n : 2 * half : 2].count(0) / half for n in (0, 1))
    encoding = "utf-16-le" if first < second else "utf-16-be"
    if max(first, second) < _SOME or min(first, second) > _HARDLY_ANY:
        return ""
    try:
        text = head[: 2 * half].decode(encoding, "strict")
    except UnicodeDecodeError as error:
        if error.end < 2 * half - 2:
            return ""
        text = head[: error.start].decode(encoding)
    return encoding if "\n" in text or "\r" in text else ""
