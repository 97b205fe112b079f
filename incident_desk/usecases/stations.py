"""Stations: PCs that an administrator enrolled, and that sign from then on how far the log has come.

The key lies on the PC and never in the register. So whoever gets hold of the register alone, and works out every hash
anew, cannot sign in the station's name.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.journal.signed_heads import SignedHead, Station, said_station, stations_of
from incident_desk.domain.records import pairs
from incident_desk.domain.values import clean_text
from incident_desk.domain.vocabulary import Role
from incident_desk.support import station_keys
from incident_desk.support.signing import holds, new_private_key, public_key_of, sign
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import check_new

log = logging.getLogger("incident_desk.stations")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Signing:
    """How a register is signed. `here`: the station that this PC is. `locked`: its passphrase was not entered yet.
    `newest` is the last head that anybody signed, `sound` whether its signature is that of an enrolled station.
    """

    stations: tuple[Station, ...]
    here: Station | None
    locked: bool
    newest: SignedHead | None
    sound: bool

    @property
    def signer(self) -> str:
        """The name of the station that signed last."""
        return next((each.name for each in self.stations if self.newest and each.id == self.newest.station), "")


def signing(register: Register, data_dir: Path) -> Signing:
    settings, newest = register.queries.settings(), register.queries.newest_signed()
    stations = stations_of(settings.stations)
    enrolled = station_keys.enrolled_here(data_dir, settings.register_id)
    here = stations.get(enrolled.station) if enrolled else None
    locked = bool(enrolled and enrolled.in_file and station_keys.key_of(data_dir, enrolled) is None)
    by = stations.get(newest.station) if newest else None
    sound = bool(by and newest and holds(by.public_key, newest.note(settings.register_id), newest.signature))
    active = here if here is not None and here.last_index is None else None
    return Signing(tuple(stations.values()), active, locked and active is not None, newest, sound)


# --- enrolling ---


def enrol(services: Services, register: Register, actor: Actor, name: str, passphrase: str = "") -> Station:
    """Makes this PC a station. Without a passphrase its key goes into the system's keyring; where there is none, one
    is asked for (Refused "station_needs_passphrase").
    """
    actor.must("stations", Role.ADMINISTRATOR)
    name = clean_text(name, LONGEST_NAME, "name").strip()
    if not name:
        raise Refused("name_missing", "name")
    if register.read_only:
        raise SurroundingsFailed("register_read_only", name=register.name)
    now = signing(register, services.data_dir)
    if now.here is not None:
        raise Refused("station_enrolled_already", "name")
    if name in {each.name for each in now.stations}:
        raise Refused("station_name_taken", "name", value=name)
    private, id_ = new_private_key(), services.new_id()
    _keep(services.data_dir, register.queries.settings().register_id, id_, private, passphrase)
    station = Station(id_, name, public_key_of(private))
    _enter(services, register, actor, "station_enrolled", {id_: station})
    register.take_head()
    sign_head(register, services.data_dir)
    return station


def _keep(data_dir: Path, register_id: str, station: str, private: bytes, passphrase: str) -> None:
    try:
        if not passphrase:
            if not station_keys.keep_in_keyring(data_dir, register_id, station, private):
                raise Refused("station_needs_passphrase", "passphrase")
            return
        check_new(passphrase)
        station_keys.keep_in_file(data_dir, register_id, station, private, passphrase)
    except OSError as error:
        raise SurroundingsFailed("folder_not_writable", name=str(data_dir)) from error


def withdraw(services: Services, register: Register, actor: Actor, name: str) -> Station:
    """The station signs no more; what it signed until now goes on counting."""
    actor.must("stations", Role.ADMINISTRATOR)
    settings = register.queries.settings()
    found = [
        each for each in stations_of(settings.stations).values()
        if name in (each.name, each.id) and each.last_index is None
    ]  # fmt: skip
    if not found:
        raise Refused("station_unknown", "name", value=name[:LONGEST_NAME])
    head = register.take_head()
    station = replace(found[-1], last_index=head.index)
    _enter(services, register, actor, "station_withdrawn", {station.id: station})
    enrolled = station_keys.enrolled_here(services.data_dir, settings.register_id)
    if enrolled is not None and enrolled.station == station.id:
        try:
            station_keys.forget(services.data_dir, settings.register_id)
        except OSError:
            log.warning("the key of a station that was withdrawn could not be taken away")
    return station


def _enter(services: Services, register: Register, actor: Actor, kind: str, changed: Mapping[str, Station]) -> None:
    chain, op_id = register.queries.settings().register_id, services.new_id()
    with register.write() as work:
        record = work.lock(SETTINGS, [chain])[chain]
        stations: dict[str, Any] = dict(record.values.get("stations") or {})
        stations |= {id_: said_station(station) for id_, station in changed.items()}
        draft = EntryDraft(kind, pairs(record.values, {"stations": stations}))
        work.append(record, [draft], actor.id, op_id, work.now())
        work.commit(op_id, {"id": chain})


# --- signing ---


def unlock_station(register: Register, data_dir: Path, passphrase: str) -> None:
    """Lets this PC sign until the program ends. Refused where the passphrase is another one."""
    enrolled = station_keys.enrolled_here(data_dir, register.queries.settings().register_id)
    try:
        fits = enrolled is not None and station_keys.unlock(data_dir, enrolled, passphrase)
    except OSError as error:
        raise SurroundingsFailed("station_key_gone") from error
    if not fits:
        raise Refused("passphrase_not_of_station", "passphrase")
    sign_head(register, data_dir)


def sign_head(register: Register, data_dir: Path) -> None:
    """Signs the end of the log where this PC may and has not yet. Nobody who works waits for it, or fails by it."""
    settings = register.queries.settings()
    enrolled = station_keys.enrolled_here(data_dir, settings.register_id)
    if enrolled is None or register.read_only:
        return
    station = stations_of(settings.stations).get(enrolled.station)
    private = station_keys.key_of(data_dir, enrolled) if station and station.last_index is None else None
    if private is None:
        return
    head = register.queries.head()
    last = register.queries.last_signed_by(enrolled.station, settings.epoch)
    if not head.index or (last is not None and last.head.index >= head.index):
        return
    serial = last.serial + 1 if last is not None else 1
    unsigned = SignedHead(head, enrolled.station, settings.epoch, serial, register.queries.clock())
    signature = sign(private, unsigned.note(settings.register_id))
    try:
        register.add_signed_head(replace(unsigned, signature=signature))
    except SurroundingsFailed:
        log.warning("a head of the log could not be signed")  # the next one covers what this one would have
