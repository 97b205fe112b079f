"""Two halves beside each other, or one below the other where there is little room or large text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.panels import Rule

_NARROW_EM = 54
_HIGH, _STACKED_HIGH = 440, 200


class Sides(QWidget):
    """`left` and `right` are columns to fill; `list_` is what scrolls by itself in the left one."""

    def __init__(self, list_: QWidget, theme: Theme, parent: QWidget, *, shares: tuple[int, int]) -> None:
        super().__init__(parent)
        self._list = list_
        self._theme, self._around = theme, parent
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._rule = Rule(theme, self, upright=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self.left, shares[0])
        self._row.addWidget(self._rule)
        self._row.addLayout(self.right, shares[1])
        self._fit()
        theme.changed.connect(self._fit)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """By the room the section has, not by what the halves want."""
        em = self._theme.metrics("body").horizontalAdvance("m") or 1
        stacked = self._around.width() / em < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._rule.setVisible(not stacked)
        self._list.setMinimumHeight(self._theme.px(_STACKED_HIGH if stacked else _HIGH))
        self._space()

    def _space(self) -> None:
        u = self._theme.u
        self._row.setSpacing(2 * u)
        self.left.setSpacing(u)
        self.right.setSpacing(2 * u)
