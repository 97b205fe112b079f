"""One way to apply an entry, for every kind of chain, and the same pairs turned round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.journal.entries import ERASED, OF_ITEM, Entry, EntryDraft, Link, read, split
from incident_desk.domain.records import (
    Item,
    Record,
    apply,
    colliding,
    fold,
    pairs,
    reversed_draft,
    touched,
)
from tests.factories import START, an_id, written

EMPTY = Record(an_id(1), "incident")
LINE = {"list": "measures", "item": "m1", "ordinal": 1}


def after(*data: dict[str, Any], record: Record = EMPTY) -> Record:
    for number, each in enumerate(data):
        entry = written(record, EntryDraft("any", each), actor=an_id(2), at=START + number)
        record = apply(record, entry)
    return record


def test_that_the_first_entry_opens_a_record() -> None:
    record = after({"=title": [None, "A"]}, {"=title": ["A", "B"]})
    assert (record.position, record.opened_at, record.opened_by, record.changed_at) == (
        2, START, an_id(2), START + 1,
    )  # fmt: skip
    assert record.values == {"title": "B"}


@pytest.mark.parametrize("position", [0, 1, 3])
def test_that_an_entry_out_of_order_is_not_applied(position: int) -> None:
    record = after({"=title": [None, "A"]})
    entry = written(record, EntryDraft("any", {}))._replace(position=position)
    with pytest.raises(ValueError, match=f"entry {position} does not follow 1"):
        apply(record, entry)


def test_that_a_value_of_none_takes_the_key_away() -> None:
    assert after({"=a": [None, 1], "=b": [None, 2]}, {"=a": [1, None]}).values == {"b": 2}


def test_that_false_zero_and_nothing_differ() -> None:
    assert after({"=a": [None, False], "=b": [None, 0], "=c": [None, None]}).values == {"a": False, "b": 0}


def test_that_an_item_remembers_who_added_it_and_when() -> None:
    record = after({}, {**LINE, ".what": [None, "Pump out of use"], "removed": False})
    assert record.items == {"m1": Item("m1", "measures", 1, {"what": "Pump out of use"}, False, START + 1, an_id(2))}


def test_that_a_removed_item_keeps_its_values_and_its_ordinal() -> None:
    record = after({**LINE, ".what": [None, "A"]}, {**LINE, "removed": True})
    assert record.of("measures") == ()
    assert record.items["m1"].values == {"what": "A"}
    assert record.next_ordinal("measures") == 2
    assert record.next_ordinal("actions") == 1


def test_that_items_come_in_their_order() -> None:
    record = after(*({"list": "whys", "item": f"w{n}", "ordinal": n, ".what": [None, n]} for n in (2, 3, 1)))
    assert [item.id for item in record.of("whys")] == ["w1", "w2", "w3"]


def test_that_changes_of_an_item_leave_the_others_alone() -> None:
    second = {"list": "measures", "item": "m2", "ordinal": 2, ".what": [None, "B"]}
    record = after({**LINE, ".what": [None, "A"]}, second, {**LINE, ".owner": [None, "x"]})
    assert record.items["m1"].values == {"what": "A", "owner": "x"}
    assert record.items["m2"].values == {"what": "B"}


def test_that_erased_values_stay_erased_until_somebody_writes_again() -> None:
    draft = EntryDraft("any", {"=title": [None, "A"], **LINE, ".what": [None, "B"]}, frozenset({"=title", ".what"}))
    open_part, _ = split(draft, bytes(32), bytes(32))
    link = Link(an_id(1), "incident", 1, START, None, an_id(9), "any", 1, bytes(32), bytes(32))
    record = apply(EMPTY, read(link, open_part.content, None))
    assert record.values["title"] is ERASED
    assert record.items["m1"].values["what"] is ERASED
    assert after({"=title": ["A", "C"]}, record=record).values == {"title": "C"}


def test_that_pairs_name_only_what_changes() -> None:
    assert pairs({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": None, "d": [1]}) == {"=b": [2, 3], "=d": [None, [1]]}
    assert pairs({}, {"what": "A"}, OF_ITEM) == {".what": [None, "A"]}


VALUES = st.dictionaries(
    st.sampled_from("abcd"), st.none() | st.integers(0, 3) | st.booleans() | st.lists(st.integers(0, 1), max_size=2)
)  # fmt: skip


def shown(record: Record) -> tuple[Any, Any]:
    return record.values, {key: (item.values, item.removed) for key, item in record.items.items()}


@given(VALUES, VALUES, VALUES, VALUES, st.booleans())
def test_that_an_undone_entry_leaves_no_trace_in_the_state(
    before: dict[str, Any], change: dict[str, Any], item_before: dict[str, Any], item_change: dict[str, Any],
    removed: bool,
) -> None:  # fmt: skip
    start = after({**pairs({}, before), **LINE, "removed": not removed, **pairs({}, item_before, OF_ITEM)})
    data = {
        **pairs(start.values, change), **LINE, "removed": removed,
        **pairs(start.items["m1"].values, item_change, OF_ITEM),
    }  # fmt: skip
    entry = written(start, EntryDraft("any", data))
    changed = apply(start, entry)
    undo = reversed_draft(entry)
    back = apply(changed, written(changed, undo))
    assert shown(back) == shown(start)
    again = apply(back, written(back, reversed_draft(written(changed, undo))))
    assert shown(again) == shown(changed)


def test_that_an_undo_names_what_it_undoes_and_keeps_personal_keys_personal() -> None:
    entry = Entry(
        4, START, an_id(2), an_id(9), "item_added", 1,
        {"=title": ["A", "B"], **LINE, ".what": [None, "C"], "removed": False, "reason": "because"},
        frozenset({"=title", ".what", "reason"}),
    )  # fmt: skip
    undo = reversed_draft(entry)
    assert undo.kind == "undone"
    assert undo.data == {
        "undoes": 4, "what": "item_added", "=title": ["B", "A"], **LINE, ".what": ["C", None], "removed": True,
    }  # fmt: skip
    assert undo.personal == {"=title", ".what"}


def test_that_touched_names_what_somebody_wrote_but_no_results() -> None:
    data = {"=title": [1, 2], "=route": [1, 2], "=missing": [1, 2], **LINE, ".what": [1, 2], "reason": "r"}
    assert touched(data) == {("", "title"), ("m1", "what")}
    assert touched({"text": "a note"}) == frozenset()
    assert touched({**LINE, "removed": True}) == {("m1", "removed")}


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ({("", "a")}, {("", "b")}, set()),
        ({("", "a"), ("", "b")}, {("", "b")}, {("", "b")}),
        ({("m1", "what")}, {("m1", "owner")}, set()),
        ({("m1", "what")}, {("m2", "what")}, set()),
        ({("m1", "removed")}, {("m1", "owner")}, {("m1", "owner")}),
        ({("m1", "owner")}, {("m1", "removed")}, {("m1", "owner")}),
        ({("m1", "removed")}, {("m2", "owner"), ("", "a")}, set()),
    ],
)
def test_that_an_item_taken_off_collides_with_every_change_of_it(
    mine: set[tuple[str, str]], theirs: set[tuple[str, str]], both: set[tuple[str, str]]
) -> None:
    assert colliding(frozenset(mine), frozenset(theirs)) == both


def test_that_what_was_before_stays_as_it_was() -> None:
    """Entries are added up in place, on a copy."""
    first = after({"=a": [None, 1]}, {**LINE, ".what": [None, "A"], ".owner": [None, "B"]})
    kept = shown(first), first.items["m1"]
    data = ({"=a": [1, 2]}, {**LINE, ".what": ["A", None]}, {**LINE, "removed": True}, {**LINE, "item": "m2"})
    then = after(*data, record=first)
    assert (shown(first), first.items["m1"]) == kept
    assert then.values == {"a": 2}
    assert list(then.items) == ["m1", "m2"]
    assert (then.items["m1"].values, then.items["m1"].removed, then.items["m1"].position) == ({"owner": "B"}, True, 2)
    assert then.items["m2"].position == 6


def test_that_folding_is_applying_one_after_the_other() -> None:
    record, entries = EMPTY, []
    for data in ({"=a": [None, 1]}, {"=a": [1, 2]}, {**LINE, ".what": [None, "A"]}):
        entries.append(written(record, EntryDraft("any", data)))
        record = apply(record, entries[-1])
    assert fold(EMPTY, entries) == record


def test_that_what_was_erased_never_comes_back_into_an_entry() -> None:
    assert pairs({"a": ERASED}, {"a": "new"}) == {"=a": [None, "new"]}
    assert pairs({}, {"a": ERASED}) == {"=a": [None, None]}
