"""Which words of a text are set strong."""

from __future__ import annotations

import pytest

from incident_desk.gui.paint.found_words import strong_parts
from incident_desk.usecases.find_records import sought_words


@pytest.mark.parametrize(
    ("text", "search", "strong"),
    [
        ("The pump ran on", "pump", ["pump"]),
        ("Pumps and PUMP, pumping", "pump", ["Pumps", "PUMP", "pumping"]),
        ("a bicycle pump", "cycle", []),
        ("Tomás saw it", "tomas", ["Tomás"]),
        ("Toma\u0301s saw it", "tomas", ["Tomás"]),
        ("Straße 5", "strasse", ["Straße"]),
        ("Ward 3, room 312", "ward 312", ["Ward", "312"]),
        ("<b>pump</b>", "b", ["b", "b"]),
        ("nothing sought", "", []),
    ],
)
def test_that_words_that_begin_like_the_search_are_strong(text: str, search: str, strong: list[str]) -> None:
    assert [piece for piece, is_strong in strong_parts(text, sought_words(search)) if is_strong] == strong


@pytest.mark.parametrize("text", ["", "plain", "  two  blanks ", "\u202eabc pump", "pump"])
def test_that_the_parts_together_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in strong_parts(text, sought_words("pump"))) == text
