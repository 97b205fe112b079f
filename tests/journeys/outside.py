"""What somebody at the screen does from outside: a screen reader's tree to find things, a mouse and keys to act.

A script of its own for the Python of the system, which has pyatspi; it knows nothing of the program's code. It gets
what is to be told as JSON on standard input and writes what it saw as JSON on standard output.

    /usr/bin/python3 outside.py file|find < told.json
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

APPLICATION = "incident-desk"
SECONDS = 15.0
BUTTON, TEXT, RADIO, PAGE_NAMES = "push button", "text", "radio button", ("My work", "Inbox", "Board", "Reports")
Place = tuple[int, int, int, int]


def xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, timeout=60)


def wait_for(look: Callable[[], Any], what: str, seconds: float = SECONDS) -> Any:
    """What `look` gives once it gives something. Things that vanish while one looks are looked for again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except Exception:  # noqa: BLE001  # the tree changes while it is read; pyatspi has no one error for that
            pass
        time.sleep(0.05)
    raise AssertionError(f"never seen: {what}")


def is_in(thing: Any, *states: Any) -> bool:
    held = thing.getState()
    return all(held.contains(state) for state in states)


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


class Screen:
    """The program as somebody sees it who has only the screen and what it says of itself."""

    def __init__(self) -> None:
        self.program = wait_for(self._program, f"the program {APPLICATION}", 60)
        self.nameless: set[str] = set()

    def _program(self) -> Any:
        return next((each for each in pyatspi.Registry.getDesktop(0) if each and each.name == APPLICATION), None)

    def in_sight(self, role: str, name: str) -> Any | None:
        """The first of that role whose name is, or begins with, the name."""
        return next((x for x in below(self.program) if x.getRoleName() == role and x.name.startswith(name)), None)

    def find(self, role: str, name: str) -> Any:
        return wait_for(lambda: self.in_sight(role, name), f"{role} {name!r}")

    def names(self, role: str) -> list[str]:
        return [x.name for x in below(self.program) if x.getRoleName() == role]

    # --- acting ---

    def click(self, role: str, name: str) -> None:
        x, y, width, height = self._steady(lambda: place_of(self.find(role, name)))
        xdotool("mousemove", x + width // 2, y + height // 2, "click", 1)

    def _steady(self, where: Callable[[], Place]) -> Place:
        """Where it stands once it stands still: pages are laid out and windows placed in several goes."""
        before, since = where(), time.monotonic()
        while time.monotonic() - since < 0.15:
            time.sleep(0.05)
            now = where()
            if now != before:
                before, since = now, time.monotonic()
        return before

    def write(self, name: str, text: str) -> None:
        """Clicks into a field and types. What has no key of its own on this keyboard comes as from an input method."""
        self.click(TEXT, name)
        wait_for(lambda: is_in(self.find(TEXT, name), pyatspi.STATE_FOCUSED), f"the cursor in {name!r}")
        if text.isascii():
            for n, line in enumerate(text.split("\n")):
                if n:
                    xdotool("key", "Return")
                xdotool("type", "--delay", 12, "--", line)
        else:
            self.find(TEXT, name).queryEditableText().setTextContents(text)
        wait_for(lambda: self.text(name) == text, f"{text!r} in {name!r}")

    def text(self, name: str) -> str:
        return str(self.find(TEXT, name).queryText().getText(0, -1))

    # --- judging ---

    def look_round(self, page: str) -> None:
        """Notes everything on a page that takes the focus and does not say what it is."""
        for thing in below(self.program):
            if is_in(thing, pyatspi.STATE_FOCUSABLE) and not thing.name.strip():
                self.nameless.add(f"{page}: {thing.getRoleName()} in {thing.parent.getRoleName()} at {place_of(thing)}")


def explore() -> None:
    s = Screen()
    exec(sys.stdin.read(), {"s": s, **globals()})


if __name__ == "__main__":
    explore()
