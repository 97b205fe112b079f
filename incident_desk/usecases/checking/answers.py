"""What a PDF file can turn out to be, and what the answer rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from incident_desk.domain.journal.entries import Entry
from incident_desk.usecases.checking.data import DataDifference
from incident_desk.usecases.checking.files import PageDifference
from incident_desk.usecases.rows import VerifyBreak


class PaperAnswer(StrEnum):
    """What a file is. Those of `HOLDING` are proved; `said` of `told` puts each in words."""

    EQUAL = "equal"  # unchanged, and the record says the same today
    AS_OF = "as_of"  # unchanged, and the record has gone on
    RESAVED = "resaved"  # other bytes; data and pages equal the record, which says the same today
    RESAVED_AS_OF = "resaved_as_of"
    ANONYMISED = "anonymised"  # data and pages equal the record but for their gaps; it says the same today
    ANONYMISED_AS_OF = "anonymised_as_of"
    LIST_EQUAL = "list_equal"  # a list, unchanged since it was printed
    LIST_RESAVED = "list_resaved"  # other bytes; data and pages are those of a list that was printed
    LIST_ALTERED = "list_altered"  # the data are, the pages are not
    JOURNAL_EQUAL = "journal_equal"  # the journal of a record, unchanged since it was printed
    JOURNAL_RESAVED = "journal_resaved"  # other bytes; data and pages equal the journal
    ALTERED = "altered"
    REGISTER_DIFFERS = "register_differs"  # the file is as it was printed; it is the register that says something else
    PAGES_UNPROVED = "pages_unproved"  # the data hold; the pages were made by another version of the program
    ERASED_SINCE = "erased_since"  # the data hold but for what was erased since; the pages cannot be drawn again
    OTHER_RECORD = "other_record"  # the pages are of one record, the data of another
    OTHER_REGISTER = "other_register"
    OTHER_EPOCH = "other_epoch"
    NEWER = "newer"  # it knows entries that the register lacks
    LIST_UNKNOWN = "list_unknown"
    NO_DATA = "no_data"


HOLDING = frozenset(
    {
        PaperAnswer.EQUAL, PaperAnswer.AS_OF, PaperAnswer.RESAVED, PaperAnswer.RESAVED_AS_OF,
        PaperAnswer.ANONYMISED, PaperAnswer.ANONYMISED_AS_OF, PaperAnswer.LIST_EQUAL, PaperAnswer.LIST_RESAVED,
        PaperAnswer.JOURNAL_EQUAL, PaperAnswer.JOURNAL_RESAVED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """The answer, and what it is about. `number` and `position` are those of the paper, `present` where the record
    stands today, `common` how many entries both have, `changed` the keys of fields and lists that changed since,
    `gaps` how many passages the file leaves out, `gaps_more` in how many texts more than the program does by itself.
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
    gaps_more: int = 0
    in_data: tuple[DataDifference, ...] = ()
    on_pages: tuple[PageDifference, ...] = ()
    printed: Entry | None = None
    breaks: tuple[VerifyBreak, ...] = ()

    @property
    def holds(self) -> bool:
        return self.answer in HOLDING and not self.breaks
