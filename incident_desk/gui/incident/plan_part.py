"""The response plan as a list to tick: what is done in which order, by whom and when, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import ChangeFields, Command, RemoveItem, TickPlan
from incident_desk.domain.decisions.planning import plan_of, plan_offered, ticked
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import PLAN
from incident_desk.domain.lists import PLAN_STEPS, TEAM_ROLES
from incident_desk.domain.packs.model import Plan, PlanStep
from incident_desk.domain.records import Item
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.part import Part, may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.ticks import TickBox

_MINUTE = 60_000_000  # microseconds


class PlanPart(Part):
    """Each step with a box; below what was ticked in a plan that was exchanged since."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self._view: IncidentView | None = None
        self._made_of: tuple[object, ...] = ()
        self.rows: dict[str, StepRow] = {}
        self.other = Note(theme, self, icon="checklist", ink="ink2", icon_ink="petrol")
        self.take_over = Button(self.tr("Take it over"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.take_over.clicked.connect(self._on_take_over_clicked)
        self.progress = PlainLabel("", theme, self, role="hint-strong", ink="ink2")
        self._earlier = PlainLabel(self.tr("Done by an earlier plan"), theme, self, role="hint-strong", ink="ink2")
        self._lay_out()

    def _lay_out(self) -> None:
        offer = QHBoxLayout()
        offer.addWidget(self.other, 1)
        offer.addWidget(self.take_over)
        self._steps, self._kept = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.u)
        column.addLayout(offer)
        column.addWidget(self.progress)
        column.addLayout(self._steps)
        column.addWidget(self._earlier)
        column.addLayout(self._kept)

    # --- showing ---

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self._view = view
        plan, writable = plan_of(view.incident, view.pack), may_write(view, self.presenter)
        self._show_offer(view, writable=writable)
        lines = view.incident.record.of(PLAN_STEPS.key)
        kept = [line for line in lines if plan is None or line.values.get("plan") != plan.code]
        self._make_rows(plan, kept)
        self._show_progress(view, plan)
        for step in plan.steps if plan else ():
            self._show_step(self.rows[step.key], step, moments, writable=writable)
        for line in kept:
            self.rows[line.id].show_done(_done_words(line, moments), writable=False)
        self._earlier.setVisible(bool(kept))

    def tick(self, moments: Moments) -> None:
        if self._view is not None:
            self.show_view(self._view, moments)

    def _show_offer(self, view: IncidentView, *, writable: bool) -> None:
        offered = plan_offered(view.incident, view.pack)
        sentence = self.tr("The plan for this category is: {name}. What is ticked stays.") if offered else ""
        self.other.show_sentence(sentence.format(name=said(offered.title) if offered else ""))
        self.take_over.setVisible(offered is not None and writable)

    def _make_rows(self, plan: Plan | None, kept: list[Item]) -> None:
        made_of = (plan.code if plan else "", *(line.id for line in kept))
        if made_of == self._made_of:
            return
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self._made_of, self.rows = made_of, {}
        for step in plan.steps if plan else ():
            row = self.rows[step.key] = StepRow(said(step.text), self.theme, self)
            row.ticked.connect(lambda on, key=step.key: self._on_ticked(key, on=on))
            self._steps.addWidget(row)
        for line in kept:
            words = self.session.wording.value(None, line.values.get("what"))
            self.rows[line.id] = StepRow(words, self.theme, self)
            self._kept.addWidget(self.rows[line.id])

    def _show_progress(self, view: IncidentView, plan: Plan | None) -> None:
        done = [step for _, step in filter(lambda key: plan and key[0] == plan.code, ticked(view.incident))]
        words = self.tr("{done} of {all} steps done")
        self.progress.setText(words.format(done=len(done), all=len(plan.steps)) if plan else "")
        self.progress.setVisible(plan is not None)

    def _show_step(self, row: StepRow, step: PlanStep, moments: Moments, *, writable: bool) -> None:
        line = self._line_of(step.key)
        if line is not None:
            row.show_done(_done_words(line, moments), writable=writable)
            return
        role = said(TEAM_ROLES[step.role]) if step.role else ""
        left, ink = self._time_left(step, moments)
        row.show_open(", ".join(filter(None, (role, left))), ink, writable=writable)

    def _time_left(self, step: PlanStep, moments: Moments) -> tuple[str, str]:
        since = self._attached_at()
        if not step.within or since is None:
            return "", "ink3"
        left = moments.left(since + step.within * _MINUTE, since)
        return left.words, {Haste.OVERDUE: "crit", Haste.SOON: "high"}.get(left.haste, "ink3")

    def _attached_at(self) -> int | None:
        entries = self._view.entries if self._view else ()
        return next((entry.recorded_at for entry in reversed(entries) if f"={PLAN}" in entry.data), None)

    def _line_of(self, step: str) -> Item | None:
        if self._view is None:
            return None
        code, lines = self._view.values.get(PLAN), self._view.incident.record.of(PLAN_STEPS.key)
        return next(
            (line for line in lines if line.values.get("plan") == code and line.values.get("step") == step), None
        )

    # --- orders ---

    def _on_ticked(self, step: str, *, on: bool) -> None:
        line = self._line_of(step)
        if on and line is None:
            self._order(TickPlan(step), self.tr("Ticked."))
        elif not on and line is not None:
            self._order(RemoveItem(line.id), self.tr("Tick taken back."))

    def _on_take_over_clicked(self) -> None:
        offered = plan_offered(self._view.incident, self._view.pack) if self._view else None
        if offered is not None:
            self._order(ChangeFields({PLAN: offered.code}), self.tr("Plan exchanged."))

    def _order(self, command: Command, said_so: str) -> None:
        def refused(error: Refused) -> None:
            self.session.explain(error)
            self.presenter.read()  # the box shows again what is so

        self.presenter.order([command], said=said_so, refused=refused, hears=self)


class StepRow(QWidget):
    """A step to tick. Signal: `ticked` by the person, and whether on or off."""

    ticked = Signal(bool)

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = TickBox(text, theme, self)
        self.beside = PlainLabel("", theme, self, role="hint", ink="ink3")
        self.box.clicked.connect(self.ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u)
        row.addWidget(self.box, 3)
        row.addWidget(self.beside, 1)

    def show_done(self, words: str, *, writable: bool) -> None:
        self._show(words, "ok", on=True, writable=writable)

    def show_open(self, words: str, ink: str, *, writable: bool) -> None:
        self._show(words, ink, on=False, writable=writable)

    def _show(self, words: str, ink: str, *, on: bool, writable: bool) -> None:
        self.box.setChecked(on)
        self.box.setEnabled(writable)
        self.box.setAccessibleDescription(words)
        self.beside.setText(words)
        self.beside.set_ink(ink)


def _done_words(line: Item, moments: Moments) -> str:
    names = moments.wording.names
    person = line.values.get("owner") or line.added_by
    who = names.person(person) if names is not None and person else ""
    return ", ".join(filter(None, (who, moments.brief(line.values.get("done")))))
