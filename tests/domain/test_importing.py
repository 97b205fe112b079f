"""What a row of an old list becomes: one entry with what it says, and no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.decisions.importing import came_up
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.records import Record, apply
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import Role, Status, Step
from tests.factories import ACTORS, ANNA, START, WARD, Chain, an_id, make_context

ROW = (("Nr", "7"), ("Text", "The lamp fell"), ("precision", "about"))


def order(**changes: Any) -> c.ImportIncident:
    fields = {"what_happened": "The lamp fell. Nobody was hurt.", "occurred": "2016-03-12", "place": WARD}
    return replace(c.ImportIncident({**fields, **changes.pop("fields", {})}, "old.csv", 17, "key 7", ROW), **changes)


def imported(**changes: Any) -> Chain:
    chain = Chain(make_context())
    chain.do(order(**changes))
    return chain


def test_that_one_entry_holds_all_of_it() -> None:
    (entry,) = imported().entries
    assert entry.kind == "imported"
    assert entry.data["=what_happened"] == [None, "The lamp fell. Nobody was hurt."]
    assert entry.data["=imported_row"] == [None, [list(cell) for cell in ROW]]


def test_that_it_came_up_when_the_sheet_says_so() -> None:
    chain = imported()
    assert from_micros(chain.record.opened_at).isoformat() == "2016-03-11T23:00:00+00:00"  # midnight in Berlin
    assert chain.record.changed_at == START


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ({"reported": "2016-05-03", "discovered": "2016-05-02", "occurred": "2016-05-01"}, "2016-05-02T22:00:00"),
        ({"discovered": "2016-05-02", "occurred": "2016-05-01"}, "2016-05-01T22:00:00"),
        ({"occurred": "2016-05-01"}, "2016-04-30T22:00:00"),
        ({"occurred": {"precision": "unknown"}}, "2026-11-12T08:00:00"),
        ({}, "2026-11-12T08:00:00"),
    ],
)
def test_that_the_time_of_the_report_counts_first(stated: dict[str, Any], found: str) -> None:
    assert from_micros(came_up(stated, "Europe/Berlin", START)).isoformat()[:19] == found


def test_that_the_row_and_the_texts_can_be_erased_and_the_rest_stays() -> None:
    (entry,) = imported(fields={"old_number": "7"}).entries
    assert entry.personal_keys == {"=what_happened", "=title", "=imported_row", "=old_number"}
    erased = entry._replace(data={**entry.data, **{key: [ERASED, ERASED] for key in entry.personal_keys}})
    record = apply(Record(an_id(99), "incident"), erased)
    assert record.values["imported_row"] is ERASED
    assert (record.values["imported_key"], record.values["imported_from"]) == ("key 7", "old.csv")


def test_that_a_title_is_made_and_marked() -> None:
    assert imported().values["title"] == "The lamp fell"
    assert imported().values["title_made"] is True
    assert "title_made" not in imported(fields={"title": "Lamp"}).values


@pytest.mark.parametrize(
    ("into", "status", "step"),
    [("inbox", Status.INBOX, None), ("identification", Status.OPEN, Step.IDENTIFICATION),
     ("conclusion", Status.CONCLUDED, Step.CONCLUSION)],
)  # fmt: skip
def test_that_it_lands_where_it_was_sent(into: str, status: Status, step: Step | None) -> None:
    incident = imported(into=into).incident
    assert (incident.status, incident.step) == (status, step)


def test_that_a_closed_one_misses_nothing_until_it_is_opened_again() -> None:
    chain = imported(into="conclusion", closed="2016-04-01")
    assert chain.incident.missing == ()
    assert from_micros(chain.values["concluded_at"]).isoformat()[:10] == "2016-03-31"  # midnight in Berlin
    assert chain.incident.mark(Step.CONCLUSION) is None
    chain.do(c.ReopenIncident("A new finding"))
    assert {"discovered", "category", "cause_stated", "review_written"} <= set(chain.incident.missing)
    assert "concluded_at" not in chain.values


def test_that_a_rating_is_kept_as_far_as_it_goes() -> None:
    chain = imported(fields={"actual_column": "4", "potential_column": "5"})
    assert {key: value for key, value in chain.values.items() if "column" in key or key == "matrix"} == {
        "actual_column": "4", "potential_column": "5", "matrix": "five_by_five 2",
    }  # fmt: skip
    assert "priority" not in chain.values


def test_that_a_whole_rating_is_answered_by_the_matrix() -> None:
    codes = {"actual_row": "3", "actual_column": "3", "potential_row": "3", "potential_column": "5"}
    chain = imported(fields=codes)
    assert (chain.values["priority"], chain.values["potential_score"]) == ("critical", 15)
    assert "priority_reason" not in chain.values
    other = imported(fields={**codes, "priority": "low"})
    assert (other.values["priority"], other.values["suggested_priority"]) == ("low", "critical")
    assert other.values["priority_reason"] == "Stated in the old list"


def test_that_a_replay_gives_the_same_record() -> None:
    chain = imported()
    replayed = Record(chain.record.id, "incident")
    for entry in chain.entries:
        replayed = apply(replayed, entry)
    assert replayed == chain.record


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"fields": {"what_happened": None}}, "report_empty", "what_happened"),
        ({"kind": "drill"}, "kind_unknown", "kind"),
        ({"source": "bad\udcffname.csv"}, "text_unreadable_character", "imported_from"),
        ({"row": (("Nr", "7"), ("Te\0xt", "x"))}, "text_unreadable_character", "imported_row"),
        ({"into": "bin"}, "choice_unknown", "into"),
        ({"fields": {"priority": "urgent"}}, "priority_unknown", "priority"),
        ({"fields": {"actual_column": "9"}}, "choice_unknown", "actual_column"),
        ({"fields": {"place": an_id(7)}}, "place_unknown", "place"),
        ({"fields": {"occurred": "2026-12-01"}}, "time_ahead", "occurred"),
        ({"fields": {"title": "x" * 501}}, "text_too_long", "title"),
    ],
)
def test_that_what_cannot_be_is_refused(changes: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        imported(**changes)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.AUDITOR, Role.ADMINISTRATOR, Role.MANAGER])
def test_that_only_a_coordinator_imports(role: Role) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        Chain(make_context(actor=ACTORS[role])).do(order())


def test_that_it_is_imported_once() -> None:
    chain = imported()
    with pytest.raises(Refused, match="already_recorded"):
        chain.do(order())


# --- what changed in the sheet -----------------------------------------------------------------------

NEW_ROW = (("Nr", "7"), ("Text", "The lamp broke"))


def test_that_changes_and_the_new_row_are_one_entry() -> None:
    chain = imported()
    (entry,) = chain.do(c.TakeSheetChanges({"what_happened": "The lamp broke", "actual_column": "2"}, NEW_ROW))
    assert entry.kind == "sheet_changes_taken"
    assert entry.personal_keys == {"=what_happened", "=title", "=imported_row"}
    assert chain.values["imported_row"] == [list(cell) for cell in NEW_ROW]
    assert (chain.values["what_happened"], chain.values["actual_column"]) == ("The lamp broke", "2")
    assert chain.values["title_made"] is True


def test_that_a_title_made_from_the_text_is_made_anew_with_it() -> None:
    chain = imported()
    (entry,) = chain.do(c.TakeSheetChanges({"what_happened": "The lamp broke. Nobody was hurt."}, NEW_ROW))
    assert (chain.values["title"], chain.values["title_made"]) == ("The lamp broke", True)
    assert entry.data["=title"][1] == "The lamp broke"
    chain.do(c.TakeSheetChanges({"what_happened": None}, ROW))
    assert chain.values["title"] == "The lamp broke"  # every record has one


def test_that_a_title_somebody_wrote_stays_when_the_text_changes() -> None:
    chain = imported()
    chain.do(c.ChangeFields({"title": "Our lamp"}))
    chain.do(c.TakeSheetChanges({"what_happened": "The lamp broke"}, NEW_ROW))
    assert chain.values["title"] == "Our lamp"


def test_that_nothing_new_writes_nothing() -> None:
    assert imported().do(c.TakeSheetChanges({"place": WARD}, ROW)) == []


def test_that_changes_need_an_imported_record_that_is_open() -> None:
    reported = Chain(make_context())
    reported.do(c.RecordIncident({"title": "Lamp"}, accept=True))
    with pytest.raises(Refused, match="not_imported"):
        reported.do(c.TakeSheetChanges({}, NEW_ROW))
    with pytest.raises(Refused, match="locked_by_sign_off"):
        imported(into="conclusion").do(c.TakeSheetChanges({}, NEW_ROW))
    with pytest.raises(Refused, match="title_empty"):
        imported().do(c.TakeSheetChanges({"title": None}, NEW_ROW))


def test_that_the_new_row_can_be_stored() -> None:
    with pytest.raises(Refused, match="text_unreadable_character"):
        imported().do(c.TakeSheetChanges({}, (("Nr", "7\ud800"),)))


def test_that_an_own_title_is_no_longer_marked() -> None:
    chain = imported()
    chain.do(c.TakeSheetChanges({"title": "Lamp"}, NEW_ROW))
    assert "title_made" not in chain.values
    assert chain.entries[-1].actor == ANNA.id


RATED_ONE = {"actual_row": "1", "actual_column": "1", "potential_row": "1", "potential_column": "1"}


def rating_of(chain: Chain) -> dict[str, Any]:
    kept = ("actual_score", "potential_score", "suggested_priority", "priority", "priority_reason", "matrix")
    return {key: chain.values[key] for key in kept if key in chain.values}


def test_that_a_changed_rating_is_rated_with_what_the_record_says_of_the_rest() -> None:
    chain = imported(fields=RATED_ONE)
    assert chain.values["priority"] == "low"
    chain.do(c.TakeSheetChanges({"actual_row": "5", "actual_column": "5"}, NEW_ROW))
    assert rating_of(chain) == {
        "actual_score": 25, "potential_score": 1, "suggested_priority": "critical", "priority": "critical",
        "matrix": "five_by_five 2",
    }  # fmt: skip


def test_that_an_emptied_rating_takes_what_the_matrix_said_with_it() -> None:
    chain = imported(fields=RATED_ONE)
    chain.do(c.TakeSheetChanges({"potential_row": None}, NEW_ROW))
    assert "potential_row" not in chain.values
    assert rating_of(chain) == {"matrix": "five_by_five 2"}
    chain.do(c.TakeSheetChanges(dict.fromkeys(RATED_ONE), ROW))
    assert not {*RATED_ONE, "matrix"} & chain.values.keys()


def test_that_an_emptied_priority_is_none_or_what_the_matrix_says() -> None:
    stated = imported(fields={"priority": "high"})
    stated.do(c.TakeSheetChanges({"priority": None}, NEW_ROW))
    assert rating_of(stated) == {}
    rated = imported(fields={**RATED_ONE, "priority": "high"})
    rated.do(c.TakeSheetChanges({"priority": None}, NEW_ROW))
    assert (rated.values["priority"], "priority_reason" in rated.values) == ("low", False)


def test_that_what_a_person_chose_and_why_stays() -> None:
    chain = imported(fields=RATED_ONE)
    chain.do(c.RatePriority("1", "1", "1", "1", "high", "The surgeon said so"))
    chain.do(c.TakeSheetChanges({"potential_column": "2"}, NEW_ROW))
    assert (chain.values["priority"], chain.values["priority_reason"]) == ("high", "The surgeon said so")
    chain.do(c.TakeSheetChanges({"priority": "medium"}, ROW))
    assert (chain.values["priority"], chain.values["priority_reason"]) == ("medium", "The surgeon said so")
    chain.do(c.TakeSheetChanges({"potential_column": None}, NEW_ROW))
    assert (chain.values["priority"], chain.values["priority_reason"]) == ("medium", "The surgeon said so")
