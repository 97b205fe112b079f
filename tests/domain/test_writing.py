"""Writing fields, lines of lists and notes."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.lists import BY_HAND
from tests.factories import ANNA, PRESS, led_to

LINES: dict[str, dict[str, Any]] = {
    "people": {"name": "B. Doe", "role": "affected", "contact": "ext. 12", "note": "sat down"},
    "affected": {
        "name": "B. Doe", "group": "employee", "injury": "cut", "body": ["hand_left", "arm_left"],
        "treatment": "first_aid", "note": "Three stitches",
    },
    "lots": {
        "what": "Lot 24-118", "quantity": "40 boxes", "where": "Hall 2", "disposition": "scrap",
        "decided": "2026-11-13T09:00",
    },
    "disclosures": {
        "whom": "Daughter", "owner": ANNA.id, "owner_name": "Ward", "when": "2026-11-12T16:00", "what": "All we know",
        "apology": True, "letter": "2026-11-20", "answer": "Asked for the chart",
    },
    "timeline": {"when": "2026-11-12T08:00", "what": "Alarm", "source": "Log of the pump", "unexpected": False},
    "factors": {
        "kind": "machine", "what": "Keys too near", "behind": "Bought without a trial", "root": True, "evidence": "Photo",
    },
    "decisions": {
        "what": "Stop using it", "options": "Use it on one ward", "why": "No spare part", "owner": ANNA.id,
        "owner_name": "Board", "when": "2026-11-13T12:00", "takes_back": "That of 12 November",
    },
    "absences": {
        "name": "B. Doe", "kind": "away", "since": "2026-11-13", "until": "2026-11-20", "note": "Note of the doctor",
    },
    "questions": {"what": "Which bed", "to": "night shift", "due": "2026-11-20", "answer": "Bed 4"},
    "team": {
        "role": "leader", "owner": ANNA.id, "owner_name": "Ward", "since": "2026-11-12T09:00",
        "lifted": "2026-11-12T15:00", "note": "until the late shift",
    },
    "measures": {
        "what": "Out of use", "owner": ANNA.id, "owner_name": "Ward", "since": "2026-11-12T09:00",
        "check_by": "2026-11-13", "ends": "2026-11-30", "lifted": "2026-11-14T10:00", "result": "Replaced",
    },
    "communications": {
        "whom": "Family", "audience": "affected", "when": "2026-11-12T10:00", "channel": "phone",
        "message": "What we know\nand do not know", "answer": "They thanked",
    },
    "promises": {"what": "Family", "owner": ANNA.id, "at": "2026-11-14T10:00", "kept": "2026-11-14T09:50"},
    "whys": {"what": "No second look", "evidence": "Two nurses said so"},
    "actions": {
        "what": "Train", "kind": "corrective", "owner": ANNA.id, "owner_name": "Ward", "due": "2026-12-01",
        "strength": "weak", "done": "2026-11-20", "proof": "List", "moved_on": "Night shift follows",
    },
    "obligations": {
        "whom": "Authority", "what": "First notice", "owner": ANNA.id, "due": "2026-11-14T10:00",
        "met": "2026-11-13", "reference": "A-1",
    },
    "follow_ups": {
        "what": "Look again", "kind": "effectiveness", "owner": ANNA.id, "due": "2027-02-01",
        "done": "2027-02-01", "result": "It holds",
    },
    "addenda": {"what": "Found later"},
}  # fmt: skip


def test_that_every_list_has_a_whole_line_here() -> None:
    assert {declared.key: {field.key for field in declared.fields} for declared in BY_HAND} == {
        key: set(line) for key, line in LINES.items()
    }


@pytest.mark.parametrize("list_key", LINES)
def test_that_a_line_is_added_changed_and_taken_off(list_key: str) -> None:
    declared = next(each for each in BY_HAND if each.key == list_key)
    if declared.fixed:
        pytest.skip("is never changed")
    chain = led_to("containment")
    before = len(chain.items(list_key))
    (added,) = chain.do(c.AddItem(list_key, LINES[list_key]))
    item = chain.items(list_key)[-1]
    assert (added.kind, added.data["list"], added.data["ordinal"]) == ("item_added", list_key, before + 1)
    assert item.values.keys() == LINES[list_key].keys()
    assert (item.added_by, item.added_at) == (ANNA.id, added.recorded_at)
    free = {f".{field.key}" for field in declared.fields if field.personal}
    assert added.personal_keys == free

    optional = [key for key in LINES[list_key] if key not in declared.needed]
    if optional:
        (changed,) = chain.do(c.ChangeItem(item.id, {optional[0]: None}, "a mistake"))
        assert (changed.kind, changed.data["reason"]) == ("item_changed", "a mistake")
        assert optional[0] not in chain.items(list_key)[-1].values

    (removed,) = chain.do(c.RemoveItem(item.id, "entered twice"))
    assert (removed.kind, removed.data["reason"]) == ("item_removed", "entered twice")
    assert len(chain.items(list_key)) == before


def test_that_a_line_shows_plain_values() -> None:
    chain = led_to("containment")
    chain.do(c.AddItem("actions", LINES["actions"]))
    values = chain.items("actions")[0].values
    assert (values["what"], values["kind"], values["due"]) == ("Train", "corrective", "2026-12-01")
    assert values["done"]["precision"] == "date"


def test_that_ordinals_are_never_given_twice() -> None:
    chain = led_to("containment")
    chain.do(c.AddItem("whys", {"what": "One"}), c.AddItem("whys", {"what": "Two"}))
    chain.do(c.RemoveItem(chain.last("whys")), c.AddItem("whys", {"what": "Three"}))
    assert [(item.ordinal, item.values["what"]) for item in chain.items("whys")] == [(1, "One"), (3, "Three")]


def test_that_only_what_changes_is_written() -> None:
    chain = led_to("containment")
    title = chain.values["title"]
    (entry,) = chain.do(c.ChangeFields({"title": title, "summary": "Short", "lesson": None}))
    assert [key for key in entry.data if key[0] == "="] == ["=summary"]
    assert entry.data["=summary"] == [None, "Short"]
    assert chain.do(c.ChangeFields({"summary": "Short"})) == []
    chain.do(c.AddItem("whys", {"what": "Why"}))
    assert chain.do(c.ChangeItem(chain.last("whys"), {"what": "Why", "evidence": ""})) == []


def test_that_a_field_is_emptied_by_null_and_told_from_old_to_new() -> None:
    chain = led_to("containment")
    chain.do(c.ChangeFields({"workload": 3}))
    (entry,) = chain.do(c.ChangeFields({"workload": None}, "a wrong guess"))
    assert entry.data["=workload"] == [3, None]
    assert entry.data["reason"] == "a wrong guess"
    assert "workload" not in chain.values


def test_that_every_kind_of_question_of_the_pack_is_kept() -> None:
    answers = {
        "device.serial": "88-1", "device.story": "one\ntwo", "device.recalled": False,
        "device.alarms": ["visual", "sound"], "device.mode": "auto", "device.checked": "2026-10-01",
        "device.started": "2026-11-12T08:00", "device.hours": 12.5, "device.user": ANNA.id,
        "device.stored": PRESS,
    }  # fmt: skip
    chain = led_to("containment")
    (entry,) = chain.do(c.ChangeFields(answers))
    kept = {key: chain.values[key] for key in answers if key != "device.started"}
    assert kept == {key: value for key, value in answers.items() if key != "device.started"}
    assert entry.personal_keys == {"=device.serial", "=device.story"}


def test_that_a_subcategory_brings_its_category() -> None:
    chain = led_to("inbox")
    chain.do(c.ChangeFields({"subcategory": "device.pump"}))
    assert (chain.values["category"], chain.values["subcategory"]) == ("device", "device.pump")


def test_that_another_category_empties_the_subcategory() -> None:
    chain = led_to("containment")
    chain.do(c.ChangeFields({"category": "medication"}))
    assert chain.values["category"] == "medication"
    assert "subcategory" not in chain.values


def test_that_a_note_stands_in_the_journal_and_changes_nothing() -> None:
    chain = led_to("containment")
    before = chain.values
    (entry,) = chain.do(c.AddNote("Called the maker\r\nthey ring back"))
    assert (entry.kind, entry.data) == ("noted", {"text": "Called the maker\nthey ring back"})
    assert entry.personal_keys == {"text"}
    assert chain.values == before


def test_that_a_files_removal_wants_a_reason_and_other_lines_do_not() -> None:
    chain = led_to("containment")
    chain.do(c.AddItem("whys", {"what": "One"}))
    (entry,) = chain.do(c.RemoveItem(chain.last("whys")))
    assert "reason" not in entry.data


def test_that_the_kind_can_be_put_right_and_the_route_follows() -> None:
    chain = led_to("identification")
    chain.do(c.ChangeFields({"kind": "good_catch"}))
    assert chain.values["kind"] == "good_catch"
    assert [step.key for step in chain.incident.route] == ["identification", "conclusion"]


def test_that_the_same_category_again_keeps_the_subcategory() -> None:
    chain = led_to("containment")
    chain.do(c.ChangeFields({"subcategory": "device.pump"}), c.ChangeFields({"category": "device", "workload": 2}))
    assert chain.values["subcategory"] == "device.pump"
