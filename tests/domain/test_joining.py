"""Joining two incidents that tell of the same event: one goes on with everything, the other is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.decisions import decide_join
from incident_desk.domain.fields import RATED
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, apply
from incident_desk.domain.vocabulary import Status
from tests.factories import ANNA, Chain, an_id, led_to, make_context, written


def grown(record: Record, drafts: Sequence[EntryDraft]) -> Record:
    for draft in drafts:
        record = apply(record, written(record, draft))
    return record


def joined(leaving: Chain, going_on: Chain) -> tuple[Record, Record]:
    """Both records afterwards: the one that was joined, and the one that goes on."""
    target = replace(going_on.record, id=an_id(98))
    new_ids = (an_id(number) for number in range(500, 600))
    context = make_context(number=None, new_id=lambda: next(new_ids))
    left, received = decide_join(leaving.record, target, c.JoinReport(target.id, "The same fall"), context)
    return grown(leaving.record, left), grown(target, received)


def lines(record: Record, key: str) -> list[dict[str, Any]]:
    return [dict(item.values) for item in record.of(key)]


def test_that_an_open_incident_is_joined_with_every_line_of_its_lists() -> None:
    twin = led_to("containment")
    twin.do(
        c.AddItem("people", {"name": "A witness", "role": "witness"}),
        c.AddItem("measures", {"what": "Bed lowered"}),
        c.AddItem("measures", {"what": "Lamp mended"}),
    )
    kept, whole = joined(twin, led_to("reaction"))
    assert (kept.values["status"], kept.values["joined_to"]) == (Status.JOINED, whole.id)
    assert [line["name"] for line in lines(whole, "people")] == ["A witness"]
    assert [line["what"] for line in lines(whole, "measures")][-2:] == ["Bed lowered", "Lamp mended"]
    ordinals = [item.ordinal for item in whole.of("measures")]
    assert ordinals == sorted(set(ordinals))


def test_that_the_joined_record_keeps_its_own_words() -> None:
    twin = led_to("identification", fields={"what_happened": "Found beside the bed", "title": "Fall in room 3"})
    kept, whole = joined(twin, led_to("containment"))
    assert kept.values["what_happened"] == "Found beside the bed"
    (line,) = lines(whole, "joined")
    assert (line["title"], line["what_happened"]) == ("Fall in room 3", "Found beside the bed")


def test_that_only_what_is_not_stated_yet_is_taken_over() -> None:
    twin = led_to("identification", fields={"what_happened": "x", "place_detail": "Room 3", "immediate_action": "Rang"})
    going_on = led_to("identification", fields={"what_happened": "y", "place_detail": "Room 4"})
    _, whole = joined(twin, going_on)
    assert whole.values["place_detail"] == "Room 4"
    assert whole.values["immediate_action"] == "Rang"
    assert whole.values["what_happened"] == "y"


def test_that_a_line_both_have_in_the_same_words_stands_there_once() -> None:
    witness = c.AddItem("people", {"name": "A witness", "role": "witness"})
    twin, going_on = led_to("containment"), led_to("containment")
    twin.do(witness)
    going_on.do(witness)
    _, whole = joined(twin, going_on)
    assert len(whole.of("people")) == 1


def test_that_the_questions_of_another_category_stay_where_they_were_answered() -> None:
    twin = led_to("identification", fields={"what_happened": "x", "device.serial": "41-7"})
    other_kind, none_yet = Chain(), Chain()
    other_kind.do(c.RecordIncident({"what_happened": "y", "category": "medication"}), c.AcceptReport())
    none_yet.do(c.RecordIncident({"what_happened": "y"}), c.AcceptReport())
    assert "device.serial" not in joined(twin, other_kind)[1].values
    taken = joined(twin, none_yet)[1].values
    assert (taken.get("category"), taken.get("device.serial")) == ("device", "41-7")


def test_that_no_signature_and_nothing_taken_off_is_taken_over() -> None:
    twin = led_to("containment")
    twin.do(c.AddItem("people", {"name": "Nobody", "role": "witness"}))
    twin.do(c.RemoveItem(twin.record.of("people")[0].id, "A mistake"))
    _, whole = joined(twin, led_to("containment"))
    assert whole.of("people") == ()


def test_that_the_reporter_is_kept_and_taken_where_none_is_known() -> None:
    twin = led_to("identification", fields={"what_happened": "x", "reporter": ANNA.id})
    nobody = led_to("identification", fields={"what_happened": "y"})
    _, whole = joined(twin, nobody)
    assert (whole.values["reporter"], lines(whole, "joined")[0]["reporter"]) == (ANNA.id, ANNA.id)
    named = led_to("identification", fields={"what_happened": "y", "reporter_name": "Eve"})
    _, whole = joined(twin, named)
    assert ("reporter" in whole.values, whole.values["reporter_name"]) == (False, "Eve")
    assert lines(whole, "joined")[0]["reporter"] == ANNA.id


def test_that_a_report_without_a_name_stays_so() -> None:
    twin = led_to("identification", fields={"what_happened": "x", "reporter": ANNA.id})
    unnamed = Chain()
    unnamed.do(c.RecordIncident({"what_happened": "y"}, anonymous=True), c.AcceptReport())
    _, whole = joined(twin, unnamed)
    assert "reporter" not in whole.values
    assert lines(whole, "joined")[0]["reporter"] == ANNA.id


def test_that_a_rating_is_taken_where_there_is_none_and_never_mixed() -> None:
    twin, unrated, rated = led_to("identification"), led_to("identification"), led_to("identification")
    twin.do(c.RatePriority("5", "5", "5", "5"))
    _, whole = joined(twin, unrated)
    assert {key: whole.values.get(key) for key in RATED} == {key: twin.record.values.get(key) for key in RATED}
    assert (whole.values["priority"], whole.values["actual_row"]) == ("critical", "5")
    rated.do(c.RatePriority("1", "1", "1", "1"))
    _, whole = joined(twin, rated)
    assert {key: whole.values.get(key) for key in RATED} == {key: rated.record.values.get(key) for key in RATED}
