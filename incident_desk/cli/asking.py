"""Passphrases: read from a file, or typed at the terminal unseen. Never an argument, which others can see."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from incident_desk.domain.errors import Refused
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import unlock

T = TypeVar("T")


def asking(services: Services, file: str | None) -> Services:
    """The same services, whose doors to a register ask for its passphrase where one is needed."""

    def unlocked(address: str) -> None:
        unlock(services, address, current(services, address, file))

    return replace(
        services,
        open_register=_opened(services.open_register, unlocked),
        read_register=_opened(services.read_register, unlocked),
        copy_register=_opened_to_copy(services.copy_register, unlocked),
    )


def _opened(door: Callable[[str], T], unlocked: Callable[[str], None]) -> Callable[[str], T]:
    return lambda address: _tried(lambda: door(address), lambda: unlocked(address))


def _opened_to_copy(door: Callable[[str, Path], T], unlocked: Callable[[str], None]) -> Callable[[str, Path], T]:
    return lambda address, target: _tried(lambda: door(address, target), lambda: unlocked(address))


def _tried(work: Callable[[], T], unlocked: Callable[[], None]) -> T:
    try:
        return work()
    except SurroundingsFailed as trouble:
        if trouble.code != "passphrase_needed":
            raise
    unlocked()
    return work()


def current(services: Services, address: str, file: str | None) -> str:
    """The passphrase of a register, or its recovery key."""
    if file is not None:
        return first_line(Path(file))
    return _typed(Texts(services.language).say("cli.passphrase", name=Path(address).name), Path(address).name)


def new(services: Services, address: str, file: str | None) -> str:
    """One that shall protect a register from now on: typed twice."""
    if file is not None:
        return first_line(Path(file))
    texts, name = Texts(services.language), Path(address).name
    passphrase = _typed(texts.say("cli.passphrase_new", name=name), name)
    if passphrase != _typed(texts.say("cli.passphrase_again"), name):
        raise Refused("passphrases_differ", "passphrase")
    return passphrase


def first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline().rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise SurroundingsFailed("file_missing", name=str(file)) from error


def _typed(prompt: str, name: str) -> str:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SurroundingsFailed("passphrase_not_given", name=name)
    return getpass.getpass(f"{prompt} ", stream=sys.stderr)
