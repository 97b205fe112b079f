"""Parts follow the theme: their lettering and their own painting are renewed whenever it changes."""

from __future__ import annotations

import html
from textwrap import TextWrapper

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme

_TIP_LINES = TextWrapper(width=70, replace_whitespace=False, break_long_words=False, break_on_hyphens=False)


class _Lettering(QObject):
    """Keeps one widget set in one role of the type scale. A child of the widget, so it goes with it."""

    def __init__(self, widget: QWidget, role: str, theme: Theme) -> None:
        super().__init__(widget)
        self._widget, self._theme, self.role = widget, theme, role
        theme.changed.connect(self.dress)

    def dress(self) -> None:
        self._widget.setFont(self._theme.font(self.role))


def letter(widget: QWidget, role: str, theme: Theme) -> None:
    """Sets a widget's text by a role of the type scale, now and after every change of the theme."""
    # Not `children()`: to tell Python of a part of its own, Qt's binding loads a hundred classes at the start.
    found = widget.findChild(_Lettering, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        found = _Lettering(widget, role, theme)
    found.role = role
    found.dress()


class Painted(QWidget):
    """A widget that paints itself by the theme. Subclasses extend `_on_theme_changed` when they keep sizes."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def end_loosely(column: QBoxLayout) -> None:
    """Room that is left over goes below the parts of a column, without asking for more of it.

    Qt makes the spacer itself: of one made here it would ask Python for its size, in the midst of laying out.
    """
    column.addSpacing(0)
    last = column.count() - 1
    item = column.itemAt(last)
    spacer = item.spacerItem() if item is not None else None
    if spacer is not None:
        spacer.changeSize(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    column.setStretch(last, 1)


def tool_tip(text: str) -> str:
    """A tool tip that shows the text literally, in lines that are not too long.

    Qt takes what looks like markup for markup. Only then it is escaped: screen readers say a tool tip as it stands.
    """
    broken = "\n".join(_TIP_LINES.fill(line) for line in text.split("\n"))
    return f"<qt>{html.escape(broken).replace(chr(10), '<br>')}</qt>" if Qt.mightBeRichText(broken) else broken


def announce(widget: QWidget, sentence: str) -> None:
    """Lets a screen reader say the sentence at once."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
