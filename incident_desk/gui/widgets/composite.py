"""A field made of several: what a form row needs to know about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class CompositeField(QWidget):
    """Signal: `problem_found` carries a sentence, or "" once it is mended.

    The first of `edits()` takes the focus and the label; the others name themselves after it.
    """

    problem_found = Signal(str)

    def edits(self) -> list[QWidget]:
        """The parts that show an edge, in tab order."""
        raise NotImplementedError

    def take_label(self, label: str) -> None:
        """Tells the parts which question they answer, for a screen reader."""
        self.setAccessibleName(label)
        self.edits()[0].setAccessibleName(label)


def edits_of(field: QWidget) -> list[QWidget]:
    """The parts of a field that show an edge; a simple field is its own only part."""
    return field.edits() if isinstance(field, CompositeField) else [field]
