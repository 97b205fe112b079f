"""The list of equipment by its numbers: what somebody typed or scanned means."""

from __future__ import annotations

import pytest

from incident_desk.usecases.equipment import EquipmentList
from tests.equipment import FIRST, GTIN, SECOND, listed, row

PUMPS = listed(
    row(1, **FIRST), row(2, **SECOND), row(3, "Old pump", asset="A-1", active=False),
    row(4, "Whole label", udi="(01)00380740000011(17)271130(10)X1(21)777"), row(5, "Old twin", asset="A-1"),
)  # fmt: skip


def meant(text: str, equipment: EquipmentList = PUMPS) -> list[str]:
    return sorted(each.id for each in equipment.meant_by(text))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("A-4711", ["id-1"]), ("a-4712 ", ["id-2"]), ("sn 100", ["id-1"]), ("L77", ["id-1", "id-2"]),
        (GTIN, ["id-1", "id-2"]), (GTIN[1:], ["id-1", "id-2"]), ("Pump", []), ("", []),
        (f"(01){GTIN}(21)SN200", ["id-2"]), (f"(01){GTIN}(10)L77(21)SN100", ["id-1"]),
        (f"01{GTIN}1726123110L77\x1d21SN100", ["id-1"]), (f"01{GTIN}1726123110L7721SN200", ["id-2"]),
        (f"(01){GTIN}(10)L77", ["id-1", "id-2"]), (f"(01){GTIN}(21)SN300", []), (f"(01){GTIN}(10)L78", []),
        ("(01)00380740000011(10)X1(21)777", ["id-4"]), ("(01)00380740000011(21)778", []),
        ("(01)00380740000011(17)271130(10)X1(21)777", ["id-4"]), ("0100380740000011", ["id-4"]),
    ],
)  # fmt: skip
def test_that_a_number_means_the_pieces_that_it_fits(text: str, ids: list[str]) -> None:
    assert meant(text) == ids


def test_that_a_piece_in_use_goes_before_one_that_is_not() -> None:
    assert meant("A-1") == ["id-5"]
    assert meant("A-1", listed(PUMPS["id-3"])) == ["id-3"]


def test_that_a_serial_number_that_nobody_wrote_down_does_not_stand_in_the_way() -> None:
    bare = listed(row(1, udi=GTIN), row(2, udi=GTIN, serial="SN2"))
    assert meant(f"(01){GTIN}(21)SN2", bare) == ["id-2"]
    assert meant(f"(01){GTIN}(21)SN3", bare) == ["id-1"]


def test_that_what_several_have_in_common_is_known_as_it_is_written() -> None:
    assert {word: len(ids) for word, ids in PUMPS.shared} == {"Pump": 2, "L77": 2, GTIN: 2, "A-1": 2}


def test_that_a_piece_is_called_by_its_surest_number() -> None:
    said = [row(1, **values).spoken for values in (FIRST, {"serial": "S", "lot": "L"}, {"lot": "L"}, {})]
    assert said == ["Pump (A-4711)", "Pump (S)", "Pump (L)", "Pump"]
