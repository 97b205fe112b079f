"""What is worked out for every drawing alike."""

from __future__ import annotations

from incident_desk.charts.drawing import Letters, Ruler, Spot, lines_of


class _TenEach(Ruler):
    """Each letter is ten wide."""

    def width(self, text: str, letters: Letters) -> float:
        return 10.0 * len(text)

    def line(self, letters: Letters) -> float:
        return 12.0


def test_that_a_text_is_broken_at_its_blanks_and_loses_nothing() -> None:
    assert lines_of("the pump ran dry", Letters.LABEL, 80, _TenEach(), 3) == ["the pump", "ran dry"]
    assert lines_of("the pump ran dry again", Letters.LABEL, 80, _TenEach(), 2) == ["the pump", "ran dry again"]
    assert lines_of("", Letters.LABEL, 80, _TenEach(), 2) == []


def test_that_a_spot_holds_its_edges_and_nothing_beyond() -> None:
    spot = Spot("a", "A", 10, 20, 30, 40)
    assert spot.holds(10, 20) and spot.holds(40, 60)
    assert not spot.holds(41, 30) and not spot.holds(20, 61)
