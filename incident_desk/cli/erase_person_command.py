"""incident-desk erase-person NAME: what the whole register holds of somebody, shown, worded anew, and erased."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.cli.erase_command import declare_why, read_file, tell_left
from incident_desk.cli.how_far import HowFar
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.erasing.erase import Order
from incident_desk.usecases.erasing.everywhere import Everywhere, erase_everywhere, look_everywhere
from incident_desk.usecases.erasing.wording_file import read_wording, wording_file
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.resolving import incident_id

HELP = "erase what the register holds of somebody, after its texts were worded anew"
_ENDING = ".toml"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="somebody on the list of people, or any name")
    parser.add_argument(
        "--words", metavar="NAME", action="append", default=[], help="another name to look for, such as the family name"
    )
    parser.add_argument("--preview", action="store_true", help="list the incidents")
    parser.add_argument("--out", metavar="DIR", help="with --preview: write a file for each to word its texts anew in")
    parser.add_argument("--wording", metavar="DIR", help="the folder of those files: erases")
    declare_why(parser)


def run(given: argparse.Namespace, desk: Desk) -> int:
    desk.acting().must("erase", Role.ADMINISTRATOR)
    with HowFar(desk.texts, "erasure.how_far") as progress:
        found = look_everywhere(desk.register, given.name, given.words, progress)
    if given.wording and not given.preview:
        return _erase(given, desk, found)
    for line in _list(desk, found):
        print(line)
    for look in found.looks if given.out else ():
        write_out(Path(given.out) / f"{look.number}{_ENDING}", wording_file(look, desk.wording()).encode())
    return 0


def _list(desk: Desk, found: Everywhere) -> Iterator[str]:
    yield desk.texts.count("erasure.incidents", len(found.looks))
    for look in found.looks:
        counts = {"texts": len(look.lost.found), "files": sum(file.found for file in look.files)}
        yield "  " + desk.texts.say("erasure.incident_line", number=look.number, **counts)
    if found.pointing:
        name = desk.texts.say("erasure.person", day="...")
        yield desk.texts.count("erasure.pointing", found.pointing, name=name)
    if found.elsewhere:
        yield desk.texts.say("erasure.elsewhere")
    if found.taught:
        yield desk.texts.say("erasure.taught", numbers=", ".join(number for _, number in found.taught))


def _erase(given: argparse.Namespace, desk: Desk, found: Everywhere) -> int:
    orders = dict(_orders(given, desk))
    submitter = desk.submitter()
    with HowFar(desk.texts, "erasure.erasing_how_far") as progress:
        done = erase_everywhere(
            submitter, desk.services.new_id(), found, orders, given.basis, given.reason, progress
        )  # fmt: skip
    for each in done.done:
        print(desk.texts.say("erasure.done", number=each.done.number))
    if done.person:
        print(desk.texts.say("erasure.person_done", name=found.name))
    elif done.left and found.person:
        print(desk.texts.say("erasure.person_waits"))
    for left in done.left:
        print(f"{left.number}: {desk.wording().refusal(left.reason)}")
    tell_left(desk, given.backups)
    return 1 if done.left else 0


def _orders(given: argparse.Namespace, desk: Desk) -> Iterator[tuple[str, Order]]:
    for file in sorted(Path(given.wording).glob(f"*{_ENDING}")):
        number, order = read_wording(read_file(str(file)), given.basis, given.reason)
        yield incident_id(number, desk.register.queries), order
