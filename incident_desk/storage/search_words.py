"""What stands in the search index, and what is asked of it: words, and pointers to people and places.

A word of one or two letters is filled up with "_", because MariaDB's index holds none that is shorter than three. A
pointer begins with "_", so that no word anybody types, finished or not, is taken for one: `words_of` gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from incident_desk.support.words import words_of

SHORTEST = 3
_POINTER = 12  # the random end of an id is enough to tell it from all others
_SERIAL = 4  # digits in a number: who types 42 alone means 0042 as well


def filled(word: str) -> str:
    return word.ljust(SHORTEST, "_")


def indexed(text: str) -> str:
    return " ".join([word.ljust(SHORTEST, "_") for word in words_of(text)])  # `filled`, thousands of times


def pointer(id_: str) -> str:
    """A person or a place that a record names by its id. Who is renamed keeps it."""
    return f"_{id_[-_POINTER:]}"


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """It occurs, or one of the others does, letter by letter: pointers to those whose names begin like it."""

    text: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """Every one of the words, the last perhaps unfinished, and one of the pointers in `about` where there are any."""

    words: tuple[SoughtWord, ...]
    about: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """What may also be parts of words of a number and a title; nothing where one word is too short for that."""
        words = tuple(word.text for word in self.words)
        return words if not self.about and all(len(word) >= SHORTEST for word in words) else ()


def sought(text: str, also: Mapping[str, Iterable[str]], about: Iterable[str]) -> Sought:
    """`also`: for a word the ids of the people and places that it may mean; `about`: ids of which one is named."""
    words = words_of(text)
    different = list(dict.fromkeys(words[:-1])) + words[-1:]
    found = [SoughtWord(word, tuple(map(pointer, sorted(also.get(word, ()))))) for word in different]
    if len(found) == 1 and found[0].text.isdecimal() and len(found[0].text) < _SERIAL:
        found = [replace(found[0], others=(found[0].text.zfill(_SERIAL), *found[0].others))]
    return Sought(tuple(found), tuple(map(pointer, sorted(about))))
