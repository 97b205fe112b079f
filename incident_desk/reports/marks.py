"""The marks that tell state and urgency by shape: ticks, digits in boxes, the five priority signs.

All are drawn as shapes around a centre, so that they need no font and read on a grey printer.
"""

from __future__ import annotations

from math import cos, pi, sin

from incident_desk.domain.vocabulary import Priority
from incident_desk.reports.ink import INK, LINE_STRONG, PAPER, PETROL, PETROL_TINT, PRIORITY, Ink
from incident_desk.reports.lines import single_line
from incident_desk.reports.paper import LABEL_STRONG, NUMBER
from incident_desk.reports.sheet import Sheet, rounded

CHIP_HEIGHT = 17.0
NUMBER_HEIGHT = 20.0


def polygon(x: float, y: float, radius: float, corners: int, turned: float = 0.0) -> str:
    """Path operators of a regular polygon; the first corner stands at `turned` turns from the right."""
    angles = [2 * pi * (corner / corners + turned) for corner in range(corners)]
    points = [f"{x + radius * cos(a):.2f} {y + radius * sin(a):.2f}" for a in angles]
    return f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h"


def circle(x: float, y: float, radius: float) -> str:
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def tick(x: float, y: float, size: float, ink: Ink) -> str:
    """Operators that draw a tick, `size` wide, around x, y."""
    a, b, c = (
        (x - size * 0.5, y - size * 0.02),
        (x - size * 0.12, y - size * 0.4),
        (x + size * 0.5, y + size * 0.38),
    )
    path = f"{a[0]:.2f} {a[1]:.2f} m {b[0]:.2f} {b[1]:.2f} l {c[0]:.2f} {c[1]:.2f} l S"
    return f"q {ink} RG {size * 0.2:.2f} w 1 J 1 j {path} Q"


def priority_sign(code: Priority, x: float, y: float, size: float, ink: Ink, ground: Ink = PAPER) -> str:
    """Operators that draw the sign of a priority around x, y: octagon, triangle, diamond, circle, dotted circle."""
    half = size / 2
    if code is Priority.CRITICAL:
        stroke = f"{x:.2f} {y + half * 0.5:.2f} m {x:.2f} {y - half * 0.08:.2f} l S"
        dot = circle(x, y - half * 0.47, half * 0.16)
        sign = f"{polygon(x, y, half * 1.06, 8, 1 / 16)} f"
        return f"q {ink} rg {sign} {ground} RG {ground} rg {size * 0.14:.2f} w 1 J {stroke} {dot} f Q"
    if code is Priority.HIGH:
        return f"q {ink} rg {polygon(x, y - half * 0.2, half * 1.15, 3, 1 / 4)} f Q"
    if code is Priority.MEDIUM:
        return f"q {ink} rg {polygon(x, y, half, 4)} f Q"
    dash = "[1.1 1.1] 0 d " if code is Priority.NOT_SET else ""
    return f"q {ink} RG {size * 0.13:.2f} w {dash}{circle(x, y, half * 0.85)} S Q"


def five_small_boxes(step: int, concluded: bool, size: float) -> str:
    """Operators that draw the five boxes in a row from 0, 0: filled is done, heavy with a tint is now."""
    code = ""
    for number in range(1, 6):
        x = (number - 1) * size * 1.28
        whole = f"{x:.2f} 0 {size:.2f} {size:.2f} re"
        inside = f"{x + 0.5:.2f} 0.5 {size - 1:.2f} {size - 1:.2f} re"
        if concluded or number < step:
            code += f"{PETROL} rg {whole} f "
        elif number == step:
            code += f"{PETROL_TINT} rg {PETROL} RG 1.2 w {inside} B "
        else:
            code += f"{LINE_STRONG} RG 0.5 w {inside} S "
    return code


def priority_chip(sheet: Sheet, code: Priority, word: str, right: float, top: float) -> float:
    """The chip of a priority, ending at `right`; gives its left edge."""
    inks = PRIORITY[code]
    line = single_line(word, LABEL_STRONG)
    width = line.width + 12 + 2 * 8 + 2
    left, bottom = right - width, top - CHIP_HEIGHT
    sheet.panel(left, bottom, width, CHIP_HEIGHT, CHIP_HEIGHT / 2, inks.ground, inks.edge, 0.8)
    middle = bottom + CHIP_HEIGHT / 2
    on_solid = code is Priority.CRITICAL
    sign_ink, sign_ground = (PAPER, inks.ground) if on_solid else (inks.mark, PAPER)
    sheet.draw(priority_sign(code, left + 14, middle, 9.5, sign_ink, sign_ground))
    sheet.text(LABEL_STRONG, line, left + 22, middle - LABEL_STRONG.size * 0.357, inks.word)
    return left


def number_box(sheet: Sheet, number: str, left: float, top: float) -> None:
    """The record's number in a thin dark frame, as stamped on a form."""
    line = single_line(number, NUMBER)
    bottom = top - NUMBER_HEIGHT
    sheet.panel(left, bottom, line.width + 16, NUMBER_HEIGHT, 3, None, INK, 1.1)
    sheet.text(NUMBER, line, left + 8, bottom + NUMBER_HEIGHT / 2 - NUMBER.size * 0.357, INK)


def ticked_box(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A petrol box with a tick: signed, done."""
    sheet.panel(x, y, size, size, size * 0.22, PETROL)
    sheet.draw(tick(x + size / 2, y + size / 2, size * 0.62, PAPER))


def open_box(sheet: Sheet, x: float, y: float, size: float, ink: Ink) -> None:
    """An empty box: waits for somebody."""
    sheet.panel(x, y, size, size, size * 0.22, None, ink, 1.1)


def house_mark(sheet: Sheet, x: float, y: float, size: float) -> None:
    """The program's own mark, where the house has no logo: a sheet with boxes and lines."""
    sheet.panel(x, y, size * 0.8, size, size * 0.14, PETROL)
    for row in range(3):
        middle = y + size * (0.76 - 0.26 * row)
        sheet.panel(x + size * 0.14, middle - size * 0.06, size * 0.12, size * 0.12, 0, PAPER)
        sheet.rule(x + size * 0.34, x + size * 0.66, middle, size * 0.06, PAPER)
