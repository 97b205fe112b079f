"""Moving through the five steps: forward by the gate, back with a reason, short path, emergency, conclusion."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import GateClosed
from incident_desk.domain.vocabulary import Role, Status, Step
from tests.factories import ACTORS, ANNA, PACK, REVIEW, START, Chain, led_to

MINUTE = 60_000_000


def missing_of(chain: Chain, *commands: c.Command) -> tuple[str, tuple[str, ...]]:
    """The step a gate is closed for, and what it lists."""
    with pytest.raises(GateClosed) as caught:
        chain.do(*commands)
    assert caught.value.facts == {
        "step": caught.value.facts["step"],
        "missing": caught.value.missing,
        "count": len(caught.value.missing),
    }
    return str(caught.value.facts["step"]), caught.value.missing


def test_that_an_incident_goes_through_all_five_steps() -> None:
    chain = led_to("signed")
    kinds = [entry.kind for entry in chain.entries]
    assert kinds.count("moved") == 4
    assert kinds[-3:] == ["signed", "signed", "concluded"]
    assert (chain.incident.status, chain.incident.step) == (Status.CONCLUDED, Step.CONCLUSION)
    assert chain.incident.missing == ()


def test_that_a_move_marks_the_step_left_and_the_step_entered() -> None:
    chain = led_to("identification")
    now = chain.context.now
    (entry,) = chain.do(c.MoveToStep("containment"))
    assert {key: entry.data[key] for key in ("from", "to", "how")} == {"from": 1, "to": 2, "how": "done"}
    assert chain.incident.mark(Step.IDENTIFICATION) == {
        "entered": START + MINUTE, "by": ANNA.id, "pack": "test 1.1", "left": now, "left_by": ANNA.id,
        "how": "done",
    }  # fmt: skip
    assert chain.incident.mark(Step.CONTAINMENT) == {"entered": now, "by": ANNA.id, "pack": "test 1.1"}


def test_that_fields_filled_in_on_the_way_count_for_the_gate() -> None:
    chain = led_to("prioritisation")
    chain.do(c.RatePriority("1", "2", "2", "2"))
    written, moved = chain.do(c.MoveToStep("reaction", {"workload": 2, "deferral": "start_now"}))
    assert (written.kind, moved.kind) == ("fields_changed", "moved")


@pytest.mark.parametrize(
    ("stage", "step", "lacking"),
    [
        ("containment", "prioritisation", ("extent_stated", "measure_or_none_needed")),
        ("prioritisation", "reaction", ("priority_rated", "workload_stated", "deferral_decided")),
        ("reaction", "conclusion", ("cause_stated", "test_passed")),
    ],
)
def test_that_a_closed_gate_lists_what_is_missing(stage: str, step: str, lacking: tuple[str, ...]) -> None:
    chain = led_to(stage)
    present = chain.incident.step
    assert present is not None
    assert missing_of(chain, c.MoveToStep(step)) == (present.key, lacking)
    assert chain.incident.missing == lacking


def test_that_the_first_gate_lists_every_field_it_needs() -> None:
    chain = Chain()
    chain.do(c.RecordIncident({"title": "Wet floor"}), c.AcceptReport())
    assert missing_of(chain, c.MoveToStep("containment")) == (
        "identification", ("what_happened", "discovered", "place", "category", "responsible"),
    )  # fmt: skip


def test_that_conclusion_needs_its_own_gate_met() -> None:
    chain = led_to("conclusion")
    assert missing_of(chain, c.ConcludeIncident()) == ("conclusion", ("summary", "review_written", "signed_off"))


def test_that_a_manager_may_move_against_the_gate_with_a_reason() -> None:
    chain = led_to("containment")
    (entry,) = chain.do(
        c.MoveToStep("prioritisation", reason="The ward is empty", override=True), by=ACTORS[Role.MANAGER]
    )
    assert (entry.data["how"], entry.data["reason"]) == ("overridden", "The ward is empty")
    assert entry.data["lacking"] == ["extent_stated", "measure_or_none_needed"]
    assert chain.incident.overridden == {"extent_stated", "measure_or_none_needed"}
    assert "extent_stated" not in chain.incident.missing
    assert chain.incident.step is Step.PRIORITISATION


def test_that_an_override_that_nothing_needs_is_an_ordinary_move() -> None:
    chain = led_to("identification")
    (entry,) = chain.do(c.MoveToStep("containment", override=True), by=ACTORS[Role.COORDINATOR])
    assert entry.data["how"] == "done"
    assert "overridden" not in chain.values


def test_that_overrides_of_two_steps_add_up() -> None:
    chain = led_to("containment")
    chain.do(c.MoveToStep("prioritisation", reason="r", override=True))
    chain.do(c.MoveToStep("reaction", reason="r", override=True))
    assert chain.incident.overridden == {
        "extent_stated", "measure_or_none_needed", "priority_rated", "workload_stated", "deferral_decided",
    }  # fmt: skip


def test_that_an_emergency_starts_containment_and_keeps_the_list() -> None:
    chain = led_to("inbox")
    chain.do(c.AcceptReport())
    (entry,) = chain.do(c.MoveToStep("containment", emergency=True))
    assert entry.data["how"] == "emergency"
    assert chain.incident.step is Step.CONTAINMENT
    assert chain.incident.missing == (
        "category", "responsible", "extent_stated", "measure_or_none_needed",
    )  # fmt: skip


def test_that_what_an_emergency_left_open_blocks_conclusion() -> None:
    chain = led_to("inbox")
    chain.do(c.AcceptReport(), c.MoveToStep("containment", emergency=True))
    chain.do(c.ChangeFields({"no_measure_reason": "Too late", "extent_areas": "Ward 3"}))
    chain.do(c.MoveToStep("prioritisation"), c.RatePriority("3", "3", "3", "3"))
    chain.do(c.MoveToStep("reaction", {"workload": 1, "deferral": "start_now"}))
    chain.do(c.ChangeFields({"cause": "Unclear", "test_result": "passed"}))
    assert missing_of(chain, c.MoveToStep("conclusion")) == ("reaction", ("category", "responsible"))


def test_that_a_move_back_wants_a_reason_and_empties_the_marks() -> None:
    chain = led_to("conclusion")
    now = chain.context.now
    (entry,) = chain.do(c.MoveToStep("containment", reason="More wards affected"))
    assert (entry.kind, entry.data["from"], entry.data["to"], entry.data["reason"]) == (
        "moved_back", 5, 2, "More wards affected",
    )  # fmt: skip
    assert chain.incident.step is Step.CONTAINMENT
    assert chain.incident.mark(Step.CONTAINMENT) == {"entered": now, "by": ANNA.id, "pack": "test 1.1"}
    assert [chain.incident.mark(step) for step in (Step.PRIORITISATION, Step.REACTION, Step.CONCLUSION)] == [
        None, None, None,
    ]  # fmt: skip


def test_that_the_short_path_skips_two_steps() -> None:
    chain = led_to("containment")
    chain.do(c.AddItem("measures", {"what": "Wiped"}), c.ChangeFields({"extent_areas": "Hall"}))
    (entry,) = chain.do(c.TakeShortPath("The measure solved it"))
    assert (entry.kind, entry.data["how"], entry.data["reason"]) == (
        "moved", "short_path", "The measure solved it",
    )  # fmt: skip
    assert chain.incident.step is Step.CONCLUSION
    assert [step.key for step in chain.incident.route] == ["identification", "containment", "conclusion"]
    assert chain.incident.mark(Step.REACTION) == {"how": "skipped"}
    assert chain.incident.missing == ("summary", "review_written", "signed_off")


def test_that_the_short_path_needs_the_gates_before_it() -> None:
    chain = led_to("containment")
    assert missing_of(chain, c.TakeShortPath("Solved")) == (
        "containment", ("extent_stated", "measure_or_none_needed"),
    )  # fmt: skip


def test_that_a_record_led_back_from_the_short_path_can_go_the_whole_way() -> None:
    chain = led_to("containment")
    chain.do(c.AddItem("measures", {"what": "Wiped"}), c.ChangeFields({"extent_areas": "Hall"}))
    chain.do(c.TakeShortPath("Solved"), c.MoveToStep("containment", reason="It came again"))
    assert chain.incident.route == tuple(Step)
    assert [chain.incident.mark(step) for step in (Step.PRIORITISATION, Step.REACTION)] == [None, None]
    chain.do(c.MoveToStep("prioritisation"))
    assert chain.incident.step is Step.PRIORITISATION


@pytest.mark.parametrize("kind", ["good_catch", "hazard"])
def test_that_a_small_kind_goes_from_identification_to_conclusion(kind: str) -> None:
    chain = led_to("identification", kind=kind)
    chain.do(c.MoveToStep("conclusion", {"summary": "Told the team"}))
    assert chain.incident.step is Step.CONCLUSION
    (entry,) = chain.do(c.ConcludeIncident())
    assert entry.kind == "concluded"
    assert chain.incident.status is Status.CONCLUDED


def test_that_a_near_miss_goes_the_whole_way_unless_its_potential_is_low() -> None:
    chain = led_to("identification", kind="near_miss")
    assert chain.incident.route == tuple(Step)
    chain.do(c.RatePriority("1", "2", "1", "3"))
    assert [step.key for step in chain.incident.route] == ["identification", "conclusion"]
    chain.do(c.RatePriority("1", "2", "3", "5"))
    assert chain.incident.route == tuple(Step)


def test_that_conclusion_is_marked_with_its_moment() -> None:
    chain = led_to("identification", kind="good_catch")
    chain.do(c.MoveToStep("conclusion", {"summary": "Told the team"}))
    entered, now = chain.incident.mark(Step.CONCLUSION), chain.context.now
    chain.do(c.ConcludeIncident())
    assert chain.values["concluded_at"] == now
    assert chain.incident.mark(Step.CONCLUSION) == {
        **(entered or {}), "left": now, "left_by": ANNA.id, "how": "done",
    }  # fmt: skip


def test_that_a_manager_may_conclude_against_the_gate() -> None:
    chain = led_to("conclusion")
    (entry,) = chain.do(c.ConcludeIncident("The patient moved away", override=True), by=ACTORS[Role.MANAGER])
    assert entry.data["lacking"] == ["summary", "review_written", "signed_off"]
    assert entry.data["reason"] == "The patient moved away"
    assert chain.values["step.5"]["how"] == "overridden"
    assert chain.incident.status is Status.CONCLUDED


def test_that_results_ride_on_the_last_entry_of_a_command() -> None:
    chain = led_to("containment")
    assert PACK.gate(Step.CONTAINMENT, chain.incident.kind, chain.incident.priority).needs
    (entry,) = chain.do(c.ChangeFields({"extent_areas": "Ward 3"}))
    assert entry.data["=missing"] == [
        ["extent_stated", "measure_or_none_needed"], ["measure_or_none_needed"]
    ]  # fmt: skip
    (entry,) = chain.do(c.ChangeFields({"no_measure_reason": "Over already"}))
    assert entry.data["=missing"] == [["measure_or_none_needed"], None]


def test_that_the_review_alone_does_not_conclude() -> None:
    chain = led_to("conclusion")
    chain.do(c.ChangeFields(REVIEW))
    assert chain.incident.missing == ("signed_off",)
    assert chain.incident.status is Status.OPEN
