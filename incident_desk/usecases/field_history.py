"""Every value that one field ever had: old and new text whole, who wrote it, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incident_desk.domain.errors import Refused
from incident_desk.domain.word_changes import Piece, word_changes
from incident_desk.usecases.journal_lines import Change, JournalLine, journal_lines
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class FieldKey:
    """`key` as `Wording.field` takes it: "place", or "measures.what" of one line of a list, its `item`."""

    key: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class PastValue:
    """What an entry made of a field."""

    line: JournalLine
    change: Change

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The two texts as one, with what differs."""
        return word_changes(self.change.old, self.change.new)


def field_history(lines: Iterable[JournalLine], wanted: FieldKey) -> list[PastValue]:
    """Newest first."""
    found = [PastValue(line, change) for line in lines for change in line.changes if _is(line, change, wanted)]
    return found[::-1]


def _is(line: JournalLine, change: Change, wanted: FieldKey) -> bool:
    return change.key == wanted.key and (not wanted.item or line.item == wanted.item)


def history_of(queries: Queries, reference: str, said: str, wording: Wording) -> list[PastValue]:
    """The history of a field that is named by its key or its label, for a list by "list.field", of every line."""
    lines = journal_lines(queries.entries(incident_id(reference, queries)), wording)
    wanted = FieldKey(_key_of(said, lines, wording))
    return field_history(lines, wanted)


def _key_of(said: str, lines: Sequence[JournalLine], wording: Wording) -> str:
    if wording.field(said) is not None:
        return said
    called = {change.label.casefold(): change.key for line in lines for change in line.changes}
    if said.casefold() not in called:
        raise Refused("field_never_written", value=said[:60])
    return called[said.casefold()]
