"""One cell read for one field. What cannot be read raises NotRead or Refused, and nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.values import Json, StatedTime
from incident_desk.usecases.importing.clocks import Hours, is_half_day, named_zone
from incident_desk.usecases.importing.dates import (
    NotRead,
    ReadInPart,
    TimeReading,
    day_beside_words,
    read_day,
    read_day_and_hours,
    read_hours,
    read_time,
    time_on,
)
from incident_desk.usecases.importing.mapping import (
    IN_WORDS,
    LEAVE_OUT,
    NEW,
    SEVERAL,
    FieldSource,
    SheetMapping,
    may_be_new,
)
from incident_desk.usecases.importing.numbers import read_number, units_of
from incident_desk.usecases.importing.words import KnownWords, NewWord

_ERROR = re.compile(r"#(?:DIV/0!|[A-ZÄÖÜ_]{2,12}[!?]|N/A|NV)|Err:\d{3}")
_LONGEST_NAME = 120
_MIDNIGHT = Hours(timedelta())

Read = Json | NewWord


class CellReader:
    """Reads the cells of one sheet as its mapping says."""

    def __init__(self, mapping: SheetMapping, known: KnownWords, register_zone: str) -> None:
        self._mapping, self._known = mapping, known
        self._met: dict[tuple[str, str], Read] = {}  # words come again and again
        self.time = TimeReading(mapping.date_order, mapping.zone or register_zone, mapping.midnight_unknown)

    def read(self, declared: Field, source: FieldSource, cells: Sequence[tuple[str, str]]) -> Read:
        """The value of a field from headings and texts, None where they say nothing. ReadInPart carries it."""
        stated = [(heading, text) for heading, text in cells if text.strip() and not is_error(text)]
        if not stated:
            return None
        if declared.kind is FieldKind.TIME:
            return self._time(stated)
        if declared.kind in IN_WORDS:
            return self._words(declared, source, [text for _, text in stated])
        return self._plain(declared, stated)

    def _time(self, stated: Sequence[tuple[str, str]]) -> Json:
        """A day and its hour may stand in two columns, before or after noon in a third; an hour without a day says
        nothing, nor do two hours."""
        texts = _with_halves([text for _, text in stated])
        reading = self._reading([heading for heading, _ in stated])
        if len(texts) == 1 < len(stated) and is_half_day(stated[-1][1]):
            return self._moment_of_half(texts[0], stated[0][1], reading)
        if len(texts) == 1:
            return self._moment(texts[0], reading)
        day, beside = read_day_and_hours(texts[0], reading)
        try:
            hours = read_hours(texts[1])
        except NotRead:
            raise self._day_alone(day) from None
        if len(texts) > 2 or beside not in (None, _MIDNIGHT, hours):
            raise self._day_alone(day)
        return time_on(day, hours, reading).to_json()

    def _reading(self, headings: Sequence[str]) -> TimeReading:
        zone = next(filter(None, map(named_zone, headings)), None)
        return replace(self.time, hours_zone=zone) if zone else self.time

    def _moment(self, text: str, reading: TimeReading) -> Json:
        try:
            return read_time(text, reading).to_json()
        except ReadInPart:
            raise
        except NotRead:
            day = day_beside_words(text, reading)
            if day is None:
                raise
            raise self._day_alone(day) from None

    def _moment_of_half(self, text: str, day: str, reading: TimeReading) -> Json:
        """Before or after noon says something beside an hour alone."""
        try:
            return self._moment(text, reading)
        except ReadInPart:
            raise
        except NotRead:
            raise self._day_alone(read_day(day, reading)) from None

    def _day_alone(self, day: date) -> ReadInPart:
        return ReadInPart("hour_kept", StatedTime.on(day, self.time.zone).to_json())

    def _plain(self, declared: Field, stated: Sequence[tuple[str, str]]) -> Json:
        text = stated[0][1]
        if declared.kind is FieldKind.NUMBER:
            return read_number(text, self._mapping.decimal_sign, units_of(declared.unit))
        if declared.kind is FieldKind.DATE:
            return read_day(text, self.time).isoformat()
        if declared.kind is FieldKind.TEXT:
            return ", ".join(" ".join(each.split()) for _, each in stated)
        if len(stated) == 1:
            return text
        return "\n".join(f"{heading}: {each}" for heading, each in stated)

    def _words(self, declared: Field, source: FieldSource, texts: Sequence[str]) -> Read:
        if declared.kind in SEVERAL:
            words = [word for text in texts for word in text.split(self._mapping.separator) if word.strip()]
            found = [self._word(declared, source, word) for word in words]
            return [each for each in dict.fromkeys(found) if each is not None] or None
        return self._word(declared, source, ", ".join(texts) if declared.kind is FieldKind.PLACE else texts[0])

    def _word(self, declared: Field, source: FieldSource, word: str) -> Read:
        met = (declared.key, word)
        if met not in self._met:
            self._met[met] = self._meant(declared, source, word)
        return self._met[met]

    def _meant(self, declared: Field, source: FieldSource, word: str) -> Read:
        meaning = source.meaning(word)
        if meaning == "":
            return None
        found = self._known.find(declared, word if meaning is None else meaning)
        if found is not None:
            return found
        if may_be_new(declared) and (meaning is not None or source.others == NEW):
            return NewWord(declared.kind, _name(meaning or word))
        if meaning is None and source.others == LEAVE_OUT:
            return None
        raise NotRead("word_unknown")


def _name(word: str) -> str:
    """What a new place, person or category is called."""
    name = " ".join(word.split())
    if len(name) > _LONGEST_NAME:
        raise NotRead("name_too_long")
    return name


def _with_halves(texts: Sequence[str]) -> list[str]:
    """Texts of a day and its hour; what says before or after noon alone belongs to the hour before it."""
    found = [texts[0]]
    for text in map(_hour_of, texts[1:]):
        if is_half_day(text):
            found[-1] += f" {text.strip()}"
        else:
            found.append(text)
    return found


def _hour_of(text: str) -> str:
    """The hour of a cell that a spreadsheet kept as a moment: "1899-12-30 08:30", or as part of a day: 0.354."""
    moment = re.fullmatch(r"(?:1899|1900)-\d\d-\d\d (\d\d:\d\d(?::\d\d)?)", text.strip())
    if moment:
        return moment[1]
    if re.fullmatch(r"0\.\d+", text.strip()):
        seconds = round(float(text) * 86_400)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return text


def is_error(text: str) -> bool:
    """Whether a spreadsheet says so that it could not work a cell out."""
    return _ERROR.fullmatch(text.strip()) is not None
