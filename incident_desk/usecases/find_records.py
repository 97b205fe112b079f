"""Finding records as people look for them: by words of the text, and by the names of people and places.

The search index holds what was written. Whom a record is given to and where it happened are stored as ids, so
their names are matched against the directories here, and the words that are left against the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incident_desk.usecases.list_incidents import places_under
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FoundRow, IncidentFilter, IncidentRow

_WORD = re.compile(r"[^\W_]+")
_MOST_PEOPLE = 20


def folded(text: str) -> str:
    """Without capitals and accents, so that "tomas" finds "Tomás"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def sought_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


@dataclass(frozen=True, slots=True)
class Named:
    """What some of the words name: places with everything in them, or people. `rest` are the other words."""

    rest: tuple[str, ...]
    places: frozenset[str]
    people: frozenset[str]

    def holds(self, row: IncidentRow) -> bool:
        return row.place in self.places or row.responsible in self.people


def find_records(queries: Queries, names: Names, text: str, limit: int) -> list[FoundRow]:
    """Newest first. Every word must occur: in what was written, or in the name of the place or the responsible."""
    found = {each.row.id: each for each in queries.search(text, limit)}
    for named in named_by(sought_words(text), names):
        for each in _of_names(queries, named, limit):
            found.setdefault(each.row.id, each)
    newest = sorted(found.values(), key=lambda each: (each.row.opened_at, each.row.no), reverse=True)
    return newest[:limit]


def named_by(words: Sequence[str], names: Names) -> list[Named]:
    """The ways in which some of the words begin words of names; those that fit the same words go together."""
    places = _by_words(words, ((place.id, place.name) for place in names.places.values()))
    people = _by_words(words, ((person.id, person.name) for person in names.people.values()))
    return [
        Named(
            tuple(word for word in words if word not in fitting),
            frozenset().union(*(places_under(place, names) for place in places.get(fitting, ()))),
            frozenset(people.get(fitting, ())),
        )
        for fitting in places.keys() | people.keys()
    ]


def _by_words(words: Sequence[str], named: Iterable[tuple[str, str]]) -> dict[frozenset[str], list[str]]:
    fitting: dict[frozenset[str], list[str]] = {}
    for key, name in named:
        parts = sought_words(name)
        of_name = frozenset(word for word in words if any(part.startswith(word) for part in parts))
        if of_name:
            fitting.setdefault(of_name, []).append(key)
    return fitting


def _of_names(queries: Queries, named: Named, limit: int) -> list[FoundRow]:
    if named.rest:
        return [each for each in queries.search(" ".join(named.rest), limit) if named.holds(each.row)]
    rows = queries.incidents(IncidentFilter(places=named.places), None, limit) if named.places else []
    for person in sorted(named.people)[:_MOST_PEOPLE]:
        rows += queries.incidents(IncidentFilter(responsible=person), None, limit)
    return [FoundRow(row, "") for row in rows]
