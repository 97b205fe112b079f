"""Words as the search sees them: without case, accents and punctuation, and so the same on every engine."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LONGEST = 60
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[\W_]")
_SINGLE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks
_USUAL = re.compile("[\0-\u024f\u2000-\u206f\u20ac]*")  # letters of Europe, and what stands between them


def words_of(text: str) -> list[str]:
    """The words of a text, as the index holds them. Characters of Chinese, Japanese, Korean stand alone."""
    if text.isascii():
        words = text.lower().translate(_usual()).split()
    elif _USUAL.fullmatch(text):
        words = text.translate(_usual()).split()
    else:
        words = _WORD.findall(_SINGLE.sub(lambda match: f" {match.group()} ", folded(text)))
    return [word[:LONGEST] for word in words] if max(map(len, words), default=0) > LONGEST else words


@cache
def _usual() -> dict[int, str]:
    """What becomes of each usual character in words: the same as in any text, in a fraction of the time."""
    usual = (chr(code) for code in range(0x20AD) if _USUAL.fullmatch(chr(code)))
    return {ord(ch): _NO_WORD.sub(" ", folded(ch)) for ch in usual}


def folded(text: str) -> str:
    """Without capitals and accents, so that "tomas" finds "Tomás"."""
    if text.isascii():  # most texts are, and the rest of this function takes twenty times as long
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(ch for ch in apart if not unicodedata.combining(ch)))
