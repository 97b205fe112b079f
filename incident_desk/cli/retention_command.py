"""incident-desk retention: how long incidents are kept, and which need not be kept any more."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.list_incidents import iso
from incident_desk.usecases.retention import due_list, kept_until
from incident_desk.usecases.rows import DueToGo

HELP = "how long incidents are kept, and which need not be kept any more"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--due", action="store_true", help="what need not be kept any more; nothing goes by itself")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    if not given.due:
        return _rules(given, desk)
    rows = due_list(desk.register)
    if given.json:
        print_json([_document(row, desk) for row in rows])
        return 0
    for row in rows:
        held = desk.texts.say("erasure.held") if row.held else ""
        print(f"{row.number:<18} {_until(row, desk)}  {row.title}  {held}".rstrip())
    return 0


def _rules(given: argparse.Namespace, desk: Desk) -> int:
    names = desk.names()
    if given.json:
        print_json(dict(names.settings.retention))
        return 0
    for key, years in names.settings.retention.items():
        called = names.category(key, desk.texts.language) if key else desk.texts.say("erasure.other_categories")
        print(desk.texts.count("erasure.kept_for", years, category=called))
    if not names.settings.retention:
        print(desk.texts.say("erasure.no_rules"))
    return 0


def _until(row: DueToGo, desk: Desk) -> str:
    return str(kept_until(desk.names().settings, row.category, row.concluded_at))


def _document(row: DueToGo, desk: Desk) -> dict[str, object]:
    return {
        "id": row.id, "number": row.number, "title": row.title, "category": row.category or None,
        "concluded_at": iso(row.concluded_at), "kept_until": _until(row, desk), "legal_hold": row.held,
    }  # fmt: skip
