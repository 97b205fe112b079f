"""The type scale: Noto Sans in points, one table of roles, one zoom for all of them.

The semi-condensed faces are reached by a stretch of the family "Noto Sans" only: asked for by their own
family name, Qt gives Bold for SemiBold and Regular for Medium. Style sheets cannot set a stretch, and a font
rule in one overrides `setFont`; so sizes and families stand here, never in a style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from incident_desk.support.resources import resource

FAMILIES = (
    *("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari"),
    *("DejaVu Sans", "WenQuanYi Micro Hei", "Noto Sans Symbols2"),
)
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 250


class Lettering(StrEnum):
    """What a text is for; the table below says how it is set."""

    PAGE_TITLE = "page-title"
    RECORD_TITLE = "record-title"
    POPOVER_TITLE = "popover-title"
    SECTION = "section"
    PANEL = "panel"
    PROMISE = "promise"
    CARD_TITLE = "card-title"
    COLUMN_HEAD = "column-head"
    NUMBER_BOX = "number-box"
    COUNTDOWN = "countdown"
    NAVIGATION = "navigation"
    NAVIGATION_HERE = "navigation-here"
    BODY = "body"
    BODY_STRONG = "body-strong"
    BUTTON = "button"
    BUTTON_PRIMARY = "button-primary"
    FIELD_LABEL = "field-label"
    CELL = "cell"
    CELL_OPEN = "cell-open"
    CELL_STRONG = "cell-strong"
    HINT = "hint"
    HINT_STRONG = "hint-strong"
    SMALL = "small"
    SMALL_STRONG = "small-strong"


@dataclass(frozen=True)
class Setting:
    points: float
    weight: QFont.Weight
    narrow: bool


_R, _M, _S = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

SCALE = {
    Lettering.PAGE_TITLE: Setting(17, _S, False),
    Lettering.RECORD_TITLE: Setting(15, _S, False),
    Lettering.POPOVER_TITLE: Setting(13, _S, False),
    Lettering.SECTION: Setting(12, _S, False),
    Lettering.PANEL: Setting(11.5, _S, False),
    Lettering.PROMISE: Setting(13, _S, False),
    Lettering.CARD_TITLE: Setting(12, _S, True),
    Lettering.COLUMN_HEAD: Setting(12, _S, True),
    Lettering.NUMBER_BOX: Setting(11.5, _S, False),
    Lettering.COUNTDOWN: Setting(11, _S, True),
    Lettering.NAVIGATION: Setting(10.5, _R, False),
    Lettering.NAVIGATION_HERE: Setting(10.5, _S, False),
    Lettering.BODY: Setting(10, _R, False),
    Lettering.BODY_STRONG: Setting(10, _S, False),
    Lettering.BUTTON: Setting(10, _M, False),
    Lettering.BUTTON_PRIMARY: Setting(10, _S, False),
    Lettering.FIELD_LABEL: Setting(9.5, _M, False),
    Lettering.CELL: Setting(9.5, _R, True),
    Lettering.CELL_OPEN: Setting(9.5, _M, True),
    Lettering.CELL_STRONG: Setting(9.5, _S, True),
    Lettering.HINT: Setting(9.5, _R, True),
    Lettering.HINT_STRONG: Setting(9.5, _S, True),
    Lettering.SMALL: Setting(9, _R, True),
    Lettering.SMALL_STRONG: Setting(9, _S, True),
}


@cache
def register_fonts() -> None:
    """Makes the bundled faces known to Qt, once; they need not be installed on the computer."""
    for path in sorted(resource("fonts").glob("*.tt[fc]")):
        QFontDatabase.addApplicationFont(str(path))


class Typography:
    """The type scale at one zoom, its fonts and metrics made once."""

    def __init__(self, zoom: int = 100) -> None:
        self.zoom = zoom
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def font(self, role: str) -> QFont:
        """The font of a role, for example ``font("card-title")``."""
        if role not in self._fonts:
            self._fonts[role] = self._made(SCALE[Lettering(role)])
        return self._fonts[role]

    def metrics(self, role: str) -> QFontMetricsF:
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def _made(self, setting: Setting) -> QFont:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPointSizeF(setting.points * self.zoom / 100)
        font.setWeight(setting.weight)
        if setting.narrow:
            font.setStretch(QFont.Stretch.SemiCondensed)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
