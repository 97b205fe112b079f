"""Paper on the desk: a panel with its head, a hairline, and what stands where nothing is yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_sheet
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.section_head import SectionHead


class Rule(Painted):
    """A hairline between two things."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, upright: bool = False) -> None:
        super().__init__(theme, parent)
        self._upright = upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)

    def sizeHint(self) -> QSize:
        return QSize(2, 2) if self._theme.high_contrast else QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        end = QPointF(0, self.height()) if self._upright else QPointF(self.width(), 0)
        brush.hairline(QPainter(self), QPointF(0, 0), end, self._theme)


class Panel(Painted):
    """A sheet of paper with a head; what it holds goes into `body`, a column. Without a title it has no head."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None, *, hint: str = "") -> None:
        super().__init__(theme, parent)
        self._column = QVBoxLayout(self)
        self.body = QVBoxLayout()
        self.head = SectionHead(title, theme, self, hint=hint, role="panel") if title else None
        if self.head is not None:
            self._column.addWidget(self.head)
        self._column.addLayout(self.body)
        self.setAccessibleName(title)
        self._space()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -2)
        paint_sheet(painter, area, self._theme, radius=9)

    def _space(self) -> None:
        u = self._theme.u
        self._column.setContentsMargins(2 * u, 2 * u, 2 * u, 2 * u)
        self._column.setSpacing(u)
        self.body.setSpacing(u)

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()


class EmptyState(Painted):
    """One sentence what belongs here and one button, or a second where there are two ways to begin; no drawing.
    `good`: a green tick, "Nothing overdue."

    Signals: `action_requested`, `other_requested` by the second button.
    """

    action_requested = Signal()
    other_requested = Signal()

    def __init__(
        self, sentence: str, theme: Theme, parent: QWidget | None, *, action: str = "", other: str = "",
        good: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self._column = QVBoxLayout(self)
        self._sentence: Note | PlainLabel
        if good:
            self._sentence = Note(
                theme, self, text=sentence, icon="circle-check", ink="ink2", icon_ink="ok", role="body"
            )
        else:
            self._sentence = PlainLabel(sentence, theme, self, ink="ink2")
        self._column.addWidget(self._sentence)
        self.button: Button | None = None
        self.other: Button | None = None
        if action:
            self.button = Button(action, theme, self, weight=Weight.NORMAL)
            self.button.clicked.connect(self._on_button_clicked)
            if other:
                self.other = Button(other, theme, self)
                self.other.clicked.connect(self._on_other_clicked)
            row = FlowRow(theme, self)
            row.add(*(each for each in (self.button, self.other) if each is not None))
            self._column.addWidget(row)
        self._space()

    def _on_other_clicked(self) -> None:
        self.other_requested.emit()

    def _on_button_clicked(self) -> None:
        self.action_requested.emit()

    def _space(self) -> None:
        u = self._theme.u
        self._column.setContentsMargins(0, u, 0, u)
        self._column.setSpacing(u)

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
