"""Due dates for calendars (RFC 5545): events of a whole day or of a moment, which block nobody's time.

Events, not to-dos: the calendars people have at work show no to-dos. An event keeps its UID, so that a calendar that
takes the file a second time moves what it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from incident_desk.usecases.export.content import Calendar, DueDate

_WIDTH = 75  # octets of a line, without its end
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Incident Desk//Due dates//EN", "CALSCALE:GREGORIAN",
         "METHOD:PUBLISH")  # fmt: skip


def write_calendar(calendar: Calendar, file: BinaryIO) -> None:
    for line in (*_HEAD, f"X-WR-CALNAME:{_text(calendar.name)}"):
        file.write(_folded(line))
    for entry in calendar.entries:
        file.write(b"".join(map(_folded, _event(entry))))
    file.write(_folded("END:VCALENDAR"))


def _event(entry: DueDate) -> Iterator[str]:
    changed = _moment(entry.changed)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{entry.sequence}"
    if isinstance(entry.due, datetime):
        yield f"DTSTART:{_moment(entry.due)}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.due:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    clean = _NOT_IN_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Lines of at most 75 octets that cut no letter; those that follow begin with a blank."""
    parts, part = [], b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > _WIDTH:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
