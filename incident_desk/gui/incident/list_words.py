"""What the lists of an incident say: the verb that adds a line, the one that ends it, what stands while empty."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Lists"


@dataclass(frozen=True, slots=True)
class ListWords:
    """Source texts; `ListWords.said` gives one of them in the language of the window."""

    add: str
    empty: str = ""
    end: str = ""
    ending: str = ""

    def said(self, text: str) -> str:
        return QCoreApplication.translate(_CONTEXT, text) if text else ""


def _text(source: object) -> str:
    return str(source)


WORDS = {
    "people": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a person")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody is named yet. Who was affected, who saw it?")),
    ),
    "questions": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Ask back")),
        _text(QT_TRANSLATE_NOOP("Lists", "No question was asked back.")),
        _text(QT_TRANSLATE_NOOP("Lists", "Answer ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Answer: {name}")),
    ),
    "affected": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add who was hurt")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody is written down as hurt.")),
    ),
    "lots": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a lot")),
        _text(QT_TRANSLATE_NOOP("Lists", "No lot or piece is written down.")),
        _text(QT_TRANSLATE_NOOP("Lists", "Decided ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Decided: {name}")),
    ),
    "disclosures": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a conversation")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody who was harmed was spoken with yet.")),
    ),
    "timeline": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add an event")),
        _text(QT_TRANSLATE_NOOP("Lists", "No event yet. What happened first, what then?")),
    ),
    "factors": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a factor")),
        _text(QT_TRANSLATE_NOOP("Lists", "No factor yet. What made it likely or worse?")),
    ),
    "decisions": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a decision")),
        _text(QT_TRANSLATE_NOOP("Lists", "No decision is written down.")),
    ),
    "absences": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add an absence")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody was away or restricted.")),
    ),
    "team": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Give a role")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody has a role yet. Who leads, who writes down?")),
        _text(QT_TRANSLATE_NOOP("Lists", "Hand over ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Handed over: {name}")),
    ),
    "plan_steps": ListWords(""),
    "measures": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a measure")),
        _text(QT_TRANSLATE_NOOP("Lists", "No measure yet. What keeps people safe until this is solved?")),
        _text(QT_TRANSLATE_NOOP("Lists", "Lift ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Lift: {name}")),
    ),
    "communications": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a message")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nobody was told yet. Who should know?")),
    ),
    "promises": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Promise an update")),
        _text(QT_TRANSLATE_NOOP("Lists", "No update is promised.")),
        _text(QT_TRANSLATE_NOOP("Lists", "Kept ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Kept: {name}")),
    ),
    "whys": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a why")),
        _text(QT_TRANSLATE_NOOP("Lists", "No why yet. Why did it happen, and why that?")),
    ),
    "actions": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add an action")),
        _text(QT_TRANSLATE_NOOP("Lists", "No action yet. What keeps it from happening again?")),
        _text(QT_TRANSLATE_NOOP("Lists", "Done ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Done: {name}")),
    ),
    "obligations": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a duty")),
        _text(QT_TRANSLATE_NOOP("Lists", "No duty to report is written down. Who must be told by law?")),
        _text(QT_TRANSLATE_NOOP("Lists", "Sent ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Sent: {name}")),
    ),
    "follow_ups": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Add a follow-up")),
        _text(QT_TRANSLATE_NOOP("Lists", "Nothing to follow up yet. When is it checked that the fix holds?")),
        _text(QT_TRANSLATE_NOOP("Lists", "Done ...")),
        _text(QT_TRANSLATE_NOOP("Lists", "Done: {name}")),
    ),
    "addenda": ListWords(
        _text(QT_TRANSLATE_NOOP("Lists", "Write an addendum")),
        _text(QT_TRANSLATE_NOOP("Lists", "No addendum yet. What became known later is written here.")),
    ),
    "joined": ListWords(""),
}
