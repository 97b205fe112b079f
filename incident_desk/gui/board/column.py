"""One column of the board: a list named after its step. Cards are dragged, or lifted and carried by keys."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

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
    `hovered` while a card is over it; `key_pressed` key with the id of the current card; `marked` id or "" when
    another card is chosen; `menu_requested` id and the point of the screen.
    """

    opened = Signal(str)
    dropped = Signal(str)
    lifted = Signal(str)
    hovered = Signal(bool)
    key_pressed = Signal(int, str)
    marked = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, step: Step, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        # Not the one it comes with: to tell Python of that, Qt's binding loads every kind of widget at the start.
        self.setViewport(QWidget(self))
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

    def holds(self, incident: str) -> bool:
        return self.cards.row_of(incident) is not None

    def mark(self, incident: str) -> bool:
        """Chooses the card, or none where it stands elsewhere."""
        row = self.cards.row_of(incident) if incident else None
        if row is None:
            self.clearSelection()
        elif self.selectionModel().selectedIndexes() != [index := self.cards.index(row)]:
            self.setCurrentIndex(index)
        return row is not None

    def go_to(self, incident: str) -> None:
        """Marks the card, brings it into sight, and takes the keyboard unless somebody writes elsewhere."""
        if not self.mark(incident):
            return
        self.setLayoutMode(QListView.LayoutMode.SinglePass)  # a card that has no place yet cannot be scrolled to
        super().doItemsLayout()
        self.scrollTo(self.currentIndex())
        focused = QApplication.focusWidget()
        if self.isVisible() and not isinstance(focused, QLineEdit | QPlainTextEdit):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

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

    # --- which card is marked ---

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.selectionModel().selectedIndexes()
        self.marked.emit(self.cards.card(chosen[0]).id if chosen else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keys one comes to the card where one was last, and marks it."""
        super().focusInEvent(event)
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keys and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_requested.emit(self.cards.card(index).id, self.viewport().mapToGlobal(at))

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
