"""Words of a sheet and what they mean here: codes of options, places, categories, people, equipment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.text import Text
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.names import Names

YES = frozenset({
    "yes", "y", "true", "x", "1", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "sì", "verdadero", "vero", "waar",
    "✓", "✔",
})  # fmt: skip
NO = frozenset({"no", "n", "false", "0", "nein", "falsch", "non", "faux", "falso", "nee", "onwaar", "-", "–"})


Identity = tuple[str, str, str]
Made = Mapping[Identity, str]
"""Ids and keys of what was new, by the identity of its word."""


@dataclass(frozen=True, slots=True)
class NewWord:
    """Something the sheet names and the register does not have: it stands in for the id until it is made."""

    kind: FieldKind
    word: str
    parent: str = ""  # of a subcategory: the key of its category

    @property
    def identity(self) -> Identity:
        return str(self.kind), folded(self.parent), folded(self.word)


def new_words(value: object) -> Iterator[NewWord]:
    """What is new in a value that was read: itself, or some of several."""
    if isinstance(value, NewWord):
        yield value
    elif isinstance(value, list):
        yield from (each for each in value if isinstance(each, NewWord))


def resolved(value: Any, made: Made) -> Any:
    """The value with ids and keys in place of what was new."""
    if isinstance(value, list):
        return [resolved(each, made) for each in value]
    return made.get(value.identity) if isinstance(value, NewWord) else value


class KnownWords:
    """Looks words up in the register's directories as they were when it was made."""

    def __init__(self, names: Names) -> None:
        self._pack = names.pack
        self._known: dict[FieldKind, dict[str, str]] = {
            FieldKind.PLACE: _unambiguous(_place_words(names)),
            FieldKind.PERSON: _unambiguous(_person_words(names)),
            FieldKind.EQUIPMENT: _unambiguous(_equipment_words(names)),
            FieldKind.CATEGORY: _unambiguous(_category_words(names.pack)),
            FieldKind.SUBCATEGORY: _unambiguous(_subcategory_words(names.pack)),
        }

    def find(self, declared: Field, word: str) -> str | bool | None:
        """The code, key or id that a word means for a field, or None."""
        wanted = folded(word)
        if declared.kind is FieldKind.YES_NO:
            return True if wanted in YES else False if wanted in NO else None
        if declared.kind in self._known:
            return self._known[declared.kind].get(wanted)
        return next((option.code for option in declared.options if wanted in _said(option.code, option.label)), None)


def _said(code: str, label: Text) -> set[str]:
    return {folded(code), *map(folded, label.values())}


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Words that mean one thing only."""
    found: dict[str, set[str]] = {}
    for word, meaning in pairs:
        found.setdefault(folded(word), set()).add(meaning)
    return {word: next(iter(meanings)) for word, meanings in found.items() if word and len(meanings) == 1}


def _place_words(names: Names) -> Iterable[tuple[str, str]]:
    for place in names.places.values():
        if place.active:
            for word in (place.id, place.code, place.name, place.spoken, ", ".join(place.path)):
                yield word, place.id


def _person_words(names: Names) -> Iterable[tuple[str, str]]:
    for person in names.people.values():
        if person.active:
            yield person.id, person.id
            yield person.name, person.id
            first, _, last = person.name.rpartition(" ")
            if first:
                yield f"{last}, {first}", person.id


def _equipment_words(names: Names) -> Iterable[tuple[str, str]]:
    for piece in names.equipment.values():
        if piece.active:
            for word in (piece.id, piece.name, piece.spoken, *piece.codes):
                yield word, piece.id


def _category_words(pack: Pack) -> Iterable[tuple[str, str]]:
    for category in pack.offered:
        for word in (category.key, *category.name.values()):
            yield word, category.key


def _subcategory_words(pack: Pack) -> Iterable[tuple[str, str]]:
    for category in pack.offered:
        for subcategory in category.offered:
            yield subcategory.key, subcategory.key
            for name in subcategory.name.values():
                yield name, subcategory.key
                for above in category.name.values():
                    yield f"{above}: {name}", subcategory.key
                    yield f"{above} > {name}", subcategory.key
                    yield f"{above} / {name}", subcategory.key
