"""Which parts of a text a search has found, so that they can be set strong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from incident_desk.usecases.find_records import folded

_WORD = re.compile(r"[^\W_]+")
Part = tuple[str, bool]


def strong_parts(text: str, words: Sequence[str]) -> list[Part]:
    """The text in pieces, each with whether it is a word that begins like one of those sought."""
    text = unicodedata.normalize("NFC", text)  # a letter and its accent stay in one word
    parts: list[Part] = []
    end = 0
    for found in _WORD.finditer(text) if words else ():
        if folded(found.group()).startswith(tuple(words)):
            parts += [(text[end : found.start()], False), (text[found.start() : found.end()], True)]
            end = found.end()
    parts.append((text[end:], False))
    return [(piece, strong) for piece, strong in parts if piece]
