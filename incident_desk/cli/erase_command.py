"""incident-desk erase NUMBER: what an incident holds of somebody is shown, worded anew, and erased."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.cli.encrypt_command import copies
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.erasing.erase import ErasedHere, erase
from incident_desk.usecases.erasing.left import copies_left
from incident_desk.usecases.erasing.look import look
from incident_desk.usecases.erasing.places import said
from incident_desk.usecases.erasing.whole import erase_whole
from incident_desk.usecases.erasing.wording_file import read_wording, wording_file
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.resolving import incident_id

HELP = "erase what an incident holds of somebody, after its texts were worded anew"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", nargs="?", help="number or id")
    parser.add_argument(
        "--words", metavar="NAME", action="append", default=[], help="a name to look for (may be given several times)"
    )
    parser.add_argument("--preview", action="store_true", help="show the texts as a file to word them anew in")
    parser.add_argument("--out", metavar="FILE.toml", help="with --preview: where to write that file")
    parser.add_argument("--wording", metavar="FILE.toml", help="the file with the new wording: erases")
    parser.add_argument("--all", action="store_true", help="erase everything personal, once it need not be kept")
    parser.add_argument("--wipe", action="store_true", help="only take the traces of what was erased before away")
    declare_why(parser)


def declare_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--basis", default="", help="on whose request or by which law, without the name")
    parser.add_argument("--reason", default="", help="why, without the name")
    parser.add_argument(
        "--backups", metavar="PATH", action="append", default=[],
        help="copy, or folder of copies, that may still hold it (may be given several times)",
    )  # fmt: skip


def run(given: argparse.Namespace, desk: Desk) -> int:
    if given.wipe:
        desk.acting().must("erase", Role.ADMINISTRATOR)
        tell_left(desk, given.backups)
        return 0
    if given.number is None:
        raise Refused("argument_missing", command="erase", value="NUMBER")
    if given.all:
        incident = incident_id(given.number, desk.register.queries)
        whole = erase_whole(desk.submitter(), desk.services.new_id(), incident, given.basis, given.reason)
        tell_done(desk, whole, given.backups)
        return 0
    if given.wording and not given.preview:
        return _erase(given, desk)
    found = look(desk.register.queries, given.number, given.words)
    text = wording_file(found, desk.wording())
    if not found.finds:
        print(desk.texts.say("erasure.nothing_found"), file=sys.stderr)
    for place in found.lost.open:
        print(desk.texts.say("erasure.stays", place=said(place, desk.wording())), file=sys.stderr)
    if given.out:
        write_out(Path(given.out), text.encode())
        print(desk.texts.say("cli.report_done", name=given.out))
    else:
        print(text)
    return 0


def _erase(given: argparse.Namespace, desk: Desk) -> int:
    number, order = read_wording(read_file(given.wording), given.basis, given.reason)
    submitter, queries = desk.submitter(), desk.register.queries
    incident = incident_id(given.number, queries)
    if incident != incident_id(number, queries):
        raise Refused("erase_file_of_other", "wording", number=number)
    done = erase(submitter, desk.services.new_id(), incident, order)
    tell_done(desk, done, given.backups)
    return 0


def read_file(name: str) -> str:
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refused("file_unreadable", "wording", name=name) from None


def tell_done(desk: Desk, done: ErasedHere, backups: list[str]) -> None:
    wording = desk.wording()
    print(desk.texts.say("erasure.done", number=done.done.number))
    for place in done.kept:
        print(desk.texts.say("erasure.file_kept", place=said(place, wording)))
    for place in done.open:
        print(desk.texts.say("erasure.stays", place=said(place, wording)))
    tell_left(desk, backups)


def tell_left(desk: Desk, backups: list[str]) -> None:
    """Wipes the file, and names the copies that still hold what was erased."""
    print(desk.texts.say("erasure.wiped" if desk.register.wipe() else "erasure.not_wiped"))
    left = copies_left(desk.register, copies(backups))
    if left:
        print(desk.texts.count("erasure.copies", len(left)))
    for copy in left:
        print(f"  {copy}")
