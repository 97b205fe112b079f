"""Lines below each other that a person adds and takes away, each a widget of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Line = TypeVar("Line", bound=QWidget)


class LineList(Generic[Line]):
    """From the top of a column; what else stands in it comes below them."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._lines: list[Line] = []

    def __getitem__(self, number: int) -> Line:
        return self._lines[number]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, line: Line) -> None:
        self._column.insertWidget(len(self._lines), line)
        self._lines.append(line)
        line.show()

    def drop(self, line: Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def clear(self) -> None:
        for line in list(self._lines):
            self.drop(line)

    def after(self, line: Line) -> list[Line]:
        return self._lines[self._lines.index(line) + 1 :]
