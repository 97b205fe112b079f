"""What can be asked for, and one door through which every command runs and every failure is told."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from incident_desk import __version__
from incident_desk.domain.errors import Refused
from incident_desk.usecases.errors import SurroundingsFailed

if TYPE_CHECKING:
    from incident_desk.cli.desk import Desk
    from incident_desk.support.texts import Texts
    from incident_desk.usecases.services import Services

COMMANDS = (
    "new", "demo", "info", "list", "show", "compare", "history", "find-names", "insights", "similar", "access",
    "search", "apply", "commands",
    "import", "export", "report", "reports", "verify", "backup", "restore", "upgrade", "encrypt", "passphrase",
    "decrypt", "erase", "erase-person", "retention", "stations", "move-here", "packs", "screenshots", "selftest",
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False)
    _shared(everywhere, argparse.SUPPRESS)
    top = argparse.ArgumentParser(
        prog="incident-desk",
        description="An incident register in five guided steps. Without a command the window opens.",
    )
    _shared(top, None)
    top.add_argument("--version", action="version", version=f"Incident Desk {__version__}")
    top.add_argument("--selftest", metavar="FILE", help=argparse.SUPPRESS)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        module = _module(name)
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP, parents=[everywhere])
        module.declare(sub)
    return top


def _module(command: str) -> ModuleType:
    return import_module(f"incident_desk.cli.{command.replace('-', '_')}_command")


def _shared(target: argparse.ArgumentParser, default: object) -> None:
    target.add_argument(
        "-r", "--register", metavar="REF", default=default,
        help="register: path of a file (*.register), or an address (postgresql://, mariadb://)",
    )  # fmt: skip
    target.add_argument(
        "--passphrase-file", metavar="FILE", default=default,
        help="file whose first line is the passphrase or recovery key of an encrypted register",
    )  # fmt: skip
    target.add_argument(
        "--read-only", action="store_true", default=False if default is None else default,
        help="open the register for reading alone, such as one on a network drive",
    )  # fmt: skip
    target.add_argument("--data-dir", metavar="DIR", default=default, help="folder of settings, drafts and logs")
    target.add_argument("--as", dest="acting", metavar="NAME", default=default, help="the person who acts")
    target.add_argument("--language", choices=("en", "de"), default=default, help="language of messages and papers")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    given = _for_window(argv) or parser().parse_args(argv)
    if given.selftest:
        given.command, given.file = "selftest", given.selftest
    return given


def _for_window(argv: Sequence[str]) -> argparse.Namespace | None:
    """What was asked for when it is the window, which need not wait until sixteen commands are loaded."""
    only_shared = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _shared(only_shared, None)
    try:
        given, rest = only_shared.parse_known_args(argv)
    except argparse.ArgumentError:
        return None
    given.command, given.selftest = None, None
    return None if rest else given


def run(given: argparse.Namespace, services: Services) -> int:
    """Runs one command."""
    from incident_desk.cli.asking import asking
    from incident_desk.cli.desk import Desk

    _write_utf8()
    desk = Desk(asking(services, given.passphrase_file), given.register, given.acting)
    module = _module(given.command)
    try:
        return guarded(services.language, lambda: module.run(given, desk), desk)
    finally:
        desk.close()


def _write_utf8() -> None:
    """Whatever the system prefers for files and pipes: JSON is UTF-8, and names hold any letter."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def guarded(language: str, work: Callable[[], int], desk: Desk | None = None) -> int:
    """What a user can cause is told in one sentence on standard error, status 1; never a traceback."""
    try:
        status = work()
        sys.stdout.flush()
    except (Refused, SurroundingsFailed) as failure:
        return _told(_in_words(failure, language, desk))
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe went away; nobody is left to tell
        return 1
    except KeyboardInterrupt:
        return _told(_texts(language).say("cli.stopped"))
    return status


def _in_words(failure: Refused | SurroundingsFailed, language: str, desk: Desk | None) -> str:
    from incident_desk.usecases.wording import Wording

    wording = desk.wording() if desk is not None else Wording(_texts(language), None)
    return wording.refusal(failure) if isinstance(failure, Refused) else wording.trouble(failure)


def _texts(language: str) -> Texts:
    from incident_desk.support.texts import Texts

    return Texts(language)


def _told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
