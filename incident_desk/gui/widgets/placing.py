"""What places its parts itself, each as wide as there is room and as high as its words then need.

Items of a layout written in Python outlive what they stand for, and the program with them; so there is no layout here.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class Placing(Painted):
    """Says by `places` where each part stands; hidden parts leave no gap. Higher where it is narrower."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def places(self, width: int) -> Iterable[tuple[QWidget, QRect]]:
        """Each part that is shown, and where it stands in that width."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Places the parts anew."""
        for part, place in self.places(self.width()):
            part.setGeometry(place)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self.places(width)), default=0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def _on_theme_changed(self) -> None:
        self.arrange()
        super()._on_theme_changed()


def size_in(part: QWidget, width: int) -> QSize:
    """As the part likes it, but no wider than that; words then wrap."""
    liked = part.sizeHint()
    wide = max(1, min(liked.width(), width))
    return QSize(wide, part.heightForWidth(wide) if part.hasHeightForWidth() else liked.height())
