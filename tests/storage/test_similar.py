"""Earlier incidents that tell of much the same, on every engine."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.usecases.similar import similar_to
from tests.factories import Desk


def titles(desk: Desk, record: str) -> list[str]:
    return [each.row.title for each in similar_to(desk.register.queries, desk.record(record))]


def test_that_what_shares_telling_words_is_found_the_nearest_first(own_desk: Desk) -> None:
    desk = own_desk
    desk.new("inbox", fields={"title": "Soup", "what_happened": "The soup was cold again on Ward 3"})
    far = {"title": "Far", "what_happened": "Infusion pump stopped, alarm silent", "place": "Press hall"}
    near = {"title": "Near", "what_happened": "Infusion pump ran too fast, alarm silent, battery swollen"}
    desk.new("inbox", fields=far)
    desk.new("inbox", fields=near)
    mine = desk.new(
        "inbox", fields={"title": "Mine", "what_happened": "Alarm of the infusion pump silent, battery swollen"}
    )
    assert titles(desk, mine) == ["Near", "Far"]


def test_that_one_word_in_common_is_nothing_and_nobody_is_like_themselves(own_desk: Desk) -> None:
    desk = own_desk
    desk.new("inbox", fields={"title": "Other", "what_happened": "The infusion was late"})
    mine = desk.new("inbox", fields={"title": "Mine", "what_happened": "Infusion pump ran too fast"})
    assert titles(desk, mine) == []


def test_that_what_is_void_is_not_offered(own_desk: Desk) -> None:
    desk = own_desk
    story = {"title": "Same", "what_happened": "Battery swollen, casing cracked"}
    gone = desk.new("identification", fields=story)
    mine = desk.new("inbox", fields=story)
    assert titles(desk, mine) == ["Same"]
    desk.do(gone, c.VoidIncident("A test"))
    assert titles(desk, mine) == []
