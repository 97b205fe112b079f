"""A local register under a passphrase: protected, under another one, or open again.

The whole register is written anew beside its file, checked to the last entry, and takes its place by one renaming:
whatever stops the program, there stands the one or the other. The old file is overwritten before it goes.
"""

from __future__ import annotations

import os
import shutil
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.vocabulary import Role
from incident_desk.support.addresses import is_server
from incident_desk.support.files import link_beside, overwrite_and_remove, put_in_place
from incident_desk.support.register_files import DATABASE, changing, leaving, new_salt, salt_of
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import actor_to_name
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.names import read_names
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import FileKey, LoneFile, Progress, Register
from incident_desk.usecases.recovery_paper import recovery_paper
from incident_desk.usecases.restore import make_durable
from incident_desk.usecases.rows import Presence
from incident_desk.usecases.services import Services
from incident_desk.usecases.stopping import tell
from incident_desk.usecases.unlocking import check_new, key_of

ENCRYPTED, DECRYPTED, CHANGED = "encrypted", "decrypted", "passphrase_changed"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants. `kind` is that of the entry it becomes, `by` the name or id of who orders it, `paper` where
    the new recovery key goes, `folders` where copies of the register may lie.
    """

    kind: str
    address: str
    by: str | None = None
    passphrase: str = field(default="", repr=False)
    paper: Path | None = None
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Protected:
    """The register as it is now, open, and the files that still are as it was."""

    register: Register
    copies: tuple[Path, ...]


def protect(services: Services, order: Order, progress: Progress | None = None) -> Protected:
    """Raises Refused or SurroundingsFailed; then, and where it is stopped, the register is as it was."""
    if is_server(order.address):
        raise SurroundingsFailed("protection_on_server")
    if order.kind != DECRYPTED:
        check_new(order.passphrase)
    path = Path(order.address)
    others = _look(services, order)
    try:
        with _alone(services, order.address, others) as lone, _clean(path):
            _write_anew(services, order, lone, progress)
    except OSError as error:
        raise SurroundingsFailed("file_not_written", name=str(path)) from error
    register = services.open_register(order.address)
    with suppress(SurroundingsFailed):  # it is done; the next close pins it
        pin_head(register, services.data_dir)
    return Protected(register, tuple(_copies(path, order.folders)))


def _look(services: Services, order: Order) -> list[Presence]:
    """Whether this can be ordered at all; gives who else has the register open, as far as they tell."""
    register = services.open_register(order.address)
    try:
        _may(register, order.by)
        if register.read_only:
            raise SurroundingsFailed("register_read_only", name=register.name)
        if register.encrypted == (order.kind == ENCRYPTED):
            raise Refused("protected_already" if register.encrypted else "not_protected")
        me = Presence(services.new_id(), socket.gethostname(), os.getpid(), "", time.time_ns() // 1000)
        others = register.meet(me)
        register.part(me.station)
        return others
    finally:
        register.close()


def _may(register: Register, by: str | None) -> Actor:
    actor = actor_to_name(by, read_names(register.queries))
    actor.must("protection", Role.ADMINISTRATOR)
    return actor


@contextmanager
def _alone(services: Services, address: str, others: Sequence[Presence]) -> Iterator[LoneFile]:
    try:
        with services.alone_with(address) as lone:
            yield lone
    except SurroundingsFailed as trouble:
        if trouble.code != "register_open_elsewhere" or not others:
            raise
        who = ", ".join(sorted({f"{each.who} ({each.host})" if each.who else each.host for each in others}))
        raise SurroundingsFailed("register_open_by", name=Path(address).name, who=who) from None


@contextmanager
def _clean(path: Path) -> Iterator[None]:
    """What is half done is taken away, and not so that somebody could read it."""
    _clear(path)
    try:
        yield
    finally:
        _clear(path)


def _clear(path: Path) -> None:
    with suppress(OSError):  # the folder itself may be what was wrong
        overwrite_and_remove(changing(path))


def _write_anew(services: Services, order: Order, lone: LoneFile, progress: Progress | None) -> None:
    path, salt = Path(order.address), new_salt()
    anew = changing(path)
    key = None if order.kind == DECRYPTED else FileKey(salt, key_of(order.passphrase, salt))
    anew.touch(0o600)  # nobody else reads in it before it is what it shall be
    lone.rewrite(anew, key, _part(progress, 0))
    register = services.open_register(str(anew))
    try:
        _enter(services, register, order)
        _check(register, path.name, _part(progress, 1))
        tell(progress, 1, 1)  # the last time: from here on it is done
        if order.paper is not None and key is not None:
            paper = recovery_paper(register, key.key, path.name, register.queries.clock(), Texts(services.language))
            write_out(order.paper, services.render_recovery(paper), keep=[path])
            order.paper.chmod(0o600)
    finally:
        register.close()
    shutil.copymode(path, anew)
    make_durable(anew)
    link_beside(path, leaving(path))
    lone.let_go()
    put_in_place(anew, path)
    with suppress(OSError):  # done; the next opening tries once more
        overwrite_and_remove(leaving(path))


def _part(progress: Progress | None, half: int) -> Progress:
    """Writing is the first half of it all, checking the second."""

    def told(done: int, of: int) -> bool:
        return progress is None or progress(half * of + done, 2 * of)

    return told


def _enter(services: Services, register: Register, order: Order) -> None:
    actor, op_id = _may(register, order.by), services.new_id()
    chain = register.queries.settings().register_id
    with register.write() as work:
        record = work.lock(SETTINGS, [chain])[chain]
        work.append(record, [EntryDraft(order.kind, {})], actor.id, op_id, work.now())
        work.commit(op_id, {"id": chain})
    register.take_head()


def _check(register: Register, name: str, progress: Progress) -> None:
    asked = []

    def told(done: int, of: int) -> bool:
        asked.append(progress(done, of))
        return asked[-1]

    sound = next(register.verify("full", None, told), None) is None
    if asked and not asked[-1]:
        raise Refused("stopped")
    if not sound:
        raise SurroundingsFailed("protection_not_sound", name=name)


def _copies(path: Path, folders: Sequence[Path]) -> Iterator[Path]:
    """Registers of the same name, as they are copied and kept here, that do not open as this one does now."""
    now, stem = salt_of(path), path.name.removesuffix(".register")
    for folder in dict.fromkeys((path.parent, *folders)):
        with suppress(OSError):
            for each in sorted(folder.iterdir()):
                is_copy = each.name.startswith(stem) and each.name.endswith(".register") and each != path
                if is_copy and each.is_file() and _opens_otherwise(each, now):
                    yield each


def _opens_otherwise(copy: Path, now: bytes | None) -> bool:
    with copy.open("rb") as file:
        plain = file.read(len(DATABASE)) == DATABASE
    return now is not None if plain else salt_of(copy) != now
