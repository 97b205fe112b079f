"""What a card says, worked out once when it is first shown, so that painting only paints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import PRIORITY_NAMES, STEP_NAMES, Priority
from incident_desk.gui.clock import Moments
from incident_desk.gui.language import language, said
from incident_desk.gui.paint.time_left import Haste, overdue_words
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording

HOUR = 3_600_000_000
DAY = 24 * HOUR
_SOON = 6 * HOUR
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Flag:
    """Icon, words and the token of their colour. `short` stands for the words where there is no room for them; the
    flag with the most `weight` keeps its words the longest.
    """

    icon: str
    text: str
    colour: str
    short: str
    weight: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due next: `left` is the share of its time that is left, 0 to 1; `sign` stands for the words `whose`
    where there is no room for them, and `short` for the countdown.
    """

    icon: str
    sign: str
    whose: str
    countdown: str
    haste: Haste
    left: float
    short: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `own` marks those the acting person leads, `put_off` those that wait until a day."""

    row: IncidentRow
    place: str
    open_for: str
    responsible: str
    own: bool
    flags: tuple[Flag, ...]
    deadline: Deadline | None
    spoken: str
    put_off: bool = False

    @property
    def id(self) -> str:
        return self.row.id


@dataclass(slots=True)
class CardMaker:
    """Makes the cards of one moment, each when it is first asked for: of thousands a screen shows fifty. `waiting`:
    until which day those are put off that are, by id.
    """

    now: int  # microseconds UTC
    wording: Wording
    own_id: str | None
    waiting: Mapping[str, date] = field(default_factory=dict)
    _made: dict[str, Card] = field(default_factory=dict)

    def __call__(self, row: IncidentRow) -> Card:
        card = self._made.get(row.id)
        if card is None or card.row is not row:
            card = self._made[row.id] = make_card(row, self.now, self.wording, self.own_id, self.waiting.get(row.id))
        return card


def shows_people(row: IncidentRow) -> bool:
    """Whether its card has the line of who leads it and its flags."""
    return bool(row.responsible_name or row.measures_in_force or row.missing or row.actions_total)


def flag_count(row: IncidentRow) -> int:
    return bool(row.measures_in_force) + bool(row.missing) + bool(row.actions_total)


def make_card(row: IncidentRow, now: int, wording: Wording, own_id: str | None, until: date | None = None) -> Card:
    """The card of a row at a moment (microseconds UTC). `until`: it is put off until that day."""
    age = wording.age(row.opened_at, now)
    open_for = translate("Card", "open {time}").format(time=age) if age else ""
    if until is not None:
        open_for = translate("Card", "until {day}").format(day=Moments(now, wording).day(until))
    flags = tuple(_flags(row, now))
    deadline = _deadline(row, now, wording)
    own = own_id is not None and row.responsible == own_id
    spoken = _spoken(row, flags, deadline)
    if until is not None:
        spoken += ", " + translate("Card", "put off {until}").format(until=open_for)
    return Card(row, row.place_name, open_for, row.responsible_name, own, flags, deadline, spoken, until is not None)


def _flags(row: IncidentRow, now: int) -> list[Flag]:
    flags = []
    if row.measures_in_force:
        overdue = row.measure_check_due is not None and row.measure_check_due < now
        text = translate("Card", "{count} in force").format(count=row.measures_in_force)
        icon, colour = ("shield-exclamation", "crit") if overdue else ("shield-check", "petrol")
        flags.append(Flag(icon, text, colour, str(row.measures_in_force), 1))
    if row.missing:
        one = row.missing == 1
        text = translate("Card", "1 missing") if one else translate("Card", "{count} missing").format(count=row.missing)
        flags.append(Flag("pencil", text, "high", str(row.missing), 2))
    if row.actions_total:
        text = translate("Card", "{done}/{total} done").format(done=row.actions_done, total=row.actions_total)
        flags.append(Flag("checkbox", text, "ink2", f"{row.actions_done}/{row.actions_total}", 0))
    return flags


_DUE_ICONS = {"measures": "shield", "promises": "alarm", "actions": "checkbox", "obligations": "clock-hour-4"}


def _deadline(row: IncidentRow, now: int, wording: Wording) -> Deadline | None:
    if row.next_due is None:
        return None
    whose, sign = _whose(row), _DUE_ICONS.get(row.next_due_list, "clock-hour-4")
    left = row.next_due - now
    if left < 0:
        late = overdue_words(-left, wording)
        return Deadline("alarm", sign, whose, late, Haste.OVERDUE, 0.0, wording.duration(-left))
    span = max(row.next_due - row.opened_at, HOUR)
    share = min(1.0, left / span)
    haste = Haste.SOON if left <= _SOON or share < 0.1 else Haste.IN_HAND
    words = wording.duration(left)
    return Deadline("alarm" if haste is Haste.SOON else sign, sign, whose, words, haste, share, words)


def _whose(row: IncidentRow) -> str:
    words = {
        "measures": translate("Card", "Check it"),
        "promises": translate("Card", "Tell {name} again"),
        "actions": translate("Card", "Action"),
        "obligations": translate("Card", "{name}"),
        "questions": translate("Card", "Answer"),
        "follow_ups": translate("Card", "Follow-up"),
    }
    return words.get(row.next_due_list, row.next_due_what).format(name=row.next_due_what)


def _spoken(row: IncidentRow, flags: tuple[Flag, ...], deadline: Deadline | None) -> str:
    """NUMBER, TITLE, priority WORD, step STEP, ..."""
    parts = [
        row.number,
        row.title,
        translate("Card", "priority {word}").format(word=said(PRIORITY_NAMES[Priority(row.priority)])),
    ]
    if row.step is not None:
        parts.append(translate("Card", "step {step}").format(step=STEP_NAMES[row.step][language()]))
    if row.place_name:
        parts.append(row.place_name)
    if row.responsible_name:
        parts.append(translate("Card", "responsible {name}").format(name=row.responsible_name))
    parts += [flag.text.replace("/", translate("Card", " of ")) for flag in flags]
    if deadline is not None:
        parts.append(f"{deadline.whose}, {deadline.countdown}")
    return ", ".join(parts)


def tip_of(card: Card) -> str:
    """The whole of what a narrow card may cut, and how one opens it."""
    off = translate("Card", "put off {until}").format(until=card.open_for) if card.put_off else ""
    parts = [card.row.number, card.row.title, card.place, off, ", ".join(flag.text for flag in card.flags)]
    if card.deadline is not None:
        parts.append(f"{card.deadline.whose}, {card.deadline.countdown}")
    parts.append(translate("Card", "Double-click or Enter opens it, right-click shows more."))
    return "\n".join(filter(None, parts))
