"""What helps on every page: the command palette, the list of shortcuts, the help beside the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.theme.manager import Theme

if TYPE_CHECKING:
    from incident_desk.gui.help_panel import HelpPanel
    from incident_desk.gui.widgets.popover import Popover


class Aids(QObject):
    """`over` is what the palette is laid over, `beside` what the help joins. All of them are loaded on first use.

    Signal: `chosen` key of an action.
    """

    chosen = Signal(str)

    def __init__(self, actions: Actions, theme: Theme, over: QWidget, beside: QBoxLayout) -> None:
        super().__init__(over)
        self._actions, self._theme, self._over, self._beside = actions, theme, over, beside
        self.popover: Popover | None = None
        self._before: QWidget | None = None

    @cached_property
    def panel(self) -> HelpPanel:
        from incident_desk.gui.help_panel import HelpPanel

        panel = HelpPanel(self._theme, self._over)
        self._beside.addWidget(panel)
        panel.closed.connect(self._on_help_closed)
        return panel

    @property
    def help_is_open(self) -> bool:
        return "panel" in self.__dict__ and self.panel.isVisible()

    def open_palette(self) -> None:
        from incident_desk.gui.palette import CommandPalette, commands_of

        if not self._put_away(CommandPalette):
            palette = CommandPalette(commands_of(self._actions), self._theme, self._over)
            palette.chosen.connect(self.chosen)
            self._open(palette, lambda: palette.open_over(self._over))

    def open_shortcuts(self) -> None:
        from incident_desk.gui.shortcut_list import ShortcutList, groups_of

        if not self._put_away(ShortcutList):
            shortcuts = ShortcutList(groups_of(self._actions), self._theme, self._over)
            self._open(shortcuts, lambda: shortcuts.open_over(self._over))

    def _open(self, popover: Popover, show: Callable[[], None]) -> None:
        self.popover = popover
        popover.closed.connect(self._on_popover_closed)
        show()

    def _put_away(self, kind: type[Popover]) -> bool:
        """Closes what is open; True when it was of this kind: the same keys open and close."""
        before = self.popover
        if before is not None:
            before.close_popover()
        return isinstance(before, kind)

    def _on_popover_closed(self) -> None:
        if self.popover is not None:
            self.popover.deleteLater()
            self.popover = None

    def toggle_help(self, topic: str) -> None:
        if self.help_is_open:
            self.panel.close_panel()
        else:
            self._before = QApplication.focusWidget()
            self.panel.open_on(topic)

    def follow(self, topic: str) -> None:
        """Another page is shown: its help, where help is open."""
        if self.popover is not None:
            self.popover.close_popover()
        if self.help_is_open:
            self._before = None
            self.panel.show_topic(topic)

    def _on_help_closed(self) -> None:
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
