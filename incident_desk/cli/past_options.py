"""How a command is told which moment of a record is meant."""

from __future__ import annotations

import argparse

from incident_desk.cli.amounts import one_or_more
from incident_desk.domain.errors import Refused
from incident_desk.usecases.past_moment import PastMoment, moment_of


def declare_moment(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--as-of", metavar="DATE", help="as it stood at the end of this day (2026-03-01)")
    either.add_argument("--entry", type=one_or_more, metavar="N", help="as it stood after this entry of its journal")


def moment_given(given: argparse.Namespace) -> PastMoment | None:
    if given.entry is not None:
        return PastMoment(given.entry)
    if given.as_of is None:
        return None
    moment = moment_of(given.as_of, "--as-of")
    if moment.day is None:
        raise Refused("date_expected", "--as-of", value=given.as_of[:40])
    return moment
