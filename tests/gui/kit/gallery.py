"""Paints every part of the theme into pictures, light and dark, to look at them beside the design.

python -m tests.gui.kit.gallery [FOLDER] [PERCENT]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from incident_desk.domain.vocabulary import Priority, Step
from incident_desk.gui.paint import brush, controls, edges, flags, lines, priority, record, steps
from incident_desk.gui.paint import time_left as time
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark

Haste = time.Haste


def paint_card(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    number: str,
    title: str,
    level: Priority,
    haste: Haste,
    **how: bool,
) -> None:
    """The card of the board, as its delegate puts it together."""
    tokens, px = theme.tokens, theme.px
    edges.paint_sheet(painter, rect, theme, **how)
    inner = rect.adjusted(px(12), px(9), -px(12), 0)
    priority.paint_chip(painter, QPointF(inner.right(), inner.top()), level, theme, from_right=True)
    row = QRectF(inner.left(), inner.top(), inner.width(), px(20))
    brush.words(painter, row, number, theme, role="hint", colour=tokens.ink2)
    text = lines.broken(title, "card-title", inner.width(), theme, 2)
    at = QPointF(inner.left(), row.bottom() + px(4))
    top = at.y() + lines.paint_lines(painter, at, text, theme, role="card-title", colour=tokens.ink)
    row = QRectF(inner.left(), top, inner.width(), px(18))
    brush.words(painter, row, "Intensive care, bed 7", theme, role="hint", colour=tokens.ink3)
    brush.words(painter, row, "open 3 h", theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
    at = QPointF(inner.left(), row.bottom() + px(6))
    record.paint_initials(painter, at, "Tomás Keane", theme, own=level is Priority.CRITICAL)
    row = QRectF(inner.left() + px(28), at.y(), inner.width(), px(22))
    taken = flags.paint_flag(painter, row, "shield-check", "2 in force", theme, colour="petrol")
    row.setLeft(row.left() + taken + px(8))
    flags.paint_flag(painter, row, "pencil", "1 missing", theme, colour="high")
    row = QRectF(inner.left(), row.bottom() + px(4), inner.width(), px(20))
    if haste is Haste.OVERDUE:
        flags.paint_overdue_row(painter, row.adjusted(-px(4), 0, px(4), 0), "Check it", "overdue 1 h", theme)
        return
    colour = time.haste_colour(haste, theme)
    flags.paint_flag(painter, row, "clock-hour-4", "Device authority", theme, role="hint")
    brush.words(painter, row, "1 d 21 h", theme, role="countdown", colour=colour, align=brush.RIGHT)
    fuse = QRectF(inner.left(), rect.bottom() - px(5), inner.width(), time.fuse_height(theme))
    time.paint_fuse(painter, fuse, 0.85 if haste is Haste.IN_HAND else 0.25, haste, theme)


def paint_column(painter: QPainter, x: float, theme: Theme) -> None:
    px = theme.px
    brush.smooth(painter)
    brush.box(painter, QRectF(x, px(10), px(214), px(690)), px(9), theme.tokens.tray)
    steps.paint_column_box(painter, QRectF(x + px(12), px(23), px(22), px(22)), 2, theme)
    head = QRectF(x + px(40), px(20), px(160), px(28))
    brush.words(painter, head, "Containment", theme, role="column-head", colour=theme.tokens.ink)
    brush.words(painter, head, "3 of 6", theme, role="countdown", colour=theme.tokens.ink2, align=brush.RIGHT)
    cards = [
        ("ICU-2026-0018", "Ventilator alarm silent for six minutes", Priority.CRITICAL, Haste.IN_HAND, {}),
        (
            "PHARM-2026-0017",
            "Medication mix-up: heparin strengths on one shelf of the dispensary",
            Priority.HIGH,
            Haste.OVERDUE,
            {},
        ),
        (
            "CSSD-2026-0006",
            "Steriliser 2 stopped before end of cycle",
            Priority.MEDIUM,
            Haste.SOON,
            {"selected": True},
        ),
        ("WARD1-2026-0033", "Wrong diet given", Priority.LOW, Haste.IN_HAND, {"lifted": True}),
    ]
    y = float(px(64))
    for number, title, level, haste, how in cards:
        rect = QRectF(x + px(6), y, px(202), px(132 if level is Priority.LOW else 151))
        paint_card(painter, rect, theme, number=number, title=title, level=level, haste=haste, **how)
        if level is Priority.MEDIUM:
            edges.paint_focus_ring(painter, rect, px(7), theme)
        y = rect.bottom() + px(12 if level is Priority.MEDIUM else 7)
    slot = QRectF(x + px(6), y + px(12), px(202), px(30))
    edges.paint_dashed(painter, slot, "WARD3-2026-0042 lifted", theme)


def paint_parts(painter: QPainter, x: float, theme: Theme) -> None:
    px, tokens = theme.px, theme.tokens
    y = float(px(20))
    for number, level in enumerate(Priority):
        at = QPointF(x + number * px(95), y)
        priority.paint_chip(painter, at, level, theme)
        row = QRectF(at.x(), y + px(28), px(90), px(20))
        priority.paint_priority_words(painter, row, level, theme)
        glyph = QRectF(at.x(), y + px(56), px(32), px(32))
        colour = priority.priority_colour(level, theme)
        priority.paint_priority_glyph(painter, glyph, level, colour, tokens.desk)
    y += px(100)
    priority.paint_chip(painter, QPointF(x + px(380), y), Priority.CRITICAL, theme, large=True)
    record.paint_number_box(painter, QPointF(x, y), "WARD3-2026-0042", theme)
    record.paint_initials(painter, QPointF(x + px(190), y), "Amina Yusuf", theme, own=True)
    record.paint_initials(painter, QPointF(x + px(220), y), "Dr Helen Marsh", theme)
    for number, now in enumerate((Step.IDENTIFICATION, Step.PRIORITISATION, None)):
        steps.paint_five_boxes(painter, x + px(260), y + px(8 + number * 14), now, theme)
    y += px(50)
    steps.paint_five_boxes(painter, x, y + px(14), Step.CONTAINMENT, theme, digits=True)
    for number, (step, state) in enumerate(zip(Step, (*steps.StepState, *steps.StepState), strict=False)):
        rect = QRectF(x + px(170 + number * 36), y, px(27), px(27))
        steps.paint_rail_box(painter, rect, step, state, theme)
    y += px(44)
    taken = flags.paint_pill(painter, QPointF(x, y), "24 min overdue", theme)
    taken += flags.paint_pill(painter, QPointF(x + taken + px(8), y), "5 of 4", theme, icon="", colour="high")
    controls.paint_tick_box(painter, QRectF(x + px(250), y, px(18), px(18)), True, theme)
    controls.paint_tick_box(painter, QRectF(x + px(280), y, px(18), px(18)), False, theme)
    focused = controls.Touch(focused=True)
    controls.paint_tick_box(painter, QRectF(x + px(340), y, px(18), px(18)), False, theme, focused)
    y += px(40)
    rings = [(0.25, Haste.SOON, "6 h"), (0.94, Haste.IN_HAND, "1 d 21 h"), (0, Haste.DONE, "")]
    for number, (left, haste, text) in enumerate([*rings, (0.0, Haste.OVERDUE, "2 d over")]):
        rect = QRectF(x + number * px(112), y, px(92), px(92))
        time.paint_ring(painter, rect, left, haste, theme, countdown=text, below="left")
    y += px(112)
    edges.paint_dashed(painter, QRectF(x, y, px(202), px(60)), "Drop here: 2 things to add", theme, target=True)
    brush.hairline(painter, QPointF(x, y + px(80)), QPointF(x + px(300), y + px(80)), theme)


class Painted(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMinimumSize(theme.px(760), theme.px(710))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_column(painter, self._theme.px(10), self._theme)
        paint_parts(painter, self._theme.px(250), self._theme)
        painter.end()


def button(text: str, theme: Theme, icon: str = "", **marks: str) -> QPushButton:
    made = QPushButton(text)
    kind = marks.get("kind", "normal")
    made.setFont(theme.font("button-primary" if kind == "primary" else "button"))
    if icon:
        made.setIcon(theme.icon(icon, {"primary": "onpetrol", "danger": "crit"}.get(kind, "ink2")))
    made.setCheckable(kind in {"pill", "choice"})
    mark(made, **marks)
    return made


def buttons(theme: Theme) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    for row, kind in enumerate(("primary", "normal", "quiet", "danger", "choice", "pill")):
        for column, state in enumerate(("Print record", "Move anyway ...", "Not now")):
            made = button(state, theme, "printer" if column == 0 else "", kind=kind)
            made.setEnabled(column != 2)
            made.setChecked(column == 1)
            grid.addWidget(made, row, column)
        grid.addWidget(button("bar", theme, kind=kind, fit="bar"), row, 3)
    grid.addWidget(button("Send report", theme, "send", kind="primary", fit="large"), 6, 0)
    sign = QPushButton()
    sign.setIcon(theme.app_mark(30))
    sign.setIconSize(QSize(theme.px(30), theme.px(30)))
    mark(sign, kind="icon")
    grid.addWidget(sign, 6, 3)
    return box


def fields(theme: Theme) -> QWidget:
    box = QFrame()
    mark(box, kind="panel")
    grid = QGridLayout(box)
    for row, state in enumerate(("", "missing", "wrong")):
        edit = QLineEdit("Ward 3, ward 5 store" if state != "missing" else "")
        edit.setPlaceholderText("Not stated yet")
        choice = QComboBox()
        choice.addItems(["Infusion pump", "Monitor"])
        text = QPlainTextEdit("The guard of press 7 was open." if state != "missing" else "")
        text.setPlaceholderText("Not stated yet")
        text.setMaximumHeight(theme.px(60))
        for column, widget in enumerate((edit, choice, text)):
            mark(widget, state=state)
            grid.addWidget(widget, row, column)
    fixed = QLineEdit("Read only")
    fixed.setReadOnly(True)
    grid.addWidget(fixed, 3, 0)
    grid.addWidget(QDateEdit(), 3, 1)
    for column, (ticked, said) in enumerate(((True, "Told"), (False, "Send without my name"))):
        tick, radio = QCheckBox(said), QRadioButton(said)
        tick.setChecked(ticked)
        radio.setChecked(ticked)
        grid.addWidget(tick, 4, column)
        grid.addWidget(radio, 5, column)
    return box


def messages(theme: Theme) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    for tone, ink in (("tint", "petrol"), ("high", "high"), ("crit", "crit"), ("ok", "ok")):
        bar = QFrame()
        row = QHBoxLayout(bar)
        label = QLabel("All changes saved 10:24")
        mark(bar, kind="message", tone=tone)
        mark(label, ink=ink)
        row.addWidget(label)
        column.addWidget(bar)
    number = QLabel("WARD3-2026-0042")
    number.setFont(theme.font("number-box"))
    mark(number, kind="number-box")
    column.addWidget(number, 0, Qt.AlignmentFlag.AlignLeft)
    count = QLabel("3")
    count.setFont(theme.font("small-strong"))
    mark(count, kind="count")
    column.addWidget(count, 0, Qt.AlignmentFlag.AlignLeft)
    return box


def views(theme: Theme) -> QWidget:
    tabs = QTabWidget()
    table = QTableWidget(12, 3)
    table.setHorizontalHeaderLabels(["Number", "What happened", "Step"])
    tabs.addTab(table, "Journal")
    tabs.addTab(QScrollArea(), "Files 2")
    tabs.setMaximumHeight(theme.px(150))
    return tabs


def board_of_everything(theme: Theme) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.addWidget(Painted(theme, whole))
    column = QVBoxLayout()
    parts: tuple[Callable[[Theme], QWidget], ...] = (buttons, fields, messages, views)
    for part in parts:
        column.addWidget(part(theme))
    row.addLayout(column)
    return whole


def main(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp(prefix="gallery-"))
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    theme.set_zoom(int(arguments[1]) if len(arguments) > 1 else 100)
    for mode in ("light", "dark"):
        theme.set_mode("dark" if mode == "dark" else "light")
        whole = board_of_everything(theme)
        whole.show()
        picture: QPixmap = whole.grab()
        picture.save(str(folder / f"gallery-{mode}.png"))
        whole.close()
    sys.stdout.write(f"{folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
