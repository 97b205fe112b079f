"""What an anonymised paper leaves out, at its source: entries in which nobody is named any more.

People of the register become "Person 1", "Person 2" in the order in which the journal names them. Fields that say who
somebody is are left out whole, free texts keep their words but for names and identifiers. The rest stays as it is, so
that `same_but_for_gaps` can hold such a text against the one that stands in the register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol

from incident_desk.domain.declarations import FREE_TEXT, Field, FieldKind, Who
from incident_desk.domain.fields import CORE
from incident_desk.domain.journal.entries import ERASED, OF_ITEM, OF_RECORD, Entry
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.model import OWN

GAP = "\u2588" * 5  # full blocks: what was left out, in any language
_CALLED = "Person {}"  # the same word in every language of the program
_ROW = f"{OF_RECORD}imported_row"
_SOURCE = frozenset({f"{OF_RECORD}imported_from", f"{OF_RECORD}imported_key"})  # a list may be called after somebody

_ERASURE = frozenset({"basis", f"{OF_RECORD}erased"})  # who asked for it: nobody may be named there, but who knows

Declared = Callable[[str], Field | None]
"""The field of the record with that key, whoever declared it."""


class Hide(Protocol):
    """A text with gaps where somebody is named; `numbers`: long numbers go too."""

    def __call__(self, text: str, gap: str, *, numbers: bool) -> str: ...


@dataclass(frozen=True, slots=True)
class Disguise:
    """`called`: what each person is named instead, by id. `names`: the same by their names."""

    called: Mapping[str, str]
    names: Mapping[str, str]
    hide: Hide
    declared: Declared

    def entry(self, entry: Entry) -> Entry:
        actor = None if entry.actor is None else self.called.get(entry.actor, GAP)
        data = {key: self._value(key, value, entry) for key, value in entry.data.items()}
        return entry._replace(actor=actor, data=data)

    def _value(self, key: str, value: Any, entry: Entry) -> Any:
        field = _field_of(key, entry, self.declared)
        match _fate(key, field, entry):
            case _Fate.EMPTIED:
                return _of_pair(value, lambda _: [])
            case _Fate.WHOLE:
                return _of_pair(value, self._whole)
            case _Fate.READ:
                numbers = field is None or not _is_question(field)
                return _each(value, lambda text: self._text(text, numbers=numbers))
            case _Fate.STAYS:
                return _each(value, self._code)

    def reads(self, key: str, entry: Entry) -> bool:
        """Whether it is a text in which gaps may stand; everything else is told as it is, or not at all."""
        return _fate(key, _field_of(key, entry, self.declared), entry) is _Fate.READ

    def _whole(self, value: Any) -> Any:
        return self.names.get(value, GAP) if isinstance(value, str) else GAP

    def _text(self, text: Any, *, numbers: bool) -> Any:
        if not isinstance(text, str):
            return text
        return self.called.get(text) or self.hide(text, GAP, numbers=numbers)

    def _code(self, code: Any) -> Any:
        return self.called.get(code, code) if isinstance(code, str) else code


class _Fate(Enum):
    """What becomes of a value."""

    STAYS = auto()  # but for people, who are numbered
    READ = auto()
    WHOLE = auto()
    EMPTIED = auto()


def _fate(key: str, field: Field | None, entry: Entry) -> _Fate:
    if key == _ROW:
        return _Fate.EMPTIED
    if key in _SOURCE or (field is not None and is_left_out_whole(field)):
        return _Fate.WHOLE
    personal = key in entry.personal_keys or (field is not None and (field.personal or _is_written(field)))
    return _Fate.READ if personal or key in _ERASURE else _Fate.STAYS


def _field_of(key: str, entry: Entry, declared: Declared) -> Field | None:
    if key[0] == OF_RECORD:
        return declared(key[1:])
    of_list = LISTS.get(str(entry.data.get("list", "")))
    return of_list.by_key.get(key[1:]) if of_list is not None and key[0] == OF_ITEM else None


def is_left_out_whole(field: Field) -> bool:
    """What a site asks for itself may be the number of a patient; only its long texts are read for names."""
    return field.who is not None or (
        field.key.startswith(OWN) and field.personal and field.kind is not FieldKind.PROSE
    )  # fmt: skip


def _is_written(field: Field) -> bool:
    """A text of a site or a category, whatever it was declared to tell of: people write names anywhere."""
    return "." in field.key and field.key not in CORE and field.kind in FREE_TEXT


def _is_question(field: Field) -> bool:
    """Asked by a category: a number there is that of a device, a lot, a permit."""
    return "." in field.key and field.key not in CORE and not field.key.startswith(OWN)


def _of_pair(value: Any, change: Callable[[Any], Any]) -> Any:
    """The old and the new value of a change, each as a whole: half a time is none. What is empty or erased stays so."""
    if not isinstance(value, list):
        return value if value is None or value is ERASED else change(value)
    return [each if each is None or each is ERASED else change(each) for each in value]


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    """Every single value in it changed; what is empty or erased stays so."""
    if value is None or value is ERASED or isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return {key: _each(each, change) for key, each in value.items()}
    return [_each(each, change) for each in value] if isinstance(value, list) else change(value)


def people_in_order(entries: Iterable[Entry], known: Mapping[str, Any]) -> dict[str, str]:
    """What each person of the register who occurs here is called, by id."""
    met = (each for entry in entries for each in _ids_in(entry) if each in known)
    return {person: _CALLED.format(n) for n, person in enumerate(dict.fromkeys(met), start=1)}


def _ids_in(entry: Entry) -> Iterator[str]:
    yield entry.actor or ""
    for key in sorted(entry.data):
        yield from strings_in(entry.data[key])


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield from strings_in(value[key])
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


def told_by(who: Who, entries: Iterable[Entry], declared: Declared) -> frozenset[str]:
    """What the record itself says of people: it is looked for in every other text as well."""
    return frozenset(
        text
        for entry in entries
        for key, value in entry.data.items()
        if (field := _field_of(key, entry, declared)) is not None and field.who is who
        for text in strings_in(value)
    )


def texts_of(entries: Iterable[Entry]) -> Iterator[str]:
    """All that people wrote."""
    for entry in entries:
        for key in sorted(entry.personal_keys & entry.data.keys()):
            yield from strings_in(entry.data[key])


# --- and back: a text with gaps held against the one it was made from ---


def filled(told: Any, meant: Any) -> Any:
    """`told` where it is `meant` but for gaps, else `meant`: what follows compares the two."""
    if _fits(told, meant):
        return told
    if isinstance(told, list) and isinstance(meant, list) and len(told) == len(meant):
        return [filled(mine, theirs) for mine, theirs in zip(told, meant, strict=True)]
    if isinstance(told, Mapping) and isinstance(meant, Mapping):
        return {key: filled(told.get(key), value) for key, value in meant.items()}
    return meant


def _fits(told: Any, meant: Any) -> bool:
    return isinstance(told, str) and isinstance(meant, str) and GAP in told and same_but_for_gaps(told, meant)


def same_but_for_gaps(told: str, meant: str) -> bool:
    """Whether `told` is `meant` with passages left out. Each gap stands for at least one character."""
    first, *parts = told.split(GAP)
    if not meant.startswith(first):
        return False
    at = len(first)
    for part in parts[:-1]:
        at = meant.find(part, at + 1)
        if at < 0:
            return False
        at += len(part)
    return meant.endswith(parts[-1]) and len(meant) - len(parts[-1]) > at


def gaps_in(value: Any) -> int:
    """How many passages are left out."""
    return sum(text.count(GAP) for text in strings_in(value))
