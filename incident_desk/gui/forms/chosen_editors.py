"""Editors of what is chosen: one option, several, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.field_grid import Room
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.ticks import TickBox

translate = QCoreApplication.translate
_SIDE_BY_SIDE = 3  # more options than these want the whole width of a form


def offered(field: Field) -> list[tuple[str, str]]:
    """The options one can choose now: retired ones are only read."""
    return [(option.code, said(option.label)) for option in field.options if not option.retired]


def _words(field: Field, code: str) -> str:
    option = field.option(code)
    return said(option.label) if option else code


class ChoiceEditor(FieldEditor):
    """One of the field's options."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._choice = ChoiceField(offered(field), theme, owner)
        super().__init__(field, self._choice, parent)
        self._choice.code_chosen.connect(self._tell)

    def value(self) -> Any:
        return self._choice.code()

    def _show(self, plain: Any) -> None:
        self._choice.set_code(plain, _words(self.field, plain) if plain else "")


class TickBoxes(CompositeField):
    """Several tick boxes that answer one question. Signal: `ticked` when a person ticked or unticked one."""

    ticked = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None, *, across: int = 3
    ) -> None:
        super().__init__(parent)
        self._theme, self._across = theme, across
        self._boxes: dict[str, TickBox] = {}
        self._said: dict[str, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(across, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for code, words in options:
            self.offer(code, words)

    def offer(self, code: str, words: str) -> None:
        """Adds a box; also for a code that stands in an old record and is not offered any more."""
        box = TickBox(words, self._theme, self)
        box.clicked.connect(lambda: self.ticked.emit(code))
        place = len(self._boxes)
        self._boxes[code] = box
        self._said[code] = words
        self._grid.addWidget(box, place // self._across, place % self._across)

    def codes(self) -> list[str]:
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def words_of(self, codes: Sequence[str]) -> str:
        return ", ".join(words for code, words in self._said.items() if code in codes)

    def has(self, code: str) -> bool:
        return code in self._boxes

    def tick(self, codes: Sequence[str]) -> None:
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def edits(self) -> list[QWidget]:
        return list(self._boxes.values())

    def take_label(self, label: str) -> None:
        self.setAccessibleName(label)
        for box in self._boxes.values():
            box.setAccessibleDescription(label)


class ChoicesEditor(FieldEditor):
    """Any number of the field's options."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        across = 1 if len(field.options) <= _SIDE_BY_SIDE else 3
        self._ticks = TickBoxes(offered(field), theme, owner, across=across)
        super().__init__(field, self._ticks, parent)
        self._ticks.ticked.connect(self._tell)

    @property
    def room(self) -> Room:
        return Room.WHOLE if len(self.field.options) > _SIDE_BY_SIDE else Room.USUAL

    def value(self) -> Any:
        return self._ticks.codes() or None

    def _show(self, plain: Any) -> None:
        for code in plain or ():
            if not self._ticks.has(code):
                self._ticks.offer(code, _words(self.field, code))
        self._ticks.tick(plain or ())


class YesNoEditor(FieldEditor):
    """Yes, no, or not stated: two tick boxes of which one at most is ticked."""

    def __init__(self, field: Field, theme: Theme, parent: QObject, owner: QWidget) -> None:
        words = [("yes", translate("YesNoEditor", "Yes")), ("no", translate("YesNoEditor", "No"))]
        self._ticks = TickBoxes(words, theme, owner, across=2)
        super().__init__(field, self._ticks, parent)
        self._ticks.ticked.connect(self._on_ticked)

    def value(self) -> Any:
        codes = self._ticks.codes()
        return None if not codes else codes[0] == "yes"

    def _show(self, plain: Any) -> None:
        self._ticks.tick([] if plain is None else ["yes"] if plain else ["no"])

    def _on_ticked(self, code: str) -> None:
        if len(self._ticks.codes()) > 1:
            self._ticks.tick([code])
        self._tell()
