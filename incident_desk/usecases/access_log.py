"""Who saw and printed: the access log in plain language, and the entry that somebody looked it through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.access import log_access
from incident_desk.usecases.access_rows import EXPORTED, PRINTED, REVIEWED, AccessFilter, AccessPage
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.journal_lines import JournalLine, who
from incident_desk.usecases.ports import Queries, Register
from incident_desk.usecases.wording import Wording

MAY_READ = (Role.AUDITOR, Role.MANAGER, Role.ADMINISTRATOR)
MAY_READ_OF_RECORD = (Role.COORDINATOR, *MAY_READ)
SHORT_HASH = 16  # hex digits that people compare
_PAGE = 200


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One entry. `sha256` is that of the file that left the program, `number` of the record it is about, `upto` the
    entry of the record that it showed.
    """

    position: int
    recorded_at: int
    who: str
    what: str
    kind: str
    sha256: str = ""
    number: str = ""
    record: str = ""
    upto: int | None = None
    note: str = ""


def check_may_read(actor: Actor, wanted: AccessFilter) -> None:
    """Whom the log shows what colleagues did: those who review, and of one record those who work with it."""
    roles = MAY_READ if wanted.record is None else MAY_READ_OF_RECORD
    if not actor.may(*roles):
        raise Refused("not_allowed", roles=[str(role) for role in roles])


def access_page(
    queries: Queries, wanted: AccessFilter, wording: Wording, before: int | None = None, limit: int = _PAGE
) -> tuple[list[AccessLine], AccessPage]:
    """Newest first, with the page it comes from, which says where the next one begins."""
    page = queries.access_log(wanted, before, limit)
    return access_lines(queries, page.entries, wording), page


def access_all(queries: Queries, wanted: AccessFilter, wording: Wording, limit: int | None) -> list[AccessLine]:
    """Newest first, page by page; None: all."""
    return list(islice(_walked(queries, wanted, wording), limit))


def _walked(queries: Queries, wanted: AccessFilter, wording: Wording) -> Iterator[AccessLine]:
    before: int | None = None
    while True:
        lines, page = access_page(queries, wanted, wording, before)
        yield from lines
        if page.before is None:
            return
        before = page.before


def access_lines(queries: Queries, entries: Iterable[Entry], wording: Wording) -> list[AccessLine]:
    found = list(entries)
    numbers = queries.numbers_of({record for entry in found if (record := entry.data.get("record"))})
    return [_line(entry, numbers, wording) for entry in found]


def _line(entry: Entry, numbers: Mapping[str, str], wording: Wording) -> AccessLine:
    data = entry.data
    record = str(data.get("record") or "")
    number = numbers.get(record, record)
    return AccessLine(
        entry.position, entry.recorded_at, who(entry, wording), _what(entry, number, wording), entry.kind,
        str(data.get("sha256", "")), number, record, data.get("position"), wording.value(None, data.get("note")),
    )  # fmt: skip


def as_journal_line(line: AccessLine) -> JournalLine:
    """As lists of entries show it, with the beginning of the file's hash."""
    told = f"{line.what} (SHA-256 {line.sha256[:SHORT_HASH]})" if line.sha256 else line.what
    return JournalLine(line.position, line.recorded_at, line.who, told, (), line.note, "", line.kind)


def _what(entry: Entry, number: str, wording: Wording) -> str:
    facts = {key: value for key, value in entry.data.items() if isinstance(value, str | int)}
    facts["number"] = number
    key = entry.kind
    if key == PRINTED:
        key = f"{PRINTED}_{entry.data.get('kind', 'record')}"
    if key == EXPORTED:
        return wording.texts.count("access.exported", int(entry.data["incidents"]), format=facts["format"])
    return wording.texts.say(f"access.{key}", **facts) if wording.texts.has(f"access.{key}") else entry.kind


def review(
    register: Register, new_id: Callable[[], str], actor: Actor, wanted: AccessFilter, last: int, note: str
) -> None:
    """Writes that somebody looked the log through up to entry `last`, by which filter, and what they say of it."""
    check_may_read(actor, replace(wanted, record=None))
    if register.read_only:
        raise SurroundingsFailed("register_read_only", name=register.name)
    facts: dict[str, Any] = {"last": last, "note": note.strip()}
    facts |= {f"by_{key}": value for key in ("person", "kind", "since", "until", "record")
              if (value := getattr(wanted, key)) is not None}  # fmt: skip
    log_access(register, new_id, actor, REVIEWED, facts, personal=frozenset({"note"}))
