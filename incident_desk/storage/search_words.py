"""The search's own copy of texts: words without case, accents and punctuation, the same on three engines."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_SINGLE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks


def words_of(text: str) -> list[str]:
    """The words of a text as the index holds them. Characters of Chinese, Japanese, Korean stand alone."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(ch for ch in folded if not unicodedata.combining(ch))
    spaced = _SINGLE.sub(lambda match: f" {match.group()} ", unicodedata.normalize("NFKC", bare))
    return [word[:60] for word in _WORD.findall(spaced)]


def indexed(text: str) -> str:
    return " ".join(words_of(text))


def snippet(text: str, words: list[str], width: int = 150) -> str:
    """A piece of the stored text around the first of the words, on one line."""
    flat = " ".join(text.split())
    low = flat.casefold()
    found = [at for word in words if (at := low.find(word)) >= 0]
    start = max(0, min(found, default=0) - width // 3)
    if start:
        start = low.find(" ", start) + 1
    piece = flat[start : start + width]
    return ("... " if start else "") + piece + (" ..." if start + width < len(flat) else "")
