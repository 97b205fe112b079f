"""What an incident keeps of the sheet it came from: for the page, the paper and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import ERASED
from incident_desk.usecases.wording import Wording

_SHORT = 60
_GLANCE = 90


@dataclass(frozen=True, slots=True)
class SheetCell:
    heading: str
    text: str

    @property
    def is_long(self) -> bool:
        """Whether it is read as a text rather than at a glance."""
        return len(self.text) > _GLANCE or "\n" in self.text.strip()


def imported_from(values: Mapping[str, Any], wording: Wording) -> str:
    """The sheet and the row, in words; "" for an incident that was recorded here."""
    if "imported_from" not in values:
        return ""
    key = "record.as_it_stood_title_made" if values.get("title_made") else "record.as_it_stood"
    return wording.texts.say(key, source=values["imported_from"], row=values["imported_line"])


def cells_as_they_stood(values: Mapping[str, Any], wording: Wording) -> tuple[SheetCell, ...]:
    """The row of the old list, heading by heading. Texts that the record holds word by word are not said twice."""
    row = values.get("imported_row")
    if row is None:
        return ()
    if row is ERASED:
        return (SheetCell(wording.texts.say("record.the_row"), wording.texts.say("wording.erased")),)
    told = {value.strip() for value in values.values() if isinstance(value, str) and len(value) > _SHORT}
    return tuple(SheetCell(heading, text) for heading, text in row if text.strip() not in told)
