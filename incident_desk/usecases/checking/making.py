"""How a file says that it was made: that is how it is drawn anew to be compared."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from incident_desk.support.texts import Texts
from incident_desk.usecases.checking.files import PaperFile
from incident_desk.usecases.papers import PaperSize

_LETTER_SIDES = (612.0, 792.0)  # points, upright and on its side; A4 has 595 and 842


class Made(NamedTuple):
    """`read_only`: by a copy that cannot be written, which the foot of each page says."""

    texts: Texts
    size: PaperSize
    read_only: bool


def how_made(file: PaperFile) -> Made:
    texts = Texts(file.language)
    is_letter = any(abs(file.wide - side) < 2 for side in _LETTER_SIDES)
    size = PaperSize.LETTER if is_letter else PaperSize.A4
    read_only = set(texts.say("papers.read_only").split()) <= {*chain.from_iterable(file.words)}
    return Made(texts, size, read_only)
