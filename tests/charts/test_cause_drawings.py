"""Fishbone and timeline: everything that is told stands inside the drawing, and where it should."""

from __future__ import annotations

import pytest

from incident_desk.charts.drawing import Box, Dot, Drawing, Letters, Ruler, Words
from incident_desk.charts.fishbone import Factor, fishbone
from incident_desk.charts.timeline import Event, timeline

HOUR = 3_600_000_000


class _FiveEach(Ruler):
    def width(self, text: str, letters: Letters) -> float:
        return 5.0 * len(text)

    def line(self, letters: Letters) -> float:
        return 10.0


def words_in(drawing: Drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words)]


def told(drawing: Drawing) -> str:
    return " ".join(words.text for words in words_in(drawing))


@pytest.mark.parametrize("width", [320.0, 500.0, 900.0])
@pytest.mark.parametrize("bones", [1, 2, 5, 9])
def test_that_a_fishbone_lies_wholly_within_its_size(width: float, bones: int) -> None:
    factors = [
        Factor(f"{n}.{m}", f"Kind {n}", f"factor number {m}", root=m == 1) for n in range(bones) for m in range(4)
    ]
    drawing = fishbone("The pump ran ten times too fast", factors, width, _FiveEach())
    assert all(spot.left >= 0 and spot.left + spot.width <= width for spot in drawing.spots)
    assert all(spot.top >= 0 and spot.top + spot.height <= drawing.height for spot in drawing.spots)
    assert all(0 <= words.y <= drawing.height for words in words_in(drawing))


def test_that_a_fishbone_tells_each_kind_once_and_each_factor() -> None:
    factors = [
        Factor("a", "People", "Tired"),
        Factor("b", "Machine", "Loose key"),
        Factor("c", "People", "Alone", root=True),
    ]
    drawing = fishbone("Wrong dose", factors, 600, _FiveEach())
    assert told(drawing).count("People") == 1
    assert all(word in told(drawing) for word in ("Wrong", "Tired", "Loose key", "Alone", "Machine"))
    assert [spot.key for spot in drawing.spots] == ["a", "c", "b"]
    assert drawing.spots[1].name == "People: Alone"


def test_that_factors_of_one_bone_do_not_lie_over_each_other() -> None:
    drawing = fishbone("x", [Factor(str(n), "People", "a rather long factor here") for n in range(6)], 400, _FiveEach())
    tops = [spot.top for spot in drawing.spots]
    assert tops == sorted(tops)
    assert all(
        after - before >= spot.height for before, after, spot in zip(tops, tops[1:], drawing.spots, strict=False)
    )


def test_that_events_stand_in_their_order_at_their_share_of_the_time() -> None:
    events = [
        Event("late", 4 * HOUR, 4 * HOUR, "12:00", "Found"),
        Event("early", 0, 0, "08:00", "Alarm"),
        Event("half", 2 * HOUR, 2 * HOUR, "10:00", "Silence", unexpected=True),
    ]
    drawing = timeline(events, 600, _FiveEach())
    assert [spot.key for spot in drawing.spots] == ["early", "half", "late"]
    x = [shape.x for shape in drawing.shapes if isinstance(shape, Dot)]
    assert x[1] - x[0] == pytest.approx(x[2] - x[1])


def test_that_what_is_not_exact_is_a_bar_as_long_as_it_is_unsure() -> None:
    events = [Event("a", 0, 2 * HOUR, "about", "Began"), Event("b", 4 * HOUR, 4 * HOUR, "12:00", "Found")]
    (bar,) = [shape for shape in timeline(events, 600, _FiveEach()).shapes if isinstance(shape, Box)]
    (dot,) = [shape for shape in timeline(events, 600, _FiveEach()).shapes if isinstance(shape, Dot)]
    assert bar.left + 2 * bar.width == pytest.approx(dot.x)


def test_that_events_of_one_moment_have_a_row_each() -> None:
    drawing = timeline([Event(str(n), HOUR, HOUR, "09:00", "x") for n in range(3)], 300, _FiveEach())
    assert len({spot.top for spot in drawing.spots}) == 3
