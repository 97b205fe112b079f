"""What leaves the register table: rows for a spreadsheet on the clipboard, a list on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from incident_desk.gui.language import language, said
from incident_desk.gui.papers.out import PaperOut
from incident_desk.gui.papers.pages import PaperFacts, paper_facts
from incident_desk.gui.register.lines import Line, LineMaker
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.settings import SettingsFile
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.guard import guarded
from incident_desk.usecases.print_papers import Printed, draw_chosen
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.rows import IncidentRow
from incident_desk.usecases.wording import Wording

MOST_COPIED, MOST_PRINTED = 50_000, 2_000
_CHUNK = 1000
_SIZE = "a4"
Ranges = Sequence[tuple[int, int]]


class TakingOut(QObject):
    """Reads the chosen rows on a thread; what became of it stands in the message bar."""

    def __init__(self, session: Session, theme: Theme, page: QWidget, settings: SettingsFile) -> None:
        super().__init__(page)
        self._session = session
        self._out = PaperOut(session, theme, page, settings)

    def copy(self, listing: Listing, chosen: Ranges, maker: LineMaker) -> None:
        """As lines with tabs, headings above, in the columns of the table."""
        count = _count(chosen)
        if count > MOST_COPIED:
            limit = QLocale().toString(MOST_COPIED)
            sentence = self.tr("At most {count} records can be copied at once. Choose fewer.")
            self._session.messages.warning(sentence.format(count=limit))
        else:
            self._session.tasks.run(lambda: _as_table(listing, chosen, maker), self._on_copied, self._session.explain)

    def print_list(self, listing: Listing, chosen: Ranges) -> None:
        """A list of those records in the order of the table."""
        if _count(chosen) > MOST_PRINTED:
            limit = QLocale().toString(MOST_PRINTED)
            sentence = self.tr("At most {count} records can be printed at once. Longer lists are printed in Reports.")
            self._session.messages.warning(sentence.format(count=limit))
            return
        session = self._session

        def work() -> tuple[Printed, PaperFacts]:
            records = [record for first, last in chosen for record in listing.ids(first, last - first + 1)]
            wording = Wording(Texts(language()), session.names)
            printed = draw_chosen(session.services, session.register, records, wording, _SIZE)
            return printed, paper_facts(printed.content)

        session.messages.info(self.tr("The paper is being made ..."))
        session.tasks.run(work, lambda made: self._out.ask_printer(*made, _SIZE), session.explain)

    def _on_copied(self, answer: tuple[str, int]) -> None:
        text, count = answer
        QGuiApplication.clipboard().setText(text)
        self._session.messages.good(self.tr("%n records copied, to be pasted into a spreadsheet.", None, count))


def _count(chosen: Ranges) -> int:
    return sum(last - first + 1 for first, last in chosen)


def _as_table(listing: Listing, chosen: Ranges, maker: LineMaker) -> tuple[str, int]:
    """No text becomes a formula, and no cell two."""
    keys = [column.key for column in maker.columns if column.extra]
    lines = [[said(column.label) for column in maker.columns]]
    for rows in _in_chunks(listing, chosen):
        extra = listing.extra(rows, keys) if keys else {}  # noqa: S610  no SQL here
        lines += [maker.copied(Line(row, extra)) for row in rows]
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n", len(lines) - 1


def _in_chunks(listing: Listing, chosen: Ranges) -> Iterator[list[IncidentRow]]:
    for first, last in chosen:
        for start in range(first, last + 1, _CHUNK):
            yield listing.rows(start, min(_CHUNK, last + 1 - start))


def _cell(text: str) -> str:
    return guarded(" ".join(text.split()))
