"""One line per column of the sheet: its heading, some of its values, where it goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from incident_desk.gui.importing.code_list import CodeList, SharedChoice
from incident_desk.gui.importing.targets import KEEP, target_of
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.importing.glance import ColumnGlance
from incident_desk.usecases.importing.mapping import SheetMapping

_FIELD = 200  # pixels of the design
_SAMPLE = 40  # letters of a sample value


class ColumnLines(QWidget):
    """Signal: `target_chosen` name of the column, where it goes."""

    target_chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._columns: tuple[ColumnGlance, ...] = ()
        self._marks: dict[str, PlainLabel] = {}
        self._parts: list[QWidget] = []
        self.fields: dict[str, SharedChoice] = {}
        theme.changed.connect(self._fit)

    def show_columns(self, columns: Sequence[ColumnGlance], model: CodeList) -> None:
        """Lines for another sheet, or another list of fields."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._columns = tuple(columns)
        self._parts, self.fields, self._marks = [], {}, {}
        for row, column in enumerate(columns):
            self._add(row, column, model)
        self._fit()

    def show_mapping(self, mapping: SheetMapping, unsure: Collection[str]) -> None:
        for name, field in self.fields.items():
            field.set_code(target_of(mapping, name))
            self._marks[name].setText(self.tr("not sure") if name in unsure else "")
            self._marks[name].setVisible(name in unsure)
            told = self.tr("guessed; look whether it is right") if name in unsure else ""
            field.setAccessibleDescription(told)

    def _add(self, row: int, column: ColumnGlance, model: CodeList) -> None:
        theme = self._theme
        words, inside = QWidget(self), QVBoxLayout()
        words.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        heading = PlainLabel(column.name, theme, words, role="body-strong", lines=1)
        shown = " · ".join(_short(each) for each in column.samples) or self.tr("empty")
        samples = PlainLabel(shown, theme, words, role="hint", ink="ink3", lines=1)
        inside.addWidget(heading)
        inside.addWidget(samples)
        field = SharedChoice(model, theme, self)
        field.setAccessibleName(self.tr("{column} goes to").format(column=column.name))
        heading.setBuddy(field)
        mark = PlainLabel("", theme, self, role="hint", ink="high")
        mark.hide()
        field.code_chosen.connect(partial(self._on_chosen, column.name))
        self._grid.addWidget(words, 2 * row, 0)
        self._grid.addWidget(field, 2 * row, 1)
        self._grid.addWidget(mark, 2 * row + 1, 1, Qt.AlignmentFlag.AlignTop)
        self.fields[column.name], self._marks[column.name] = field, mark
        self._parts += [words, field, mark]

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
