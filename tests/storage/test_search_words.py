"""Words of the index: the short ways to them give what the long way gives, letter by letter."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from incident_desk.storage.search_words import indexed
from incident_desk.support.words import LONGEST, folded, words_of

_WORD = re.compile(r"[^\W_]+")
_CODES = [*range(0x250), *range(0x2000, 0x2070), 0x20AC]


def the_long_way(text: str) -> list[str]:
    return [word[:LONGEST] for word in _WORD.findall(folded(text))]


def test_that_each_usual_character_is_what_it_is_in_any_text() -> None:
    for ch in map(chr, _CODES):
        for text in (f"x{ch}y", f"{ch}9 {ch}", f"ä{ch}{ch}é", ch):
            assert words_of(text) == the_long_way(text), ascii(text)


@given(st.text(st.sampled_from([chr(code) for code in _CODES])) | st.text(st.characters(max_codepoint=127)))
def test_that_usual_texts_give_the_same_words(text: str) -> None:
    assert words_of(text) == the_long_way(text)


def test_that_words_are_cut_and_filled() -> None:
    assert words_of("x" * 70 + " Überprüfung – „3“") == ["x" * LONGEST, "uberprufung", "3"]
    assert indexed("A bb ccc") == "a__ bb_ ccc"
