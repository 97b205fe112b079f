"""Entries that a newer program wrote: not read by guess, and nothing is written behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.undo import undo
from tests.factories import Desk

ACTS: dict[str, Callable[[Desk, str], object]] = {
    "change": lambda desk, incident: desk.do(incident, c.ChangeFields({"summary": "x"})),
    "attach": lambda desk, incident: attach_bytes(desk.submitter, incident, b"x", uuid7(), name="a.txt"),
    "undo": lambda desk, incident: undo(desk.submitter, incident, uuid7(), uuid7()),
    "read": lambda desk, incident: desk.register.queries.entries(incident),
}


def write_as_a_newer_program(desk: Desk, incident: str) -> None:
    """Chained and hashed like any other entry, of a version that is not known here."""
    with desk.register.write() as work:
        record = work.lock("incident", [incident])[incident]
        draft = EntryDraft("changed", {"=title": ["x", "From version 9"]}, frozenset({"=title"}), version=9)
        work.append(record, [draft], None, op_id := uuid7(), work.now())
        work.commit(op_id, {})


@pytest.mark.parametrize("act", ACTS)
def test_that_an_entry_of_a_newer_program_is_not_read_by_guess(desk: Desk, act: str) -> None:
    incident = desk.new("containment")
    write_as_a_newer_program(desk, incident)
    position = desk.position(incident)
    with pytest.raises(SurroundingsFailed) as caught:
        ACTS[act](desk, incident)
    said = {language: Texts(language).say(f"trouble.{caught.value.code}") for language in ("en", "de")}
    assert "newer version of Incident Desk" in said["en"]
    assert "neueren Fassung von Incident Desk" in said["de"]
    assert desk.position(incident) == position
    assert desk.breaks("record", incident) == ["entry_unreadable"]
    desk.do(desk.new("containment"), c.AddNote("other records go on"))
