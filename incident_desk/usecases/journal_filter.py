"""Finding one's way in a long journal: by who wrote, by the kind of what was written, by words of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from incident_desk.support.words import folded
from incident_desk.usecases.journal_lines import JournalLine


class Group(StrEnum):
    """Few plain groups; every kind of entry is in one."""

    CHANGED = "changed"
    MOVED = "moved"
    FILES = "files"
    SIGNED = "signed"
    NOTED = "noted"
    PRINTED = "printed"


_OF_KIND = {
    **dict.fromkeys(("signed", "signature_voided"), Group.SIGNED),
    **dict.fromkeys(("noted",), Group.NOTED),
    **dict.fromkeys(("printed", "exported"), Group.PRINTED),
    **dict.fromkeys(
        ("reported", "accepted", "not_reportable", "returned_to_inbox", "moved", "concluded", "reopened", "voided",
         "reinstated", "joined", "imported"), Group.MOVED,
    ),
}  # fmt: skip


def group_of(line: JournalLine) -> Group:
    return Group.FILES if line.list == "attachments" else _OF_KIND.get(line.kind, Group.CHANGED)


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Every condition that is given must hold. `words` are looked for in all that an entry says."""

    who: str = ""
    group: Group | None = None
    words: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.who or self.group or self.words.strip())


def people_in(lines: Iterable[JournalLine]) -> list[str]:
    """Who wrote, each once."""
    return sorted({line.who for line in lines}, key=folded)


def chosen(lines: Iterable[JournalLine], wanted: JournalFilter) -> list[JournalLine]:
    words = folded(wanted.words).split()
    return [line for line in lines if _fits(line, wanted, words)]


def _fits(line: JournalLine, wanted: JournalFilter, words: list[str]) -> bool:
    if wanted.who and line.who != wanted.who:
        return False
    if wanted.group is not None and group_of(line) is not wanted.group:
        return False
    if not words:
        return True
    said = folded(_all_of(line))
    return all(word in said for word in words)


def _all_of(line: JournalLine) -> str:
    changes = (text for change in line.changes for text in (change.label, change.old, change.new))
    return " ".join((str(line.position), line.who, line.what, line.reason, *changes))
