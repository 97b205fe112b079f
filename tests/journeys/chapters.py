"""Chapters that mouse and keyboard tell in the same words: each button and field is named, the device does the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest

from tests.journeys import at_the_window as window
from tests.journeys.at_the_window import at, sees, sees_missing, until
from tests.journeys.devices import Hand, write
from tests.journeys.sector_stories import ALWAYS_LEFT_OUT, SectorStory
from tests.journeys.window_story import STEPS, typed


def why_and_action(hand: Hand, story: SectorStory) -> None:
    hand.use("Add a why")
    hand.fill("Why", story.why["what"], "New: why")
    hand.fill("How we know", story.why["evidence"], "New: why")
    hand.use("Save", "New: why")
    until(lambda: sees(story.why["evidence"]))
    hand.use("Add an action")
    hand.fill("What", story.action["what"], "New: action")
    hand.drop_down("Kind", "Corrective", "New: action")
    hand.pick("Owner", story.coordinator, "New: action")
    hand.fill("Due", story.action["due"], "New: action")
    hand.drop_down("Strength", "Strong", "New: action")
    hand.use("Save", "New: action")
    until(lambda: sees("Done ..."))


def action_done(hand: Hand, story: SectorStory) -> None:
    hand.use("Done ...")
    ending = f"Done: {story.action['what']}"
    hand.fill("Done", typed(story.action_done["done"]), ending)
    hand.fill("Proof", story.action_done["proof"], ending)
    hand.use("Save", ending)
    window.gone(ending)


def review_and_signature(hand: Hand, story: SectorStory) -> None:
    """The first try to sign is refused with the list of what is missing."""
    hand.use("Sign ...")
    hand.use("Sign")
    sees_missing(ALWAYS_LEFT_OUT["sign-off"], "Conclude")
    hand.fill("Summary", story.review["summary"], "Conclude")
    hand.fill("What worked well", story.review["review_worked"], "Conclude")
    hand.fill("What was difficult", story.review["review_challenges"], "Conclude")
    hand.fill("What we do better next time", story.review["review_better"], "Conclude")
    hand.use("Save", "Conclude")
    window.gone("Conclude")
    until(lambda: sees("Nothing is missing any more. Sign now."))
    hand.fill("Lesson", story.review["lesson"])
    hand.fill("Answer to the reporter", story.review["feedback"])
    hand.use("Sign ...")
    window.row(story.review["feedback"], "Journal")  # saved on leaving its field; nobody signs before that
    hand.use("Sign")
    until(lambda: sees("signed and locked"))


def second_signature(hand: Hand) -> None:
    hand.use("Sign ...")
    hand.use("Sign")
    until(lambda: sees("concluded"))


def read_all_steps(hand: Hand, story: SectorStory) -> None:
    """Every text that was typed stands on one of the five forms."""
    read = ""
    for number, step in enumerate(STEPS, 1):
        hand.use(f"Step {number}, {step}")
        QTest.qWait(100)
        read += window.written()
    lost = [text for text in story.texts if text not in read]
    assert not lost, lost


def save_twice(hand: Hand, folder: Path, confirm: Callable[[], None]) -> None:
    for name in ("first.pdf", "second.pdf"):
        hand.use("Save as PDF ...")
        until(lambda: at("File name:"))
        write(str(folder / name))
        confirm()
        until(partial(sees, f"Saved as {name}."))
