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

from incident_desk.domain.journal.entries import Entry
from incident_desk.support.texts import Texts
from incident_desk.usecases.as_of import names_as_of, pack_named
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
from incident_desk.usecases.papers import PaperSize
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.print_papers import draw_entries
from incident_desk.usecases.record_data import data_of, program
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.services import Services
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
        PaperAnswer.JOURNAL_EQUAL,
    }
)  # fmt: skip
_BY_BYTES = {
    LIST_DATA: (PaperAnswer.LIST_EQUAL, PaperAnswer.LIST_UNKNOWN),
    JOURNAL_DATA: (PaperAnswer.JOURNAL_EQUAL, PaperAnswer.JOURNAL_UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """The answer, and what it is about. `number` and `position` are those of the paper, `present` where the record
    stands today, `common` how many entries both have, `changed` the keys of fields and lists that changed since.
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
        self.check = replace(
            self.check, present=len(entries), common=in_common(data, entries),
            breaks=tuple(self.register.verify("record", data.id)) if entries else (),
        )  # fmt: skip
        return self._against(data, entries)

    def _against(self, data: PaperData, entries: Sequence[Entry]) -> PaperCheck:
        then = entries[: data.position]
        if self.check.common < data.position and self._is_of_another_epoch(data, then):
            return self._told(PaperAnswer.OTHER_EPOCH)
        if self.check.common == len(entries) < data.position:
            return self._told(PaperAnswer.NEWER)
        if len(then) < data.position:
            return self._told(PaperAnswer.ALTERED, in_data=(DataDifference("journal", len(then) + 1),))
        names = names_as_of(self.register.queries, then[-1], pack_named(then))
        differences = tuple(data_differences(data, data_of(data.id, then, names.settings)))
        if differences:
            answer = PaperAnswer.REGISTER_DIFFERS if self.printed else PaperAnswer.ALTERED
            return self._told(answer, in_data=differences)
        changed = tuple(changed_keys(data.id, then, entries))
        self.check = replace(self.check, changed=changed)
        return self._pages(data, then, len(entries) > data.position)

    def _is_of_another_epoch(self, data: PaperData, then: Sequence[Entry]) -> bool:
        """Printed before a restore that this register went through, or in a copy that went another way."""
        settings = self.register.queries.settings()
        return data.epoch != (settings.epoch, settings.epoch_id)

    def _pages(self, data: PaperData, then: Sequence[Entry], gone_on: bool) -> PaperCheck:
        if self.printed is not None:
            return self._told(PaperAnswer.AS_OF if gone_on else PaperAnswer.EQUAL)
        paper = self._drawn_anew(data.id, then)
        if hashlib.sha256(paper).hexdigest() == self.file.sha256:
            return self._told(PaperAnswer.AS_OF if gone_on else PaperAnswer.EQUAL)
        found = self.reader.compare(self.file.path, paper, self.while_waiting)
        if not found and not self.file.others:
            if data.program != program():  # pages of this version with data that say another one made them
                mine = DataDifference("register", 0, "program", data.program, program())
                return self._told(PaperAnswer.ALTERED, in_data=(mine,))
            return self._told(PaperAnswer.RESAVED_AS_OF if gone_on else PaperAnswer.RESAVED)
        return self._pages_differ(data, then, tuple(found))

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

    def _drawn_anew(self, record: str, then: Sequence[Entry]) -> bytes:
        """The paper that the file says it is: its language, its size, and whether a read-only copy made it."""
        self.while_waiting()
        size = PaperSize.LETTER if abs(self.file.wide - _LETTER_WIDE) < 2 else PaperSize.A4
        texts = Texts(self.file.language)
        head = self.register.queries.head_covering(record, then[-1].position)
        read_only = set(texts.say("papers.read_only").split()) <= {*chain.from_iterable(self.file.words)}
        return draw_entries(
            self.services, self.register, record, then, Wording(texts), size, head, read_only=read_only
        ).content

    def _told(
        self, answer: PaperAnswer, *, other: str = "", in_data: tuple[DataDifference, ...] = (),
        on_pages: tuple[PageDifference, ...] = (),
    ) -> PaperCheck:  # fmt: skip
        return replace(self.check, answer=answer, other=other, in_data=in_data, on_pages=on_pages)
