"""The main window: side bar, page with its head, message bar, search, status line. It knows no rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.aids import Aids
from incident_desk.gui.backup_watch import BackupWatch
from incident_desk.gui.company import Company
from incident_desk.gui.file_drops import FileDrops
from incident_desk.gui.filter_shelf import FilterShelf
from incident_desk.gui.finding import Finding
from incident_desk.gui.first_paint import after_first_paint
from incident_desk.gui.idle_lock import IdleLock
from incident_desk.gui.messages import Message
from incident_desk.gui.page import Page
from incident_desk.gui.page_head import PageHead
from incident_desk.gui.page_stack import PageStack
from incident_desk.gui.pages import PAGES, make_page
from incident_desk.gui.save_state import SaveState
from incident_desk.gui.session import Session
from incident_desk.gui.status import StatusTeller
from incident_desk.gui.theme.manager import Mode, Theme
from incident_desk.gui.widgets.message_bar import MessageBar
from incident_desk.gui.widgets.side_bar import NavEntry, SideBar
from incident_desk.gui.widgets.status_line import StatusLine
from incident_desk.gui.window_place import place_of, put_in_place
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.rows import IN_INBOX

if TYPE_CHECKING:
    from pathlib import Path

    from incident_desk.gui.help_panel import HelpPanel

_READ_MS, _REST_MS = 1500, 50
_PATIENCE_MS = 1000  # for a screen that shows nothing: minimised, on another desktop, or asleep
PAPERS = frozenset({".pdf"})
NARROW_EM = 115  # below so many em the side bar shows icons only
# What anybody may do before saying who they are.
_OPEN_PAGES = frozenset({"report", "sign_in"})
_OPEN_ACTIONS = frozenset(
    {"report", "lock", "back", "help", "shortcuts", "larger", "smaller", "usual_size", "toggle_theme", "quit"}
)


class MainWindow(QMainWindow):
    """Signals: `other_register_requested`; `restore_requested`: a backup shall take the place of this register;
    `language_chosen`: this window is of another language; `protection_requested` Order: what the file is protected by;
    `page_read`, once: what one sees first is there; `settled`, once: it had time to come onto the screen too.
    """

    other_register_requested = Signal()
    restore_requested = Signal()
    language_chosen = Signal()
    protection_requested = Signal(object)
    page_read = Signal()
    settled = Signal()

    def __init__(self, session: Session, settings: SettingsFile, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.theme = theme
        self.keeps_place = True  # a window that only has its picture taken stands nowhere
        self._is_read = self._is_settled = False
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._history: list[tuple[str, str]] = []
        self.actions_of_window = Actions(self)
        self.backups = BackupWatch(session, settings, self)
        self._idle = IdleLock(session, self)
        self.company = Company(session)
        self.shelf = FilterShelf(self)
        entries = [NavEntry(spec.key, spec.title(), spec.icon, spec.at_bottom) for spec in PAGES if spec.in_bar]
        self.side_bar = SideBar(entries, theme, self)
        self.head = PageHead(theme, self)
        self.finding = Finding(self)
        self.message_bar = MessageBar(theme, self)
        self.stack = PageStack(self)
        self.status_line = StatusLine(theme, self)
        self._status = StatusTeller(session, self.backups, self.company, self.status_line, self)
        self._lay_out()
        self._connect()
        put_in_place(self, settings.current.window)
        self.show_page("report" if self.only_reports() else "board")

    # --- building ---

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.stack, 1)
        row.addLayout(page, 1)
        column.addLayout(row, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(centre)
        self.message_bar.lie_over(self.stack)
        self.aids = Aids(self.actions_of_window, self.theme, centre, row)
        self._name_register()

    def _connect(self) -> None:
        session = self.session
        self.side_bar.page_requested.connect(self.show_page)
        self.side_bar.report_requested.connect(lambda: self.show_page("report"))
        self.side_bar.register_requested.connect(self.other_register_requested)
        self.head.back_requested.connect(self.go_back)
        self.head.help_requested.connect(lambda: self._on_action("help"))
        self.actions_of_window.triggered.connect(self._on_action)
        self.aids.chosen.connect(self._on_action)
        self.status_line.offer_press("who", self.actions_of_window["lock"].text())
        self.status_line.offer_press("backup", self.tr("Show the backups"))
        self.status_line.pressed.connect(self._on_status_pressed)
        session.messages.told.connect(self._on_told)
        session.names_changed.connect(self._name_register)
        session.bus.incidents_changed.connect(self._count_inbox)
        session.actor_changed.connect(self._show_what_is_open)
        session.names_changed.connect(self._show_what_is_open)
        self._idle.idle.connect(self.lock)
        FileDrops(self, PAPERS).dropped.connect(self._check_paper)
        self._show_what_is_open()
        self.settled.connect(self._look_beside)
        session.tasks.busy_changed.connect(self._on_busy)
        QTimer.singleShot(_READ_MS, self, self._on_read)  # a page that reads nothing has nothing to wait for

    def _on_busy(self, running: int) -> None:
        if not running:
            self._on_read()

    def _on_read(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        self.session.tasks.busy_changed.disconnect(self._on_busy)
        self.page_read.emit()
        if self.isVisible():
            self._settle()
        else:
            after_first_paint(self, self._settle, _REST_MS)
            QTimer.singleShot(_PATIENCE_MS, self, self._settle)

    def _settle(self) -> None:
        if not self._is_settled:
            self._is_settled = True
            self.settled.emit()

    def _look_beside(self) -> None:
        """What stands beside the page: looked at when the page itself is on the screen."""
        self.company.look()
        self._status.tell_head()
        self._start_counting()

    def _start_counting(self) -> None:
        from incident_desk.gui.work.overdue_watch import OverdueWatch

        overdue = OverdueWatch(self.session, self)
        overdue.counted.connect(self._show_overdue)
        overdue.count()
        self._count_inbox()

    @property
    def help(self) -> HelpPanel:
        return self.aids.panel

    def _show_what_is_open(self) -> None:
        page = self._pages.get(self._current)
        self.side_bar.setVisible(not self.only_reports() and (page is None or page.has_side_bar))

    @property
    def register_name(self) -> str:
        return self.session.names.settings.organisation or self.session.register.name

    def _name_register(self) -> None:
        name = self.register_name
        where = self.tr("on this PC") if self.session.register.path else self.tr("shared register")
        self.side_bar.set_register(name, where)
        self.setWindowTitle(f"{name} – Incident Desk")

    def only_reports(self) -> bool:
        """Somebody who has not said who they are, in a register with people, can report and nothing else."""
        return self.session.actor.id is None and bool(self.session.names.people)

    # --- pages ---

    def show_page(self, key: str, record: str = "") -> None:
        """Goes to a page; `record` names the incident for pages that show one."""
        if self.only_reports() and key not in _OPEN_PAGES:
            key, record = "sign_in", ""
        old = self._pages.get(self._current)
        if old is None or old.leave():
            self._go_to(key, record, old)

    def lock(self) -> None:
        """Hides what is on screen until somebody says who they are. The page keeps what is typed on it."""
        old = self._pages.get(self._current)
        if self._current == "sign_in" or not self.session.names.people:
            return
        if old is not None:
            old.leave()  # even where nothing more can be kept on disk: the page itself still has it
        while self.message_bar.message is not None:
            self.message_bar.close_message()
        self._go_to("sign_in", "", old)

    def _go_to(self, key: str, record: str, old: Page | None) -> None:
        page = self.page_of(key)
        if self._current and (self._current, record) != (key, record):
            self._history.append((self._current, self._record_of(old)))
        self._current = key
        self._status.leave_page()
        self.finding.close()
        self.stack.setCurrentWidget(page)
        self.side_bar.set_current(key)
        self.shelf.follow(page)
        self._show_what_is_open()
        if record and hasattr(page, "show_record"):
            page.show_record(record)
        self.head.show_page(page.title(), page.has_own_head, back=bool(self._history) and not page.in_bar)
        page.enter()
        self.aids.follow(page.help_topic)

    def _record_of(self, page: Page | None) -> str:
        return getattr(page, "record", "") or ""

    def page_of(self, key: str) -> Page:
        if key not in self._pages:
            page = make_page(key, self)
            page.open_incident_requested.connect(lambda record: self.show_page("incident", record))
            page.go_requested.connect(self._on_go)
            if key == "work":
                page.count_changed.connect(self._show_overdue)
            elif key == "register":
                page.filter_shown.connect(self.shelf.mark)  # type: ignore[attr-defined]  # of this page
            elif key == "incident":
                page.saved_state_changed.connect(self._on_saved_state)  # type: ignore[attr-defined]  # of this page
            elif key == "settings":
                page.language_chosen.connect(self.language_chosen)  # type: ignore[attr-defined]  # of this page
                page.protection_requested.connect(self.protection_requested)  # type: ignore[attr-defined]  # of this page
            elif key == "trust":
                page.register_checked.connect(self._status.say_verified)  # type: ignore[attr-defined]  # of this page
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def _on_saved_state(self, state: SaveState) -> None:
        """Of a record that is no longer in front only what is not saved is worth saying."""
        self._status.say_saved(state if self._current == "incident" or not state.safe else SaveState())

    def _on_go(self, key: str) -> None:
        if key == "back":
            self.go_back()
        else:
            self.show_page(key)

    def _on_status_pressed(self, fact: str) -> None:
        if fact == "who":
            self.lock()
        else:
            self.show_page("settings")
            self.page.act("show_backup")

    def check_register(self) -> None:
        """Shows the page Trust, which checks everything."""
        self.show_page("trust")
        self.page.act("check_register")

    def _check_paper(self, path: Path) -> None:
        self.show_page("trust")
        take = getattr(self.page, "take", None)  # not where nobody has said who is there
        if take is not None:
            take(path)

    def go_back(self) -> None:
        if self._history:
            key, record = self._history.pop()
            keep = list(self._history)
            self.show_page(key, record)
            self._history = keep
        else:
            self.show_page("board")

    @property
    def page(self) -> Page:
        return self._pages[self._current]

    def _count_inbox(self, *_: object) -> None:
        self.session.read(lambda queries: queries.count(IN_INBOX), lambda n: self.side_bar.set_count("inbox", n))

    def _show_overdue(self, count: int) -> None:
        self.side_bar.set_count("work", count, urgent=True)

    # --- messages ---

    def _on_told(self, message: Message) -> None:
        self.message_bar.show_message(message)

    # --- actions ---

    def _on_action(self, key: str) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "report": lambda: self.show_page("report"),
            "search": self.finding.begin,
            "back": self.go_back,
            "next_pane": self._next_pane,
            "larger": lambda: self._zoom(self.theme.zoom + 10),
            "smaller": lambda: self._zoom(self.theme.zoom - 10),
            "usual_size": lambda: self._zoom(100),
            "toggle_theme": self._toggle_theme,
            "quit": self.close,
            "lock": self.lock,
            "palette": self.aids.open_palette,
            "shortcuts": self.aids.open_shortcuts,
            "help": lambda: self.aids.toggle_help(self.page.help_topic),
        }
        if self.only_reports() and key not in _OPEN_ACTIONS:
            return
        if key.startswith("go_"):
            self.show_page(key.removeprefix("go_"))
        elif key in handlers:
            handlers[key]()
        else:
            self.page.act(key)

    def _zoom(self, percent: int) -> None:
        self.theme.set_zoom(percent)
        self.settings.change(zoom=self.theme.zoom)

    def _toggle_theme(self) -> None:
        mode: Mode = "light" if self.theme.dark else "dark"
        self.theme.set_mode(mode)
        self.settings.change(scheme=mode)

    def _next_pane(self) -> None:
        """F6 goes round: side bar, head, page, help, status line."""
        panes = [self.side_bar, self.head, self.stack, self.status_line]
        if self.aids.help_is_open:
            panes.insert(3, self.help)
        focused = QGuiApplication.focusObject()
        inside = [isinstance(focused, QWidget) and pane.isAncestorOf(focused) for pane in panes]
        at = inside.index(True) if True in inside else -1
        for step in range(1, len(panes) + 1):
            pane = panes[(at + step) % len(panes)]
            target = next((child for child in pane.findChildren(QWidget) if _takes_focus(child)), None)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # --- place on the screen ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.theme.metrics("body").horizontalAdvance("m") or 1
        self.side_bar.set_narrow(self.width() / em < NARROW_EM)

    def may_close(self) -> bool:
        """Not while something runs that would be lost; asked once more, it may."""
        return self.session.writers.may_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Drafts are on disk, changes are saved: closing needs no question. The page may keep the window open."""
        if not self.may_close() or (self._current and not self.page.leave()):
            event.ignore()
            return
        if self.keeps_place:
            self.settings.change(window=place_of(self))
        super().closeEvent(event)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
