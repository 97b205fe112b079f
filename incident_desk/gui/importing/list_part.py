"""Lines of one list out of the cells of a column: what parts them, and how some cells look when they are parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.usecases.importing.list_cells import SPLITS
from incident_desk.usecases.importing.mapping import ListSource

_LINES, _LETTERS = 6, 80  # of one cell that are shown


class ListPart(Panel):
    """Signal: `source_changed` key of the list, where it is read from now."""

    source_changed = Signal(str, object)

    def __init__(self, key: str, columns: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(said(SHEET_LISTS[key].label), theme, parent, hint=columns)
        self._key, self._source = key, ListSource(())
        self.split = ChoiceField(
            [
                ("guessed", self.tr("found out: line breaks, semicolons, numbers")),
                ("lines", self.tr("line breaks")),
                ("semicolons", self.tr("semicolons ;")),
                ("commas", self.tr("commas ,")),
                ("whole", self.tr("nothing: the cell is one line")),
            ],
            theme,
            self,
        )
        self.examples = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.body.addWidget(FormRow(self.tr("The lines of a cell are parted by"), self.split, theme, self))
        self.body.addWidget(self.examples)
        self.split.code_chosen.connect(self._on_split)

    def _on_split(self, code: str | None) -> None:
        for split in SPLITS:
            if split == code:
                self.source_changed.emit(self._key, replace(self._source, split=split))

    def show_lines(self, source: ListSource, examples: Sequence[Sequence[str]]) -> None:
        self._source = source
        self.split.set_code(source.split)
        self.examples.setText("\n\n".join("\n".join(_shown(lines)) for lines in examples))


def _shown(lines: Sequence[str]) -> list[str]:
    shown = [f"• {line if len(line) <= _LETTERS else line[: _LETTERS - 4] + ' ...'}" for line in lines[:_LINES]]
    return [*shown, "..."] if len(lines) > _LINES else shown
