"""The order of right-to-left text: capitals stand for letters that run to the left."""

from __future__ import annotations

import pytest

from incident_desk.reports.bidi import levels, painted, runs_right_to_left

_HEBREW = {chr(ord("A") + number): chr(0x05D0 + number) for number in range(26)}
_LATIN = {hebrew: capital for capital, hebrew in _HEBREW.items()}


def _seen(text: str) -> str:
    """What stands on paper from left to right, as the eye meets it."""
    line = "".join(_HEBREW.get(letter, letter) for letter in text)
    base, of_line = levels(line)
    pieces = [part[::-1] if leftwards else part for part, leftwards in painted(line, of_line, base)]
    return "".join(_LATIN.get(letter, letter) for letter in "".join(pieces))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ABC DEF", "FED CBA"),
        ("he said ABC DEF to me", "he said FED CBA to me"),
        ("ABC 12 DEF", "FED 12 CBA"),
        ("ABC def GHI", "IHG def CBA"),
        ("dose ABC, 5 ml", "dose 5 ,CBA ml"),
        # Brackets go with what they hold, so that they never part from it.
        ("fell (ABC) twice", "fell (CBA) twice"),
        ("ABC (def) GHI", "IHG (def) CBA".replace("(def)", ")def(")),
        ("ABC (DEF) 12", "12 )FED( CBA"),
        ("a (ABC 1) b", "a (1 CBA) b"),
        ("x ((ABC)) [DEF] y", "x ((CBA)) [FED] y"),
        ("lone ) ABC ( y", "lone ) CBA ( y"),
    ],
)
def test_that_lines_stand_as_the_annex_wants(written: str, seen: str) -> None:
    assert _seen(written) == seen


def test_that_plain_text_needs_no_turning() -> None:
    assert not runs_right_to_left("Łódź 日本語 हिन्दी (12) ⟨U+202E⟩")
    assert runs_right_to_left("room שלום")
