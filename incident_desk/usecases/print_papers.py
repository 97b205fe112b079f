"""Papers: build, render, and write into the access log that it happened, with the hash of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.log import Head
from incident_desk.domain.vocabulary import PRIORITY_NAMES, STATUS_NAMES, STEP_NAMES
from incident_desk.support.files import write_whole
from incident_desk.usecases import papers as p
from incident_desk.usecases.access import log_access
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.list_incidents import listed
from incident_desk.usecases.ports import Register
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording

PAPER_KINDS = ("record", "list")


@dataclass(frozen=True, slots=True)
class Printed:
    """The file and what it is about."""

    content: bytes
    name: str


def write_paper(target: Path, content: bytes) -> None:
    """Raises SurroundingsFailed; a paper that stood there before stays then."""
    try:
        write_whole(target, content)
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(target)) from error


def print_record(
    services: Services, register: Register, actor: Actor, reference: str, wording: Wording, size: str = "a4",
    position: int | None = None,
) -> Printed:  # fmt: skip
    """The record as it stands, or as it stood after entry `position`. Same inputs, same bytes."""
    record_id = incident_id(reference, register.queries)
    entries = [entry for entry in register.queries.entries(record_id) if position is None or entry.position <= position]
    if not entries:
        raise Refused("record_unknown_number", value=reference[:60])
    head = _head(register, record_id, entries[-1].position)
    paper = record_paper(
        record_id,
        entries,
        wording,
        p.PaperSize(size),
        organisation(register),
        head,
        read_only=register.read_only,
    )
    content = services.render_record(paper)
    subject = {"kind": "record", "record": record_id, "position": entries[-1].position}
    log_access(
        register,
        services.new_id,
        actor,
        "printed",
        {**subject, "sha256": hashlib.sha256(content).hexdigest()},
    )
    return Printed(content, f"{paper.number}.pdf")


def _head(register: Register, record_id: str, position: int) -> Head | None:
    """The first head that contains the entry; one is taken only when there is none yet."""
    head = register.queries.head_covering(record_id, position)
    if head is None and not register.read_only:
        register.take_head()
        head = register.queries.head_covering(record_id, position)
    return head


def organisation(register: Register) -> p.Organisation:
    settings = register.queries.settings()
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
    """Every record that fits, newest first."""
    head = register.take_head() if not register.read_only else register.queries.head()
    newest = next(iter(register.queries.incidents(IncidentFilter(), limit=1)), None)
    title = wording.texts.say("record.list_title")
    paper = p.ListPaper(
        organisation(register), wording.language, wording.zone, p.PaperSize(size), title,
        definition(wanted, wording), _columns(wording), _rows(register, wanted, wording),
        wording.moment_with_zone(newest.changed_at) if newest else "",
        p.PaperHead(head.index, head.words.replace(" ", "")) if head.index else None, register.read_only, "",
        wording.texts.say("record.list_empty"),
    )  # fmt: skip
    content = services.render_list(paper)
    log_access(
        register,
        services.new_id,
        actor,
        "printed",
        {"kind": "list", "sha256": hashlib.sha256(content).hexdigest()},
    )
    return Printed(content, f"{wording.texts.say('record.list_title')}.pdf")


def definition(wanted: IncidentFilter, wording: Wording) -> str:
    """What was filtered for, in words: every number on paper says what it counts."""
    language, names = wording.language, wording.names
    conditions = [STEP_NAMES[step][language] for step in sorted(wanted.steps)]
    conditions += [STATUS_NAMES[status][language] for status in sorted(wanted.statuses)]
    conditions += [PRIORITY_NAMES[priority][language] for priority in sorted(wanted.priorities)]
    if names is not None:
        conditions += [text for text in (
            names.category(wanted.category, language) if wanted.category else "",
            names.person(wanted.responsible), names.place(min(wanted.places, default=None)),
        ) if text]  # fmt: skip
    conditions += [wording.moment(bound) for bound in (wanted.since, wanted.until) if bound is not None]
    if not conditions:
        return wording.texts.say("record.list_all")
    return wording.texts.say("record.list_where", conditions=", ".join(conditions))


def _columns(wording: Wording) -> tuple[p.Column, ...]:
    shares = (("number", 2.2), ("title", 5), ("step", 2.4), ("priority", 1.5), ("place", 2.4), ("responsible", 2),
              ("discovered", 1.9))  # fmt: skip
    return tuple(p.Column(wording.texts.say(f"record.column_{key}"), share) for key, share in shares)


def _rows(register: Register, wanted: IncidentFilter, wording: Wording) -> Iterator[tuple[p.ListCell, ...]]:
    for row in listed(register.queries, wanted, None):
        yield _row(row, wording)


def _row(row: IncidentRow, wording: Wording) -> tuple[p.ListCell, ...]:
    language = wording.language
    step: p.ListCell = STATUS_NAMES[row.status][language]
    if row.step is not None:
        step = p.StepMark(int(row.step), STEP_NAMES[row.step][language], row.concluded_at is not None)
    return (
        row.number, row.title, step, p.PriorityMark(row.priority, PRIORITY_NAMES[row.priority][language]),
        row.place_name, row.responsible_name, wording.moment(row.discovered_at) if row.discovered_at else "",
    )  # fmt: skip
