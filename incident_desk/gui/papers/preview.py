"""The preview: one page at a time, as large as there is room; Page Up and Page Down turn the leaves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring, paint_shadow
from incident_desk.gui.papers.pages import PagePicture
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class PagePreview(Painted):
    """Signals: `turned` +1 or -1; `resized` when the page should be drawn anew."""

    turned = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._page: PagePicture | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the paper"))

    def show_page(self, page: PagePicture | None) -> None:
        self._page = page
        self.setAccessibleDescription(page.text if page else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _paint_hint(self, painter: QPainter) -> None:
        """Before there is a paper: what brings one."""
        text = self.tr("Choose a paper at the left; its pages appear here.")
        colour = self._theme.tokens.ink3
        brush.words(painter, QRectF(self.rect()), text, self._theme, role="body", colour=colour, align=brush.CENTRE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._page is None:
            self._paint_hint(painter)
            painter.end()
            return
        picture = self._page.picture
        margin = self._theme.u
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        scale = min(room.width() / picture.width(), room.height() / picture.height())
        sheet = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        sheet.moveCenter(room.center())
        paint_shadow(painter, sheet, 1, self._theme, lifted=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(sheet, picture)
        if self.hasFocus():
            paint_focus_ring(painter, sheet, 1, self._theme)
        painter.end()
