"""Painted parts say with shape, fill and words what they say with colour, and never cut a text off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.paint import brush, controls, edges, flags, lines, priority, record, steps, words
from incident_desk.gui.paint.time_left import Haste, paint_fuse, paint_ring
from incident_desk.gui.theme.manager import Theme

Paint = Callable[[Callable[[QPainter], object]], QImage]
BLACK, WHITE = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)


def share_of(image: QImage, colour: QColor) -> int:
    """How many pixels have exactly that colour."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) == colour.rgb() for x, y in points)


def differing(one: QImage, other: QImage) -> int:
    points = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 80 for x, y in points)


def test_that_priorities_differ_by_shape_alone(painted: Paint) -> None:
    def glyph(level: Priority) -> QImage:
        rect = QRectF(0, 0, 24, 24)
        return painted(lambda p: priority.paint_priority_glyph(p, rect, level, BLACK, WHITE))

    shapes = {level: glyph(level) for level in Priority}
    for one in Priority:
        for other in Priority:
            if one is not other:
                assert differing(shapes[one], shapes[other]) > 30, (one, other)


@pytest.mark.parametrize("level", Priority)
def test_that_a_chip_takes_the_width_it_says(level: Priority, theme: Theme, painted: Paint) -> None:
    widths: list[float] = []
    image = painted(lambda p: widths.append(priority.paint_chip(p, QPointF(0, 0), level, theme)))

    assert widths == [priority.chip_width(level, theme)]
    assert priority.chip_height(theme) == 20
    assert share_of(image, theme.tokens.chips[level].fill) > 100
    right = round(widths[0]) + 1
    assert share_of(image.copy(right, 0, image.width() - right, 120), WHITE) == (image.width() - right) * 120


def test_that_a_chip_from_the_right_ends_there(theme: Theme, painted: Paint) -> None:
    image = painted(lambda p: priority.paint_chip(p, QPointF(200, 0), Priority.CRITICAL, theme, from_right=True))
    assert image.pixelColor(197, 10) == theme.tokens.crit
    assert image.pixelColor(202, 10) == WHITE


def test_that_chips_follow_the_theme_although_glyphs_are_kept(theme: Theme, painted: Paint) -> None:
    def chip() -> QImage:
        return painted(lambda p: priority.paint_chip(p, QPointF(0, 0), Priority.HIGH, theme))

    light = chip()
    theme.set_mode("dark")
    assert share_of(chip(), theme.tokens.chips[Priority.HIGH].fill) > 100
    theme.set_mode("light")
    assert chip() == light


@pytest.mark.parametrize("text", ["<b>bold</b>", "a & b", "&amp;", "<img src=x>"])
def test_that_people_s_words_are_never_markup(text: str, theme: Theme) -> None:
    assert brush.width_of(text, "body", theme) == pytest.approx(theme.metrics("body").horizontalAdvance(text), abs=1)


def test_that_a_line_end_does_not_break_a_row(theme: Theme) -> None:
    assert brush.width_of("Ward 3\nWard 4\u2028Ward 5", "body", theme) == pytest.approx(
        brush.width_of("Ward 3 Ward 4 Ward 5", "body", theme)
    )


@pytest.mark.parametrize("align", brush.Align)
def test_that_a_line_of_text_stays_in_its_place(align: brush.Align, theme: Theme, painted: Paint) -> None:
    text = "Ventilator alarm silent for six minutes in intensive care"
    room = QRectF(100, 20, 90, 20)
    took: list[float] = []

    def paint(painter: QPainter) -> None:
        took.append(brush.words(painter, room, text, theme, role="body", colour=BLACK, align=align))

    image = painted(paint)
    assert 60 < took[0] <= 91
    outside = [image.copy(0, 0, 99, 120), image.copy(192, 0, 128, 120)]
    assert all(share_of(part, WHITE) == part.width() * part.height() for part in outside)
    assert share_of(image, BLACK) > 0


def test_that_a_text_that_fits_is_broken_without_loss(theme: Theme) -> None:
    text = "Chemical spill in store room, two staff exposed"
    found = lines.broken(text, "card-title", 230, theme, 2)
    assert len(found.lines) == 2
    assert " ".join(found.lines) == text
    assert not found.elided


def test_that_a_long_title_ends_in_an_ellipsis_on_its_second_line(theme: Theme) -> None:
    text = "Medication mix-up: heparin strengths on one shelf of the dispensary"
    found = lines.broken(text, "card-title", 170, theme, 2)
    assert found.elided
    assert len(found.lines) == 2
    assert found.lines[1].endswith("…")
    assert all(brush.width_of(line, "card-title", theme) <= 171 for line in found.lines)


@pytest.mark.parametrize("text", ["🚑" * 40, "Ünïcödé " * 12, "x" * 200, "", "one\n\ntwo"])
def test_that_no_letter_is_halved_or_lost(text: str, theme: Theme) -> None:
    found = lines.broken(text, "hint", 120, theme)
    assert "".join("".join(found.lines).split()) == "".join(text.split())


def test_that_whole_words_are_elided_and_never_broken(theme: Theme) -> None:
    found = lines.broken("Die Rindfleischetikettierungsüberwachung ruht", "hint", 100, theme, whole_words=True)
    assert [found.lines[0], found.lines[2]] == ["Die", "ruht"]
    assert found.lines[1].endswith("…")
    assert found.elided
    assert all(brush.width_of(line, "hint", theme) <= 101 for line in found.lines)
    short = lines.broken("Die Aufsicht ruht", "hint", 100, theme, whole_words=True)
    assert not short.elided


def test_that_whose_deadline_it_is_is_said_wherever_the_words_fit(theme: Theme) -> None:
    needed = brush.width_of("Action", "hint", theme)
    assert flags.says_enough("Action", needed, theme)
    assert not flags.says_enough("Action", needed - 1, theme), "else only the sign stands there"
    long = "Tell Mrs Featherstonehaugh again"
    assert flags.says_enough(long, brush.width_of(long, "hint", theme) / 2, theme), "a part that can be read"


def test_that_a_very_long_narrative_is_not_laid_out_for_two_lines(theme: Theme, painted: Paint) -> None:
    found = lines.broken("word " * 200_000, "card-title", 170, theme, 2)
    assert len(found.lines) == 2
    image = painted(lambda p: lines.paint_lines(p, QPointF(0, 0), found, theme, role="card-title", colour=BLACK))
    assert share_of(image, BLACK) > 0


def test_that_the_five_boxes_show_done_now_and_to_come(theme: Theme, painted: Paint) -> None:
    image = painted(lambda p: steps.paint_five_boxes(p, 0, 20, Step.PRIORITISATION, theme))
    edge, gap = 9, 2
    middles = [image.pixelColor(number * (edge + gap) + edge // 2, 20) for number in range(5)]
    tokens = theme.tokens
    assert middles == [tokens.petrol, tokens.petrol, tokens.tint2, tokens.paper, tokens.paper]


def test_that_all_five_boxes_are_filled_when_all_is_done(theme: Theme, painted: Paint) -> None:
    image = painted(lambda p: steps.paint_five_boxes(p, 0, 20, None, theme))
    assert {image.pixelColor(number * 11 + 4, 20).name() for number in range(5)} == {theme.tokens.petrol.name()}


def test_that_boxes_survive_a_grey_printer(theme: Theme, painted: Paint) -> None:
    rect = QRectF(2, 2, 27, 27)
    grey = [
        painted(partial(steps.paint_rail_box, rect=rect, step=Step.REACTION, state=state, theme=theme))
        .convertToFormat(QImage.Format.Format_Grayscale8)
        .convertToFormat(QImage.Format.Format_ARGB32)
        for state in steps.StepState
    ]
    for number, one in enumerate(grey):
        for other in grey[number + 1 :]:
            assert differing(one, other) > 20


@pytest.mark.parametrize("left", [0.0, 0.25, 0.5, 1.0, 1.7, -3.0])
def test_that_a_fuse_burns_down_to_its_share(left: float, theme: Theme, painted: Paint) -> None:
    rect = QRectF(0, 0, 300, 3)
    image = painted(lambda p: paint_fuse(p, rect, left, Haste.IN_HAND, theme))
    burning = sum(image.pixelColor(x, 1) == theme.tokens.step3 for x in range(300))
    assert burning == pytest.approx(300 * min(1, max(0, left)), abs=4)


def test_that_a_fuse_says_how_urgent_it_is(theme: Theme, painted: Paint) -> None:
    rect = QRectF(0, 0, 300, 3)
    colours = {
        haste: painted(partial(paint_fuse, rect=rect, left=0.5, haste=haste, theme=theme)).pixelColor(50, 1)
        for haste in Haste
    }
    tokens = theme.tokens
    assert colours == {
        Haste.IN_HAND: tokens.step3,
        Haste.SOON: tokens.high,
        Haste.OVERDUE: tokens.crit,
        Haste.DONE: tokens.ok,
    }


def test_that_a_ring_burns_clockwise_from_the_top_in_twelve_parts(theme: Theme, painted: Paint) -> None:
    rect = QRectF(0, 0, 100, 100)
    half = painted(lambda p: paint_ring(p, rect, 0.5, Haste.IN_HAND, theme, countdown="3 d", below="left"))
    assert half.pixelColor(96, 39) == theme.tokens.line  # the right half has burnt
    assert half.pixelColor(4, 61) == theme.tokens.step3
    assert half.pixelColor(50, 4) == WHITE  # a gap between two parts
    whole = painted(lambda p: paint_ring(p, rect, 0, Haste.DONE, theme))
    assert share_of(whole, theme.tokens.line) == 0
    assert share_of(whole, theme.tokens.ok) > 500


def test_that_a_flag_takes_the_width_it_says(theme: Theme, painted: Paint) -> None:
    took: list[float] = []
    rect = QRectF(0, 0, 300, 20)
    painted(lambda p: took.append(flags.paint_flag(p, rect, "pencil", "2 missing", theme, colour="high")))
    assert took == [flags.flag_width("2 missing", theme)]


def test_that_what_is_overdue_stands_on_a_pill(theme: Theme, painted: Paint) -> None:
    took: list[float] = []
    image = painted(lambda p: took.append(flags.paint_pill(p, QPointF(0, 0), "2 d overdue", theme)))
    assert took == [flags.pill_width("2 d overdue", theme)]
    assert share_of(image, theme.tokens.crit_ground) > 500
    row = painted(lambda p: flags.paint_overdue_row(p, QRectF(0, 0, 200, 22), "Check it", "overdue 1 h", theme))
    assert row.pixelColor(100, 1) == theme.tokens.crit_ground


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina Yusuf", "AY"),
        ("Dr. Helen Marsh", "HM"),
        ("Prof Li", "L"),
        ("Cher", "C"),
        ("", "?"),
        ("élan", "É"),
    ],
)
def test_that_initials_are_those_of_first_and_last_name(name: str, letters: str) -> None:
    assert record.initials(name) == letters


def test_that_one_s_own_disc_is_petrol(theme: Theme, painted: Paint) -> None:
    own = painted(lambda p: record.paint_initials(p, QPointF(0, 0), "Amina Yusuf", theme, own=True))
    other = painted(lambda p: record.paint_initials(p, QPointF(0, 0), "Amina Yusuf", theme))
    assert own.pixelColor(11, 3) == theme.tokens.petrol
    assert other.pixelColor(11, 3) == theme.tokens.sunken


def test_that_a_number_is_never_shortened(theme: Theme) -> None:
    number = "WARD3-2026-0042"
    text = theme.metrics("number-box").horizontalAdvance(number)
    assert record.number_box_width(number, theme) >= text + 2 * theme.px(10)


def test_that_a_sheet_shows_selection_by_ground_and_edge(theme: Theme, painted: Paint) -> None:
    rect = QRectF(10, 10, 200, 80)
    plain = painted(lambda p: edges.paint_sheet(p, rect, theme))
    chosen = painted(lambda p: edges.paint_sheet(p, rect, theme, selected=True))
    assert plain.pixelColor(100, 50) == theme.tokens.paper
    assert chosen.pixelColor(100, 50) == theme.tokens.tint
    assert chosen.pixelColor(100, 10) == theme.tokens.petrol


def test_that_a_lifted_sheet_throws_a_deeper_shadow(theme: Theme, painted: Paint) -> None:
    rect = QRectF(60, 10, 200, 80)

    def shade(lifted: bool) -> int:
        image = painted(lambda p: edges.paint_sheet(p, rect, theme, lifted=lifted))
        return 255 - image.pixelColor(160, 93).lightness()

    assert shade(lifted=True) > shade(lifted=False)


def test_that_a_focus_ring_lies_outside_with_a_gap(theme: Theme, painted: Paint) -> None:
    image = painted(lambda p: edges.paint_focus_ring(p, QRectF(20, 20, 100, 40), 7, theme))
    column = [image.pixelColor(70, y) for y in range(16, 21)]
    assert column == [WHITE, theme.tokens.petrol, theme.tokens.petrol, WHITE, WHITE]


def test_that_ticked_partly_ticked_and_empty_boxes_differ(theme: Theme, painted: Paint) -> None:
    rect = QRectF(4, 4, 18, 18)
    ticked = painted(lambda p: controls.paint_tick_box(p, rect, True, theme))
    partly = painted(lambda p: controls.paint_tick_box(p, rect, False, theme, partly=True))
    empty = painted(lambda p: controls.paint_tick_box(p, rect, False, theme))
    assert ticked.pixelColor(6, 13) == partly.pixelColor(6, 13) == theme.tokens.petrol
    assert ticked != partly
    assert empty.pixelColor(13, 13) == theme.tokens.paper


def test_that_painting_in_the_dark_uses_dark_colours_only(theme: Theme, painted: Paint) -> None:
    theme.set_mode("dark")
    image = painted(lambda p: edges.paint_sheet(p, QRectF(10, 10, 200, 80), theme))
    assert image.pixelColor(100, 50) == theme.tokens.paper
    assert image.pixelColor(100, 10) == theme.tokens.line


def test_that_every_shape_has_words() -> None:
    assert words.chip_text(Priority.CRITICAL) == "priority Critical"
    assert words.fuse_text("Device authority", "1 d 21 h") == "Device authority: 1 d 21 h"
