"""What stands on the page is what two independent programs read back, character for character."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incident_desk.reports.bidi import runs_right_to_left
from incident_desk.reports.fonts import covered
from incident_desk.reports.text import leans, visible
from tests.reports.hostile import FIXTURES, HEAPED, MIXED, POINTED, RIGHT_TO_LEFT
from tests.reports.readers import both, folded, inside, inventory, pdfium, poppler, squeezed, words
from tests.reports.sheets import text_alone

# One example is one file and one run of pdftotext.
by_reading = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("stored", [*FIXTURES, HEAPED])
def test_that_hostile_texts_read_back_as_they_show(stored: str, tmp_path: Path) -> None:
    read = both(text_alone(f"before {stored} after"), tmp_path)
    shown = words(visible(f"before {stored} after"))
    assert words(read["pdftotext"]) == shown
    assert words(read["pdfium"]) == shown


@pytest.mark.parametrize("stored", RIGHT_TO_LEFT)
def test_that_right_to_left_texts_read_back_in_reading_order(stored: str, tmp_path: Path) -> None:
    read = both(text_alone(f"{stored}\n{stored}"), tmp_path)
    assert words(read["pdftotext"]) == words(visible(stored)) * 2
    assert words(read["pdfium"]) == words(visible(stored)) * 2


@pytest.mark.parametrize("stored", POINTED)
def test_that_points_stay_with_their_letters(stored: str, tmp_path: Path) -> None:
    read = both(text_alone(stored), tmp_path)
    assert words(read["pdftotext"]) == words(visible(stored))
    assert folded(read["pdfium"]) == folded(visible(stored))


@pytest.mark.parametrize("stored", MIXED)
def test_that_lines_of_both_directions_lose_nothing(stored: str, tmp_path: Path) -> None:
    for text in both(text_alone(stored), tmp_path).values():
        assert inventory(text) == inventory(visible(stored))


@pytest.mark.parametrize("stored", [*RIGHT_TO_LEFT, *POINTED, *MIXED])
def test_that_the_structure_speaks_right_to_left_lines_in_reading_order(stored: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(text_alone(stored))
    spans = inside(pypdf.PdfReader(file).trailer, "/Root", "/StructTreeRoot", "/K", "/K")
    assert [span.get_object()["/ActualText"] for span in spans] == visible(stored).split("\n")


def test_that_every_character_of_the_fonts_reads_back(tmp_path: Path) -> None:
    plain = [chr(code_point) for code_point in range(0x21, 0x30000) if _stands_alone(code_point)]
    assert len(plain) > 35_000
    text = " ".join("".join(plain[start : start + 40]) for start in range(0, len(plain), 40))
    pdf = text_alone(text)
    assert squeezed("".join(poppler(pdf, tmp_path))) == squeezed(text)
    assert folded("".join(pdfium(pdf))) == folded(text)


def test_that_marks_on_no_letter_read_back(tmp_path: Path) -> None:
    marks = [chr(code_point) for code_point in range(0x21, 0x30000) if covered(code_point) and leans(chr(code_point))]
    assert len(marks) > 500
    text = "\n".join(f"before {mark} after" for mark in marks)
    for read in both(text_alone(text), tmp_path).values():
        assert inventory(read) == inventory(visible(text))


def _stands_alone(code_point: int) -> bool:
    character = chr(code_point)
    if unicodedata.category(character) in {"Cs", "Zs"} or not covered(code_point):
        return False
    return visible(character) == character and not leans(character) and not runs_right_to_left(character)


SPACED = {
    "latin": "abcxyzABCXYZäöüßéèłŁđžřçñøåæ0123456789.,;:!?'\"()[]<>&%$€§/\\-+=_#@*",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΩάέήίόύώ",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяЁёЇїЄє",
    "combining": "aeiouzxn\u0301\u0300\u0308\u0327\u0323\u030a",
    "devanagari": "कखगघचजटडतदनपबमयरलवशसहािीुूेैोौ्ंः",
    "controls": "ab\x00\x01\x1b\x7f\u200b\u200d\u202a\u202e\u2066\ufeff\u00ad\x85",
    "emoji": "😀🙂⚠✓★♥\U0001f469\U0001f3fd\u200d\ufe0f",
}
UNSPACED = {
    "han": "日本語漢字事故報告病院患者、。「」",
    "kana": "あいうえおカキクケコー",
    "hangul": "가나다라마바사한국어병원",
}


_FIT_A_LINE = 64  # signs: eight of the longest that stand for one that cannot be seen


def _word(alphabet: str) -> st.SearchStrategy[str]:
    """At least two signs: pdftotext joins words of one letter. None is wider than a line, where it would be broken."""
    return st.text(alphabet, min_size=2, max_size=12).filter(
        lambda word: not leans(word[0]) and len(visible(word)) <= _FIT_A_LINE
    )


spaced_words = st.sampled_from(sorted(SPACED)).flatmap(lambda script: _word(SPACED[script]))
unspaced_words = st.sampled_from(sorted(UNSPACED)).flatmap(lambda script: _word(UNSPACED[script]))


@by_reading
@given(st.lists(st.lists(spaced_words, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=6))
def test_that_words_of_all_spaced_scripts_read_back(tmp_path: Path, lines: list[str]) -> None:
    stored = "\n".join(lines)
    for text in both(text_alone(stored), tmp_path).values():
        assert words(text) == words(visible(stored))


@by_reading
@given(st.lists(spaced_words | unspaced_words, min_size=1, max_size=80))
def test_that_scripts_without_blanks_read_back(tmp_path: Path, found: list[str]) -> None:
    stored = " ".join(found)
    for text in both(text_alone(stored), tmp_path).values():
        assert squeezed(text) == squeezed(visible(stored))


@by_reading
@given(
    st.sampled_from(("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "אבגדהוזחטיכלמנסעפצקרשתםןץףך")).flatmap(
        lambda letters: st.lists(st.text(letters, min_size=2, max_size=9), min_size=1, max_size=40)
    )
)
def test_that_words_to_the_left_read_back(tmp_path: Path, found: list[str]) -> None:
    stored = " ".join(found)
    for text in both(text_alone(stored), tmp_path).values():
        assert words(text) == words(visible(stored))


@by_reading
@given(st.text(st.characters(exclude_categories=["Zs"]), min_size=1, max_size=60))
def test_that_no_character_at_all_is_lost(tmp_path: Path, stored: str) -> None:
    for text in both(text_alone(f"before {stored} after"), tmp_path).values():
        assert inventory(text) == inventory(visible(f"before {stored} after"))
