"""Which of the steps one is at: their names in a line, those behind ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel


class StepLine(FlowRow):
    """Says where one is; the buttons below lead on and back."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, gap=24)
        self._names = list(names)
        self._labels = [PlainLabel("", theme, self, role="body", lines=1) for _ in names]
        self.add(*self._labels)

    def show_step(self, at: int, skipped: Sequence[int] = ()) -> None:
        shown = [n for n in range(len(self._names)) if n not in skipped]
        for n, (label, name) in enumerate(zip(self._labels, self._names, strict=True)):
            label.setVisible(n in shown)
            if n not in shown:
                continue
            here = n == at
            label.set_role("body-strong" if here else "body")
            label.set_ink("petrol" if here else "ink2" if n < at else "ink3")
            place = f"{shown.index(n) + 1}  {name}"
            label.setText(f"✓  {name}" if n < at else place)
            label.setAccessibleName(self.tr("{name}, this step").format(name=name) if here else name)
        self.arrange()
