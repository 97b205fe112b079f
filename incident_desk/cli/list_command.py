"""incident-desk list: incidents, newest first or in another order."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from incident_desk.cli.amounts import none_or_more
from incident_desk.cli.desk import Desk, print_json
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Kind, Priority, Status, Step
from incident_desk.usecases.list_incidents import filter_of, flats, listed
from incident_desk.usecases.names import Names
from incident_desk.usecases.ranked import ranked
from incident_desk.usecases.register.columns import all_columns
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

HELP = "list incidents, newest first or in another order"
_PAGE = 500


def declare(parser: argparse.ArgumentParser) -> None:
    declare_filter(parser)
    parser.add_argument("--filter", metavar="TEXT", help='as in the register, such as: priority: high place: "Ward 3"')
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--sort", metavar="COLUMN[:desc]", help="such as title, priority or next_due:desc")
    order.add_argument("--ranked", action="store_true", help="what is open, in the order to deal with it, and why")
    parser.add_argument("--limit", type=none_or_more, default=50, metavar="N", help="at most so many; 0: all")
    parser.add_argument("--json", action="store_true", help="an array of flat objects")


def declare_filter(parser: argparse.ArgumentParser) -> None:
    """The conditions that lists and list papers share."""
    parser.add_argument("--step", choices=[step.key for step in Step])
    parser.add_argument("--status", choices=[str(status) for status in Status])
    parser.add_argument("--kind", choices=[str(kind) for kind in Kind])
    parser.add_argument("--priority", choices=[str(priority) for priority in Priority])
    parser.add_argument("--department", metavar="NAME", help="name or code of a place; its places count too")
    parser.add_argument("--category", metavar="KEY")
    parser.add_argument("--responsible", metavar="NAME")
    parser.add_argument("--since", metavar="DATE", help="opened on or after this day (2026-11-01)")
    parser.add_argument("--until", metavar="DATE", help="opened before the end of this day")


def run(given: argparse.Namespace, desk: Desk) -> int:
    names = desk.names()
    wanted = filter_of(vars(given), names)
    if given.filter is not None:
        wanted = _with_typed(wanted, given.filter, desk, names)
    if given.ranked:
        return _tell_ranked(wanted, given, desk, names)
    rows = _rows(wanted, given, desk, names)
    if given.json:
        print_json(list(flats(desk.register.queries, rows, names)))
        return 0
    wording = desk.wording()
    for row in rows:
        recorded, stands = wording.recorded(row.opened_at), row.standing[wording.language]
        print(f"{row.number:<18} {recorded:<20} {stands:<16} {row.title}")
    return 0


def _tell_ranked(wanted: IncidentFilter, given: argparse.Namespace, desk: Desk, names: Names) -> int:
    wording = desk.wording()
    found = ranked(desk.register.queries, wording, wanted)[: given.limit or None]
    if given.json:
        told = flats(desk.register.queries, [each.row for each in found], names)
        print_json([{**flat, "why": each.why} for flat, each in zip(told, found, strict=True)])
        return 0
    for each in found:
        print(f"{each.row.number:<18} {each.row.standing[wording.language]:<16} {each.row.title}\n{'':<18} {each.why}")
    return 0


def _with_typed(wanted: IncidentFilter, text: str, desk: Desk, names: Names) -> IncidentFilter:
    """Both the options and the typed filter hold; what is not understood in it is said beside the list."""
    from incident_desk.usecases.register.filter_pieces import narrowed
    from incident_desk.usecases.register.filter_text import read_filter

    read = read_filter(text, names, desk.texts.language, desk.register.queries.clock())
    for problem in read.problems:
        print(problem, file=sys.stderr)
    return narrowed(read.filter, wanted)


def _rows(wanted: IncidentFilter, given: argparse.Namespace, desk: Desk, names: Names) -> Iterator[IncidentRow]:
    limit = given.limit or None
    if given.sort is None:
        return listed(desk.register.queries, wanted, limit)
    return _sorted(wanted, _order(given.sort, names, desk.texts.language), limit, desk)


def _sorted(wanted: IncidentFilter, order: Order, limit: int | None, desk: Desk) -> Iterator[IncidentRow]:
    listing = desk.register.queries.listing(wanted, order)
    end = listing.count if limit is None else min(limit, listing.count)
    for first in range(0, end, _PAGE):
        yield from listing.rows(first, min(_PAGE, end - first))


def _order(said: str, names: Names, language: str) -> Order:
    key, _, way = said.partition(":")
    columns = [column.key for column in all_columns(names) if column.sortable]
    if key not in columns or way not in {"", "asc", "desc"}:
        raise Refused("column_unknown", value=said[:60], options=columns)
    return Order(key, way == "desc", language)
