"""The look of the window at this moment, and the one place that changes it.

One `Theme` is made in `gui.start` and handed to every widget and painter as `theme`. When light or dark,
contrast or zoom change it is rebuilt, the application gets its palette and style sheet, and `changed` is
sent: widgets lay themselves out again then, and keep no colour, font or pixel of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Literal, TypeVar, cast

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from incident_desk.gui.theme.icons import Icons
from incident_desk.gui.theme.palette import palette_of
from incident_desk.gui.theme.spacing import Spacing
from incident_desk.gui.theme.stylesheet import style_sheet
from incident_desk.gui.theme.tokens import DARK, LIGHT, Tokens, from_system, with_high_contrast
from incident_desk.gui.theme.typography import LARGEST_ZOOM, SMALLEST_ZOOM, Typography, register_fonts

Mode = Literal["system", "light", "dark"]
_SCHEMES: dict[Mode, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_MOST_KEPT = 5_000
_Made = TypeVar("_Made")


class Theme(QObject):
    """`changed()`: colours, type or distances are different now.

    `tokens` the colours; `px(8)` a distance of the design in pixels of this screen; `font("card-title")` and
    `metrics("card-title")` the lettering of a role (see `typography.Lettering`). Never keep what they return.
    `motion` says whether anything may move; the person's setting decides.
    """

    changed = Signal()

    motion = True
    tokens: Tokens
    px: Callable[[float], int]
    font: Callable[[str], QFont]
    metrics: Callable[[str], QFontMetricsF]

    def __init__(
        self, application: QApplication, parent: QObject | None = None, *, mode: Mode = "system", zoom: int = 100
    ) -> None:
        super().__init__(parent)
        self._application = application
        # Kept, because PySide takes what hangs on them away with the last Python name of them.
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()
        self._mode: Mode = mode
        if mode != "system":
            self._hints.setColorScheme(_SCHEMES[mode])
        self._icons = Icons()
        self._kept: dict[Hashable, object] = {}
        register_fonts()
        application.setStyle(QStyleFactory.create("Fusion"))
        self.zoom = _allowed(zoom)
        self._build()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    # -- what painters and widgets ask

    @property
    def u(self) -> int:
        """The unit of all distances, 8 px at 100 %."""
        return self._spacing.u

    @property
    def unit(self) -> int:
        return self._spacing.u

    @property
    def scale(self) -> float:
        """How much larger than in the design everything is; 1.0 at 96 dpi and 100 % text."""
        return self._spacing.scale

    def icon(self, name: str, colour: str = "ink2", size: float = 18) -> QIcon:
        """For buttons and actions; `size` in pixels of the design."""
        return self._icons.icon(name, self.tokens.colour(colour), self.px(size))

    def pixmap(self, name: str, colour: str = "ink2", size: float = 18, ratio: float = 1.0) -> QPixmap:
        """For painting: the icon in the colour of a token, for a screen with that device ratio."""
        return self._icons.pixmap(name, self.tokens.colour(colour), self.px(size), ratio)

    def app_mark(self, size: float = 30) -> QIcon:
        return self._icons.mark(self.tokens.petrol, self.tokens.onpetrol, self.px(size))

    def remember(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What painters lay out or draw once and use again, until the look changes."""
        try:
            return cast(_Made, self._kept[key])
        except KeyError:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            made = make()
            self._kept[key] = made
            return made

    # -- what changes it

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or whatever the system says, also when the system changes its mind later."""
        self._mode = mode
        self._hints.setColorScheme(_SCHEMES[mode])
        self._on_system_changed()

    def set_zoom(self, percent: int) -> None:
        """The user's own text size, 80 to 250 %; it multiplies all type and all distances."""
        wanted = _allowed(percent)
        if wanted != self.zoom:
            self.zoom = wanted
            self.refresh()

    def refresh(self) -> None:
        self._build()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if (self._is_dark(), self._has_high_contrast()) != self._built_for:
            self.refresh()

    def _build(self) -> None:
        self._built_for = (self._is_dark(), self._has_high_contrast())
        self.dark, self.high_contrast = self._built_for
        self.tokens = self._wanted_tokens()
        self._typography = Typography(self.zoom)
        self._spacing = Spacing(self._typography.metrics("body"))
        # Taken over as they are: painters call them thousands of times for one picture of the board.
        self.px, self.font, self.metrics = self._spacing.px, self._typography.font, self._typography.metrics
        self._kept.clear()
        self._application.setFont(self.font("body"))
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(
            style_sheet(self.tokens, self._spacing, dark=self.dark, high_contrast=self.high_contrast)
        )

    def _is_dark(self) -> bool:
        if self._mode == "system":
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self._mode == "dark"

    def _has_high_contrast(self) -> bool:
        return self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _wanted_tokens(self) -> Tokens:
        own = DARK if self.dark else LIGHT
        if not self.high_contrast:
            return own
        if QSysInfo.productType() != "windows":
            return with_high_contrast(own)
        self._application.setPalette(QPalette())  # back to the colours that the person chose in Windows
        system = self._application.palette()
        self.dark = system.color(QPalette.ColorRole.Base).lightness() < 128
        return from_system(system)


def _allowed(zoom: int) -> int:
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
