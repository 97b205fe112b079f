"""Fields of a site's own: each change is one more version of the pack, and nothing that was written gets lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from incident_desk.domain import pack_editing as p
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.domain.field_editing import AddField, ChangeField, RestoreField, RetireField
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.fields import ASKED_KINDS, MOST_FIELDS, ROOMS, rooms_in
from incident_desk.domain.packs.model import OWN, Pack
from incident_desk.domain.records import Record, apply
from incident_desk.domain.vocabulary import Role, Step
from tests.domain.test_pack_editing import installed
from tests.factories import ACTORS, ANNA, PACK_DATA, named, new_ids, question, written
from tests.hostile import EMPTY, TEXTS
from tests.own_fields import OWN_FIELDS

ALARM = AddField("Bed alarm on", "yes_no", "identification", "place")
SHIFT = AddField("Shift", "choice", "identification", options=("Early", "Late", "Night"))
HOURS = AddField("Hours lost", "number", "reaction", unit="hours", help="about")


def edited(*commands: p.PackOrder, record: Record | None = None) -> Record:
    record, ids = record or installed(), new_ids()
    for command in commands:
        for draft in p.decide_pack(record, command, ANNA, ids):
            record = apply(record, written(record, draft))
    return record


def pack_after(*commands: p.PackOrder) -> Pack:
    return read_pack(edited(*commands).of("versions")[-1].values["content"], KNOWN_NEEDS)


def refusal(*commands: p.PackOrder) -> tuple[str, str | None, dict[str, Any]]:
    with pytest.raises(Refused) as caught:
        edited(*commands)
    return caught.value.code, caught.value.field, dict(caught.value.facts)


def test_that_a_field_of_every_kind_can_be_added_and_is_found_by_its_key() -> None:
    pack = pack_after(*OWN_FIELDS)
    assert {str(field.kind) for field in pack.fields} == ASKED_KINDS.keys()
    alarm = pack.field("site.bed_alarm_on")
    assert alarm is not None
    assert (alarm.label["en"], alarm.label["de"], alarm.kind) == ("Bed alarm on", "Bed alarm on", FieldKind.YES_NO)
    assert (alarm.step, alarm.section, alarm.help["de"]) == (Step.IDENTIFICATION, "place", "as the nurse found it")
    assert pack.fields_in("place") == (alarm,)
    assert [option.code for option in pack.fields[3].options] == ["early", "late", "night"]
    assert pack.fields[7].unit["de"] == "pieces"
    assert [field for field in pack.all_fields() if field.key.startswith(OWN)] == list(pack.fields)


def test_that_a_field_stands_in_the_usual_part_of_its_step_unless_another_is_named() -> None:
    pack = pack_after(*(AddField(step.key, "text", step.key) for step in Step))
    assert [field.section for field in pack.fields] == ["classification", "extent", "effects", "cause", "summary"]
    for section in ROOMS.values():
        (field,) = pack_after(AddField("X", "text", section.step.key, section.key)).fields
        assert (field.step, field.section) == (section.step, section.key)


def test_that_texts_tell_of_people_unless_somebody_says_otherwise() -> None:
    line = AddField("Line", "text", "identification")
    assert [field.personal for field in pack_after(line, ALARM).fields] == [True, False]
    said = pack_after(replace(line, personal=False), replace(ALARM, personal=True))
    assert [field.personal for field in said.fields] == [False, True]
    assert not pack_after(line, ChangeField("line", personal=False)).fields[0].personal


def test_that_two_fields_never_share_a_key() -> None:
    pack = pack_after(AddField("Bed!", "text", "identification"), AddField("Bed?", "text", "identification"))
    assert [field.key for field in pack.fields] == ["site.bed", "site.bed_2"]


def test_that_a_question_of_a_category_called_site_keeps_its_key() -> None:
    site = {
        **named("site", "Site", "Gelände"),
        "subcategories": [named("gate", "Gate", "Tor")],
        "questions": [question("alarm", "text")],
    }
    content = {**PACK_DATA, "categories": [*PACK_DATA["categories"], site]}
    record = Record(installed().id, "pack")
    record = apply(record, written(record, p.version_draft("pack_installed", installed().id, 1, content)))
    after = edited(AddField("Alarm", "yes_no", "identification"), record=record).of("versions")[-1].values["content"]
    pack = read_pack(after, KNOWN_NEEDS)
    assert [field.key for field in pack.fields] == ["site.alarm_2"]
    asked = pack.field("site.alarm")
    assert asked is not None
    assert asked.kind is FieldKind.TEXT


def test_that_no_key_is_one_of_a_list() -> None:
    """ "measures.what" is a column of a list; no field can look like one."""
    assert OWN.rstrip(".") not in LISTS


def test_that_wordings_change_in_one_language_or_in_both() -> None:
    pack = pack_after(HOURS, ChangeField("site.hours_lost", "Ausfall", "ungefähr", "Stunden", language="de"))
    (field,) = pack.fields
    assert (field.label["en"], field.label["de"]) == ("Hours lost", "Ausfall")
    assert (field.help["en"], field.help["de"]) == ("about", "ungefähr")
    assert (field.unit["en"], field.unit["de"]) == ("hours", "Stunden")
    worded = ChangeField("site.hours_lost", help="ungefähr", language="de")
    (following,) = pack_after(HOURS, worded, ChangeField("site.hours_lost", help="", language="de")).fields
    assert (following.help["en"], following.help["de"]) == ("about", "about")
    (english,) = pack_after(HOURS, worded, ChangeField("site.hours_lost", help="", language="en")).fields
    assert (english.help["en"], english.help["de"]) == ("ungefähr", "ungefähr")
    (none,) = pack_after(HOURS, ChangeField("site.hours_lost", help="", language="de")).fields
    assert not none.help
    (bare,) = pack_after(HOURS, ChangeField("site.hours_lost", help="", unit="")).fields
    assert not bare.help
    assert not bare.unit
    (late,) = pack_after(ALARM, ChangeField("site.bed_alarm_on", help="neu", language="de")).fields
    assert (late.help["en"], late.help["de"]) == ("neu", "neu")


def test_that_a_field_moves_to_another_step_and_keeps_all_else() -> None:
    before, after = pack_after(SHIFT).fields[0], pack_after(SHIFT, ChangeField("shift", section="cause")).fields[0]
    assert after == replace(before, step=Step.REACTION, section="cause")


def test_that_answers_are_added_reworded_retired_and_offered_again() -> None:
    change = ChangeField(
        "site.shift", add_options=("Weekend",), rename_options={"late": "Evening"}, retire_options=("Night",),
        language="en",
    )  # fmt: skip
    (field,) = pack_after(SHIFT, change).fields
    assert [(o.code, o.label["en"], o.label["de"], o.retired) for o in field.options] == [
        ("early", "Early", "Early", False), ("late", "Evening", "Late", False), ("night", "Night", "Night", True),
        ("weekend", "Weekend", "Weekend", False),
    ]  # fmt: skip
    (field,) = pack_after(SHIFT, change, ChangeField("site.shift", offer_options=("night",))).fields
    assert not any(option.retired for option in field.options)


def test_that_what_is_left_out_stays() -> None:
    record = edited(replace(HOURS, needed=True))
    assert edited(ChangeField("site.hours_lost"), record=record) == record
    assert p.decide_pack(record, ChangeField("site.hours_lost", "Hours lost"), ANNA, new_ids()) == []


def test_that_a_retired_field_is_still_declared_and_can_come_back() -> None:
    before = pack_after(ALARM)
    pack = pack_after(ALARM, RetireField("site.bed_alarm_on"))
    assert pack.fields == (replace(before.fields[0], retired=True),)
    assert pack_after(ALARM, RetireField("site.bed_alarm_on"), RestoreField("site.bed_alarm_on")) == before


def test_that_the_label_of_a_retired_field_is_free_until_it_comes_back() -> None:
    again = replace(ALARM, kind="choice", options=("On", "Off"))
    pack = pack_after(ALARM, RetireField("site.bed_alarm_on"), again)
    assert [(field.key, field.kind.value) for field in pack.fields] == [
        ("site.bed_alarm_on", "yes_no"), ("site.bed_alarm_on_2", "choice"),
    ]  # fmt: skip
    assert refusal(ALARM, RetireField("site.bed_alarm_on"), again, RestoreField("site.bed_alarm_on")) == (
        "field_label_taken", "label", {"value": "Bed alarm on"},
    )  # fmt: skip


def test_that_every_change_is_a_version_and_the_pack_before_stays() -> None:
    record = edited(ALARM, ChangeField("site.bed_alarm_on", needed=True), RetireField("site.bed_alarm_on"))
    versions = [read_pack(each.values["content"], KNOWN_NEEDS) for each in record.of("versions")]
    assert [[(f.needed, f.retired) for f in pack.fields] for pack in versions] == [
        [], [(False, False)], [(True, False)], [(True, True)],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (SHIFT, "field_added"),
        (ChangeField("site.bed_alarm_on", needed=True), "field_changed"),
        (RetireField("site.bed_alarm_on"), "field_retired"),
    ],
)
def test_that_the_entry_says_what_was_done(command: p.PackOrder, kind: str) -> None:
    assert [draft.kind for draft in p.decide_pack(edited(ALARM), command, ANNA, new_ids())] == [kind]
    gone = edited(ALARM, RetireField("site.bed_alarm_on"))
    (draft,) = p.decide_pack(gone, RestoreField("site.bed_alarm_on"), ANNA, new_ids())
    assert draft.kind == "field_restored"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_that_only_an_administrator_changes_fields(role: Role) -> None:
    for command in (SHIFT, ChangeField("site.bed_alarm_on", "X"), RetireField("site.bed_alarm_on")):
        with pytest.raises(Refused) as caught:
            p.decide_pack(edited(ALARM), command, ACTORS[role], new_ids())
        assert caught.value.code == "not_allowed"


@pytest.mark.parametrize("label", [text for text in TEXTS if len(text) <= 120 and text.strip() and "\x00" not in text])
def test_that_any_label_and_any_answer_is_kept_as_it_was_typed(label: str) -> None:
    (field,) = pack_after(replace(SHIFT, label=label, options=(label, "Another"))).fields
    assert field.label["de"] == label.strip()
    assert field.options[0].label["en"] == label.strip()


def many(number: int) -> list[AddField]:
    return [AddField(f"Field {n}", "text", "identification") for n in range(number)]


REFUSED: dict[str, tuple[tuple[p.PackOrder, ...], tuple[str, str, dict[str, Any]]]] = {
    "no label": ((replace(ALARM, label=" "),), ("name_missing", "label", {})),
    "a label of two lines": ((replace(ALARM, label="a\nb"),), ("text_one_line", "label", {})),
    "a long label": ((replace(ALARM, label="x" * 121),), ("text_too_long", "label", {"length": 121, "limit": 120})),
    "a long help": ((replace(ALARM, help="x" * 301),), ("text_too_long", "help", {"length": 301, "limit": 300})),
    "no kind": (
        (replace(ALARM, kind="category"),),
        ("choice_unknown", "kind", {"value": "category", "options": list(ASKED_KINDS)}),
    ),
    "no step": (
        (replace(ALARM, step="sixth"),),
        ("choice_unknown", "step", {"value": "sixth", "options": [step.key for step in Step]}),
    ),
    "a section of another step": (
        (replace(ALARM, section="cause"),),
        ("choice_unknown", "section", {"value": "cause", "options": rooms_in(Step.IDENTIFICATION)}),
    ),
    "a section without room": (
        (ALARM, ChangeField("site.bed_alarm_on", section="rating")),
        ("choice_unknown", "section", {"value": "rating", "options": list(ROOMS)}),
    ),
    "the label of the program": ((replace(ALARM, label="title"),), ("field_label_taken", "label", {"value": "title"})),
    "its German label": ((replace(ALARM, label="URSACHE"),), ("field_label_taken", "label", {"value": "URSACHE"})),
    "the label of another": ((ALARM, ALARM), ("field_label_taken", "label", {"value": "Bed alarm on"})),
    "one answer": ((replace(SHIFT, options=("Early",)),), ("options_few", "options", {"least": 2})),
    "no answers": ((replace(SHIFT, options=()),), ("options_few", "options", {"least": 2})),
    "an answer twice": (
        (replace(SHIFT, options=("Early", "early")),), ("option_twice", "options", {"value": "Early"}),
    ),
    "a blank answer": ((replace(SHIFT, options=("Early", " ")),), ("name_missing", "options", {})),
    "too many answers": (
        (replace(SHIFT, options=tuple(f"A{n}" for n in range(61))),), ("options_many", "options", {"most": 60}),
    ),
    "all answers but one retired": (
        (SHIFT, ChangeField("site.shift", retire_options=("early", "late"))), ("options_few", "options", {"least": 2}),
    ),
    "an answer nobody knows": (
        (SHIFT, ChangeField("site.shift", retire_options=("noon",))),
        ("choice_unknown", "options", {"value": "noon", "options": ["early", "late", "night"]}),
    ),
    "an answer without words": (
        (SHIFT, ChangeField("site.shift", rename_options={"early": 5})), ("name_missing", "options", {}),
    ),
    "a language nobody knows": (
        (ALARM, ChangeField("site.bed_alarm_on", "X", language="fr")), ("language_unknown", "language", {"value": "fr"}),
    ),
    "a field nobody knows": ((RetireField("x" * 99),), ("own_field_unknown", "field", {"value": "x" * 60})),
    "a field of the program": ((ChangeField("title", "X"),), ("own_field_unknown", "field", {"value": "title"})),
    "too many fields": (tuple(many(MOST_FIELDS + 1)), ("fields_too_many", "field", {"most": MOST_FIELDS})),
    "one too many brought back": (
        (*many(1), RetireField("field_0"), *(AddField(f"New {n}", "text", "reaction") for n in range(MOST_FIELDS)),
         RestoreField("field_0")),
        ("fields_too_many", "field", {"most": MOST_FIELDS}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_that_it_is_refused_with_exactly_these_facts(case: str) -> None:
    commands, told = REFUSED[case]
    assert refusal(*commands) == told


@pytest.mark.parametrize("label", [*EMPTY, "a\x00b", "\ud800"])
def test_that_a_label_nobody_can_read_is_refused(label: str) -> None:
    with pytest.raises(Refused):
        edited(replace(ALARM, label=label))
    with pytest.raises(Refused):
        edited(replace(SHIFT, options=(label, "Another")))
