"""One line of what is owed, in the words of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.lists import LISTS
from incident_desk.gui.clock import Moments
from incident_desk.gui.language import said
from incident_desk.gui.paint.time_left import Haste, overdue_words
from incident_desk.gui.work.reading import ToSign, due_day, due_on_day
from incident_desk.support.drafts import Draft
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import IncidentRow, WorkRow

TICKED = ("actions", "follow_ups")  # lists whose lines are ticked done in place
_HOUR, _DAY = 3_600_000_000, 86_400_000_000
_DRAFT_LETTERS = 60
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Owed:
    """`key` is the same line after a new reading; `incident` "" opens the report sheet.

    `ends` is the field that a tick fills in with the present time; "" where nothing can be ticked.
    """

    key: str
    incident: str
    icon: str
    ink: str
    what: str
    below: str
    when: str = ""
    haste: Haste = Haste.IN_HAND
    ends: str = ""

    @property
    def tickable(self) -> bool:
        return bool(self.ends)

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.what, self.when, self.below) if part)


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns rows into lines. `everybody`: each line says whose it is."""

    moments: Moments
    names: Names
    own: str | None
    everybody: bool
    may_tick: bool

    def lines(self, rows: Sequence[WorkRow]) -> list[Owed]:
        """One's own first, each in the order of what is due."""
        mine = [row for row in rows if row.owner is not None and row.owner == self.own]
        others = [row for row in rows if row.owner is None or row.owner != self.own]
        return [self._line(row) for row in (*mine, *others)]

    def _line(self, row: WorkRow) -> Owed:
        when, haste = due_words(row, self.moments)
        icon, ink = _sign(row.list, haste)
        ends = (LISTS[row.list].done or "") if self.may_tick and row.list in TICKED else ""
        return Owed(row.item, row.incident, icon, ink, row.what, self._below(row), when, haste, ends)

    def _below(self, row: WorkRow) -> str:
        owner = self.names.person(row.owner) if self.everybody else ""
        return "   ".join(part for part in (owner, row.number, row.title) if part)

    def to_sign(self, asked: ToSign) -> Owed:
        what = translate("Owed", "Sign off {number}").format(number=asked.row.number)
        below = f"{asked.row.title}   {said(asked.sign_off.meaning)}"
        return Owed(f"sign {asked.row.id}", asked.row.id, "signature", "ink2", what, below)

    def back(self, row: IncidentRow, day: date) -> Owed:
        """Put off until a day that has come."""
        what = translate("Owed", "Decide again: {title}").format(title=row.title)
        leads = row.responsible_name if self.everybody else ""
        choice = translate("Owed", "start now or put off again")
        below = "   ".join(part for part in (leads, row.number, choice) if part)
        return Owed(f"back {row.id}", row.id, "clock-pause", "ink2", what, below, self.moments.day(day), Haste.SOON)

    def question(self, row: WorkRow) -> Owed:
        when, haste = due_words(row, self.moments)
        what = translate("Owed", "Question: {question}").format(question=row.what)
        below = f"{row.number}   {row.title}"
        return Owed(row.item, row.incident, "message-question", "ink2", what, below, when, haste)

    def draft(self, draft: Draft, number: str = "") -> Owed:
        begun = str(draft.values.get("what_happened") or "").strip().split("\n")[0][:_DRAFT_LETTERS]
        what = translate("Owed", "Your draft: {text}").format(text=number or begun or "...")
        below = translate("Owed", "kept {time}, not sent yet").format(time=self.moments.at(draft.kept_at))
        return Owed(f"draft {draft.subject}", draft.record, "file-text", "ink2", what, below)


def _sign(list_key: str, haste: Haste) -> tuple[str, str]:
    if list_key == "measures":
        return ("shield-exclamation", "crit") if haste is Haste.OVERDUE else ("shield-check", "petrol")
    if list_key == "promises":
        return ("alarm", haste.value) if haste in (Haste.SOON, Haste.OVERDUE) else ("phone", "ink2")
    return "checkbox", "ink2"


def due_words(row: WorkRow, moments: Moments) -> tuple[str, Haste]:
    """When a line is due: a day for what is due on a day, else the hour, or the minutes that are left."""
    if row.due is None:
        return "", Haste.IN_HAND
    if due_on_day(row):
        return _day_words(row, moments)
    left = moments.left(row.due, moments.now)
    if left.haste is Haste.OVERDUE or row.due - moments.now < _HOUR:
        return left.words, left.haste
    clock = moments.clock(row.due)
    return (clock if ":" in clock else moments.at(row.due)), left.haste


def _day_words(row: WorkRow, moments: Moments) -> tuple[str, Haste]:
    day = due_day(row, moments.wording.zone)
    days = (day - moments.today).days
    if row.due is not None and days < 0:
        return overdue_words(moments.now - row.due, moments.wording), Haste.OVERDUE
    if days <= 1:
        return moments.day(day), Haste.SOON if days == 0 else Haste.IN_HAND
    return translate("Owed", "in {time}").format(time=moments.wording.duration(days * _DAY)), Haste.IN_HAND
