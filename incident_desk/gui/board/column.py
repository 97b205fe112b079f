"""One column of the board: a list named after its step. Cards are dragged, or lifted and carried by keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.delegates.card_delegate import CardDelegate
from incident_desk.gui.language import said
from incident_desk.gui.models.card import Card
from incident_desk.gui.models.card_model import MIME, CardModel
from incident_desk.gui.theme.manager import Theme

_TILT = 1.6  # degrees
_AT_ONCE = 40  # cards; more than fit on a screen


class ColumnList(QListView):
    """Signals: `opened` id; `dropped` id on this column; `lifted` id or "" when put back or dropped;
    `hovered` while a card is over it; `key_pressed` key with the id of the current card.
    """

    opened = Signal(str)
    dropped = Signal(str)
    lifted = Signal(str)
    hovered = Signal(bool)
    key_pressed = Signal(int, str)

    def __init__(self, step: Step, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self._theme = theme
        self.cards = CardModel(self)
        self.painter_of_cards = CardDelegate(theme, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter_of_cards)
        self.setAccessibleName(said(STEP_NAMES[step]))
        self.setObjectName(f"column-{step.key}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("class", "tray")
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setBatchSize(_AT_ONCE)
        self.setMouseTracking(True)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self._on_theme_changed)

    def current(self) -> Card | None:
        index = self.currentIndex()
        return self.cards.card(index) if index.isValid() else None

    def select(self, incident: str) -> bool:
        row = self.cards.row_of(incident)
        if row is None:
            return False
        index = self.cards.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def show_lifted(self, incident: str | None) -> None:
        """The place of a lifted card shows a dashed slot."""
        self.painter_of_cards.lifted = incident
        self.viewport().update()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.card(index).id)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """At the top the first cards come at once and the others in small portions, so that thousands of them do not
        hold up the window. Further down all are placed at once: the scroll place stays.
        """
        at_top = not self.verticalScrollBar().value()
        self.setLayoutMode(QListView.LayoutMode.Batched if at_top else QListView.LayoutMode.SinglePass)
        super().doItemsLayout()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.current()
        carrying = event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right}
        if carrying:
            self.key_pressed.emit(event.key(), card.id if card else "")
            event.accept()
            return
        super().keyPressEvent(event)

    # --- mouse ---

    def startDrag(self, actions: Qt.DropAction) -> None:
        card = self.current()
        if card is None:
            return
        index = self.currentIndex()
        rect = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([index]))
        picture, margin = self._picture(card, rect.width(), rect.height())
        drag.setPixmap(picture)
        spot = self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft()
        drag.setHotSpot(spot + QPoint(margin, margin))
        self.show_lifted(card.id)
        self.lifted.emit(card.id)
        drag.exec(Qt.DropAction.MoveAction)
        self.show_lifted(None)
        self.lifted.emit("")

    def _picture(self, card: Card, width: int, height: int) -> tuple[QPixmap, int]:
        """The card as it is carried: tilted, with a deep shadow."""
        margin = self._theme.px(14)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round((width + 2 * margin) * ratio), round((height + 2 * margin) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(margin + width / 2, margin + height / 2)
        painter.rotate(_TILT)
        rect = QRectF(-width / 2, -height / 2, width, height - self._theme.px(7))
        self.painter_of_cards.paint_card(painter, rect, card, lifted=True)
        painter.end()
        return picture, margin

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)

    def _take(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        self.hovered.emit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovered.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.hovered.emit(False)
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode())
