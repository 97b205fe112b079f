"""Settings: the parts at the left, the chosen one at the right. What one may not change can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.backup_watch import BackupWatch
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.settings.access_section import AccessSection
from incident_desk.gui.settings.backup_section import BackupSection
from incident_desk.gui.settings.categories_section import CategoriesSection
from incident_desk.gui.settings.equipment_section import EquipmentSection
from incident_desk.gui.settings.limits_section import LimitsSection
from incident_desk.gui.settings.organisation_section import OrganisationSection
from incident_desk.gui.settings.own_fields_section import OwnFieldsSection
from incident_desk.gui.settings.pc_section import PcSection
from incident_desk.gui.settings.people_section import PeopleSection
from incident_desk.gui.settings.places_section import PlacesSection
from incident_desk.gui.settings.register_section import RegisterSection
from incident_desk.gui.settings.retention_section import RetentionSection
from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.section_list import SectionList
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.support.settings import SettingsFile

_LIST, _WIDEST = 190, 1040  # of the design
_NARROW_EM = 64
_ALL_THE_ROOM = 1000  # of the stretch below, which has 1


class SettingsPage(Page):
    """See `page.Page` for its signals. `trust_requested`; `language_chosen` for this PC;
    `sheet_requested` kind of entries that a sheet is to bring in; `protection_requested` Order;
    `person_erase_requested` id of a person or "" for anybody; `due_erase_requested` id and number of an incident.
    """

    trust_requested = Signal()
    sheet_requested = Signal(str)
    language_chosen = Signal()
    protection_requested = Signal(object)
    person_erase_requested = Signal(str)
    due_erase_requested = Signal(object)

    key = "settings"
    help_topic = "settings"

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile, backups: BackupWatch
    ) -> None:
        super().__init__(session, theme, parent)
        register = RegisterSection(session, theme, self)
        register.trust_requested.connect(self.trust_requested)
        register.protection_requested.connect(self.protection_requested)
        register.protection.lines_opened.connect(self._bring_into_sight)
        this_pc = PcSection(session, theme, self, settings)
        this_pc.language_chosen.connect(self.language_chosen)
        people = PeopleSection(session, theme, self, lambda: self._come_to(PeopleSection.key))
        people.incident_opened.connect(self.open_incident_requested)
        people.erase_requested.connect(self.person_erase_requested)
        equipment = EquipmentSection(session, theme, self)
        equipment.sheet_requested.connect(lambda: self.sheet_requested.emit(equipment.key))
        retention = RetentionSection(session, theme, self)
        retention.incident_opened.connect(self.open_incident_requested)
        retention.erase_requested.connect(self.due_erase_requested)
        self.sections: dict[str, Section] = {
            section.key: section
            for section in (
                OrganisationSection(session, theme, self),
                PlacesSection(session, theme, self),
                CategoriesSection(session, theme, self),
                OwnFieldsSection(session, theme, self),
                people,
                equipment,
                LimitsSection(session, theme, self),
                retention,
                BackupSection(session, theme, self, backups),
                this_pc,
                register,
                AccessSection(session, theme, self),
            )
        }
        titles = [(key, section.accessibleName(), section.icon) for key, section in self.sections.items()]
        self.list = SectionList(titles, theme, self)
        self.switch = ChoiceField([(key, title) for key, title, _ in titles], theme, self)
        self.switch.setAccessibleName(self.list.accessibleName())
        self._current = next(iter(self.sections))
        self._shown = False
        self._lay_out()
        self.list.section_chosen.connect(self.show_section)
        self.switch.code_chosen.connect(self._on_switched)
        theme.changed.connect(self._fit)
        session.names_changed.connect(self._refresh)
        session.actor_changed.connect(self._refresh)
        for section in self.sections.values():
            section.restore_requested.connect(self._on_restore_requested)

    def title(self) -> str:
        return self.tr("Settings")

    def _lay_out(self) -> None:
        u = self.theme.u
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * u, 2 * u)
        for section in self.sections.values():
            section.hide()
            column.addWidget(section, _ALL_THE_ROOM if section.tall else 0)
        column.addStretch(1)
        self._scroll = Scrolling(self, inside, sideways=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(2 * u)
        self._row.addWidget(self.list)
        self._row.addWidget(self.switch)
        self._row.addWidget(self._scroll, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, or large text, the list of parts becomes a choice above them."""
        em = self.theme.metrics("body").horizontalAdvance("m") or 1
        narrow = self.width() / em < _NARROW_EM
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        u = self.theme.u
        self._row.setContentsMargins(2 * u, u, 2 * u if narrow else 0, 0)
        self.list.setVisible(not narrow)
        self.list.setFixedWidth(self.theme.px(_LIST))
        self.switch.setVisible(narrow)
        for section in self.sections.values():
            section.setMaximumWidth(self.theme.px(_WIDEST))

    # --- sections ---

    @property
    def section(self) -> Section:
        return self.sections[self._current]

    def show_section(self, key: str) -> None:
        self.section.leave()
        self.section.hide()
        self._current = key
        self.list.set_current(key)
        self.switch.set_code(key)
        self.section.enter()
        self.section.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _come_to(self, key: str) -> None:
        """From wherever somebody is."""
        self.go_requested.emit(self.key)
        self.show_section(key)

    def _on_switched(self, key: str | None) -> None:
        self.show_section(key or self._current)

    def enter(self) -> None:
        self._shown = True
        self.show_section(self._current)
        first = self.switch if self.switch.isVisible() else self.list.buttons[self._current]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, key: str) -> None:
        if key == "show_pc":
            self.show_section("pc")
        elif key == "show_backup":
            self.show_section(BackupSection.key)

    def leave(self) -> bool:
        self._shown = False
        self.section.leave()
        return True

    def _refresh(self) -> None:
        if self._shown:
            self.section.enter()

    def _bring_into_sight(self, line: QWidget) -> None:
        QTimer.singleShot(0, line, lambda: self._scroll.ensureWidgetVisible(line))  # once it is placed

    def _on_restore_requested(self) -> None:
        """The window leads to the assistant: another register will be open afterwards."""
        restore = getattr(self.window(), "restore_requested", None)
        if restore is not None:
            restore.emit()
