"""Values, times and refusals in words, in English and German."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.errors import EditConflict, GateClosed, Refused
from incident_desk.domain.fields import CORE
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.text import Text
from incident_desk.domain.values import StatedTime, normalise
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.widgets.time_words import read_typed
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.wording import Wording
from tests.domain.names import NAMES, ROOM, wording
from tests.factories import ANNA, WARD, an_id

EN, DE = wording("en"), wording("de")
MINUTE = 60_000_000


def time(raw: Any) -> Any:
    return normalise(CORE["occurred"], raw, "Europe/Berlin")


@pytest.mark.parametrize(
    ("raw", "en", "de"),
    [
        ("2026-11-12T08:31", "12 Nov 2026, 08:31", "12. Nov. 2026, 08:31"),
        ("2026-03-01", "1 Mar 2026", "1. März 2026"),
        ({"at": "2026-05-12T08:00", "precision": "about"}, "about 12 May 2026, 08:00", "etwa 12. Mai 2026, 08:00"),
        (
            {"earliest": "2026-11-12T08:00", "latest": "2026-11-13T09:30", "precision": "between"},
            "between 12 Nov 2026, 08:00 and 13 Nov 2026, 09:30",
            "zwischen 12. Nov. 2026, 08:00 und 13. Nov. 2026, 09:30",
        ),
        ({"precision": "unknown"}, "not known", "nicht bekannt"),
        (
            {"at": "2026-11-12T08:00", "zone": "America/New_York"},
            "12 Nov 2026, 08:00 (America/New_York)",
            "12. Nov. 2026, 08:00 (America/New_York)",
        ),
        ("2027-10-31T02:30+01:00", "31 Oct 2027, 02:30", "31. Okt. 2027, 02:30"),
        ("2027-03-28T00:30+01:00", "28 Mar 2027, 00:30", "28. März 2027, 00:30"),
    ],
)
def test_that_a_time_is_told_as_exactly_as_it_was_stated(raw: Any, en: str, de: str) -> None:
    assert (EN.stated(time(raw)), DE.stated(time(raw))) == (en, de)


def test_that_a_date_in_another_zone_names_the_zone() -> None:
    day = StatedTime.on(date(2026, 11, 12), "Asia/Tokyo").to_json()
    assert EN.stated(day) == "12 Nov 2026 (Asia/Tokyo)"


def test_that_a_moment_is_told_in_the_registers_zone() -> None:
    moment = 1_794_468_660_123_456
    assert EN.moment(moment) == "12 Nov 2026, 08:31"
    assert DE.moment(moment, seconds=True) == "12. Nov. 2026, 08:31:00"
    assert EN.moment(moment, "UTC") == "12 Nov 2026, 07:31"
    assert EN.moment_with_zone(moment) == "12 Nov 2026, 08:31 (Europe/Berlin)"
    assert Wording(Texts("en")).moment(moment) == "12 Nov 2026, 07:31"


@pytest.mark.parametrize(
    ("minutes", "en", "de"),
    [
        (-5, "0 min", "0 min"), (0, "0 min", "0 min"), (59, "59 min", "59 min"), (60, "1 h", "1 h"),
        (216, "3 h 36 min", "3 h 36 min"), (1440, "1 d", "1 T"), (2700, "1 d 21 h", "1 T 21 h"),
        (1440 * 7 + 300, "7 d", "7 T"),
    ],
)  # fmt: skip
def test_that_a_duration_has_two_parts_at_most(minutes: int, en: str, de: str) -> None:
    assert (EN.duration(minutes * MINUTE), DE.duration(minutes * MINUTE)) == (en, de)


def field(kind: FieldKind, unit: Text = Text("")) -> Field:  # noqa: B008  immutable
    options = (Option("a", Text("First", "Erste")), Option("b", Text("Second", "Zweite"), retired=True))
    return Field("it", kind, Text("It"), Step.IDENTIFICATION, "", options=options, unit=unit)


@pytest.mark.parametrize(
    ("kind", "value", "en", "de"),
    [
        (FieldKind.TEXT, "<b>x</b>", "<b>x</b>", "<b>x</b>"),
        (FieldKind.PROSE, "a\nb", "a\nb", "a\nb"),
        (FieldKind.CHOICE, "a", "First", "Erste"),
        (FieldKind.CHOICE, "b", "Second", "Zweite"),
        (FieldKind.CHOICE, "gone", "gone", "gone"),
        (FieldKind.CHOICES, ["b", "a"], "Second, First", "Zweite, Erste"),
        (FieldKind.YES_NO, True, "Yes", "Ja"),
        (FieldKind.YES_NO, False, "No", "Nein"),
        (FieldKind.DATE, "2026-12-31", "31 Dec 2026", "31. Dez. 2026"),
        (FieldKind.NUMBER, 2.5, "2.5", "2,5"),
        (FieldKind.NUMBER, 1000000, "1000000", "1000000"),
        (FieldKind.NUMBER, 12345.67, "12345.67", "12345,67"),
        (FieldKind.NUMBER, 3.0, "3", "3"),
        (FieldKind.NUMBER, 1e15, "1000000000000000", "1000000000000000"),
        (FieldKind.NUMBER, -0.00001, "-0.00001", "-0,00001"),
        (FieldKind.NUMBER, 0, "0", "0"),
        (FieldKind.PERSON, ANNA.id, "Anna Berg", "Anna Berg"),
        (FieldKind.PERSON, an_id(77), "person not on the list", "nicht gelistete Person"),
        (FieldKind.PLACE, WARD, "Ward 3", "Ward 3"),
        (FieldKind.PLACE, ROOM, "Ward 3, Room 312", "Ward 3, Room 312"),
        (FieldKind.PLACE, an_id(77), an_id(77), an_id(77)),
        (FieldKind.CATEGORY, "device", "Device", "Gerät"),
        (FieldKind.CATEGORY, "gone", "gone", "gone"),
        (FieldKind.SUBCATEGORY, "device.pump", "Pump", "Pumpe"),
        (FieldKind.SUBCATEGORY, "device.gone", "device.gone", "device.gone"),
    ],
)
def test_that_a_value_is_told_by_its_kind(kind: FieldKind, value: Any, en: str, de: str) -> None:
    assert (EN.value(field(kind), value), DE.value(field(kind), value)) == (en, de)
    assert (EN.value(field(kind), None), DE.value(field(kind), ERASED)) == ("", "gelöscht")


def test_that_a_number_carries_its_unit() -> None:
    assert DE.value(CORE["workload"], 2.5) == "2,5 Stunden"
    assert EN.value(field(FieldKind.NUMBER, Text("mm")), 3) == "3 mm"


def test_that_every_field_has_its_label_in_two_languages() -> None:
    assert (EN.label("place"), DE.label("place")) == ("Place", "Ort")
    assert (EN.label("actions.due"), DE.label("actions.due")) == ("Due", "Fällig")
    assert (EN.label("device.serial"), DE.label("nothing")) == ("Serial", "nothing")
    assert [option.code for option in EN.field("actual_row").options] == list("12345")  # type: ignore[union-attr]
    assert Wording(Texts("en")).field("actual_row") is CORE["actual_row"]


@pytest.mark.parametrize(
    ("refused", "en", "de"),
    [
        (
            GateClosed("containment", ("extent_stated", "title")),
            "Still missing before the next step: Extent: what and who is affected; Title.",
            "Vor dem nächsten Schritt fehlt noch: Ausmaß: was und wer betroffen ist; Titel.",
        ),
        (
            EditConflict(("title", "what"), 4),
            "Somebody changed the same thing meanwhile (Title, Question). Your text is kept; look at both and save"
            " again.",
            "Jemand hat dasselbe inzwischen geändert (Titel, Frage). Ihr Text bleibt erhalten; vergleichen Sie beide"
            " und speichern Sie erneut.",
        ),
        (
            Refused("not_allowed", action="accept", roles=["coordinator", "manager"]),
            "This needs the role Coordinator or Manager. Ask somebody who has it.",
            "Dafür ist die Rolle Koordination oder Leitung nötig. Wenden Sie sich an jemanden, der sie hat.",
        ),
        (
            Refused("text_too_long", "summary", length=200_001, limit=200_000),
            "Summary has 200001 characters; 200000 fit. Shorten it or attach it as a file.",
            "Zusammenfassung hat 200001 Zeichen, Platz ist für 200000. Kürzen Sie den Text oder hängen Sie ihn als"
            " Datei an.",
        ),
        (
            Refused("item_incomplete", "kind", list="actions", missing=["what", "kind"]),
            "Still missing here: What, Kind.",
            "Hier fehlt noch: Was, Art.",
        ),
        (
            Refused("times_out_of_order", "lifted", first="since", second="lifted"),
            "Lifted is before In force since. Check the two times.",
            "Aufgehoben liegt vor In Kraft seit. Prüfen Sie die beiden Zeiten.",
        ),
        (
            Refused("one_step_at_a_time", "step", step="reaction", expected="prioritisation"),
            "The next step of this record is Prioritisation. Move it there first.",
            "Der nächste Schritt dieses Vorgangs ist Priorisierung. Gehen Sie zuerst dorthin.",
        ),
        (
            Refused("record_closed", number="W-1", status="void"),
            "W-1 is closed (Void) and cannot be changed.",
            "W-1 ist geschlossen (Ungültig) und kann nicht geändert werden.",
        ),
        (
            Refused("choice_unknown", "could_spread", value="{x}", options=["no", "wider"]),
            'Could it spread does not know "{x}". Choose one of: no, wider.',
            "Ausweitung möglich kennt „{x}“ nicht. Zur Wahl stehen: no, wider.",
        ),
    ],
)  # fmt: skip
def test_that_a_refusal_says_what_is_wrong_and_what_to_do(refused: Refused, en: str, de: str) -> None:
    assert (EN.refusal(refused), DE.refusal(refused)) == (en, de)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("code", "typed"), [("time_expected", "2026-11-12T08:25"), ("date_expected", "2026-11-12")])
def test_that_the_window_shows_times_as_people_write_them(language: str, code: str, typed: str) -> None:
    """Each example is one that the place understands where it is read."""
    refused = Refused(code, "occurred", value="31.2.2027")
    on_the_command_line = wording(language).refusal(refused)
    assert f" {typed}," in on_the_command_line
    in_the_window = Wording(Texts(language), NAMES, in_window=True).refusal(refused)
    example = {"en": "12 Nov 2026", "de": "12.11.2026"}[language]
    hour = {"en": ", 08:25", "de": " 08:25"}[language] if code == "time_expected" else ""
    assert f" {example}{hour}," in in_the_window
    read = read_typed(example + hour, date(2026, 11, 20))
    assert (read.day, read.hour is not None) == (date(2026, 11, 12), bool(hour))


@pytest.mark.parametrize("value", ["{0.__class__}", "{name}", "%s", "${x}", "{", "<b>"])
def test_that_what_a_user_typed_is_never_read_as_a_pattern(value: str) -> None:
    said = EN.refusal(Refused("number_expected", "workload", value=value))
    assert said == f'Work it needs takes a number, not "{value}".'
    assert value in EN.trouble(SurroundingsFailed("register_busy", name=value))


def test_that_an_unknown_language_falls_back_to_english() -> None:
    assert Texts("fr").say("wording.yes") == "Yes"
    assert Text("Only English")["de"] == "Only English"
    assert (dict(Text("a", "b")), len(Text("a")), bool(Text(""))) == ({"en": "a", "de": "b"}, 1, False)


def test_that_patterns_reach_no_further_than_their_facts() -> None:
    with pytest.raises(KeyError):
        EN.texts.say("wording.time_about")
    with pytest.raises(KeyError):
        EN.texts.say("wording.not_there")
    assert NAMES.field("nothing") is None
