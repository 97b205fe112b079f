"""Choices that are large enough to hit: tiles with icon, title and hint, or plain side-by-side buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_tick
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.gui.widgets.pressed import ENTER, touch_of


@dataclass(frozen=True, slots=True)
class Tile:
    """One choice. Without icon and hint it is a plain button."""

    code: str
    title: str
    hint: str = ""
    icon: str = ""


_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class _TileButton(QRadioButton):
    step_requested = Signal(int)

    def __init__(self, tile: Tile, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.tile, self._theme = tile, theme
        self.setText(tile.title.replace("&", "&&"))
        self.setAccessibleName(tile.title)
        self.setAccessibleDescription(tile.hint)
        self.setToolTip(tool_tip(f"{tile.title}\n{tile.hint}") if tile.hint else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _title_role(self) -> str:
        return "panel" if self.tile.icon or self.tile.hint else "button"

    def sizeHint(self) -> QSize:
        px = self._theme.px
        title = brush.width_of(self.tile.title, self._title_role, self._theme)
        title += px(24 + 8) if self.tile.icon else 0
        hint = brush.width_of(self.tile.hint, "hint", self._theme)
        high = self._theme.metrics(self._title_role).height()
        if self.tile.hint:
            high += self._theme.metrics("hint").height() + px(6)
        return QSize(round(max(title, hint)) + 2 * px(12), round(high) + 2 * px(11 if self.tile.hint else 7))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(96)), self.sizeHint().height())

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() in _STEPS:
            self.step_requested.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        self._paint_shape(painter)
        if self.tile.hint or self.tile.icon:
            self._paint_words(painter)
        else:
            role = "button-primary" if self.isChecked() else "button"
            room = QRectF(self.rect()).adjusted(self._theme.px(8), 0, -self._theme.px(8), 0)
            ink = self._theme.tokens.petrol if self.isChecked() else self._theme.tokens.ink
            brush.words(painter, room, self.tile.title, self._theme, role=role, colour=ink, align=brush.CENTRE)

    def _paint_shape(self, painter: QPainter) -> None:
        tokens, px, touch = self._theme.tokens, self._theme.px, touch_of(self)
        area, radius = QRectF(self.rect()), px(7)
        if touch.focused:
            brush.box(painter, area, radius, None, tokens.petrol, width=px(2))
            area, radius = area.adjusted(px(3), px(3), -px(3), -px(3)), px(5)
        if self.isChecked():
            brush.box(painter, area, radius, tokens.tint, tokens.petrol, width=px(2) if not touch.focused else px(1))
        else:
            brush.box(painter, area, radius, tokens.sunken if touch.hovered else tokens.paper, tokens.line2)

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        ink = "petrol" if self.isChecked() else "ink"
        left, right, top = px(12), self.width() - px(12), float(px(11))
        high = self._theme.metrics(self._title_role).height()
        if not self.tile.hint:
            top = (self.height() - high) / 2
        start = float(left)
        if self.tile.icon:
            place = QPointF(left, top + high / 2)
            start += brush.icon(painter, place, self.tile.icon, self._theme, colour=ink, size=24) + px(8)
        room = QRectF(start, top, right - start - (px(4) if self.isChecked() else 0), high)
        brush.words(painter, room, self.tile.title, self._theme, role="panel", colour=tokens.colour(ink))
        low = self._theme.metrics("hint").height()
        below = QRectF(left, self.height() - px(11) - low, right - left, low)
        brush.words(painter, below, self.tile.hint, self._theme, role="hint", colour=tokens.ink2)
        if self.isChecked():
            disc = QRectF(right - px(8), px(6), px(15), px(15))
            brush.box(painter, disc, disc.height() / 2, tokens.petrol)
            paint_tick(painter, disc, tokens.onpetrol)


class ChoiceTiles(CompositeField):
    """Exclusive choices in a row; arrow keys go from one to the next. Nothing is chosen at first.

    Signal: `code_chosen` when a person chose. Narrow, the tiles stand two by two, then one below the other.
    """

    code_chosen = Signal(str)

    def __init__(self, tiles: Sequence[Tile], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons = [_TileButton(tile, theme, self) for tile in tiles]
        for button in self._buttons:
            self._group.addButton(button)
            button.step_requested.connect(self._on_step_requested)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._across = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._arrange(len(tiles))
        self._group.buttonClicked.connect(self._on_button_clicked)
        theme.changed.connect(self._on_theme_changed)

    def code(self) -> str | None:
        button = self._group.checkedButton()
        return button.tile.code if isinstance(button, _TileButton) else None

    def set_code(self, code: str | None) -> None:
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.tile.code == code)
        self._group.setExclusive(True)

    def edits(self) -> list[QWidget]:
        return list(self._buttons)

    def take_label(self, label: str) -> None:
        self.setAccessibleName(label)
        for button in self._buttons:
            button.setAccessibleName(f"{label}: {button.tile.title}" if label else button.tile.title)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(b.minimumSizeHint().width() for b in self._buttons), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widest = max(button.sizeHint().width() for button in self._buttons)
        fitting = max(1, (self.width() + self._gap()) // (widest + self._gap()))
        count = len(self._buttons)
        across = count if fitting >= count else next(n for n in (2, 1) if n <= fitting)
        if across != self._across:
            self._arrange(across)

    def _arrange(self, across: int) -> None:
        self._across = across
        self._grid.setSpacing(self._gap())
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for number, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, number // across, number % across)

    def _gap(self) -> int:
        return self._theme.px(12 if any(button.tile.hint for button in self._buttons) else 8)

    def _on_step_requested(self, by: int) -> None:
        """Arrow keys go through the choices in their order, however they stand."""
        here = next(n for n, button in enumerate(self._buttons) if button.hasFocus())
        following = self._buttons[(here + by) % len(self._buttons)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _on_button_clicked(self) -> None:
        code = self.code()
        if code is not None:
            self.code_chosen.emit(code)

    def _on_theme_changed(self) -> None:
        self._across = 0
        self._fit()
        self.updateGeometry()
