"""Buttons of four weights, as wide as their words; one primary button per region."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from incident_desk.gui.paint.edges import paint_inner_ring
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import letter, tool_tip


class Weight(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    DANGER = "danger"


class Fit(StrEnum):
    """How high a button is: 32 px, 28 px in bars, 44 px on the quick report."""

    USUAL = ""
    BAR = "bar"
    LARGE = "large"


_INKS = {Weight.PRIMARY: "onpetrol", Weight.NORMAL: "ink", Weight.QUIET: "petrol", Weight.DANGER: "crit"}
_ICON_GAP = 4  # Qt puts these pixels between icon and words at any size of text
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button with a verb on it. `icon` names a drawing; Enter presses it as Space does.

    The words are shown literally; where they do not fit they are elided and the tool tip has them whole.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget | None,
        *,
        weight: Weight = Weight.NORMAL,
        icon: str = "",
        fit: Fit = Fit.USUAL,
    ) -> None:
        super().__init__(parent)
        self._theme, self._weight, self._drawing = theme, weight, icon
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        usual = "field-label" if fit is Fit.BAR else "button"
        letter(self, "button-primary" if weight is Weight.PRIMARY else usual, theme)
        quiet = weight is Weight.QUIET and fit is Fit.USUAL  # words without an edge need less room around them
        mark(self, kind=str(weight), fit=str(Fit.BAR if quiet else fit))
        theme.changed.connect(self._on_theme_changed)
        self.set_text(text)
        self._on_theme_changed()

    @property
    def words(self) -> str:
        """What the button says, without the marks Qt needs for a literal "&"."""
        return self._words

    def set_text(self, text: str) -> None:
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        self._drawing = name
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        shortest = self._theme.metrics("button").horizontalAdvance("n") * 9
        return QSize(min(whole.width(), round(shortest)), whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + _ICON_GAP
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        option.text = shown.replace("&", "&&")
        self.setToolTip(tool_tip(self._words) if shown != self._words else "")
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        if self._weight is Weight.PRIMARY and self.hasFocus():
            paint_inner_ring(painter, self.rect().toRectF(), self._theme.px(6), self._theme)

    def _on_theme_changed(self) -> None:
        if self._drawing:
            edge = self._theme.px(16)
            self.setIcon(self._theme.icon(self._drawing, _INKS[self._weight], 16))
            self.setIconSize(QSize(edge, edge))


class IconButton(QPushButton):
    """A button that is only an icon: search, close and the like. Its name is spoken and is its tool tip."""

    def __init__(self, icon: str, name: str, theme: Theme, parent: QWidget | None, *, size: float = 18) -> None:
        super().__init__(parent)
        self._theme, self._drawing, self._size = theme, icon, size
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(name))
        mark(self, kind="icon")
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        edge = self._theme.px(self._size)
        self.setIcon(self._theme.icon(self._drawing, "ink2", self._size))
        self.setIconSize(QSize(edge, edge))
