"""Editors of what is typed: a line, a narrative, a number with its unit."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.field_grid import Room
from incident_desk.gui.language import language, said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import LineField, ProseField
from incident_desk.gui.widgets.labels import PlainLabel

# Lines that hold a sentence rather than a word or two.
_SENTENCES = frozenset(
    {"title", "what", "no_measure_reason", "priority_reason", "deferral_reason", "moved_on", "proof"}
)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")  # "1.000": a thousand to some, one to others


class LineEditor(FieldEditor):
    """One line of text."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._line = LineField(theme, owner)
        super().__init__(field, self._line, parent)
        self._line.textChanged.connect(self._tell)

    @property
    def room(self) -> Room:
        return Room.WHOLE if self.field.key in _SENTENCES else Room.USUAL

    def value(self) -> Any:
        return self._line.text() or None

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    def can_undo(self) -> bool:
        return self._line.hasFocus() and self._line.isUndoAvailable()

    def _show(self, plain: Any) -> None:
        self._line.setText(plain or "")


class ProseEditor(FieldEditor):
    """A narrative."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._prose = ProseField(theme, owner)
        super().__init__(field, self._prose, parent)
        self._prose.textChanged.connect(self._tell)

    @property
    def room(self) -> Room:
        return Room.WHOLE

    def value(self) -> Any:
        return self._prose.text() or None

    def set_read_only(self, read_only: bool) -> None:
        self._prose.setReadOnly(read_only)

    def can_undo(self) -> bool:
        return self._prose.hasFocus() and self._prose.document().isUndoAvailable()

    def _show(self, plain: Any) -> None:
        self._prose.set_text(plain or "")


class NumberField(CompositeField):
    """A number and, beside it, what it counts. Says at once when it cannot read the number."""

    def __init__(self, unit: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.line = LineField(theme, self, limit=40)
        self._unit = unit
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        if unit:
            row.addWidget(PlainLabel(unit, theme, self, ink="ink2", lines=1))
        self.line.refused.connect(self.problem_found)
        self.line.editingFinished.connect(self._on_editing_finished)

    def edits(self) -> list[QWidget]:
        return [self.line]

    def take_label(self, label: str) -> None:
        self.setAccessibleName(label)
        self.line.setAccessibleName(f"{label}, {self._unit}" if self._unit else label)

    def number(self) -> int | float | str | None:
        """The number; what cannot be read as one is given as it was typed."""
        text = self.line.text().strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text) or _GROUPED.fullmatch(text):
            return text
        plain = text.replace(",", ".")
        return float(plain) if "." in plain else int(plain)

    def _on_editing_finished(self) -> None:
        unreadable = isinstance(self.number(), str)
        sentence = self.tr("This is not a number that can be read. Write it as 1000 or 2.5.")
        self.problem_found.emit(sentence if unreadable else "")


class NumberEditor(FieldEditor):
    """A number in the unit of its field."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._number = NumberField(said(field.unit), theme, owner)
        super().__init__(field, self._number, parent)
        self._number.line.textChanged.connect(self._tell)

    def value(self) -> Any:
        return self._number.number()

    def set_read_only(self, read_only: bool) -> None:
        self._number.line.setReadOnly(read_only)

    def can_undo(self) -> bool:
        return self._number.line.hasFocus() and self._number.line.isUndoAvailable()

    def _show(self, plain: Any) -> None:
        text = "" if plain is None else f"{plain:g}" if isinstance(plain, float) and abs(plain) < 1e6 else str(plain)
        self._number.line.setText(text.replace(".", ",") if language() == "de" else text)
