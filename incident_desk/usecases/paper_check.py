"""A PDF file held against the register: is it a paper of this register, unchanged, and does the record still say that?

A file is ours when its SHA-256 stands in the access log, or when the paper drawn anew from the journal has the same
bytes. What was saved again by another program is taken apart: the attached data against the record at its position,
then words and picture of each page against the paper drawn anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path

from incident_desk.domain.anonymising import gaps_in
from incident_desk.domain.journal.entries import Entry
from incident_desk.support.texts import Texts
from incident_desk.usecases.paper_data import (
    DataDifference,
    PaperData,
    changed_keys,
    data_differences,
    holds_erased,
    in_common,
    read_data,
)
from incident_desk.usecases.paper_files import JOURNAL_DATA, LIST_DATA, PageDifference, PaperFile, PaperReader
from incident_desk.usecases.papers import PaperSize, Profile
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.print_papers import draw_shown
from incident_desk.usecases.record_data import data_of, program
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.services import Services
from incident_desk.usecases.shown import Shown, shown, with_gaps_of
from incident_desk.usecases.stopping import tell
from incident_desk.usecases.wording import Wording

_LETTER_WIDE = 612.0  # points; A4 is 595
_NUMBER = re.compile(r"[^\s]+-\d{4}-\d{4,}")


class PaperAnswer(StrEnum):
    """What a file is. Those of `HOLDING` are proved; `said` of `paper_check_told` puts each in words."""

    EQUAL = "equal"  # unchanged, and the record says the same today
    AS_OF = "as_of"  # unchanged, and the record has gone on
    RESAVED = "resaved"  # other bytes; data and pages equal the record, which says the same today
    RESAVED_AS_OF = "resaved_as_of"
    ANONYMISED = "anonymised"  # data and pages equal the record but for their gaps; it says the same today
    ANONYMISED_AS_OF = "anonymised_as_of"
    LIST_EQUAL = "list_equal"  # a list, unchanged since it was printed
    JOURNAL_EQUAL = "journal_equal"  # the journal of a record, unchanged since it was printed
    ALTERED = "altered"
    REGISTER_DIFFERS = "register_differs"  # the file is as it was printed; it is the register that says something else
    PAGES_UNPROVED = "pages_unproved"  # the data hold; the pages were made by another version of the program
    ERASED_SINCE = "erased_since"  # the data hold but for what was erased since; the pages cannot be drawn again
    OTHER_RECORD = "other_record"  # the pages are of one record, the data of another
    OTHER_REGISTER = "other_register"
    OTHER_EPOCH = "other_epoch"
    NEWER = "newer"  # it knows entries that the register lacks
    LIST_UNKNOWN = "list_unknown"
    JOURNAL_UNKNOWN = "journal_unknown"
    NO_DATA = "no_data"


HOLDING = frozenset(
    {
        PaperAnswer.EQUAL, PaperAnswer.AS_OF, PaperAnswer.RESAVED, PaperAnswer.RESAVED_AS_OF, PaperAnswer.LIST_EQUAL,
        PaperAnswer.JOURNAL_EQUAL, PaperAnswer.ANONYMISED, PaperAnswer.ANONYMISED_AS_OF,
    }
)  # fmt: skip
_UNCHANGED = (PaperAnswer.EQUAL, PaperAnswer.AS_OF)
_SAVED_AGAIN = (PaperAnswer.RESAVED, PaperAnswer.RESAVED_AS_OF)
_WITH_GAPS = (PaperAnswer.ANONYMISED, PaperAnswer.ANONYMISED_AS_OF)
_BY_BYTES = {
    LIST_DATA: (PaperAnswer.LIST_EQUAL, PaperAnswer.LIST_UNKNOWN),
    JOURNAL_DATA: (PaperAnswer.JOURNAL_EQUAL, PaperAnswer.JOURNAL_UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """The answer, and what it is about. `number` and `position` are those of the paper, `present` where the record
    stands today, `common` how many entries both have, `changed` the keys of fields and lists that changed since,
    `gaps` how many passages the file leaves out.
    `printed` is the entry of the access log that tells when this very file was made. `breaks` are what does not hold
    in the record itself.
    """

    answer: PaperAnswer
    name: str
    record: str = ""
    number: str = ""
    position: int = 0
    present: int = 0
    common: int = 0
    other: str = ""
    changed: tuple[str, ...] = ()
    gaps: int = 0
    in_data: tuple[DataDifference, ...] = ()
    on_pages: tuple[PageDifference, ...] = ()
    printed: Entry | None = None
    breaks: tuple[VerifyBreak, ...] = ()

    @property
    def holds(self) -> bool:
        return self.answer in HOLDING and not self.breaks


def check_paper(services: Services, register: Register, path: Path, progress: Progress | None = None) -> PaperCheck:
    """Reads the file in a process of its own. Writes nothing. How long it takes is not known before: `progress` hears
    (0, 0) many times a second.
    """
    reader = services.paper_reader()
    while_waiting = partial(tell, progress, 0, 0)
    file = reader.read(path, while_waiting)
    printed = register.queries.printing(file.sha256)
    if not file.data_name:
        return PaperCheck(PaperAnswer.NO_DATA, path.name)
    if file.data_name in _BY_BYTES:
        known, unknown = _BY_BYTES[file.data_name]
        return PaperCheck(known if printed else unknown, path.name, printed=printed)
    return _RecordCheck(services, register, reader, file, printed, while_waiting).run()


@dataclass(slots=True)
class _RecordCheck:
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
        self.check = replace(self.check, gaps=gaps_in(data.whole["journal"]))
        return self._against(data, entries, with_gaps_of(data.whole["journal"], whole))

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
        size = PaperSize.LETTER if abs(self.file.wide - _LETTER_WIDE) < 2 else PaperSize.A4
        texts = Texts(self.file.language)
        head = self.register.queries.head_covering(record, then.entries[-1].position)
        read_only = set(texts.say("papers.read_only").split()) <= {*chain.from_iterable(self.file.words)}
        return draw_shown(
            self.services, self.register, record, then, Wording(texts), size, head, read_only=read_only
        ).content

    def _told(
        self, answer: PaperAnswer, *, other: str = "", in_data: tuple[DataDifference, ...] = (),
        on_pages: tuple[PageDifference, ...] = (),
    ) -> PaperCheck:  # fmt: skip
        return replace(self.check, answer=answer, other=other, in_data=in_data, on_pages=on_pages)
