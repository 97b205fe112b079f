"""Every colour of the window, named by its job. The one module that holds colour values.

Petrol: where you are and what you can press. Red, orange, yellow, slate: how urgent. Green: done, proven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QColor, QPalette

from incident_desk.domain.vocabulary import Priority


@dataclass(frozen=True)
class ChipColours:
    fill: QColor
    text: QColor
    edge: QColor


@dataclass(frozen=True)
class Tokens:
    """One table of colours. `crit_ground` and the like are grounds on which that colour stands as text."""

    desk: QColor
    side: QColor
    tray: QColor
    paper: QColor
    sunken: QColor
    line: QColor  # hairlines, decoration only
    line2: QColor  # the edge of anything one can operate
    ink: QColor
    ink2: QColor
    ink3: QColor
    petrol: QColor
    onpetrol: QColor
    petrol_hover: QColor
    tint: QColor
    tint2: QColor
    crit: QColor
    crit_ground: QColor
    high: QColor
    high_ground: QColor
    med: QColor
    med_ground: QColor
    low: QColor
    low_ground: QColor
    ok: QColor
    ok_ground: QColor
    step1: QColor
    step2: QColor
    step3: QColor
    step4: QColor
    step5: QColor
    shadow: QColor
    chips: Mapping[Priority, ChipColours]

    def colour(self, name: str) -> QColor:
        """The colour of a token that is named by data, for example ``colour("ink2")``."""
        found = getattr(self, name)
        assert isinstance(found, QColor), f"not a colour: {name}"
        return found

    def step(self, number: int) -> QColor:
        """The depth of one of the five steps, for charts; always beside its digit or name."""
        return self.colour(f"step{number}")


def _table(text: str, chips: str) -> Tokens:
    """Reads the two tables below: colours in the order of the fields, chips as fill, text, edge per level."""
    names = [field.name for field in fields(Tokens) if field.name != "chips"]
    colours = dict(zip(names, map(QColor, text.split()), strict=True))
    triples = [ChipColours(*map(QColor, line.split())) for line in chips.strip().splitlines()]
    return Tokens(**colours, chips=dict(zip(Priority, triples, strict=True)))


LIGHT = _table(
    """
    #F3F1EC #E8E5DD #E9E6DF #FFFFFF #F8F6F2 #DBD7CE #837D72
    #1B2326 #465054 #5C6569
    #0B5966 #FFFFFF #084650 #DBEAEC #BFDADE
    #A61B16 #FBE4E1 #A9480A #FCE9D8 #6E5300 #F8EDC6 #43606F #E4ECF0 #1D6A3A #DDEFE2
    #8FB6BC #629AA2 #3A7F89 #0B5966 #063F49
    #1B2326
    """,
    """
    #A61B16 #FFFFFF #A61B16
    #FCE0C6 #7A3202 #C8702A
    #FBF1CF #5E4700 #CDB35A
    #FFFFFF #43606F #A9BAC4
    #FFFFFF #5C6569 #A9A498
    """,
)
DARK = _table(
    """
    #14181A #191E20 #1B2022 #262D30 #20272A #384246 #7F8B90
    #EDEBE6 #C0C7C9 #A2ACB0
    #74C9D4 #062A30 #97DBE3 #173B42 #22525B
    #FF9388 #4A1F1C #F5A666 #46301C #EBCF77 #40371A #A9C2D1 #2B363C #83CF9B #1E3B29
    #2F5A61 #3F7880 #5499A3 #74C9D4 #A9E3EA
    #000000
    """,
    """
    #FF9388 #370805 #FF9388
    #53351A #FFC08C #B5742F
    #3D351B #EBCF77 #86742F
    #262D30 #A9C2D1 #56666F
    #262D30 #A2ACB0 #5B666B
    """,
)

_GROUNDS = ("tint", "tint2", "crit_ground", "high_ground", "med_ground", "low_ground", "ok_ground")


def with_high_contrast(tokens: Tokens) -> Tokens:
    """Ink alone for text, strong lines, no tints: shapes and words carry everything."""
    strong = {"ink2": tokens.ink, "ink3": tokens.ink, "line": tokens.line2, "line2": tokens.ink}
    plain = dict.fromkeys((*_GROUNDS, "desk", "side", "tray", "sunken"), tokens.paper)
    outlined = {level: ChipColours(tokens.paper, tokens.ink, tokens.ink) for level in Priority}
    outlined[Priority.CRITICAL] = ChipColours(tokens.ink, tokens.paper, tokens.ink)
    return replace(tokens, **strong, **plain, chips=outlined)


def from_system(palette: QPalette) -> Tokens:
    """The system's own high contrast colours, where the system has such a setting (Windows)."""
    text, paper = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    accent = palette.color(QPalette.ColorRole.Highlight)
    on_accent = palette.color(QPalette.ColorRole.HighlightedText)
    every = {field.name: text for field in fields(Tokens) if field.name != "chips"}
    plain = dict.fromkeys((*_GROUNDS, "desk", "side", "tray", "sunken", "paper"), paper)
    marked = {"petrol": accent, "petrol_hover": accent, "onpetrol": on_accent}
    return with_high_contrast(Tokens(**every | plain | marked, chips={}))
