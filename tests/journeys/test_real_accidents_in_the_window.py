"""Accidents as a works keeps them in a sheet: they come in by `apply`, three are led in the real window to the paper.

The sheet has the faults of a published one (see test_real_sheet); what somebody wrote there is the same, letter by
letter, in the inbox, on the incident's page, in the register and on the printed record.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from incident_desk.reports.text import visible
from tests.journeys import at_the_window as window
from tests.journeys import test_real_sheet as sheet
from tests.journeys.at_the_window import sees, until
from tests.journeys.devices import Mouse, write
from tests.journeys.program import Program
from tests.reports.readers import pdfium, poppler, words

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(900)]
COORDINATOR, MANAGER = "Eva Lindqvist", "Petra Holm"
ROWS = 35  # that the whole sheet comes in is shown there
LED = (34, 32, 26)  # zero-width blanks; an empty line and two blanks; what looks like markup. All high in the inbox
KILLED = -9
CAUSE = "The tool was worn."
REVIEW = {
    "Summary": "One worker was hurt.",
    "What worked well": "Help came at once.",
    "What was difficult": "Its age was unknown.",
    "What we do better next time": "Write dates on tools.",
}


# --- in the process of the program ---


def lead(folder: Path) -> None:
    """Leads the accidents named in the folder; the papers end there too."""
    told = json.loads((folder / "accidents.json").read_text(encoding="utf-8"))
    register = str(folder / "works.register")
    window.start_program(folder, lambda: _lead(told, folder), "--register", register)


def _lead(told: Sequence[dict[str, str]], folder: Path) -> None:
    mouse = Mouse()
    _sign_in(mouse, COORDINATOR)
    for accident in told:
        _accept(mouse, **accident)
    for accident in told:
        _to_conclusion(mouse, **accident)
        _review_and_sign(mouse)
        mouse.use("Board")
    mouse.use(COORDINATOR, "State of the register")
    mouse.choose(MANAGER)
    for waiting, accident in zip(range(len(told), 0, -1), told, strict=True):
        mouse.use("Board")
        _stand_in_conclusion(waiting)
        mouse.choose(accident["number"], "Conclusion", twice=True)
        _sign(mouse)
        until(lambda: sees("concluded"))
        _save_paper(mouse, folder / f"{accident['number']}.pdf")
    window.pull_the_plug()


def _stand_in_conclusion(count: int) -> None:
    until(lambda: sees(f"Conclusion, {count}"), f"{count} cards in Conclusion")
    _rest()


def _sign_in(mouse: Mouse, name: str) -> None:
    mouse.use("Sign in to see the register")  # the window of somebody unknown opens with the quick report
    mouse.choose(name)


def _accept(mouse: Mouse, number: str, what: str) -> None:
    mouse.use("Inbox")
    mouse.choose(number, "Reports waiting")
    until(lambda: sees(what), what)
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # two presses in a hurry count as one
    mouse.use("Accept (A)")
    until(lambda: sees(f"{number} accepted.") and not sees(f"number {number}"), f"{number} accepted")


def _to_conclusion(mouse: Mouse, number: str, what: str) -> None:
    mouse.use("Board")
    mouse.choose(number, "Identification", twice=True)
    until(lambda: what in _texts_in_fields(), what)
    on = _opened(mouse, "On to Containment")
    mouse.fill("Discovered", "2016-07-01 10:00", on)
    _pick(mouse, "Place", "Press 7", on)
    _pick(mouse, "Category", "Machine", on)
    _move(mouse, on)
    on = _opened(mouse, "On to Prioritisation")
    mouse.fill("Staff", "one worker", on)
    mouse.fill("What", "The tool taken out of use", on)
    _pick(mouse, "Owner", COORDINATOR, on)
    _move(mouse, on)
    mouse.cell("How likely, How bad", "Possible, Moderate: ")
    mouse.cell("How likely, How bad", "Possible, Catastrophic: ")
    mouse.use("Take Critical")
    on = _opened(mouse, "On to Reaction")
    mouse.fill("Work it needs", "4", on)
    mouse.drop_down("Decision", "Start now", on)
    _move(mouse, on)
    on = _opened(mouse, "On to Conclusion")
    mouse.fill("Cause", CAUSE, on)
    mouse.fill("How it was tested", "Each tool was used once.", on)
    mouse.drop_down("Result", "Passed", on)
    _move(mouse, on)


def _rest() -> None:
    """Until nothing moves any more: a person presses what stands still."""

    def stands() -> list[tuple[int, QRect]]:
        return [(id(each), QRect(each.mapToGlobal(QPoint()), each.size())) for each in window.visible()]

    before = stands()
    QTest.qWait(120)
    while before != (now := stands()):
        before = now
        QTest.qWait(120)


def _texts_in_fields() -> list[str]:
    return [each.toPlainText() for each in window.visible() if isinstance(each, QPlainTextEdit)]


def _pick(mouse: Mouse, name: str, text: str, within: str) -> None:
    """As `pick`; what stands below moves up when the list closes, and the eye waits for that."""
    mouse.pick(name, text, within)
    until(lambda: all(window.name_of(each) != f"{name}, choices" for each in window.visible()), f"{name} taken")
    _rest()


def _opened(mouse: Mouse, title: str) -> str:
    mouse.use(f"{title} →")
    until(lambda: sees("still missing", title), title)
    _rest()
    return title


def _move(mouse: Mouse, on: str) -> None:
    """Until the rail says so and the page has come to rest."""
    mouse.use("Move on", on)
    step = on.removeprefix("On to ")
    until(lambda: sees(f"{step}, the current step"), step)
    _rest()


def _review_and_sign(mouse: Mouse) -> None:
    """The sheet that refuses the signature asks for the review in place."""
    _sign(mouse)
    for label, text in REVIEW.items():
        mouse.fill(label, text, "Conclude")
    mouse.use("Save", "Conclude")
    until(lambda: sees("Review, answered"), "the review")
    until(lambda: sees("Nothing is missing any more. Sign now."))
    mouse.use("Sign")
    until(lambda: sees("signed and locked"))


def _sign(mouse: Mouse) -> None:
    mouse.use("Sign ...")
    mouse.use("Sign")


def _save_paper(mouse: Mouse, target: Path) -> None:
    mouse.use("Print record")
    mouse.use("Save as PDF ...")
    dialog = until(lambda: QApplication.activeModalWidget())
    assert isinstance(dialog, QFileDialog)
    until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the file's name")
    write(str(target))
    mouse.use("Save")
    until(target.exists, str(target))


# --- the test ---


def make_works(folder: Path, orders: Sequence[dict[str, Any]]) -> tuple[Program, list[str]]:
    """A register with two people and a report of each order; the numbers the reports got."""
    works = Program(folder / "data").at(folder / "works.register")
    made = works("new", str(works.register), "--pack", "factory", "--site", "HALDEN", "--zone", "America/Lima")
    assert made.status == 0, made.err
    people = {COORDINATOR: ["coordinator", "administrator"], MANAGER: ["manager"]}
    assert works.apply({"command": "AddPerson", "name": n, "roles": r} for n, r in people.items()).status == 0
    answer = works.apply(orders, COORDINATOR)
    assert answer.status == 0, answer.err
    return works, [line["number"] for line in answer.lines]


def is_led_and_printed(works: Program, folder: Path, number: str, what: str) -> None:
    """The register and the paper hold what was written, and the works' own words beside it."""
    shown = works("show", number, "--json").json
    assert (shown["status"], shown["step"], shown["missing"]) == ("concluded", "conclusion", [])
    assert [each["name"] for each in shown["sign_offs"]] == [COORDINATOR, MANAGER]
    assert shown["fields"]["what_happened"] == what
    pdf = (folder / f"{number}.pdf").read_bytes()
    for text in (what, CAUSE, *REVIEW.values()):
        for read in ("\n".join(poppler(pdf, folder)), "\n".join(pdfium(pdf))):
            assert " ".join(words(visible(text))) in " ".join(words(read)), text


@pytest.mark.long
def test_that_three_accidents_of_a_sheet_are_led_to_a_signed_and_printed_record(tmp_path: Path, screen: str) -> None:
    rows = sheet._written_and_read(tmp_path / "sheet.csv")[:ROWS]
    works, numbers = make_works(tmp_path, [sheet._order(row) for row in rows])
    told = [{"number": numbers[n], "what": rows[n]["Description"]} for n in LED]
    (tmp_path / "accidents.json").write_text(json.dumps(told), encoding="utf-8")
    assert window.in_a_process(lead, tmp_path) == KILLED
    for accident in told:
        is_led_and_printed(works, tmp_path, **accident)
    assert works("info", "--json").json["inbox"] == len(rows) - len(LED)
    assert works("verify").status == 0
