"""Letters that nobody writes: a text read in another way than it was written. Told, never mended by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incident_desk.usecases.sheets import Sheet

_AROUND = 20  # letters beside what is odd
_RARE_SIGN = "¡¢£¤¥¦§¨©ª¬®¯±²³¶¸¹º¼½¾¿×÷€ƒ†‡ˆ‰˜™"
_SIGN = _RARE_SIGN + "«»„‹“”•›"  # that stands between letters of no word; … does
_ODD = re.compile(
    "[\ufffd\x80-\x9f]"  # what could not be read, and what no keyboard writes
    "|Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â€|ï¿½|ï»¿"  # two bytes taken for two letters
    "|[ŠŽŸŒ][a-z]{2}(?<=[a-z][ŠŽŸŒ][a-z]{2})"  # a capital within a word
    f"|(?<=[^\\W\\d_])[{_SIGN}](?=[^\\W\\d_])"
    f"|[À-ÖØ-Þà-öø-ÿ{_RARE_SIGN}‚ŠŽŸŒšžœ]{{3}}"  # western words have no three letters in a row with marks
)
_RARE = re.compile("[ðþÐÞýÝ]")  # Turkish, unless Icelandic
_CZECH = ("ø", "ì")  # ř and ě; no language has both of these


@dataclass(frozen=True, slots=True)
class OddLetters:
    """How many cells hold such letters, headings too, and one of them. `is_guess`: the file does not say itself how its
    letters are written, so it can be read in another way."""

    cells: int
    sample: str
    is_guess: bool


def odd_letters(sheet: Sheet) -> OddLetters | None:
    """None where every letter is one that people write."""
    odd = _RARE if sheet.form is not None and sheet.form.encoding == "cp1252" else None
    count, sample, czech = 0, "", dict[str, str]()
    for text in _texts(sheet):
        found = _ODD.search(text) or (odd.search(text) if odd else None)
        if found:
            count += 1
            sample = sample or _around(text, found.start())
        for sign in _CZECH if odd else ():
            if sign in text:
                czech.setdefault(sign, _around(text, text.index(sign)))
    if not count and len(czech) == len(_CZECH):
        count, sample = len(czech), czech[_CZECH[0]]
    is_guess = sheet.form is not None and not sheet.form.encoding.startswith("utf")
    return OddLetters(count, sample, is_guess) if count else None


def _texts(sheet: Sheet) -> Iterator[str]:
    """Those that hold more than the letters of ASCII, which nobody can misread."""
    for row in (sheet.heading, *sheet.rows):
        for cell in row:
            if isinstance(cell, str) and not cell.isascii():
                yield cell


def _around(text: str, at: int) -> str:
    """Whole words, as far as they are short."""
    start, end = max(0, at - _AROUND), at + _AROUND
    start = text.rfind(" ", start, at) + 1 if " " in text[start:at] else start
    cut = text.find(" ", at)
    return " ".join(text[start : cut if at < cut < end else end].split())
