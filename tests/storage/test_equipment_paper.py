"""The paper of an incident names its equipment with every number, as it was when the record was last written to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.equipment import ChangeEquipment
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import draw_record
from incident_desk.usecases.wording import Wording
from tests.equipment import GTIN, add, two_pumps
from tests.factories import Desk
from tests.reports.readers import pdfium

Draw = Callable[..., bytes]


@pytest.fixture
def draw(own_desk: Desk, tmp_path: Path) -> Draw:
    """The bytes of a record's paper in a language."""
    (tmp_path / "data").mkdir()
    services = wire(tmp_path / "data", "en")

    def made(record: str, language: str = "en") -> bytes:
        wording = Wording(Texts(language), read_names(own_desk.register.queries))
        return draw_record(services, own_desk.register, record, wording).content

    return made


def words(pdf: bytes) -> str:
    return " ".join(" ".join(pdfium(pdf)).split())


def test_that_each_piece_is_printed_with_what_stands_on_it(own_desk: Desk, draw: Draw) -> None:
    two_pumps(own_desk)
    record = own_desk.new("identification")
    own_desk.do(record, c.ChangeFields({"equipment": ["A-4711", "A-4712"]}))
    english = words(draw(record))
    for said in (
        "Equipment involved",
        "Infusion pump, Agila",
        "Asset number",
        "A-4711",
        "A-4712",
        "SN100",
        "L77",
        GTIN,
    ):
        assert said in english
    assert "Infusion pump (A-4711), Infusion pump (A-4712)" in english  # where the extent says nothing of equipment
    german = words(draw(record, "de"))
    for said in ("Beteiligte Geräte", "Inventarnummer", "Seriennummer", "Charge"):
        assert said in german


def test_that_a_column_that_no_piece_fills_is_left_out(own_desk: Desk, draw: Draw) -> None:
    add(own_desk, "Bed", serial="B9")
    record = own_desk.new("identification")
    own_desk.do(record, c.ChangeFields({"equipment": "B9"}))
    said = words(draw(record))
    assert "Serial number" in said
    assert "Asset number" not in said


def test_that_a_change_of_the_list_leaves_the_paper_of_a_record_as_it_is(own_desk: Desk, draw: Draw) -> None:
    first, _ = two_pumps(own_desk)
    record = own_desk.new("identification")
    own_desk.do(record, c.ChangeFields({"equipment": ["A-4711"]}))
    before = draw(record)
    own_desk.do(first, ChangeEquipment(first, {"name": "Syringe driver", "lot": "L99"}))
    assert draw(record) == before
    own_desk.do(record, c.ChangeFields({"title": "Another title"}))
    assert "Syringe driver" in words(draw(record))
