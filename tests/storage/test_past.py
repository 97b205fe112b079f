"""A record as it stood, two moments side by side, and what a field held once: on each engine."""

from __future__ import annotations

from datetime import date

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.directory import ChangePerson
from incident_desk.domain.errors import Refused
from incident_desk.domain.values import from_micros
from incident_desk.domain.word_changes import How
from incident_desk.support.texts import Texts
from incident_desk.usecases.compare import Became, Difference, compare
from incident_desk.usecases.field_history import FieldKey, field_history, history_of
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.names import read_names
from incident_desk.usecases.past_moment import PastMoment, entries_up_to, moment_of, zone_of
from incident_desk.usecases.record_as_of import record_as_of
from incident_desk.usecases.show_incident import whole, whole_as_of, whole_text
from incident_desk.usecases.wording import Wording
from tests.factories import Desk

STORY, CORRECTED = "The pump ran ten times too fast.", "The pump ran twelve times too fast."


def now(desk: Desk) -> Wording:
    return Wording(Texts("en"), read_names(desk.register.queries))


def told(desk: Desk, record: str) -> dict[str, object]:
    """What `show --json` tells at this moment, of what can be told later on."""
    return without(whole(desk.register.queries, record, now(desk)))


def last_line(desk: Desk, record: str) -> str:
    return desk.record(record).of("measures")[-1].id


def without(document: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in document.items() if key != "as_of"}


def test_that_a_record_as_of_each_entry_is_what_it_was_then(own_desk: Desk) -> None:
    record = own_desk.new("containment")
    seen = {own_desk.position(record): told(own_desk, record)}
    for command in (
        c.AddItem("measures", {"what": "Pump taken out of use", "check_by": "2026-11-12T12:00"}),
        c.MoveToStep("prioritisation", {"extent_areas": "Ward 3"}),
        c.RatePriority("3", "3", "3", "5"),
        c.ChangeFields({"what_happened": CORRECTED, "place": "Press hall"}),
    ):
        own_desk.do(record, command)
        seen[own_desk.position(record)] = told(own_desk, record)
    for position, document in seen.items():
        then = whole_as_of(own_desk.register.queries, record, now(own_desk), PastMoment(position))
        assert without(then) == document, position


def test_that_the_names_are_those_of_then(own_desk: Desk) -> None:
    record = own_desk.new("identification")
    people = {row.name: row.id for row in read_names(own_desk.register.queries).people.values()}
    own_desk.do(people["Anna Berg"], ChangePerson("Anna Berg", {"name": "Anna Hill"}))
    own_desk.do(record, c.ChangeFields({"title": "Another"}))
    position = own_desk.position(record)
    then, after = (
        whole_as_of(own_desk.register.queries, record, now(own_desk), PastMoment(each))
        for each in (position - 1, position)
    )
    assert (then["responsible"], after["responsible"]) == ("Anna Berg", "Anna Hill")
    lines = list(whole_text(own_desk.register.queries, record, now(own_desk), PastMoment(position - 1)))
    assert f"after entry {position - 1} of {position}" in lines[0]
    assert not [line for line in lines if "Anna Hill" in line]


def test_that_a_day_ends_by_the_zone_of_the_record(desk: Desk) -> None:
    record = desk.new("identification")
    entries = desk.register.queries.entries(record)
    assert zone_of(entries) == read_names(desk.register.queries).settings.zone == "Europe/Berlin"
    moved = [entry._replace(recorded_at=at) for entry, at in zip(entries, _around_midnight(len(entries)), strict=True)]
    day = PastMoment(day=date(2026, 3, 1))
    assert [entry.position for entry in entries_up_to(moved, day)] == [1]
    assert len(entries_up_to(moved, PastMoment(day=date(2026, 3, 2)))) == len(moved)
    assert len(entries_up_to(moved, PastMoment(day=date.max))) == len(moved)
    with pytest.raises(Refused) as refused:
        entries_up_to(moved, PastMoment(day=date(2026, 2, 28)))
    assert refused.value.code == "record_not_yet"


def _around_midnight(count: int) -> list[int]:
    """The first a microsecond before 2026-03-02 begins in Berlin (23:00 UTC), the others from then on."""
    midnight = 1_772_406_000_000_000
    assert from_micros(midnight).isoformat() == "2026-03-01T23:00:00+00:00"
    return [midnight - 1, *range(midnight, midnight + count - 1)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("0", "entry_unknown"),
        ("9999", "entry_unknown"),
        ("yesterday", "moment_expected"),
        ("2026-13-01", "moment_expected"),
    ],
)
def test_that_a_moment_there_never_was_is_refused(desk: Desk, said: str, code: str) -> None:
    record = desk.new("inbox")
    with pytest.raises(Refused) as refused:
        record_as_of(desk.register.queries, record, moment_of(said, "--as-of"))
    assert refused.value.code == code


def test_that_two_moments_tell_fields_lines_and_steps_that_differ(desk: Desk) -> None:
    record = desk.new("containment")
    desk.do(record, c.ChangeFields({"what_happened": STORY}), c.AddItem("measures", {"what": "Pump off"}))
    before = desk.position(record)
    line = last_line(desk, record)
    desk.do(record, c.ChangeFields({"what_happened": CORRECTED, "detected_by": "staff"}))
    desk.do(record, c.ChangeItem(line, {"what": "Pump off and labelled"}))
    desk.do(record, c.MoveToStep("prioritisation", {"extent_areas": "Ward 3"}))
    after = desk.position(record)
    found = compare(desk.register.queries, record, PastMoment(after), PastMoment(before), now(desk))
    assert (found.before.position, found.after.position) == (before, after)
    by_key = {each.key: each for each in found.differences}
    assert list(by_key) == ["step", "what_happened", "detected_by", "extent_areas", "measures.what"]
    assert by_key["step"] == Difference("step", "Step", "Containment", "Prioritisation")
    assert by_key["detected_by"].became is Became.WRITTEN
    assert by_key["measures.what"].where == "Temporary measures 1"
    changed = [piece for piece in by_key["what_happened"].pieces if piece.how is not How.SAME]
    assert [(piece.how, piece.text) for piece in changed] == [(How.GONE, "ten"), (How.NEW, "twelve")]
    same = compare(desk.register.queries, record, PastMoment(after), PastMoment(after), now(desk))
    assert same.differences == ()


def test_that_a_field_tells_every_value_it_had_newest_first(desk: Desk) -> None:
    record = desk.new("containment")
    desk.do(record, c.ChangeFields({"what_happened": STORY}))
    desk.do(record, c.ChangeFields({"what_happened": CORRECTED}))
    values = history_of(desk.register.queries, record, "What happened", now(desk))
    assert [each.change.new for each in values][:2] == [CORRECTED, STORY]
    assert values[-1].change.old == ""
    assert all(each.line.who and each.line.position and each.line.recorded_at for each in values)
    assert [each.change.old for each in values[:-1]] == [each.change.new for each in values[1:]]
    assert history_of(desk.register.queries, record, "what_happened", now(desk)) == values
    assert history_of(desk.register.queries, record, "summary", now(desk)) == []
    with pytest.raises(Refused):
        history_of(desk.register.queries, record, "Wingspan", now(desk))


def test_that_each_line_of_a_list_has_a_history_of_its_own(desk: Desk) -> None:
    record = desk.new("containment")
    desk.do(record, c.AddItem("measures", {"what": "Pump off"}))
    first = last_line(desk, record)
    desk.do(record, c.AddItem("measures", {"what": "Ward told"}))
    desk.do(record, c.ChangeItem(first, {"what": "Pump off and labelled"}))
    lines = journal_lines(desk.register.queries.entries(record), now(desk))
    values = field_history(lines, FieldKey("measures.what", first))
    assert [each.change.new for each in values] == ["Pump off and labelled", "Pump off"]
    assert len(field_history(lines, FieldKey("measures.what"))) == 3
