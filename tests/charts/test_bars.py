"""Charts of values: everything lies within the drawing, marks stand out by shape, and each value can be gone to."""

from __future__ import annotations

import pytest

from incident_desk.charts.bars import Chart, Level, Value
from incident_desk.charts.drawing import Box, Dot, Letters, Ruler, Stroke, Tone, Words


class _FiveEach(Ruler):
    def width(self, text: str, letters: Letters) -> float:
        return 5.0 * len(text)

    def line(self, letters: Letters) -> float:
        return 10.0


def values(*numbers: float, label: str = "2026-01") -> tuple[Value, ...]:
    return tuple(Value(str(n), label, each, f"{label}: {each}") for n, each in enumerate(numbers))


@pytest.mark.parametrize("form", ["line", "bars"])
@pytest.mark.parametrize("numbers", [(0.0,), (3.0, 0.0, 12.0), tuple(float(n) for n in range(36)), (1_000_000.0, 1.0)])
@pytest.mark.parametrize("width", [280.0, 700.0])
def test_that_values_stand_within_the_drawing_in_proportion(
    form: str, numbers: tuple[float, ...], width: float
) -> None:
    drawing = Chart(form, values(*numbers)).draw(width, _FiveEach())
    assert [spot.key for spot in drawing.spots] == [str(n) for n in range(len(numbers))]
    assert all(spot.left >= 0 and spot.left + spot.width <= width + 0.01 for spot in drawing.spots)
    assert all(0 <= shape.y <= drawing.height for shape in drawing.shapes if isinstance(shape, Words))
    if form == "bars":
        tall = [shape.height for shape in drawing.shapes if isinstance(shape, Box)]
        for number, height in zip(numbers, tall, strict=True):
            assert height * max(numbers) == pytest.approx(number * max(tall), abs=0.01)


def test_that_what_is_marked_differs_in_shape_and_not_in_colour_alone() -> None:
    plain, marked = (Value(key, key, 4, key, marked=key == "b") for key in "ab")
    shapes = Chart("line", (plain, marked)).draw(300, _FiveEach()).shapes
    assert [shape.tone for shape in shapes if isinstance(shape, Stroke)].count(Tone.PETROL) == 1
    assert len([shape for shape in shapes if isinstance(shape, Box)]) == 1
    assert len([shape for shape in shapes if isinstance(shape, Dot)]) == 2


def test_that_limits_lie_where_their_value_lies() -> None:
    levels = (Level(10, "mean"), Level(20, "upper", dashed=True))
    shapes = Chart("line", values(10, 20, 10), levels).draw(400, _FiveEach()).shapes
    dots = [shape.y for shape in shapes if isinstance(shape, Dot)]
    (upper,) = [shape.points[0][1] for shape in shapes if isinstance(shape, Stroke) and shape.dashed]
    assert dots[1] == pytest.approx(upper)


def test_that_wide_names_take_several_lines_and_months_every_second_place() -> None:
    names = Chart("bars", values(*[1.0] * 6, label="Surgery and procedures")).draw(400, _FiveEach())
    told = [shape.text for shape in names.shapes if isinstance(shape, Words)]
    assert told.count("Surgery and") == 6
    months = Chart("line", values(*[1.0] * 12)).draw(300, _FiveEach())
    assert 0 < [shape.text for shape in months.shapes if isinstance(shape, Words)].count("2026-01") < 12
