"""A title made from the first sentence of a report. Where a sentence ends is not known in every case: a point after
an abbreviation, an initial or a day of the month ends none, and a title that is too long does less harm than half a
sentence. English and German together, because nobody says in which language a report is written.
"""

from __future__ import annotations

import re

TITLE_LENGTH = 90
_END = re.compile(r"([.!?…]+)([\"”“’»)\]]*) ")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # B, e.g, z.B: one letter, or letters with points between them
_DAY = re.compile(r"\d{1,2}")  # 3. März, 2. Stock
_ONLY_A_TIME = re.compile(r"(?:\S+ ){0,2}[\d:.]+ ?[ap]\.m", re.IGNORECASE)  # At 9:40 a.m. The pump stopped.
_OPENING = "\"'“„‚‘«»(["
_NEVER_LAST = frozenset({
    "abt", "allg", "approx", "bes", "bspw", "bzgl", "bzw", "ca", "co", "dept", "dipl", "dr", "entspr", "est",
    "evtl", "fr", "frl", "geb", "gem", "gez", "ggf", "hl", "hr", "ing", "inkl", "insb", "jr", "lt", "max",
    "med", "mr", "mrs", "ms", "prof", "resp", "sen", "sgt", "sog", "sr", "st", "str", "stv", "tel", "tgl",
    "ungef", "vgl", "vs", "zzgl",
})  # fmt: skip
_BEFORE_NUMBERS = frozenset({  # words of their own as well
    "abb", "apr", "art", "aug", "dec", "dez", "fig", "feb", "jan", "min", "mind", "no", "nov", "nr", "oct",
    "okt", "sep", "sept", "temp", "vol",
})  # fmt: skip
_SOMETIMES_LAST = frozenset({  # where a capital follows
    "a.m", "etc", "gmbh", "inc", "ltd", "o.ä", "p.m", "std", "u.s.w", "u.ä", "usf", "usw",
})  # fmt: skip


def title_from(text: str) -> str:
    """Whole words of the first sentence, at most 90 characters."""
    flat = " ".join(text.split())
    first = _first_sentence(flat)
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " ..."


def _first_sentence(flat: str) -> str:
    for end in _END.finditer(flat):
        before, after = flat[: end.start()], flat[end.end() :]
        if not before or _ONLY_A_TIME.fullmatch(before):
            continue
        if end[1] != "." or _ends(before.rsplit(" ", 1)[-1], after.lstrip(_OPENING)):
            return before + end[2]
    last = flat.rsplit(" ", 1)[-1].rstrip(".").lstrip(_OPENING)
    return flat if _abbreviates(last) else flat.rstrip(".") or flat


def _ends(word: str, after: str) -> bool:
    """Whether the point after a word ends its sentence, seen from what comes next."""
    bare = word.lstrip(_OPENING)
    if after[:1].islower() or _DAY.fullmatch(bare):
        return False
    if bare.casefold() in _BEFORE_NUMBERS:
        return not after[:1].isdigit()
    return bare.casefold() in _SOMETIMES_LAST or not _abbreviates(bare)


def _abbreviates(word: str) -> bool:
    return word.casefold() in _NEVER_LAST | _SOMETIMES_LAST or _LETTERS.fullmatch(word) is not None
