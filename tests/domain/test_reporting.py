"""Reports: what filing writes, and what triage makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.decisions import decide_join
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record, apply
from incident_desk.domain.vocabulary import Kind, Status, Step
from tests.factories import ANNA, REPORT, START, WARD, Chain, an_id, led_to, make_context, written


def test_that_a_report_gets_its_number_and_waits_in_the_inbox() -> None:
    chain = led_to("inbox")
    incident = chain.incident
    assert (incident.number, incident.status, incident.step, incident.kind) == (
        "WARD3-2026-0042", Status.INBOX, None, Kind.INCIDENT,
    )  # fmt: skip
    assert {key: chain.values[key] for key in ("unit", "year", "serial")} == {
        "unit": "WARD3", "year": 2026, "serial": 42,
    }  # fmt: skip
    assert incident.missing == ()
    assert incident.route == tuple(Step)


def test_that_a_report_keeps_its_words_as_they_came() -> None:
    chain = led_to("inbox")
    assert chain.values["what_happened"] == REPORT["what_happened"]
    assert chain.values["discovered"]["earliest"] == "2026-11-12T07:31:00Z"
    assert chain.values["place"] == WARD
    assert "occurred" not in chain.values
    assert "reported" not in chain.values


def test_that_the_entry_keeps_free_text_apart_from_codes_and_times() -> None:
    (entry,) = led_to("inbox", fields={"title": "Pump too fast", "immediate_action": "Stopped it"}).entries
    assert entry.kind == "reported"
    assert entry.personal_keys == {"=what_happened", "=title", "=immediate_action"}


@pytest.mark.parametrize("kind", list(Kind))
def test_that_a_report_has_one_of_four_kinds(kind: Kind) -> None:
    assert led_to("inbox", kind=str(kind)).incident.kind is kind


def test_that_a_report_without_a_title_gets_one_from_its_first_sentence() -> None:
    chain = led_to("inbox")
    assert chain.values["title"] == "The pump ran ten times too fast"
    assert chain.values["title_made"] is True
    chain.do(c.ChangeFields({"title": "Pump too fast"}))
    assert chain.values["title"] == "Pump too fast"
    assert "title_made" not in chain.values


def test_that_a_title_alone_is_enough_for_a_report() -> None:
    chain = Chain()
    chain.do(c.RecordIncident({"title": "Wet floor"}))
    assert chain.values["title"] == "Wet floor"
    assert "title_made" not in chain.values
    assert "what_happened" not in chain.values


def test_that_an_anonymous_report_names_nobody() -> None:
    chain = Chain()
    (entry,) = chain.do(c.RecordIncident(REPORT, anonymous=True))
    assert chain.values["anonymous"] is True
    assert not {"reporter", "reporter_name"} & chain.values.keys()
    assert ANNA.id is not None
    assert ANNA.id not in str(entry.data)
    assert ANNA.name not in str(entry.data)


def test_that_accepting_opens_the_first_step() -> None:
    chain = led_to("inbox")
    entries = chain.do(c.AcceptReport(ANNA.id))
    assert [entry.kind for entry in entries] == ["accepted"]
    assert (chain.incident.status, chain.incident.step) == (Status.OPEN, Step.IDENTIFICATION)
    assert chain.values["responsible"] == ANNA.id
    assert chain.incident.mark(Step.IDENTIFICATION) == {
        "entered": START + 60_000_000, "by": ANNA.id, "pack": "test 1.1",
    }  # fmt: skip
    assert chain.incident.missing == ("category",)


def test_that_accepting_without_a_name_leaves_responsible_open() -> None:
    chain = led_to("inbox")
    chain.do(c.AcceptReport())
    assert "responsible" not in chain.values
    assert chain.incident.missing == ("category", "responsible")


def test_that_a_report_can_be_set_aside_and_looked_at_again() -> None:
    chain = led_to("inbox")
    (aside,) = chain.do(c.MarkNotReportable("A service request"))
    assert (chain.incident.status, aside.kind) == (Status.NOT_REPORTABLE, "not_reportable")
    assert aside.data["reason"] == "A service request"
    assert "reason" in aside.personal_keys
    (back,) = chain.do(c.ReturnToInbox("It was one after all"))
    assert (chain.incident.status, back.kind) == (Status.INBOX, "returned_to_inbox")
    assert back.data["reason"] == "It was one after all"


def test_that_a_joined_report_leaves_its_words_with_the_other_record() -> None:
    report = led_to("inbox", fields={"reporter_name": "Night shift"})
    context = make_context(number=None)
    target = led_to("containment")
    other = replace(target.record, id=an_id(98))
    leaving, receiving = decide_join(report.record, other, c.JoinReport(an_id(98), "The same pump"), context)
    left = apply(report.record, written(report.record, leaving[0]))
    taken = apply(other, written(other, receiving[0]))
    assert left.values["status"] == Status.JOINED
    assert left.values["joined_to"] == an_id(98)
    assert left.values["joined_number"] == "WARD3-2026-0042"
    assert leaving[0].data["reason"] == "The same pump"
    (line,) = taken.of("joined")
    assert line.values == {
        "number": "WARD3-2026-0042", "what_happened": REPORT["what_happened"], "reporter_name": "Night shift",
    }  # fmt: skip
    assert receiving[0].personal == {".what_happened", ".reporter_name"}


def test_that_a_new_record_knows_nothing_of_other_kinds() -> None:
    assert Chain().record == Record(an_id(99), "incident")


def test_that_what_it_is_instead_is_said_and_goes_when_it_comes_back() -> None:
    chain = led_to("inbox")
    (entry,) = chain.do(c.MarkNotReportable("Only asked for a key", "service_request"))
    assert entry.data["=instead"] == [None, "service_request"]
    chain.do(c.ReturnToInbox("It was one after all"))
    assert "instead" not in chain.values
    with pytest.raises(Refused) as caught:
        chain.do(c.MarkNotReportable("x", "unheard_of"))
    assert caught.value.code == "choice_unknown"
