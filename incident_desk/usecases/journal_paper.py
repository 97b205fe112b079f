"""The journal of one record as a paper for somebody who must prove with it: every entry in full, who printed the
record, and on a page of its own what was checked, what the hashes cover, how to work them out, and what they do not
prove.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.journal.sealed import Sealed, first_flaw
from incident_desk.usecases import papers as p
from incident_desk.usecases.access_log import SHORT_HASH, AccessLine
from incident_desk.usecases.journal_data import LogPlace, journal_data
from incident_desk.usecases.journal_lines import Change, JournalLine, journal_lines
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class JournalMaterial:
    """What the paper is a function of: the entries up to a position, and the access log up to one."""

    number: str
    title: str
    entries: Sequence[Entry]
    chain: Sequence[Sealed]
    place: LogPlace | None
    access: Sequence[Entry]
    access_lines: Sequence[AccessLine]
    access_seen: int
    erased: frozenset[int] = frozenset()


def journal_paper(
    material: JournalMaterial, wording: Wording, size: p.PaperSize, organisation: p.Organisation, register: str,
    *, read_only: bool = False,
) -> p.JournalPaper:  # fmt: skip
    last = material.entries[-1]
    data = journal_data(
        register, material.number, material.chain, material.place, material.access, material.access_seen
    )
    head = material.place.head if material.place else None
    return p.JournalPaper(
        organisation, wording.language, wording.zone_name, size, material.number, material.title,
        _facts(material, wording, register), (_ledger(material, wording), _access(material, wording)),
        tuple(_notes(material, wording)),
        p.FooterFacts(
            material.number, (1, last.position), wording.moment_with_zone(last.recorded_at),
            hashlib.sha256(data).hexdigest(),
            p.PaperHead(head.index, head.words.replace(" ", "")) if head else None, read_only,
        ),
        data, material.access_seen,
    )  # fmt: skip


def _facts(material: JournalMaterial, wording: Wording, register: str) -> tuple[p.Fact, ...]:
    say, first, last = wording.texts.say, material.entries[0], material.entries[-1]
    return (
        p.Fact(say("journal_paper.first_entry"), wording.moment_with_zone(first.recorded_at)),
        p.Fact(say("journal_paper.last_entry"), wording.moment_with_zone(last.recorded_at)),
        p.Fact(say("journal_paper.register"), register),
        p.Fact(say("journal_paper.access_seen"), str(material.access_seen)),
    )


def _ledger(material: JournalMaterial, wording: Wording) -> p.LedgerBlock:
    hashes = {sealed.link.position: sealed.link.hash.hex() for sealed in material.chain}
    lines = journal_lines(material.entries, wording, whole=True)
    say = wording.texts.say
    return p.LedgerBlock(
        say("journal_paper.entries"), tuple(_line(line, hashes[line.position], wording) for line in lines),
        say("journal_paper.entries_hint", zone=wording.zone_name),
    )  # fmt: skip


def _line(line: JournalLine, digits: str, wording: Wording) -> p.LedgerLine:
    return p.LedgerLine(
        str(line.position), wording.moment(line.recorded_at, seconds=True), line.who, line.what,
        tuple(_change(change) for change in line.changes), line.reason, digits[:SHORT_HASH],
    )  # fmt: skip


def _change(change: Change) -> p.LedgerChange:
    return p.LedgerChange(change.label, change.old, change.new)


def _access(material: JournalMaterial, wording: Wording) -> p.TableBlock:
    say = wording.texts.say
    shares = (("when", 19), ("who", 18), ("what", 40), ("file", 23))
    columns = tuple(p.Column(say(f"journal_paper.access_{key}"), share) for key, share in shares)
    rows = tuple(
        p.Row((wording.moment(line.recorded_at), line.who, line.what, line.sha256[:SHORT_HASH]))
        for line in material.access_lines
    )
    return p.TableBlock(say("journal_paper.access"), columns, rows, say("journal_paper.access_none"),
                        say("journal_paper.access_hint"))  # fmt: skip


def _notes(material: JournalMaterial, wording: Wording) -> Iterator[p.ProseBlock]:
    say = wording.texts.say
    yield p.ProseBlock(say("journal_paper.checked_title"), _sentences(_checked(material, wording)))
    yield p.ProseBlock(say("journal_paper.covers_title"), _sentences([say("journal_paper.covers")]))
    steps = [f"{number}. {say(f'journal_paper.step_{number}')}" for number in range(1, 7)]
    yield p.ProseBlock(say("journal_paper.steps_title"), _sentences(steps), say("journal_paper.steps_hint"))
    limits = [say(f"journal_paper.limit_{number}") for number in range(1, 8)]
    yield p.ProseBlock(say("journal_paper.limits_title"), _sentences(limits))


def _checked(material: JournalMaterial, wording: Wording) -> Iterator[str]:
    say, last = wording.texts.say, material.entries[-1].position
    flaw = first_flaw(material.chain, material.erased)
    if flaw is None:
        yield say("journal_paper.chain_holds", last=last)
    else:
        yield say(f"journal_paper.chain_{flaw[1]}", position=flaw[0])
    if material.place is None:
        yield say("journal_paper.no_log", last=last)
    else:
        head = material.place.head
        yield say("journal_paper.in_log", last=last, index=head.index, words=head.words)
    erased = sum(entry.erased for entry in material.entries)
    if erased:
        yield wording.texts.count("journal_paper.erased", erased)


def _sentences(lines: Iterable[str]) -> str:
    return "\n".join(lines)
