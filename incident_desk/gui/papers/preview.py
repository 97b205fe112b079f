"""The preview: one page at a time, whole or larger, sharp on every screen; keys turn the leaves and change the size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring, paint_shadow
from incident_desk.gui.paint.lines import broken
from incident_desk.gui.papers.pages import PagePicture, PaperFacts
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted

_SMALLEST, _LARGEST, _STEP = 0.5, 4.0, 1.25
_FADED = 0.3
_POINTS_TO_PIXELS = 96 / 72
_TURNS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENDS: dict[int, int] = {Qt.Key.Key_End: 1_000_000, Qt.Key.Key_Home: -1_000_000}


class _Sheet(Painted):
    """The page itself. The picture is painted pixel by pixel, never stretched while it is the right one."""

    def __init__(self, theme: Theme, area: PagePreview) -> None:
        super().__init__(theme, area)
        self._area = area
        self.page: PagePicture | None = None
        self.hint = ""
        self.fading = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.page is None:
            self._paint_hint(painter)
            return
        place = self._area.page_place()
        paint_shadow(painter, place, 1, self._theme, lifted=True)
        picture, ratio = self.page.picture, self.devicePixelRatioF()
        painter.setOpacity(_FADED if self.fading else 1.0)
        if abs(picture.width() / ratio - place.width()) < 2:
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), picture)
        else:  # of another size, until the right one is there
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            picture.setDevicePixelRatio(1.0)
            painter.drawImage(place, picture)
        painter.setOpacity(1.0)
        if self._area.hasFocus():
            paint_focus_ring(painter, place, 1, self._theme)

    def _paint_hint(self, painter: QPainter) -> None:
        """In the middle, in as many lines as it takes."""
        theme, text = self._theme, broken(self.hint, "body", self.width(), self._theme)
        place = QRectF(0, (self.height() - text.height) / 2, self.width(), text.line_height)
        for words in text.lines:
            brush.words(painter, place, words, theme, role="body", colour=theme.tokens.ink3, align=brush.CENTRE)
            place.moveTop(place.top() + text.line_height)


class PagePreview(QScrollArea):
    """Signals: `turned` by how many pages; `scale_changed` when the page should be drawn in another size.

    `zoom` None: as large as the whole page fits.
    """

    turned = Signal(int)
    scale_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: PaperFacts | None = None
        self.zoom: float | None = None
        self._sheet = _Sheet(theme, self)
        self._sheet.hint = self.tr("Choose a paper at the left; its pages appear here.")
        self.setWidget(self._sheet)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the paper"))
        theme.changed.connect(self._fit)

    # --- what is shown ---

    def show_facts(self, facts: PaperFacts) -> None:
        """Another paper: so large are its pages."""
        self._facts, self._sheet.fading = facts, False
        self._fit()

    def fade(self) -> None:
        """The page is not of the paper that is wanted now; it pales until that one is made."""
        self._sheet.fading = True
        self._sheet.update()

    def show_page(self, page: PagePicture | None) -> None:
        self._sheet.page = page
        self.setAccessibleDescription(page.text if page else "")
        self._fit()

    def show_from(self, *, top: bool) -> None:
        """After turning: the beginning of the page, or its end when one came from behind."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if top else bar.maximum())

    @property
    def picture(self) -> PagePicture | None:
        return self._sheet.page

    @property
    def scale(self) -> float:
        """Pixels of the screen for each point of the paper."""
        if self._facts is None:
            return 1.0
        return self.page_place().width() / self._facts.width * self.devicePixelRatioF()

    def page_place(self) -> QRectF:
        """Where the page lies on the sheet, in whole pixels."""
        size = self._page_size()
        sheet = self._sheet.size()
        left, top = (sheet.width() - size.width()) // 2, (sheet.height() - size.height()) // 2
        return QRectF(QPointF(max(0, left), max(0, top)), size)

    def _page_size(self) -> QSize:
        if self._facts is None:
            return QSize(1, 1)
        factor = self.zoom * _POINTS_TO_PIXELS * self._theme.scale if self.zoom else self._whole()
        return QSize(max(1, round(self._facts.width * factor)), max(1, round(self._facts.height * factor)))

    def _whole(self) -> float:
        """Pixels for a point at which the whole page is seen."""
        assert self._facts is not None
        room = self.viewport().size()
        edge = 2 * self._edge()
        fits = min((room.width() - edge) / self._facts.width, (room.height() - edge) / self._facts.height)
        return max(fits, 0.1)

    def _edge(self) -> int:
        return self._theme.px(14)

    # --- size ---

    def enlarge(self, steps: int) -> None:
        if self._facts is None:
            return
        present = self.zoom or self._whole() / (_POINTS_TO_PIXELS * self._theme.scale)
        self.zoom = min(max(present * _STEP**steps, _SMALLEST), _LARGEST)
        self._fit()
        self.scale_changed.emit()

    def show_whole(self) -> None:
        self.zoom = None
        self._fit()
        self.scale_changed.emit()

    def _fit(self) -> None:
        around, page, room = 2 * self._edge(), self._page_size(), self.viewport().size()
        wanted = QSize(page.width() + around, page.height() + around) if self._facts is not None else room
        whole = self.zoom is None or self._facts is None
        self._sheet.resize(room if whole else wanted.expandedTo(room))
        self._sheet.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.scale_changed.emit()

    # --- hands ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy) and self._sheet.page is not None:
            QGuiApplication.clipboard().setText(self._sheet.page.text)
        elif key in _TURNS and self._at_end(_TURNS[key]):
            self.turned.emit(_TURNS[key])
        elif key in _ENDS:
            self.turned.emit(_ENDS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.enlarge(1 if key == Qt.Key.Key_Plus else -1)
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(1 if notches > 0 else -1)
        elif notches and self.verticalScrollBar().maximum() == 0:
            self.turned.emit(-1 if notches > 0 else 1)
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._sheet.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._sheet.update()

    def _at_end(self, direction: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() == (bar.maximum() if direction > 0 else bar.minimum())
