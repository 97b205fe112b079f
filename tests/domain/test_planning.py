"""The response plan: it comes with the category, keeps what is ticked, and is exchanged by a person alone."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.decisions.planning import plan_offered, ticked
from incident_desk.domain.incident import Incident
from incident_desk.domain.packs.problems import PackProblems
from tests.factories import ANNA, PACK, PACK_DATA, Chain, led_to, make_pack, named, text

DOSE = PACK_DATA["plans"][0]
PUMP = {
    **named("pump", "Pump", "Pumpe"), "version": 1, "categories": ["device.pump"],
    "steps": [{"key": "off", "text": text("Take it out of use", "Aus dem Verkehr ziehen")}],
}  # fmt: skip


def plan(chain: Chain) -> object:
    return chain.record.values.get("plan")


def test_that_the_plan_of_the_category_comes_by_itself_when_the_report_is_accepted() -> None:
    chain = led_to("inbox", fields={"category": "medication"})
    assert plan(chain) is None
    (accepted,) = chain.do(c.AcceptReport())
    assert (accepted.kind, accepted.data["=plan"]) == ("accepted", [None, "dose.1"])


def test_that_it_comes_with_a_category_stated_later() -> None:
    chain = led_to("inbox")
    chain.do(c.AcceptReport())
    (changed,) = chain.do(c.ChangeFields({"subcategory": "medication.dose"}))
    assert changed.data["=plan"] == [None, "dose.1"]


def test_that_another_category_offers_its_plan_and_keeps_the_one_in_use() -> None:
    chain = led_to("inbox", fields={"category": "medication"})
    chain.do(c.AcceptReport(), c.TickPlan("stop"), c.ChangeFields({"category": "device", "subcategory": "device.pump"}))
    assert plan(chain) == "dose.1"
    pack = make_pack(plans=[DOSE, PUMP])
    offered = plan_offered(Incident(chain.record), pack)
    assert offered is not None and offered.code == "pump.1"
    assert plan_offered(Incident(chain.record), PACK) is None  # it has none for that category


def test_that_what_is_ticked_stays_when_the_plan_is_exchanged() -> None:
    chain = led_to("inbox", pack=make_pack(plans=[DOSE, PUMP]), fields={"category": "medication"})
    chain.do(c.AcceptReport(), c.TickPlan("stop"), c.ChangeFields({"plan": "pump.1"}), c.TickPlan("off"))
    assert set(ticked(Incident(chain.record))) == {("dose.1", "stop"), ("pump.1", "off")}


def test_that_a_tick_says_who_when_and_the_words_of_the_step() -> None:
    chain = led_to("inbox", fields={"category": "medication"})
    chain.do(c.AcceptReport())
    (entry,) = chain.do(c.TickPlan("call", done="2026-11-12T08:40", note="came at once"))
    values = chain.items("plan_steps")[0].values
    assert (values["what"], values["owner"], values["note"]) == ("Call the doctor", ANNA.id, "came at once")
    assert values["done"]["earliest"] == "2026-11-12T07:40:00Z"
    assert entry.personal_keys == {".note"}


def test_that_a_tick_taken_back_can_be_given_again() -> None:
    chain = led_to("inbox", fields={"category": "medication"})
    chain.do(c.AcceptReport(), c.TickPlan("stop"))
    chain.do(c.RemoveItem(chain.last("plan_steps")), c.TickPlan("stop"))
    assert len(chain.items("plan_steps")) == 1


def test_that_a_newer_version_is_offered_and_the_older_one_still_read() -> None:
    newer = {**DOSE, "version": 2}
    pack = make_pack(plans=[{**DOSE, "retired": True}, newer])
    assert pack.plan("dose.1") is not None
    found = pack.plan_for("medication", "")
    assert found is not None and found.code == "dose.2"


def test_that_a_plan_for_the_subcategory_goes_before_that_of_its_category() -> None:
    wide = {**PUMP, **named("device", "Device", "Gerät"), "categories": ["device"]}
    pack = make_pack(plans=[wide, PUMP])
    assert [pack.plan_for("device", sub).code for sub in ("device.pump", "device.monitor")] == ["pump.1", "device.1"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("plans", "code"),
    [
        ([DOSE, {**DOSE, "version": 2}], "plan_twice"),
        ([{**DOSE, "categories": ["unheard_of"]}], "value_unknown"),
        ([{**DOSE, "steps": [{"key": f"s{n}", "text": text("x", "x")} for n in range(41)]}], "plan_long"),
        ([{**DOSE, "steps": [{"key": "s", "text": text("x", "x"), "role": "captain"}]}], "value_unknown"),
        ([{**DOSE, "steps": [DOSE["steps"][0], DOSE["steps"][0]]}], "key_twice"),
    ],
)
def test_that_a_wrong_plan_is_named(plans: list[object], code: str) -> None:
    with pytest.raises(PackProblems) as caught:
        make_pack(plans=plans)
    assert code in [problem.code for problem in caught.value.problems]
