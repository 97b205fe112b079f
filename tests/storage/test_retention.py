"""How long incidents are kept, on three engines: what is due, what a hold keeps, and nothing before its date."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.errors import Refused
from incident_desk.domain.retention import concluded_by, due_on
from incident_desk.domain.values import from_micros, micros
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.erasing.whole import erase_whole
from incident_desk.usecases.retention import due_list
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.undo import undo
from tests.factories import Desk
from tests.storage.test_erasing import BASIS, cells, erased, told_of

NAME = "Barnabas Trencher"


def keep(desk: Desk, **years: int) -> None:
    rules = {"" if key == "other" else key: value for key, value in years.items()}
    desk.do(desk.register.queries.settings().register_id, ChangeSettings({"retention": rules}))


def concluded_in(desk: Desk, year: int, **record: str) -> str:
    """An incident that was led to its end that long ago."""
    minute = [micros(datetime(year, 3, 10, tzinfo=UTC))]

    def clock() -> int:
        minute[0] += 60_000_000
        return minute[0]

    then = Submitter(desk.register, uuid7, desk.submitter.actor, clock)
    return Desk(desk.register, then, desk.address).new("signed", fields={"discovered": f"{year}-03-01", **record})


def this_year(desk: Desk) -> int:
    return from_micros(desk.register.queries.clock()).year


def test_that_what_is_due_is_listed_by_category_and_page(own_desk: Desk) -> None:
    desk = own_desk
    year = this_year(desk)
    old, older, young = (concluded_in(desk, year - ago) for ago in (6, 8, 2))
    assert list(due_list(desk.register)) == []
    keep(desk, other=5)
    assert [each.id for each in due_list(desk.register)] == [older, old]
    assert [each.id for each in due_list(desk.register, page=1)] == [older, old]
    keep(desk, other=1, device=7)
    assert [each.id for each in due_list(desk.register)] == [older]
    keep(desk, device=1, medication=30)
    assert [each.id for each in due_list(desk.register)] == [older, old, young]
    desk.do(old, c.HoldIncident("A claim is open"))
    assert [each.held for each in due_list(desk.register)] == [False, True, False]
    assert desk.breaks() == []


def test_that_nothing_goes_before_its_date_and_everything_personal_after_it(own_desk: Desk) -> None:
    desk = own_desk
    year = this_year(desk)
    incident = concluded_in(desk, year - 6, reporter_name=NAME, what_happened=f"{NAME} fell", title=NAME)
    attach_bytes(desk.submitter, incident, b"letter", uuid7(), name=f"{NAME}.txt")
    for years, code in ((0, "erase_no_rule"), (7, "erase_before_date")):
        if years:
            keep(desk, device=years)
        with pytest.raises(Refused) as refused:
            erase_whole(desk.submitter, uuid7(), incident, BASIS, "time is over")
        assert refused.value.code == code
    assert refused.value.facts["date"] == f"{year + 1}-03-10"
    with pytest.raises(Refused):
        erase_whole(desk.submitter, uuid7(), desk.new("identification"), BASIS, "time is over")
    keep(desk, device=5)
    erase_whole(desk.submitter, uuid7(), incident, BASIS, "time is over")
    desk.register.wipe()
    assert desk.breaks() == []
    assert not [cell for cell in cells(desk.address) if "trencher" in cell.lower()]
    values = desk.record(incident).values
    assert (values["title"], values["category"]) == ("Erased after its time was over", "device")
    assert list(due_list(desk.register)) == []


def test_that_a_hold_keeps_everything_and_is_not_undone(desk: Desk) -> None:
    incident = told_of(desk)
    op_id = uuid7()
    desk.acting_as("Maria Manager").do(incident, c.HoldIncident("A claim is open"), op_id=op_id)
    with pytest.raises(Refused) as refused:
        erased(desk, incident)
    assert refused.value.code == "erase_held"
    with pytest.raises(Refused):
        undo(desk.submitter, incident, op_id, uuid7())
    desk.do(incident, c.LiftHold("settled"))
    erased(desk, incident)
    assert desk.breaks("record", incident) == []


def test_that_leap_days_have_a_day() -> None:
    leap = datetime(2028, 2, 29, tzinfo=UTC).date()
    assert due_on(leap, 1).isoformat() == "2029-03-01"
    assert concluded_by(leap, 1).isoformat() == "2027-02-28"
    for start in range(2000, 2005):
        for day in (1, 28):
            then = datetime(start, 2, day, tzinfo=UTC).date()
            assert concluded_by(due_on(then, 3), 3) == then
