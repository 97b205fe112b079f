"""Where a popover goes: right of what it is about, else left, else below; always wholly on the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Place:
    """The widget's rectangle on the page, the side its tail is on ("" for none), and where the tail points."""

    rect: QRect
    side: str
    tip: float


def place_beside(anchor: QRect, width: int, height: int, page: QRect, margin: int) -> Place:
    """`width` and `height` are those of the sheet; `margin` is the room around it for shadow and tail."""
    whole_width, whole_height = width + 2 * margin, min(height + 2 * margin, page.height())
    if anchor.right() + whole_width <= page.right():
        return _upright(anchor, anchor.right(), whole_width, whole_height, page, "left", margin)
    if anchor.left() - whole_width >= page.left():
        left = anchor.left() - whole_width
        return _upright(anchor, left, whole_width, whole_height, page, "right", margin)
    left = min(max(page.left(), anchor.center().x() - whole_width // 2), page.right() + 1 - whole_width)
    below = page.bottom() - anchor.bottom() >= whole_height
    top = anchor.bottom() if below else max(page.top(), page.bottom() + 1 - whole_height)
    tip = min(max(anchor.center().x() - left, 3 * margin), whole_width - 3 * margin)
    return Place(QRect(left, top, whole_width, whole_height), "top" if below else "", tip)


def _upright(anchor: QRect, left: int, width: int, height: int, page: QRect, side: str, margin: int) -> Place:
    wanted = anchor.center().y() - height // 3
    top = min(max(page.top(), wanted), page.bottom() + 1 - height)
    tip = min(max(anchor.center().y() - top, 3 * margin), height - 3 * margin)
    return Place(QRect(left, top, width, height), side, tip)
