"""A cell that holds several things, as lines of a list: "Floor cleaned; sign put up", or numbered, or line by line.

What parts them is guessed only where it is plain. In doubt the cell is one line: nothing is torn apart that belongs
together, and every word stands in some line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, get_args

Split = Literal["guessed", "lines", "semicolons", "commas", "whole"]
SPLITS: tuple[Split, ...] = get_args(Split)
"""What parts the lines of a cell. A comma does so only where somebody says it: names and sentences have commas, too."""

_LONGEST_LIST = 100_000  # letters: what is longer is a text
_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,2})[.)]\s+(?=\S)")
_NO_NUMBERING = frozenset([
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "stock", "stockwerk", "og",
    "ug", "etage", "schicht", "tag", "mal", "station", "halle", "klasse", "linie",
])  # fmt: skip
"""Words whose number belongs to them: 2. März, 1. OG"""
_BEFORE_NUMBERS = frozenset([
    "am", "im", "vom", "zum", "bis", "den", "dem", "der", "das", "die", "ab", "seit", "und", "oder", "on", "the", "of",
    "in", "at", "and", "or", "to", "no", "nr", "nr.", "no.", "ca", "ca.",
])  # fmt: skip
_BULLET = re.compile(r"(?:[•·▪●◦‣]\s*|[*–—-]\s+)(?=\S)")
_BULLET_INSIDE = re.compile(r"\s*[•▪●◦‣]\s*")
_GOES_ON = re.compile(r".*[,/(&–—-]")  # a line that ends so is not the end
_STOPS = re.compile(r".*[.;:!?)\]]")
_NOTHING = frozenset([
    "none", "no", "nil", "n/a", "na", "n.a", "not applicable", "nothing", "nobody", "no one", "unknown", "not known",
    "keine", "keiner", "kein", "nein", "entfällt", "k.a", "k. a", "ka", "keine angabe", "keine angaben", "unbekannt",
    "nicht bekannt", "niemand", "nichts", "aucun", "aucune", "néant", "ninguno", "ninguna", "nessuno", "nessuna",
    "geen",
])  # fmt: skip
_WRAPPED = 50  # letters: a line that long without an end may be one that was broken to fit a page
_ENTITY = re.compile(r"&#?\w{1,8}$")


def says_nothing(text: str) -> bool:
    """Whether a cell says in words that it holds nothing: nobody is called none, and nothing is done by a dash."""
    said = " ".join(text.casefold().split()).strip(" .,;:!()")
    return said in _NOTHING or not any(map(str.isalnum, said))


def split_list(text: str, how: Split = "guessed") -> tuple[str, ...]:
    """The lines of a cell, each on one line."""
    match how:
        case "guessed":
            parts = _guessed(text) if len(text) <= _LONGEST_LIST else [text]
        case "lines":
            parts = text.splitlines()
        case "semicolons":
            parts = re.split(r"[;\r\n]", text)
        case "commas":
            parts = re.split(r"[,\r\n]", text)
        case "whole":
            parts = [text]
    return tuple(line for part in parts if (line := " ".join(part.split())))


def _guessed(text: str) -> Sequence[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _numbered("\n".join(lines)) or _bulleted(lines) or _below_each_other(lines) or [text]


def _numbered(text: str) -> list[str]:
    """Numbers from 1 on, in their order. Empty where they are none."""
    starts: list[re.Match[str]] = []
    for number in _NUMBER.finditer(text):
        at_line = number.start() == 0 or text[number.start() - 1] == "\n"
        if int(number[1]) == len(starts) + 1 and (at_line or starts) and _counts(text, number, at_line=at_line):
            starts.append(number)
        elif at_line:
            return []
    if len(starts) < 2 or starts[0].start() != 0:
        return []
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return [text[start.end() : end].strip().removesuffix(";") for start, end in zip(starts, ends, strict=True)]


def _counts(text: str, number: re.Match[str], *, at_line: bool) -> bool:
    """Whether a number counts what follows, and does not belong to a word beside it."""
    before, after = text[: number.start()].split(), text[number.end() : number.end() + 40].split()
    follows = after[0].casefold().strip(".,;:")
    return follows not in _NO_NUMBERING and (at_line or before[-1].casefold() not in _BEFORE_NUMBERS)


def _bulleted(lines: Sequence[str]) -> list[str]:
    """Empty where the first line has no bullet, or no other has."""
    if not lines or _BULLET.match(lines[0]) is None:
        return []
    if len(lines) == 1:
        parts = [part for part in _BULLET_INSIDE.split(lines[0]) if part]
        return parts if len(parts) > 1 and not _ends_open(parts) else []
    found: list[str] = []
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet:
            found.append(line[bullet.end() :])
        else:
            found[-1] += f" {line}"
    return found if len(found) > 1 else []


def _ends_open(parts: Sequence[str]) -> bool:
    return any(_GOES_ON.fullmatch(part) for part in parts[:-1])


def _below_each_other(lines: Sequence[str]) -> list[str]:
    """Line by line, and within a line by semicolons. Empty where a line goes on in the next one."""
    for line, following in pairwise(lines):
        broken = len(line) > _WRAPPED and not _STOPS.fullmatch(line)
        if following[0].islower() or _GOES_ON.fullmatch(line) or broken:
            return []
    parts = [part for line in lines for part in _by_semicolons(line)]
    return parts if all(any(map(str.isalnum, part)) for part in parts) else []


def _by_semicolons(line: str) -> Iterator[str]:
    """Not within brackets or quotation marks, nor after what stands for a sign, as &amp; does."""
    depth, quoted, start = 0, False, 0
    for at, sign in enumerate(line):
        depth += (sign in "([{") - (sign in ")]}")
        quoted ^= sign == '"'
        if sign == ";" and depth <= 0 and not quoted and not _ENTITY.search(line[max(start, at - 10) : at]):
            if line[start:at].strip():
                yield line[start:at].strip()
            start = at + 1
    if line[start:].strip():
        yield line[start:].strip()
