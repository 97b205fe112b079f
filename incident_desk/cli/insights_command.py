"""incident-desk insights [KIND]: figures over many incidents, as a table or as JSON."""

from __future__ import annotations

import argparse
import json

from incident_desk.cli.desk import Desk
from incident_desk.usecases.insights import KINDS, MONTHS, Insight, read_insights

HELP = "figures over many incidents: how many, what, where, how long"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "insight_kind", metavar="KIND", nargs="?", choices=KINDS, help=", ".join(KINDS) + "; all if empty"
    )
    parser.add_argument("--months", type=int, choices=MONTHS, default=MONTHS[0], help="whole months up to the last one")
    parser.add_argument("--json", action="store_true")


def run(given: argparse.Namespace, desk: Desk) -> int:
    found = read_insights(desk.register.queries, desk.wording(), given.months)
    wanted = [each for each in found if given.insight_kind in (None, each.kind)]
    if given.json:
        print(json.dumps([_data(each) for each in wanted], ensure_ascii=False, indent=1))
        return 0
    for each in wanted:
        _print(each)
    return 0


def _data(insight: Insight) -> dict[str, object]:
    return {
        "kind": insight.kind, "title": insight.title, "definition": insight.definition, "columns": insight.columns,
        "rows": insight.rows, "warning": insight.warning,
    }  # fmt: skip


def _print(insight: Insight) -> None:
    print(f"{insight.title}\n{insight.definition}")
    lines = [insight.columns, *insight.rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(insight.columns))]
    for line in lines:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print(insight.warning and f"  {insight.warning}\n")
