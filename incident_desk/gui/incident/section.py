"""One section of the form: its head with what is missing, and the parts it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import Field, ItemList, Section
from incident_desk.domain.fields import BY_MATRIX, CORE_FIELDS, INSTEAD, PLAN
from incident_desk.domain.lists import LISTS, PLAN_STEPS
from incident_desk.domain.lists_people import DISCLOSURES
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident import imported_part
from incident_desk.gui.incident.cause_part import CausePart
from incident_desk.gui.incident.communication_part import CommunicationPart
from incident_desk.gui.incident.fields_part import FieldsPart
from incident_desk.gui.incident.list_part import ListPart
from incident_desk.gui.incident.load_part import LoadPart
from incident_desk.gui.incident.needs import one_is_enough
from incident_desk.gui.incident.part import Part
from incident_desk.gui.incident.plan_part import PlanPart
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.rating_part import RatingPart
from incident_desk.gui.incident.sign_off_part import SignOffPart
from incident_desk.gui.incident.similar_part import SimilarPart
from incident_desk.gui.incident.strength_part import StrengthPart
from incident_desk.gui.incident.sub_head import SubHead
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.section_head import SectionHead

_ELSEWHERE = frozenset({"title", *BY_MATRIX})  # in the page's head, and in the matrix
_ONLY_WHEN_FILLED = frozenset({"joined"})


class SectionView(Painted):
    """A section with its parts."""

    def __init__(
        self, section: Section, fields: Sequence[Field], presenter: IncidentPresenter, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.section = section
        self.parts: list[Part] = []
        self._sub_heads: list[tuple[SubHead, ListPart]] = []
        self._missing = Note(theme, self, icon="pencil", ink="high", role="hint-strong")
        self._sentences = {self.tr("%n missing", "", 9)}  # of what is missing, as far as they were said
        self._head = SectionHead(said(section.title), theme, self, hint=said(section.hint))
        self._head.add_right(self._missing, room=self._room)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._make_parts(fields, presenter)
        self._space()

    # --- what it is made of ---

    def _make_parts(self, fields: Sequence[Field], presenter: IncidentPresenter) -> None:
        key, theme = self.section.key, self._theme
        if key == "rating":
            self._add(RatingPart(presenter, theme, self))
        elif key == "sign_off":
            self._add(SignOffPart(presenter, theme, self))
        elif key == "communication":
            part = CommunicationPart(presenter, theme, self)
            self._head.add_right(part.told.add)
            self._add(part)
            self._add_below(DISCLOSURES, presenter)
        else:
            self._make_lists_and_fields(fields, presenter)

    def _make_lists_and_fields(self, fields: Sequence[Field], presenter: IncidentPresenter) -> None:
        lists = [declared for declared in LISTS.values() if self._is_listed(declared)]
        fields_first = self.section.key != "measures"
        if fields and fields_first:
            self._add(FieldsPart(fields, presenter, self._theme, self))
        if self.section.key == "effects":
            self._add(LoadPart(presenter, self._theme, self))
        if self.section.key == "report":
            self._add(SimilarPart(presenter, self._theme, self))
        if self.section.key == "actions":
            self._add(StrengthPart(presenter, self._theme, self))
        if self.section.key == "cause":
            self._add(self._cause(presenter))
        if self.section.key == PLAN:
            self._add(PlanPart(presenter, self._theme, self))
        for number, declared in enumerate(lists):
            part = ListPart(declared, presenter, self._theme, self)
            if number == 0 and not (fields and fields_first):
                self._head.add_right(part.add)
                self._add(part)
            else:
                self._place_below(part)
        if fields and not fields_first:
            self._add(FieldsPart(fields, presenter, self._theme, self))
        if self.section.key == imported_part.SECTION:
            self._add(imported_part.ImportedPart(presenter, self._theme, self))

    def _cause(self, presenter: IncidentPresenter) -> CausePart:
        part = CausePart(presenter, self._theme, self)
        part.line_chosen.connect(self._on_line_chosen)
        return part

    def _on_line_chosen(self, line: str) -> None:
        """A part of a drawing: its line opens to be changed."""
        for part in self.parts:
            if isinstance(part, ListPart):
                part.open_line(line)

    def _add_below(self, declared: ItemList, presenter: IncidentPresenter) -> None:
        self._place_below(ListPart(declared, presenter, self._theme, self))

    def _place_below(self, part: ListPart) -> None:
        """With a head of its own."""
        head = SubHead(part.declared, part.add, self._theme, self)
        self._sub_heads.append((head, part))
        self._column.addWidget(head)
        self._add(part)

    def _is_listed(self, declared: ItemList) -> bool:
        return declared.section == self.section.key and declared is not PLAN_STEPS  # the plan shows them as ticks

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self._column.addWidget(part)

    # --- showing ---

    def show_view(self, view: IncidentView, moments: Moments, missing: Sequence[str]) -> None:
        """`missing` are the needs that this section still lacks."""
        for part in self.parts:
            part.show_view(view, moments)
        for head, lines in self._sub_heads:
            head.setVisible(bool(lines.items) or lines.declared.key not in _ONLY_WHEN_FILLED)
        sentence = self._said(missing)
        self._sentences.add(sentence)
        self._missing.show_sentence(sentence)

    def _room(self) -> int:
        """The room that what is missing keeps when nothing is: an answer that is saved must not move the form."""
        return max(map(self._missing.width_of, self._sentences))

    def _said(self, missing: Sequence[str]) -> str:
        if one_is_enough(missing):
            return self.tr("one of these is needed to go on")
        return self.tr("%n missing", "", len(missing)) if missing else ""

    def tick(self, moments: Moments) -> None:
        for part in self.parts:
            part.tick(moments)

    def forms(self) -> list[FieldForm]:
        return [form for part in self.parts for form in part.forms()]

    def is_touched(self) -> bool:
        return any(part.is_touched() for part in self.parts)

    def _space(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(1.5 * self._theme.u))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()


def fields_of(section: Section, view: IncidentView) -> list[Field]:
    """The declared fields of a section; for the questions those of the record's category. A retired one is shown
    where the record holds something in it.
    """
    if section.key == "category_questions":
        return list(view.pack.questions(str(view.values.get("category", ""))))
    declared = [field for field in CORE_FIELDS if field.section == section.key and field.key not in _ELSEWHERE]
    if not view.pack.plans:
        declared = [field for field in declared if field.key != PLAN]
    if INSTEAD not in view.values:  # asked for in the inbox, where a report is no incident
        declared = [field for field in declared if field.key != INSTEAD]
    own = [field for field in view.pack.fields_in(section.key) if not field.retired or field.key in view.values]
    return [*(view.pack.with_options(field) for field in declared), *own]
