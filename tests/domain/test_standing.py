"""Priority, signatures, reopening, void."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.domain.values import StatedTime, from_micros
from incident_desk.domain.vocabulary import Priority, Role, Status, Step
from tests.factories import ACTORS, ANNA, PACK, an_id, led_to

BERT = replace(ANNA, id=an_id(77), name="Bert")


@pytest.mark.parametrize(
    ("rating", "actual", "potential", "priority"),
    [
        (("1", "1", "1", "1"), 1, 1, Priority.LOW),
        (("1", "3", "1", "2"), 3, 2, Priority.LOW),
        (("2", "2", "1", "1"), 4, 1, Priority.MEDIUM),
        (("1", "1", "3", "4"), 1, 12, Priority.HIGH),
        (("5", "5", "1", "1"), 25, 1, Priority.CRITICAL),
    ],
)
def test_that_the_matrix_gives_the_more_urgent_of_actual_and_potential(
    rating: tuple[str, str, str, str], actual: int, potential: int, priority: Priority
) -> None:
    chain = led_to("prioritisation")
    (entry,) = chain.do(c.RatePriority(*rating))
    assert entry.kind == "rated"
    assert (chain.values["actual_score"], chain.values["potential_score"]) == (actual, potential)
    assert chain.incident.priority is priority
    assert chain.values["suggested_priority"] == priority
    assert chain.values["matrix"] == "five_by_five 2"
    assert "priority_reason" not in chain.values


def test_that_another_priority_is_chosen_with_a_reason() -> None:
    chain = led_to("prioritisation")
    (entry,) = chain.do(c.RatePriority("1", "1", "1", "1", "high", "A child was near"))
    assert (chain.values["priority"], chain.values["suggested_priority"]) == ("high", "low")
    assert chain.values["priority_reason"] == "A child was near"
    assert "=priority_reason" in entry.personal_keys
    chain.do(c.RatePriority("1", "1", "1", "1"))
    assert chain.values["priority"] == "low"
    assert "priority_reason" not in chain.values


def test_that_the_same_answer_writes_nothing() -> None:
    chain = led_to("prioritisation")
    chain.do(c.RatePriority("2", "2", "2", "2"))
    assert chain.do(c.RatePriority("2", "2", "2", "2")) == []


def test_that_a_signature_says_who_what_when_and_up_to_where() -> None:
    chain = led_to("ready")
    chain.context = replace(chain.context, actor=replace(ANNA, job="Ward nurse"))
    now, position = chain.context.now, chain.record.position
    (entry,) = chain.do(c.SignOff("author"))
    (item,) = chain.items("sign_offs")
    assert entry.kind == "signed"
    assert item.values == {
        "sign_off": "author", "person": ANNA.id, "name": "Anna Berg", "meaning": "I recorded this",
        "role": "coordinator", "job": "Ward nurse", "signed": StatedTime.at(from_micros(now), "Europe/Berlin").to_json(), "position": position,
    }  # fmt: skip
    assert entry.personal_keys == {".name", ".job"}


@pytest.mark.parametrize(
    ("of_register", "of_window", "meaning"),
    [("de", "", "Ich habe dies erfasst"), ("de", "en", "I recorded this"), ("en", "de", "Ich habe dies erfasst")],
)
def test_that_a_signature_keeps_the_sentence_that_was_read(of_register: str, of_window: str, meaning: str) -> None:
    chain = led_to("ready")
    chain.context = replace(chain.context, language=of_register)
    chain.do(c.SignOff("author", of_window))
    assert chain.items("sign_offs")[0].values["meaning"] == meaning


def test_that_one_signature_locks_and_the_last_needed_one_concludes() -> None:
    chain = led_to("ready")
    chain.do(c.SignOff("author"), by=ACTORS[Role.COORDINATOR])
    assert (chain.incident.locked, chain.incident.status) == (True, Status.OPEN)
    signed, concluded = chain.do(c.SignOff("manager"), by=ACTORS[Role.MANAGER])
    assert (signed.kind, concluded.kind) == ("signed", "concluded")
    assert chain.incident.status is Status.CONCLUDED
    assert chain.values["concluded_at"] == concluded.recorded_at


def test_that_a_signature_that_is_not_needed_is_not_waited_for() -> None:
    chain = led_to("ready")
    chain.do(c.SignOff("witness"), by=ACTORS[Role.AUDITOR])
    assert chain.incident.status is Status.OPEN
    assert chain.incident.missing == ("signed_off",)


def test_that_the_follow_up_part_stays_open_after_signing() -> None:
    chain = led_to("signed")
    chain.do(
        c.AddItem("addenda", {"what": "Found later"}),
        c.AddItem("follow_ups", {"what": "Look again", "due": "2027-02-01"}),
        c.AddItem("obligations", {"whom": "Authority"}),
        c.AddItem("questions", {"what": "Which bed"}),
        c.AddNote("A note"),
    )
    chain.do(c.ChangeItem(chain.last("follow_ups"), {"done": "2027-02-01"}))
    assert chain.incident.status is Status.CONCLUDED
    assert len(chain.incident.signatures) == 2


def test_that_reopening_voids_every_signature() -> None:
    chain = led_to("signed")
    now = StatedTime.at(from_micros(chain.context.now), "Europe/Berlin").to_json()
    entries = chain.do(c.ReopenIncident("A new fact"))
    assert [entry.kind for entry in entries] == ["reopened", "signature_voided", "signature_voided"]
    assert entries[0].data["reason"] == "A new fact"
    assert [item.values["voided"] for item in chain.items("sign_offs")] == [now, now]
    assert (chain.incident.status, chain.incident.locked, chain.incident.signatures) == (
        Status.OPEN, False, (),
    )  # fmt: skip
    assert "concluded_at" not in chain.values
    assert chain.values["reopened"] is True
    assert chain.incident.mark(Step.CONCLUSION).keys() == {"entered", "by", "pack"}  # type: ignore[union-attr]  # there
    assert chain.incident.missing == ("signed_off",)


def test_that_a_reopened_record_is_changed_and_signed_anew() -> None:
    chain = led_to("signed")
    chain.do(c.ReopenIncident("A new fact"), c.ChangeFields({"summary": "With the new fact"}))
    chain.do(c.SignOff("author"), c.SignOff("manager"))
    assert chain.incident.status is Status.CONCLUDED
    assert len(chain.items("sign_offs")) == 4
    assert len(chain.incident.signatures) == 2


def test_that_a_record_signed_once_can_be_reopened() -> None:
    chain = led_to("ready")
    chain.do(c.SignOff("author"), c.ReopenIncident("Too early"))
    assert not chain.incident.locked


@pytest.mark.parametrize("stage", ["inbox", "containment", "signed"])
def test_that_void_keeps_the_number_and_can_be_taken_back(stage: str) -> None:
    chain = led_to(stage)
    before = chain.values
    (entry,) = chain.do(c.VoidIncident("A test"))
    assert (entry.kind, entry.data["reason"]) == ("voided", "A test")
    assert chain.incident.status is Status.VOID
    assert chain.incident.number == "WARD3-2026-0042"
    (entry,) = chain.do(c.ReinstateIncident("It was real"))
    assert (entry.kind, entry.data["reason"]) == ("reinstated", "It was real")
    assert chain.values == before


# --- the chain of signatures ----------------------------------------------------------------------

CHAINED = replace(
    PACK,
    sign_offs=(
        PACK.sign_offs[0],
        replace(PACK.sign_offs[2], after=("author",), other_than=("author",)),
        replace(PACK.sign_offs[1], after=("author",), other_than=("author", "witness")),
    ),
)


def test_that_signatures_come_in_the_order_of_the_pack() -> None:
    chain = led_to("ready", CHAINED)
    chain.context = replace(chain.context, actor=BERT)
    with pytest.raises(Refused) as caught:
        chain.do(c.SignOff("manager"))
    assert (caught.value.code, caught.value.facts) == (
        "sign_off_first", {"before": "author", "roles": [str(PACK.sign_offs[0].role)]},
    )  # fmt: skip


def test_that_who_signed_as_author_signs_nothing_else() -> None:
    chain = led_to("ready", CHAINED)
    chain.do(c.SignOff("author"))
    with pytest.raises(Refused) as caught:
        chain.do(c.SignOff("manager"))
    assert (caught.value.code, caught.value.facts) == ("sign_off_other_person", {"name": ANNA.name})
    chain.context = replace(chain.context, actor=BERT)
    chain.do(c.SignOff("witness"))
    with pytest.raises(Refused):
        chain.do(c.SignOff("manager"))
    chain.context = replace(chain.context, actor=replace(BERT, id=an_id(78), name="Cora"))
    chain.do(c.SignOff("manager"))
    assert chain.incident.status is Status.CONCLUDED


def test_that_after_a_reopening_the_chain_begins_anew() -> None:
    chain = led_to("ready", CHAINED)
    chain.do(c.SignOff("author"))
    chain.do(c.ReopenIncident("Something was missing"))
    chain.context = replace(chain.context, actor=BERT)
    with pytest.raises(Refused) as caught:
        chain.do(c.SignOff("manager"))
    assert caught.value.code == "sign_off_first"
    chain.do(c.SignOff("author"))


def test_that_where_nobody_has_a_name_one_may_give_all() -> None:
    chain = led_to("ready", CHAINED)
    chain.context = replace(chain.context, actor=NOBODY)
    for key in ("author", "witness", "manager"):
        chain.do(c.SignOff(key))
    assert chain.incident.status is Status.CONCLUDED
