"""Tells what failed inside the program in the window that is open, all of it in one band, until somebody goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.crash import CrashWatch
from incident_desk.gui.theme.manager import Theme

if TYPE_CHECKING:
    from incident_desk.gui.crash_band import CrashBand


class NoWindow(QWidget):
    """What stands where a window could not be made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Incident Desk")
        self.setWindowIcon(theme.app_mark(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)


class CrashTeller(QObject):
    def __init__(self, watch: CrashWatch, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._watch, self._theme = watch, theme
        self._told = 0  # how many somebody has read of
        self._window: QWidget | None = None
        self.band: CrashBand | None = None
        watch.crashed.connect(self._tell)

    def follow(self, window: QWidget) -> None:
        """What was not read yet stands in the window that comes."""
        self._window, self.band = window, None
        if self._watch.count > self._told:
            self._tell()

    def leave(self) -> None:
        """The window is about to be gone."""
        self._window = self.band = None

    def _tell(self) -> None:
        if self._window is None:
            return
        if self.band is None:
            self.band = self._made(self._window)
        self.band.say(self._title(), self._sentence())
        self.band.set_report(self._watch.text())

    def _made(self, window: QWidget) -> CrashBand:
        from incident_desk.gui.crash_band import CrashBand

        close = self.tr("Close") if isinstance(window, NoWindow) else self.tr("Go on")
        band = CrashBand(self._theme, window, icon="alert-triangle", colour="crit", close=close)
        band.closed.connect(self._on_closed)
        band.stand_above(window)
        band.show()
        return band

    def _title(self) -> str:
        count = self._watch.count - self._told
        if count == 1:
            return self.tr("Something went wrong inside the program.")
        return self.tr("Something went wrong inside the program, %n times.", None, count)

    def _sentence(self) -> str:
        if isinstance(self._window, NoWindow):
            return self.tr("What was saved is safe. Close the program and start it again.")
        return self.tr(
            "What was saved is safe, and what you are typing is kept as a draft. Go on working; if it happens again, "
            "close the program and start it again."
        )

    def _on_closed(self) -> None:
        self._told = self._watch.count
        band, self.band = self.band, None
        if band is not None:
            band.hide()
            band.deleteLater()
        if isinstance(self._window, NoWindow):
            self._window.close()
