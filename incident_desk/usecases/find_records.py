"""Finding records as people look for them: by words of the text, and by the names of people, places, equipment.

The search index holds what was written. Whom a record is given to, where it happened and with which equipment stand
there as pointers, so the names are matched against the directories here: a place with another name is found by that at
once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from incident_desk.domain.gs1 import read_gs1
from incident_desk.support.words import words_of
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import EVERYTHING, FoundRow, Narrowed

MOST_PIECES = 2000  # of equipment that one word may mean
COUNTED = 1000  # of a search, more than so many are not counted
_ALL = 1 << 40


class NamedKind(StrEnum):
    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Named:
    """A person, or a place with everything inside: `ids` of all of them."""

    kind: NamedKind
    id: str
    name: str
    ids: frozenset[str]
    words: tuple[str, ...]
    active: bool

    def begins_like(self, word: str) -> bool:
        return any(each.startswith(word) for each in self.words)


def sought_words(text: str) -> tuple[str, ...]:
    """The words of a text as the search sees them."""
    return tuple(words_of(text))


def find_records(
    queries: Queries, names: Names, text: str, limit: int, *, ranked: bool = False, narrowed: Narrowed = EVERYTHING,
    after: FoundRow | None = None,
) -> list[FoundRow]:  # fmt: skip
    """Every word must occur: in what was written, or in the name of somebody or of a place that the record names."""
    words, wanted = _asked(text, names, narrowed)
    return queries.search(words, limit, ranked=ranked, narrowed=wanted, after=after)


def count_records(queries: Queries, names: Names, text: str, narrowed: Narrowed = EVERYTHING) -> int:
    """How many; of a search one more than `COUNTED` stands for all that are more."""
    words, wanted = _asked(text, names, narrowed)
    return queries.count_found(words, wanted, COUNTED if words_of(words) or wanted.about else _ALL)


def _asked(text: str, names: Names, narrowed: Narrowed) -> tuple[str, Narrowed]:
    """A label that was scanned asks for the records of its pieces, anything else for words."""
    pieces = names.equipment.meant_by(text) if read_gs1(text) and not narrowed.about else ()
    if pieces:
        return "", replace(narrowed, about=frozenset(piece.id for piece in pieces))
    return text, with_names(text, names, narrowed)


def with_names(text: str, names: Names, narrowed: Narrowed) -> Narrowed:
    """Each word may mean the people, places and pieces of equipment whose names have a word that begins like it."""
    everybody = list(named(names))
    also = {
        word: frozenset().union(*(each.ids for each in everybody if each.begins_like(word)), _pieces(word, names))
        for word in dict.fromkeys(words_of(text))
    }
    return replace(narrowed, also={word: ids for word, ids in also.items() if ids})


def named_like(text: str, names: Names, limit: int) -> list[Named]:
    """The people and places whose names have all of the words: those still in use, and the shortest names, first."""
    words = words_of(text)
    fitting = [each for each in named(names) if words and all(each.begins_like(word) for word in words)]
    return sorted(fitting, key=lambda each: (not each.active, len(each.words), each.name))[:limit]


def named(names: Names) -> Iterator[Named]:
    inside = _inside(names)
    for place in names.places.values():
        ids = frozenset(_with_all_inside(place.id, inside))
        yield Named(NamedKind.PLACE, place.id, place.name, ids, tuple(words_of(place.name)), place.active)
    for person in names.people.values():
        words = tuple(words_of(person.name))
        yield Named(NamedKind.PERSON, person.id, person.name, frozenset({person.id}), words, person.active)


def _pieces(word: str, names: Names) -> list[str]:
    """Of a site's thousands of pumps not all can be asked for; a name that so many have is a filter's business."""
    like = (piece for piece, words in names.equipment.words.items() if any(each.startswith(word) for each in words))
    return list(islice(like, MOST_PIECES))


def _inside(names: Names) -> Mapping[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for place in names.places.values():
        found.setdefault(place.parent, []).append(place.id)
    return found


def _with_all_inside(place: str, inside: Mapping[str | None, list[str]]) -> set[str]:
    found, left = {place}, [place]
    while left:
        left = [each for around in left for each in inside.get(around, ()) if each not in found]
        found.update(left)
    return found
