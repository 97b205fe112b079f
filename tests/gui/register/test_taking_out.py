"""A list of chosen records on paper."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pypdf

from incident_desk.support.texts import Texts
from incident_desk.usecases.print_papers import draw_chosen
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.gui.register.conftest import Shown


def test_that_chosen_records_are_printed_in_the_order_of_the_table(
    desk: Desk, three: list[str], show: Callable[[Desk], Shown]
) -> None:
    session = show(desk).opened.window.session
    wording = Wording(Texts("en"), session.names)
    printed = draw_chosen(session.services, session.register, [three[1], three[0]], wording)
    [content] = pypdf.PdfReader(io.BytesIO(printed.content)).attachments["list.json"]
    paper = json.loads(content)
    assert [row[1] for row in paper["rows"]] == ["Alarm silent", "Bolt loose"]
    assert paper["definition"] == "2 records chosen in the register"
