"""Gates: every need, unmet and met; which gate counts for which kind and weight; what is still missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.fields import CORE, EXTENT_KEYS, RATING_KEYS
from incident_desk.domain.gates import (
    CONDITIONS,
    KNOWN_NEEDS,
    gate_missing,
    is_met,
    missing,
    need_fields,
)
from incident_desk.domain.incident import Incident
from incident_desk.domain.packs.model import Gate, Route
from incident_desk.domain.records import Item, Record
from incident_desk.domain.text import LANGUAGES, Text
from incident_desk.domain.vocabulary import Kind, Priority, Step
from incident_desk.support.texts import Texts
from incident_desk.usecases.wording import Wording
from tests.factories import PACK, an_id, led_to

WRITTEN = {"review_worked": "w", "review_challenges": "c", "review_better": "b"}


def an_incident(*items: tuple[str, dict[str, Any]], **values: Any) -> Incident:
    lines = {
        str(n): Item(str(n), list_key, n, line, removed=line.get("gone", False))
        for n, (list_key, line) in enumerate(items, 1)
    }
    return Incident(Record(an_id(1), "incident", 1, {"status": "open", **values}, lines))


MEASURE: tuple[str, dict[str, Any]] = ("measures", {"what": "x"})
LIFTED: tuple[str, dict[str, Any]] = ("measures", {"what": "x", "lifted": {}})
CASES = {
    "extent_stated": (
        [an_incident(), an_incident(summary="s")],
        [an_incident(**{key: "x"}) for key in EXTENT_KEYS],
    ),
    "measure_or_none_needed": (
        [an_incident(), an_incident(LIFTED), an_incident(LIFTED, step=4), an_incident(step=5), an_incident(("measures", {"what": "x", "gone": True}))],
        [
            an_incident(MEASURE), an_incident(LIFTED, MEASURE), an_incident(LIFTED, no_measure_reason="x"),
            an_incident(LIFTED, step=5), an_incident(LIFTED, step=4, test_result="passed"),
        ],
    ),
    "priority_rated": (
        [an_incident(**dict.fromkeys(RATING_KEYS[:3], "1")), an_incident(priority="high")],
        [an_incident(**dict.fromkeys(RATING_KEYS, "1"))],
    ),
    "workload_stated": ([an_incident()], [an_incident(workload=0)]),
    "deferral_decided": (
        [
            an_incident(), an_incident(deferral="put_off"), an_incident(deferral="put_off", review_date="d"),
            an_incident(deferral="put_off", deferral_reason="r"),
        ],
        [
            an_incident(deferral="start_now"),
            an_incident(deferral="put_off", deferral_reason="r", review_date="d"),
        ],
    ),
    "cause_stated": ([an_incident(contributing="x")], [an_incident(cause="x")]),
    "actions_settled": (
        [
            an_incident(("actions", {"kind": "corrective"})), an_incident(("actions", {"kind": "immediate"})),
            an_incident(("actions", {"kind": "corrective", "done": {}}), ("actions", {"kind": "corrective"})),
        ],
        [
            an_incident(), an_incident(("actions", {"kind": "corrective", "done": {}})),
            an_incident(("actions", {"kind": "immediate", "moved_on": "later"})),
            an_incident(("actions", {"kind": "preventive"}), ("actions", {"kind": "improvement"})),
            an_incident(("actions", {"kind": "corrective", "gone": True})),
        ],
    ),
    "test_passed": (
        [an_incident(), an_incident(test_result="failed"), an_incident(test_how="x")],
        [an_incident(test_result="passed")],
    ),
    "review_written": (
        [an_incident(), *(an_incident(**{k: v for k, v in WRITTEN.items() if k != key}) for key in WRITTEN)],
        [an_incident(**WRITTEN)],
    ),
    "obligations_settled": (
        [
            an_incident(("obligations", {})), an_incident(("obligations", {"owner": "x"})),
            an_incident(("obligations", {"due": {}})), an_incident(("obligations", {"met": {}}), ("obligations", {})),
        ],
        [
            an_incident(), an_incident(("obligations", {"met": {}})),
            an_incident(("obligations", {"owner": "x", "due": {}})),
        ],
    ),
    "signed_off": (
        [
            an_incident(), an_incident(("sign_offs", {"sign_off": "author"})),
            an_incident(("sign_offs", {"sign_off": "author"}), ("sign_offs", {"sign_off": "witness"})),
            an_incident(
                ("sign_offs", {"sign_off": "author"}), ("sign_offs", {"sign_off": "manager", "voided": {}})
            ),
        ],
        [an_incident(("sign_offs", {"sign_off": "author"}), ("sign_offs", {"sign_off": "manager"}))],
    ),
    "category_questions": (
        [an_incident(category="medication"), an_incident(category="device", **{"device.serial": "1"})],
        [
            an_incident(), an_incident(category="medication", **{"medication.drug": "x"}),
            an_incident(category="device", **{question.key: "x" for question in PACK.questions("device")}),
        ],
    ),
}  # fmt: skip


def test_that_every_condition_is_tried_here() -> None:
    assert CASES.keys() == CONDITIONS.keys()


@pytest.mark.parametrize(("need", "incident"), [(need, case) for need, (unmet, _) in CASES.items() for case in unmet])
def test_that_a_need_is_not_met_by(need: str, incident: Incident) -> None:
    assert not is_met(need, incident, PACK)


@pytest.mark.parametrize(("need", "incident"), [(need, case) for need, (_, met) in CASES.items() for case in met])
def test_that_a_need_is_met_by(need: str, incident: Incident) -> None:
    assert is_met(need, incident, PACK)


@pytest.mark.parametrize("key", CORE)
def test_that_every_field_can_be_a_need(key: str) -> None:
    assert not is_met(key, an_incident(), PACK)
    assert is_met(key, an_incident(**{key: False}), PACK)
    assert need_fields(key, an_incident(), PACK) == (key,)


@pytest.mark.parametrize("need", sorted(KNOWN_NEEDS))
def test_that_every_need_is_named_in_two_languages(need: str) -> None:
    said = {language: Wording(Texts(language)).need(need) for language in LANGUAGES}
    assert need not in said.values()
    assert said["de"] != need


def test_that_the_fields_of_a_condition_exist() -> None:
    for condition in CONDITIONS.values():
        assert set(condition.fields) <= CORE.keys()
    assert need_fields("priority_rated", an_incident(), PACK) == RATING_KEYS


def test_that_only_unanswered_questions_are_asked() -> None:
    incident = an_incident(category="medication")
    assert need_fields("category_questions", incident, PACK) == ("medication.drug",)
    answered = an_incident(category="medication", **{"medication.drug": "x"})
    assert need_fields("category_questions", answered, PACK) == ()


# --- which gate, which route -----------------------------------------------------------------------

STEP = Step.CONTAINMENT
FOR_ALL = Gate(STEP, ("title",))
FOR_KIND = Gate(STEP, ("cause",), frozenset({Kind.HAZARD, Kind.NEAR_MISS}))
FOR_WEIGHT = Gate(STEP, ("cost",), priorities=frozenset({Priority.LOW}))
FOR_BOTH = Gate(STEP, ("lesson",), frozenset({Kind.HAZARD}), frozenset({Priority.LOW}))
GATES = (FOR_ALL, FOR_KIND, FOR_WEIGHT, FOR_BOTH, Gate(Step.REACTION, ("feedback",)))


@pytest.mark.parametrize(
    ("kind", "priority", "needs"),
    [
        (Kind.INCIDENT, Priority.HIGH, ("title",)),
        (Kind.INCIDENT, Priority.NOT_SET, ("title",)),
        (Kind.NEAR_MISS, Priority.HIGH, ("cause",)),
        (Kind.INCIDENT, Priority.LOW, ("cost",)),
        (Kind.NEAR_MISS, Priority.LOW, ("cause",)),
        (Kind.HAZARD, Priority.LOW, ("lesson",)),
        (Kind.HAZARD, Priority.MEDIUM, ("cause",)),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_that_the_gate_that_names_kind_and_weight_most_closely_counts(
    kind: Kind, priority: Priority, needs: tuple[str, ...], turned: bool
) -> None:
    pack = replace(PACK, gates=GATES[::-1] if turned else GATES)
    assert pack.gate(STEP, kind, priority).needs == needs


def test_that_a_step_without_a_gate_is_left_freely() -> None:
    assert replace(PACK, gates=()).gate(STEP, Kind.INCIDENT, Priority.HIGH) == Gate(STEP, ())


def test_that_the_route_that_fits_most_closely_counts() -> None:
    short, shorter = (Step.IDENTIFICATION, Step.CONTAINMENT, Step.CONCLUSION), (Step.IDENTIFICATION, Step.CONCLUSION)
    routes = (
        Route(short, priorities=frozenset({Priority.LOW})), Route(shorter, frozenset({Kind.HAZARD})),
    )  # fmt: skip
    pack = replace(PACK, routes=routes)
    assert pack.route(Kind.INCIDENT, Priority.LOW) == short
    assert pack.route(Kind.HAZARD, Priority.LOW) == shorter
    assert pack.route(Kind.INCIDENT, Priority.HIGH) == tuple(Step)


# --- what is missing ---------------------------------------------------------------------------------


def test_that_missing_lists_the_route_up_to_the_present_step_once_each() -> None:
    same = replace(PACK, gates=(Gate(Step.IDENTIFICATION, ("title", "cause")), Gate(STEP, ("cause", "cost"))))
    here = an_incident(step=2, route=[1, 2, 5])
    assert missing(here, same) == ("title", "cause", "cost")
    assert missing(an_incident(step=1, route=[1, 2, 5]), same) == ("title", "cause")
    assert missing(an_incident(step=2, route=[1, 5]), same) == ("title", "cause")
    assert missing(an_incident(), same) == ()


ALARM = Field("site.alarm", FieldKind.YES_NO, Text("Alarm on"), Step.IDENTIFICATION, "place", needed=True)


def test_that_a_field_of_the_site_is_asked_for_where_it_is_needed() -> None:
    pack = replace(PACK, gates=(Gate(Step.IDENTIFICATION, ("title",)),), fields=(ALARM,))
    assert missing(an_incident(step=1, route=[1, 2]), pack) == ("title", "site.alarm")
    assert missing(an_incident(step=1, route=[1, 2], **{"site.alarm": False}), pack) == ("title",)
    assert gate_missing(an_incident(step=2, route=[1, 2]), pack, Step.CONTAINMENT) == ()
    assert gate_missing(an_incident(overridden=["site.alarm"]), pack, Step.IDENTIFICATION) == ("title",)
    assert need_fields("site.alarm", an_incident(), pack) == ("site.alarm",)
    for other in (replace(ALARM, needed=False), replace(ALARM, retired=True)):
        assert missing(an_incident(step=1, route=[1, 2]), replace(pack, fields=(other,))) == ("title",)


def test_that_a_gate_may_name_a_field_of_the_site_and_lets_go_of_it_when_it_is_retired() -> None:
    alarm = replace(ALARM, needed=False)
    pack = replace(PACK, gates=(Gate(Step.IDENTIFICATION, ("site.alarm",)),), fields=(alarm,))
    assert missing(an_incident(step=1, route=[1]), pack) == ("site.alarm",)
    assert missing(an_incident(step=1, route=[1]), replace(pack, fields=(replace(alarm, retired=True),))) == ()
    both = replace(pack, fields=(ALARM,))
    assert missing(an_incident(step=1, route=[1]), both) == ("site.alarm",), "and only once"


def test_that_what_was_concluded_is_not_asked_for_fields_that_came_later() -> None:
    chain = led_to("signed")
    chain.context = replace(chain.context, pack=replace(PACK, fields=(ALARM,)))
    chain.do(c.AddItem("follow_ups", {"what": "Later"}))
    assert "missing" not in chain.values
    chain.do(c.ReopenIncident("looked at again"))
    assert chain.values["missing"] == ["site.alarm", "signed_off"]


def test_that_an_overridden_need_is_not_missing() -> None:
    incident = an_incident(step=2, overridden=["extent_stated"])
    assert gate_missing(incident, PACK, STEP) == ("measure_or_none_needed",)


def test_that_an_incident_shows_its_next_step() -> None:
    steps = ("identification", "containment", "prioritisation", "reaction")
    for present, following in zip(steps, (*steps[1:], "conclusion"), strict=True):
        found = led_to(present).incident.next_step()
        assert found is not None
        assert found.key == following
    assert led_to("conclusion").incident.next_step() is None
    assert led_to("inbox").incident.next_step() is None


def test_that_a_lifted_measure_opens_the_gate_of_containment_again() -> None:
    chain = led_to("prioritisation")
    chain.do(c.ChangeItem(chain.last("measures"), {"lifted": "2026-11-13"}))
    assert "measure_or_none_needed" in chain.incident.missing


def test_that_the_matrix_refuses_scores_no_band_covers() -> None:
    with pytest.raises(ValueError, match="no band covers 26"):
        PACK.matrix.priority(26)
    assert PACK.matrix.score("2", "5") == 10
