"""How everything looks at this moment: colours, type, distances and icons in one value that painters take."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPixmap

from incident_desk.gui.theme.icons import Icons
from incident_desk.gui.theme.spacing import Spacing
from incident_desk.gui.theme.tokens import Tokens
from incident_desk.gui.theme.typography import Typography


class Look:
    """Replaced as a whole when theme, contrast or zoom change; painters never keep one."""

    def __init__(
        self, tokens: Tokens, typography: Typography, icons: Icons, *, dark: bool, high_contrast: bool
    ) -> None:
        self.tokens = tokens
        self.typography = typography
        self.spacing = Spacing(typography.metrics("body"))
        self.dark = dark
        self.high_contrast = high_contrast
        self._icons = icons

    @property
    def u(self) -> int:
        return self.spacing.u

    def px(self, pixels: float) -> int:
        return self.spacing.px(pixels)

    def font(self, role: str) -> QFont:
        return self.typography.font(role)

    def metrics(self, role: str) -> QFontMetricsF:
        return self.typography.metrics(role)

    def pixmap(self, name: str, colour: str, size: float = 18, ratio: float = 1.0) -> QPixmap:
        """An icon in the colour of a token, for painting; `size` in pixels of the design."""
        return self._icons.pixmap(name, self.tokens.colour(colour), self.px(size), ratio)

    def icon(self, name: str, colour: str = "ink2", size: float = 18) -> QIcon:
        return self._icons.icon(name, self.tokens.colour(colour), self.px(size))

    def app_mark(self, size: float, ratio: float = 1.0) -> QPixmap:
        return self._icons.app_mark(self.tokens.petrol, self.tokens.onpetrol, self.px(size), ratio)
