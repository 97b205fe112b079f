"""What a paper says, as plain data: the use case fills it in, `reports` prints it and knows nothing else.

Every text is already in the paper's language and ready to read: times with their zone, names, sentences.
Nothing here says who prints or when; a paper is a function of the record at a journal position.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from incident_desk.charts.drawing import Drawing, Ruler
from incident_desk.domain.vocabulary import Priority


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"


class Profile(StrEnum):
    """For whom a record is printed."""

    FULL = "full"
    ANONYMISED = "anonymised"  # for somebody outside: nobody is named, on the pages and in the data


class StepState(StrEnum):
    DONE = "done"
    CURRENT = "current"
    TO_COME = "to_come"
    SKIPPED = "skipped"


class Emphasis(StrEnum):
    """How a table row speaks: its last cell is the state in words, which is what gets the weight."""

    NORMAL = "normal"
    STRONG = "strong"
    FADED = "faded"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Organisation:
    """The house whose paper it is. `logo` is the bytes of a PNG or JPEG file."""

    name: str
    address: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PriorityMark:
    code: Priority
    word: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class StepBox:
    """One of the five boxes: `lines` say when and who, `missing` what the step still lacks."""

    number: int
    name: str
    state: StepState
    lines: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    remark: str = ""
    missing: bool = False
    wide: bool = False  # takes the whole width, as a text of several lines does


@dataclass(frozen=True, slots=True)
class ProseBlock:
    title: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FactsBlock:
    title: str
    facts: tuple[Fact, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the part of the width this column takes, in proportion to the others."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    emphasis: Emphasis = Emphasis.NORMAL


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows under column heads; `empty` is the sentence that stands there when no row does."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NoticeBlock:
    """What must not be overlooked. Without a title it reads "Still to be completed"."""

    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class DrawingBlock:
    """A chart or diagram; `draw` makes it for a width in points."""

    title: str
    draw: Callable[[float, Ruler], Drawing]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    score: str
    priority: Priority


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """The risk matrix with what happened and what could have; `cells[row][column]`, first row on top."""

    title: str
    row_title: str
    rows: tuple[str, ...]
    column_title: str
    columns: tuple[str, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    actual: tuple[int, int] | None = None
    potential: tuple[int, int] | None = None
    reasons: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One sentence of the journal; a changed value shows as `old` struck through, then `new`."""

    when: str
    who: str
    what: str
    old: str = ""
    new: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JournalBlock:
    title: str
    lines: tuple[JournalLine, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """One signature. Without a name the box is a line for a pen; `entry` is its place in the journal."""

    label: str
    meaning: str
    name: str | None = None
    when: str = ""
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    boxes: tuple[SignatureBox, ...]
    title: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    size: str
    added: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AttachmentsBlock:
    title: str
    files: tuple[Attachment, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A value as it was and as it became, in full; "" where nothing stood or stands."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An entry of the journal, whole; `digits` is how its hash begins, in hex."""

    number: str
    when: str
    who: str
    what: str
    changes: tuple[LedgerChange, ...]
    reason: str
    digits: str


@dataclass(frozen=True, slots=True)
class LedgerBlock:
    title: str
    lines: tuple[LedgerLine, ...]
    hint: str = ""


Block = (
    ProseBlock
    | FactsBlock
    | TableBlock
    | NoticeBlock
    | DrawingBlock
    | MatrixBlock
    | JournalBlock
    | SignatureBlock
    | AttachmentsBlock
)


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The first head of the log that contains what the paper shows."""

    index: int
    hash: str


@dataclass(frozen=True, slots=True)
class FooterFacts:
    """What each page says of itself. `sha256` is the hash (hex) of the data attached to the file."""

    number: str
    entries: tuple[int, int]
    as_of: str
    sha256: str
    head: PaperHead | None = None
    read_only: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """The record of one incident. `data` is the record as canonical JSON, attached to the file."""

    organisation: Organisation
    language: str
    zone: str
    size: PaperSize
    number: str
    title: str
    kind_line: str
    priority: PriorityMark
    steps: tuple[StepBox, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Block, ...]
    footer: FooterFacts
    data: bytes
    after_sign_off: tuple[Block, ...] = ()
    profile: Profile = Profile.FULL


@dataclass(frozen=True, slots=True)
class JournalPaper:
    """The journal of one record, for proof. `notes` stand on a page of their own; `data` is attached to the file."""

    organisation: Organisation
    language: str
    zone: str
    size: PaperSize
    number: str
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[LedgerBlock | TableBlock, ...]
    notes: tuple[ProseBlock, ...]
    footer: FooterFacts
    data: bytes
    access_seen: int = 0  # the entry up to which the access log was read


@dataclass(frozen=True, slots=True)
class StepMark:
    """A cell that shows the five boxes: the step the record is in, in digits 1 to 5, and its name."""

    step: int
    word: str
    concluded: bool = False


ListCell = str | PriorityMark | StepMark


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list of records. `definition` says in words what was filtered for; rows may come from a cursor. `register` is
    the id of the register they stand in.
    """

    organisation: Organisation
    language: str
    zone: str
    size: PaperSize
    title: str
    definition: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[ListCell, ...]]
    as_of: str
    head: PaperHead | None = None
    read_only: bool = False
    remark: str = ""
    empty: str = ""
    register: str = ""
    data_known: Callable[[str], None] = lambda _: None  # hears the SHA-256 (hex) of the data once all rows have passed


@dataclass(frozen=True, slots=True)
class OverviewPaper:
    """What many incidents add up to, as tables. `data` is attached to the file, `digest` its SHA-256 (hex)."""

    organisation: Organisation
    language: str
    zone: str
    size: PaperSize
    title: str
    definition: str
    as_of: str
    sections: tuple[Block, ...]
    data: bytes
    head: PaperHead | None = None
    read_only: bool = False
    register: str = ""
    remark: str = ""

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()
