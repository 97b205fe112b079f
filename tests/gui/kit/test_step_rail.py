"""The step rail on the screen: nothing of what stood there before stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.paint.steps import StepState
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.step_rail import RailSection, RailStep, StepRail

Open = Callable[[QWidget], QWidget]
SECTIONS = tuple(RailSection(key, key.title(), "1 missing", "high") for key in ("extent", "measures", "told"))


def steps(now: Step) -> list[RailStep]:
    def one(step: Step) -> RailStep:
        if step is now:
            return RailStep(step, StepState.NOW, "2 missing", "high", "pencil", SECTIONS)
        return RailStep(step, StepState.DONE if step < now else StepState.TO_COME, "done 05:15")

    return [one(step) for step in Step]


def on_screen(rail: StepRail) -> QImage:
    return rail.screen().grabWindow(rail.window().winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_that_the_card_of_the_step_before_is_painted_over(
    theme: Theme, page: QWidget, opened: Open, qtbot: QtBot
) -> None:
    page.resize(220, 560)
    rail = StepRail(theme, page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(rail)
    opened(page)
    for now in (Step.CONTAINMENT, Step.REACTION, Step.IDENTIFICATION, Step.CONTAINMENT):
        rail.set_steps(steps(now))
        page.repaint()
        qtbot.wait(60)
        shown = on_screen(rail)
        page.update()
        qtbot.wait(60)
        assert shown == page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
