"""The paper of a record, held against what the register says of that record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from incident_desk.domain.anonymising import gaps_in
from incident_desk.domain.journal.entries import Entry
from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.data import (
    DataDifference,
    PaperData,
    changed_keys,
    data_differences,
    holds_erased,
    in_common,
    read_data,
)
from incident_desk.usecases.checking.files import PageDifference, PaperFile, PaperReader
from incident_desk.usecases.checking.making import how_made
from incident_desk.usecases.papers import Profile
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_papers import draw_shown
from incident_desk.usecases.record_data import data_of, program
from incident_desk.usecases.services import Services
from incident_desk.usecases.shown import Gaps, Shown, shown, with_gaps_of
from incident_desk.usecases.wording import Wording

_NUMBER = re.compile(r"[^\s]+-\d{4}-\d{4,}")
_UNCHANGED = (PaperAnswer.EQUAL, PaperAnswer.AS_OF)
_SAVED_AGAIN = (PaperAnswer.RESAVED, PaperAnswer.RESAVED_AS_OF)
_WITH_GAPS = (PaperAnswer.ANONYMISED, PaperAnswer.ANONYMISED_AS_OF)


@dataclass(slots=True)
class RecordCheck:
    """One record paper."""

    services: Services
    register: Register
    reader: PaperReader
    file: PaperFile
    printed: Entry | None
    while_waiting: Callable[[], None]
    check: PaperCheck = field(init=False)

    def __post_init__(self) -> None:
        self.check = PaperCheck(PaperAnswer.ALTERED, self.file.path.name, printed=self.printed)

    def run(self) -> PaperCheck:
        data = read_data(self.file.data)
        if data is None:
            return self._told(PaperAnswer.ALTERED, in_data=(DataDifference("form"),))
        self.check = replace(self.check, record=data.id, number=data.number, position=data.position)
        settings = self.register.queries.settings()
        if data.register != settings.register_id:
            return self._told(PaperAnswer.OTHER_REGISTER, other=data.register)
        entries = self.register.queries.entries(data.id)
        whole = shown(self.register.queries, entries[: data.position]) if entries else None
        if whole is None or data.profile is Profile.FULL:
            return self._against(data, entries, whole)
        return self._against(data, entries, self._with_gaps(data, whole, entries[: data.position]))

    def _with_gaps(self, data: PaperData, whole: Shown, entries: Sequence[Entry]) -> Shown:
        """A file that the access log knows is what was printed. Any other has to leave out what this program would;
        what another version of it would is not known.
        """
        known = self.printed is not None or data.program != program()
        least = None if known else shown(self.register.queries, entries, Gaps())
        then = with_gaps_of(data.whole["journal"], whole, least)
        more = sum(
            mine.data[key] != theirs.data[key]
            for mine, theirs in zip(then.entries, least.entries if least else (), strict=False) for key in mine.data
        )  # fmt: skip
        self.check = replace(self.check, gaps=sum(gaps_in(entry.data) for entry in then.entries), gaps_more=more)
        return then

    def _against(self, data: PaperData, entries: Sequence[Entry], then: Shown | None) -> PaperCheck:
        """`then`: what a paper of that profile shows of the record, as far as it has come; None: there is none."""
        self.check = replace(
            self.check, present=len(entries), common=in_common(data, then.entries) if then else 0,
            breaks=tuple(self.register.verify("record", data.id)) if entries else (),
        )  # fmt: skip
        if self.check.common < data.position and self._is_of_another_epoch(data):
            return self._told(PaperAnswer.OTHER_EPOCH)
        if then is None or self.check.common == len(entries) < data.position:
            return self._told(PaperAnswer.NEWER)
        if len(then.entries) < data.position:
            return self._told(PaperAnswer.ALTERED, in_data=(DataDifference("journal", len(then.entries) + 1),))
        return self._data(data, entries, then)

    def _data(self, data: PaperData, entries: Sequence[Entry], then: Shown) -> PaperCheck:
        wanted = data_of(data.id, then.entries, then.names.settings, then.profile)
        differences = tuple(data_differences(data, wanted))
        if differences:
            answer = PaperAnswer.REGISTER_DIFFERS if self.printed else PaperAnswer.ALTERED
            return self._told(answer, in_data=differences)
        changed = tuple(changed_keys(data.id, entries[: data.position], entries))
        self.check = replace(self.check, changed=changed)
        return self._pages(data, then, gone_on=len(entries) > data.position)

    def _is_of_another_epoch(self, data: PaperData) -> bool:
        """Printed before a restore that this register went through, or in a copy that went another way."""
        settings = self.register.queries.settings()
        return data.epoch != (settings.epoch, settings.epoch_id)

    def _pages(self, data: PaperData, then: Shown, *, gone_on: bool) -> PaperCheck:
        full = then.profile is Profile.FULL
        unchanged = (_UNCHANGED if full else _WITH_GAPS)[gone_on]
        if self.printed is not None:
            return self._told(unchanged)
        paper = self._drawn_anew(data.id, then)
        if hashlib.sha256(paper).hexdigest() == self.file.sha256:
            return self._told(unchanged)
        found = self.reader.compare(self.file.path, paper, self.while_waiting)
        if not found and not self.file.others:
            if data.program != program():  # pages of this version with data that say another one made them
                mine = DataDifference("register", 0, "program", data.program, program())
                return self._told(PaperAnswer.ALTERED, in_data=(mine,))
            return self._told((_SAVED_AGAIN if full else _WITH_GAPS)[gone_on])
        return self._pages_differ(data, then.entries, tuple(found))

    def _pages_differ(
        self, data: PaperData, then: Sequence[Entry], found: tuple[PageDifference, ...]
    ) -> PaperCheck:  # fmt: skip
        other = self._number_on_pages(data.number)
        if other:
            return self._told(PaperAnswer.OTHER_RECORD, other=other)
        if holds_erased(data, then):
            return self._told(PaperAnswer.ERASED_SINCE)
        if data.program != program():
            return self._told(PaperAnswer.PAGES_UNPROVED, other=data.program)
        added = tuple(PageDifference("attached", file=name) for name in self.file.others)
        return self._told(PaperAnswer.ALTERED, on_pages=(*found, *added))

    def _number_on_pages(self, number: str) -> str:
        """The number of another record of this register, where the pages name that one throughout and never this."""
        pages = [set(page) for page in self.file.words]
        if not pages or any(number in page for page in pages):
            return ""
        named = set.intersection(*({word for word in page if _NUMBER.fullmatch(word)} for page in pages))
        return next((each for each in sorted(named) if self.register.queries.find_incident(each)), "")

    def _drawn_anew(self, record: str, then: Shown) -> bytes:
        """The paper that the file says it is: its language, its size, and whether a read-only copy made it."""
        self.while_waiting()
        made = how_made(self.file)
        head = self.register.queries.head_covering(record, then.entries[-1].position)
        return draw_shown(
            self.services, self.register, record, then, Wording(made.texts), made.size, head, read_only=made.read_only
        ).content

    def _told(
        self, answer: PaperAnswer, *, other: str = "", in_data: tuple[DataDifference, ...] = (),
        on_pages: tuple[PageDifference, ...] = (),
    ) -> PaperCheck:  # fmt: skip
        return replace(self.check, answer=answer, other=other, in_data=in_data, on_pages=on_pages)
