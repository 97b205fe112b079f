"""The list of shortcuts (Ctrl+F1): those of the window from its actions, those of the pages written down here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.key_caps import caps_of, caps_width, paint_caps, spoken_keys
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.dressing import Painted, end_loosely, tool_tip
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover

_COLUMN, _ROW = 316, 27
_CONTEXT = "Shortcuts"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`keys` are alternatives or a range, each as Qt writes it: ("Left", "Right")."""

    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    shortcuts: tuple[Shortcut, ...]


# Groups of the window's actions, and the keys that belong to one page: source texts for translation.
_OF_ACTIONS = (
    ("go", str(QT_TRANSLATE_NOOP("Shortcuts", "Go to"))),
    ("record", str(QT_TRANSLATE_NOOP("Shortcuts", "Record"))),
    ("view", str(QT_TRANSLATE_NOOP("Shortcuts", "View"))),
    ("help", str(QT_TRANSLATE_NOOP("Shortcuts", "Help and person"))),
)
_OF_PAGES = (
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Board")), (
        Shortcut(("Up", "Down"), str(QT_TRANSLATE_NOOP("Shortcuts", "Another card"))),
        Shortcut(("Left", "Right"), str(QT_TRANSLATE_NOOP("Shortcuts", "Another step"))),
        Shortcut(("Return",), str(QT_TRANSLATE_NOOP("Shortcuts", "Open the record"))),
        Shortcut(("Space",), str(QT_TRANSLATE_NOOP("Shortcuts", "Lift the card, put it down"))),
        Shortcut(("Esc",), str(QT_TRANSLATE_NOOP("Shortcuts", "Put the card back"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Inbox")), (
        Shortcut(("Up", "Down"), str(QT_TRANSLATE_NOOP("Shortcuts", "Another report"))),
        Shortcut(("A",), str(QT_TRANSLATE_NOOP("Shortcuts", "Accept the report"))),
        Shortcut(("Q",), str(QT_TRANSLATE_NOOP("Shortcuts", "Ask back"))),
        Shortcut(("J",), str(QT_TRANSLATE_NOOP("Shortcuts", "Join it to a record"))),
        Shortcut(("N",), str(QT_TRANSLATE_NOOP("Shortcuts", "Not reportable"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "My work")), (
        Shortcut(("Return",), str(QT_TRANSLATE_NOOP("Shortcuts", "Open the record"))),
        Shortcut(("Space",), str(QT_TRANSLATE_NOOP("Shortcuts", "Tick the action: done now"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Search")), (
        Shortcut(("Return",), str(QT_TRANSLATE_NOOP("Shortcuts", "Open the record of a whole number"))),
        Shortcut(("Down",), str(QT_TRANSLATE_NOOP("Shortcuts", "From the box into the list"))),
        Shortcut(("Esc",), str(QT_TRANSLATE_NOOP("Shortcuts", "Empty the box, then go back"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Report an incident")), (
        Shortcut(("Ctrl+Return",), str(QT_TRANSLATE_NOOP("Shortcuts", "Send the report"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Incident")), (
        Shortcut(("Ctrl+V",), str(QT_TRANSLATE_NOOP("Shortcuts", "Add the copied picture or file"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Erase a person's data")), (
        Shortcut(("Ctrl+Return",), str(QT_TRANSLATE_NOOP("Shortcuts", "Take this wording"))),
    )),
    Group(str(QT_TRANSLATE_NOOP("Shortcuts", "Reports")), (
        Shortcut(("PgUp", "PgDown"), str(QT_TRANSLATE_NOOP("Shortcuts", "Turn the page"))),
        Shortcut(("+", "-"), str(QT_TRANSLATE_NOOP("Shortcuts", "Larger or smaller page"))),
        Shortcut(("0",), str(QT_TRANSLATE_NOOP("Shortcuts", "The whole page"))),
    )),
)  # fmt: skip


def groups_of(actions: Actions) -> list[Group]:
    """Everything that has a key, in the language of the window."""
    translate = QCoreApplication.translate
    found = []
    for key, title in _OF_ACTIONS:
        own = tuple(Shortcut((spec.shortcut,), action.text()) for spec, action in actions.all() if spec.group == key)
        found.append(Group(translate(_CONTEXT, title), own))
    for group in _OF_PAGES:
        said = tuple(Shortcut(each.keys, translate(_CONTEXT, each.text)) for each in group.shortcuts)
        found.append(Group(translate(_CONTEXT, group.title), said))
    return found


class ShortcutRow(Painted):
    """What the keys do, and the keys."""

    def __init__(self, shortcut: Shortcut, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._text = shortcut.text
        self._caps = tuple(cap for keys in shortcut.keys for cap in caps_of(keys))
        spoken = ", ".join(spoken_keys(keys) for keys in shortcut.keys)
        self.setAccessibleName(f"{shortcut.text}: {spoken}")
        self.setToolTip(tool_tip(shortcut.text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = brush.width_of(self._text, "body", self._theme) + caps_width(self._caps, self._theme)
        return QSize(round(wide) + self._theme.px(16), self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(caps_width(self._caps, self._theme)) + self._theme.px(80), self._theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        room = area.adjusted(0, 0, -caps_width(self._caps, self._theme) - self._theme.px(10), 0)
        brush.words(painter, room, self._text, self._theme, role="body", colour=self._theme.tokens.ink)
        paint_caps(painter, area, self._caps, self._theme)


class ShortcutList(Popover):
    """Over the page, in as many columns as there is room for; Esc closes it."""

    def __init__(self, groups: Sequence[Group], theme: Theme, page: QWidget) -> None:
        across = max(1, min(3, page.width() // theme.px(_COLUMN + 20)))
        name = QCoreApplication.translate("ShortcutList", "Shortcuts")
        super().__init__(name, theme, page, width=across * _COLUMN + 32)
        self.close_button = Button(self.tr("Close"), theme, self)
        self.close_button.clicked.connect(self.close_popover)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(name, theme, self, role="popover-title"), 1)
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(3 * theme.u)
        for part in _in_columns(groups, across):
            columns.addLayout(self._column(part), 1)
        self.body.addLayout(columns)

    def open_over(self, page: QWidget) -> None:
        self.open_at(QRect(0, 0, page.width(), self._theme.px(8)), self.close_button)

    def _column(self, groups: Sequence[Group]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for number, group in enumerate(groups):
            if number:
                column.addSpacing(self._theme.px(10))
            column.addWidget(PlainLabel(group.title, self._theme, self, role="section"))
            for shortcut in group.shortcuts:
                column.addWidget(ShortcutRow(shortcut, self._theme, self))
        end_loosely(column)
        return column


def _in_columns(groups: Sequence[Group], across: int) -> list[list[Group]]:
    """The groups in their order, in columns of about the same height."""
    heights = [len(group.shortcuts) + 2 for group in groups]
    goal = sum(heights) / across
    columns: list[list[Group]] = [[] for _ in range(across)]
    done = 0.0
    for group, height in zip(groups, heights, strict=True):
        columns[min(across - 1, int((done + height / 2) / goal))].append(group)
        done += height
    return columns
