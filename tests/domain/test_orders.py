"""Orders: every command as JSON, what is wrong with a line that is none, and the schema that says so before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain import field_editing as f
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain import pack_editing as p
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE_FIELDS, RATING_KEYS
from incident_desk.usecases.orders import ON_INCIDENT, ORDERS, AttachFile, SetSecret, Undo, read_order
from incident_desk.usecases.schema import command_schemas
from tests.factories import PACK, an_id

LINE, KNOWN = "WARD3-2026-0042", "PROB-2026-0001"
EXAMPLES: dict[str, tuple[dict[str, Any], c.Command]] = {
    "RecordIncident": (
        {"fields": {"title": "Wet floor", "occurred": "2026-11-12"}, "kind": "hazard", "anonymous": True, "accept": False},
        c.RecordIncident({"title": "Wet floor", "occurred": "2026-11-12"}, "hazard", True, False),
    ),
    "AcceptReport": ({"responsible": "Anna Berg"}, c.AcceptReport("Anna Berg")),
    "MarkNotReportable": (
        {"reason": "A request", "instead": "service_request"}, c.MarkNotReportable("A request", "service_request"),
    ),
    "ReturnToInbox": ({"reason": "After all"}, c.ReturnToInbox("After all")),
    "JoinReport": ({"into": LINE, "reason": "Same pump"}, c.JoinReport(LINE, "Same pump")),
    "ChangeFields": (
        {"fields": {"workload": 2.5, "weakness": ["skill"], "lesson": None, "device.serial": "8"}, "reason": "x"},
        c.ChangeFields({"workload": 2.5, "weakness": ["skill"], "lesson": None, "device.serial": "8"}, "x"),
    ),
    "AddItem": (
        {"list": "measures", "fields": {"what": "x", "lifted": {"precision": "about", "at": "2026-11-12T08:00"}}},
        c.AddItem("measures", {"what": "x", "lifted": {"precision": "about", "at": "2026-11-12T08:00"}}),
    ),
    "ChangeItem": (
        {"item": an_id(1), "fields": {"done": "2026-11-20"}, "reason": "x"},
        c.ChangeItem(an_id(1), {"done": "2026-11-20"}, "x"),
    ),
    "RemoveItem": ({"item": an_id(1), "reason": "twice"}, c.RemoveItem(an_id(1), "twice")),
    "TickPlan": (
        {"step": "stop", "person": "Anna Berg", "done": "2026-11-12T10:00", "note": "at once"},
        c.TickPlan("stop", "Anna Berg", "2026-11-12T10:00", "at once"),
    ),
    "AddNote": ({"text": "Rang the maker"}, c.AddNote("Rang the maker")),
    "AttachFile": (
        {"file": "photo.png", "name": "Pump", "note": "n", "replaces": an_id(2)},
        AttachFile("photo.png", "Pump", "n", an_id(2)),
    ),
    "RatePriority": (
        {"actual_row": "1", "actual_column": "2", "potential_row": "3", "potential_column": "4", "priority": "high",
         "reason": "x"},
        c.RatePriority("1", "2", "3", "4", "high", "x"),
    ),
    "MoveToStep": (
        {"step": "reaction", "fields": {"workload": 1}, "reason": "x", "override": True, "emergency": False},
        c.MoveToStep("reaction", {"workload": 1}, "x", True, False),
    ),
    "TakeShortPath": ({"reason": "Solved"}, c.TakeShortPath("Solved")),
    "SignOff": ({"sign_off": "author", "language": "de", "secret": "correct horse"}, c.SignOff("author", "de")),
    "ConcludeIncident": ({"reason": "x", "override": True}, c.ConcludeIncident("x", True)),
    "ReopenIncident": ({"reason": "x"}, c.ReopenIncident("x")),
    "VoidIncident": ({"reason": "x"}, c.VoidIncident("x")),
    "ReinstateIncident": ({"reason": "x"}, c.ReinstateIncident("x")),
    "HoldIncident": ({"reason": "x"}, c.HoldIncident("x")),
    "LiftHold": ({"reason": "x"}, c.LiftHold("x")),
    "Undo": ({"undo": an_id(3)}, Undo(an_id(3))),
    "AddPerson": (
        {"name": "Anna", "roles": ["manager"], "job": "Nurse", "unit": "Ward 3", "phone": "12"},
        d.AddPerson("Anna", ("manager",), "Nurse", "Ward 3", "12"),
    ),
    "ChangePerson": ({"person": "Anna", "fields": {"active": False}}, d.ChangePerson("Anna", {"active": False})),
    "SetSecret": ({"person": "Anna", "secret": "correct horse"}, SetSecret("Anna", "correct horse")),
    "AddPlace": (
        {"name": "Ward 4", "parent": None, "code": "WARD4", "kind": "department"},
        d.AddPlace("Ward 4", None, "WARD4", "department"),
    ),
    "ChangePlace": ({"place": "Ward 4", "fields": {"name": "Ward 5"}}, d.ChangePlace("Ward 4", {"name": "Ward 5"})),
    "AddEquipment": (
        {"name": "Pump", "asset": "A-1", "serial": "S", "lot": "L", "udi": "U", "maker": "M", "model": "X", "place": None},
        e.AddEquipment("Pump", "A-1", "S", "L", "U", "M", "X"),
    ),
    "ChangeEquipment": (
        {"equipment": "A-1", "fields": {"name": "Old pump"}}, e.ChangeEquipment("A-1", {"name": "Old pump"}),
    ),
    "ChangeSettings": ({"fields": {"zone": "Europe/Berlin"}}, d.ChangeSettings({"zone": "Europe/Berlin"})),
    "AddCategory": (
        {"name": "Parking", "parent": "device", "first": "Barrier"}, p.AddCategory("Parking", "device", "Barrier"),
    ),
    "RenameCategory": (
        {"category": "device.pump", "name": "Pumps", "language": "en"}, p.RenameCategory("device.pump", "Pumps", "en"),
    ),
    "RetireCategory": ({"category": "Device", "retired": False}, p.RetireCategory("Device", False)),
    "AddField": (
        {"label": "Shift", "kind": "choice", "step": "identification", "options": ["Early", "Late"], "needed": True},
        f.AddField("Shift", "choice", "identification", options=("Early", "Late"), needed=True),
    ),
    "ChangeField": (
        {"field": "Shift", "help": "", "language": "de", "rename_options": {"Late": "Spät"}, "retire_options": ["Early"]},
        f.ChangeField("Shift", help="", language="de", rename_options={"Late": "Spät"}, retire_options=("Early",)),
    ),
    "RetireField": ({"field": "site.shift"}, f.RetireField("site.shift")),
    "RestoreField": ({"field": "site.shift"}, f.RestoreField("site.shift")),
    "OpenKnowledge": (
        {"kind": "hazard", "fields": {"title": "Wet floor", "review_by": "2027-01-31"}, "incidents": [LINE]},
        k.OpenKnowledge("hazard", {"title": "Wet floor", "review_by": "2027-01-31"}, (LINE,)),
    ),
    "ChangeKnowledge": (
        {"knowledge": KNOWN, "fields": {"symptom": None}}, k.ChangeKnowledge(KNOWN, {"symptom": None}),
    ),
    "LinkIncident": ({"knowledge": KNOWN, "linked": LINE}, k.LinkIncident(KNOWN, LINE)),
    "UnlinkIncident": ({"knowledge": KNOWN, "linked": LINE, "reason": "x"}, k.UnlinkIncident(KNOWN, LINE, "x")),
    "ConcludeKnowledge": ({"knowledge": KNOWN, "reason": "x"}, k.ConcludeKnowledge(KNOWN, "x")),
    "ReopenKnowledge": ({"knowledge": KNOWN, "reason": "x"}, k.ReopenKnowledge(KNOWN, "x")),
    "PublishArticle": (
        {"knowledge": "ART-2026-0001", "review_by": "2027-01-31"}, k.PublishArticle("ART-2026-0001", "2027-01-31"),
    ),
}  # fmt: skip


def line(name: str, **changes: Any) -> dict[str, Any]:
    incident = {"incident": LINE} if name in ON_INCIDENT else {}
    return {"command": name, **incident, **EXAMPLES[name][0], **changes}


def refusal(data: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refused) as caught:
        read_order(data)
    return caught.value.code, caught.value.facts


def test_that_every_command_has_an_example() -> None:
    assert EXAMPLES.keys() == ORDERS.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_a_line_becomes_its_command(name: str) -> None:
    data = line(name, op_id=an_id(4), seen=7)
    order = read_order(json.loads(json.dumps(data)))
    assert order.command == EXAMPLES[name][1]
    assert (order.name, order.op_id, order.seen) == (name, an_id(4), 7)
    assert order.incident == (LINE if name in ON_INCIDENT else None)
    assert order.secret == ("correct horse" if name == "SignOff" else None)


@pytest.mark.parametrize(
    "given_id", [an_id(4).upper(), an_id(4).replace("-", ""), f"{{{an_id(4)}}}", f"urn:uuid:{an_id(4)}"]
)
def test_that_an_op_id_is_kept_in_its_canonical_form(given_id: str) -> None:
    assert read_order(line("AddNote", op_id=given_id)).op_id == an_id(4)


@pytest.mark.parametrize(
    ("data", "code", "facts"),
    [
        ([], "command_unreadable", {"problem": "it is not an object"}),
        ("AddNote", "command_unreadable", {"problem": "it is not an object"}),
        ({}, "command_unknown", {"value": "None"}),
        ({"command": 5}, "command_unknown", {"value": "5"}),
        ({"command": ["AddNote"]}, "command_unknown", {"value": "['AddNote']"}),
        ({"command": "x" * 99}, "command_unknown", {"value": "x" * 60}),
        ({"command": "Command"}, "command_unknown", {"value": "Command"}),
        (
            {"command": "AddNote", "text": "x"}, "argument_missing", {"command": "AddNote", "value": "incident"},
        ),
        (line("AddNote", incident=5), "argument_wrong", {"command": "AddNote", "value": "incident", "wanted": "a text"}),
        (line("AddNote", seen="5"), "argument_wrong", {"command": "AddNote", "value": "seen", "wanted": "a whole number"}),
        (line("AddNote", seen=True), "argument_wrong", {"command": "AddNote", "value": "seen", "wanted": "a whole number"}),
        (line("AddNote", op_id="17"), "argument_wrong", {"command": "AddNote", "value": "op_id", "wanted": "an id (UUID)"}),
        (line("SignOff", secret=5), "argument_wrong", {"command": "SignOff", "value": "secret", "wanted": "a text"}),
        (line("AddNote", text=5), "argument_wrong", {"command": "AddNote", "value": "text", "wanted": "a text"}),
        (
            line("RecordIncident", anonymous="no"), "argument_wrong",
            {"command": "RecordIncident", "value": "anonymous", "wanted": "true or false"},
        ),
        (
            line("RecordIncident", fields=[]), "argument_wrong",
            {"command": "RecordIncident", "value": "fields", "wanted": "an object"},
        ),
        (
            line("AddPerson", roles="manager"), "argument_wrong",
            {"command": "AddPerson", "value": "roles", "wanted": "a list of texts"},
        ),
        (
            line("AddPerson", roles=[1]), "argument_wrong",
            {"command": "AddPerson", "value": "roles", "wanted": "a list of texts"},
        ),
        (
            line("AddNote", colour="red"), "argument_unknown",
            {"command": "AddNote", "value": "colour", "options": "text"},
        ),
    ],
)  # fmt: skip
def test_that_what_is_wrong_with_a_line_is_told(data: Any, code: str, facts: dict[str, Any]) -> None:
    assert refusal(data) == (code, facts)


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_every_argument_without_a_default_is_asked_for(name: str) -> None:
    needed = set(command_schemas()[name]["required"]) - {"command", "incident"}
    for key in needed:
        lacking = {each: value for each, value in line(name).items() if each != key}
        assert refusal(lacking) == ("argument_missing", {"command": name, "value": key})
    without_rest = {each: value for each, value in line(name).items() if each in {"command", "incident", *needed}}
    assert read_order(without_rest).name == name


def test_that_fields_of_null_are_no_fields() -> None:
    assert read_order(line("MoveToStep", fields=None)).command == c.MoveToStep("reaction", {}, "x", True)


@given(
    st.dictionaries(
        st.sampled_from(["command", "incident", "op_id", "seen", "secret", "fields", "text", "roles"]),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=5)
        | st.sampled_from(sorted(ORDERS))
        | st.lists(st.text(max_size=2), max_size=2)
        | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    )
)
def test_that_any_object_is_an_order_or_a_refusal(data: dict[str, Any]) -> None:
    try:
        order = read_order(data)
    except Refused:
        return
    assert type(order.command) is ORDERS[data["command"]]


# --- schemas -----------------------------------------------------------------------------------------

TYPES = {"string": str, "boolean": bool, "object": dict, "array": list, "null": type(None)}
TELLING = {"$schema", "title", "description", "default", "examples", "format"}


def problems(schema: dict[str, Any], value: Any, at: str = "$") -> list[str]:
    """What the value breaks of the schema: the part of JSON Schema that is used, and nothing beyond it."""
    found = []
    for word, rule in schema.items():
        found += [] if word in TELLING else _broken(word, rule, schema, value, at)
    return found


def _broken(word: str, rule: Any, schema: dict[str, Any], value: Any, at: str) -> list[str]:
    match word:
        case "type":
            kinds = [rule] if isinstance(rule, str) else rule
            return [] if any(_is(kind, value) for kind in kinds) else [f"{at} is not {rule}"]
        case "const":
            return [] if value == rule else [f"{at} is not {rule}"]
        case "enum":
            return [] if value in rule else [f"{at} is none of {rule}"]
        case "maxLength":
            return [] if not isinstance(value, str) or len(value) <= rule else [f"{at} is too long"]
        case "items":
            lines = enumerate(value) if isinstance(value, list) else ()
            return [each for number, line in lines for each in problems(rule, line, f"{at}[{number}]")]
        case "anyOf":
            return [] if any(not problems(one, value, at) for one in rule) else [f"{at} fits nothing"]
        case "oneOf":
            return [] if sum(not problems(one, value, at) for one in rule) == 1 else [f"{at} fits not one"]
        case "properties":
            known = ((key, value[key]) for key in rule if isinstance(value, dict) and key in value)
            return [each for key, inner in known for each in problems(rule[key], inner, f"{at}.{key}")]
        case "required":
            return [f"{at}.{key} is missing" for key in rule if key not in value]
        case "additionalProperties":
            extra = value.keys() - schema["properties"].keys() if isinstance(value, dict) else ()
            return [f"{at}.{key} is unknown" for key in extra if not rule]
        case "propertyNames":
            return [each for key in value for each in problems(rule, key, f"{at}.{key}")]
        case _:
            raise AssertionError(f"JSON Schema has no {word!r}, or this check does not know it")


def _is(kind: str, value: Any) -> bool:
    if kind in {"number", "integer"}:
        return isinstance(value, int if kind == "integer" else int | float) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])


SCHEMAS = command_schemas(PACK.all_fields())


def test_that_every_command_has_a_schema_of_its_own() -> None:
    assert SCHEMAS.keys() == ORDERS.keys()
    for name, schema in SCHEMAS.items():
        assert schema["title"] == name
        assert schema["description"].endswith((".", "..."))
        assert all(each["description"] for key, each in schema["properties"].items() if key != "command")
    assert json.loads(json.dumps(SCHEMAS)) == SCHEMAS


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_an_example_that_is_accepted_fits_its_schema(name: str) -> None:
    assert problems(SCHEMAS[name], line(name, op_id=an_id(4), seen=7)) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_a_schema_refuses_what_is_refused(name: str) -> None:
    assert problems(SCHEMAS[name], line(name, colour="red")) == ["$.colour is unknown"]
    assert problems(SCHEMAS[name], line(name, seen="7")) == ["$.seen is not integer"]
    assert problems(SCHEMAS[name], {"command": name})[:1] != [] or len(SCHEMAS[name]["required"]) == 1
    assert "$.command is not " + name in problems(SCHEMAS[name], line(name, command="Other"))


def test_that_the_schema_knows_every_field_but_those_of_the_matrix() -> None:
    known = SCHEMAS["ChangeFields"]["properties"]["fields"]["properties"].keys()
    core = {field.key for field in CORE_FIELDS} - {*RATING_KEYS, "priority", "priority_reason"}
    assert known == core | {field.key for field in PACK.all_questions()}


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("title", ["x", None], [5, "x" * 501]),
        ("could_spread", ["wider", None], ["far", 1]),
        ("weakness", [["skill"], []], ["skill", ["far"]]),
        ("solved_by_measure", [True, None], ["yes", 1]),
        ("workload", [1, 2.5], ["1", True]),
        ("occurred", ["2026-11-12", {"precision": "unknown"}], [5, {"when": "noon"}]),
        ("review_date", ["2026-11-12"], [20261112]),
        ("device.recalled", [False], ["no"]),
    ],
)
def test_that_the_schema_of_a_field_is_that_of_its_kind(key: str, good: list[Any], bad: list[Any]) -> None:
    for value in good:
        assert problems(SCHEMAS["ChangeFields"], line("ChangeFields", fields={key: value})) == []
    for value in bad:
        assert problems(SCHEMAS["ChangeFields"], line("ChangeFields", fields={key: value})) != []
