"""How a file says that it was made: that is how it is drawn anew to be compared."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from incident_desk.support.texts import Texts
from incident_desk.usecases.checking.files import PaperFile
from incident_desk.usecases.papers import PaperSize

_LETTER_WIDE = 612.0  # points; A4 is 595


class Made(NamedTuple):
    """`read_only`: by a copy that cannot be written, which the foot of each page says."""

    texts: Texts
    size: PaperSize
    read_only: bool


def how_made(file: PaperFile) -> Made:
    texts = Texts(file.language)
    size = PaperSize.LETTER if abs(file.wide - _LETTER_WIDE) < 2 else PaperSize.A4
    read_only = set(texts.say("papers.read_only").split()) <= {*chain.from_iterable(file.words)}
    return Made(texts, size, read_only)
