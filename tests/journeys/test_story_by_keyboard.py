"""The factory story in the real window, by keyboard alone. Then the plug is pulled."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.journeys import at_the_window as window
from tests.journeys.at_the_window import at, sees, sees_missing, until
from tests.journeys.devices import Devices, Keyboard, write
from tests.journeys.sector_stories import ALWAYS_LEFT_OUT
from tests.journeys.sector_stories import FACTORY as STORY
from tests.journeys.window_story import STEPS, WindowStory, typed

pytestmark = [pytest.mark.window, pytest.mark.slow]
NUMBER = "HALL1-2026-0001"
GUIDE = f"Move {NUMBER}"


def tell(folder: Path) -> None:
    window.start_program(folder, _tell, "--register", str(folder / "window.register"))


def _tell() -> None:
    devices, keys = Devices(), Keyboard()
    _report(keys)
    _identification(keys)
    _containment(keys)
    _prioritisation(keys)
    _reaction(keys)
    _conclusion(keys)
    assert devices.mouse == []
    assert len(devices.keys) > 100
    window.pull_the_plug()


def _report(keys: Keyboard) -> None:
    """The cursor stands in the first question."""
    until(lambda: at("What happened?"))
    write(STORY.report["what_happened"])
    keys.pick("Where?", STORY.report["place"])
    keys.fill("Who reports?", STORY.reporter)
    keys.press("Ctrl+Return")
    until(lambda: sees("is in the inbox"))
    keys.press("Ctrl+L")
    until(lambda: at("Type a name"))
    write(STORY.coordinator[:3])
    keys.press("Return")


def _identification(keys: Keyboard) -> None:
    told = STORY.identified
    keys.press("Ctrl+2")
    until(lambda: sees(STORY.report["what_happened"]))
    keys.go_to("Responsible from now on")
    keys.press("Ctrl+A", "Backspace")
    keys.back_to("Reports waiting")
    keys.press("A")
    until(lambda: sees("No report is waiting."))
    keys.press("Ctrl+3")
    keys.take_card("Identification", NUMBER)
    keys.press("Return")
    keys.do("Change the title")
    keys.press("Ctrl+A")
    write(told["title"])
    keys.press("Return")
    keys.fill("Done at once", STORY.report["immediate_action"])
    keys.fill("Occurred", typed(told["occurred"]["at"]))
    keys.drop_down("Occurred, how exact", "about")
    keys.fill("Exact place", told["place_detail"])
    keys.pick("Category", "Machine guard and press")
    keys.pick("Subcategory", "Interlock bypassed or faulty")
    keys.drop_down("Detected by", "Operator or colleague")
    keys.fill("Machine number", told["machine.machine_no"])
    keys.drop_down("What the machine was doing", "Automatic")
    keys.drop_down("State of the interlock", "Faulty")
    keys.drop_down("Switched off and locked out", "Yes")
    keys.press("Ctrl+3")
    keys.carry(NUMBER, "Identification")
    sees_missing(ALWAYS_LEFT_OUT["containment"], GUIDE)
    keys.fill("Discovered", typed(told["discovered"]), GUIDE)
    keys.pick("Responsible", STORY.coordinator, GUIDE)
    keys.do("Move card", GUIDE)
    until(lambda: window.row(NUMBER, "Containment"))


def _containment(keys: Keyboard) -> None:
    keys.carry(NUMBER, "Containment")
    sees_missing(ALWAYS_LEFT_OUT["prioritisation"], GUIDE)
    keys.fill("Equipment", STORY.extent["extent_equipment"], GUIDE)
    keys.fill("Staff", STORY.extent["extent_staff"], GUIDE)
    keys.fill("What", STORY.measure["what"], GUIDE)
    keys.pick("Owner", STORY.measure["owner"], GUIDE)
    keys.fill("Check by", typed(STORY.measure["check_by"]), GUIDE)
    keys.do("Move card", GUIDE)
    until(lambda: window.row(NUMBER, "Prioritisation"))


def _prioritisation(keys: Keyboard) -> None:
    """In the matrix the arrows walk, A and P put the two frames."""
    keys.carry(NUMBER, "Prioritisation")
    sees_missing(ALWAYS_LEFT_OUT["reaction"], GUIDE)
    keys.go_to("How likely, How bad", GUIDE)
    keys.press("Right", "A", "Right", "Right", "Right", "P")
    keys.fill("Work it needs", str(STORY.decided["workload"]), GUIDE)
    keys.drop_down("Decision", "Start now", GUIDE)
    keys.do("Move card", GUIDE)
    until(lambda: window.row(f"{NUMBER}, {STORY.identified['title']}, priority Critical", "Reaction"))


def _reaction(keys: Keyboard) -> None:
    """On the page of the record, where the one big button leads on."""
    keys.take_card("Reaction", NUMBER)
    keys.press("Return")
    keys.do("Add a why")
    keys.fill("Why", STORY.why["what"], "New: why")
    keys.fill("How we know", STORY.why["evidence"], "New: why")
    keys.do("Save", "New: why")
    until(lambda: sees(STORY.why["evidence"]))
    keys.do("Add an action")
    keys.fill("What", STORY.action["what"], "New: action")
    keys.drop_down("Kind", "Corrective", "New: action")
    keys.pick("Owner", STORY.coordinator, "New: action")
    keys.fill("Due", STORY.action["due"], "New: action")
    keys.drop_down("Strength", "Strong", "New: action")
    keys.do("Save", "New: action")
    until(lambda: sees("Done ..."))
    keys.do("On to Conclusion →")
    sheet = "On to Conclusion"
    sees_missing(ALWAYS_LEFT_OUT["conclusion"], sheet)
    keys.do("Go to the actions", sheet)
    keys.do("Done ...")
    ending = f"Done: {STORY.action['what']}"
    keys.fill("Done", typed(STORY.action_done["done"]), ending)
    keys.fill("Proof", STORY.action_done["proof"], ending)
    keys.do("Save", ending)
    window.gone(ending)
    keys.do("On to Conclusion →")
    sees_missing(["cause_stated", "test_passed"], sheet)
    keys.fill("Cause", STORY.cause["cause"], sheet)
    keys.fill("How it was tested", STORY.tested["test_how"], sheet)
    keys.drop_down("Result", "Passed", sheet)
    keys.do("Move on", sheet)
    until(lambda: sees("Step 5, Conclusion, the current step"))


def _conclusion(keys: Keyboard) -> None:
    keys.do("Sign ...")
    keys.do("Sign")
    sees_missing(ALWAYS_LEFT_OUT["sign-off"], "Conclude")
    keys.fill("Summary", STORY.review["summary"], "Conclude")
    keys.fill("What worked well", STORY.review["review_worked"], "Conclude")
    keys.fill("What was difficult", STORY.review["review_challenges"], "Conclude")
    keys.fill("What we do better next time", STORY.review["review_better"], "Conclude")
    keys.do("Save", "Conclude")
    window.gone("Conclude")
    keys.fill("Lesson", STORY.review["lesson"])
    keys.fill("Answer to the reporter", STORY.review["feedback"])
    keys.do("Sign ...")
    window.row(STORY.review["feedback"], "Journal")  # saved on leaving its field; nobody signs before that
    keys.do("Sign")
    until(lambda: sees("signed and locked"))
    keys.press("Ctrl+L")
    until(lambda: at("Type a name"))
    write(STORY.manager)
    keys.press("Return")
    keys.take_card("Conclusion", NUMBER)
    keys.press("Return")
    keys.do("Sign ...")
    keys.do("Sign")
    until(lambda: sees("concluded"))


def find_again(folder: Path) -> None:
    """Nobody says which register: the program knows the last one, and who sat there."""
    window.start_program(folder, lambda: _find_again(folder))


def _find_again(folder: Path) -> None:
    devices, keys = Devices(), Keyboard()
    until(lambda: sees(STORY.manager, "State of the register"))
    keys.press("Ctrl+K")
    write(STORY.found_by)
    window.row(NUMBER)
    keys.press("Down", "Return")
    read = ""
    for number, step in enumerate(STEPS, 1):
        keys.do(f"Step {number}, {step}")
        QTest.qWait(100)
        read += window.written()
    lost = [text for text in STORY.texts if text not in read]
    assert not lost, lost
    keys.press("Ctrl+P")
    for name in ("first.pdf", "second.pdf"):
        keys.do("Save as PDF ...")
        until(lambda: at("File name:"))
        write(str(folder / name))
        keys.press("Return")
        until(partial(sees, f"Saved as {name}."))
    assert devices.mouse == []
    window.close()


@pytest.fixture
def told(tmp_path: Path, screen: str) -> WindowStory:
    told = WindowStory(STORY, tmp_path)
    told.make_register()
    return told


def test_that_the_story_is_told_by_keyboard_alone_and_found_again_after_the_plug_was_pulled(told: WindowStory) -> None:
    assert window.in_a_process(tell, told.folder) == -signal.SIGKILL
    assert window.in_a_process(find_again, told.folder) == 0
    told.check_record()
    told.check_prints("first.pdf", "second.pdf")
    told.check_log()
