"""Ten thousand generated texts in the scripts of the world: each stands on the page and reads back with two readers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from incident_desk.reports.text import leans, visible
from tests.reports.readers import both, inventory, squeezed, words
from tests.reports.sheets import text_alone
from tests.reports.test_fidelity import SPACED, UNSPACED

TEXTS, TOGETHER = 10_000, 500
_EUROPEAN = "ąčďęėģįķľłňőœřśťůųýžžĄČŁŐŚŽæøåßþðéèêëïîôûçñÿƒ"
_TO_THE_LEFT = {"arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "hebrew": "אבגדהוזחטיכלמנסעפצקרשתםןץףך"}
# Beside letters that run to the left readers mirror corner brackets, and pdfium drops emoji and heaped marks.
_SURE = (letters for script, letters in SPACED.items() if script not in {"emoji", "combining"})
_ANY = (*_SURE, *(each.strip("「」") for each in UNSPACED.values()), *_TO_THE_LEFT.values(), _EUROPEAN)

Make = Callable[[random.Random], str]


def _word(chance: random.Random, letters: str) -> str:
    """At least two signs: pdftotext joins words of one letter."""
    while True:
        word = "".join(chance.choices(letters, k=chance.randint(2, 12)))
        if not leans(word[0]):
            return word


def _spaced(chance: random.Random) -> str:
    letters = chance.choice([*SPACED.values(), _EUROPEAN])
    return " ".join(_word(chance, letters) for _ in range(chance.randint(1, 8)))


def _unspaced(chance: random.Random) -> str:
    return _word(chance, chance.choice(list(UNSPACED.values()))) + _word(chance, chance.choice(list(SPACED.values())))


def _to_the_left(chance: random.Random) -> str:
    letters = chance.choice(list(_TO_THE_LEFT.values()))
    return " ".join(_word(chance, letters) for _ in range(chance.randint(1, 8)))


def _anything(chance: random.Random) -> str:
    """Words of any scripts beside each other."""
    return " ".join(_word(chance, chance.choice(_ANY)) for _ in range(chance.randint(1, 8)))


KINDS: dict[str, tuple[Make, Callable[[str], object], int]] = {
    "spaced": (_spaced, words, 5_000),
    "unspaced": (_unspaced, squeezed, 2_000),
    "to the left": (_to_the_left, words, 1_500),
    "anything": (_anything, inventory, 1_500),
}


def _groups(make: Make, count: int) -> Iterator[list[str]]:
    chance = random.Random(count)
    for _ in range(count // TOGETHER):
        yield [make(chance) for _ in range(TOGETHER)]


def test_that_they_are_ten_thousand() -> None:
    assert sum(count for _, _, count in KINDS.values()) == TEXTS


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_that_every_text_reads_back(kind: str, tmp_path: Path) -> None:
    make, read_as, count = KINDS[kind]
    for texts in _groups(make, count):
        shown = read_as(visible("\n".join(texts)))
        for reader, text in both(text_alone("\n".join(texts)), tmp_path).items():
            if read_as(text) != shown:
                _tell_which(texts, read_as, reader, tmp_path)


def _tell_which(texts: list[str], read_as: Callable[[str], object], reader: str, folder: Path) -> None:
    for text in texts:
        assert read_as(both(text_alone(text), folder)[reader]) == read_as(visible(text)), (reader, text)
    raise AssertionError(f"{reader}: none of them alone, all of them together")
