"""What helps on every page: the command palette, the list of shortcuts, the help beside the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.help_panel import HelpPanel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.popover import Popover


class Aids(QObject):
    """`over` is what the palette is laid over. Signal: `chosen` key of an action."""

    chosen = Signal(str)

    def __init__(self, actions: Actions, panel: HelpPanel, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._actions, self._theme, self._over = actions, theme, over
        self.panel = panel
        self.popover: Popover | None = None
        self._before: QWidget | None = None
        panel.closed.connect(self._on_help_closed)

    def open_palette(self) -> None:
        from incident_desk.gui.palette import CommandPalette, commands_of  # loaded on first use

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
        if self.panel.isVisible():
            self.panel.close_panel()
        else:
            self._before = QApplication.focusWidget()
            self.panel.open_on(topic)

    def follow(self, topic: str) -> None:
        """Another page is shown: its help, where help is open."""
        if self.popover is not None:
            self.popover.close_popover()
        if self.panel.isVisible():
            self._before = None
            self.panel.show_topic(topic)

    def _on_help_closed(self) -> None:
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
