"""The gateway: what a stored text looks like on paper."""

from __future__ import annotations

import pytest

from incident_desk.reports.fonts import HELPERS, Weight, covered, load
from incident_desk.reports.text import runs, visible

NB = "\u00a0"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("plain words", "plain words"),
        ("a\tb", f"a{NB * 4}b"),
        ("a  b   c", f"a{NB * 2}b{NB * 3}c"),
        (" lead\n  more", f"{NB}lead\n{NB * 2}more"),
        ("one \ntwo", "one \ntwo"),
        ("a\x00b\x1b", "a⟨U+0000⟩b⟨U+001B⟩"),
        ("\u202egnp.exe", "⟨U+202E⟩gnp.exe"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("\u3164filler\ufe0f", "⟨U+3164⟩filler⟨U+FE0F⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("a\rb", "a⟨U+000D⟩b"),
        ("\u2028", "⟨U+2028⟩"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("e\u0301 日本 Ω", "e\u0301 日本 Ω"),
        ("\U00010380", "⟨U+10380⟩"),
        ("a" + "\u0301" * 8, "a" + "\u0301" * 8),
        ("a" + "\u0301" * 10 + "b", "a" + "\u0301" * 8 + "⟨U+0301⟩⟨U+0301⟩b"),
        ("", ""),
    ],
)
def test_that_a_stored_text_shows_as_it_should(stored: str, shown: str) -> None:
    assert visible(stored) == shown


def test_that_what_is_shown_shows_the_same_again() -> None:
    shown = visible("  a\t\x07 b  c\n d\u202e")
    assert visible(shown) == shown


def test_that_text_is_cut_where_the_face_changes_and_nothing_is_lost() -> None:
    text = visible("Łódź 日本 שלום e\u0301 ⚠ \U0001f600 हिन्दी")
    found = runs(text, Weight.REGULAR)
    assert "".join(part for _, part in found) == text
    assert all(ord(character) in face.covers for face, part in found for character in part)
    assert len({face.file for face, _ in found}) >= 5


def test_that_text_which_went_round_the_gateway_is_refused() -> None:
    with pytest.raises(LookupError, match="U\\+10380"):
        runs("\U00010380", Weight.REGULAR)


def test_that_every_face_of_the_paper_has_the_characters_of_the_regular_one() -> None:
    regular = load(Weight.REGULAR).covers
    assert all(load(weight).covers >= regular for weight in Weight)


def test_that_the_bundled_fonts_cover_the_scripts_promised() -> None:
    assert all(map(covered, map(ord, "AzÄßłŽđ Ελλ Ещё 日本語한글カナ שלום عربي हिन्दी ✓☐⚠→€½⟨⟩")))
    assert set(HELPERS) >= {"DejaVuSans.ttf"}
