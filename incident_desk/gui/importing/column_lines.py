"""One line per column of the sheet: its heading, some of its values, where it goes.

A sheet may have hundreds of columns. What goes to a field is always in sight, of the others the first ones; lines that
are many are made a few at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from incident_desk.gui.importing.code_list import CodeList, SharedChoice
from incident_desk.gui.importing.targets import KEEP, target_of
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.importing.glance import ColumnGlance
from incident_desk.usecases.importing.mapping import SheetMapping

_FIELD = 200  # pixels of the design
_SAMPLE = 40  # letters of a sample value
_FIRST = 30  # columns that are shown wherever they go
_AT_ONCE, _AT_A_TIME = 12, 3  # lines: those in sight, and as many as are made in a moment


class ColumnLines(QWidget):
    """Signal: `target_chosen` name of the column, where it goes."""

    target_chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[ColumnGlance, ...] = ()
        self._mapping = SheetMapping({})
        self._unsure: Collection[str] = ()
        self._marks: dict[str, PlainLabel] = {}
        self._parts: list[QWidget] = []
        self._model: CodeList | None = None
        self._coming: deque[int] = deque()
        self.fields: dict[str, SharedChoice] = {}
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._next_ones = QTimer(self, interval=0)
        self._next_ones.timeout.connect(lambda: self._make(_AT_A_TIME))
        self.more.clicked.connect(self._show_all)
        theme.changed.connect(self._fit)

    def show_columns(self, columns: Sequence[ColumnGlance], model: CodeList) -> None:
        """Another sheet, or another list of fields. Lines come with the mapping."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._columns, self._model = tuple(columns), model
        self._parts, self.fields, self._marks = [], {}, {}
        self._coming.clear()

    def show_mapping(self, mapping: SheetMapping, unsure: Collection[str]) -> None:
        self._mapping, self._unsure = mapping, unsure
        for name in self.fields:
            self._show_line(name)
        self._want(n for n, each in enumerate(self._columns) if n < _FIRST or target_of(mapping, each.name) != KEEP)

    # --- making lines ---

    def _want(self, rows: Iterable[int]) -> None:
        """Makes the lines of these columns that are not there yet."""
        there = {*self._coming, *(n for n, each in enumerate(self._columns) if each.name in self.fields)}
        self._coming.extend(n for n in rows if n not in there)
        self._make(_AT_ONCE if not self.fields else _AT_A_TIME)
        self._next_ones.start()
        hidden = len(self._columns) - len(self.fields) - len(self._coming)
        self.more.set_text(self.tr("Show %n more columns, which stay in the row as it stood", None, hidden))
        self.more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        """The keyboard goes to the first line that came, for the button is gone."""
        first = next((each.name for each in self._columns if each.name not in self.fields), None)
        self._want(range(len(self._columns)))
        while first is not None and first not in self.fields:
            self._make(_AT_A_TIME)
        if first is not None:
            self.fields[first].show()  # what is not in sight yet gets no keyboard
            self.fields[first].setFocus()

    def _make(self, most: int) -> None:
        """The next lines; the timer rests when all that are wanted stand there."""
        for _ in range(min(most, len(self._coming))):
            row = self._coming.popleft()
            self._add(row, self._columns[row])
            self._show_line(self._columns[row].name)
        if not self._coming:
            self._next_ones.stop()
        self._fit()

    def _show_line(self, name: str) -> None:
        field, mark, unsure = self.fields[name], self._marks[name], name in self._unsure
        field.set_code(target_of(self._mapping, name))
        mark.setText(self.tr("not sure") if unsure else "")
        mark.setVisible(unsure)
        field.setAccessibleDescription(self.tr("guessed; look whether it is right") if unsure else "")

    def _add(self, row: int, column: ColumnGlance) -> None:
        theme = self._theme
        assert self._model is not None
        words, inside = QWidget(self), QVBoxLayout()
        words.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        heading = PlainLabel(column.name, theme, words, role="body-strong", lines=1)
        shown = " · ".join(_short(each) for each in column.samples) or self.tr("empty")
        samples = PlainLabel(shown, theme, words, role="hint", ink="ink3", lines=1)
        inside.addWidget(heading)
        inside.addWidget(samples)
        field = SharedChoice(self._model, theme, self)
        field.setAccessibleName(self.tr("{column} goes to").format(column=column.name))
        heading.setBuddy(field)
        mark = PlainLabel("", theme, self, role="hint", ink="high")
        mark.hide()
        field.code_chosen.connect(partial(self._on_chosen, column.name))
        self._grid.addWidget(words, 2 * row, 0)
        self._grid.addWidget(field, 2 * row, 1)
        self._grid.addWidget(mark, 2 * row + 1, 1, Qt.AlignmentFlag.AlignTop)
        self._put_in_order(row, field)
        self.fields[column.name], self._marks[column.name] = field, mark
        self._parts += [words, field, mark]

    def _put_in_order(self, row: int, field: SharedChoice) -> None:
        """Tab goes down the columns, whichever line was made first."""
        before = (self.fields[each.name] for each in reversed(self._columns[:row]) if each.name in self.fields)
        above = next(before, None)
        if above is not None:
            QWidget.setTabOrder(above, field)

    def _on_chosen(self, column: str, code: str | None) -> None:
        self.target_chosen.emit(column, code or KEEP)

    def _fit(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(3))
        for field in self.fields.values():
            field.setMinimumWidth(px(_FIELD))


def _short(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 4] + " ..."
