"""Carrying an erasure out in one incident: the personal parts go, the new wording is written, an entry tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.context import Context
from incident_desk.domain.decisions.holding import HELD
from incident_desk.domain.declarations import FREE_TEXT, MAX_LENGTH, FieldKind
from incident_desk.domain.erasure import Lost, Tells, drafts, lost
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Item, Record
from incident_desk.domain.values import clean_text, from_micros, normalise
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.erasing.look import entries_about, files_of, telling
from incident_desk.usecases.erasing.places import field_at
from incident_desk.usecases.names import Names
from incident_desk.usecases.submission import Done, Run, Submission, Submitter

_BASIS_LIMIT = 500
_TITLE = "=title"


@dataclass(frozen=True, slots=True)
class Order:
    """`anew`: by place the new wording of each text that was found, None where it shall be erased as a whole. `files`:
    the places of the attached files that go. `seen`: the position at which somebody looked.
    """

    words: tuple[str, ...]
    basis: str
    reason: str
    anew: Mapping[str, str | None]
    files: frozenset[str]
    seen: int


@dataclass(frozen=True, slots=True)
class ErasedHere:
    """`kept`: files whose content stays, because another incident has it too. `open`: where the words still stand."""

    done: Done
    texts: int
    kept: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def erase(submitter: Submitter, op_id: str, incident: str, order: Order) -> ErasedHere:
    """Raises Refused, EditConflict or SurroundingsFailed; nothing is erased then. `Register.wipe` comes after it."""
    told: list[ErasedHere] = []
    done = submitter.once(op_id, lambda: _carry_out(submitter, op_id, incident, order, told))
    return told[0] if told else ErasedHere(done, 0)


def _carry_out(submitter: Submitter, op_id: str, incident: str, order: Order, told: list[ErasedHere]) -> Done:
    with submitter.register.write() as work:
        run = Run(work, Submission(op_id, (), incident), submitter.acting(), submitter.names(), submitter.new_id)
        run.lock(CHAIN_KIND, [incident])
        texts, kept, gone = erase_in(run, incident, order)
        done = run.done(incident)
        work.commit(op_id, done.to_json())
    told.append(ErasedHere(done, texts, kept, gone.open))
    return done


def erase_in(run: Run, incident: str, order: Order) -> tuple[int, tuple[str, ...], Lost]:
    """In a record that is locked: how many texts were found, which files stay, and what was lost."""
    run.actor.must("erase", Role.ADMINISTRATOR)
    record = run.records[incident]
    must_not_be_held(record)
    tells = telling(order.words)
    facts, reason = why(order.basis, order.reason, tells)
    if order.seen != record.position:
        raise EditConflict((), record.position)
    files, entries = _files(record, order.files), run.work.entries(incident)
    gone = lost(Record(incident, CHAIN_KIND), entries, tells, entries_about(entries, files))
    anew = _wording(gone, order.anew, tells, [f"{item.list}.{item.ordinal}." for item in files], run.names)
    if not gone.positions and not files:
        raise Refused("erase_nothing_found", "words")
    after = run.work.erase(record, gone.positions)
    contents, kept = erase_contents(run, record, files)
    facts |= {"contents": contents, "on": day_of(run.context())}
    run.append(after, drafts(after, gone, anew, facts, reason, files))
    return len(gone.found), kept, gone


def must_not_be_held(record: Record) -> None:
    if HELD in record.values:
        raise Refused("erase_held", number=str(record.values.get("number", "")), since=record.values[HELD])


def why(basis: str, reason: str, tells: Tells) -> tuple[dict[str, Any], str]:
    """What the entry tells of the erasure. It would hold the words for ever."""
    basis = clean_text(basis, _BASIS_LIMIT, "basis").strip()
    reason = clean_text(reason, _BASIS_LIMIT, "reason").strip()
    if not basis:
        raise Refused("erase_basis_missing", "basis")
    if not reason:
        raise Refused("reason_missing", "reason")
    if tells([basis, reason]):
        raise Refused("erase_basis_names", "basis")
    return {"basis": basis}, reason


def _files(record: Record, places: frozenset[str]) -> list[Item]:
    known = files_of(record)
    unknown = sorted(places - known.keys())
    if unknown:
        raise Refused("erase_text_unknown", value=unknown[0][:60])
    return [item for place, item in known.items() if place in places]


def _wording(
    gone: Lost, given: Mapping[str, str | None], tells: Tells, with_files: Sequence[str], names: Names
) -> dict[str, str]:
    """The new wording by place. Every text that was found is decided, and none of the new ones holds the words."""
    found = {each.place: each.value for each in gone.found}
    unknown = sorted(given.keys() - found.keys())
    if unknown:
        raise Refused("erase_text_unknown", value=unknown[0][:60])
    for place in found:
        if place not in given and not place.startswith(tuple(with_files)):
            raise Refused("erase_undecided", passage=place)
    anew = {place: _plain(place, text, names) for place, text in given.items() if text is not None}
    for place, text in anew.items():
        if tells(text) or not text.strip():
            raise Refused("erase_still_there", passage=place)
        if not isinstance(found[place], str):
            raise Refused("erase_only_whole", passage=place)
    if _TITLE in found and _TITLE not in anew:
        raise Refused("title_empty", "title")
    return anew


def _plain(place: str, text: str, names: Names) -> str:
    """As the field it belongs to keeps a text."""
    field = field_at(place, names)
    if field is None or field.kind not in FREE_TEXT:
        return clean_text(text, MAX_LENGTH[FieldKind.PROSE], place)
    return normalise(field, text, "UTC") or ""


def erase_contents(run: Run, record: Record, files: Sequence[Item]) -> tuple[list[str], tuple[str, ...]]:
    """Every content that this incident gives up, and the places of those that stay because somebody else has them."""
    going = {item.id for item in files}
    held = {item.values.get("sha256") for item in record.items.values() if item.id not in going}
    kept = [
        f"{item.list}.{item.ordinal}"
        for item in files
        if item.values["sha256"] in held or not run.work.erase_content(record.id, bytes.fromhex(item.values["sha256"]))
    ]
    return sorted({item.values["sha256"] for item in files} - held), tuple(kept)


def day_of(context: Context) -> str:
    return from_micros(context.now).astimezone(ZoneInfo(context.zone)).date().isoformat()
