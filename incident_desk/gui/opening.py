"""The first picture on the screen: what is being opened, in the place of its window, while the program still loads.

It is there before anything heavy is loaded, and so it uses nothing that is: no theme, no style sheet, no `Qt` names.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui.first_paint import after_first_paint
from incident_desk.gui.theme.icons import Icons
from incident_desk.gui.theme.tokens import DARK, LIGHT, Tokens
from incident_desk.gui.theme.typography import Typography, register_fonts
from incident_desk.gui.window_place import put_in_place
from incident_desk.support.addresses import is_server, without_password
from incident_desk.support.settings import PcSettings

_LINES = 4  # of text: the mark's height
_LONGEST_NAME = 40
_PATIENCE_MS = 1000  # for a screen that shows nothing, because it is asleep or far away


class Opening(QWidget):
    """Stands where the window will be until that one is painted."""

    def __init__(self, settings: PcSettings, address: str | None) -> None:
        super().__init__()
        self._settings = settings
        self._loop = QEventLoop(self)
        self.sentence = self.tr("Opening {name} ...").format(name=_name(address))
        self.setWindowTitle(self.sentence)
        self.setAccessibleName(self.sentence)
        self.setPalette(self._colours())
        put_in_place(self, settings.window)

    def show_now(self) -> None:
        """Comes back when it is on the screen."""
        self.show()
        # What painting needs is made ready while the window system makes room.
        QApplication.setWindowIcon(self._mark)
        self._font  # noqa: B018  # loads it
        QTimer.singleShot(_PATIENCE_MS, self._loop.quit)
        self._loop.exec()

    def was_closed(self) -> bool:
        """Whether somebody closed it, and wants no window any more."""
        QApplication.processEvents()  # a press on the cross may wait behind what was loaded
        return not self.isVisible()

    def give_way_to(self, window: QWidget) -> None:
        """Shows the other one and stays until it is painted, so that nothing flickers. Once closed, it shows none."""
        if self.was_closed():
            self.deleteLater()
            return
        after_first_paint(window, self._leave)
        window.show()
        QTimer.singleShot(_PATIENCE_MS, self._leave)

    def _leave(self) -> None:
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._loop.quit()
        super().closeEvent(event)

    # --- painting ---

    @cached_property
    def _tokens(self) -> Tokens:
        """As chosen on this PC, else by the palette, which follows the system."""
        if self._settings.scheme in {"light", "dark"}:
            return DARK if self._settings.scheme == "dark" else LIGHT
        return DARK if self.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT

    def _colours(self) -> QPalette:
        """Qt itself fills the ground and picks the pen: to be told so by a painter, it would load all of `Qt`."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, self._tokens.desk)
        colours.setColor(QPalette.ColorRole.WindowText, self._tokens.ink2)
        return colours

    @cached_property
    def _mark(self) -> QIcon:
        return Icons().mark(self._tokens.petrol, self._tokens.onpetrol, 64)

    @cached_property
    def _font(self) -> QFont:
        register_fonts()
        return Typography(self._settings.zoom).font("promise")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(self._font)
        line, wide = metrics.height(), metrics.horizontalAdvance(self.sentence)
        edge = _LINES * line
        left, top = (self.width() - edge) // 2, self.height() // 2 - edge
        self._mark.paint(painter, QRect(left, top, edge, edge))
        painter.setFont(self._font)
        painter.drawText(max((self.width() - wide) // 2, line), top + edge + 2 * line, self.sentence)
        QTimer.singleShot(0, self._loop.quit)


def _name(address: str | None) -> str:
    """Of the file, or of the database on its server; what people call the register is not known yet."""
    if not address:
        return "Incident Desk"
    plain = without_password(address).partition("?")[0] if is_server(address) else address
    name = Path(plain).stem
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
