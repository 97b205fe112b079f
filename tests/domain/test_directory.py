"""People, places, settings: what their commands write."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain import directory as d
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record, apply
from tests.factories import ANNA, an_id, written

NEW = Record(an_id(70), "person")


def added(record: Record, command: Any) -> Record:
    decide = d.decide_person if isinstance(command, d.AddPerson | d.ChangePerson) else d.decide_place
    (draft,) = decide(record, command, ANNA)
    return apply(record, written(record, draft))


def test_that_a_person_is_added_with_name_and_roles() -> None:
    (draft,) = d.decide_person(NEW, d.AddPerson("Ola Nord", ("reporter", "manager"), "Nurse"), ANNA)
    assert draft.kind == "person_added"
    assert draft.data == {
        "=name": [None, "Ola Nord"], "=roles": [None, ["reporter", "manager"]], "=job": [None, "Nurse"],
        "=active": [None, True],
    }  # fmt: skip
    assert draft.personal == {"=name", "=job"}


def test_that_a_person_who_left_keeps_the_name() -> None:
    person = added(NEW, d.AddPerson("Ola Nord"))
    (draft,) = d.decide_person(person, d.ChangePerson("Ola Nord", {"active": False, "unit": "Ward 3"}), ANNA)
    assert draft.data == {"=active": [True, False], "=unit": [None, "Ward 3"]}
    assert draft.personal == {"=unit"}
    assert d.decide_person(person, d.ChangePerson("Ola Nord", {"name": "Ola Nord"}), ANNA) == []


def test_that_a_place_is_added_below_another() -> None:
    place = Record(an_id(71), "place")
    (draft,) = d.decide_place(place, d.AddPlace("Ward 4", an_id(50), "WARD4", "department"), ANNA)
    assert draft.kind == "place_added"
    assert draft.data == {
        "=name": [None, "Ward 4"], "=parent": [None, an_id(50)], "=code": [None, "WARD4"],
        "=kind": [None, "department"], "=active": [None, True],
    }  # fmt: skip
    assert draft.personal == frozenset()
    there = added(place, d.AddPlace("Ward 4"))
    (draft,) = d.decide_place(there, d.ChangePlace("x", {"name": "Ward 5", "kind": "site"}), ANNA)
    assert draft.data == {"=name": ["Ward 4", "Ward 5"], "=kind": ["place", "site"]}


def test_that_settings_are_changed_one_by_one() -> None:
    record = Record(an_id(72), "settings", 1, {"zone": "UTC"})
    fields = {"zone": "Europe/Berlin", "organisation": "St Brigid", "idle_minutes": 5, "site_code": "MAIN2"}
    (draft,) = d.decide_settings(record, d.ChangeSettings(fields), ANNA)
    assert draft.kind == "settings_changed"
    assert draft.data["=zone"] == ["UTC", "Europe/Berlin"]
    assert draft.data["=idle_minutes"] == [None, 5]


WRONG: list[tuple[Any, dict[str, Any]]] = [
    (d.ChangePerson, {"name": 5}),
    (d.ChangePerson, {"job": ["Nurse"]}),
    (d.ChangePerson, {"roles": "manager"}),
    (d.ChangePerson, {"roles": [["manager"]]}),
    (d.ChangePerson, {"roles": 5}),
    (d.ChangePerson, {"roles": None}),
    (d.ChangePerson, {"active": "false"}),
    (d.ChangePerson, {"active": None}),
    (d.ChangePerson, {"phone": 112}),
    (d.ChangePlace, {"name": ["Ward"]}),
    (d.ChangePlace, {"kind": ["site"]}),
    (d.ChangePlace, {"kind": None}),
    (d.ChangePlace, {"code": 3}),
    (d.ChangePlace, {"active": 0}),
    (d.ChangePlace, {"parent": 7}),
    (d.ChangeSettings, {"organisation": {"a": 1}}),
    (d.ChangeSettings, {"zone": None}),
    (d.ChangeSettings, {"site_code": None}),
    (d.ChangeSettings, {"language": "fr"}),
    (d.ChangeSettings, {"language": 1}),
    (d.ChangeSettings, {"idle_minutes": "ten"}),
    (d.ChangeSettings, {"idle_minutes": 0}),
    (d.ChangeSettings, {"idle_minutes": True}),
    (d.ChangeSettings, {"limits": ["reaction"]}),
    (d.ChangeSettings, {"limits": {"reaction": "5"}}),
    (d.ChangeSettings, {"logo": 5}),
    (d.ChangeSettings, {"pack_id": 5}),
    (d.ChangeSettings, {"epoch": 2}),
]


@pytest.mark.parametrize(("command", "fields"), WRONG)
def test_that_a_value_of_another_kind_is_refused_in_words(command: Any, fields: dict[str, Any]) -> None:
    """A file of commands can hold anything; nothing of it may reach a column that cannot keep it."""
    (key,) = fields
    with pytest.raises(Refused) as caught:
        if command is d.ChangeSettings:
            d.decide_settings(Record(an_id(72), "settings", 1), d.ChangeSettings(fields), ANNA)
        elif command is d.ChangePlace:
            d.decide_place(Record(an_id(71), "place", 1), d.ChangePlace("x", fields), ANNA)
        else:
            d.decide_person(Record(an_id(70), "person", 1), d.ChangePerson("x", fields), ANNA)
    assert caught.value.field == {"site_code": "code"}.get(key, key)


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_that_unreadable_characters_are_refused_in_names(text: str) -> None:
    with pytest.raises(Refused, match="text_unreadable_character"):
        d.decide_person(NEW, d.AddPerson(text), ANNA)
    with pytest.raises(Refused, match="text_unreadable_character"):
        d.decide_place(Record(an_id(71), "place"), d.AddPlace(text), ANNA)
