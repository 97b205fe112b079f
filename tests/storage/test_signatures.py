"""Signatures on three engines: each belongs to one version of one record and to one person."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.domain.directory import AddPerson
from tests.factories import Desk
from tests.storage.other_program import as_id, other_program


def test_that_a_signature_copied_to_another_record_does_not_hold(own_desk: Desk) -> None:
    signed, other = own_desk.new("ready"), own_desk.new("ready")
    own_desk.do(signed, c.SignOff("author"))
    position = own_desk.position(other)
    assert own_desk.breaks() == []
    with other_program(own_desk.address) as program:
        copied, into = (program.one("SELECT no FROM chain WHERE id = ?", as_id(each)) for each in (signed, other))
        program.run(
            "INSERT INTO journal SELECT ?, ?, recorded_at, actor, op_id, kind, version, open_commitment, "
            "personal_commitment, previous_hash, hash FROM journal WHERE chain = ? AND kind = 'signed'",
            into, position + 1, copied,
        )  # fmt: skip
        program.run(
            "INSERT INTO journal_part SELECT ?, ?, p.part, p.salt, p.content FROM journal_part p JOIN journal j "
            "ON j.chain = p.chain AND j.position = p.position WHERE j.chain = ? AND j.kind = 'signed'",
            into, position + 1, copied,
        )  # fmt: skip
        program.run(
            "UPDATE chain SET position = ?, hash = (SELECT hash FROM journal WHERE chain = ? AND position = ?) "
            "WHERE no = ?", position + 1, into, position + 1, into,
        )  # fmt: skip
    found = [(each.code, each.facts["record"]) for each in own_desk.register.verify("full") if "record" in each.facts]
    assert ("entry_changed", own_desk.register.queries.record("incident", other).values["number"]) in found  # type: ignore[union-attr]  # it is there


def test_that_two_people_of_one_name_stay_two(own_desk: Desk) -> None:
    before = {person.id for person in own_desk.register.queries.people()}
    first = own_desk.do(None, AddPerson("Kim Lee", ("coordinator",))).id
    second = own_desk.do(None, AddPerson("Kim Lee", ("manager",))).id
    assert len({first, second} - before) == 2
    assert len({person.id for person in own_desk.register.queries.people()}) == len(before) + 2
