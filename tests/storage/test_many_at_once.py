"""Many incidents at once, on three engines: an entry on each, one op for all, one undo, and what is left alone told."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases import many_at_once
from incident_desk.usecases.many_at_once import ManyDone, order_for_many, undo_many
from tests.factories import Desk


def order(desk: Desk, ids: list[str], command: c.Command, op_id: str = "") -> ManyDone:
    return order_for_many(desk.submitter, op_id or uuid7(), ids, command)


def responsible(desk: Desk, incident: str) -> str:
    return str(desk.record(incident).values.get("responsible"))


def test_that_each_gets_an_entry_of_its_own_under_one_op(desk: Desk) -> None:
    ids = [desk.new("identification") for _ in range(4)]
    done = order(desk, ids, c.ChangeFields({"responsible": "Maria Manager", "place": "Ward 3"}))
    assert done.left == ()
    assert {record for _, record in done.done.changed} == set(ids)
    assert done.done.entries == ("fields_changed",) * 4
    for incident in ids:
        assert responsible(desk, incident) == desk.person("Maria Manager")
        assert desk.register.queries.entries(incident)[-1].op_id == done.done.op_id
    assert desk.breaks() == []


def test_that_one_undo_takes_all_of_it_back(desk: Desk) -> None:
    ids = [desk.new("identification") for _ in range(3)]
    before = [desk.record(each).values for each in ids]
    done = order(desk, ids, c.ChangeFields({"place_detail": "at the lift"}))
    undone = undo_many(desk.submitter, uuid7(), ids, done.done.op_id)
    assert undone.left == ()
    assert [desk.record(each).values for each in ids] == before
    assert [entry.kind for each in ids for entry in desk.register.queries.entries(each)[-1:]] == ["undone"] * 3


def test_that_an_undo_leaves_what_somebody_changed_since(desk: Desk) -> None:
    ids = [desk.new("identification") for _ in range(2)]
    done = order(desk, ids, c.ChangeFields({"place_detail": "at the lift"}))
    desk.do(ids[0], c.ChangeFields({"place_detail": "in the lift"}))
    undone = undo_many(desk.submitter, uuid7(), ids, done.done.op_id)
    assert [(each.id, each.reason.code) for each in undone.left] == [(ids[0], "undo_too_late")]
    assert desk.record(ids[0]).values["place_detail"] == "in the lift"
    assert "place_detail" not in desk.record(ids[1]).values


def test_that_a_locked_one_is_left_and_told_and_the_others_are_done(desk: Desk) -> None:
    signed, open_ = desk.new("signed"), desk.new("identification")
    number = desk.record(signed).values["number"]
    position = desk.position(signed)
    done = order(desk, [signed, open_], c.ChangeFields({"place_detail": "at the lift"}))
    assert [(each.id, each.number, each.reason.code) for each in done.left] == [(signed, number, "locked_by_sign_off")]
    assert desk.position(signed) == position
    assert desk.record(open_).values["place_detail"] == "at the lift"


def test_that_nothing_is_written_where_it_fits_none(desk: Desk) -> None:
    inbox = desk.new("inbox")
    position = desk.position(inbox)
    done = order(desk, [inbox], c.ReopenIncident("a mistake"))
    assert len(done.left) == 1
    assert done.done.changed == ()
    assert desk.position(inbox) == position
    assert desk.register.queries.op_result(done.done.op_id) is None


def test_that_the_same_op_given_twice_is_done_once(desk: Desk) -> None:
    ids = [desk.new("identification") for _ in range(2)]
    op_id = uuid7()
    first = order(desk, ids, c.AddNote("seen"), op_id)
    positions = [desk.position(each) for each in ids]
    again = order(desk, ids, c.AddNote("seen"), op_id)
    assert again.done.repeated
    assert again.done.changed == first.done.changed
    assert [desk.position(each) for each in ids] == positions


def test_that_to_stop_leaves_everything_as_it_was(desk: Desk) -> None:
    ids = [desk.new("identification") for _ in range(2)]
    positions = [desk.position(each) for each in ids]
    with pytest.raises(Refused) as refused:
        order_for_many(desk.submitter, uuid7(), ids, c.AddNote("seen"), lambda done, of: False)
    assert refused.value.code == "stopped"
    assert [desk.position(each) for each in ids] == positions


def test_that_to_stop_at_the_end_leaves_everything_as_it_was(desk: Desk) -> None:
    """Asked once more before it counts: whoever stops, or closes the window, hears that none is changed."""
    ids = [desk.new("identification") for _ in range(2)]
    positions = [desk.position(each) for each in ids]
    with pytest.raises(Refused) as refused:
        order_for_many(desk.submitter, uuid7(), ids, c.AddNote("seen"), lambda done, of: done < of)
    assert refused.value.code == "stopped"
    assert [desk.position(each) for each in ids] == positions


def test_that_too_many_are_refused_before_anything_is_locked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_at_once, "MOST", 1)
    with pytest.raises(Refused) as refused:
        order(desk, [uuid7(), uuid7()], c.AddNote("seen"))
    assert (refused.value.code, refused.value.facts["most"], refused.value.facts["given"]) == ("too_many_at_once", 1, 2)


def test_that_what_is_no_incident_is_told_as_such(desk: Desk) -> None:
    unknown = uuid7()
    done = order(desk, [unknown], c.AddNote("seen"))
    assert [(each.number, each.reason.code) for each in done.left] == [(unknown, "record_unknown")]
