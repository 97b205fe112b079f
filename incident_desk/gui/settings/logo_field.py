"""The house's logo: how it looks now, and another picture in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note

_WIDE, _HIGH = 150, 72


class _Picture(Painted):
    """The logo on white paper, as it is printed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_image(b"")

    def show_image(self, content: bytes) -> None:
        self._image = QImage.fromData(content) if content else QImage()
        self.setAccessibleName(self.tr("No logo yet") if self._image.isNull() else self.tr("The logo"))
        self.update()

    @property
    def is_empty(self) -> bool:
        return self._image.isNull()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        brush.smooth(painter)
        area = QRectF(self.rect())
        if self._image.isNull():
            brush.box(painter, area, px(5), tokens.sunken, tokens.line)
            words = self.tr("No logo yet")
            brush.words(painter, area, words, self._theme, role="hint", colour=tokens.ink3, align=brush.CENTRE)
            return
        brush.box(painter, area, px(5), Qt.GlobalColor.white, tokens.line)  # type: ignore[arg-type]  # paper is white in the dark too
        room = area.adjusted(px(8), px(8), -px(8), -px(8)).size().toSize() * self.devicePixelRatio()
        shown = self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(self.devicePixelRatio())
        size = shown.deviceIndependentSize()
        painter.drawImage(
            QRectF(
                area.center().x() - size.width() / 2, area.center().y() - size.height() / 2, size.width(), size.height()
            ),
            shown,
        )


class LogoField(QWidget):
    """Signals: `file_chosen` path; `taken_away`."""

    file_chosen = Signal(object)
    taken_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = _Picture(theme, self)
        self.choose = Button(self.tr("Choose a picture ..."), theme, self, icon="photo")
        self.remove = Button(self.tr("Take it away"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.wrong = Note(theme, self)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.u)
        row.addWidget(self.picture)
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(4))
        beside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(
            PlainLabel(self.tr("Logo, printed on every paper"), theme, self, role="field-label", ink="ink2")
        )
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove.clicked.connect(self.taken_away)

    def show_logo(self, content: bytes) -> None:
        self.picture.show_image(content)
        self.remove.setVisible(not self.picture.is_empty and self.choose.isEnabled())

    def set_read_only(self, read_only: bool) -> None:
        self.choose.setEnabled(not read_only)
        self.choose.setVisible(not read_only)
        self.remove.setVisible(not self.picture.is_empty and not read_only)

    def _on_choose_clicked(self) -> None:
        self.wrong.show_sentence("")
        choose(
            self, Wanted.FILE, self.tr("Logo"), Path.home(), self.file_chosen.emit,
            self.tr("Pictures (*.png *.jpg *.jpeg)"),
        )  # fmt: skip
