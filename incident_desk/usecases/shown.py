"""What a paper shows of a record: all of it, or so that nobody is named. Whoever draws it gets no more than that.

A paper with gaps is read back without knowing what was asked to be left out: a text fits where it is the one of the
register but for its gaps. So the words that somebody had left out are written down nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from incident_desk.domain.anonymising import Disguise, filled, people_in_order, strings_in, texts_of, told_by
from incident_desk.domain.declarations import Who
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.privacy.finder import Finder, Forms, is_telling, names_after_titles
from incident_desk.domain.privacy.usual import all_of
from incident_desk.support.check_digits import is_valid
from incident_desk.usecases.as_of import names_as_of, pack_named
from incident_desk.usecases.names import Names
from incident_desk.usecases.papers import Profile
from incident_desk.usecases.ports import Queries


@dataclass(frozen=True, slots=True)
class Gaps:
    """Asks for a paper that names nobody. `words`: left out as well."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The entries of a record as a paper shows them, and the names of the last one. `nowhere`: words that were to be
    left out and stand nowhere.
    """

    entries: Sequence[Entry]
    names: Names
    profile: Profile = Profile.FULL
    nowhere: tuple[str, ...] = ()


def shown(queries: Queries, entries: Sequence[Entry], gaps: Gaps | None = None) -> Shown:
    """`gaps` None: all of it."""
    names = names_as_of(queries, entries[-1], pack_named(entries))
    return Shown(entries, names) if gaps is None else _anonymised(queries, entries, names, gaps.words)


def _anonymised(queries: Queries, entries: Sequence[Entry], names: Names, words: Sequence[str]) -> Shown:
    called = people_in_order(entries, names.people)
    near = {name for person in called for name in _names_of(queries, person)} | set(_by_name(called, names))
    told = told_by(Who.NAME, entries, names.field)
    told |= {name for text in texts_of(entries) for name in names_after_titles(text)}
    phrases = filter(is_telling, told_by(Who.DETAIL, entries, names.field))
    far = {person.name for person in names.people.values()} - near
    places = [place.spoken for place in names.places.values()]
    forms = Forms(all_of(names.pack.identifiers if names.pack else ()), is_valid)
    finder = Finder(near | told, far, (*words, *phrases), places, forms)
    disguise = Disguise(called, _by_name(called, names), finder.hide, names.field)
    return Shown(
        [disguise.entry(entry) for entry in entries], _names(names, called), Profile.ANONYMISED,
        tuple(word for word in words if not _stands_in(entries, word)),
    )  # fmt: skip


def _stands_in(entries: Sequence[Entry], word: str) -> bool:
    finder = Finder((), (), (word,), (), Forms((), is_valid))
    return any(finder.finds(text) for entry in entries for text in strings_in(dict(entry.data)))


def _names_of(queries: Queries, person: str) -> Iterator[str]:
    """All that somebody was ever called: a text of before may say an older name."""
    pairs = (entry.data.get("=name") for entry in queries.entries(person))
    return (name for pair in pairs if isinstance(pair, list) for name in pair if isinstance(name, str))


def with_gaps_of(told: Sequence[Any], whole: Shown, least: Shown | None = None) -> Shown:
    """The same with the gaps that a file has in its journal `told`, wherever it says the same but for them. `least`:
    what has to be left out at least; without it any gap will do.
    """
    entries, names = whole.entries, whole.names
    called = people_in_order(entries, names.people)
    disguise = Disguise(called, _by_name(called, names), _as_it_is, names.field)
    datas = (each.get("data") if isinstance(each, Mapping) else None for each in told)
    meant = least.entries if least is not None else [disguise.entry(entry) for entry in entries]
    with_gaps = [_with_gaps(*each, disguise) for each in zip(entries, meant, datas, strict=False)]
    return Shown(with_gaps, _names(names, called), Profile.ANONYMISED)


def _with_gaps(entry: Entry, meant: Entry, data: Any, disguise: Disguise) -> Entry:
    if not isinstance(data, Mapping):
        return meant
    return meant._replace(
        data={key: filled(data.get(key), value) if disguise.reads(key, entry) else value
              for key, value in meant.data.items()}
    )  # fmt: skip


def _by_name(called: Mapping[str, str], names: Names) -> dict[str, str]:
    return {names.people[person].name: instead for person, instead in called.items()}


def _names(names: Names, called: Mapping[str, str]) -> Names:
    rows = {person: replace(names.people[person], id=instead, name=instead, job="", unit="", phone="")
            for person, instead in called.items()}  # fmt: skip
    return replace(names, people={row.id: row for row in rows.values()})


def _as_it_is(text: str, gap: str, *, numbers: bool) -> str:
    return text
