"""Papers: build, render, and write into the access log that it happened, with the hash of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.log import Head
from incident_desk.usecases import papers as p
from incident_desk.usecases.access import log_access
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.feedback import KIND as FEEDBACK
from incident_desk.usecases.feedback import feedback
from incident_desk.usecases.knowledge.paper import KIND as KNOWLEDGE
from incident_desk.usecases.knowledge.paper import knowledge_paper
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.list_paper import definition, list_paper
from incident_desk.usecases.names import read_names
from incident_desk.usecases.overview_paper import Overview, overview_paper
from incident_desk.usecases.past_moment import PastMoment, entries_up_to
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import Queries, Register
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.resolving import incident_id, knowledge_id
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, Settings
from incident_desk.usecases.services import Services
from incident_desk.usecases.shown import Gaps, Shown, shown
from incident_desk.usecases.wording import Wording

PAPER_KINDS = ("record", "list", "journal", FEEDBACK, KNOWLEDGE, *DAY_PAPERS)


@dataclass(frozen=True, slots=True)
class Printed:
    """The file and what it is about, as the access log says it. `nowhere`: see `Shown`."""

    content: bytes
    name: str
    subject: Mapping[str, Any]
    nowhere: tuple[str, ...] = ()


def log_printed(services: Services, register: Register, actor: Actor, printed: Printed) -> None:
    """The paper left the program: on paper or as a file. A preview on the screen does not."""
    facts = {**printed.subject, "sha256": hashlib.sha256(printed.content).hexdigest()}
    log_access(register, services.new_id, actor, "printed", facts)
    pin_head(register, services.data_dir)


def print_record(
    services: Services, register: Register, actor: Actor, reference: str, wording: Wording, size: str = "a4",
    position: int | None = None, gaps: Gaps | None = None,
) -> Printed:  # fmt: skip
    """The record as it stands, or as it stood after entry `position`, and the entry that it was printed."""
    printed = draw_record(services, register, reference, wording, size, position, gaps)
    log_printed(services, register, actor, printed)
    return printed


def draw_record(
    services: Services, register: Register, reference: str, wording: Wording, size: str = "a4",
    position: int | None = None, gaps: Gaps | None = None,
) -> Printed:  # fmt: skip
    """The record as a paper, with the names of its last entry. Of `wording` the language counts. Same inputs, same
    bytes, whatever was renamed since.
    """
    record_id = incident_id(reference, register.queries)
    entries = register.queries.entries(record_id)
    if not entries:
        raise Refused("record_unknown_number", value=reference[:60])
    if position is not None:
        entries = entries_up_to(entries, PastMoment(position))
    head = head_covering(register, record_id, entries[-1].position)
    of = shown(register.queries, entries, gaps)
    return draw_shown(services, register, record_id, of, wording, p.PaperSize(size), head, read_only=register.read_only)


def draw_shown(
    services: Services, register: Register, record_id: str, of: Shown, wording: Wording, size: p.PaperSize,
    head: Head | None, *, read_only: bool,
) -> Printed:  # fmt: skip
    """The paper of a record, with a head of the log that holds its last entry."""
    house = organisation(register, of.names.settings)
    paper = record_paper(record_id, of.entries, Wording(wording.texts, of.names), size, house, head,
                         of.profile, read_only=read_only)  # fmt: skip
    whole = of.profile is p.Profile.FULL
    kind, name = ("record", paper.number) if whole else (str(of.profile), f"{paper.number} {of.profile}")
    subject = {"kind": kind, "record": record_id, "position": of.entries[-1].position}
    return Printed(services.render_record(paper), f"{name}.pdf", subject, of.nowhere)


def head_covering(register: Register, record_id: str, position: int) -> Head | None:
    """The first head that contains the entry; one is taken only when there is none yet."""
    head = register.queries.head_covering(record_id, position)
    if head is None and not register.read_only:
        register.take_head()
        head = register.queries.head_covering(record_id, position)
    return head


def organisation(register: Register, settings: Settings | None = None) -> p.Organisation:
    settings = settings or register.queries.settings()
    logo = b"".join(register.queries.content(bytes.fromhex(settings.logo))) if settings.logo else None
    return p.Organisation(settings.organisation, settings.address, logo)


def print_list(
    services: Services,
    register: Register,
    actor: Actor,
    wanted: IncidentFilter,
    wording: Wording,
    size: str = "a4",
) -> Printed:
    """Every record that fits, and the entry that the list was printed."""
    printed = draw_list(services, register, wanted, wording, size)
    log_printed(services, register, actor, printed)
    return printed


def draw_list(
    services: Services, register: Register, wanted: IncidentFilter, wording: Wording, size: str = "a4"
) -> Printed:
    """Every record that fits as a paper, newest first."""
    return _draw_rows(
        services, register, lambda queries: listed(queries, wanted, None), partial(definition, wanted), wording, size
    )


def draw_chosen(
    services: Services, register: Register, records: Sequence[str], wording: Wording, size: str = "a4"
) -> Printed:
    """These records as a paper, in this order."""
    said = partial(_chosen, len(records))
    return _draw_rows(services, register, lambda queries: _rows(queries, records), said, wording, size)


def _draw_rows(
    services: Services, register: Register, rows: Callable[[Queries], Iterator[IncidentRow]],
    said: Callable[[Wording], str], wording: Wording, size: str,
) -> Printed:  # fmt: skip
    """Rows, names, head and "as of" belong to one moment."""
    if register.queries.head_of_records() is None and not register.read_only:
        register.take_head()
    title = wording.texts.say("record.list_title")
    with register.snapshot() as queries:
        names = read_names(queries)
        paper = list_paper(queries, rows(queries), said, Wording(wording.texts, names), p.PaperSize(size), title,
                            organisation(register, names.settings), read_only=register.read_only)  # fmt: skip
        digests: list[str] = []
        content = services.render_list(replace(paper, data_known=digests.append))
    return Printed(content, f"{title}.pdf", {"kind": "list", "data": "".join(digests)})


def print_day(
    services: Services,
    register: Register,
    actor: Actor,
    kind: str,
    where: IncidentFilter,
    wording: Wording,
    size: str = "a4",
) -> Printed:
    """A paper for the day, and the entry that it was printed."""
    printed = draw_day(services, register, kind, where, wording, size)
    log_printed(services, register, actor, printed)
    return printed


def draw_day(
    services: Services, register: Register, kind: str, where: IncidentFilter, wording: Wording, size: str = "a4"
) -> Printed:
    """A paper for the day as of one moment; `kind` is one of `DAY_PAPERS`, of `where` places or days count."""
    make = DAY_PAPERS[kind]
    return _draw_overview(services, register, lambda queries, said: make(queries, said, where), {}, wording, size)


def print_feedback(
    services: Services, register: Register, actor: Actor, reference: str, wording: Wording, size: str = "a4"
) -> Printed:
    """The slip for whoever reported, and the entry that it was printed."""
    printed = draw_feedback(services, register, reference, wording, size)
    log_printed(services, register, actor, printed)
    return printed


def draw_feedback(
    services: Services, register: Register, reference: str, wording: Wording, size: str = "a4"
) -> Printed:
    """What became of a report, without anybody's name."""
    record = incident_id(reference, register.queries)
    about = {"record": record}
    return _draw_overview(
        services, register, lambda queries, said: feedback(queries, said, record), about, wording, size
    )


def print_knowledge(
    services: Services, register: Register, actor: Actor, reference: str, wording: Wording, size: str = "a4"
) -> Printed:
    """A problem, an article, an improvement or a hazard, and the entry that it was printed."""
    printed = draw_knowledge(services, register, reference, wording, size)
    log_printed(services, register, actor, printed)
    return printed


def draw_knowledge(
    services: Services, register: Register, reference: str, wording: Wording, size: str = "a4"
) -> Printed:
    """What it says, its incidents and its journal, as of one moment."""
    record = knowledge_id(reference, register.queries)
    row = register.queries.knowledge().row(record)
    number = row.number if row else reference
    about = {"knowledge": record, "named": number}
    printed = _draw_overview(
        services, register, lambda queries, said: knowledge_paper(queries, said, record), about, wording, size
    )
    return replace(printed, name=f"{number}.pdf")


def _draw_overview(
    services: Services, register: Register, make: Callable[[Queries, Wording], Overview], about: Mapping[str, Any],
    wording: Wording, size: str,
) -> Printed:  # fmt: skip
    """What it says, names and head belong to one moment. `about`: what the access log says of it besides its kind."""
    if register.queries.head_of_records() is None and not register.read_only:
        register.take_head()
    with register.snapshot() as queries:
        names = read_names(queries)
        said = Wording(wording.texts, names)
        head = queries.head_of_records()
        overview = make(queries, said)
        paper = overview_paper(
            overview, said, p.PaperSize(size), organisation(register, names.settings),
            p.PaperHead(head.index, head.words.replace(" ", "")) if head else None, names.settings.register_id,
            read_only=register.read_only,
        )  # fmt: skip
    subject = {"kind": overview.kind, "data": paper.digest, **about}
    return Printed(services.render_overview(paper), f"{paper.title}.pdf", subject)


def _rows(queries: Queries, records: Sequence[str]) -> Iterator[IncidentRow]:
    found = (queries.row(record) for record in records)
    return (row for row in found if row is not None)


def _chosen(count: int, wording: Wording) -> str:
    return wording.texts.say("record.list_chosen", count=count)
