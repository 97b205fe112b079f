"""Of an old incident whose list gives the day alone every view shows the day alone, never midnight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from incident_desk.app import wire
from incident_desk.gui.clock import Moments
from incident_desk.gui.models.card import make_card
from incident_desk.gui.register.lines import Line, LineMaker
from incident_desk.support.texts import Texts
from incident_desk.usecases import papers as p
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import draw_chosen
from incident_desk.usecases.register.columns import COLUMN
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording
from tests.importing.tables import STORY, Imports, mapping, table
from tests.journeys.program import Program

LIST = table(
    "Nr|Datum|Entdeckt|Text|Zu am",
    f"7|12.03.2016|13.03.2016|{STORY}|20.03.2016",
    f"8|31.12.2016 23:30|ca. 1.1.2017 08:15|{STORY} b|",
)
MEANT: SheetMapping = replace(
    mapping(old_number="Nr", occurred="Datum", discovered="Entdeckt", what_happened="Text", closed_on="Zu am"),
    key=("Nr",),
)
TIMES = ("occurred", "discovered", "opened", "concluded")


@pytest.fixture
def rows(imports_anywhere: Imports) -> list[IncidentRow]:
    imports_anywhere.take_in(LIST, MEANT)
    found = (imports_anywhere.desk.register.queries.row(each) for each in imports_anywhere.ids())
    return [row for row in found if row is not None]


def wording(imports: Imports) -> Wording:
    return Wording(Texts("en"), read_names(imports.desk.register.queries))


def test_that_the_table_shows_the_day(qapp: QApplication, imports_anywhere: Imports, rows: list[IncidentRow]) -> None:
    maker = LineMaker([COLUMN[key] for key in TIMES], wording(imports_anywhere), 1_483_300_000_000_000)
    by_day, by_hour = (Line(row, {}) for row in rows)
    assert maker.texts(by_day) == ("12 Mar 2016", "13 Mar 2016", "13 Mar 2016", "20 Mar 2016")
    assert maker.texts(by_hour)[:3] == ("31 Dec 2016, 23:30", "about 1 Jan, 08:15", "1 Jan, 08:15")
    assert maker.copied(by_day) == ["2016-03-12", "2016-03-13", "2016-03-13", "2016-03-20"]
    assert maker.copied(by_hour)[:3] == ["2016-12-31 23:30", "about 2017-01-01 08:15", "2017-01-01 08:15"]


def test_that_a_card_counts_days_alone(qapp: QApplication, imports_anywhere: Imports, rows: list[IncidentRow]) -> None:
    opened, words = rows[0].opened_at, wording(imports_anywhere)
    hours = 3_600_000_000
    said = [make_card(rows[0], opened + passed * hours, words, None).open_for for passed in (5, 53, 9 * 24 + 5)]
    assert said == ["", "open 2 d", "open 9 d"]
    assert make_card(rows[1], rows[1].opened_at + 53 * hours, words, None).open_for == "open 2 d 5 h"


def test_that_lists_of_the_window_say_the_day(
    qapp: QApplication, imports_anywhere: Imports, rows: list[IncidentRow]
) -> None:
    moments = Moments(rows[0].opened_at + 40 * 86_400_000_000, wording(imports_anywhere))
    assert moments.recorded(rows[0].opened_at) == "13 Mar"
    assert moments.recorded(rows[1].opened_at) == "Sun 1 Jan 2017, 08:15"


def test_that_a_printed_list_says_the_day(imports: Imports, tmp_path: Path) -> None:
    imports.take_in(LIST, MEANT)
    printed: list[tuple[p.ListCell, ...]] = []

    def render(paper: p.ListPaper) -> bytes:
        printed.extend(paper.rows)
        return b""

    data = tmp_path / "data"
    data.mkdir()
    services = replace(wire(data, "en"), render_list=render)
    draw_chosen(services, imports.desk.register, imports.ids(), wording(imports))
    assert [row[-1] for row in printed] == ["13 Mar 2016", "about 1 Jan 2017, 08:15"]


def test_that_the_command_line_says_the_day(tmp_path: Path) -> None:
    works = Program(tmp_path / "data", language="en")
    assert works("new", str(tmp_path / "w.register"), "--pack", "factory", "--zone", "Europe/Berlin").status == 0
    works = works.at(tmp_path / "w.register")
    sheet = tmp_path / "liste.csv"
    sheet.write_text("Nr;Datum;Was ist passiert\n1;12.03.2016;Die Lampe fiel\n2;13.03.2016 09:30;Es brannte\n")
    assert works("import", str(sheet)).status == 0
    lines = works("list").out.splitlines()
    assert [line[19:40].strip() for line in lines] == ["13 Mar 2016, 09:30", "12 Mar 2016"]
    told = works("list", "--json").json
    assert [each["occurred_precision"] for each in told] == ["exact", "date"]
