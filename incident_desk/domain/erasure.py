"""Erasure by lawful request: which entries tell of somebody, what is lost with them, and what is written instead.

An entry has one personal part, so everything personal in it goes together. What somebody else stated beside it is
written again as it stood; what holds the words is written as the coordinator worded it anew, or stays erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import ERASED, OF_ITEM, OF_RECORD, Entry, EntryDraft, without_personal
from incident_desk.domain.records import Item, Record, fold

ERASED_ENTRY, WRITTEN_ANEW, FILE_ERASED = "erased", "blackened", "file_erased"
KINDS = frozenset({ERASED_ENTRY, WRITTEN_ANEW, FILE_ERASED})
Tells = Callable[[Any], bool]
"""Whether a value, or a text somewhere in it, holds what is looked for."""

_OF_ENTRY = "#"  # begins the place of a text that stands in an entry and nowhere else: a note, a reason


@dataclass(frozen=True, slots=True)
class Text:
    """A value that is lost. `place`: "=title", "measures.2.what", "#5.reason"; `found`: whether it holds the words."""

    place: str
    value: Any
    found: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """What goes with the personal parts of these entries. `open`: places that hold the words and cannot be erased."""

    positions: tuple[int, ...]
    texts: tuple[Text, ...]
    open: tuple[str, ...]

    @property
    def found(self) -> tuple[Text, ...]:
        return tuple(each for each in self.texts if each.found)


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def lost(blank: Record, entries: Sequence[Entry], tells: Tells, also: Iterable[int] = ()) -> Lost:
    """`blank`: the record before its first entry. `also`: entries that go though they hold no such word."""
    positions = {each.position for each in entries if tells(_personal(each))} | set(also)
    kept = [without_personal(each) if each.position in positions else each for each in entries]
    before, after = fold(blank, entries), fold(blank, kept)
    texts = [*_of_state(before, after, tells), *_of_entries(entries, positions, tells)]
    return Lost(tuple(sorted(positions)), tuple(texts), tuple(_standing(after, kept, tells)))


def erased_by(entries: Iterable[Entry]) -> frozenset[int]:
    """The entries whose personal part went by an erasure that the journal tells of."""
    told = (entry.data.get("positions", ()) for entry in entries if entry.kind == ERASED_ENTRY)
    return frozenset(position for positions in told for position in positions)


def _personal(entry: Entry) -> list[Any]:
    return [entry.data[key] for key in entry.personal_keys if not entry.erased and key in entry.data]


def _of_state(before: Record, after: Record, tells: Tells) -> Iterator[Text]:
    for key, value in before.values.items():
        if value is not ERASED and after.values.get(key) is ERASED:
            yield Text(OF_RECORD + key, value, tells(value))
    for item in _in_order(before):
        now = after.items[item.id].values
        for key, value in item.values.items():
            if value is not ERASED and now.get(key) is ERASED:
                yield Text(f"{item.list}.{item.ordinal}.{key}", value, tells(value))


def _in_order(record: Record) -> list[Item]:
    return sorted(record.items.values(), key=lambda item: (item.list, item.ordinal))


def _of_entries(entries: Iterable[Entry], positions: set[int], tells: Tells) -> Iterator[Text]:
    for entry in entries:
        if entry.position in positions and not entry.erased:
            for key in sorted(entry.personal_keys):
                if key[0] not in (OF_RECORD, OF_ITEM):
                    yield Text(f"{_OF_ENTRY}{entry.position}.{key}", entry.data[key], tells(entry.data[key]))


def _standing(after: Record, kept: Iterable[Entry], tells: Tells) -> Iterator[str]:
    """Where the words stand that an erasure does not reach, because nobody declared it personal."""
    for entry in kept:
        opened = {key: value for key, value in entry.data.items() if key not in entry.personal_keys}
        yield from (f"{_OF_ENTRY}{entry.position}.{key}" for key, value in opened.items() if tells(value))


def drafts(record: Record, gone: Lost, anew: Mapping[str, str], facts: Mapping[str, Any], reason: str,
           files: Sequence[Item] = ()) -> list[EntryDraft]:  # fmt: skip
    """`anew`: the new wording of the texts found, by place; one that is not there stays erased. `facts`: what the
    entry of the erasure tells openly; it holds no such word.
    """
    state = {"on": facts["on"], "basis": facts["basis"]}
    told = {"positions": list(gone.positions), **facts, "=erased": [record.values.get("erased"), state]}
    first = EntryDraft(ERASED_ENTRY, {**told, "reason": reason}, frozenset({"reason"}))
    taken_off = {each.id for each in files}
    again = {each.place: anew.get(each.place) if each.found else each.value for each in gone.texts}
    standing = {place: value for place, value in again.items() if value is not None}
    return [first, *_anew(record, standing, taken_off), *map(_file_erased, files)]


def _anew(record: Record, values: Mapping[str, Any], taken_off: set[str]) -> Iterator[EntryDraft]:
    """One entry for the record, one for each line of a list, one for each entry whose own text it is."""
    items = {f"{item.list}.{item.ordinal}": item for item in record.items.values() if item.id not in taken_off}
    together: dict[str, dict[str, Any]] = {}
    for place, value in values.items():
        of, _, key = (OF_RECORD, "", place[1:]) if place[0] == OF_RECORD else place.rpartition(".")
        together.setdefault(of, {})[key] = value
    for of, of_one in together.items():
        if of[0] == _OF_ENTRY:
            yield EntryDraft(WRITTEN_ANEW, {"of": int(of[1:]), **of_one}, frozenset(of_one))
        elif of == OF_RECORD:
            yield _pairs({}, of_one, OF_RECORD)
        elif of in items:
            item = items[of]
            yield _pairs({"list": item.list, "item": item.id, "ordinal": item.ordinal}, of_one, OF_ITEM)


def _pairs(data: dict[str, Any], values: Mapping[str, Any], prefix: str) -> EntryDraft:
    changed = {prefix + key: [None, value] for key, value in values.items()}
    return EntryDraft(WRITTEN_ANEW, {**data, **changed}, frozenset(changed))


def _file_erased(item: Item) -> EntryDraft:
    """The line goes off its list and names no content any more."""
    data = {"list": item.list, "item": item.id, "ordinal": item.ordinal, "removed": True}
    return EntryDraft(FILE_ERASED, {**data, ".sha256": [item.values.get("sha256"), None]})
