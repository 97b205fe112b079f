"""Narratives as people type them, with what tells who somebody is between ⟦ and ⟧, behind the names on the record.

Written by somebody who did not know the forms. Measured as the privacy guard is judged: how much of what was planted is
found, how much else is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from incident_desk.domain.privacy.finder import Finder, Forms, Mark, names_after_titles
from incident_desk.domain.privacy.usual import all_of
from incident_desk.files.packs import load_pack
from incident_desk.support.check_digits import is_valid

_FORMS = Forms(all_of(load_pack("hospital")[0].identifiers + load_pack("factory")[0].identifiers), is_valid)
_MOST_OF_IT = 0.6  # of a passage has to be marked


class Narrative(NamedTuple):
    names: tuple[str, ...]
    text: str
    planted: tuple[tuple[int, int], ...]

    def marks(self) -> list[Mark]:
        near = [*self.names, *names_after_titles(self.text)]
        return Finder(near, [], [], ["Main house, Ward 3"], _FORMS).marks(self.text)


def _narratives() -> Iterator[Narrative]:
    lines = (Path(__file__).parent / "narratives.txt").read_text("utf-8").splitlines()
    for line in filter(None, lines):
        names, _, marked = line.partition("||")
        text, planted = "", []
        for n, piece in enumerate(re.split("[⟦⟧]", marked)):
            if n % 2:
                planted.append((len(text), len(text) + len(piece)))
            text += piece
        yield Narrative(tuple(name.strip() for name in names.split(";") if name.strip()), text, tuple(planted))


def _shared(mark: Mark, span: tuple[int, int]) -> int:
    return min(mark.end, span[1]) - max(mark.start, span[0])


def test_that_nearly_all_that_was_planted_is_found_and_little_else() -> None:
    missed, false, planted, words = [], [], 0, 0
    for narrative in _narratives():
        marks = narrative.marks()
        planted += len(narrative.planted)
        words += len(narrative.text.split())
        for start, end in narrative.planted:
            if sum(max(0, _shared(mark, (start, end))) for mark in marks) < _MOST_OF_IT * (end - start):
                missed.append(narrative.text[start:end])
        for mark in marks:
            if not any(_shared(mark, span) > 0 for span in narrative.planted):
                false.append(narrative.text[mark.start : mark.end])
    assert planted > 300
    assert len(missed) <= 0.05 * planted, missed
    assert len(false) <= words / 500, false


def test_that_the_measure_notices_what_is_missed() -> None:
    """The control: without names and forms next to nothing is found."""
    blind = Finder([], [], [], [], Forms((), is_valid))
    found = sum(len(blind.marks(narrative.text)) for narrative in _narratives())
    assert found < 0.5 * sum(len(narrative.planted) for narrative in _narratives())
