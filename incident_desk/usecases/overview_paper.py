"""A paper about many incidents: its data in the file, and the same paper once more from these data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from incident_desk.charts.bars import Chart, Level, Value
from incident_desk.usecases import papers as p
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class Overview:
    """What such a paper says: tables, and lines for a pen at the end. `kind`: see `day_papers`."""

    kind: str
    title: str
    definition: str
    as_of: str
    tables: Sequence[p.TableBlock]
    signatures: p.SignatureBlock | None = None
    charts: Mapping[int, Chart] = field(default_factory=dict)  # by the place of the table that tells the same


def overview_paper(
    overview: Overview, wording: Wording, size: p.PaperSize, house: p.Organisation, head: p.PaperHead | None,
    register: str, *, read_only: bool,
) -> p.OverviewPaper:  # fmt: skip
    signed = (overview.signatures,) if overview.signatures else ()
    data = _data(overview, head, register)
    return p.OverviewPaper(
        house, wording.language, wording.zone_name, size, overview.title, overview.definition, overview.as_of,
        (*_drawn(overview, wording), *signed), data, head, read_only, register,
    )  # fmt: skip


def _drawn(overview: Overview, wording: Wording) -> Iterator[p.Block]:
    """Each table, below the chart of its numbers where it has one."""
    for n, table in enumerate(overview.tables):
        if chart := overview.charts.get(n):
            yield p.DrawingBlock(table.title, chart.draw, table.hint)
            yield replace(table, title=wording.texts.say("insights.in_figures"), hint="")
        else:
            yield table


def overview_again(data: Mapping[str, Any], wording: Wording, size: p.PaperSize, house: p.Organisation, *,
                   read_only: bool) -> p.OverviewPaper:  # fmt: skip
    """The paper that gave these data, for a reader who holds a file against it."""
    head = data["head"]
    signed = [p.SignatureBox(*box) for box in data["signatures"]]
    overview = Overview(
        data["kind"], data["title"], data["definition"], data["as_of"], [_table(each) for each in data["tables"]],
        p.SignatureBlock(tuple(signed)) if signed else None,
        {int(n): _chart(chart) for n, chart in data["charts"].items()},
    )  # fmt: skip
    said = p.PaperHead(head["index"], head["words"]) if head else None
    return overview_paper(overview, wording, size, house, said, data["register"], read_only=read_only)


def _data(overview: Overview, head: p.PaperHead | None, register: str) -> bytes:
    boxes = overview.signatures.boxes if overview.signatures else ()
    content = {
        "register": register, "kind": overview.kind, "title": overview.title, "definition": overview.definition,
        "as_of": overview.as_of, "head": {"index": head.index, "words": head.hash} if head else None,
        "tables": [
            {
                "title": table.title, "columns": [[column.label, column.share] for column in table.columns],
                "rows": [[list(row.cells), str(row.emphasis)] for row in table.rows], "empty": table.empty,
                "hint": table.hint,
            }
            for table in overview.tables
        ],
        "charts": {str(n): asdict(chart) for n, chart in overview.charts.items()},
        "signatures": [[box.label, box.meaning] for box in boxes],
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _table(data: Mapping[str, Any]) -> p.TableBlock:
    columns = tuple(p.Column(label, share) for label, share in data["columns"])
    rows = tuple(p.Row(tuple(cells), p.Emphasis(emphasis)) for cells, emphasis in data["rows"])
    return p.TableBlock(data["title"], columns, rows, data["empty"], data["hint"])


def _chart(data: Mapping[str, Any]) -> Chart:
    values = tuple(Value(**each) for each in data["values"])
    return Chart(data["form"], values, tuple(Level(**each) for each in data["levels"]), tuple(data["together"]))
