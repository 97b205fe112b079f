"""What stands above the page after a crash: what happened, what is safe, what to do, and the report to pass on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.scrolling import Scrolling

_REPORT_HEIGHT = 220  # pixels of the design


class CrashBand(Painted):
    """Signal: `closed` by who has read it. What belongs to it alone goes into `body`."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, icon: str, colour: str, close: str) -> None:
        super().__init__(theme, parent)
        self._colour = colour
        self.title = Note(theme, self, icon=icon, ink="ink", icon_ink=colour, role="body-strong")
        self.sentence = PlainLabel("", theme, self)
        self.body = QVBoxLayout()
        self.copy_button = Button(self.tr("Copy the report"), theme, self, fit=Fit.BAR, icon="copy")
        self.show_button = Button(self.tr("Show the report"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.close_button = Button(close, theme, self, fit=Fit.BAR)
        self._hint = PlainLabel(
            self.tr(
                "The report names places in the program and nothing from your records. Send it to the person who looks "
                "after the program."
            ), theme, self, role="hint", ink="ink2",
        )  # fmt: skip
        self.report = SelectableText("", theme, None, role="small")
        self.report.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.report_place = Scrolling(self, self.report)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy)
        self.show_button.clicked.connect(lambda: self._show_report(self.report_place.isHidden()))
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        self.buttons = FlowRow(self._theme, self, gap=6, between=4)
        self.buttons.add(self.close_button, self.copy_button, self.show_button)
        self._column.addWidget(self.title)
        self._column.addWidget(self.sentence)
        self._column.addLayout(self.body)
        self._column.addWidget(self.buttons)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.report_place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._space()
        self._show_report(False)

    def say(self, title: str, sentence: str) -> None:
        if (title, sentence) == (self.title.text(), self.sentence.text()):
            return
        self.title.show_sentence(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{title} {sentence}")
        announce(self, f"{title} {sentence}")

    def set_report(self, text: str) -> None:
        self.report.setText(text)
        self.copy_button.set_text(self.tr("Copy the report"))

    def stand_above(self, window: QWidget) -> None:
        """Above everything in the window, which makes room for it."""
        inside = window.centralWidget() if isinstance(window, QMainWindow) else window
        column = inside.layout() if inside is not None else None
        if isinstance(column, QBoxLayout):
            column.insertWidget(0, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        ground = tokens.tint if self._colour == "petrol" else tokens.colour(f"{self._colour}_ground")
        painter.fillRect(self.rect(), ground)
        width = 2 if self._theme.high_contrast else 1
        line = QRectF(0, self.height() - width, self.width(), width)
        painter.fillRect(line, tokens.colour(self._colour))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.text())
        self.copy_button.set_text(self.tr("Copied"))
        announce(self, self.tr("The report is copied."))

    def _show_report(self, shown: bool) -> None:
        self.report_place.setVisible(shown)
        self.show_button.set_text(self.tr("Hide the report") if shown else self.tr("Show the report"))

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(6))
        self.body.setSpacing(px(6))
        self.report_place.setMinimumHeight(px(_REPORT_HEIGHT) // 4)
        self.report_place.setMaximumHeight(px(_REPORT_HEIGHT))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
