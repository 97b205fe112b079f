"""A list or an overview as a paper. Its rows are kept nowhere, but the access log knows the hash of their data: where
the data are those, the pages can be drawn from them once more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import Entry
from incident_desk.usecases.as_of import names_as_of
from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.files import OVERVIEW_DATA, PageDifference, PaperFile, PaperReader
from incident_desk.usecases.checking.making import how_made
from incident_desk.usecases.list_paper import list_again
from incident_desk.usecases.overview_paper import overview_again
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import organisation
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class ListCheck:
    services: Services
    register: Register
    reader: PaperReader
    file: PaperFile
    printed: Entry | None
    while_waiting: Callable[[], None]

    def run(self) -> PaperCheck:
        if self.printed is not None:
            return self._told(PaperAnswer.LIST_EQUAL)
        queries = self.register.queries
        data = _read(self.file.data)
        if data is not None and data.get("register") != queries.settings().register_id:
            return self._told(PaperAnswer.OTHER_REGISTER)
        made = queries.printing(hashlib.sha256(self.file.data).hexdigest()) if data is not None else None
        if data is None or made is None:
            return self._told(PaperAnswer.LIST_UNKNOWN)
        return self._pages(data, made)

    def _pages(self, data: Mapping[str, Any], entry: Entry) -> PaperCheck:
        found = self.reader.compare(self.file.path, self._drawn_anew(data, entry), self.while_waiting)
        added = [PageDifference("attached", file=name) for name in self.file.others]
        if found or added:
            return PaperCheck(PaperAnswer.LIST_ALTERED, self.file.path.name, on_pages=(*found, *added))
        return self._told(PaperAnswer.LIST_RESAVED)

    def _drawn_anew(self, data: Mapping[str, Any], entry: Entry) -> bytes:
        self.while_waiting()
        made, names = how_made(self.file), names_as_of(self.register.queries, entry)
        house = organisation(self.register, names.settings)
        wording = Wording(made.texts, names)
        if self.file.data_name == OVERVIEW_DATA:
            again = overview_again(data, wording, made.size, house, read_only=made.read_only)
            return self.services.render_overview(again)
        return self.services.render_list(list_again(data, wording, made.size, house, read_only=made.read_only))

    def _told(self, answer: PaperAnswer) -> PaperCheck:
        return PaperCheck(answer, self.file.path.name, printed=self.printed)


def _read(content: bytes) -> Mapping[str, Any] | None:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
