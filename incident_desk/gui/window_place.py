"""Where the window stands: as it was left, but wholly on a screen and with its title bar in reach."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_WIDTH, _HEIGHT, _LEAST = 1440, 900, 200
_TITLE = 24  # of a title bar, at 96 dots an inch
_EDGE = 8  # what a frame may add at the sides and below


def put_in_place(window: QWidget, saved: Mapping[str, int]) -> None:
    """At the place that was saved; without one the system chooses where, and only the size is said."""
    title = round(_TITLE * QGuiApplication.primaryScreen().logicalDotsPerInch() / 96)
    wanted = QRect(*(saved.get(key, 0) for key in ("x", "y", "width", "height")))
    if wanted.width() > _LEAST and wanted.height() > _LEAST:
        window.setGeometry(on_screen(wanted, _room_around(wanted.center()), title))
    else:
        room = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(min(_WIDTH, room.width() - _EDGE), min(_HEIGHT, room.height() - title - _EDGE))


def place_of(window: QWidget) -> dict[str, int]:
    place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    return {"x": place.x(), "y": place.y(), "width": place.width(), "height": place.height()}


def on_screen(wanted: QRect, room: QRect, title: int) -> QRect:
    """The nearest place inside `room` that leaves a title bar of that height above the window."""
    inside = room.adjusted(0, title, 0, 0)
    width, height = min(wanted.width(), inside.width()), min(wanted.height(), inside.height())
    left = min(max(wanted.left(), inside.left()), inside.right() + 1 - width)
    top = min(max(wanted.top(), inside.top()), inside.bottom() + 1 - height)
    return QRect(left, top, width, height)


def _room_around(point: QPoint) -> QRect:
    """Of the screen that has the point; of the first one where that screen is gone."""
    screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
