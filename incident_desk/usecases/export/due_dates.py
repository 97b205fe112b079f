"""Due dates for a calendar: open lines of the lists, and the days on which what was put off is looked at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.lists import LISTS
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import Status
from incident_desk.usecases.export.content import DueDate
from incident_desk.usecases.export.pages import ColumnPage, DueLine
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.wording import Wording

KEYS = (
    "id", "number", "position", "title", "status", "changed_at", "next_due", "review_date", "deferral", "responsible",
    "zone",
)  # fmt: skip
OWED_IN = frozenset({Status.INBOX, Status.OPEN, Status.CONCLUDED})
"""Where a record stands in which something can still be owed."""

_PUT_OFF = "put_off"
_LAST_INSTANT = timedelta(microseconds=1)


def due_dates(page: ColumnPage, queries: Queries, wording: Wording) -> Iterator[DueDate]:
    """Those of a page with the columns of `KEYS`, incident by incident."""
    owed = [no for no, due in zip(page.numbers, page.columns["next_due"], strict=True) if due is not None]
    lines: dict[int, list[DueLine]] = {}
    for line in queries.due_lines(owed) if owed else ():
        lines.setdefault(line.incident, []).append(line)
    for at, no in enumerate(page.numbers):
        incident = {key: values[at] for key, values in page.columns.items()}
        if incident["status"] not in OWED_IN:
            continue
        yield from (_of_line(line, incident, wording) for line in lines.get(no, ()))
        if incident["review_date"] and incident["deferral"] == _PUT_OFF and incident["status"] == Status.OPEN:
            yield _of_review(incident, wording)


def _of_line(line: DueLine, incident: dict[str, Any], wording: Wording) -> DueDate:
    one = LISTS[line.list].one[wording.language]
    due = _day_or_moment(line.due, incident["zone"] or wording.zone)
    return _entry(line.id, incident, f"{one}: {line.what}" if line.what else one, line.owner, due, wording)


def _of_review(incident: dict[str, Any], wording: Wording) -> DueDate:
    what = wording.texts.say("export.review")
    due = date.fromisoformat(incident["review_date"])
    return _entry(f"{incident['id']}.review", incident, what, incident["responsible"], due, wording)


def _entry(
    uid: str, incident: dict[str, Any], what: str, owner: str | None, due: date | datetime, wording: Wording
) -> DueDate:
    who = wording.names.person(owner) if wording.names else ""
    return DueDate(
        f"{uid}@incident-desk", f"{incident['number']} {what}", _lines((incident["title"] or "", who)), due,
        from_micros(incident["changed_at"]), incident["position"],
    )  # fmt: skip


def _day_or_moment(due: int, zone: str) -> date | datetime:
    """What is in time until the last instant of a day, in the zone of the record, is due on that day."""
    moment = from_micros(due)
    after = (moment + _LAST_INSTANT).astimezone(ZoneInfo(zone))
    is_day = (after.hour, after.minute, after.second, after.microsecond) == (0, 0, 0, 0)
    return moment.astimezone(ZoneInfo(zone)).date() if is_day else moment.astimezone(UTC)


def _lines(words: Sequence[str]) -> str:
    return "\n".join(word for word in words if word)
