"""Labels that show any text literally, wrap, and end in an ellipsis where there is no more room."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.lines import Lines, broken
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import letter, tool_tip
from incident_desk.gui.widgets.focus_ring import FocusRing

_CAME_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_WIDEST, _NARROWEST = 46, 6  # in widths of the letter n: what a wrapping label likes, and what it can bear


def _reads_from_right(line: str) -> bool:
    first = next((kind for kind in map(unicodedata.bidirectional, line) if kind in {"L", "R", "AL"}), "L")
    return first != "L"


class PlainLabel(QLabel):
    """Plain text. Without `lines` it wraps as far as needed; with it the last line is elided and the whole
    text stands in the tool tip. `ink` names a token, `role` a row of the type scale."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget | None,
        *,
        role: str = "body",
        ink: str = "ink",
        lines: int = 0,
        align: brush.Align = brush.LEFT,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._ink, self._at_most, self._align = theme, role, ink, lines, align
        self._by_mouse = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        letter(self, role, theme)
        theme.changed.connect(self._on_theme_changed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_what_is_hidden()
        self.updateGeometry()

    def set_role(self, role: str) -> None:
        self._role = role
        letter(self, role, self._theme)
        self._on_theme_changed()

    def set_ink(self, ink: str) -> None:
        self._ink = ink
        self.update()

    def first_line_middle(self) -> float:
        """Where the middle of the first line is painted, for a mark beside it."""
        text = self._in_lines(self.width())
        return max(0.0, (self.height() - text.height) / 2) + text.line_height / 2

    def is_elided(self) -> bool:
        """Whether part of the text is not shown at the present size."""
        return self._in_lines(self.width()).elided

    def hasHeightForWidth(self) -> bool:
        return self._at_most != 1

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def sizeHint(self) -> QSize:
        longest = max(map(self._advance, self.text().splitlines() or [""]))
        liked = longest if self._at_most == 1 else min(longest, self._en() * _WIDEST)
        width = round(liked + 0.5) + 1
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), round(self._en() * _NARROWEST))
        return QSize(width, round(self._theme.metrics(self._role).height() + 0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_hidden()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where what was pressed is gone the keyboard may stand at words: then they have a ring. Whoever comes back to
        the window finds it as it was left.
        """
        super().focusInEvent(event)
        if event.reason() not in _CAME_BACK:
            self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._by_mouse:
            FocusRing(self, self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._in_lines(self.width())
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._role))
        painter.setPen(self._theme.tokens.colour(self._ink if self.isEnabled() else "ink3"))
        top = max(0.0, (self.height() - text.height) / 2)
        for line in text.lines:
            painter.drawText(self._start_of(line, top), line)
            top += text.line_height

    def _start_of(self, line: str, top: float) -> QPointF:
        """The left end of a line's base line."""
        spare = self.width() - self._theme.metrics(self._role).horizontalAdvance(line)
        shares = {brush.LEFT: 0.0, brush.CENTRE: 0.5, brush.RIGHT: 1.0}
        rtl = _reads_from_right(line) and self._align is brush.LEFT
        return QPointF(spare * (1.0 if rtl else shares[self._align]), top + self._theme.metrics(self._role).ascent())

    def _on_theme_changed(self) -> None:
        self._tell_what_is_hidden()
        self.updateGeometry()
        self.update()

    def _in_lines(self, width: int) -> Lines:
        return broken(self.text(), self._role, width, self._theme, self._at_most)

    def _height(self, width: int) -> int:
        return round(self._in_lines(max(width, 1)).height + 0.5)

    def _advance(self, line: str) -> float:
        return self._theme.metrics(self._role).horizontalAdvance(line)

    def _en(self) -> float:
        return self._theme.metrics(self._role).horizontalAdvance("n")

    def _tell_what_is_hidden(self) -> None:
        if self._at_most:
            self.setToolTip(tool_tip(self.text()) if self.is_elided() else "")


class SelectableText(QLabel):
    """Plain text that can be selected and copied by mouse and keyboard, such as the words of a record."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None, *, role: str = "body", ink: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        letter(self, role, theme)
        if ink:
            mark(self, ink=ink)
        self.setText(text)
