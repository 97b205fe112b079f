"""One theme for the whole window: light and dark, the type scale, zoom, and the style sheet made from them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.theme.spacing import Spacing
from incident_desk.gui.theme.stylesheet import style_sheet
from incident_desk.gui.theme.tokens import DARK, LIGHT, with_high_contrast
from incident_desk.gui.theme.typography import SCALE, Lettering
from tests.gui.conftest import in_front


@pytest.mark.parametrize("role", Lettering)
def test_that_each_role_is_set_in_the_bundled_face_it_names(role: Lettering, theme: Theme) -> None:
    face = QRawFont.fromFont(theme.font(role))
    setting = SCALE[role]
    assert face.familyName() == "Noto Sans"
    assert face.weight() == setting.weight.value
    assert ("Condensed" in face.styleName()) == setting.narrow
    assert theme.font(role).pointSizeF() == setting.points


def test_that_no_text_is_smaller_than_nine_points() -> None:
    assert min(setting.points for setting in SCALE.values()) == 9


def test_that_digits_are_all_of_one_width(theme: Theme) -> None:
    for role in ("cell", "countdown", "body"):
        assert len({theme.metrics(role).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_that_the_unit_is_eight_and_grows_with_the_text(theme: Theme) -> None:
    assert (theme.unit, theme.px(202)) == (8, 202)
    theme.set_zoom(200)
    assert theme.unit == 16
    assert theme.font("body").pointSizeF() == 20


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (400, 250), (150, 150)])
def test_that_zoom_stays_between_80_and_250(asked: int, given: int, theme: Theme) -> None:
    theme.set_zoom(asked)
    assert theme.zoom == given


def test_that_a_change_is_told_once(theme: Theme) -> None:
    told: list[int] = []
    theme.changed.connect(lambda: told.append(1))

    theme.set_mode("dark")
    theme.set_mode("dark")
    assert len(told) == 1
    theme.set_zoom(120)
    theme.set_zoom(120)
    assert len(told) == 2


def test_that_dark_and_light_reach_palette_and_style_sheet(theme: Theme, qapp: QApplication) -> None:
    for mode, tokens in (("dark", DARK), ("light", LIGHT)):
        theme.set_mode("dark" if mode == "dark" else "light")
        assert theme.dark is (mode == "dark")
        assert theme.tokens is tokens
        assert qapp.palette().window().color() == tokens.desk
        assert tokens.petrol.name() in qapp.styleSheet()
        assert f"tick-{mode}.svg" in qapp.styleSheet()


def test_that_system_goes_back_to_what_the_system_says(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("dark")
    theme.set_mode("system")
    assert theme.mode == "system"
    assert theme.dark is (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)


@pytest.mark.parametrize("percent", [80, 100, 110, 130, 200, 250])
def test_that_the_style_sheet_is_whole_and_sets_no_font(percent: int, theme: Theme, qapp: QApplication) -> None:
    theme.set_zoom(percent)
    sheet = qapp.styleSheet()
    assert not re.search(r"@\w|\ddp\b|image\(|pill\(", sheet)
    assert not re.search(r"\bfont(-\w+)?\s*:", sheet)
    assert "-1px" not in sheet


def test_that_high_contrast_shows_a_selection_without_tints(theme: Theme) -> None:
    tokens = with_high_contrast(LIGHT)
    spacing = Spacing(theme.metrics("body"))
    sheet = style_sheet(tokens, spacing, dark=False, high_contrast=True)
    last = sheet.rindex("selection-background-color")
    assert sheet[last:].startswith(f"selection-background-color: {tokens.petrol.name()}")
    assert LIGHT.tint.name() not in sheet
    assert LIGHT.ink3.name() not in sheet


@pytest.mark.parametrize("percent", [80, 100, 110, 125, 150, 200, 250])
def test_that_a_field_keeps_its_size_when_it_gets_the_focus(percent: int, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(percent)
    for kind in ("primary", "normal", "quiet", "danger", "pill", "choice", "icon"):
        button = QPushButton("Save")
        qtbot.addWidget(button)
        mark(button, kind=kind)
        _assert_same_size_with_focus(button, qtbot)
    for state in ("", "missing", "wrong"):
        field = QLineEdit()
        qtbot.addWidget(field)
        mark(field, state=state)
        _assert_same_size_with_focus(field, qtbot)


def _assert_same_size_with_focus(widget: QPushButton | QLineEdit, qtbot: QtBot) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.show()
    in_front(widget, qtbot)
    widget.clearFocus()
    before = widget.sizeHint()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert widget.sizeHint() == before


def test_that_a_mark_changes_the_look_at_once_and_can_be_taken_away(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    plain = field.grab().toImage()
    mark(field, state="wrong")
    assert field.grab().toImage() != plain
    mark(field, state="")
    assert field.grab().toImage() == plain


@pytest.mark.parametrize("percent", [80, 90, 100, 110, 125, 150, 200, 250])
def test_that_round_things_stay_round_at_every_zoom(percent: int, theme: Theme, qtbot: QtBot) -> None:
    theme.set_zoom(percent)
    for widget in (QRadioButton(), QPushButton("Mine")):
        qtbot.addWidget(widget)
        mark(widget, kind="pill")
        widget.resize(widget.sizeHint())
        image = widget.grab().toImage()
        across, down = range(image.width()), range(image.height())
        edge = [(x, y) for y in down for x in across if image.pixelColor(x, y) == theme.tokens.line2]
        assert edge, "no edge is painted"
        assert (min(x for x, _ in edge), min(y for _, y in edge)) not in edge, f"{widget} is square"


def test_that_what_is_kept_is_forgotten_when_the_look_changes(theme: Theme) -> None:
    assert theme.remember("key", lambda: "light") == "light"
    assert theme.remember("key", lambda: "other") == "light"
    theme.set_mode("dark")
    assert theme.remember("key", lambda: "dark") == "dark"
