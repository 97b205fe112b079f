"""The pages of the window: declared once, made when first shown. Only what works is among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, QRect

from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from incident_desk.gui.importing.presenter import Finished
    from incident_desk.gui.main_window import MainWindow
    from incident_desk.gui.register.register_page import RegisterPage
    from incident_desk.usecases.rows import IncidentFilter


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`in_bar`: it stands in the side bar; the others are reached from a page or an action."""

    key: str
    text: str
    icon: str
    in_bar: bool
    make: Callable[[MainWindow], Page]
    at_bottom: bool = False

    def title(self) -> str:
        return QCoreApplication.translate("Pages", self.text)


def _work(window: MainWindow) -> Page:
    from incident_desk.gui.work.work_page import WorkPage

    page = WorkPage(window.session, window.theme, window)
    page.knowledge_requested.connect(lambda record: window.show_page("knowledge", record))
    return page


def _inbox(window: MainWindow) -> Page:
    from incident_desk.gui.inbox.inbox_page import InboxPage

    return InboxPage(window.session, window.theme, window)


def _board(window: MainWindow) -> Page:
    from incident_desk.gui.board.board_page import BoardPage

    page = BoardPage(window.session, window.theme, window)
    page.print_requested.connect(lambda record: window.show_page("papers", record))
    return page


def _register(window: MainWindow) -> Page:
    from incident_desk.gui.file_drops import FileDrops
    from incident_desk.gui.importing.file_step import ENDINGS
    from incident_desk.gui.register.register_page import RegisterPage

    page = RegisterPage(window.session, window.theme, window, window.settings, window.shelf.kept)
    page.print_requested.connect(lambda record: window.show_page("papers", record))
    page.tools.bring_in_requested.connect(lambda: window.show_page("import"))
    page.tools.hand_out_requested.connect(lambda: _hand_out(window, page))
    FileDrops(page, ENDINGS).dropped.connect(lambda path: _bring_in(window, path))
    return page


def _hand_out(window: MainWindow, page: RegisterPage) -> None:
    from incident_desk.gui.export.hand_out import HandOut
    from incident_desk.gui.export.shown import shown_by

    button = page.tools.place_of(page.tools.hand_out)
    popover = HandOut(window.session, window.settings, shown_by(page), window.theme, page)
    popover.ask(QRect(button.mapTo(page, QPoint(0, 0)), button.size()))


def _bring_in(window: MainWindow, sheet: Path) -> None:
    from incident_desk.gui.importing.import_page import ImportPage

    window.show_page("import")
    if isinstance(window.page, ImportPage):  # not where nobody has said who is there
        window.page.take(sheet)


def _import(window: MainWindow) -> Page:
    from incident_desk.gui.importing.import_page import ImportPage

    page = ImportPage(window.session, window.theme, window)
    page.show_requested.connect(lambda told: _show_what_came_in(window, told))
    return page


def _show_what_came_in(window: MainWindow, told: Finished) -> None:
    from incident_desk.gui.register.register_page import RegisterPage
    from incident_desk.gui.settings.settings_page import SettingsPage

    if told.what != "incidents":
        window.show_page("settings")
        if isinstance(window.page, SettingsPage):
            window.page.show_section(told.what)
        return
    window.show_page("register")
    if isinstance(window.page, RegisterPage):
        changed = "" if told.new else QCoreApplication.translate("Pages", "changed: today")
        window.page.show_filter(f"{told.filter} {changed}".strip())


def _knowledge(window: MainWindow) -> Page:
    from incident_desk.gui.knowledge.knowledge_page import KnowledgePage

    page = KnowledgePage(window.session, window.theme, window)
    page.print_requested.connect(lambda record: _print_known(window, record))
    return page


def _print_known(window: MainWindow, record: str) -> None:
    from incident_desk.gui.papers.papers_page import PapersPage

    window.show_page("papers")
    if isinstance(window.page, PapersPage):
        window.page.show_known(record)


def _papers(window: MainWindow) -> Page:
    from incident_desk.gui.papers.papers_page import PapersPage

    return PapersPage(window.session, window.theme, window, window.settings)


def _insights(window: MainWindow) -> Page:
    from incident_desk.gui.insights.insights_page import InsightsPage

    page = InsightsPage(window.session, window.theme, window)
    page.incidents_requested.connect(lambda wanted: _show_incidents(window, wanted))
    page.knowledge_requested.connect(lambda record: window.show_page("knowledge", record))
    return page


def _show_incidents(window: MainWindow, wanted: IncidentFilter) -> None:
    from incident_desk.gui.language import language
    from incident_desk.gui.register.register_page import RegisterPage
    from incident_desk.usecases.register.filter_text import write_filter

    window.show_page("register")
    if isinstance(window.page, RegisterPage):  # not where nobody has said who is there
        window.page.show_filter(write_filter(wanted, window.session.names, language()))


def _settings(window: MainWindow) -> Page:
    from incident_desk.gui.settings.settings_page import SettingsPage

    page = SettingsPage(window.session, window.theme, window, window.settings, window.backups)
    page.sheet_requested.connect(lambda kind: _bring_in_list(window, kind))
    page.trust_requested.connect(lambda: window.show_page("trust"))
    page.person_erase_requested.connect(lambda person: _begin_erasing(window, Scope.EVERYWHERE, person=person))
    page.due_erase_requested.connect(lambda due: _begin_erasing(window, Scope.WHOLE, *due))
    return page


def _erase(window: MainWindow) -> Page:
    from incident_desk.gui.erasing.erasing_page import ErasingPage

    return ErasingPage(window.session, window.theme, window, lambda: window.backups.folder)


def _begin_erasing(window: MainWindow, scope: Scope, incident: str = "", number: str = "", person: str = "") -> None:
    from incident_desk.gui.erasing.erasing_page import ErasingPage

    window.show_page("erase")
    if isinstance(window.page, ErasingPage):  # not where nobody has said who is there
        window.page.begin(scope, incident, number, person)


def _bring_in_list(window: MainWindow, kind: str) -> None:
    from incident_desk.gui.importing.import_page import ImportPage
    from incident_desk.gui.importing.presenter import What

    window.show_page("import")
    if isinstance(window.page, ImportPage):
        window.page.begin_with(What(kind))


def _trust(window: MainWindow) -> Page:
    from incident_desk.gui.trust.trust_page import TrustPage

    page = TrustPage(window.session, window.theme, window)
    page.print_requested.connect(lambda record: window.show_page("papers", record))
    return page


def _report(window: MainWindow) -> Page:
    from incident_desk.gui.report.report_page import ReportPage

    page = ReportPage(window.session, window.theme, window, window.settings)
    page.aside.lessons.opened.connect(lambda record: window.show_page("knowledge", record))
    return page


def _incident(window: MainWindow) -> Page:
    from incident_desk.gui.incident.incident_page import IncidentPage

    page = IncidentPage(window.session, window.theme, window)
    page.moves.erase_requested.connect(lambda record, number: _begin_erasing(window, Scope.HERE, record, number))
    page.print_requested.connect(lambda record: window.show_page("papers", record))
    page.moves.like_requested.connect(lambda number, known: _report_like(window, number, known))
    page.knowing.knowledge_requested.connect(lambda record: window.show_page("knowledge", record))
    return page


def _report_like(window: MainWindow, number: str, known: Mapping[str, Any]) -> None:
    from incident_desk.gui.report.report_page import ReportPage

    window.show_page("report")
    if isinstance(window.page, ReportPage):
        window.page.begin_like(number, known)


def _search(window: MainWindow) -> Page:
    from incident_desk.gui.search.search_page import SearchPage

    page = SearchPage(window.session, window.theme, window)
    page.box_requested.connect(window.head.focus_search)
    return page


def _duplicates(window: MainWindow) -> Page:
    from incident_desk.gui.duplicates.duplicates_page import DuplicatesPage

    return DuplicatesPage(window.session, window.theme, window)


def _sign_in(window: MainWindow) -> Page:
    from incident_desk.gui.sign_in.sign_in_page import SignInPage

    return SignInPage(window.session, window.theme, window, window.settings)


PAGES = (
    PageSpec("work", str(QT_TRANSLATE_NOOP("Pages", "My work")), "checklist", True, _work),
    PageSpec("inbox", str(QT_TRANSLATE_NOOP("Pages", "Inbox")), "inbox", True, _inbox),
    PageSpec("board", str(QT_TRANSLATE_NOOP("Pages", "Board")), "layout-kanban", True, _board),
    PageSpec("register", str(QT_TRANSLATE_NOOP("Pages", "Register")), "table", True, _register),
    PageSpec("knowledge", str(QT_TRANSLATE_NOOP("Pages", "Knowledge")), "bulb", True, _knowledge),
    PageSpec("papers", str(QT_TRANSLATE_NOOP("Pages", "Reports")), "file-text", True, _papers),
    PageSpec("insights", str(QT_TRANSLATE_NOOP("Pages", "Insights")), "chart-histogram", True, _insights),
    PageSpec("trust", str(QT_TRANSLATE_NOOP("Pages", "Trust")), "shield-check", True, _trust, at_bottom=True),
    PageSpec("settings", str(QT_TRANSLATE_NOOP("Pages", "Settings")), "settings", True, _settings, at_bottom=True),
    PageSpec("report", str(QT_TRANSLATE_NOOP("Pages", "Report an incident")), "plus", False, _report),
    PageSpec("incident", str(QT_TRANSLATE_NOOP("Pages", "Incident")), "file", False, _incident),
    PageSpec("search", str(QT_TRANSLATE_NOOP("Pages", "Search")), "search", False, _search),
    PageSpec("import", str(QT_TRANSLATE_NOOP("Pages", "Bring in a sheet")), "upload", False, _import),
    PageSpec("erase", str(QT_TRANSLATE_NOOP("Pages", "Erase a person's data")), "trash", False, _erase),
    PageSpec("duplicates", str(QT_TRANSLATE_NOOP("Pages", "Duplicates")), "arrows-join", False, _duplicates),
    PageSpec("sign_in", str(QT_TRANSLATE_NOOP("Pages", "Who is at this PC")), "user", False, _sign_in),
)
_BY_KEY = {spec.key: spec for spec in PAGES}


def make_page(key: str, window: MainWindow) -> Page:
    page = _BY_KEY[key].make(window)
    page.in_bar = _BY_KEY[key].in_bar
    return page
