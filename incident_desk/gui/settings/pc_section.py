"""This PC: language, light or dark, size of the text, motion; and after how long the window hides what it shows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.domain.directory import ChangeSettings
from incident_desk.gui.session import Session
from incident_desk.gui.settings.section import Section
from incident_desk.gui.theme.manager import Mode, Theme
from incident_desk.gui.theme.typography import LARGEST_ZOOM, SMALLEST_ZOOM
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.support.settings import SettingsFile

_STEP = 10
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120)
_AS_THE_SYSTEM = "system"
_WIDE = 540


class TextSize(CompositeField):
    """Smaller, larger, and how large it is now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.smaller = Button(self.tr("Smaller"), theme, self)
        self.larger = Button(self.tr("Larger"), theme, self)
        self.usual = Button(self.tr("Usual size"), theme, self)
        self._now = PlainLabel("", theme, self, role="body-strong", lines=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u)
        for part in (self.smaller, self.larger, self.usual, self._now):
            row.addWidget(part)
        row.addStretch(1)
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.larger.setAccessibleName(self.tr("Larger text"))
        theme.changed.connect(self.show_size)
        self.show_size()

    def edits(self) -> list[QWidget]:
        return [self.smaller, self.larger, self.usual]

    def take_label(self, label: str) -> None:
        self.setAccessibleName(label)

    def show_size(self) -> None:
        zoom = self._theme.zoom
        self._now.setText(f"{zoom} %")
        self.smaller.setEnabled(zoom > SMALLEST_ZOOM)
        self.larger.setEnabled(zoom < LARGEST_ZOOM)
        self.usual.setEnabled(zoom != 100)


class PcSection(Section):
    """Signal: `language_chosen`, once it is kept: the window is to speak it."""

    language_chosen = Signal()

    key = "pc"
    icon = "settings"

    def __init__(self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(self.tr("This PC"), session, theme, parent)
        self._settings = settings
        self.who_may.hide()
        as_system = self.tr("As on this PC")
        self.language = ChoiceTiles(
            [Tile(_AS_THE_SYSTEM, as_system), Tile("en", "English"), Tile("de", "Deutsch")], theme, self
        )
        self.scheme = ChoiceTiles(
            [Tile(_AS_THE_SYSTEM, as_system), Tile("light", self.tr("Light")), Tile("dark", self.tr("Dark"))],
            theme,
            self,
        )
        self.text_size = TextSize(theme, self)
        self.motion = TickBox(self.tr("Let messages and panels fade in"), theme, self)
        self.minutes = ChoiceField([(str(n), self._said_minutes(n)) for n in _MINUTES], theme, self)
        self._lay_out()
        self._connect()

    def _said_minutes(self, minutes: int) -> str:
        return self.tr("after %n minutes", "", minutes)

    def _lay_out(self) -> None:
        theme = self.theme
        self.body.addWidget(FormRow(self.tr("Language of the window"), self.language, theme, self))
        self.body.addWidget(FormRow(self.tr("Light or dark"), self.scheme, theme, self))
        self.body.addWidget(FormRow(self.tr("Size of the text"), self.text_size, theme, self))
        self.body.addWidget(FormRow(self.tr("Motion"), self.motion, theme, self))
        self.body.addWidget(Rule(theme, self))
        hint = self.tr("for every PC that opens this register")
        self._minutes_row = FormRow(
            self.tr("Hide what is on screen when nobody works"), self.minutes, theme, self, hint=hint,
            help=self.tr("Then a name is asked again, where several people are on the list or a password is set."),
        )  # fmt: skip
        self._fit()
        self.body.addWidget(self._minutes_row)
        self.body.addWidget(self.who_may)

    def _fit(self) -> None:
        px = self.theme.px
        for field in (self.language, self.scheme, self.text_size):
            field.setMaximumWidth(px(_WIDE))
        self.minutes.setMaximumWidth(px(_WIDE // 2))

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self.language.code_chosen.connect(self._on_language_chosen)
        self.scheme.code_chosen.connect(self._on_scheme_chosen)
        self.text_size.smaller.clicked.connect(lambda: self._zoom(self.theme.zoom - _STEP))
        self.text_size.larger.clicked.connect(lambda: self._zoom(self.theme.zoom + _STEP))
        self.text_size.usual.clicked.connect(lambda: self._zoom(100))
        self.motion.toggled.connect(self._on_motion_toggled)
        self.minutes.code_chosen.connect(self._on_minutes_chosen)

    def enter(self) -> None:
        super().enter()
        current, minutes = self._settings.current, self.session.names.settings.idle_minutes
        self.language.set_code(current.language or _AS_THE_SYSTEM)
        self.scheme.set_code(current.scheme)
        self.motion.setChecked(current.motion)
        self.minutes.set_code(str(minutes), self._said_minutes(minutes))
        self.minutes.setEnabled(self.may_edit)

    # --- orders ---

    def _on_language_chosen(self, code: str) -> None:
        chosen = "" if code == _AS_THE_SYSTEM else code
        if chosen != self._settings.current.language:
            self._settings.change(language=chosen)
            self.language_chosen.emit()

    def _on_scheme_chosen(self, code: str) -> None:
        modes: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}
        self._settings.change(scheme=code)
        self.theme.set_mode(modes[code])

    def _zoom(self, percent: int) -> None:
        self.theme.set_zoom(percent)
        self._settings.change(zoom=self.theme.zoom)

    def _on_motion_toggled(self, moves: bool) -> None:
        if moves != self._settings.current.motion:
            self._settings.change(motion=moves)
        self.theme.motion = moves

    def _on_minutes_chosen(self, code: str | None) -> None:
        if code is None:
            self.enter()
            return
        order = ChangeSettings({"idle_minutes": int(code)})
        self.session.submit(None, (order,), said=self.tr("Saved."), undoable=False)
