"""Lines of an incident's lists out of an old list: as they came in, and what changed in the sheet since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from incident_desk.domain.decisions.drafting import Case, item_draft
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import OF_ITEM, EntryDraft
from incident_desk.domain.records import Item, Record, pairs, patched
from incident_desk.domain.sheet_lists import SHEET_LISTS, SheetList

_COMPARED = 10_000_000  # letters of the one with those of the other: a fraction of a second

Lines = Mapping[str, Sequence[str]]
"""By the key of a `SheetList` the words of its lines, in their order."""


def list_drafts(case: Case, lines: Lines, first: Sequence[EntryDraft] = ()) -> list[EntryDraft]:
    """A draft for each line. `first`: what is written before them."""
    writer = _Writer(_after(case, first))
    for key, words in lines.items():
        for each in words:
            writer.add(_sheet_list(key), each)
    return writer.drafts


def list_change_drafts(case: Case, before: Lines, now: Lines, first: Sequence[EntryDraft] = ()) -> list[EntryDraft]:
    """What differs in the sheet, carried out on the lines that say it still, or on what somebody made of them here.
    Nothing is there twice, and no line goes to which somebody added an owner, a day or a result, or that says here
    something else by now."""
    writer = _Writer(_after(case, first))
    for key in dict.fromkeys((*before, *now)):
        record, then = writer.record, before.get(key, ())
        became = dict(differences(then, lines_of(record, key)))
        for old, new in left_to_do(record, key, then, now.get(key, ())):
            writer.carry_out(_sheet_list(key), (old and new and became.get(old)) or old, new)
    return writer.drafts


def lines_of(record: Record, key: str) -> tuple[str, ...]:
    """The words of a record's lines of which a column of the sheet can be."""
    to = _sheet_list(key)
    items = (item for item in record.of(to.declared.key) if to.beside.items() <= item.values.items())
    return tuple(words for item in items if isinstance(words := item.values.get(to.text.key), str))


def left_to_do(record: Record, key: str, before: Sequence[str], now: Sequence[str]) -> list[tuple[str, str]]:
    """What differs in the sheet and is not so here already, as in `differences`."""
    here = frozenset(lines_of(record, key))
    return [(old, new) for old, new in differences(before, now) if old in here or (new and new not in here)]


def _sheet_list(key: str) -> SheetList:
    if key not in SHEET_LISTS:
        raise Refused("list_unknown", "list", value=key[:60])
    return SHEET_LISTS[key]


def _after(case: Case, drafts: Sequence[EntryDraft]) -> Case:
    record = case.incident.record
    for draft in drafts:
        record = patched(record, draft.data)
    return replace(case, incident=Incident(record))


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines that were there with what became of them: "" before those that came, "" after those that went.

    A line that was written anew stands where it stood, or resembles what it was. Another order changes nothing.
    """
    before, now = frozenset(old), frozenset(new)
    come = dict.fromkeys(words for words in new if words not in before)
    gone = dict.fromkeys(words for words in old if words not in now)
    at_its_place = dict(zip(old, new, strict=True)) if len(old) == len(new) else {}
    few = sum(map(len, gone)) * sum(map(len, come)) <= _COMPARED
    for words in gone:
        near = get_close_matches(words, come, 1) if few else []
        became = near[0] if near else at_its_place.get(words, "")
        became = became if became in come else ""
        come.pop(became, None)
        yield words, became
    for words in come:
        yield "", words


class _Writer:
    """Writes drafts one after the other, each on what the ones before it made of the record."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.drafts: list[EntryDraft] = []

    @property
    def record(self) -> Record:
        return self._case.incident.record

    def add(self, to: SheetList, words: str) -> None:
        values = {key: self._case.plain(to.declared.field(key), raw) for key, raw in to.line(words).items()}
        if values[to.text.key] is not None:
            self._write(item_draft(self._case, to.declared, values))

    def carry_out(self, to: SheetList, old: str, new: str) -> None:
        """`old` becomes `new`: "" where a line came or went."""
        item = self._saying(to, old)
        if self._saying(to, new) is not None:
            new = ""  # it is there already: nothing comes, and what it replaces goes
        if item is None and new:
            self.add(to, new)
        elif item is not None and new:
            changed = pairs(item.values, {to.text.key: self._case.plain(to.text, new)}, OF_ITEM)
            self._write(self._case.draft("item_changed", {**_about(item), **changed}, to.declared))
        elif item is not None and item.values.keys() == to.line(old).keys():
            self._write(self._case.draft("item_removed", {**_about(item), "removed": True}))

    def _saying(self, to: SheetList, words: str) -> Item | None:
        lines = self._case.incident.record.of(to.declared.key) if words else ()
        wanted = to.line(words).items()
        return next((item for item in lines if all(item.values.get(key) == value for key, value in wanted)), None)

    def _write(self, draft: EntryDraft) -> None:
        self.drafts.append(draft)
        self._case = _after(self._case, (draft,))


def _about(item: Item) -> dict[str, object]:
    return {"list": item.list, "item": item.id, "ordinal": item.ordinal}
