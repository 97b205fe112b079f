"""The message bar: one sentence on a slip that lies over the foot of the window, a counter when more wait.

It takes no room of the page: nothing moves under the pointer when it comes or goes.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from incident_desk.gui.messages import Message, Tone
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.labels import PlainLabel

GOOD_NEWS_LEAVES_AFTER = 6_000  # milliseconds
_FADE = 120
_LOOKS = {
    Tone.TROUBLE: ("crit", "alert-triangle"),
    Tone.WARNING: ("high", "alert-triangle"),
    Tone.GOOD: ("ok", "circle-check"),
    Tone.INFO: ("petrol", "info-circle"),
}
_AWAY, _EDGE = 10, 2  # from the sides of the page and from the foot of the window, in pixels of the design


class MessageBar(Painted):
    """Shows what it is told, the newest at once. Good news leaves by itself; the next message takes the place of a
    warning, and so does another page; trouble waits below what came after it, until somebody closes it.

    Hidden while there is nothing to say, and it never takes the focus. Escape inside closes the message.
    """

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._waiting: list[Message] = []
        self._shown: Message | None = None
        self._text = PlainLabel("", theme, self, role="body-strong")
        self._more = PlainLabel("", theme, self, role="hint", ink="ink2", lines=1)
        self._button = Button("", theme, self, fit=Fit.BAR)
        self._close = IconButton("x", self.tr("Close the message"), theme, self)
        self._row = QHBoxLayout(self)
        self._over: QStackedWidget | None = None
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = self._make_fade()
        self._lay_out()
        self._leaving = QTimer(self, singleShot=True, interval=GOOD_NEWS_LEAVES_AFTER)
        self._leaving.timeout.connect(self.close_message)
        self._button.clicked.connect(self._on_button_clicked)
        self._close.clicked.connect(self.close_message)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown at the moment."""
        return self._shown

    def show_message(self, message: Message) -> None:
        """Shows the message at once; of what it covers only trouble comes back."""
        if self._shown is not None and self._shown.tone is Tone.TROUBLE:
            self._waiting.insert(0, self._shown)
        self._waiting = [waiting for waiting in self._waiting if waiting.text != message.text]
        self._count()
        self._present(message)

    def lie_over(self, pages: QStackedWidget) -> None:
        """Lies below these pages from now on, over the foot of what holds them: there is the least to press."""
        self._over = pages
        self.setParent(pages.parentWidget())
        self.hide()
        pages.installEventFilter(self)
        pages.currentChanged.connect(self._on_page_changed)

    def close_message(self) -> None:
        """Takes the message away and shows the next one."""
        self._leaving.stop()
        self._shown = None
        if self._waiting:
            following = self._waiting.pop(0)
            self._count()
            self._present(following)
        else:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._settle()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        brush.smooth(painter)
        colour, icon = _LOOKS[self._shown.tone]
        tokens = self._theme.tokens
        ground = tokens.tint if colour == "petrol" else tokens.colour(f"{colour}_ground")
        width = 2 if self._theme.high_contrast else 1
        brush.box(painter, self.rect().toRectF(), self._theme.px(6), ground, tokens.colour(colour), width=width)
        place = self.rect().toRectF().center()
        place.setX(self._theme.px(12))
        brush.icon(painter, place, icon, self._theme, colour=colour, size=18)

    def _present(self, message: Message) -> None:
        self._shown = message
        self._text.setText(message.text)
        self._text.set_ink(_LOOKS[message.tone][0] if message.tone is Tone.TROUBLE else "ink")
        self._button.set_text(message.button)
        self._button.setVisible(bool(message.button))
        self.setAccessibleName(message.text)
        if message.tone is Tone.GOOD:
            self._leaving.start()
        else:
            self._leaving.stop()
        self._settle()
        self._appear()
        announce(self, message.text)

    def _settle(self) -> None:
        """As wide as its sentence, in the middle below the page."""
        self.update()
        if self._over is None:
            return
        away = self._theme.px(_AWAY)
        page = self._over.geometry().adjusted(away, 0, -away, 0)
        in_one_line = self._theme.metrics("body-strong").horizontalAdvance(self._text.text()) + 2
        width = self._row.sizeHint().width() - self._text.sizeHint().width() + round(in_one_line)
        width = min(width, page.width())
        place = QRect(0, 0, width, self._row.heightForWidth(width))
        place.moveCenter(page.center())
        around = self._over.parentWidget() or self._over
        place.moveBottom(around.rect().bottom() - self._theme.px(_EDGE))
        self.setGeometry(place)

    def _appear(self) -> None:
        if not self.isHidden():
            return
        self._effect.setOpacity(0.0)
        self._effect.setEnabled(True)
        self.show()
        self.raise_()
        self._fade.setDuration(_FADE if self._theme.motion else 0)
        self._fade.start()

    def _make_fade(self) -> QPropertyAnimation:
        fade = QPropertyAnimation(self._effect, b"opacity", self)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(self._on_fade_finished)
        return fade

    def _on_fade_finished(self) -> None:
        self._effect.setEnabled(False)

    def _on_page_changed(self) -> None:
        """A warning is about what was just tried; whoever goes on to another page is done with it."""
        if self._shown is not None and self._shown.tone is Tone.WARNING:
            self.close_message()

    def _on_button_clicked(self) -> None:
        shown = self._shown
        self.close_message()
        if shown is not None and shown.action is not None:
            shown.action()

    def _count(self) -> None:
        count = len(self._waiting)
        self._more.setText(self.tr("%n more", "", count))
        self._more.setVisible(count > 0)

    def _lay_out(self) -> None:
        self._row.addWidget(self._text, 1)
        for part in (self._more, self._button, self._close):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the focus where one works
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12 + 18 + 8), px(6), px(8), px(6))
        self._row.setSpacing(px(10))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
