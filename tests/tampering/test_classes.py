"""Each class of tampering, on three engines: `verify` names it, in words that a nurse understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.storage.register import open_register
from incident_desk.support.texts import LANGUAGES, Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.erasing.erase import Order, erase
from incident_desk.usecases.erasing.look import look
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import VerifyResult
from incident_desk.usecases.verify_register import verify
from incident_desk.usecases.verify_told import said, what_to_do
from incident_desk.usecases.wording import Wording
from tests import databases
from tests.factories import Desk, open_desk
from tests.faults.figures import note
from tests.named_tests import ROOT
from tests.tampering.administrator import Kept, administrator, engine_of, keep, put_back
from tests.tampering.classes import TAMPERINGS, Places

ENGINES = [pytest.param(each, marks=() if each == "sqlite" else pytest.mark.server) for each in databases.ENGINES]
# What no nurse says. "Register" and "journal" she knows from paper.
_NOT_PLAIN = re.compile(
    r"\b(hash|log|chain|epoch|index|row|table|column|database|trigger|head|sha-?256|commit\w*|"
    r"Hash|Protokoll|Kette|Epoche|Zeile|Tabelle|Spalte|Datenbank|[a-z]+_[a-z_]+|[0-9a-f]{12,})\b"
)


@dataclass(frozen=True)
class Scene:
    """A closed register that this PC has seen whole, as it is, and as it was before the last entry."""

    address: str
    data_dir: Path
    places: Places
    numbers: dict[str, str]
    sound: Kept
    older: Kept


@pytest.fixture(scope="module", params=ENGINES)
def scene(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("tampering")
    try:
        with databases.new_database(request.param, folder) as address:
            yield lay_out(address, folder / "data")
    except databases.NoServerError as reason:
        pytest.skip(str(reason))


def lay_out(address: str, data_dir: Path) -> Scene:
    data_dir.mkdir()
    services = wire(data_dir, "en")
    with open_desk(address) as desk:
        incident, other = desk.new("containment"), desk.new("containment")
        note_at = desk.do(incident, c.AddNote("The ward was told")).position
        desk.do(incident, c.AddNote("The maker was told"))
        erased = erased_in_part(desk)
        desk.register.take_head()
        numbers = {
            name: desk.record(id_).values["number"]
            for name, id_ in (("incident", incident), ("other", other), ("erased", erased))
        }
    older = keep(address)
    register = open_register(address)
    desk = replace(desk, register=register, submitter=replace(desk.submitter, register=register))
    desk.do(incident, c.AddNote("The pump is back"))
    assert verify(register, services.data_dir).holds
    register.close()
    places = Places(incident, other, erased, note_at, engine_of(address))
    return Scene(address, services.data_dir, places, numbers, keep(address), older)


def erased_in_part(desk: Desk) -> str:
    incident = desk.new(fields={"reporter_name": "Zorbana Quillfeather"})
    found = look(desk.register.queries, incident, ["Quillfeather"])
    texts = {each.place: None for each in found.lost.found}
    order = Order(found.words, "Article 17 GDPR", "She asked", texts, frozenset(), found.position)
    erase(desk.submitter, uuid7(), incident, order)
    return incident


@pytest.fixture
def sound(scene: Scene) -> Iterator[Scene]:
    """The scene, which stands again as it was when the test ends."""
    yield scene
    put_back(scene.address, scene.sound)
    if scene.places.engine != "sqlite":
        lock_again(scene)


def lock_again(scene: Scene) -> None:
    """The rule that no entry may be there twice."""
    count = "SELECT count(*) FROM information_schema.table_constraints WHERE table_name = 'journal' AND "
    place = "table_schema = current_schema()" if scene.places.engine == "postgresql" else "table_schema = database()"
    with administrator(scene.address) as program:
        if not program.one(f"{count}{place} AND constraint_type = 'PRIMARY KEY'"):
            program.run("ALTER TABLE journal ADD CONSTRAINT pk_journal PRIMARY KEY (chain, position)")


def verified(scene: Scene, data_dir: Path) -> tuple[VerifyResult, dict[str, list[str]]]:
    """What is found, and everything that is said of it, by language."""
    register = open_register(scene.address)
    try:
        result, names = verify(register, data_dir), read_names(register.queries)
    finally:
        register.close()
    wordings = [Wording(Texts(language), names) for language in LANGUAGES]
    told = {
        each.language: [*(said(found, each) for found in result.breaks), *what_to_do(result.breaks, each)]
        for each in wordings
    }
    return result, told


@pytest.mark.parametrize("name", TAMPERINGS)
def test_that_tampering_is_named_in_plain_words(sound: Scene, tmp_path: Path, name: str) -> None:
    tampering = TAMPERINGS[name]
    if tampering.deed is None:
        put_back(sound.address, sound.older)
    else:
        with administrator(sound.address) as program:
            tampering.deed(program, sound.places)
    assert verified(sound, tmp_path)[0].holds == tampering.by_pin  # a PC that never saw the register
    result, told = verified(sound, sound.data_dir)
    assert tampering.codes <= {each.code for each in result.breaks}
    for sentences in told.values():
        assert [each for each in sentences if _NOT_PLAIN.search(each)] == []
        assert len(sentences) > len(result.breaks)  # what to do about it
        if not tampering.by_pin:
            assert any(each.startswith(f"{sound.numbers[tampering.record]}: ") for each in sentences)
    row = "classes of tampering" if tampering.of_the_twelve else "other tampering"
    note(f"{row} named", sound.places.engine, of=1, named=int(not result.holds))


def test_that_there_are_twelve_classes() -> None:
    assert sum(each.of_the_twelve for each in TAMPERINGS.values()) == 12
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    _, _, section = page.partition("## What somebody changes")
    assert re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)[1:] == list(TAMPERINGS)


def test_that_an_untouched_register_holds(sound: Scene) -> None:
    """Also one that its owner opened with another program, and put back as it was."""
    with administrator(sound.address) as program:
        assert program.one("SELECT count(*) FROM journal") > 10
    put_back(sound.address, keep(sound.address))
    result, told = verified(sound, sound.data_dir)
    assert (result.breaks, told) == ((), {language: [] for language in LANGUAGES})
    note("controls", "an untouched register holds", fired=1)
