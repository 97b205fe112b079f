"""The words of the reporter: whole, to be selected and copied as they are, in lines that end where the room ends.

A label breaks lines at blanks only; one very long word would push the sheet over its edge.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter

_BARE = "QTextEdit { border: none; padding: 0; background: transparent; }"
_LEAST = 80  # pixels of the design in which a line can still be read
_PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Words(QTextEdit):
    """Plain text as high as its lines need; what it stands in scrolls."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(text)  # as of a label: who comes by is read the words, not the name of a field
        self.setAcceptRichText(False)
        self.setStyleSheet(_BARE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        letter(self, "body", theme)
        self.setPlainText(text)
        # A text that nobody has seen yet has no lines, and so no height: its layout would give it no place to be seen.
        self.document().setTextWidth(max(self.width(), theme.px(_LEAST)))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_LEAST), ceil(self.document().size().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PAGES and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
