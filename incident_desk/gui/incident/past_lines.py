"""What the look back shows, line by line: a record as it stood, two moments side by side, the values of one field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.word_changes import How, Piece
from incident_desk.gui.models.line_model import LineModel
from incident_desk.usecases.compare import Comparison
from incident_desk.usecases.field_history import PastValue
from incident_desk.usecases.record_as_of import Standing
from incident_desk.usecases.record_plainly import plain_sections
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class PastLine:
    """A heading alone; a label with a value; or a label with a text as it was and as it became, piece by piece."""

    label: str
    remark: str = ""
    value: str = ""
    pieces: tuple[Piece, ...] = ()
    is_heading: bool = False

    @property
    def old(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.how is not How.NEW)

    @property
    def new(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.how is not How.GONE)

    def in_words(self) -> str:
        if self.is_heading:
            return self.label
        named = f"{self.label}, {self.remark}" if self.remark else self.label
        if not self.pieces:
            return f"{named}: {self.value}"
        sentence = QCoreApplication.translate("Past", "{label}. Before: {old}. After: {new}.")
        nothing = QCoreApplication.translate("Past", "nothing")
        return sentence.format(label=named, old=self.old or nothing, new=self.new or nothing)


class PastModel(LineModel[PastLine]):
    def words(self, line: PastLine) -> str:
        return line.in_words()


def lines_of_standing(stood: Standing, wording: Wording) -> Iterator[PastLine]:
    for section in plain_sections(stood.record, stood.worded(wording)):
        yield PastLine(section.title, is_heading=True)
        for fact in section.facts:
            yield PastLine(fact.label, value=fact.value)


def lines_of_comparison(found: Comparison) -> Iterator[PastLine]:
    for each in found.differences:
        named = f"{each.where}, {each.label}" if each.where else each.label
        yield PastLine(named, pieces=each.pieces)


def lines_of_history(values: Sequence[PastValue], wording: Wording) -> Iterator[PastLine]:
    """Each value under the entry that wrote it."""
    entry = QCoreApplication.translate("Past", "Entry {position}, {time}")
    for each in values:
        line = each.line
        label = entry.format(position=line.position, time=wording.moment(line.recorded_at))
        remark = f"{line.who} ({line.reason})" if line.reason else line.who
        yield PastLine(label, remark, pieces=each.pieces)
