"""A sentence with an icon: what is wrong with a field, what is fine already, what will happen."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel

_SIGN = 16 + 6  # pixels of the design: the icon, and a gap


class Note(Painted):
    """An icon and a sentence in one colour. Hidden while it says nothing."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        text: str = "",
        icon: str = "alert-triangle",
        ink: str = "crit",
        icon_ink: str = "",
        role: str = "hint",
    ) -> None:
        super().__init__(theme, parent)
        self._usual = icon, icon_ink or ink
        self._icon, self._icon_ink = self._usual
        self._role = role
        self._label = PlainLabel(text, theme, self, role=role, ink=ink)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._space()
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._label.text()

    def show_sentence(self, text: str, *, icon: str = "", icon_ink: str = "") -> None:
        """With its usual icon, unless this sentence has another."""
        usual, usual_ink = self._usual
        self._icon, self._icon_ink = icon or usual, icon_ink or usual_ink
        self._label.setText(text)
        self.setVisible(bool(text))
        self.update()

    def width_of(self, text: str) -> int:
        """How wide it would be with another sentence, in one line."""
        return self._theme.px(_SIGN) + ceil(brush.width_of(text, self._role, self._theme)) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        middle = self._label.y() + self._label.first_line_middle()
        brush.icon(painter, QPointF(0, middle), self._icon, self._theme, colour=self._icon_ink, size=16)

    def _space(self) -> None:
        self._row.setContentsMargins(self._theme.px(_SIGN), 0, 0, 0)

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
