"""What is asked before a knowledge record is opened, concluded, published or linked: a few fields in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QPoint, QRect
from PySide6.QtWidgets import QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.declarations import Field
from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge import FIELDS, FORMS, NUMBER, REASON, REVIEW, KnowledgeKind
from incident_desk.domain.knowledge_orders import (
    ConcludeKnowledge,
    LinkIncident,
    OpenKnowledge,
    PublishArticle,
    ReopenKnowledge,
    UnlinkIncident,
)
from incident_desk.gui.forms.form_popover import FormPopover
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.knowledge.reading import KnownRecord
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.submission import Done

_REVIEW_MONTHS = 12  # offered, and anybody may choose another day
translate = QCoreApplication.translate


class Asking:
    """Opens one popover at a time on a page; `done` hears of what was written."""

    def __init__(self, session: Session, theme: Theme, page: QWidget, done: Callable[[Done], None]) -> None:
        self._session, self._theme, self._page, self._done = session, theme, page, done
        self.popover: FormPopover | None = None

    # --- what is asked ---

    def open_new(self, kind: KnowledgeKind, button: QWidget) -> None:
        form = FORMS[kind]
        fields = [FIELDS[key] for key in form.needed]
        popover = self._ask(said(form.one), said(form.explained), translate("Asking", "Open it"), fields, button)
        self._then(popover, None, lambda given: OpenKnowledge(str(kind), given))

    def conclude(self, known: KnownRecord, button: QWidget) -> None:
        article = known.form.kind is KnowledgeKind.ARTICLE
        verb = translate("Asking", "Withdraw") if article else translate("Asking", "Conclude")
        sentence = (
            translate("Asking", "It is offered nowhere any more. It can be opened again.")
            if article
            else translate("Asking", "It stays on the list of what is concluded and can be opened again.")
        )
        popover = self._ask(f"{verb}: {known.number}", sentence, verb, [REASON], button)
        self._then(popover, known, lambda given: ConcludeKnowledge(known.record.id, given.get("reason", "")))

    def reopen(self, known: KnownRecord, button: QWidget) -> None:
        verb = translate("Asking", "Open again")
        sentence = translate("Asking", "Everything can be written again. An article becomes a draft.")
        popover = self._ask(f"{verb}: {known.number}", sentence, verb, [REASON], button)
        self._then(popover, known, lambda given: ReopenKnowledge(known.record.id, given.get("reason", "")))

    def publish(self, known: KnownRecord, button: QWidget) -> None:
        sentence = translate("Asking", "It is offered where its category, place or equipment comes up.")
        day = QDate.currentDate().addMonths(_REVIEW_MONTHS).toString("yyyy-MM-dd")
        verb = translate("Asking", "Publish")
        popover = self._ask(f"{verb}: {known.number}", sentence, verb, [REVIEW], button)
        popover.form.write(REVIEW.key, day)
        self._then(popover, known, lambda given: PublishArticle(known.record.id, str(given.get(REVIEW.key, ""))))

    def link(self, known: KnownRecord, button: QWidget) -> None:
        sentence = translate("Asking", "Both journals tell of it. The incident itself stays as it is.")
        popover = self._ask(
            translate("Asking", "Add an incident"), sentence, translate("Asking", "Add it"), [NUMBER], button
        )
        self._then(popover, known, lambda given: LinkIncident(known.record.id, given.get("linked", "")))

    def take_out(self, known: KnownRecord, row: IncidentRow, button: QWidget) -> None:
        sentence = translate("Asking", "Both journals tell of it, with the reason.")
        verb = translate("Asking", "Take it out")
        popover = self._ask(f"{verb}: {row.number}", sentence, verb, [REASON], button)
        self._then(popover, known, lambda given: UnlinkIncident(known.record.id, row.id, given.get("reason", "")))

    # --- how ---

    def close(self) -> None:
        if self.popover is not None:
            self.popover.close_popover()

    def _ask(self, title: str, sentence: str, verb: str, fields: Sequence[Field], button: QWidget) -> FormPopover:
        self.close()
        popover = FormPopover(title, sentence, verb, fields, self._session, self._theme, self._page)
        popover.closed.connect(self._forget)
        self.popover = popover
        popover.open_at(QRect(button.mapTo(self._page, QPoint(0, 0)), button.size()))
        return popover

    def _forget(self) -> None:
        self.popover = None

    def _then(
        self, popover: FormPopover, known: KnownRecord | None, order: Callable[[Mapping[str, Any]], Command]
    ) -> None:  # fmt: skip
        record = known.record.id if known is not None else None

        def refused(why: Refused) -> None:
            if self.popover is popover:
                popover.refuse(why)
            else:
                self._session.explain(why)

        def done(result: Done) -> None:
            self.close()
            self._done(result)

        def given(values: Mapping[str, Any]) -> None:
            self._session.submit(record, (order(values),), done=done, refused=refused, undoable=False)

        popover.given.connect(given)
