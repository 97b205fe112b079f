"""The message bar under the page head: one sentence at a time, a counter when more wait."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QWidget

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
_URGENCY = list(_LOOKS)


class MessageBar(Painted):
    """Shows what it is told. Trouble comes first and stays until it is closed; good news leaves by itself.

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
        """Shows the message at once, or after those that are at least as urgent."""
        if self._shown is None or self._before(message, self._shown):
            if self._shown is not None and self._shown.tone is not Tone.GOOD:
                self._waiting.insert(0, self._shown)
            self._present(message)
        else:
            self._waiting.append(message)
            self._waiting.sort(key=lambda waiting: _URGENCY.index(waiting.tone))
        self._count()

    def close_message(self) -> None:
        """Takes the message away and shows the next one."""
        self._leaving.stop()
        self._shown = None
        if self._waiting:
            self._present(self._waiting.pop(0))
            self._count()
        else:
            self.hide()

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
        edge = tokens.colour(colour) if self._theme.high_contrast else None
        brush.box(painter, self.rect().toRectF(), self._theme.px(6), ground, edge, width=2)
        place = self.rect().toRectF().center()
        place.setX(self._theme.px(12))
        brush.icon(painter, place, icon, self._theme, colour=colour, size=18)

    @staticmethod
    def _before(new: Message, shown: Message) -> bool:
        """Good news gives way to anything; otherwise only what is more urgent comes before what is shown."""
        return shown.tone is Tone.GOOD or _URGENCY.index(new.tone) < _URGENCY.index(shown.tone)

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
        self._appear()
        announce(self, message.text)

    def _appear(self) -> None:
        if not self.isHidden():
            self.update()
            return
        self.show()
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(_FADE if self._theme.motion else 0)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(self._on_fade_finished)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _on_fade_finished(self) -> None:
        self.setGraphicsEffect(None)  # type: ignore[arg-type]  # Qt takes none; its stubs do not say so

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12 + 18 + 8), px(6), px(8), px(6))
        self._row.setSpacing(px(10))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
