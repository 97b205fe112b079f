"""The hospital story in the real window, by mouse: keys only write text. Then the plug is pulled."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys import at_the_window as window
from tests.journeys import chapters
from tests.journeys.at_the_window import sees, sees_missing, until
from tests.journeys.devices import Devices, Mouse, write
from tests.journeys.sector_stories import ALWAYS_LEFT_OUT
from tests.journeys.sector_stories import HOSPITAL as STORY
from tests.journeys.window_story import WindowStory, typed

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(900)]
NUMBER = "WARD3-2026-0001"
GUIDE = f"Move {NUMBER}"


def tell(folder: Path) -> None:
    window.start_program(folder, _tell, "--register", str(folder / "window.register"))


def _tell() -> None:
    devices, mouse = Devices(), Mouse()
    _report(mouse)
    _identification(mouse)
    _containment(mouse)
    _prioritisation(mouse)
    _reaction(mouse)
    _conclusion(mouse)
    assert devices.keys == []
    assert devices.letters > 500
    window.pull_the_plug()


def _report(mouse: Mouse) -> None:
    mouse.fill("What happened?", STORY.report["what_happened"])
    mouse.pick("Where?", "Ward 3")
    mouse.fill("Who reports?", STORY.reporter)
    mouse.use("Send report")
    until(lambda: sees("is in the inbox"))
    mouse.use("Sign in to see the register")
    mouse.choose(STORY.coordinator)


def _identification(mouse: Mouse) -> None:
    mouse.use("Inbox")
    until(lambda: sees(STORY.report["what_happened"]))
    mouse.empty("Responsible from now on")
    mouse.use("Accept (A)")
    until(lambda: sees("No report is waiting."))
    mouse.use("Board")
    mouse.choose(NUMBER, "Identification", twice=True)
    told = STORY.identified
    mouse.use("Change the title")
    mouse.empty("Title")
    write(told["title"])
    mouse.fill("Done at once", STORY.report["immediate_action"])
    mouse.fill("Occurred", typed(told["occurred"]["at"]))
    mouse.drop_down("Occurred, how exact", "about")
    mouse.fill("Exact place", told["place_detail"])
    mouse.pick("Category", "Medical device")
    mouse.pick("Subcategory", "Infusion or syringe pump")
    mouse.drop_down("Detected by", "Staff")
    mouse.fill("Device and model", told["device.type"])
    mouse.fill("Serial or lot number", told["device.serial"])
    mouse.fill("Value that was set", told["device.set_value"])
    mouse.fill("Value that was measured", told["device.measured_value"])
    mouse.drop_down("Did an alarm sound", "No")
    mouse.drop_down("Where the device is now", "Set aside and labelled")
    mouse.use("Board")
    mouse.drag(NUMBER, "Containment")
    sees_missing(ALWAYS_LEFT_OUT["containment"], GUIDE)
    mouse.fill("Discovered", typed(told["discovered"]), GUIDE)
    mouse.pick("Responsible", STORY.coordinator, GUIDE)
    mouse.use("Move card")
    until(lambda: window.row(NUMBER, "Containment"))


def _containment(mouse: Mouse) -> None:
    mouse.drag(NUMBER, "Prioritisation")
    sees_missing(ALWAYS_LEFT_OUT["prioritisation"], GUIDE)
    mouse.fill("Equipment", STORY.extent["extent_equipment"], GUIDE)
    mouse.fill("Patients or customers", STORY.extent["extent_patients"], GUIDE)
    mouse.fill("What", STORY.measure["what"], GUIDE)
    mouse.pick("Owner", STORY.measure["owner"], GUIDE)
    mouse.fill("Check by", typed(STORY.measure["check_by"]), GUIDE)
    mouse.use("Move card")
    until(lambda: window.row(NUMBER, "Prioritisation"))


def _prioritisation(mouse: Mouse) -> None:
    mouse.drag(NUMBER, "Reaction")
    sees_missing(ALWAYS_LEFT_OUT["reaction"], GUIDE)
    mouse.cell("How likely again, How bad", "Possible, Moderate: ")
    mouse.cell("How likely again, How bad", "Possible, Catastrophic: ")
    mouse.fill("Work it needs", str(STORY.decided["workload"]), GUIDE)
    mouse.drop_down("Decision", "Start now", GUIDE)
    mouse.use("Move card")
    until(lambda: window.row(f"{NUMBER}, {STORY.identified['title']}, priority Critical", "Reaction"))


def _reaction(mouse: Mouse) -> None:
    mouse.choose(NUMBER, "Reaction", twice=True)
    chapters.why_and_action(mouse, STORY)
    mouse.use("Back")
    mouse.drag(NUMBER, "Conclusion")
    sees_missing(ALWAYS_LEFT_OUT["conclusion"], GUIDE)
    mouse.use("Go to the actions", GUIDE)
    chapters.action_done(mouse, STORY)
    mouse.fill("Cause", STORY.cause["cause"])
    mouse.fill("How it was tested", STORY.tested["test_how"])
    mouse.drop_down("Result", "Passed")
    mouse.use("On to Conclusion →")
    until(lambda: sees("Step 5, Conclusion, the current step"))


def _conclusion(mouse: Mouse) -> None:
    chapters.review_and_signature(mouse, STORY)
    mouse.use(STORY.coordinator, "State of the register")
    mouse.choose(STORY.manager)
    mouse.choose(NUMBER, "Conclusion", twice=True)
    chapters.second_signature(mouse)


def find_again(folder: Path) -> None:
    """Nobody says which register: the program knows the last one, and who sat there."""
    window.start_program(folder, lambda: _find_again(folder))


def _find_again(folder: Path) -> None:
    devices, mouse = Devices(), Mouse()
    until(lambda: sees(STORY.manager, "State of the register"))
    mouse.fill("Find a number, word, person or place", STORY.found_by)
    mouse.choose(NUMBER, "Found while typing")
    chapters.read_all_steps(mouse, STORY)
    mouse.use("Print record")
    chapters.save_twice(mouse, folder, lambda: mouse.use("Save"))
    assert devices.keys == []
    window.close()


def test_that_the_story_is_told_by_mouse_and_found_again_after_the_plug_was_pulled(tmp_path: Path, screen: str) -> None:
    told = WindowStory(STORY, tmp_path)
    told.make_register()
    assert window.in_a_process(tell, told.folder) == -signal.SIGKILL
    assert window.in_a_process(find_again, told.folder) == 0
    told.check_record()
    told.check_prints("first.pdf", "second.pdf")
    told.check_log()
