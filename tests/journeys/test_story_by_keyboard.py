"""The factory story in the real window, by keyboard alone. Then the plug is pulled."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys import at_the_window as window
from tests.journeys import chapters
from tests.journeys.at_the_window import at, sees, sees_missing, until
from tests.journeys.devices import Devices, Keyboard, write
from tests.journeys.sector_stories import ALWAYS_LEFT_OUT
from tests.journeys.sector_stories import FACTORY as STORY
from tests.journeys.window_story import WindowStory, typed

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(900)]
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
    keys.use("Change the title")
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
    keys.use("Move card", GUIDE)
    until(lambda: window.row(NUMBER, "Containment"))


def _containment(keys: Keyboard) -> None:
    keys.carry(NUMBER, "Containment")
    sees_missing(ALWAYS_LEFT_OUT["prioritisation"], GUIDE)
    keys.fill("Equipment", STORY.extent["extent_equipment"], GUIDE)
    keys.fill("Staff", STORY.extent["extent_staff"], GUIDE)
    keys.fill("What", STORY.measure["what"], GUIDE)
    keys.pick("Owner", STORY.measure["owner"], GUIDE)
    keys.fill("Check by", typed(STORY.measure["check_by"]), GUIDE)
    keys.use("Move card", GUIDE)
    until(lambda: window.row(NUMBER, "Prioritisation"))


def _prioritisation(keys: Keyboard) -> None:
    """In the matrix the arrows walk, A and P put the two frames."""
    keys.carry(NUMBER, "Prioritisation")
    sees_missing(ALWAYS_LEFT_OUT["reaction"], GUIDE)
    keys.go_to("How likely, How bad", GUIDE)
    keys.press("Right", "A", "Right", "Right", "Right", "P")
    keys.fill("Work it needs", str(STORY.decided["workload"]), GUIDE)
    keys.drop_down("Decision", "Start now", GUIDE)
    keys.use("Move card", GUIDE)
    until(lambda: window.row(f"{NUMBER}, {STORY.identified['title']}, priority Critical", "Reaction"))


def _reaction(keys: Keyboard) -> None:
    """On the page of the record, where the one big button leads on."""
    keys.take_card("Reaction", NUMBER)
    keys.press("Return")
    chapters.why_and_action(keys, STORY)
    keys.use("On to Conclusion →")
    sheet = "On to Conclusion"
    sees_missing(ALWAYS_LEFT_OUT["conclusion"], sheet)
    keys.use("Go to the actions", sheet)
    chapters.action_done(keys, STORY)
    keys.use("On to Conclusion →")
    sees_missing(["cause_stated", "test_passed"], sheet)
    keys.fill("Cause", STORY.cause["cause"], sheet)
    keys.fill("How it was tested", STORY.tested["test_how"], sheet)
    keys.drop_down("Result", "Passed", sheet)
    keys.use("Move on", sheet)
    until(lambda: sees("Step 5, Conclusion, the current step"))


def _conclusion(keys: Keyboard) -> None:
    chapters.review_and_signature(keys, STORY)
    keys.press("Ctrl+L")
    until(lambda: at("Type a name"))
    write(STORY.manager)
    keys.press("Return")
    keys.take_card("Conclusion", NUMBER)
    keys.press("Return")
    chapters.second_signature(keys)


def find_again(folder: Path) -> None:
    """Nobody says which register: the program knows the last one, and who sat there."""
    window.start_program(folder, lambda: _find_again(folder))


def _find_again(folder: Path) -> None:
    devices, keys = Devices(), Keyboard()
    until(lambda: sees(STORY.manager, "State of the register"))
    keys.press("Ctrl+K")
    write(STORY.found_by)
    window.row(NUMBER, "Found while typing")
    keys.press("Down", "Return")
    chapters.read_all_steps(keys, STORY)
    keys.press("Ctrl+P")
    chapters.save_twice(keys, folder, lambda: keys.press("Return"))
    assert devices.mouse == []
    window.close()


def test_that_the_story_is_told_by_keyboard_alone_and_found_again_after_the_plug_was_pulled(
    tmp_path: Path, screen: str
) -> None:
    told = WindowStory(STORY, tmp_path)
    told.make_register()
    assert window.in_a_process(tell, told.folder) == -signal.SIGKILL
    assert window.in_a_process(find_again, told.folder) == 0
    told.check_record()
    told.check_prints("first.pdf", "second.pdf")
    told.check_log()
