"""Papers: build, render, and write into the access log that it happened, with the hash of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.log import Head
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import KIND_NAMES, PRIORITY_NAMES, STATUS_NAMES, STEP_NAMES, Status
from incident_desk.usecases import papers as p
from incident_desk.usecases.access import log_access
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.past_moment import PastMoment, entries_up_to
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import Queries, Register
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, Settings
from incident_desk.usecases.services import Services
from incident_desk.usecases.shown import Gaps, Shown, shown
from incident_desk.usecases.wording import Wording

PAPER_KINDS = ("record", "list", "journal")


@dataclass(frozen=True, slots=True)
class Printed:
    """The file and what it is about, as the access log says it."""

    content: bytes
    name: str
    subject: Mapping[str, Any]


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
    return Printed(services.render_record(paper), f"{name}.pdf", subject)


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
        paper = _list_paper(queries, rows(queries), said, Wording(wording.texts, names), p.PaperSize(size), title,
                            organisation(register, names.settings), read_only=register.read_only)  # fmt: skip
        content = services.render_list(paper)
    return Printed(content, f"{title}.pdf", {"kind": "list"})


def _rows(queries: Queries, records: Sequence[str]) -> Iterator[IncidentRow]:
    found = (queries.row(record) for record in records)
    return (row for row in found if row is not None)


def _chosen(count: int, wording: Wording) -> str:
    return wording.texts.say("record.list_chosen", count=count)


def _list_paper(
    queries: Queries, rows: Iterator[IncidentRow], said: Callable[[Wording], str], wording: Wording,
    size: p.PaperSize, title: str, house: p.Organisation, *, read_only: bool,
) -> p.ListPaper:  # fmt: skip
    head = queries.head_of_records()
    return p.ListPaper(
        house, wording.language, wording.zone_name, size, title, said(wording), _columns(wording),
        (_row(row, wording) for row in rows), wording.moment_with_zone(queries.last_change()),
        p.PaperHead(head.index, head.words.replace(" ", "")) if head else None, read_only, "",
        wording.texts.say("record.list_empty"), queries.settings().register_id,
    )  # fmt: skip


def definition(wanted: IncidentFilter, wording: Wording) -> str:
    """What was filtered for, in words: every number on paper says what it counts."""
    language, names = wording.language, wording.names
    conditions = [STEP_NAMES[step][language] for step in sorted(wanted.steps)]
    conditions += [STATUS_NAMES[status][language] for status in sorted(wanted.statuses)]
    conditions += [KIND_NAMES[kind][language] for kind in sorted(wanted.kinds)]
    conditions += [PRIORITY_NAMES[priority][language] for priority in sorted(wanted.priorities)]
    if names is not None:
        conditions += [text for text in (
            names.category(wanted.category, language) if wanted.category else "",
            names.person(wanted.responsible), names.place(_outermost(wanted.places, names)),
        ) if text]  # fmt: skip
    if wanted.since is not None:
        conditions.append(wording.texts.say("record.list_since", day=_day(wanted.since, wording)))
    if wanted.until is not None:  # the first moment that is not meant any more
        conditions.append(wording.texts.say("record.list_until", day=_day(wanted.until - 1, wording)))
    if not conditions:
        return wording.texts.say("record.list_all")
    return wording.texts.say("record.list_where", conditions=", ".join(conditions))


def _outermost(places: frozenset[str], names: Names) -> str | None:
    """The place that was asked for: the others lie in it."""
    return next((place for place in sorted(places) if names.places[place].parent not in places), None)


def _day(instant: int, wording: Wording) -> str:
    return wording.day(from_micros(instant).astimezone(ZoneInfo(wording.zone)).date())


def _columns(wording: Wording) -> tuple[p.Column, ...]:
    shares = (("number", 2.2), ("title", 5), ("step", 2.4), ("priority", 1.5), ("place", 2.4), ("responsible", 1.9),
              ("discovered", 2.1))  # fmt: skip
    return tuple(p.Column(wording.texts.say(f"record.column_{key}"), share) for key, share in shares)


def _row(row: IncidentRow, wording: Wording) -> tuple[p.ListCell, ...]:
    language = wording.language
    step: p.ListCell = STATUS_NAMES[row.status][language]
    if row.step is not None:
        step = p.StepMark(int(row.step), STEP_NAMES[row.step][language], row.status is Status.CONCLUDED)
    return (
        row.number, row.title, step, p.PriorityMark(row.priority, PRIORITY_NAMES[row.priority][language]),
        row.place_name, row.responsible_name, wording.stored(row.discovered),
    )  # fmt: skip
