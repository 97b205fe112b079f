"""Outline icons (Tabler, MIT) drawn in a colour of the theme, each drawn once per colour, size and screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from incident_desk.gui.theme.tokens import LIGHT
from incident_desk.support.resources import resource

_RATIOS = (1.0, 1.5, 2.0, 3.0)
_CLEAR = QColor(0, 0, 0, 0)


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


class Icons:
    """The drawn icons of one program. They live no longer than its theme, and so not longer than Qt."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon `size` wide in pixels of the window, for a screen with that device ratio."""
        key = (name, colour.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(_drawing(name).replace("currentColor", colour.name()), size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: QColor, size: int) -> QIcon:
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
        return icon

    def mark(self, sheet: QColor, lines: QColor, size: int) -> QIcon:
        """The mark of the program. Its file shows the light colours, as the system's menus do."""
        drawing = _drawing("app-mark").replace(LIGHT.onpetrol.name().upper(), lines.name())
        drawing = drawing.replace(LIGHT.petrol.name().upper(), sheet.name())
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(_draw(drawing, size, ratio))
        return icon


def _draw(drawing: str, size: int, ratio: float) -> QPixmap:
    edge = round(size * ratio)
    pixmap = QPixmap(edge, edge)
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
