"""Values, times and refusals in words: one way for window, command line and papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.anonymising import GAP
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.equipment_keys import CODE_KEYS
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE
from incident_desk.domain.gates import CONDITIONS
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.knowledge import field_of
from incident_desk.domain.lists import LISTS
from incident_desk.domain.values import Precision, StatedTime, from_micros
from incident_desk.domain.vocabulary import ROLE_NAMES, STATUS_NAMES, STEP_BY_KEY, STEP_NAMES, Role, Status
from incident_desk.support.texts import Texts
from incident_desk.usecases.erasing.places import said
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import EquipmentRow, StoredTime

_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}
_DAY = 86_400_000_000
_UTC = frozenset({"Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"})


def said_zone(zone: str) -> str:
    """ "Etc/UTC" is what a system calls it; people say UTC."""
    return "UTC" if zone in _UTC else zone


def is_day_alone(instant: int, zone: str) -> bool:
    """Whether nobody measured that moment: what is measured never falls on the very first microsecond of a day, where
    a day stands that an old list gives without an hour.
    """
    return from_micros(instant).astimezone(ZoneInfo(zone)).time() == time()


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything said in one language, with the register's names where there is a register. `in_window`: to somebody
    who writes times as people do, not as the command line takes them.
    """

    texts: Texts
    names: Names | None = None
    in_window: bool = False

    @property
    def language(self) -> str:
        return self.texts.language

    @property
    def zone(self) -> str:
        return self.names.settings.zone if self.names else "UTC"

    # --- times ---

    def day(self, day: date) -> str:
        dot = "." if self.language == "de" else ""
        return f"{day.day}{dot} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def moment(self, instant: int, zone: str | None = None, *, seconds: bool = False) -> str:
        """An instant in the register's zone: "12 Nov 2026, 08:34"."""
        local = from_micros(instant).astimezone(ZoneInfo(zone or self.zone))
        return f"{self.day(local.date())}, {local:%H:%M:%S}" if seconds else f"{self.day(local.date())}, {local:%H:%M}"

    def hour(self, instant: int) -> str:
        """Only the hour, of a day that is named beside it: "08:34"."""
        return f"{from_micros(instant).astimezone(ZoneInfo(self.zone)):%H:%M}"

    def moment_with_zone(self, instant: int) -> str:
        return f"{self.moment(instant)} ({self.zone_name})"

    @property
    def zone_name(self) -> str:
        """The register's zone as people say it."""
        return said_zone(self.zone)

    def recorded(self, instant: int) -> str:
        """When a record came up or was concluded: of one from an old list that gives the days alone, the day."""
        if is_day_alone(instant, self.zone):
            return self.day(from_micros(instant).astimezone(ZoneInfo(self.zone)).date())
        return self.moment(instant)

    def stated(self, value: Any) -> str:
        """A time as people stated it, never more exact than they said."""
        return self.stated_time(StatedTime.from_json(value))

    def stored(self, said: StoredTime | None) -> str:
        """The same of a row; "" where it is not stated."""
        if said is None:
            return ""
        first, last = (None if end is None else from_micros(end) for end in (said.earliest, said.latest))
        return self.stated_time(StatedTime(first, last, Precision(said.precision), said.zone))

    def stated_time(self, said: StatedTime) -> str:
        if said.precision is Precision.UNKNOWN or said.earliest is None or said.latest is None:
            return self.texts.say("wording.time_unknown")
        zone = ZoneInfo(said.zone)
        first, last = said.earliest.astimezone(zone), said.latest.astimezone(zone)
        other_zone = "" if said.zone == self.zone else f" ({said_zone(said.zone)})"
        match said.precision:
            case Precision.DATE:
                return self.day(first.date()) + other_zone
            case Precision.BETWEEN:
                return (
                    self.texts.say("wording.time_between", first=self._local(first), last=self._local(last))
                    + other_zone
                )
            case Precision.ABOUT:
                return self.texts.say("wording.time_about", time=self._local(first)) + other_zone
            case _:
                return self._local(first) + other_zone

    def _local(self, moment: datetime) -> str:
        return f"{self.day(moment.date())}, {moment:%H:%M}"

    def duration(self, microseconds: int) -> str:
        """Two parts at most: "6 min", "3 h 36 min", "1 d 21 h"."""
        minutes = max(0, microseconds) // 60_000_000
        days, rest = divmod(minutes, 1440)
        hours, minutes = divmod(rest, 60)
        day, hour, minute = (self.texts.say(f"wording.unit_{unit}") for unit in ("day", "hour", "minute"))
        if days:
            return f"{days} {day} {hours} {hour}" if hours and days < 7 else f"{days} {day}"
        if hours:
            return f"{hours} {hour} {minutes} {minute}" if minutes else f"{hours} {hour}"
        return f"{minutes} {minute}"

    def age(self, since: int, now: int) -> str:
        """How long ago something was recorded, in whole days where the day alone is known; "" where it is today."""
        passed = now - since
        if not is_day_alone(since, self.zone):
            return self.duration(passed)
        return self.duration(passed - passed % _DAY) if passed >= _DAY else ""

    # --- values ---

    def label(self, key: str) -> str:
        """A field's label; for "list.field" that of the list's column."""
        field = self.field(key)
        return field.label[self.language] if field else key

    def field(self, key: str) -> Field | None:
        list_key, _, column = key.partition(".")
        if column and list_key in LISTS:
            return LISTS[list_key].field(column)
        found = self.names.field(key) if self.names else CORE.get(key)
        return found or field_of(key, self.names.pack if self.names else None)

    def value(self, field: Field | None, value: Any) -> str:
        """A value in words; "" where nothing is stated."""
        if value is None:
            return ""
        if value is ERASED:
            return self.texts.say("wording.erased")
        if field is None or value == GAP:
            return str(value)
        return self._of_kind(field, value)

    def rated(self, field: Field, value: Any, matrix: str) -> str:
        """A row or column of the matrix it was rated by, as an entry names that; of another one the bare code."""
        return self.value(field if self.knows_matrix(matrix) else None, value)

    def knows_matrix(self, named: str) -> bool:
        """Whether the matrix that an entry names, such as "hospital_5x5 1", is the one of the pack."""
        matrix = self.names.pack.matrix if self.names else None
        return matrix is not None and named == f"{matrix.id} {matrix.version}"

    def _of_kind(self, field: Field, value: Any) -> str:
        match field.kind:
            case FieldKind.TIME:
                return self.stated(value)
            case FieldKind.DATE:
                return self.day(date.fromisoformat(value))
            case FieldKind.YES_NO:
                return self.texts.say("wording.yes" if value else "wording.no")
            case FieldKind.CHOICE:
                return self._option(field, value)
            case FieldKind.CHOICES:
                return ", ".join(self._option(field, code) for code in value)
            case FieldKind.NUMBER:
                return self._number(field, value)
            case FieldKind.PERSON:
                return (self.names.person(value) if self.names else "") or self.texts.say("wording.person_unknown")
            case FieldKind.PLACE:
                return (self.names.place(value) if self.names else "") or str(value)
            case FieldKind.EQUIPMENT:
                return ", ".join((self.names.piece(each) if self.names else "") or str(each) for each in value)
            case FieldKind.CATEGORY:
                return self.names.category(value, self.language) if self.names else str(value)
            case FieldKind.SUBCATEGORY:
                return self.names.subcategory(value, self.language) if self.names else str(value)
            case _:
                return str(value)

    def _option(self, field: Field, code: str) -> str:
        option = field.option(code)
        return option.label[self.language] if option else code

    def _number(self, field: Field, value: Any) -> str:
        text = f"{Decimal(str(value)):f}".removesuffix(".0")  # every digit that was typed, and no exponent
        if self.language == "de":
            text = text.replace(".", ",")
        unit = field.unit[self.language]
        return f"{text} {unit}" if unit else text

    def numbers(self, piece: EquipmentRow) -> str:
        """What stands on a piece of equipment: "A-4711, SN 100, lot L77"; nobody needs to be told the first."""
        told = [self.texts.say(f"wording.equipment_{key}", number=number) for key in CODE_KEYS[1:]
                if (number := getattr(piece, key))]  # fmt: skip
        return ", ".join([piece.asset, *told] if piece.asset else told)

    # --- needs and refusals ---

    def need(self, need: str) -> str:
        condition = CONDITIONS.get(need)
        return self.label(need) if condition is None else condition.label[self.language]

    def needs(self, needs: Iterable[str]) -> str:
        return "; ".join(self.need(need) for need in needs)

    def refusal(self, refused: Refused) -> str:
        """The sentence of a refusal: what is wrong and what to do."""
        facts = {key: self._fact(key, value) for key, value in refused.facts.items()}
        facts.setdefault("field", self._field_name(refused.field))
        facts["needs"] = facts.get("missing", "")
        facts.setdefault("fields", ", ".join(self._field_name(str(key)) for key in refused.facts.get("keys", ())))  # type: ignore[attr-defined]  # a tuple
        if "list" in refused.facts and "missing" in refused.facts:
            facts["columns"] = self._columns(str(refused.facts["list"]), refused.facts["missing"])
        for key in ("first", "second"):
            if key in refused.facts:
                facts[key] = self._field_name(f"measures.{refused.facts[key]}")
        in_window = f"refusal.{refused.code}_in_window"
        said = self.in_window and self.texts.has(in_window)
        return self.texts.say(in_window if said else f"refusal.{refused.code}", **facts)

    def _columns(self, list_key: str, keys: Any) -> str:
        return ", ".join(LISTS[list_key].field(key).label[self.language] for key in keys)

    def _field_name(self, key: str | None) -> str:
        if key is None:
            return self.texts.say("wording.this_field")
        found = self.field(key)
        if found is None:
            found = next((f for each in LISTS.values() for f in each.fields if f.key == key), None)
        return found.label[self.language] if found else key

    def _fact(self, key: str, value: object) -> str:
        if key in {"step", "expected"} and value in STEP_BY_KEY:
            return STEP_NAMES[STEP_BY_KEY[str(value)]][self.language]
        if key == "passage":
            return said(str(value), self)
        if key == "status" and value in set(Status):
            return STATUS_NAMES[Status(str(value))][self.language]
        if key == "roles" and isinstance(value, list):
            return self.texts.say("wording.or").join(ROLE_NAMES[Role(role)][self.language] for role in value)
        if key == "missing" and isinstance(value, tuple | list):
            return self.needs(value)
        if isinstance(value, list | tuple):
            return ", ".join(str(each) for each in value)
        return str(value)

    def trouble(self, trouble: SurroundingsFailed) -> str:
        return self.texts.say(f"trouble.{trouble.code}", **trouble.facts)
