"""incident-desk stations: which PCs sign the end of the log; enrol this one, withdraw one, sign now."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.asking import first_line
from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.list_incidents import iso
from incident_desk.usecases.stations import Signing, enrol, signing, unlock_station, withdraw

HELP = "PCs that sign what is written with a key that lies outside the register: list, enrol, withdraw"


def declare(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--enrol", metavar="NAME", help="let this PC sign from now on, under this name")
    what.add_argument("--withdraw", metavar="NAME", help="what this PC signs from now on counts no more")
    what.add_argument("--sign", action="store_true", help="sign now; with a key under a passphrase, name its file too")
    parser.add_argument(
        "--key-passphrase-file", metavar="FILE",
        help="keep the key under a passphrase, the first line of this file; without it the system's keyring keeps it",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    register, data_dir = desk.register, desk.services.data_dir
    passphrase = first_line(Path(given.key_passphrase_file)) if given.key_passphrase_file else ""
    if given.enrol is not None:
        enrol(desk.services, register, desk.acting(), given.enrol, passphrase)
    elif given.withdraw is not None:
        withdraw(desk.services, register, desk.acting(), given.withdraw)
    elif given.sign:
        register.take_head()
        unlock_station(register, data_dir, passphrase)
    _tell(given, desk, signing(register, data_dir))
    return 0


def _tell(given: argparse.Namespace, desk: Desk, now: Signing) -> None:
    if given.json:
        print_json(_document(now))
        return
    texts = desk.texts
    if not now.stations:
        print(texts.say("stations.none"))
    for each in now.stations:
        told = "stations.one" if each.last_index is None else "stations.one_withdrawn"
        print(texts.say(told, name=each.name, public=each.public_key.hex(), index=each.last_index))
    if now.newest is not None:
        print(texts.say(
            "stations.newest" if now.sound else "stations.newest_unsound", name=now.signer,
            index=now.newest.head.index, when=desk.wording().moment(now.newest.signed_at),
        ))  # fmt: skip


def _document(now: Signing) -> dict[str, object]:
    newest = now.newest
    return {
        "stations": [
            {"id": each.id, "name": each.name, "public_key": each.public_key.hex(), "last_index": each.last_index}
            for each in now.stations
        ],
        "this_pc": now.here.id if now.here else None,
        "locked": now.locked,
        "newest": newest and {
            "station": newest.station, "index": newest.head.index, "hash": newest.head.hash.hex(),
            "signed_at": iso(newest.signed_at), "signature": newest.signature.hex(), "holds": now.sound,
        },
    }  # fmt: skip
