"""Fields of the site's own in a register: written, told, searched, printed, exported; readable when retired."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.errors import GateClosed, Refused
from incident_desk.domain.field_editing import AddField, ChangeField, RestoreField, RetireField
from incident_desk.support.texts import Texts
from incident_desk.usecases.apply_lines import LineApplier
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import draw_record
from incident_desk.usecases.schema import command_schemas
from incident_desk.usecases.show_incident import whole, whole_text
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.own_fields import DECLARED, OWN_FIELDS
from tests.reports.readers import pdfium

VALUES: dict[str, Any] = {
    "site.bed_alarm_on": False, "site.machine_number": "Press 7b", "site.what_neighbours_saw": "smoke\nand a spark",
    "site.shift": "late", "site.rooms_shut": ["kitchen", "yard"], "site.insurer_told": "2026-11-12T09:10",
    "site.back_in_use_on": "2026-12-01", "site.parts_replaced": 2.5, "site.safety_officer": "Maria Manager",
    "site.now_kept_at": "PRESS",
}  # fmt: skip
TOLD = {
    "Bed alarm on": "No", "Machine number": "Press 7b", "Shift": "Late", "Rooms shut": "Kitchen, Yard",
    "Insurer told": "12 Nov 2026, 09:10", "Back in use on": "1 Dec 2026", "Parts replaced": "2.5 pieces",
    "Safety officer": "Maria Manager", "Now kept at": "Press hall",
}  # fmt: skip


def now(desk: Desk, language: str = "en") -> Wording:
    return Wording(Texts(language), read_names(desk.register.queries))


@pytest.fixture
def filled(own_desk: Desk) -> str:
    """An incident in Conclusion with something in every field of the site."""
    own_desk.do(None, *OWN_FIELDS)
    return own_desk.new("conclusion", fields=VALUES)


def test_that_every_kind_is_written_read_and_verified(own_desk: Desk, filled: str) -> None:
    record = own_desk.record(filled)
    assert {key for key in record.values if key.startswith("site.")} == VALUES.keys()
    assert record.values["site.rooms_shut"] == ["kitchen", "yard"]
    assert record.values["site.safety_officer"] == own_desk.person("Maria Manager")
    own_desk.do(filled, c.ChangeFields(dict.fromkeys(VALUES)))
    assert not {key for key in own_desk.record(filled).values if key.startswith("site.")}
    assert own_desk.breaks() == []


def test_that_what_tells_of_people_lies_in_the_part_that_can_be_erased(own_desk: Desk, filled: str) -> None:
    (first, *_) = own_desk.register.queries.entries(filled)
    personal = {f"={field.key}" for field in DECLARED if field.personal}
    assert personal == {"=site.machine_number", "=site.what_neighbours_saw"}
    assert personal <= first.personal_keys


def test_that_the_journal_quotes_the_label(own_desk: Desk, filled: str) -> None:
    own_desk.do(filled, c.ChangeFields({"site.bed_alarm_on": True}))
    own_desk.do(None, ChangeField("bed alarm on", "Bettalarm an", language="de"))
    entries = own_desk.register.queries.entries(filled)
    assert journal_lines(entries, now(own_desk))[-1].what == "changed “Bed alarm on” from No to Yes"
    assert journal_lines(entries, now(own_desk, "de"))[-1].what == "hat „Bettalarm an“ von Nein auf Ja geändert"


def test_that_its_texts_are_found(own_desk: Desk, filled: str) -> None:
    queries, names = own_desk.register.queries, read_names(own_desk.register.queries)
    for words in ("press 7b", "spark"):
        assert [row.row.id for row in find_records(queries, names, words, 5)] == [filled], words


def test_that_they_are_shown_at_the_command_line(own_desk: Desk, filled: str) -> None:
    queries, wording = own_desk.register.queries, now(own_desk)
    fields = whole(queries, filled, wording)["fields"]
    assert {key for key in fields if key.startswith("site.")} == VALUES.keys()
    lines = list(whole_text(queries, filled, wording))
    for label, words in TOLD.items():
        assert f"  {label}: {words}" in lines


def test_that_commands_know_their_values(own_desk: Desk, filled: str) -> None:
    schema = command_schemas(read_names(own_desk.register.queries).pack.all_fields())["ChangeFields"]
    known = schema["properties"]["fields"]["properties"]
    assert known["site.shift"]["anyOf"][0] == {"enum": ["early", "late", "night"]}
    assert known["site.bed_alarm_on"] == {
        "title": "Bed alarm on", "description": "as the nurse found it", "anyOf": [{"type": "boolean"}, {"type": "null"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"site.shift": "noon"}, "choice_unknown"),
        ({"site.parts_replaced": "two"}, "number_expected"),
        ({"site.bed_alarm_on": "yes"}, "value_of_wrong_kind"),
        ({"site.back_in_use_on": "soon"}, "date_expected"),
        ({"site.now_kept_at": "Mars"}, "place_unknown"),
        ({"site.colour": "red"}, "field_unknown"),
    ],
)
def test_that_a_value_that_does_not_fit_is_refused(
    own_desk: Desk, filled: str, fields: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        own_desk.do(filled, c.ChangeFields(fields))
    assert caught.value.code == code


def test_that_they_go_along_when_two_incidents_are_joined(own_desk: Desk, filled: str) -> None:
    into = own_desk.new("containment", fields={"site.shift": "early"})
    own_desk.do(None, RetireField("Machine number"))
    own_desk.do(filled, c.JoinReport(into))
    values = own_desk.record(into).values
    assert {key for key in values if key.startswith("site.")} == VALUES.keys()
    assert (values["site.shift"], values["site.machine_number"]) == ("early", "Press 7b")


# --- the gate ----------------------------------------------------------------------------------------


def test_that_a_needed_field_keeps_the_step_until_it_is_filled_in(own_desk: Desk) -> None:
    record = own_desk.new("identification")
    own_desk.do(None, AddField("Bed alarm on", "yes_no", "identification", needed=True))
    wording = now(own_desk)
    with pytest.raises(GateClosed) as caught:
        own_desk.do(record, c.MoveToStep("containment"))
    assert caught.value.missing == ("site.bed_alarm_on",)
    assert wording.refusal(caught.value) == "Still missing before the next step: Bed alarm on."
    own_desk.do(record, c.ChangeFields({"title": "Looked at again"}))
    assert own_desk.record(record).values["missing"] == ["site.bed_alarm_on"]
    own_desk.do(record, c.MoveToStep("containment", {"site.bed_alarm_on": False}))
    assert own_desk.record(record).values["step"] == 2


def test_that_a_need_that_was_passed_over_is_told_with_its_label(own_desk: Desk, tmp_path: Path) -> None:
    own_desk.do(None, AddField("Bed alarm on", "yes_no", "identification", needed=True))
    record = own_desk.new("identification")
    own_desk.do(record, c.MoveToStep("containment", reason="Nobody knows", override=True))
    assert "Bed alarm on" in paper_text(own_desk, tmp_path, record)
    own_desk.do(None, RetireField("Bed alarm on"))
    own_desk.do(record, c.ChangeFields({"title": "Later"}))
    assert "Bed alarm on" in paper_text(own_desk, tmp_path, record)


# --- retired, changed, and as it was -------------------------------------------------------------------


def test_that_what_is_retired_stays_readable_and_can_come_back(own_desk: Desk, filled: str) -> None:
    for own in OWN_FIELDS:
        own_desk.do(None, RetireField(own.label))
    lines = list(whole_text(own_desk.register.queries, filled, now(own_desk)))
    for label, words in TOLD.items():
        assert f"  {label}: {words}" in lines
    own_desk.do(filled, c.ChangeFields({"site.bed_alarm_on": None}))
    own_desk.do(None, RestoreField("Bed alarm on"))
    field = now(own_desk).field("site.bed_alarm_on")
    assert field is not None
    assert not field.retired
    assert own_desk.breaks() == []


def paper_text(desk: Desk, folder: Path, record: str, language: str = "en", position: int | None = None) -> str:
    services = wire(folder, "en")
    printed = draw_record(services, desk.register, record, now(desk, language), position=position)
    return " ".join(" ".join(pdfium(printed.content)).split())


def test_that_the_paper_tells_them_in_the_part_of_their_step(own_desk: Desk, filled: str, tmp_path: Path) -> None:
    text = paper_text(own_desk, tmp_path, filled)
    before_the_journal = text[: text.rindex("Journal")]
    for label, words in TOLD.items():
        assert label in before_the_journal
        assert words in before_the_journal
    assert "smoke and a spark" in before_the_journal
    order = [
        before_the_journal.index(label) for label in ("Bed alarm on", "Rooms shut", "Parts replaced", "Now kept at")
    ]
    assert order == sorted(order)


def test_that_a_paper_tells_a_field_as_it_was_declared_then(own_desk: Desk, filled: str, tmp_path: Path) -> None:
    before, position = paper_text(own_desk, tmp_path, filled), own_desk.position(filled)
    own_desk.do(None, ChangeField("Shift", "Watch", rename_options={"Late": "Dog watch"}, section="cause"))
    own_desk.do(None, RetireField("Machine number"))
    assert paper_text(own_desk, tmp_path, filled) == before
    own_desk.do(filled, c.ChangeFields({"title": "Later"}))
    after = paper_text(own_desk, tmp_path, filled)
    assert "Watch Dog watch" in after
    assert "Machine number Press 7b" in after, "retired, and still read"
    assert paper_text(own_desk, tmp_path, filled, position=position) == before


def test_that_a_german_paper_has_the_german_label(own_desk: Desk, filled: str, tmp_path: Path) -> None:
    own_desk.do(None, ChangeField("site.shift", "Schicht", rename_options={"Late": "Spät"}, language="de"))
    own_desk.do(filled, c.ChangeFields({"title": "Später"}))
    assert "Schicht Spät" in paper_text(own_desk, tmp_path, filled, "de")
    assert "Shift Late" in paper_text(own_desk, tmp_path, filled)


# --- by apply ----------------------------------------------------------------------------------------


def test_that_apply_takes_the_orders_about_fields(own_desk: Desk, tmp_path: Path) -> None:
    applier = LineApplier(own_desk.register, wire(tmp_path, "en"), own_desk.submitter.actor, Texts("de"))
    lines = (
        '{"command": "AddField", "label": "Schicht", "kind": "choice", "step": "identification",'
        ' "options": ["Früh", "Spät"], "needed": true}',
        '{"command": "ChangeField", "field": "Schicht", "label": "Shift", "language": "en",'
        ' "rename_options": {"Früh": "Early"}, "add_options": ["Nacht"]}',
        '{"command": "RecordIncident", "fields": {"what_happened": "Dark", "site.schicht": "Early"}}',
        '{"command": "RetireField", "field": "Shift"}',
        '{"command": "RestoreField", "field": "Schicht"}',
    )
    for number, line in enumerate(lines, 1):
        result = applier.apply(number, line.encode())
        assert result["ok"], result
    (field,) = read_names(own_desk.register.queries).pack.fields
    assert (field.label["en"], field.label["de"], field.needed, field.retired) == ("Shift", "Schicht", True, False)
    assert [(o.code, o.label["en"], o.label["de"]) for o in field.options] == [
        ("frueh", "Early", "Früh"), ("spaet", "Spät", "Spät"), ("nacht", "Nacht", "Nacht"),
    ]  # fmt: skip
    refused = applier.apply(6, b'{"command": "AddField", "label": "Titel", "kind": "text", "step": "reaction"}')
    assert (refused["code"], refused["refused"]) == (
        "field_label_taken", "Ein anderes Feld heißt schon „Titel“. Wählen Sie eine eigene Bezeichnung.",
    )  # fmt: skip
    assert own_desk.breaks() == []
