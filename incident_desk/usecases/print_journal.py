"""The journal of one record as a file: gathered at one moment, drawn, and its entry in the access log."""

from __future__ import annotations

from itertools import count

from incident_desk.domain.context import Actor
from incident_desk.domain.erasure import erased_by
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.journal.log import EMPTY_LOG
from incident_desk.domain.records import Record, fold
from incident_desk.usecases import papers as p
from incident_desk.usecases.access_log import access_lines, check_may_read
from incident_desk.usecases.access_rows import AccessFilter
from incident_desk.usecases.as_of import names_as_of, pack_named
from incident_desk.usecases.journal_data import LogPlace
from incident_desk.usecases.journal_paper import JournalMaterial, journal_paper
from incident_desk.usecases.past_moment import PastMoment, entries_up_to
from incident_desk.usecases.ports import Queries, Register
from incident_desk.usecases.print_papers import Printed, head_covering, log_printed, organisation
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording


def print_journal(
    services: Services, register: Register, actor: Actor, reference: str, wording: Wording, size: str = "a4",
    position: int | None = None, access_position: int | None = None,
) -> Printed:  # fmt: skip
    """The journal, and the entry that it left the program. It tells who printed, so not everybody may have it."""
    check_may_read(actor, AccessFilter(record=reference))
    printed = draw_journal(services, register, reference, wording, size, position, access_position)
    log_printed(services, register, actor, printed)
    return printed


def draw_journal(
    services: Services, register: Register, reference: str, wording: Wording, size: str = "a4",
    position: int | None = None, access_position: int | None = None,
) -> Printed:  # fmt: skip
    """Entries up to `position`, prints up to `access_position` of the access log: same two, same bytes."""
    record_id = incident_id(reference, register.queries)
    present = register.queries.entries(record_id)
    if not present:
        raise Refused("record_unknown_number", value=reference[:60])
    last = (entries_up_to(present, PastMoment(position)) if position is not None else present)[-1].position
    head_covering(register, record_id, last)
    paper = journal_as_of(
        register, record_id, last, wording, p.PaperSize(size), access_position, read_only=register.read_only
    )
    subject = {"kind": "journal", "record": record_id, "position": last, "access": paper.access_seen}
    name = wording.texts.say("journal_paper.file_name", number=paper.number)
    return Printed(services.render_journal(paper), f"{name}.pdf", subject)


def journal_as_of(
    register: Register, record_id: str, last: int, wording: Wording, size: p.PaperSize, access_position: int | None,
    *, read_only: bool,
) -> p.JournalPaper:  # fmt: skip
    """What is drawn: entries up to `last`, gathered at one moment. Writes nothing."""
    with register.snapshot() as queries:
        told, material = _gathered(queries, record_id, last, wording, access_position)
        house = organisation(register, told.names.settings if told.names else None)
        return journal_paper(material, told, size, house, queries.settings().register_id, read_only=read_only)


def _gathered(
    queries: Queries, record_id: str, last: int, wording: Wording, access_position: int | None
) -> tuple[Wording, JournalMaterial]:
    present = queries.entries(record_id)
    entries = [entry for entry in present if entry.position <= last]
    chain = [sealed for sealed in queries.sealed(record_id) if sealed.link.position <= last]
    told = Wording(wording.texts, names_as_of(queries, entries[-1], pack_named(entries)))
    record = fold(Record(record_id, "incident"), entries)
    seen = queries.access_last() if access_position is None else min(access_position, queries.access_last())
    access = _access_of(queries, record_id, seen)
    return told, JournalMaterial(
        str(record.values.get("number", "")), told.value(None, record.values.get("title")), entries, chain,
        _place(queries, record_id, last), access, access_lines(queries, access, told), seen,
        erased_by(present),
    )  # fmt: skip


def _place(queries: Queries, record_id: str, last: int) -> LogPlace | None:
    head = queries.head_covering(record_id, last)
    if head is None:
        return None
    before = EMPTY_LOG.hash if head.index == 1 else queries.log_hash(head.index - 1)
    return None if before is None else LogPlace(head, before)


def _access_of(queries: Queries, record_id: str, seen: int) -> list[Entry]:
    """Oldest first, as the journal."""
    found: list[Entry] = []
    before: int | None = seen + 1
    for _ in count():
        page = queries.access_log(AccessFilter(record=record_id), before)
        found += page.entries
        before = page.before
        if before is None:
            break
    return found[::-1]
