"""The search's own copy of texts: words without case, accents and punctuation, the same on three engines."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SINGLE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks


def words_of(text: str) -> list[str]:
    """The words of a text as the index holds them. Characters of Chinese, Japanese, Korean stand alone."""
    spaced = _SINGLE.sub(lambda match: f" {match.group()} ", _folded(text))
    return [word[:60] for word in _WORD.findall(spaced)]


def _folded(text: str) -> str:
    if text.isascii():  # most texts are, and the rest of this function takes twenty times as long
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(ch for ch in apart if not unicodedata.combining(ch)))


def indexed(text: str) -> str:
    return " ".join(words_of(text))


def snippet(text: str, words: list[str], width: int = 150) -> str:
    """A piece of the stored text around the first of the words, on one line."""
    flat = " ".join(text.split())
    folded = _folded(flat)
    found = [at for word in words if (at := folded.find(word)) >= 0]
    # Folding can change the length a little; the place is looked for in the same part of the text.
    place = min(found, default=0) * len(flat) // max(1, len(folded))
    start = max(0, place - width // 3)
    if start:
        start = flat.find(" ", start) + 1
    piece = flat[start : start + width]
    return ("... " if start else "") + piece + (" ..." if start + width < len(flat) else "")
