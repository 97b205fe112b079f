"""What is looked at of a record's past, read off the UI thread: one moment, two side by side, or one field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from incident_desk.gui.incident.past_lines import (
    PastLine,
    lines_of_comparison,
    lines_of_history,
    lines_of_standing,
)
from incident_desk.gui.incident.past_pane import PastPane
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.usecases.compare import compare
from incident_desk.usecases.field_history import FieldKey, field_history
from incident_desk.usecases.past_moment import PastMoment
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.record_as_of import Standing, record_as_of


@dataclass(frozen=True, slots=True)
class _Look:
    sentence: str
    title: str
    lines: tuple[PastLine, ...]
    nothing: str
    position: int = 0
    present: int = 0


class LookingBack(QObject):
    """Signals: `began` when something of the past is shown in place of the record, `ended` when not any more."""

    began = Signal()
    ended = Signal()

    def __init__(self, presenter: IncidentPresenter, pane: PastPane) -> None:
        super().__init__(pane)
        self._presenter, self._pane = presenter, pane
        self._asked = 0
        pane.back_requested.connect(self.end)
        pane.position_requested.connect(self.show_entry)
        pane.day_requested.connect(self.show_day)

    def end(self) -> None:
        self._asked += 1
        if not self._pane.isHidden():
            self._pane.hide()
            self.ended.emit()

    def show_entry(self, position: int) -> None:
        """The record as it stood after an entry."""
        self._show_moment(PastMoment(position))

    def show_now(self) -> None:
        """The last entry, to go back from it entry by entry or by a day."""
        if self._presenter.view is not None:
            self.show_entry(self._presenter.view.position)

    def show_day(self, day: date) -> None:
        self._show_moment(PastMoment(day=day))

    def _show_moment(self, moment: PastMoment) -> None:
        record, wording = self._presenter.record, self._presenter.session.wording

        def look(queries: Queries) -> _Look:
            stood = record_as_of(queries, record, moment)
            lines = tuple(lines_of_standing(stood, wording))
            return _Look(stood.told(wording), _titled(stood), lines, "", stood.position, stood.present)

        self._read(look)

    def compare(self, first: int, second: int) -> None:
        """Two entries side by side."""
        record, wording = self._presenter.record, self._presenter.session.wording
        words = self.tr("What differs: at the left entry {first} ({then}), at the right entry {second} ({later}).")

        def look(queries: Queries) -> _Look:
            found = compare(queries, record, PastMoment(first), PastMoment(second), wording)
            then, later = (wording.moment(each.record.changed_at) for each in (found.before, found.after))
            sentence = words.format(first=found.before.position, then=then, second=found.after.position, later=later)
            nothing = wording.texts.say("past.no_difference")
            return _Look(sentence, _titled(found.after), tuple(lines_of_comparison(found)), nothing)

        self._read(look)

    def history(self, wanted: FieldKey, label: str) -> None:
        """Every value of a field; the journal stands on the page already."""
        view, wording = self._presenter.view, self._presenter.session.wording
        if view is None:
            return
        sentence = self.tr("Every value that “{label}” ever had, newest first, with the words that changed.")
        lines, title = view.lines, view.incident.number
        nothing = wording.texts.say("past.never_written")

        def look(queries: Queries) -> _Look:
            values = field_history(lines, wanted)
            return _Look(sentence.format(label=label), title, tuple(lines_of_history(values, wording)), nothing)

        self._read(look)

    def _read(self, look: Callable[[Queries], _Look]) -> None:
        self._asked += 1
        asked = self._asked

        def show(found: _Look) -> None:
            if asked == self._asked:
                self._pane.show()
                self._pane.offer_moments(found.position, found.present)
                self._pane.show_lines(found.sentence, found.title, found.lines, found.nothing)
                self.began.emit()

        self._presenter.session.read(look, show)


def _titled(stood: Standing) -> str:
    number, title = stood.record.values.get("number", ""), stood.record.values.get("title")
    return f"{number}  {title}" if isinstance(title, str) else str(number)
