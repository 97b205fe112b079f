"""The popover: a sheet with a tail, laid over the page it belongs to.

It is a child of the page and not a window of its own (no Qt.Popup): the keyboard stays in the same window,
screen readers see it in its place, and it works on Wayland.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import balloon, paint_shadow
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.popover_place import Place, place_beside
from incident_desk.gui.widgets.scrolling import Scrolling

_WIDTH, _SHADOW, _TAIL, _RADIUS = 340, 12, 9, 9


class Popover(QFrame):
    """Fill `body`, a column, then `open_at` the place it is about. Signal: `closed`, also after Escape.

    While it is open Tab stays inside; when it closes the focus goes back to where it was.
    """

    closed = Signal()

    def __init__(self, name: str, theme: Theme, page: QWidget, *, width: int = _WIDTH) -> None:
        super().__init__(page)
        self._theme, self._page, self._width = theme, page, width
        self._anchor, self._place = QRect(), Place(QRect(), "", 0)
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        mark(self._inside, kind="inside")
        self.body = QVBoxLayout(self._inside)
        self._scroll = Scrolling(self, self._inside)
        self._inside.installEventFilter(self)
        page.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def open_at(self, anchor: QRect, first: QWidget | None = None) -> None:
        """Opens beside `anchor`, a rectangle of the page. `first` gets the focus, else the first field inside."""
        self._anchor = anchor
        if self.isVisible():  # it only goes elsewhere: the focus stays where somebody writes
            self.body.invalidate()
            self._arrange()
            if first is not None:
                first.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        self._before = QApplication.focusWidget()
        self._on_theme_changed()
        self.show()
        self.raise_()
        self._arrange()
        target = first or self._first_inside()
        if target is not None:
            target.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popover(self) -> None:
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        inside = focused is None or self.isAncestorOf(focused)
        self.hide()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible():
            moved = watched is self._page and event.type() == QEvent.Type.Resize
            grown = watched is self._inside and event.type() == QEvent.Type.LayoutRequest
            if moved or grown:
                self._arrange()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_popover()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keeps Tab inside: after the last part comes the first."""
        stops = self._stops()
        here = QApplication.focusWidget()
        if not stops or here not in stops:
            return super().focusNextPrevChild(forward)
        following = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(following)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self._sheet())
        px, tokens = self._theme.px, self._theme.tokens
        paint_shadow(painter, sheet, px(_RADIUS), self._theme, lifted=True)
        brush.smooth(painter)
        painter.setPen(QPen(tokens.petrol, 2 if self._theme.high_contrast else 1.2))
        painter.setBrush(tokens.paper)
        painter.drawPath(balloon(sheet, px(_RADIUS), px(_TAIL), self._place.tip, self._place.side))

    def _sheet(self) -> QRect:
        margin = self._theme.px(_SHADOW)
        return self.rect().adjusted(margin, margin, -margin, -margin)

    def _arrange(self) -> None:
        """Finds the place for the size it has now, and scrolls inside where the page is too low."""
        px = self._theme.px
        width = min(px(self._width), self._page.width() - 2 * px(_SHADOW))
        edge, margin = px(2), px(_SHADOW)
        inside = width - 2 * edge
        needed = self.body.totalHeightForWidth(inside) if self.body.hasHeightForWidth() else -1
        height = max(needed, self.body.totalMinimumSize().height()) + 2 * edge
        self._place = place_beside(self._anchor, width, height, self._page.rect(), margin)
        self.setGeometry(self._place.rect)
        self._scroll.setGeometry(self._sheet().adjusted(edge, edge, -edge, -edge))
        self.update()

    def _stops(self) -> list[QWidget]:
        """The parts that Tab reaches, in order."""
        stops: list[QWidget] = []
        part = self._inside.nextInFocusChain()
        while part is not None and part is not self._inside:
            if self._inside.isAncestorOf(part) and part.isVisible() and part.isEnabled() and _takes_tab(part):
                stops.append(part)
            part = part.nextInFocusChain()
        return stops

    def _first_inside(self) -> QWidget | None:
        return next(iter(self._stops()), None)

    def _on_theme_changed(self) -> None:
        u = self._theme.u
        self.body.setContentsMargins(2 * u, 2 * u, 2 * u, 2 * u)
        self.body.setSpacing(u)
        if self.isVisible():
            self._arrange()


def _takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
