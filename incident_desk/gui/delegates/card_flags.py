"""Which flags of a card find room on its one line, and in how many words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incident_desk.gui.models.card import Flag
from incident_desk.gui.paint.flags import flag_width
from incident_desk.gui.theme.manager import Theme

GAP = 8  # between two flags, in pixels of the design


def fitting(flags: Sequence[Flag], room: float, theme: Theme) -> list[tuple[Flag, str]]:
    """Each flag with its words. Where they are too long the least pressing goes down to its number first, then goes
    altogether; the most pressing, which is what is missing, never goes.
    """
    for shown in _ever_shorter(flags):
        if _width(shown, theme) <= room + 1:
            return shown
    return shown


def _ever_shorter(flags: Sequence[Flag]) -> Iterator[list[tuple[Flag, str]]]:
    by_weight = sorted(flags, key=lambda flag: flag.weight)
    short: list[Flag] = []
    gone: list[Flag] = []
    yield [(flag, flag.text) for flag in flags]
    for flag in by_weight:
        short.append(flag)
        yield [(each, each.short if each in short else each.text) for each in flags]
    for flag in by_weight[:-1]:
        gone.append(flag)
        yield [(each, each.short) for each in flags if each not in gone]


def _width(shown: Sequence[tuple[Flag, str]], theme: Theme) -> float:
    return sum(flag_width(text, theme) for _, text in shown) + theme.px(GAP) * max(0, len(shown) - 1)
