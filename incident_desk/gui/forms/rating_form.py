"""The matrix to answer: how it was, how it could have been, and what that makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import RatePriority
from incident_desk.domain.fields import RATING_KEYS
from incident_desk.domain.packs.model import Matrix
from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import PriorityChip
from incident_desk.gui.widgets.matrix_view import MatrixView, Outcome
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile


class RatingForm(QWidget):
    """Signal: `edited` when a frame was put. `command` gives the answer once both frames stand."""

    edited = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.matrix_view = MatrixView(session.names.pack.matrix, theme, self)
        self._matrix: Matrix = session.names.pack.matrix
        self._codes: dict[str, str] = {}
        tiles = [
            Tile(Outcome.ACTUAL, self.tr("As it was")),
            Tile(Outcome.POTENTIAL, self.tr("As it could have been")),
        ]
        self.placing = ChoiceTiles(tiles, theme, self)
        self.placing.take_label(self.tr("What to mark in the matrix"))
        self.placing.set_code(Outcome.ACTUAL)
        self.placing.code_chosen.connect(self._on_placing_chosen)
        self.matrix_view.placed.connect(self._on_placed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.placing)
        self._column.addWidget(self.matrix_view)
        self._column.addWidget(_bands(self._matrix, theme, self))
        self._space()
        theme.changed.connect(self._space)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Shows the answer a record holds."""
        self._codes = {key: str(values[key]) for key in RATING_KEYS if key in values and self._knows(key, values[key])}
        for outcome in Outcome:
            pair = self._pair(outcome)
            self.matrix_view.set_outcome(outcome, *(pair or (None, None)))
        self._go_on()

    def codes(self) -> dict[str, str]:
        """The fields that are answered, as `RatePriority` names them."""
        return dict(self._codes)

    def outcome(self, outcome: Outcome) -> tuple[int, Priority] | None:
        """Score and priority of one frame."""
        pair = self._pair(outcome)
        if pair is None:
            return None
        score = self._matrix.score(*pair)
        return score, self._matrix.priority(score)

    def suggested(self) -> Priority | None:
        """The higher of both; None until both are answered."""
        both = [found[1] for outcome in Outcome if (found := self.outcome(outcome)) is not None]
        return min(both, key=lambda level: level.rank) if len(both) == 2 else None

    def command(self, priority: str = "", reason: str = "") -> RatePriority | None:
        if len(self._codes) < len(RATING_KEYS):
            return None
        return RatePriority(**self._codes, priority=priority, reason=reason)

    def reasons(self) -> list[str]:
        """Why the suggestion is what it is, as sentences."""
        sentences = {
            Outcome.ACTUAL: self.tr("As it was: {column}, {row}: {score}, {level}."),
            Outcome.POTENTIAL: self.tr("As it could have been: {column}, {row}: {score}, {level}."),
        }
        found = [self._sentence(outcome, sentences[outcome]) for outcome in Outcome if self._pair(outcome)]
        return [*found, self.tr("The higher of the two counts.")] if len(found) == 2 else found

    def _sentence(self, outcome: Outcome, sentence: str) -> str:
        row, column = self._pair(outcome) or ("", "")
        score, level = self.outcome(outcome) or (0, Priority.NOT_SET)
        rows = {each.code: said(each.label) for each in self._matrix.rows}
        columns = {each.code: said(each.label) for each in self._matrix.columns}
        return sentence.format(column=columns[column], row=rows[row], score=score, level=said(PRIORITY_NAMES[level]))

    def _pair(self, outcome: Outcome) -> tuple[str, str] | None:
        row, column = self._codes.get(f"{outcome}_row"), self._codes.get(f"{outcome}_column")
        return None if row is None or column is None else (row, column)

    def _knows(self, key: str, code: Any) -> bool:
        levels = self._matrix.rows if key.endswith("_row") else self._matrix.columns
        return any(level.code == code for level in levels)

    def _go_on(self) -> None:
        """The frame that is not put yet comes next."""
        open_ones = [outcome for outcome in Outcome if self._pair(outcome) is None]
        outcome = open_ones[0] if open_ones else Outcome(self.placing.code() or Outcome.ACTUAL)
        self.placing.set_code(outcome)
        self.matrix_view.set_placing(outcome)

    def _on_placing_chosen(self, code: str) -> None:
        self.matrix_view.set_placing(Outcome(code))

    def _on_placed(self, outcome: Outcome, row: str, column: str) -> None:
        self._codes |= {f"{outcome}_row": row, f"{outcome}_column": column}
        self._go_on()
        self.edited.emit()

    def _space(self) -> None:
        self._column.setSpacing(self._theme.u)


def _bands(matrix: Matrix, theme: Theme, parent: QWidget) -> FlowRow:
    """What the scores mean: a chip and its range for each band."""
    row = FlowRow(theme, parent, gap=12, between=4)
    for band in sorted(matrix.bands, key=lambda band: band.minimum):
        pair = QWidget(row)
        beside = QHBoxLayout(pair)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(6))
        beside.addWidget(PriorityChip(band.priority, theme, pair), 0, Qt.AlignmentFlag.AlignVCenter)
        words = f"{band.minimum}–{band.maximum}" if band.minimum < band.maximum else str(band.minimum)
        beside.addWidget(PlainLabel(words, theme, pair, role="hint", ink="ink2", lines=1))
        row.add(pair)
    return row
