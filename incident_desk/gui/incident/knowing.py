"""What an incident has to do with knowledge: what it belongs to, lessons that apply, and what can be made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.declarations import Field, Option
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.knowledge import FORMS, OF_PROBLEM, TITLE, KnowledgeKind, KnowledgeState
from incident_desk.domain.knowledge_orders import MAY, LinkIncident, OpenKnowledge
from incident_desk.domain.recurrence import EQUIPMENT
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.forms.form_popover import FormPopover
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.link_line import LinkLine, Way
from incident_desk.usecases.knowledge.around import Around, read_around
from incident_desk.usecases.knowledge.recurring import ComesAgain
from incident_desk.usecases.knowledge.rows import KnowledgeFilter, KnowledgeRow
from incident_desk.usecases.submission import Done

_MOST_NAMED = 12  # incidents in one sentence
_APPLIES = ("category", "place", "equipment")
_LEFT_LISTS = frozenset({Status.VOID, Status.JOINED})
_OPEN_PROBLEMS = KnowledgeFilter(KnowledgeKind.PROBLEM, states=frozenset({KnowledgeState.OPEN}))


class Knowing(QWidget):
    """Quiet lines above the form, and entries of the menu. Signal: `knowledge_requested` id of a record."""

    knowledge_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._theme, self._page = session, theme, page
        self._view: IncidentView | None = None
        self._around: Around | None = None
        self._read_at: tuple[str, int] = ("", 0)
        self.popover: FormPopover | None = None
        self.linked = LinkLine(theme, self, icon="link")
        self.again = LinkLine(theme, self, icon="repeat")
        self.lessons = LinkLine(theme, self)
        self.teaching = LinkLine(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        self._lines = (self.linked, self.again, self.lessons, self.teaching)
        for line in self._lines:
            column.addWidget(line)
        self.hide()

    # --- showing ---

    def show_view(self, view: IncidentView, step: Step) -> None:
        """Asks the register only where the record is another one or has changed."""
        if self._view is not None and self._view.id != view.id:
            self._around = None
            self.close()
        self._view, at = view, (view.id, view.position)
        self._show(step)
        if at != self._read_at:
            self.read(step)

    def read(self, step: Step) -> None:
        view = self._view
        if view is None:
            return
        self._read_at = view.id, view.position

        def take(around: Around) -> None:
            if self._view is not None and self._view.id == view.id:
                self._around = around
                self._show(step)

        rules = view.pack.recurrence if self._may_open(view) else ()
        self._session.read(lambda queries: read_around(queries, view.incident.record, rules), take)

    def _show(self, step: Step) -> None:
        around, view = self._around, self._view
        if around is None or view is None:
            self.hide()
            return
        self.linked.say(self.tr("This incident belongs to:") if around.linked else "", self._ways(around.linked))
        applies = self.tr("%n lessons apply here:", None, len(around.lessons)) if around.lessons else ""
        self.lessons.say(applies, self._ways(around.lessons))
        self._show_again(around.again)
        self._show_teaching(around, view, step)
        self.setVisible(any(not line.isHidden() for line in self._lines))

    def _show_again(self, again: ComesAgain | None) -> None:
        if again is None:
            self.again.say("")
            return
        sentence = (
            self.tr("{count} incidents with the same equipment within {days} days.")
            if again.rule.by == EQUIPMENT
            else self.tr("{count} incidents of the same category at this place within {days} days.")
        )
        ways = [(self.tr("Open a problem"), partial(self._ask_again, again))]
        self.again.say(sentence.format(count=len(again.incidents), days=again.rule.days), ways)

    def _ask_again(self, again: ComesAgain) -> None:
        """Which incidents it takes in is said before anybody presses."""
        numbers = ", ".join(row.number for row in again.incidents[:_MOST_NAMED])
        if len(again.incidents) > _MOST_NAMED:
            numbers += " ..."
        sentence = self.tr("It takes in {numbers}. Each can be taken out again.").format(numbers=numbers)
        popover = self._ask(said(FORMS[KnowledgeKind.PROBLEM].one), sentence, self.tr("Open it"), TITLE)
        if title := self._value("title"):
            popover.form.write("title", title)
        taken = tuple(row.id for row in again.incidents)
        self._then(popover, None, lambda given: self._from_this(KnowledgeKind.PROBLEM, given, taken))

    def _show_teaching(self, around: Around, view: IncidentView, step: Step) -> None:
        """In the last step, once a lesson is written and nobody made an article of it."""
        lesson = view.values.get("lesson")
        fits = step is Step.CONCLUSION and self._may_open(view) and not around.has(KnowledgeKind.ARTICLE)
        if fits and lesson and lesson is not ERASED:
            ways = [(self.tr("Make the lesson an article"), partial(self._make_article, str(lesson)))]
            self.teaching.say(self.tr("The lesson of this incident can help others."), ways)
        else:
            self.teaching.say("")

    def _ways(self, rows: Sequence[KnowledgeRow]) -> list[Way]:
        return [(f"{row.number} {row.title}", partial(self.knowledge_requested.emit, row.id)) for row in rows]

    # --- the menu ---

    def entries(self, view: IncidentView) -> list[tuple[str, Callable[[], None]]]:
        """What can be made of the incident, for its menu."""
        if not self._may_open(view):
            return []
        return [
            (self.tr("Open a problem from this ..."), partial(self.ask_title, KnowledgeKind.PROBLEM)),
            (self.tr("Part of a problem ..."), self.ask_problem),
            (self.tr("Suggest an improvement from this ..."), partial(self.ask_title, KnowledgeKind.IMPROVEMENT)),
            (self.tr("Record a hazard from this ..."), partial(self.ask_title, KnowledgeKind.HAZARD)),
        ]

    def _may_open(self, view: IncidentView) -> bool:
        allowed = self._session.actor.may(*MAY) and not self._session.register.read_only
        return allowed and view.incident.status not in _LEFT_LISTS

    def ask_title(self, kind: KnowledgeKind) -> None:
        form = FORMS[kind]
        popover = self._ask(said(form.one), said(form.explained), self.tr("Open it"), TITLE)
        if title := self._value("title"):
            popover.form.write("title", title)
        self._then(popover, None, lambda given: self._from_this(kind, given))

    def ask_problem(self) -> None:
        """Which of those that are open."""
        self._session.read(lambda queries: queries.knowledge().listed(_OPEN_PROBLEMS), self._offer_problems)

    def _offer_problems(self, rows: Sequence[KnowledgeRow]) -> None:
        view, around = self._view, self._around
        if view is None:
            return
        known = {row.id for row in around.linked} if around is not None else set()
        options = [_option(row) for row in rows if row.id not in known]
        if not options:
            self._session.messages.info(self.tr("No other problem is open. Open one from this incident."))
            return
        field = replace(OF_PROBLEM, options=tuple(options))
        sentence = self.tr("Both journals tell of it. The incident itself stays as it is.")
        popover = self._ask(self.tr("Part of a problem"), sentence, self.tr("Add it"), field)
        if len(options) == 1:
            popover.form.write(field.key, options[0].code)

        def given(values: Mapping[str, Any]) -> None:
            chosen = values.get(field.key)
            if chosen:
                self._submit(popover, str(chosen), LinkIncident(str(chosen), view.id))

        popover.given.connect(given)

    # --- ordering ---

    def _make_article(self, lesson: str) -> None:
        fields = {"title": self._value("title") or lesson[:80], "article_text": lesson}
        self._submit(None, None, self._from_this(KnowledgeKind.ARTICLE, fields))

    def _from_this(self, kind: KnowledgeKind, given: Mapping[str, Any], others: tuple[str, ...] = ()) -> OpenKnowledge:
        """With what the incident says of where it applies, and others like it."""
        applies = {key: value for key in _APPLIES if (value := self._value(key))}
        this = (self._view.id,) if self._view is not None else ()
        return OpenKnowledge(str(kind), {**applies, **given}, tuple(dict.fromkeys((*this, *others))))

    def _value(self, key: str) -> Any:
        value = self._view.values.get(key) if self._view is not None else None
        return None if value is ERASED else value

    def _ask(self, title: str, sentence: str, verb: str, field: Field) -> FormPopover:
        self.close()
        popover = FormPopover(title, sentence, verb, [field], self._session, self._theme, self._page)
        popover.closed.connect(self._forget)
        self.popover = popover
        wide = self._page.width()
        popover.open_at(QRect(self.mapTo(self._page, QPoint(0, 0)).x(), self._theme.px(60), wide // 2, 1))
        return popover

    def close(self) -> bool:
        if self.popover is not None:
            self.popover.close_popover()
        return True

    def _forget(self) -> None:
        self.popover = None

    def _then(
        self, popover: FormPopover, record: str | None, order: Callable[[Mapping[str, Any]], Command]
    ) -> None:  # fmt: skip
        popover.given.connect(lambda given: self._submit(popover, record, order(given)))

    def _submit(self, popover: FormPopover | None, record: str | None, order: Command) -> None:
        def refused(why: Refused) -> None:
            if popover is not None and self.popover is popover:
                popover.refuse(why)
            else:
                self._session.explain(why)

        def done(result: Done) -> None:
            self.close()
            words = self.tr("Linked to {number}.").format(number=result.number)
            self._session.messages.good(words, self.tr("Show it"), partial(self.knowledge_requested.emit, result.id))

        self._session.submit(record, (order,), done=done, refused=refused, undoable=False)


def _option(row: KnowledgeRow) -> Option:
    words = f"{row.number} {row.title}"
    return Option(row.id, Text(words, words))
