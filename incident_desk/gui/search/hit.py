"""A record found, with what is shown and said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incident_desk.domain.lists import LISTS
from incident_desk.domain.vocabulary import PRIORITY_NAMES, Status
from incident_desk.gui.language import said
from incident_desk.gui.paint.found_words import Part, strong_parts
from incident_desk.usecases.find_records import sought_words
from incident_desk.usecases.rows import FoundRow, IncidentRow
from incident_desk.usecases.wording import Wording

_STORY = "what_happened"


@dataclass(frozen=True, slots=True)
class Hit:
    """`when` in the words of the screen; `where` names the field of the snippet, "" for the story."""

    found: FoundRow
    when: str
    title: tuple[Part, ...]
    snippet: tuple[Part, ...]
    where: str

    @property
    def row(self) -> IncidentRow:
        return self.found.row

    @property
    def state(self) -> str:
        """The step, or what the record is instead."""
        return said(self.row.standing)

    @property
    def is_concluded(self) -> bool:
        return self.row.status is Status.CONCLUDED

    @property
    def piece(self) -> str:
        """The snippet as it is said."""
        return f"{self.where}: {self.found.snippet}" if self.where else self.found.snippet

    @property
    def spoken(self) -> str:
        row = self.row
        parts = (row.number, row.title, said(PRIORITY_NAMES[row.priority]), self.state, row.place_name, self.when)
        return ", ".join(part for part in (*parts, self.piece) if part)


def hits_of(found: Sequence[FoundRow], when: Sequence[str], text: str, wording: Wording) -> list[Hit]:
    words = sought_words(text)
    return [
        Hit(
            each, moment, tuple(strong_parts(each.row.title, words, within=each.by_part)),
            tuple(strong_parts(each.snippet, words)), field_name(each.where, wording) if each.snippet else "",
        )
        for each, moment in zip(found, when, strict=True)
    ]  # fmt: skip


def field_name(where: str, wording: Wording) -> str:
    """What a line of a list is, or the label of a field."""
    if where in ("", _STORY):
        return ""
    list_key, _, column = where.partition(".")
    if column and list_key in LISTS:
        name = LISTS[list_key].one[wording.language]
        return name[:1].upper() + name[1:]
    return wording.label(where)
