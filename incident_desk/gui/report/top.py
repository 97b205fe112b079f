"""The top of the quick report: whose register, whom to call first, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note


class ReportTop(Painted):
    """Signals: `back_requested`; `sign_in_requested`, the way on for somebody who has not said who they are."""

    back_requested = Signal()
    sign_in_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._name = PlainLabel("", theme, self, role="panel")
        self._danger = Note(theme, self, icon="phone", ink="crit", role="body-strong")
        self.back = Button(self.tr("Back"), theme, self, icon="arrow-left")
        self.back.clicked.connect(self.back_requested)
        self.sign_in = Button(self.tr("Sign in to see the register"), theme, self, icon="user")
        self.sign_in.clicked.connect(self.sign_in_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name, 2)
        self._row.addWidget(self._danger, 3)
        self._row.addStretch(1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.sign_in)
        self._space()
        self._say()
        self._show_ways()
        session.actor_changed.connect(self._show_ways)
        session.names_changed.connect(self._show_ways)
        session.names_changed.connect(self._say)

    def _space(self) -> None:
        u = self._theme.u
        self._row.setContentsMargins(self._theme.px(64), u, 3 * u, u)  # the mark of the program is painted before it
        self._row.setSpacing(3 * u)

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()

    def _show_ways(self) -> None:
        """Who is nobody yet has no page to go back to."""
        nobody = self._session.actor.id is None and bool(self._session.names.people)
        self.back.setVisible(not nobody)
        self.sign_in.setVisible(nobody)

    def _say(self) -> None:
        settings = self._session.names.settings
        self._name.setText(settings.organisation or self._session.register.name)
        if settings.emergency_phone:
            text = self.tr("Someone hurt or in danger? Call {phone} first.").format(phone=settings.emergency_phone)
        else:
            text = self.tr("Someone hurt or in danger? Get help first.")
        self._danger.show_sentence(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens.side)
        side = theme.px(30)
        mark = QRectF(theme.px(22), (self.height() - side) / 2, side, side).toRect()
        theme.app_mark(30).paint(painter, mark)
        room = QRectF(self._danger.geometry()).adjusted(-theme.u, -theme.px(4), theme.u, theme.px(4))
        brush.smooth(painter)
        brush.box(painter, room, theme.px(5), theme.tokens.crit_ground)
        bottom = self.height() - 1
        brush.hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), theme)
        painter.end()
