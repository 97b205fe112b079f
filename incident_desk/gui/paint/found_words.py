"""Which parts of a text a search has found, so that they can be set strong, and how they are painted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.words import folded

_WORD = re.compile(r"[^\W_]+")
Part = tuple[str, bool]


def strong_parts(text: str, words: Sequence[str], *, within: bool = False) -> list[Part]:
    """The text in pieces, each with whether it is a word that begins like one of those sought, or holds one."""
    text = unicodedata.normalize("NFC", text)  # a letter and its accent stay in one word
    parts: list[Part] = []
    end = 0
    for found in _WORD.finditer(text) if words else ():
        if _fits(folded(found.group()), words, within=within):
            parts += [(text[end : found.start()], False), (text[found.start() : found.end()], True)]
            end = found.end()
    parts.append((text[end:], False))
    return [(piece, strong) for piece, strong in parts if piece]


def _fits(word: str, words: Sequence[str], *, within: bool) -> bool:
    return any(each in word for each in words) if within else word.startswith(tuple(words))


def paint_parts(
    painter: QPainter, room: QRectF, parts: Sequence[Part], theme: Theme, *, plain: tuple[str, QColor],
    strong: tuple[str, QColor], ground: QColor | None = None,
) -> None:  # fmt: skip
    """One line; `plain` and `strong` are roles of the type scale and colours, `ground` lies below what is strong."""
    left = QRectF(room)
    for piece, is_strong in parts:
        role, colour = strong if is_strong else plain
        if is_strong and ground is not None:
            wide = min(theme.metrics(role).horizontalAdvance(piece), left.width())
            brush.box(
                painter, QRectF(left.left() - 1, left.top() + 1, wide + 2, left.height() - 2), theme.px(3), ground
            )
        # A blank at an end is not part of what is laid out, so it is added to the place of the next piece.
        taken = brush.words(painter, left, piece, theme, role=role, colour=colour)
        left.setLeft(left.left() + max(taken, theme.metrics(role).horizontalAdvance(piece)))
        if left.width() < theme.px(12):
            return
