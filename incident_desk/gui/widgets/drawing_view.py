"""A chart or diagram on the screen: arrow keys walk its parts, Enter or a click chooses one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from incident_desk.charts.drawing import Drawing, Ruler, Spot
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.drawing import ScreenRuler, paint_drawing
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, announce, tool_tip
from incident_desk.gui.widgets.pressed import ENTER

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class DrawingView(Painted):
    """Draws what it is told to make for a width in units and a ruler. `chosen` tells the key of a spot."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw: Callable[[float, Ruler], Drawing] | None = None
        self._drawing: Drawing | None = None
        self._at = 0

    def show_drawing(self, draw: Callable[[float, Ruler], Drawing]) -> None:
        self._draw = draw
        self._make_anew()

    @property
    def drawing(self) -> Drawing | None:
        """As it stands on the screen."""
        return self._drawing

    def _make_anew(self) -> None:
        self._drawing = self._drawn(self.width()) if self._draw else None
        self._at = min(self._at, max(len(self._spots) - 1, 0))
        self.updateGeometry()
        self.update()

    def _drawn(self, width: int) -> Drawing | None:
        return self._draw(width / self._theme.scale, ScreenRuler(self._theme)) if self._draw else None

    @property
    def _spots(self) -> tuple[Spot, ...]:
        return self._drawing.spots if self._drawing else ()

    # -- size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        drawn = self._drawing if width == self.width() else self._drawn(width)
        return round(drawn.height * self._theme.scale) if drawn else 0

    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.px(400)
        return QSize(self._theme.px(400), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._make_anew()

    def _on_theme_changed(self) -> None:
        self._make_anew()

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _BACK or key in _ON:
            self._go_to(self._at + (1 if key in _ON else -1))
        elif key == Qt.Key.Key_Home:
            self._go_to(0)
        elif key == Qt.Key.Key_End:
            self._go_to(len(self._spots) - 1)
        elif (key in ENTER or key == Qt.Key.Key_Space) and self._spots:
            self.chosen.emit(self._spots[self._at].key)
        else:
            super().keyPressEvent(event)

    def _go_to(self, at: int) -> None:
        if 0 <= at < len(self._spots):
            self._at = at
            self.setAccessibleDescription(self._spots[at].name)
            announce(self, self._spots[at].name)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if spot and event.button() == Qt.MouseButton.LeftButton:
            self._at = self._spots.index(spot)
            self.update()
            self.chosen.emit(spot.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        pressable = self._spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tool_tip(spot.name) if spot else "", self)
            return True
        return super().event(event)

    def _spot_at(self, at: QPointF) -> Spot | None:
        scale = self._theme.scale
        return next((spot for spot in reversed(self._spots) if spot.holds(at.x() / scale, at.y() / scale)), None)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        paint_drawing(painter, self._drawing, self._theme)
        if self.hasFocus() and self._spots:
            spot, scale = self._spots[self._at], self._theme.scale
            ring = QRectF(*(part * scale for part in (spot.left, spot.top, spot.width, spot.height)))
            edge = self._theme.px(2)
            brush.box(
                painter, ring.adjusted(-edge, -edge, edge, edge), edge, None, self._theme.tokens.petrol, width=edge
            )
