"""Every refusal of the domain: when it comes, the field it points at, and exactly the facts it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain import field_editing as f
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain import pack_editing as p
from incident_desk.domain import recovery_key
from incident_desk.domain.decisions import decide, decide_join
from incident_desk.domain.decisions.drafting import Case
from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.errors import EditConflict, GateClosed, Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.packs.fields import MOST_FIELDS
from incident_desk.domain.records import Record, apply
from incident_desk.domain.text import Text
from incident_desk.domain.values import normalise
from incident_desk.domain.vocabulary import Role, Step
from tests.domain.codes import raised
from tests.factories import ACTORS, ANNA, PACK_DATA, WARD, Chain, an_id, led_to, make_context, written

NUMBER, KNOWN = "WARD3-2026-0042", "PROB-2026-0001"
LONG = "x" * 100
Try = Callable[[], object]


def at(stage: str, command: c.Command, role: Role | None = None, **record: Any) -> Try:
    """The command given at a stage, by Anna Berg or by somebody with one role."""
    return lambda: led_to(stage, **record).do(command, by=ACTORS[role] if role else None)


def after(stage: str, *commands: c.Command, **record: Any) -> Try:
    """The last of the commands, the others before it."""

    def attempt() -> object:
        chain = led_to(stage, **record)
        chain.do(*commands[:-1])
        return chain.do(commands[-1])

    return attempt


def value(kind: FieldKind, raw: Any) -> Try:
    field = Field("it", kind, Text("It"), Step.IDENTIFICATION, "", options=(Option("a", Text("A")),))
    return lambda: normalise(field, raw, "UTC")


def join(report: Chain, target: Record, **changes: Any) -> Try:
    return lambda: decide_join(report.record, target, c.JoinReport(target.id), make_context(**changes))


def other(stage: str, **values: Any) -> Record:
    record = led_to(stage).record
    return replace(record, id=an_id(98), values={**record.values, **values})


def changed(fields: dict[str, Any]) -> Try:
    return at("containment", c.ChangeFields(fields))


def closed_elsewhere() -> object:
    """A row is closed in its sheet after its incident was led on here."""
    chain = Chain(make_context())
    fields = {"what_happened": "The lamp fell", "discovered": "2026-11-11", "place": WARD,
              "subcategory": "device.pump", "responsible": ANNA.id}  # fmt: skip
    chain.do(c.ImportIncident(fields, "old.csv", 2, "key 1", ()))
    chain.do(c.MoveToStep("containment"))
    return chain.do(c.TakeSheetChanges({}, (), conclude=True))


PERSON, PLACE = Record(an_id(70), "person", 1), Record(an_id(71), "place", 1)
SETTINGS = Record(an_id(72), "settings", 1)
NEW = Record(an_id(99), "incident")


def in_pack(*commands: p.PackOrder) -> Try:
    """The last of the commands, on the test pack."""

    def attempt() -> object:
        pack = Record(an_id(73), "pack")
        pack = apply(pack, written(pack, p.version_draft("pack_installed", an_id(74), 1, PACK_DATA)))
        for n, command in enumerate(commands):
            (draft,) = p.decide_pack(pack, command, ANNA, lambda n=n: an_id(75 + n))  # type: ignore[misc]  # an int
            pack = apply(pack, written(pack, draft))
        return pack

    return attempt


def nowhere(command: c.Command) -> Try:
    """The command about a record that was never written."""
    return lambda: decide(NEW, command, make_context())


def absence(since: str, until: str | None) -> c.Command:
    return c.AddItem("absences", {"name": "B. Doe", "kind": "away", "since": since, "until": until})


def fixed(order: Callable[[str], c.Command]) -> object:
    chain = led_to("containment")
    chain.do(c.AddItem("decisions", {"what": "Stop", "why": "x"}))
    return chain.do(order(chain.last("decisions")))


def of_knowledge(*commands: c.Command) -> Try:
    """The last of the commands, about a record that the others wrote."""

    def attempt() -> object:
        record = Record(an_id(76), "knowledge")
        for command in commands:
            case = Case(Incident(record), make_context())
            for draft in k.decide_knowledge(record, command, case, ("PROB", 2026, 1)):
                record = apply(record, written(record, draft))
        return record

    return attempt


def known(title: str = "Pumps stop") -> k.OpenKnowledge:
    return k.OpenKnowledge("problem", {"title": title})


def knowledge_of(stage: str, *before: c.Command) -> tuple[Record, Record]:
    record = of_knowledge(known())()
    assert isinstance(record, Record)
    chain = led_to(stage)
    chain.do(*before)
    return record, chain.record


CASES: list[tuple[str, str | None, dict[str, Any], Try]] = [
    # the recovery key
    ("recovery_key_length", "recovery_key", {"count": 55, "limit": 56}, lambda: recovery_key.read("0" * 55)),
    ("recovery_key_mistyped", "recovery_key", {}, lambda: recovery_key.read("1" + "0" * 55)),
    # problems, articles, improvements, hazards
    ("knowledge_unknown", None, {"value": "PROB-1"}, of_knowledge(k.ConcludeKnowledge("PROB-1", "x"))),
    ("knowledge_needs", "title", {}, of_knowledge(known(""))),
    (
        "knowledge_concluded", None, {"number": KNOWN},
        of_knowledge(known(), k.ConcludeKnowledge(KNOWN, "x"), k.ChangeKnowledge(KNOWN, {"title": "y"})),
    ),
    ("knowledge_open", None, {"number": KNOWN}, of_knowledge(known(), k.ReopenKnowledge(KNOWN, "x"))),
    ("knowledge_no_article", None, {"number": KNOWN}, of_knowledge(known(), k.PublishArticle(KNOWN, "2027-01-31"))),
    (
        "review_missing", "review_by", {},
        of_knowledge(k.OpenKnowledge("article", {"title": "x", "article_text": "y"}), k.PublishArticle(KNOWN, "")),
    ),
    ("knowledge_not_linked", "linked", {"number": NUMBER}, lambda: k.unlink(*knowledge_of("containment"), "x")),
    (
        "knowledge_not_linkable", "linked", {"number": NUMBER},
        lambda: k.link(*knowledge_of("containment", c.VoidIncident("x")), an_id(77)),
    ),
    # values
    ("text_unreadable_character", "summary", {}, changed({"summary": "a\x00b"})),
    ("text_too_long", "title", {"length": 501, "limit": 500}, changed({"title": "x" * 501})),
    ("text_too_long", "reason", {"length": 200_001, "limit": 200_000}, at("inbox", c.MarkNotReportable("x" * 200_001))),
    ("text_one_line", "title", {}, changed({"title": "a\nb"})),
    ("not_imported", None, {"number": "WARD3-2026-0042"}, at("containment", c.TakeSheetChanges({}, ()))),
    ("led_on_here", None, {"number": "WARD3-2026-0042"}, closed_elsewhere),
    ("value_of_wrong_kind", "solved_by_measure", {"value": "yes"}, changed({"solved_by_measure": "yes"})),
    ("choice_unknown", "it", {"value": "b", "options": ["a"]}, value(FieldKind.CHOICE, "b")),
    (
        "choice_unknown", "actual_column", {"value": "9", "options": ["1", "2", "3", "4", "5"]},
        at("prioritisation", c.RatePriority("1", "9", "1", "1")),
    ),
    ("number_expected", "workload", {"value": "two"}, changed({"workload": "two"})),
    ("date_expected", "review_date", {"value": "soon"}, changed({"review_date": "soon"})),
    ("time_expected", "occurred", {"value": "noon"}, changed({"occurred": "noon"})),
    # fields and references
    ("field_unknown", "colour", {}, changed({"colour": "red"})),
    ("field_unknown", "device.colour", {}, changed({"device.colour": "red"})),
    ("field_unknown", "colour", {}, at("containment", c.AddItem("whys", {"what": "x", "colour": "red"}))),
    ("person_unknown", "responsible", {"value": "x" * 60}, changed({"responsible": LONG})),
    ("place_unknown", "place", {"value": "x" * 60}, changed({"place": LONG})),
    ("equipment_unknown", "equipment", {"value": "x" * 60}, changed({"equipment": [LONG]})),
    ("value_of_wrong_kind", "equipment", {"value": "7"}, changed({"equipment": [7]})),
    ("category_unknown", "category", {"value": "x" * 60}, changed({"category": LONG})),
    ("subcategory_unknown", "subcategory", {"value": "device.x"}, changed({"subcategory": "device.x"})),
    (
        "subcategory_of_another_category", "subcategory", {"value": "medication.dose"},
        changed({"subcategory": "medication.dose"}),
    ),
    ("priority_by_matrix", "priority", {}, changed({"priority": "high"})),
    ("priority_by_matrix", "actual_row", {}, changed({"actual_row": "1"})),
    ("priority_by_matrix", "priority", {}, lambda: Chain().do(c.RecordIncident({"title": "x", "priority": "high"}))),
    ("title_empty", "title", {}, changed({"title": " "})),
    ("kind_unknown", "kind", {"value": ""}, changed({"kind": None})),
    ("not_allowed", None, {"action": "write", "roles": ["coordinator", "manager"]},
     at("containment", c.ChangeFields({"summary": "x"}), Role.REPORTER)),
    # reports
    ("already_recorded", None, {}, at("inbox", c.RecordIncident({"title": "x"}))),
    ("kind_unknown", "kind", {"value": "disaster"}, lambda: Chain().do(c.RecordIncident({"title": "x"}, "disaster"))),
    ("anonymous_with_name", "reporter_name", {},
     lambda: Chain().do(c.RecordIncident({"title": "x", "reporter_name": "Me"}, anonymous=True))),
    ("anonymous_with_name", "reporter_name", {},
     lambda: Chain().do(c.RecordIncident({"title": "x", "reporter": ANNA.id}, anonymous=True))),
    ("anonymous_accepted", "accept", {},
     lambda: Chain().do(c.RecordIncident({"title": "x"}, anonymous=True, accept=True))),
    ("time_ahead", "occurred", {}, lambda: Chain().do(c.RecordIncident({"title": "x", "occurred": "2027-12-24"}))),
    ("report_empty", "what_happened", {}, lambda: Chain().do(c.RecordIncident({"place": WARD, "title": "\t"}))),
    ("not_in_inbox", None, {"number": NUMBER}, at("containment", c.AcceptReport())),
    ("not_in_inbox", None, {"number": NUMBER}, at("containment", c.MarkNotReportable("x"))),
    ("reason_missing", "reason", {}, at("inbox", c.MarkNotReportable(" \n"))),
    ("not_marked_not_reportable", None, {}, at("inbox", c.ReturnToInbox("x"))),
    ("reason_missing", "reason", {}, after("inbox", c.MarkNotReportable("x"), c.ReturnToInbox(""))),
    ("join_itself", "into", {}, join(led_to("inbox"), led_to("inbox").record)),
    ("join_not_open", "into", {"number": NUMBER}, join(led_to("inbox"), other("inbox"))),
    ("join_not_open", "into", {"number": NUMBER}, join(led_to("inbox"), other("signed"))),
    ("locked_by_sign_off", None, {"number": NUMBER}, join(led_to("signed"), other("containment"))),
    ("record_unknown", "into", {}, join(led_to("inbox"), replace(NEW, id=an_id(98)))),
    # a record that is not there
    *(("record_unknown", None, {}, nowhere(command)) for command in (
        c.AcceptReport(), c.ChangeFields({"title": "x"}), c.AddItem("whys", {"what": "x"}), c.AddNote("x"),
        c.RatePriority("1", "1", "1", "1"), c.MoveToStep("containment"), c.TakeShortPath("x"),
        c.SignOff("author"), c.ReopenIncident("x"), c.VoidIncident("x"), c.ReinstateIncident("x"),
        c.ConcludeIncident(), c.ReturnToInbox("x"), c.MarkNotReportable("x"),
    )),
    # lines of lists
    ("list_unknown", "list", {"value": "x" * 60}, at("containment", c.AddItem(LONG, {}))),
    ("list_by_program", "list", {"list": "sign_offs"}, at("containment", c.AddItem("sign_offs", {}))),
    ("list_by_program", "list", {"list": "joined"}, at("containment", c.AddItem("joined", {}))),
    ("list_by_program", "list", {"list": "attachments"}, at("containment", c.AddItem("attachments", {}))),
    ("item_incomplete", "what", {"list": "actions", "missing": ["what", "kind"]},
     at("containment", c.AddItem("actions", {"what": " "}))),
    ("item_unknown", "item", {}, at("containment", c.ChangeItem("nothing", {}))),
    ("item_unknown", "item", {}, at("containment", c.RemoveItem(an_id(5)))),
    ("no_plan", None, {}, at("containment", c.TickPlan("stop"))),
    ("plan_step_unknown", "step", {"value": "x" * 60},
     after("containment", c.ChangeFields({"plan": "dose.1"}), c.TickPlan(LONG))),
    ("plan_step_done", "step", {"name": "Stop it"},
     after("containment", c.ChangeFields({"plan": "dose.1"}), c.TickPlan("stop"), c.TickPlan("stop"))),
    ("list_by_program", "list", {"list": "plan_steps"}, at("containment", c.AddItem("plan_steps", {}))),
    ("line_fixed", "list", {"list": "decisions"}, lambda: fixed(lambda line: c.ChangeItem(line, {"why": "y"}))),
    ("line_fixed", "list", {"list": "decisions"}, lambda: fixed(c.RemoveItem)),
    ("absence_overlaps", "since", {"since": "2026-11-13"},
     after("containment", absence("2026-11-13", "2026-11-20"), absence("2026-11-20", None))),
    ("times_out_of_order", "until", {"first": "since", "second": "until"},
     at("containment", absence("2026-11-13", "2026-11-12"))),
    ("note_empty", "reason", {}, at("containment", c.AddNote(" \n "))),
    # steps
    ("step_unknown", "step", {"value": "treatment"}, at("containment", c.MoveToStep("treatment"))),
    ("still_in_inbox", None, {"number": NUMBER}, at("inbox", c.MoveToStep("containment"))),
    ("already_at_step", "step", {"step": "containment"}, at("containment", c.MoveToStep("containment"))),
    ("one_step_at_a_time", "step", {"step": "reaction", "expected": "prioritisation"},
     at("containment", c.MoveToStep("reaction"))),
    ("one_step_at_a_time", "step", {"step": "containment", "expected": "conclusion"},
     at("identification", c.MoveToStep("containment"), kind="hazard")),
    ("reason_missing", "reason", {}, at("reaction", c.MoveToStep("containment"))),
    ("reason_missing", "reason", {}, at("containment", c.MoveToStep("prioritisation", override=True))),
    ("not_allowed", None, {"action": "override", "roles": ["manager"]},
     at("containment", c.MoveToStep("prioritisation", reason="x", override=True), Role.COORDINATOR)),
    ("gate_closed", None, {"step": "containment", "missing": ("extent_stated", "measure_or_none_needed"), "count": 2},
     at("containment", c.MoveToStep("prioritisation"))),
    ("short_path_from_containment", None, {}, at("identification", c.TakeShortPath("x"))),
    ("short_path_from_containment", None, {}, at("inbox", c.TakeShortPath("x"))),
    ("conclude_from_conclusion", None, {"number": NUMBER}, at("reaction", c.ConcludeIncident())),
    ("not_open", None, {"number": NUMBER}, at("inbox", c.ConcludeIncident())),
    # standing
    ("priority_unknown", "priority", {"value": "urgent"},
     at("prioritisation", c.RatePriority("1", "1", "1", "1", "urgent", "x"))),
    ("priority_unknown", "priority", {"value": "not_set"},
     at("prioritisation", c.RatePriority("1", "1", "1", "1", "not_set", "x"))),
    ("priority_reason_missing", "reason", {}, at("prioritisation", c.RatePriority("1", "1", "1", "1", "high"))),
    ("sign_in_conclusion", None, {"number": NUMBER}, at("reaction", c.SignOff("author"))),
    ("sign_in_conclusion", None, {"number": NUMBER}, at("signed", c.SignOff("witness"))),
    ("sign_off_unknown", "sign_off", {"value": "king", "options": ["author", "manager", "witness"]},
     at("ready", c.SignOff("king"))),
    ("language_unknown", "language", {"value": "fr"}, at("ready", c.SignOff("author", "fr"))),
    ("not_allowed", None, {"action": "sign", "roles": ["manager"]}, at("ready", c.SignOff("manager"), Role.COORDINATOR)),
    ("already_signed", "sign_off", {}, after("ready", c.SignOff("author"), c.SignOff("author"))),
    ("gate_closed", None, {"step": "conclusion", "missing": ("summary", "review_written"), "count": 2},
     at("conclusion", c.SignOff("author"))),
    ("not_concluded", None, {"number": NUMBER}, at("ready", c.ReopenIncident("x"))),
    ("reason_missing", "reason", {}, at("signed", c.ReopenIncident(" "))),
    ("reason_missing", "reason", {}, at("ready", c.VoidIncident(""))),
    ("already_void", None, {"number": NUMBER}, after("ready", c.VoidIncident("x"), c.VoidIncident("x"))),
    ("already_held", None, {"number": NUMBER}, after("ready", c.HoldIncident("x"), c.HoldIncident("y"))),
    ("not_held", None, {"number": NUMBER}, at("ready", c.LiftHold("x"))),
    ("person_erased", "person", {},
     lambda: d.decide_person(replace(PERSON, values={"erased": {}}), d.ChangePerson("A"), ANNA)),
    ("not_void", None, {"number": NUMBER}, at("ready", c.ReinstateIncident("x"))),
    ("reason_missing", "reason", {}, after("ready", c.VoidIncident("x"), c.ReinstateIncident(""))),
    ("record_closed", None, {"number": NUMBER, "status": "void"},
     after("signed", c.VoidIncident("x"), c.ReopenIncident("x"))),
    # directory
    ("person_unknown", "person", {"value": "Nobody"},
     lambda: d.decide_person(replace(PERSON, position=0), d.ChangePerson("Nobody"), ANNA)),
    ("place_unknown", "place", {"value": "Nowhere"},
     lambda: d.decide_place(replace(PLACE, position=0), d.ChangePlace("Nowhere"), ANNA)),
    ("name_missing", "name", {}, lambda: d.decide_person(PERSON, d.AddPerson("  "), ANNA)),
    ("name_missing", "name", {}, lambda: d.decide_place(PLACE, d.ChangePlace("x", {"name": None}), ANNA)),
    ("role_unknown", "roles", {"value": "king"}, lambda: d.decide_person(PERSON, d.AddPerson("A", ("king",)), ANNA)),
    ("place_kind_unknown", "kind", {"value": "planet"}, lambda: d.decide_place(PLACE, d.AddPlace("A", kind="planet"), ANNA)),
    ("place_in_itself", "parent", {}, lambda: d.decide_place(PLACE, d.ChangePlace("x", {"parent": PLACE.id}), ANNA)),
    *(("code_shape", "code", {"value": code}, lambda code=code: d.decide_place(PLACE, d.AddPlace("A", code=code), ANNA))
      for code in ("ward", "WARD-3", "ÄRZTE", "NINECHARS", "A B")),
    ("place_in_circle", "parent", {},
     lambda: d.check_circle(PLACE, _moved_under(an_id(81)), {an_id(81): an_id(80), an_id(80): PLACE.id})),
    ("equipment_unknown", "equipment", {"value": "Nothing"},
     lambda: e.decide_equipment(Record(an_id(73), "equipment"), e.ChangeEquipment("Nothing"), ANNA)),
    ("asset_taken", "asset", {"value": "A 1", "name": "Pump"},
     lambda: e.check_asset(PLACE, [EntryDraft("x", {"=asset": [None, "A 1"]})], {"a1": (an_id(80), "Pump")})),
    ("last_administrator", "roles", {}, lambda: d.check_administrator(*_giving_up({"roles": ["reporter"]}), [])),
    ("last_administrator", "roles", {},
     lambda: d.check_administrator(*_giving_up({"active": False}), [frozenset({Role.MANAGER})])),
    ("zone_unknown", "zone", {"value": "Mars/Base"},
     lambda: d.decide_settings(SETTINGS, d.ChangeSettings({"zone": "Mars/Base"}), ANNA)),
    ("field_unknown", "colour", {}, lambda: d.decide_settings(SETTINGS, d.ChangeSettings({"colour": "red"}), ANNA)),
    ("field_unknown", "age", {}, lambda: d.decide_person(PERSON, d.ChangePerson("x", {"age": 4}), ANNA)),
    # categories of the pack
    ("category_unknown", "category", {"value": "x" * 60}, in_pack(p.RetireCategory(LONG))),
    ("category_unknown", "category", {"value": "device.x"}, in_pack(p.RenameCategory("device.x", "X"))),
    ("category_unknown", "category", {"value": "nosuch"}, in_pack(p.AddCategory("X", "nosuch"))),
    ("name_missing", "name", {}, in_pack(p.AddCategory(" "))),
    ("text_one_line", "name", {}, in_pack(p.RenameCategory("device", "a\nb"))),
    ("category_name_taken", "name", {"value": "MEDICATION"}, in_pack(p.AddCategory("MEDICATION"))),
    ("category_name_taken", "name", {"value": "Pumpe"}, in_pack(p.RenameCategory("device.monitor", "Pumpe", "de"))),
    ("language_unknown", "language", {"value": "fr"}, in_pack(p.RenameCategory("device", "X", "fr"))),
    ("category_last", "category", {}, in_pack(p.RetireCategory("device"), p.RetireCategory("medication"))),
    # fields of the site's own; more in test_field_editing
    ("own_field_unknown", "field", {"value": "nosuch"}, in_pack(f.RetireField("nosuch"))),
    ("field_label_taken", "label", {"value": "Title"}, in_pack(f.AddField("Title", "text", "reaction"))),
    ("fields_too_many", "field", {"most": MOST_FIELDS},
     in_pack(*(f.AddField(f"Field {n}", "text", "reaction") for n in range(MOST_FIELDS + 1)))),
    ("options_few", "options", {"least": 2}, in_pack(f.AddField("Shift", "choice", "reaction", options=("Early",)))),
    ("options_many", "options", {"most": 60},
     in_pack(f.AddField("Shift", "choice", "reaction", options=tuple(f"Shift {n}" for n in range(61))))),
    ("option_twice", "options", {"value": "Early"},
     in_pack(f.AddField("Shift", "choice", "reaction", options=("Early", "EARLY")))),
    # one line of a list against another
    ("times_out_of_order", "lifted", {"first": "since", "second": "lifted"},
     at("containment", c.AddItem("measures", {"what": "x", "since": "2026-11-13", "lifted": "2026-11-12"}))),
    ("times_out_of_order", "lifted", {"first": "since", "second": "lifted"},
     lambda: _lifted_too_early(led_to("containment"))),
]  # fmt: skip


def _moved_under(parent: str) -> list[EntryDraft]:
    return d.decide_place(PLACE, d.ChangePlace("x", {"parent": parent}), ANNA)


def _giving_up(fields: dict[str, Any]) -> tuple[Record, list[EntryDraft]]:
    """The only administrator, and what takes the role away."""
    person = replace(PERSON, values={"name": "Ola Nord", "roles": ["administrator"], "active": True})
    return person, d.decide_person(person, d.ChangePerson("x", fields), ANNA)


def _lifted_too_early(chain: Chain) -> object:
    chain.do(c.AddItem("measures", {"what": "x", "since": "2026-11-13"}))
    return chain.do(c.ChangeItem(chain.last("measures"), {"lifted": "2026-11-12"}))


CLOSED = {
    "void": ("ready", c.VoidIncident("x")),
    "not_reportable": ("inbox", c.MarkNotReportable("x")),
}
WRITES = (
    c.ChangeFields({"summary": "x"}), c.AddItem("whys", {"what": "x"}), c.AddItem("addenda", {"what": "x"}),
    c.MoveToStep("containment"), c.RatePriority("1", "1", "1", "1"), c.TakeShortPath("x"), c.ConcludeIncident(),
)  # fmt: skip


@pytest.mark.parametrize(("code", "field", "facts", "attempt"), CASES, ids=[case[0] for case in CASES])
def test_that_it_is_refused_with_exactly_these_facts(
    code: str, field: str | None, facts: dict[str, Any], attempt: Try
) -> None:
    with pytest.raises(Refused) as caught:
        attempt()
    assert (caught.value.code, caught.value.field, caught.value.facts) == (code, field, facts)


@pytest.mark.parametrize("command", WRITES, ids=lambda command: type(command).__name__)
@pytest.mark.parametrize("status", CLOSED)
def test_that_a_closed_record_takes_no_change(status: str, command: c.Command) -> None:
    stage, closing = CLOSED[status]
    with pytest.raises(Refused) as caught:
        after(stage, closing, command)()
    assert (caught.value.code, caught.value.facts) == ("record_closed", {"number": NUMBER, "status": status})


LOCKED = (
    c.ChangeFields({"summary": "x"}), c.AddItem("whys", {"what": "x"}), c.AddItem("actions", {"what": "x", "kind": "corrective"}),
    c.MoveToStep("reaction", reason="x"), c.RatePriority("1", "1", "1", "1"), c.TakeShortPath("x"),
)  # fmt: skip


@pytest.mark.parametrize("command", LOCKED, ids=lambda command: type(command).__name__)
@pytest.mark.parametrize("stage", ["one signature", "signed"])
def test_that_a_signed_record_takes_no_change_in_its_steps(stage: str, command: c.Command) -> None:
    chain = led_to("ready" if stage == "one signature" else stage)
    if stage == "one signature":
        chain.do(c.SignOff("author"))
    for refused in (command, *_on_lines(chain)):
        with pytest.raises(Refused) as caught:
            chain.do(refused)
        assert (caught.value.code, caught.value.facts) == ("locked_by_sign_off", {"number": NUMBER})


def _on_lines(chain: Chain) -> tuple[c.Command, ...]:
    measure = chain.last("measures")
    return (c.ChangeItem(measure, {"lifted": "2026-11-20"}), c.RemoveItem(measure))


def test_that_a_signature_is_not_a_line_to_change_or_take_off() -> None:
    chain = led_to("signed")
    signature = chain.last("sign_offs")
    chain.do(c.ReopenIncident("x"))
    for command in (c.ChangeItem(signature, {"name": "Somebody"}), c.RemoveItem(signature)):
        with pytest.raises(Refused, match="list_by_program"):
            chain.do(command)


def test_that_a_refused_command_changes_nothing() -> None:
    chain = led_to("containment")
    before = chain.record
    with pytest.raises(GateClosed):
        chain.do(c.MoveToStep("prioritisation", {"summary": "x"}))
    assert chain.record == before


def test_that_a_conflict_names_what_both_changed() -> None:
    conflict = EditConflict(("title", "place"), 7)
    assert (conflict.code, conflict.facts) == ("edit_conflict", {"keys": ("title", "place"), "position": 7})


def test_that_a_number_is_given_by_whoever_asks_for_a_record() -> None:
    with pytest.raises(ValueError, match="needs a number"):
        decide(NEW, c.RecordIncident({"title": "x"}), make_context(number=None))
    with pytest.raises(ValueError, match="no decision for AddPerson"):
        decide(NEW, d.AddPerson("A"), make_context())


def test_that_every_refusal_of_the_domain_is_tried_here() -> None:
    beside = {"record_closed", "locked_by_sign_off", "gate_closed", "edit_conflict"}
    of_chains = {"sign_off_first", "sign_off_other_person"}  # in test_standing, with a pack that has one
    tried = {case[0] for case in CASES} | beside | of_chains
    assert {each.code for each in raised("Refused", "domain/")} <= tried
