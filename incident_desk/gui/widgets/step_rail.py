"""The step rail of a record: five boxes joined by a line; the current step is a card with its sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_sheet
from incident_desk.gui.paint.steps import StepState, paint_rail_box
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_BOX, _LEFT, _WORDS, _HEAD = 27, 10, 48, 46


@dataclass(frozen=True, slots=True)
class RailSection:
    """A section of the current step and its own count; `ink` is high or crit while something is missing."""

    key: str
    title: str
    note: str = ""
    ink: str = "ink2"


@dataclass(frozen=True, slots=True)
class RailStep:
    """One step: `note` says since when, or what is missing; `icon` stands before a note (pencil: missing)."""

    step: Step
    state: StepState
    note: str = ""
    ink: str = "ink2"
    icon: str = ""
    sections: tuple[RailSection, ...] = ()


class _StepHead(PaintedButton):
    step_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _on_clicked(self) -> None:
        self.step_chosen.emit(self.shown.step)

    def set_step(self, step: RailStep) -> None:
        self.shown = step
        name = said(STEP_NAMES[step.step])
        self.setText(name)
        state = {
            StepState.DONE: self.tr("done"),
            StepState.NOW: self.tr("the current step"),
            StepState.TO_COME: self.tr("to come"),
        }[step.state]
        spoken = self.tr("Step {number}, {name}, {state}").format(number=int(step.step), name=name, state=state)
        self.setAccessibleName(f"{spoken}, {step.note}" if step.note else spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(_HEAD))

    def box(self) -> QRectF:
        px = self._theme.px
        return QRectF(px(_LEFT), (px(_HEAD) - px(_BOX)) / 2, px(_BOX), px(_BOX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        theme, px, tokens, step = self._theme, self._theme.px, self._theme.tokens, self.shown
        if self.hasFocus():
            brush.box(painter, self.area(), px(7), None, tokens.petrol, width=px(2))
        elif touch_of(self).hovered:
            brush.box(painter, self.area(), px(7), tokens.tint)
        paint_rail_box(painter, self.box(), step.step, step.state, theme)
        high, low = theme.metrics("navigation").height(), theme.metrics("hint").height()
        top = (self.height() - high - (low if step.note else 0)) / 2
        room = QRectF(px(_WORDS), top, self.width() - px(_WORDS) - px(4), high)
        now = step.state is StepState.NOW
        role = "navigation" if step.state is StepState.TO_COME else "navigation-here"
        ink = tokens.petrol if now else tokens.ink2 if step.state is StepState.TO_COME else tokens.ink
        brush.words(painter, room, said(STEP_NAMES[step.step]), theme, role=role, colour=ink)
        self._paint_note(painter, QRectF(room.left(), top + high, room.width(), low))

    def _paint_note(self, painter: QPainter, room: QRectF) -> None:
        step = self.shown
        if step.icon:
            at = QPointF(room.left(), room.center().y())
            brush.icon(painter, at, step.icon, self._theme, colour=step.ink, size=14)
            room.setLeft(room.left() + self._theme.px(18))
        role = "hint-strong" if step.ink in ("high", "crit") else "hint"
        brush.words(painter, room, step.note, self._theme, role=role, colour=self._theme.tokens.colour(step.ink))


class _SectionRow(PaintedButton):
    section_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_section(self, section: RailSection) -> None:
        self.section = section
        self.setText(section.title.replace("&", "&&"))
        self.setAccessibleName(f"{section.title}, {section.note}" if section.note else section.title)
        self.update()

    def _on_clicked(self) -> None:
        self.section_chosen.emit(self.section.key)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        area = self.area().adjusted(px(_WORDS) - px(6), 0, -px(2), 0)
        if self.hasFocus():
            brush.box(painter, area, px(4), None, tokens.petrol, width=px(2))
        elif touch_of(self).hovered:
            brush.box(painter, area, px(4), tokens.tint)
        room = self.area().adjusted(px(_WORDS), 0, -px(7), 0)
        strong = self.section.ink in ("high", "crit")
        note_role = "hint-strong" if strong else "hint"
        colour = tokens.colour(self.section.ink)
        both = brush.width_of(self.section.title, note_role, theme) + px(4)
        if strong or both + brush.width_of(self.section.note, note_role, theme) <= room.width():
            note = self.section.note
            taken = brush.words(painter, room, note, theme, role=note_role, colour=colour, align=brush.RIGHT)
            room.setRight(room.right() - taken - px(4))
        role = "hint-strong" if strong else "hint"
        brush.words(painter, room, self.section.title, theme, role=role, colour=tokens.ink)


class StepRail(Painted):
    """Signals: `step_requested` with a Step, `section_requested` with the key of a section of the current step.

    `foot` is a column under the steps, for the record's deadlines. Up and Down walk through it.
    """

    step_requested = Signal(object)
    section_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Steps"))
        self._column = QVBoxLayout(self)
        self._heads: list[_StepHead] = []
        self._sections: list[_SectionRow] = []
        self._shown: tuple[RailStep, ...] = ()
        self._foot_place = QWidget(self)
        self.foot = QVBoxLayout(self._foot_place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_steps(self, steps: Sequence[RailStep]) -> None:
        if tuple(steps) == self._shown:
            return
        if _shape(steps) == _shape(self._shown):
            self._renew(steps)
        else:
            self._rebuild(steps)
        self._shown = tuple(steps)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The card and the thread go with the heads: where these are placed anew, everything is painted anew."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._column.activate()
            self.update()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        for number, (head, step) in enumerate(zip(self._heads, self._shown, strict=True)):
            if step.state is StepState.NOW:
                self._paint_card(painter, head)
            if number:
                self._paint_thread(painter, self._heads[number - 1], head, self._shown[number - 1])

    def _paint_card(self, painter: QPainter, head: _StepHead) -> None:
        area = QRectF(head.geometry())
        for row in self._sections:
            area = area.united(QRectF(row.geometry()))
        if self._sections:
            area.setBottom(area.bottom() + self._theme.px(6))
        paint_sheet(painter, area.adjusted(1, 0, -1, 0), self._theme)

    def _paint_thread(self, painter: QPainter, above: _StepHead, below: _StepHead, step: RailStep) -> None:
        """The line between two boxes: petrol once the upper step is done."""
        done = step.state is StepState.DONE
        colour = self._theme.tokens.petrol if done else self._theme.tokens.line2
        first = above.mapTo(self, above.box().bottomLeft().toPoint())
        last = below.mapTo(self, below.box().topLeft().toPoint())
        x = first.x() + self._theme.px(_BOX) / 2
        painter.setPen(QPen(colour, self._theme.px(2)))
        painter.drawLine(QPointF(x, first.y()), QPointF(x, last.y()))

    def _renew(self, steps: Sequence[RailStep]) -> None:
        """In place: whoever stands on a line, or just presses it, stays there."""
        for head, step in zip(self._heads, steps, strict=True):
            head.set_step(step)
        shown = [section for step in steps for section in _sections_of(step)]
        for row, section in zip(self._sections, shown, strict=True):
            row.set_section(section)

    def _rebuild(self, steps: Sequence[RailStep]) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for old in (*self._heads, *self._sections):
            old.hide()
            old.deleteLater()
        self._heads, self._sections = [], []
        for step in steps:
            head = _StepHead(self._theme, self)
            head.set_step(step)
            head.step_chosen.connect(self.step_requested)
            self._heads.append(head)
            self._column.addWidget(head)
            self._add_sections(step)
            self._column.addSpacing(self._theme.px(10))
        self._column.addWidget(self._foot_place)
        self._column.addStretch(1)
        self._space()

    def _add_sections(self, step: RailStep) -> None:
        for section in _sections_of(step):
            row = _SectionRow(self._theme, self)
            row.set_section(section)
            row.section_chosen.connect(self.section_requested)
            self._sections.append(row)
            self._column.addWidget(row)

    def _space(self) -> None:
        u = self._theme.u
        self._column.setContentsMargins(self._theme.px(10), u, self._theme.px(10), u)
        self._column.setSpacing(0)
        self.foot.setContentsMargins(self._theme.px(_LEFT), 2 * u, 0, 0)
        self.foot.setSpacing(u + self._theme.px(4))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()


def _sections_of(step: RailStep) -> tuple[RailSection, ...]:
    """Only the present step shows its sections."""
    return step.sections if step.state is StepState.NOW else ()


def _shape(steps: Sequence[RailStep]) -> list[tuple[Step, tuple[str, ...]]]:
    """Which lines there are, whatever they say."""
    return [(step.step, tuple(section.key for section in _sections_of(step))) for step in steps]
