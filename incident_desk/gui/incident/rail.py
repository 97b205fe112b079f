"""What the step rail says of a record: how each step stands, what its sections miss, and the deadlines below."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.decisions.planning import plan_of, ticked
from incident_desk.domain.declarations import ItemList
from incident_desk.domain.fields import SECTIONS
from incident_desk.domain.lists import ACTIONS, FOLLOW_UPS, MEASURES, OBLIGATIONS, PROMISES
from incident_desk.domain.records import Item
from incident_desk.domain.values import due_instant
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident import imported_part
from incident_desk.gui.incident.communication_part import next_promise
from incident_desk.gui.incident.item_columns import is_ended, is_overdue
from incident_desk.gui.incident.needs import missing_by_section
from incident_desk.gui.incident.section import fields_of
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.paint.steps import StepState
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import FuseRow
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.step_rail import RailSection, RailStep

# Names for the rail where the title of a section is too long for it.
_SHORT = {
    "category_questions": QT_TRANSLATE_NOOP("Rail", "Questions"),
    "imported": QT_TRANSLATE_NOOP("Rail", "Old list"),
    "plan": QT_TRANSLATE_NOOP("Rail", "Plan"),
    "measures": QT_TRANSLATE_NOOP("Rail", "Measures"),
    "communication": QT_TRANSLATE_NOOP("Rail", "People told"),
    "effects": QT_TRANSLATE_NOOP("Rail", "Effects"),
    "decision": QT_TRANSLATE_NOOP("Rail", "Start now?"),
    "actions": QT_TRANSLATE_NOOP("Rail", "Actions"),
    "test": QT_TRANSLATE_NOOP("Rail", "Test"),
    "obligations": QT_TRANSLATE_NOOP("Rail", "Duties"),
    "follow_up": QT_TRANSLATE_NOOP("Rail", "Follow-up"),
}
translate = QCoreApplication.translate
_MOST_DEADLINES = 5
_WITH_DEADLINES: tuple[ItemList, ...] = (OBLIGATIONS, PROMISES, MEASURES, ACTIONS, FOLLOW_UPS)


def rail_steps(view: IncidentView, moments: Moments) -> list[RailStep]:
    return [_rail_step(step, view, moments) for step in Step]


def state_of(step: Step, view: IncidentView) -> StepState:
    if view.incident.status is Status.CONCLUDED:
        return StepState.DONE
    if step is view.step:
        return StepState.NOW
    return StepState.DONE if step < view.step and step in view.incident.route else StepState.TO_COME


def _rail_step(step: Step, view: IncidentView, moments: Moments) -> RailStep:
    state, missing = state_of(step, view), len(view.missing_in(step))
    if step not in view.incident.route:
        return RailStep(step, StepState.TO_COME, translate("Rail", "not on its way"))
    if state is StepState.TO_COME:
        return RailStep(step, state, translate("Rail", "not started"))
    sections = tuple(_sections(step, view, moments)) if state is StepState.NOW else ()
    if missing and state is StepState.NOW:
        return RailStep(step, state, _missing(missing), "high", "pencil", sections)
    if state is StepState.NOW:
        return RailStep(step, state, translate("Rail", "nothing missing"), "ok", "check", sections)
    note, ink = _done(step, view, moments)
    if missing:
        note, ink = _missing(missing), "high"
    return RailStep(step, state, note, ink, "pencil" if missing else "", sections)


def _done(step: Step, view: IncidentView, moments: Moments) -> tuple[str, str]:
    left = (view.incident.mark(step) or {}).get("left")
    if left is None and view.values.get("steps_not_recorded"):
        return translate("Rail", "not recorded"), "ink2"
    note = translate("Rail", "done {time}").format(time=moments.clock(left)) if left else translate("Rail", "done")
    if step is Step.CONTAINMENT and (in_force := _in_force(view)):
        note += ", " + translate("Rail", "{count} in force").format(count=in_force)
    return note, "ok"


def _missing(count: int) -> str:
    return translate("Rail", "1 missing") if count == 1 else translate("Rail", "{count} missing").format(count=count)


def _in_force(view: IncidentView) -> int:
    return sum(not is_ended(MEASURES, item) for item in view.incident.record.of(MEASURES.key))


# --- the sections of the present step -----------------------------------------------------------------


def _sections(step: Step, view: IncidentView, moments: Moments) -> list[RailSection]:
    missing = missing_by_section(view, step)
    rows = []
    for section in SECTIONS:
        if section.step is not step or section.key == "files":
            continue
        if section.key == "category_questions" and not fields_of(section, view):
            continue
        if section.key == imported_part.SECTION and not imported_part.is_shown(view):
            continue
        note, ink = _section_note(section.key, view, moments)
        if section.key in missing and ink != "crit":
            note, ink = _missing(len(missing[section.key])), "high"
        short = _SHORT.get(section.key)
        title = translate("Rail", str(short)) if short else said(section.title)
        rows.append(RailSection(section.key, title, note, ink))
    return rows


def _of_the_plan(view: IncidentView) -> tuple[str, str]:
    plan = plan_of(view.incident, view.pack)
    done = [code for code, _ in ticked(view.incident) if plan and code == plan.code]
    return _part_of(len(done), len(plan.steps)) if plan else ("", "ink2")


def _section_note(key: str, view: IncidentView, moments: Moments) -> tuple[str, str]:
    """What a section holds, in a word: for lists their count, for fields that something is answered."""
    items = view.incident.record.of
    match key:
        case "measures":
            overdue = sum(is_overdue(MEASURES, item, moments) for item in items("measures"))
            if overdue:
                return translate("Rail", "{count} overdue").format(count=overdue), "crit"
            in_force = _in_force(view)
            return (translate("Rail", "{count} in force").format(count=in_force) if in_force else "", "petrol")
        case "plan":
            return _of_the_plan(view)
        case "actions":
            return _part_of(sum("done" in item.values for item in items("actions")), len(items("actions")))
        case "communication":
            return _next_update(view, moments)
        case "obligations":
            return _duties(view, moments)
        case "sign_off":
            return _signed(view)
        case "follow_up":
            count = len(items("follow_ups")) + len(items("addenda"))
            return (str(count) if count else "", "ink2")
    section = next(each for each in SECTIONS if each.key == key)
    answered = any(field.key in view.values for field in fields_of(section, view)) or _rated(key, view)
    return (translate("Rail", "answered") if answered else "", "ink2")


def _rated(key: str, view: IncidentView) -> bool:
    return key == "rating" and "priority" in view.values


def _next_update(view: IncidentView, moments: Moments) -> tuple[str, str]:
    promise = next_promise(view, moments)
    if promise is None:
        told = len(view.incident.record.of("communications"))
        return (translate("Rail", "{count} told").format(count=told) if told else "", "ink2")
    due = due_instant(promise.values.get("at"), moments.wording.zone) or 0
    left = moments.left(due, promise.added_at)
    if left.haste is Haste.OVERDUE:
        return translate("Rail", "{count} overdue").format(count=1), "crit"
    return left.words, "high" if left.haste is Haste.SOON else "ink2"


def _duties(view: IncidentView, moments: Moments) -> tuple[str, str]:
    items = view.incident.record.of("obligations")
    overdue = sum(is_overdue(OBLIGATIONS, item, moments) for item in items)
    if overdue:
        return translate("Rail", "{count} overdue").format(count=overdue), "crit"
    return _part_of(sum("met" in item.values for item in items), len(items))


def _signed(view: IncidentView) -> tuple[str, str]:
    needed = [each.key for each in view.pack.sign_offs if each.needed]
    return _part_of(sum(item.values.get("sign_off") in needed for item in view.incident.signatures), len(needed))


def _part_of(done: int, whole: int) -> tuple[str, str]:
    return (translate("Rail", "{done} of {all}").format(done=done, all=whole) if whole else "", "ink2")


# --- deadlines ------------------------------------------------------------------------------------------


class Deadlines(QWidget):
    """The record's deadlines as fuses, the earliest first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[FuseRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Rule(theme, self))
        self._title = PlainLabel(self.tr("Deadlines"), theme, self, role="body-strong")
        self._column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        self._space()
        theme.changed.connect(self._space)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for due, declared, item in _deadlines(view, moments):
            row = FuseRow(_whose(declared, item, moments), self._theme, self)
            _tell(row, due, declared, item, moments)
            self._rows.append(row)
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def _space(self) -> None:
        self._column.setSpacing(round(1.5 * self._theme.u))


def _deadlines(view: IncidentView, moments: Moments) -> list[tuple[int, ItemList, Item]]:
    """What is due, earliest first; duties that are met stay in sight at the end."""
    found = []
    for declared in _WITH_DEADLINES:
        for item in view.incident.record.of(declared.key):
            due = due_instant(item.values.get(declared.due or ""), moments.wording.zone)
            if due is not None and (declared is OBLIGATIONS or not is_ended(declared, item)):
                found.append((due, declared, item))
    found.sort(key=lambda each: (is_ended(each[1], each[2]), each[0]))
    return found[:_MOST_DEADLINES]


def _whose(declared: ItemList, item: Item, moments: Moments) -> str:
    key = "whom" if declared is OBLIGATIONS else "what"
    words = moments.wording.value(None, item.values.get(key))
    return translate("Rail", "Update to {whom}").format(whom=words) if declared is PROMISES else words


def _tell(row: FuseRow, due: int, declared: ItemList, item: Item, moments: Moments) -> None:
    if is_ended(declared, item):
        met = moments.brief(item.values.get(declared.done or ""))
        row.set_time(translate("Rail", "sent {time}").format(time=met), 1.0, Haste.DONE)
        return
    left = moments.left(due, item.added_at)
    words = left.words if left.haste is Haste.OVERDUE else moments.wording.duration(due - moments.now)
    row.set_time(words, left.share, left.haste)
