"""Words as the search sees them: without case, accents and punctuation, and so the same on every engine."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_WORD = re.compile(r"[^\W_]+")
_SINGLE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks


def words_of(text: str) -> list[str]:
    """The words of a text, as the index holds them. Characters of Chinese, Japanese, Korean stand alone."""
    spaced = _SINGLE.sub(lambda match: f" {match.group()} ", folded(text))
    return [word[:LONGEST] for word in _WORD.findall(spaced)]


def folded(text: str) -> str:
    """Without capitals and accents, so that "tomas" finds "Tomás"."""
    if text.isascii():  # most texts are, and the rest of this function takes twenty times as long
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(ch for ch in apart if not unicodedata.combining(ch)))
