"""The colours of the design, measured again from the tables that the program uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

import incident_desk.gui
from incident_desk.domain.vocabulary import Priority
from incident_desk.gui.theme.tokens import DARK, LIGHT, Tokens, from_system, with_high_contrast
from incident_desk.support.resources import resource

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

# foreground, background, ratio in light and in dark as the design states them
MEASURED = [
    ("ink", "paper", 16.0, 11.7),
    ("ink2", "paper", 8.3, 8.2),
    ("ink2", "side", 6.6, 9.8),
    ("ink3", "paper", 6.0, 6.0),
    ("ink3", "tray", 4.8, 7.1),
    ("ink3", "side", 4.7, 7.3),
    ("petrol", "paper", 8.0, 7.4),
    ("petrol", "tint", 6.4, 6.3),
    ("onpetrol", "petrol", 8.0, 8.0),
    ("crit", "paper", 7.5, 6.5),
    ("crit", "crit_ground", 6.2, 6.5),
    ("high", "paper", 5.8, 7.0),
    ("high", "tray", 4.7, 8.2),
    ("high", "high_ground", 4.9, 6.2),
    ("med", "med_ground", 6.2, 7.7),
    ("low", "low_ground", 5.6, 6.7),
    ("ok", "paper", 6.6, 7.6),
    ("ok", "side", 5.3, 9.1),
    ("line2", "paper", 4.1, 4.0),
    ("line2", "tray", 3.3, 4.7),
    ("step3", "paper", 4.6, 4.3),
]
CHIPS = {
    Priority.CRITICAL: (7.5, 8.2),
    Priority.HIGH: (7.3, 7.0),
    Priority.MEDIUM: (7.8, 8.0),
    Priority.LOW: (6.7, 7.5),
    Priority.NOT_SET: (6.0, 6.0),
}
EDGES = {"line2", "step3"}


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(share * linear(part) for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("front", "ground", "light", "dark"), MEASURED)
def test_that_the_contrasts_are_those_of_the_design(front: str, ground: str, light: float, dark: float) -> None:
    for tokens, stated in ((LIGHT, light), (DARK, dark)):
        measured = contrast(tokens.colour(front), tokens.colour(ground))
        assert measured == pytest.approx(stated, abs=0.06)
        assert measured >= (3 if front in EDGES else 4.5)


@pytest.mark.parametrize("level", Priority)
def test_that_chips_read_as_well_as_the_design_says(level: Priority) -> None:
    for tokens, stated in zip((LIGHT, DARK), CHIPS[level], strict=True):
        chip = tokens.chips[level]
        assert contrast(chip.text, chip.fill) == pytest.approx(stated, abs=0.06)


@THEMES
@pytest.mark.parametrize("ground", ["desk", "side", "tray", "paper", "sunken"])
def test_that_text_reads_on_every_ground(tokens: Tokens, ground: str) -> None:
    for ink in ("ink", "ink2", "ink3", "petrol", "crit", "high", "ok"):
        assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5, ink


@THEMES
def test_that_messages_read_on_their_own_ground(tokens: Tokens) -> None:
    for tone in ("crit", "high", "ok", "med", "low"):
        for ink in (tone, "ink"):
            assert contrast(tokens.colour(ink), tokens.colour(f"{tone}_ground")) >= 4.5, (tone, ink)


@THEMES
def test_that_high_contrast_leaves_ink_paper_and_strong_lines(tokens: Tokens) -> None:
    strong = with_high_contrast(tokens)

    assert strong.ink2 == strong.ink3 == tokens.ink
    assert strong.line == tokens.line2
    assert strong.tint == strong.crit_ground == strong.desk == tokens.paper
    for chip in strong.chips.values():
        assert contrast(chip.text, chip.fill) >= 7


def test_that_the_system_palette_is_taken_as_it_is() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("navy"))

    tokens = from_system(palette)

    assert (tokens.ink, tokens.crit, tokens.paper) == (QColor("yellow"), QColor("yellow"), QColor("black"))
    assert (tokens.petrol, tokens.onpetrol) == (QColor("cyan"), QColor("navy"))


def test_that_colour_values_stand_in_the_token_module_alone() -> None:
    home = Path(incident_desk.gui.__file__).parent
    holders = {
        path.name
        for path in [*home.rglob("*.py"), *resource("styles").glob("*.qss")]
        if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    }
    assert holders == {"tokens.py"}


@pytest.mark.parametrize(("theme_name", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_that_the_drawings_of_the_style_sheet_have_the_colours_of_their_theme(theme_name: str, tokens: Tokens) -> None:
    owners = {"tick": "onpetrol", "dash": "onpetrol", "dot": "petrol"}
    drawings = list(resource("icons", "indicators").glob(f"*-{theme_name}.svg"))
    assert len(drawings) == 6
    for drawing in drawings:
        token = owners.get(drawing.stem.removesuffix(f"-{theme_name}"), "ink2")
        found = set(re.findall(r"#[0-9A-Fa-f]{6}", drawing.read_text(encoding="utf-8")))
        assert {value.lower() for value in found} == {tokens.colour(token).name()}, drawing.name
