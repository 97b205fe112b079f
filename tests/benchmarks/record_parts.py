"""A paper of the program as plain parts, so that another engine sets the same words."""

from __future__ import annotations

from collections.abc import Sequence

from incident_desk.usecases.papers import (
    AttachmentsBlock,
    Block,
    DrawingBlock,
    FactsBlock,
    JournalBlock,
    MatrixBlock,
    NoticeBlock,
    ProseBlock,
    RecordPaper,
    SignatureBlock,
    TableBlock,
)
from tests.benchmarks.platypus import Part


def parts_of(paper: RecordPaper) -> list[Part]:
    steps = [[box.name, *box.lines, box.missing] for box in paper.steps]
    facts = [[fact.label, fact.value, fact.remark] for fact in paper.facts]
    top: list[Part] = [
        (f"{paper.number} {paper.title}", f"{paper.kind_line} {paper.priority.word}", _even(steps)),
        ("", "", facts),
    ]
    return top + [_part(block) for block in (*paper.sections, *paper.after_sign_off)]


def _part(block: Block) -> Part:
    match block:
        case ProseBlock():
            return block.title, block.text, []
        case FactsBlock():
            return block.title, "", [[fact.label, fact.value] for fact in block.facts]
        case TableBlock():
            heads = [column.label for column in block.columns]
            return block.title, "" if block.rows else block.empty, [heads, *(list(row.cells) for row in block.rows)]
        case NoticeBlock():
            return block.title, "; ".join(block.lines), []
        case DrawingBlock():
            return block.title, "", []
        case MatrixBlock():
            rows = [
                [name, *(cell.score for cell in cells)] for name, cells in zip(block.rows, block.cells, strict=True)
            ]
            return block.title, " ".join(block.reasons), [*rows, ["", *block.columns]]
        case JournalBlock():
            lines = [[line.when, line.who, line.what, line.old, line.new, line.reason] for line in block.lines]
            return block.title, "", lines
        case SignatureBlock():
            boxes = [[box.label, box.meaning, box.name or "", box.when] for box in block.boxes]
            return block.title, "", boxes
        case AttachmentsBlock():
            return block.title, "", [[file.name, file.size, file.added, file.sha256] for file in block.files]


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]
