"""Due dates as a calendar reads them: a small strict reader of RFC 5545 that forgives nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.files.exporting.write import write_export
from incident_desk.usecases.export.content import Calendar, DueDate, ExportFormat
from tests.hostile import LINES, TEXTS

MOMENT = datetime(2026, 11, 12, 14, 30, tzinfo=UTC)
_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)


def due(summary: str = "Check", when: date | datetime = MOMENT, description: str = "") -> DueDate:
    return DueDate("1@incident-desk", summary, description, when, MOMENT, 3)


def written(entries: Sequence[DueDate], name: str = "Due dates") -> bytes:
    file = io.BytesIO()
    write_export(ExportFormat.ICS, Calendar(name, iter(entries)), file)
    return file.getvalue()


def read(content: bytes) -> list[dict[str, str]]:
    """The events by property, texts unescaped."""
    assert content.endswith(b"\r\n")
    physical = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(0 < len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    assert all(line.decode() for line in physical)  # no letter is cut
    lines = b"\r\n".join(physical).replace(b"\r\n ", b"").decode().split("\r\n")
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    inside = False
    for line in lines[1:-1]:
        match = _LINE.fullmatch(line)
        assert match, line
        name, parameters, value = match.groups()
        if name in {"BEGIN", "END"}:
            assert (value, inside) == ("VEVENT", name == "END")
            inside = not inside
            events += [{}] if inside else []
        elif inside:
            assert name not in events[-1], f"{name} twice"
            events[-1][name] = unescaped(value) if name in {"SUMMARY", "DESCRIPTION"} else parameters + value
    assert all({"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event) for event in events)
    return events


def unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), "a bare comma or semicolon"
    letters = {"\\n": "\n", "\\\\": "\\", "\\,": ",", "\\;": ";"}
    return re.sub(r"\\(?:.|\Z)", lambda found: letters[found[0]], value)


def test_that_a_moment_is_one_and_a_day_is_a_whole_day() -> None:
    moment, day = read(written([due(), due(when=date(2026, 12, 31))]))
    assert moment["DTSTART"] == "20261112T143000Z"
    assert "DTEND" not in moment
    assert (day["DTSTART"], day["DTEND"]) == (";VALUE=DATE20261231", ";VALUE=DATE20270101")


def test_that_an_entry_is_known_again_and_blocks_no_time() -> None:
    (event,) = read(written([due()]))
    assert event["UID"] == "1@incident-desk"
    assert (event["DTSTAMP"], event["SEQUENCE"], event["TRANSP"]) == ("20261112T143000Z", "3", "TRANSPARENT")


def test_that_a_calendar_without_entries_is_one() -> None:
    assert read(written([])) == []


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) < 1000] + ["a;b,c\\d\\n", *LINES[2:3]])
def test_that_any_text_goes_in_and_comes_out(text: str) -> None:
    (event,) = read(written([due(text, description=text)], name=text))
    kept = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", text)  # what no calendar may hold
    assert (event["SUMMARY"], event.get("DESCRIPTION", "")) == (kept, kept)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=80, max_size=300))
def test_that_long_lines_are_folded_between_letters(text: str) -> None:
    (event,) = read(written([due(text)]))
    assert event["SUMMARY"] == text
