"""The answers of a field one chooses from: a line each, to write, reword, take away or offer again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.line_list import LineList

_FEWEST = 2  # lines that stand ready


class Answer(NamedTuple):
    """`code` is "" while it is new. One that is retired is not offered, and stays readable."""

    code: str
    label: str
    retired: bool = False

    def packed(self) -> str:
        """As one text, so that a draft keeps it and two of them can be compared."""
        return json.dumps(self)

    @staticmethod
    def unpacked(text: str) -> Answer:
        return Answer(*json.loads(text))


class _Line(QWidget):
    """One answer. Signals: `edited`; `entered` on Enter; `gone` when a new one is taken away."""

    edited = Signal()
    entered = Signal()
    gone = Signal()

    def __init__(self, answer: Answer, limit: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._code, self._retired = answer.code, answer.retired
        self.line = LineField(theme, self, limit=limit)
        self.line.setText(answer.label)
        self.leave = IconButton("circle-x", self.tr("Take this answer away"), theme, self)
        self.back = IconButton("restore", self.tr("Offer this answer again"), theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for part in (self.line, self.leave, self.back):
            row.addWidget(part, 1 if part is self.line else 0)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.back.clicked.connect(lambda: self._retire(retired=False))
        self._show_state()

    def answer(self) -> Answer:
        return Answer(self._code, self.line.text().strip(), self._retired)

    def _on_leave_clicked(self) -> None:
        if self._code:
            self._retire(retired=True)
        else:
            self.gone.emit()

    def _retire(self, *, retired: bool) -> None:
        self._retired = retired
        self._show_state()
        (self.back if retired else self.leave).setFocus()
        self.edited.emit()

    def _show_state(self) -> None:
        self.line.setEnabled(not self._retired)
        self.leave.setVisible(not self._retired)
        self.back.setVisible(self._retired)


class AnswersField(CompositeField):
    """Signal: `edited` when a person changed an answer. Its value is a list of packed answers."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, limit: int) -> None:
        super().__init__(parent)
        self._theme, self._limit, self._label = theme, limit, ""
        self.more = Button(self.tr("Add an answer"), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines = LineList[_Line](column)
        self.more.clicked.connect(self._add_one)
        self.set_value(())

    def edits(self) -> list[QWidget]:
        buttons = [button for line in self._lines for button in (line.leave, line.back)]
        return [*(line.line for line in self._lines), *buttons, self.more]

    def take_label(self, label: str) -> None:
        self._label = label
        self.setAccessibleName(label)
        for number, line in enumerate(self._lines, 1):
            line.line.setAccessibleName(f"{label}, {number}")

    def value(self) -> list[str]:
        return [answer.packed() for answer in self.answers()]

    def answers(self) -> list[Answer]:
        """What is written; empty lines are none."""
        return [answer for line in self._lines if (answer := line.answer()).label or answer.code]

    def set_value(self, packed: Sequence[str]) -> None:
        self._lines.clear()
        for text in packed:
            self._add(Answer.unpacked(text))
        while len(self._lines) < _FEWEST:
            self._add(Answer("", ""))

    def words_of(self, packed: Sequence[str]) -> str:
        return ", ".join(answer.label for answer in map(Answer.unpacked, packed) if not answer.retired)

    def _add(self, answer: Answer) -> _Line:
        line = _Line(answer, self._limit, self._theme, self)
        self._lines.add(line)
        line.edited.connect(self.edited)
        line.entered.connect(lambda: self._on_entered(line))
        line.gone.connect(lambda: self._on_gone(line))
        line.line.refused.connect(self.problem_found)
        self.take_label(self._label)
        return line

    def _add_one(self) -> None:
        self._add(Answer("", "")).line.setFocus()

    def _on_entered(self, line: _Line) -> None:
        """Enter goes to the next answer; behind the last one that says something it makes one more."""
        free = next((each for each in self._lines.after(line) if each.line.isEnabled()), None)
        if free is not None:
            free.line.setFocus()
        elif line.line.text().strip():
            self._add_one()

    def _on_gone(self, line: _Line) -> None:
        self._lines.drop(line)
        self.take_label(self._label)
        self.more.setFocus()
        self.edited.emit()
