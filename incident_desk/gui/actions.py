"""Every action of the window, declared once: text, shortcut, icon. Menus, palette and shortcut list read this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`key` names the action in code; `text` and `group` are source texts for translation."""

    key: str
    text: str
    shortcut: str
    icon: str
    group: str


SPECS = (
    ActionSpec("report", str(QT_TRANSLATE_NOOP("Actions", "Report an incident")), "Ctrl+N", "plus", "go"),
    ActionSpec("go_work", str(QT_TRANSLATE_NOOP("Actions", "My work")), "Ctrl+1", "checklist", "go"),
    ActionSpec("go_inbox", str(QT_TRANSLATE_NOOP("Actions", "Inbox")), "Ctrl+2", "inbox", "go"),
    ActionSpec("go_board", str(QT_TRANSLATE_NOOP("Actions", "Board")), "Ctrl+3", "layout-kanban", "go"),
    ActionSpec("go_register", str(QT_TRANSLATE_NOOP("Actions", "Register")), "Ctrl+4", "table", "go"),
    ActionSpec("go_papers", str(QT_TRANSLATE_NOOP("Actions", "Reports")), "Ctrl+5", "file-text", "go"),
    ActionSpec("go_insights", str(QT_TRANSLATE_NOOP("Actions", "Insights")), "Ctrl+7", "chart-histogram", "go"),
    ActionSpec("go_trust", str(QT_TRANSLATE_NOOP("Actions", "Trust")), "Ctrl+6", "shield-check", "go"),
    ActionSpec("go_settings", str(QT_TRANSLATE_NOOP("Actions", "Settings")), "Ctrl+,", "settings", "go"),
    ActionSpec("go_knowledge", str(QT_TRANSLATE_NOOP("Actions", "Knowledge")), "Ctrl+8", "bulb", "go"),
    ActionSpec("go_import", str(QT_TRANSLATE_NOOP("Actions", "Bring in a sheet")), "Ctrl+Shift+I", "upload", "go"),
    ActionSpec(
        "search", str(QT_TRANSLATE_NOOP("Actions", "Find a number, word, person or place")), "Ctrl+K", "search", "go"
    ),
    ActionSpec("go_duplicates", str(QT_TRANSLATE_NOOP("Actions", "Find duplicates")), "Ctrl+D", "arrows-join", "go"),
    ActionSpec("back", str(QT_TRANSLATE_NOOP("Actions", "Back")), "Alt+Left", "arrow-left", "go"),
    ActionSpec("next_pane", str(QT_TRANSLATE_NOOP("Actions", "Next pane")), "F6", "arrow-right", "go"),
    ActionSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo the last change")), "Ctrl+Z", "arrow-back-up", "record"),
    ActionSpec("print", str(QT_TRANSLATE_NOOP("Actions", "Print record")), "Ctrl+P", "printer", "record"),
    ActionSpec(
        "history",
        str(QT_TRANSLATE_NOOP("Actions", "History of the field")),
        "Ctrl+H",
        "history",
        "record",
    ),
    ActionSpec(
        "past", str(QT_TRANSLATE_NOOP("Actions", "The record as it stood")), "Ctrl+Shift+H", "history", "record"
    ),
    ActionSpec("palette", str(QT_TRANSLATE_NOOP("Actions", "All commands")), "Ctrl+Shift+P", "keyboard", "help"),
    ActionSpec("shortcuts", str(QT_TRANSLATE_NOOP("Actions", "Shortcuts")), "Ctrl+F1", "keyboard", "help"),
    ActionSpec("help", str(QT_TRANSLATE_NOOP("Actions", "Help for this page")), "F1", "help", "help"),
    ActionSpec("lock", str(QT_TRANSLATE_NOOP("Actions", "Lock, or change person")), "Ctrl+L", "lock", "help"),
    ActionSpec("larger", str(QT_TRANSLATE_NOOP("Actions", "Larger text")), "Ctrl++", "search", "view"),
    ActionSpec("smaller", str(QT_TRANSLATE_NOOP("Actions", "Smaller text")), "Ctrl+-", "search", "view"),
    ActionSpec("usual_size", str(QT_TRANSLATE_NOOP("Actions", "Usual text size")), "Ctrl+0", "search", "view"),
    ActionSpec("toggle_theme", str(QT_TRANSLATE_NOOP("Actions", "Light or dark")), "Ctrl+Shift+D", "moon", "view"),
    ActionSpec("quit", str(QT_TRANSLATE_NOOP("Actions", "Close Incident Desk")), "Ctrl+Q", "x", "view"),
)


class Actions(QObject):
    """The QActions of the window. Signal: `triggered` carries the key of the action."""

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(QCoreApplication.translate(_CONTEXT, spec.text), window)
            action.setObjectName(spec.key)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.triggered.connect(self._emitter(spec.key))
            window.addAction(action)
            self._actions[spec.key] = action

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.triggered.emit(key)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def all(self) -> list[tuple[ActionSpec, QAction]]:
        """In the order of declaration, for the palette and the list of shortcuts."""
        return [(spec, self._actions[spec.key]) for spec in SPECS]
