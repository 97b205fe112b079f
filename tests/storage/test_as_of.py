"""Papers are functions of what was recorded: a record of its position, a list of one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.directory import AddPerson, AddPlace, ChangePerson, ChangePlace, ChangeSettings
from incident_desk.domain.pack_editing import AddCategory, RenameCategory
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases import papers as p
from incident_desk.usecases.as_of import names_as_of, pack_named
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import draw_list, draw_record, print_list
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.wording import Wording
from tests.factories import Desk


@dataclass
class Seen:
    """What was handed to the printer."""

    records: list[p.RecordPaper]
    lists: list[tuple[p.ListPaper, list[tuple[p.ListCell, ...]]]]


@pytest.fixture
def seen() -> Seen:
    return Seen([], [])


@pytest.fixture
def services(tmp_path: Path, seen: Seen) -> Services:
    data = tmp_path / "data"
    data.mkdir()
    wired = wire(data, "en")

    def render_record(paper: p.RecordPaper) -> bytes:
        seen.records.append(paper)
        return wired.render_record(paper)

    def render_list(paper: p.ListPaper) -> bytes:
        rows = list(paper.rows)
        seen.lists.append((paper, rows))
        return wired.render_list(replace(paper, rows=rows))

    return replace(wired, render_record=render_record, render_list=render_list)


@pytest.fixture
def draw(own_desk: Desk, services: Services) -> Callable[[str], bytes]:
    """The bytes of a record's paper, drawn with the names of now."""
    return lambda record: draw_record(services, own_desk.register, record, now(own_desk)).content


def now(desk: Desk, language: str = "en") -> Wording:
    return Wording(Texts(language), read_names(desk.register.queries))


CHANGES_ELSEWHERE = {
    "category": RenameCategory("device", "Apparatus"),
    "subcategory": RenameCategory("device.pump", "Perfusor"),
    "new category": AddCategory("Buildings"),
    "person": ChangePerson("Anna Berg", {"name": "Anna Hill", "job": "Head of ward"}),
    "place": ChangePlace("Ward 3", {"name": "Ward Three"}),
    "place around it": ChangePlace("Main house", {"name": "Old house"}),
    "place moved": ChangePlace("Ward 3", {"parent": None}),
    "organisation": ChangeSettings({"organisation": "St Brendan", "address": "Elsewhere"}),
    "zone": ChangeSettings({"zone": "America/New_York"}),
}


@pytest.mark.parametrize("change", CHANGES_ELSEWHERE.values(), ids=CHANGES_ELSEWHERE)
def test_that_a_change_elsewhere_leaves_the_paper_of_a_record_as_it_is(
    own_desk: Desk, draw: Callable[[str], bytes], change: c.Command
) -> None:
    record = own_desk.new("signed")
    before = draw(record)
    target = {ChangePerson: "person", ChangePlace: "place"}.get(type(change))
    own_desk.do(id_of(own_desk, getattr(change, target)) if target else None, change)
    assert draw(record) == before


def id_of(desk: Desk, name: str) -> str:
    names = read_names(desk.register.queries)
    ids = {row.name: row.id for row in names.people.values()} | {row.name: row.id for row in names.places.values()}
    return ids[name]


def test_that_the_next_entry_brings_the_new_names(own_desk: Desk, services: Services, seen: Seen) -> None:
    record = own_desk.new("containment")
    own_desk.do(None, RenameCategory("device", "Apparatus"))
    own_desk.do(id_of(own_desk, "Anna Berg"), ChangePerson("Anna Berg", {"name": "Anna Hill"}))
    own_desk.do(None, ChangeSettings({"organisation": "St Brendan"}))
    draw_record(services, own_desk.register, record, now(own_desk))
    own_desk.do(record, c.ChangeFields({"title": "Another title"}))
    position = own_desk.position(record)
    draw_record(services, own_desk.register, record, now(own_desk))
    draw_record(services, own_desk.register, record, now(own_desk), position=position - 1)
    old, new, again = seen.records
    assert "Device" in old.kind_line
    assert old.organisation.name == "St Brigid"
    assert "Anna Berg" in str(old.facts)
    assert "Apparatus" in new.kind_line
    assert new.organisation.name == "St Brendan"
    assert "Anna Hill" in str(new.facts)
    assert again == old


def test_that_names_come_from_the_register_and_not_from_what_was_read_before(
    own_desk: Desk, services: Services, seen: Seen
) -> None:
    record, stale = own_desk.new("containment"), now(own_desk)
    own_desk.do(id_of(own_desk, "Anna Berg"), ChangePerson("Anna Berg", {"name": "Anna Hill"}))
    own_desk.do(record, c.ChangeFields({"title": "Another title"}))
    draw_record(services, own_desk.register, record, stale)
    assert "Anna Hill" in str(seen.records[0].facts)


def test_that_the_language_is_chosen_for_each_print(own_desk: Desk, services: Services, seen: Seen) -> None:
    record = own_desk.new("containment")
    draw_record(services, own_desk.register, record, now(own_desk, "de"))
    assert (seen.records[0].language, "Gerät" in seen.records[0].kind_line) == ("de", True)


def test_that_what_begins_later_by_a_clock_set_back_counts_as_it_began(own_desk: Desk) -> None:
    register, hour = own_desk.register, 3_600_000_000
    early = register.queries.last_change() - 24 * hour
    person = own_desk.do(None, AddPerson("Nora Night")).id
    place = own_desk.do(None, AddPlace("Ward 9", code="W9")).id
    own_desk.do(None, AddCategory("Buildings"))
    past = Submitter(register, uuid7, NOBODY, lambda: early)
    desk = Desk(register, past, own_desk.address)
    record = desk.do(None, c.RecordIncident({"what_happened": "Dark", "place": place}, accept=True)).id
    desk.do(record, c.ChangeFields({"responsible": person, "category": "buildings"}))
    own_desk.do(person, ChangePerson("Nora Night", {"name": "Nora Day"}))
    own_desk.do(place, ChangePlace("Ward 9", {"name": "Ward Nine"}))
    own_desk.do(None, RenameCategory("buildings", "Houses"))
    entries = register.queries.entries(record)
    names = names_as_of(register.queries, entries[-1], pack_named(entries))
    assert (names.person(person), names.place(place)) == ("Nora Night", "Ward 9")
    assert names.category("buildings", "en") == "Buildings"
    assert names.pack_version == "test 1.2"


def test_that_one_instant_is_parted_by_op(own_desk: Desk, draw: Callable[[str], bytes]) -> None:
    instant = own_desk.register.queries.last_change() + 1_000_000
    at_once = Desk(own_desk.register, Submitter(own_desk.register, uuid7, NOBODY, lambda: instant), own_desk.address)
    record = at_once.do(None, c.RecordIncident({"what_happened": "Dark", "category": "device"}), op_id=op(1)).id
    before = draw(record)
    at_once.do(None, RenameCategory("device", "Apparatus"), op_id=op(2))
    at_once.do(None, ChangeSettings({"organisation": "St Brendan"}), op_id=op(3))
    assert draw(record) == before


def op(number: int) -> str:
    return f"00000000-0000-7000-8000-{number:012d}"


def test_that_a_signature_keeps_job_and_role_of_its_moment(own_desk: Desk, services: Services, seen: Seen) -> None:
    anna = id_of(own_desk, "Anna Berg")
    own_desk.do(anna, ChangePerson("Anna Berg", {"job": "Ward sister"}))
    signing = own_desk.acting_as("Anna Berg")
    record = signing.new("signed")
    own_desk.do(anna, ChangePerson("Anna Berg", {"job": "Head of ward", "roles": ["administrator", "coordinator"]}))
    own_desk.do(record, c.AddItem("addenda", {"what": "Later."}))
    draw_record(services, own_desk.register, record, now(own_desk))
    boxes = next(block for block in seen.records[0].sections if isinstance(block, p.SignatureBlock)).boxes
    assert [(box.name, box.label) for box in boxes] == [
        ("Anna Berg, Ward sister", "Recorded by"), ("Anna Berg, Ward sister", "Reviewed by"),
    ]  # fmt: skip


def test_that_lines_added_at_the_instant_of_the_signature_stand_after_it(
    own_desk: Desk, services: Services, seen: Seen
) -> None:
    ready = own_desk.new("ready")
    instant = own_desk.register.queries.last_change() + 1_000_000
    actor = own_desk.submitter.actor
    at_once = Desk(own_desk.register, Submitter(own_desk.register, uuid7, actor, lambda: instant), own_desk.address)
    at_once.do(ready, c.AddItem("obligations", {"whom": "Before", "owner": actor.id, "due": "2026-12-01T10:00"}))
    at_once.do(ready, c.SignOff("author"), c.SignOff("manager"))
    at_once.do(ready, c.AddItem("obligations", {"whom": "After", "owner": actor.id, "due": "2026-12-01T10:00"}))
    draw_record(services, own_desk.register, ready, now(own_desk))
    (paper,) = seen.records
    assert "Before" in rows_of(paper.sections)
    assert "Before" not in rows_of(paper.after_sign_off)
    assert "After" in rows_of(paper.after_sign_off)
    assert "After" not in rows_of(paper.sections)


def rows_of(blocks: tuple[p.Block, ...]) -> str:
    return str([block.rows for block in blocks if isinstance(block, p.TableBlock)])


def test_that_a_list_is_as_of_the_last_change_of_any_record(own_desk: Desk, services: Services, seen: Seen) -> None:
    old = own_desk.new("containment")
    own_desk.new("inbox")
    later = own_desk.register.queries.last_change() + 3_600_000_000
    actor = own_desk.submitter.actor
    afterwards = Desk(own_desk.register, Submitter(own_desk.register, uuid7, actor, lambda: later), own_desk.address)
    afterwards.do(old, c.ChangeFields({"title": "Changed after the newest was filed"}))
    draw_list(services, own_desk.register, IncidentFilter(), now(own_desk))
    assert seen.lists[0][0].as_of == now(own_desk).moment_with_zone(later)


def test_that_a_list_sees_one_moment_while_others_write(own_desk: Desk, services: Services) -> None:
    own_desk.new("inbox")
    other = own_desk.new("inbox")
    read: list[object] = []

    def render(paper: p.ListPaper) -> bytes:
        rows: Iterator[tuple[p.ListCell, ...]] = iter(paper.rows)
        own_desk.do(None, c.RecordIncident({"what_happened": "In between"}))
        own_desk.do(other, c.ChangeFields({"title": "Changed in between"}))
        read.extend(cells[1] for cells in rows)
        return b""

    draw_list(replace(services, render_list=render), own_desk.register, IncidentFilter(), now(own_desk))
    assert len(read) == 2
    assert "Changed in between" not in read
    assert "In between" not in read


def test_that_the_head_of_a_list_holds_all_that_it_shows(own_desk: Desk, services: Services, seen: Seen) -> None:
    own_desk.new("containment")
    queries = own_desk.register.queries
    assert queries.head_of_records() is None
    draw_list(services, own_desk.register, IncidentFilter(), now(own_desk))
    head = seen.lists[0][0].head
    assert head is not None
    assert queries.log_hash(head.index) is not None
    assert queries.waiting() == 0


def test_that_printing_a_list_does_not_change_the_next_one(own_desk: Desk, services: Services) -> None:
    own_desk.new("containment")
    first, second = (
        print_list(services, own_desk.register, NOBODY, IncidentFilter(), now(own_desk)).content for _ in range(2)
    )
    assert first == second
    own_desk.new("inbox")
    assert draw_list(services, own_desk.register, IncidentFilter(), now(own_desk)).content != first
