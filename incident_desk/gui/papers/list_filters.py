"""Which records a list holds: the same conditions as on the command line, each said on the paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import KIND_NAMES, PRIORITY_NAMES, STATUS_NAMES, STEP_NAMES
from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.language import language, said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.usecases.list_incidents import filter_of
from incident_desk.usecases.rows import IncidentFilter

_ALL = ""
_BETWEEN = 12


class ListFilters(Painted):
    """Signal: `changed` when another list is wanted."""

    changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._session = session
        self.choices = {
            "step": self._choice((step.key, STEP_NAMES[step]) for step in STEP_NAMES),
            "status": self._choice((str(status), STATUS_NAMES[status]) for status in STATUS_NAMES),
            "kind": self._choice((str(kind), KIND_NAMES[kind]) for kind in KIND_NAMES),
            "priority": self._choice((str(level), PRIORITY_NAMES[level]) for level in PRIORITY_NAMES),
            "department": self._choice(()),
            "category": self._choice(()),
        }
        self.responsible = PickField([], theme, self, placeholder=self.tr("anyone"))
        zone = session.names.settings.zone
        self.since, self.until = DateField(zone, theme, self), DateField(zone, theme, self)
        self._lay_out()
        self._connect()
        self._show_names()

    def wanted(self) -> IncidentFilter:
        """Raises Refused where a choice is gone meanwhile."""
        since, until = self.since.value(), self.until.value()
        given = {key: field.code() or None for key, field in self.choices.items()}
        days = {"since": since.isoformat() if since else None, "until": until.isoformat() if until else None}
        return filter_of({**given, **days, "responsible": self.responsible.chosen()}, self._session.names)

    def wanted_place(self) -> IncidentFilter:
        """Of all conditions the place alone."""
        return filter_of({"department": self.choices["department"].code() or None}, self._session.names)

    def wanted_span(self) -> IncidentFilter:
        """Of all conditions the days alone."""
        wanted = self.wanted()
        return IncidentFilter(since=wanted.since, until=wanted.until)

    def show_only(self, keys: Collection[str]) -> None:
        """These conditions; all of them where none is named."""
        for key, row in self.rows.items():
            row.setVisible(key in keys or not keys)

    def _choice(self, options: Iterable[tuple[str, Text]]) -> ChoiceField:
        field = ChoiceField(
            [(_ALL, self.tr("All")), *((code, said(words)) for code, words in options)], self._theme, self
        )
        field.set_code(_ALL)
        return field

    def _show_names(self) -> None:
        """Departments, categories and people can change while the page is open."""
        names, all_of = self._session.names, (_ALL, self.tr("All"))
        places = [place for place in names.places.values() if place.kind in {"site", "department"} and place.active]
        self.choices["department"].set_options([all_of, *((place.id, place.spoken) for place in places)])
        categories = [(category.key, category.name[language()]) for category in names.pack.categories]
        self.choices["category"].set_options([all_of, *categories])
        for key in ("department", "category"):
            if self.choices[key].code() is None:
                self.choices[key].set_code(_ALL)
        people = [Pick(person.id, person.name, person.job) for person in names.people.values()]
        self.responsible.set_picks(people)

    def _lay_out(self) -> None:
        labels: dict[str, tuple[str, QWidget]] = {
            "step": (self.tr("Step"), self.choices["step"]),
            "status": (self.tr("State"), self.choices["status"]),
            "kind": (self.tr("Kind of record"), self.choices["kind"]),
            "priority": (self.tr("Priority"), self.choices["priority"]),
            "department": (self.tr("Where"), self.choices["department"]),
            "category": (self.tr("Category"), self.choices["category"]),
            "since": (self.tr("Opened from"), self.since),
            "until": (self.tr("Opened until"), self.until),
            "responsible": (self.tr("Responsible"), self.responsible),
        }
        self.rows = {key: FormRow(label, field, self._theme, self) for key, (label, field) in labels.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._theme.px(_BETWEEN))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(self.rows.values()):
            wide = 2 if row is self.rows["responsible"] else 1
            grid.addWidget(row, number // 2, number % 2, 1, wide, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        for field in self.choices.values():
            field.code_chosen.connect(lambda _: self.changed.emit())
        self.responsible.id_chosen.connect(lambda _: self.changed.emit())
        for day in (self.since, self.until):
            day.value_changed.connect(self.changed)
        self._session.names_changed.connect(self._show_names)
