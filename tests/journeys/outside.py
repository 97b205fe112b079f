"""What somebody at the screen does from outside: a screen reader's tree to find things, a mouse and keys to act.

A script of its own for the Python of the system, which has pyatspi; it knows nothing of the program's code. It gets
what is to be told as JSON on standard input and writes what it saw as JSON on standard output.

    /usr/bin/python3 outside.py file|find < told.json
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the Python of the system

APPLICATION = "incident-desk"
SECONDS, FIRST_SECONDS = 15.0, 60.0
BUTTON, TEXT, ONE_OF, ROW, LIST, COMBO = "push button", "text", "radio button", "list item", "list", "combo box"
Place = tuple[int, int, int, int]
Told = dict[str, str]


def xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, timeout=60)


def wait_for(look: Callable[[], Any], what: str, seconds: float = SECONDS) -> Any:
    """What `look` gives once it gives something. Things that vanish while one looks are looked for again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except Exception:  # noqa: BLE001  # the tree changes while it is read; pyatspi has no one error for it
            pass
        time.sleep(0.05)
    raise SystemExit(f"never seen: {what}")


def is_in(thing: Any, state: Any) -> bool:
    return bool(thing.getState().contains(state))


def below(thing: Any) -> Iterator[Any]:
    """Everything in sight below a thing, in reading order."""
    for n in range(thing.childCount):
        child = thing.getChildAtIndex(n)
        if child is not None and is_in(child, pyatspi.STATE_SHOWING):
            yield child
            yield from below(child)


def place_of(thing: Any) -> Place:
    extents = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return (extents.x, extents.y, extents.width, extents.height)


def name_of(thing: Any) -> str:
    """What a screen reader says it is. Qt gives a drop-down field its answer for a name: its label is its name."""
    if thing.getRoleName() != COMBO:
        return str(thing.name).strip()
    labels = [each for each in thing.getRelationSet() if each.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return " ".join(each.getTarget(n).name for each in labels for n in range(each.getNTargets())).strip()


class Screen:
    """The program as somebody sees it who has only the screen and what it says of itself."""

    def __init__(self) -> None:
        self.program = wait_for(self._program, APPLICATION, FIRST_SECONDS)
        self.pages: list[str] = []
        self.nameless: list[str] = []

    def _program(self) -> Any:
        return next((each for each in pyatspi.Registry.getDesktop(0) if each and each.name == APPLICATION), None)

    def in_sight(self, role: str, name: str, within: str = "") -> Any | None:
        """The first thing of that role whose name begins so; `within` names the sheet it stands on."""
        whole = next((each for each in below(self.program) if each.name == within), None) if within else self.program
        things = below(whole) if whole is not None else ()
        return next((each for each in things if each.getRoleName() == role and name_of(each).startswith(name)), None)

    def find(self, role: str, name: str, within: str = "") -> Any:
        return wait_for(lambda: self.in_sight(role, name, within), f"{role} {name!r} {within}")

    def first_of(self, *wanted: tuple[str, str]) -> int:
        """Which of several things is there first, as its place among the wanted."""

        def look() -> int:
            return next((n for n, (role, name) in enumerate(wanted, 1) if self.in_sight(role, name)), 0)

        return int(wait_for(look, f"one of {wanted}", FIRST_SECONDS)) - 1

    def says(self, words: str) -> None:
        wait_for(lambda: any(words in each.name for each in below(self.program)), repr(words))

    # --- acting ---

    def click(self, role: str, name: str, within: str = "") -> None:
        x, y, width, height = self._still(lambda: place_of(self.find(role, name, within)))
        xdotool("mousemove", x + width // 2, y + height // 2, "click", 1)

    def _still(self, where: Callable[[], Place]) -> Place:
        """Where it stands once it stands still: pages are laid out and windows placed in several goes."""
        before, since = where(), time.monotonic()
        while time.monotonic() - since < 0.15:
            time.sleep(0.05)
            now = where()
            if now != before:
                before, since = now, time.monotonic()
        return before

    def write(self, name: str, text: str, within: str = "") -> None:
        """Clicks into a field and types. What this keyboard has no keys for comes as from an input method."""
        self.click(TEXT, name, within)
        focused = pyatspi.STATE_FOCUSED
        wait_for(lambda: is_in(self.find(TEXT, name, within), focused), f"the cursor in {name!r}")
        if text.isascii():
            for n, line in enumerate(text.split("\n")):
                if n:
                    xdotool("key", "Return")
                xdotool("type", "--delay", 12, "--", line)
        else:
            self.find(TEXT, name, within).queryEditableText().setTextContents(text)
        wait_for(lambda: self.text(name, within) == text, f"{text!r} in {name!r}")

    def pick(self, name: str, text: str, within: str = "") -> None:
        """A few letters into a field with a list below it, then the row that is meant."""
        self.write(name, text[:4], within)
        self.click(ROW, f"{text}, ", f"{name}, choices")
        wait_for(lambda: self.text(name, within) == text, f"{text!r} taken for {name!r}")

    def text(self, name: str, within: str = "") -> str:
        return str(self.find(TEXT, name, within).queryText().getText(0, -1))

    def look_round(self, page: str) -> None:
        """Notes everything on a page that takes the focus and does not say what it is."""
        self.pages.append(page)
        for thing in wait_for(lambda: list(below(self.program)), page):
            if is_in(thing, pyatspi.STATE_FOCUSABLE) and not name_of(thing):
                self.nameless.append(f"{page}: {thing.getRoleName()} {thing.name!r} at {place_of(thing)}")


# --- the journey ---


def file_and_lead(screen: Screen, told: Told) -> dict[str, Any]:
    """From the quick report into the second step."""
    number = _file(screen, told)
    _sign_in_if_asked(screen, told["coordinator"])
    screen.click(ONE_OF, "Inbox")
    waiting = screen.find(ROW, number).name
    screen.says(told["what"])
    screen.look_round("Inbox")
    screen.click(BUTTON, "Accept")
    screen.says("No report is waiting.")
    screen.click(ONE_OF, "Board")
    screen.find(ROW, number)
    screen.look_round("Board")
    screen.click(ROW, number)
    xdotool("key", "Return")
    _on_to_containment(screen, told)
    return {"number": number, "waiting": waiting, "step": _current_step(screen)}


def _file(screen: Screen, told: Told) -> str:
    if screen.first_of((TEXT, "What happened?"), (BUTTON, "Report an incident")) == 1:
        screen.click(BUTTON, "Report an incident")
    screen.click(ONE_OF, f"What is it?: {told['kind']}")
    screen.write("What happened?", told["what"])
    screen.pick("Where?", told["place"])
    screen.click(ONE_OF, "When did it happen?: Just now")
    screen.write("Who reports?", told["reporter"])
    screen.look_round("Report an incident")
    screen.click(BUTTON, "Send report")
    sent = screen.find("label", "Your report is ").name
    ways = ("Back", "Sign in to see the register")
    screen.click(BUTTON, ways[screen.first_of((BUTTON, ways[0]), (BUTTON, ways[1]))])
    return str(sent.removeprefix("Your report is ").removesuffix("."))


def _sign_in_if_asked(screen: Screen, name: str) -> None:
    if screen.first_of((LIST, "People of this register"), (ONE_OF, "Inbox")) == 0:
        screen.look_round("Who is at this PC?")
        screen.click(ROW, name)


def _on_to_containment(screen: Screen, told: Told) -> None:
    """The sheet under the button asks for exactly what is missing."""
    move = "On to Containment"
    screen.find(BUTTON, "Step 1, Identification, the current step, 2 missing")
    screen.look_round("Identification")
    screen.click(BUTTON, move)
    screen.says("2 things are still missing")
    screen.look_round(move)
    screen.write("Discovered", told["discovered"], move)
    screen.pick("Category", told["category"], move)
    screen.click(BUTTON, "Move on", move)


def _current_step(screen: Screen) -> str:
    """As the rail of the incident says it."""
    screen.find(BUTTON, "Step 2, Containment, the current step")
    screen.look_round("Containment")
    steps = [each.name for each in below(screen.program) if "the current step" in each.name]
    return ", ".join(steps)


def _stands_on(screen: Screen, page: str) -> bool:
    return is_in(screen.find(ONE_OF, page), pyatspi.STATE_CHECKED)


def find_again(screen: Screen, told: Told) -> dict[str, Any]:
    """By a word in the search box, then on the incident's own page."""
    screen.first_of((ONE_OF, "Board"), (LIST, "People of this register"))
    _sign_in_if_asked(screen, told["coordinator"])
    for page in ("My work", "Reports", "Settings"):
        screen.click(ONE_OF, page)
        wait_for(partial(_stands_on, screen, page), page)
        screen.look_round(page)
    screen.click(ONE_OF, "Board")
    screen.write("Find a number", told["word"])
    xdotool("key", "Return")
    hit = screen.find(ROW, told["number"], told["hits"]).name
    screen.look_round("Search")
    screen.click(ROW, told["number"], told["hits"])
    xdotool("key", "Return")
    step = _current_step(screen)
    journal = [each.name for each in below(screen.find(LIST, "Journal"))]
    screen.click(BUTTON, "Step 1, Identification")
    return {
        "hit": hit, "step": step, "journal": journal, "what": screen.text("What happened"),
        "place": screen.text("Place"), "reporter": screen.text("Reporter's name"), "category": screen.text("Category"),
    }  # fmt: skip


def main() -> None:
    journey = {"file": file_and_lead, "find": find_again}[sys.argv[1]]
    screen = Screen()
    seen = journey(screen, json.load(sys.stdin))
    json.dump({**seen, "pages": screen.pages, "nameless": screen.nameless}, sys.stdout)


if __name__ == "__main__":
    main()
