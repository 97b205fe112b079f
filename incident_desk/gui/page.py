"""What every page of the main window is: a key, a title, and a way to come alive when it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme


class Page(QWidget):
    """Signals: `open_incident_requested` id; `go_requested` key of another page; `count_changed` for the side bar."""

    open_incident_requested = Signal(str)
    go_requested = Signal(str)
    count_changed = Signal(int)

    key = ""
    help_topic = ""
    in_bar = False
    has_side_bar = True
    has_own_head = False  # True: the page shows its own title, as an incident does

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.setObjectName(f"page-{self.key}")

    def title(self) -> str:
        """The page's name, in the language of the window."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page is shown: read what it shows and put the focus where work begins."""
        raise NotImplementedError

    def act(self, key: str) -> None:
        """An action of the window that concerns what is on the page (print, undo, help ...)."""

    def leave(self) -> bool:
        """Another page is about to be shown. False keeps this one: something typed cannot be kept."""
        return True
