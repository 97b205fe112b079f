"""Erasing somebody in the whole register, on three engines: every incident, then the person, who never signs in again."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.directory import AddPerson, ChangePerson
from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge_orders import OpenKnowledge
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.erasing.erase import Order
from incident_desk.usecases.erasing.everywhere import Everywhere, erase_everywhere, look_everywhere
from incident_desk.usecases.knowledge.rows import KnowledgeFilter
from incident_desk.usecases.secrets import set_secret
from tests.factories import Desk, open_desk
from tests.storage.test_erasing import BASIS, cells

NAME = "Winifred Oxbarrow"
PART = "oxbarrow"


def orders(found: Everywhere) -> dict[str, Order]:
    """Everything goes, but titles and stories are worded anew."""
    return {
        look.id: Order(
            look.words, BASIS, "asked", {
                each.place: "A colleague" if each.place in {"=title", "=what_happened"} else None
                for each in look.lost.found
            }, frozenset(file.place for file in look.files if file.found), look.position,
        )
        for look in found.looks
    }  # fmt: skip


def staffed(desk: Desk) -> list[str]:
    """Three incidents: one names her in its past alone, one by her id alone, one in its text and a signature."""
    desk.do(None, AddPerson(NAME, ("coordinator", "manager"), "Ward sister", "Ward 3", "555-0173"))
    set_secret(desk.register, desk.submitter.actor, desk.person(NAME), "a long secret", uuid7())
    past, pointed, signed = desk.new("identification"), desk.new("identification"), desk.new("ready")
    desk.do(past, c.ChangeFields({"cause": f"{NAME} slept"}))
    desk.do(past, c.ChangeFields({"cause": "Nobody slept"}))
    desk.do(pointed, c.ChangeFields({"responsible": NAME}))
    desk.acting_as(NAME).do(signed, c.SignOff("author"))
    return [past, pointed, signed]


def test_that_she_is_found_and_erased_everywhere(own_desk: Desk) -> None:
    desk = own_desk
    past, pointed, signed = staffed(desk)
    person = desk.person(NAME)
    found = look_everywhere(desk.register, NAME, ["Oxbarrow"])
    assert (found.person, [look.id for look in found.looks]) == (person, [past, signed])
    assert found.pointing == 2  # as responsible and as who signed
    op_id = uuid7()
    done = erase_everywhere(desk.submitter, op_id, found, orders(found), BASIS, "asked")
    assert (len(done.done), done.left, done.person) == (2, (), True)
    desk.register.wipe()
    assert desk.breaks() == []
    assert not [cell for cell in cells(desk.address) if PART in cell.lower() or "555-0173" in cell]
    row = next(each for each in desk.register.queries.people() if each.id == person)
    assert row.name.startswith("Erased person 20")
    assert (row.phone, row.job, row.active, row.has_secret, row.roles) == ("", "", False, False, frozenset())
    assert {each.op_id for each in desk.register.queries.entries(past) if each.kind == "erased"} == {op_id}
    assert desk.record(pointed).values["responsible"] == person


def test_that_who_was_erased_never_comes_back(desk: Desk) -> None:
    desk.do(None, AddPerson("Hubert Zwingli"))
    person = desk.person("Hubert Zwingli")
    found = look_everywhere(desk.register, "Hubert Zwingli")
    assert erase_everywhere(desk.submitter, uuid7(), found, {}, BASIS, "asked").person
    with pytest.raises(Refused) as refused:
        desk.do(person, ChangePerson(person, {"active": True}))
    assert refused.value.code == "person_erased"
    with pytest.raises(Refused) as refused:
        set_secret(desk.register, desk.submitter.actor, person, "a long secret", uuid7())
    assert refused.value.code == "person_erased"


def test_that_the_last_administrator_stays(sqlite_desk: Desk) -> None:
    incident = sqlite_desk.new(fields={"reporter_name": "Anna Berg"})
    position = sqlite_desk.position(incident)
    found = look_everywhere(sqlite_desk.register, "Anna Berg")
    with pytest.raises(Refused) as refused:
        erase_everywhere(sqlite_desk.submitter, uuid7(), found, orders(found), BASIS, "asked")
    assert refused.value.code == "last_administrator"
    assert sqlite_desk.person("Anna Berg")
    assert sqlite_desk.position(incident) == position


def test_that_an_incident_without_wording_is_left_and_the_person_waits(desk: Desk) -> None:
    first, second = (desk.new("identification", fields={"reporter_name": "Otmar Pfiff"}) for _ in range(2))
    desk.do(None, AddPerson("Otmar Pfiff"))
    found = look_everywhere(desk.register, "Otmar Pfiff")
    half = {id_: order for id_, order in orders(found).items() if id_ == first}
    done = erase_everywhere(desk.submitter, uuid7(), found, half, BASIS, "asked")
    assert [(each.id, each.reason.code) for each in done.left] == [(second, "erase_not_worded")]
    assert not done.person
    again = look_everywhere(desk.register, "Otmar Pfiff")
    assert [look.id for look in again.looks] == [second]
    assert erase_everywhere(desk.submitter, uuid7(), again, orders(again), BASIS, "asked").person
    assert desk.breaks() == []


def test_that_stopping_keeps_what_was_erased_and_the_rest_goes_on_later(desk: Desk) -> None:
    ids = [desk.new("identification", fields={"reporter_name": "Ilse Rumpel"}) for _ in range(3)]
    found = look_everywhere(desk.register, "Ilse Rumpel")
    with pytest.raises(Refused) as refused:
        erase_everywhere(desk.submitter, uuid7(), found, orders(found), BASIS, "asked", lambda done, of: done < 2)
    assert refused.value.code == "stopped"
    again = look_everywhere(desk.register, "Ilse Rumpel")
    assert [look.id for look in again.looks] == ids[2:]
    with pytest.raises(Refused):
        look_everywhere(desk.register, "Ilse Rumpel", progress=lambda done, of: False)


def test_that_her_name_stands_in_no_byte_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    with open_desk(str(path)) as desk:
        staffed(desk)
        found = look_everywhere(desk.register, NAME)
        erase_everywhere(desk.submitter, uuid7(), found, orders(found), BASIS, "asked")
        assert desk.register.wipe()
        for file in tmp_path.iterdir():
            content = file.read_bytes().lower()
            assert not any(word.encode(coding) in content for word in (PART, "winifred") for coding in
                           ("utf-8", "utf-16-le", "utf-16-be")), file.name  # fmt: skip


def test_that_a_name_on_a_knowledge_record_is_told_and_nothing_says_that_all_is_erased(own_desk: Desk) -> None:
    desk = own_desk
    desk.do(None, AddPerson("Otmar Pfiff"))
    problem = desk.do(None, OpenKnowledge("problem", {"title": "Otmar Pfiff is alone at night"})).id
    number = next(each.number for each in desk.register.queries.knowledge().listed(KnowledgeFilter()))
    found = look_everywhere(desk.register, "Otmar Pfiff")
    assert (found.looks, found.taught) == ((), ((problem, number),))
    done = erase_everywhere(desk.submitter, uuid7(), found, {}, BASIS, "asked")
    assert [(each.number, each.reason.code) for each in done.left] == [(number, "erase_taught")]
    assert not done.person
    assert desk.person("Otmar Pfiff")
