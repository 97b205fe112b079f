"""Real PostgreSQL and MariaDB servers for one run of the tests, as a person without rights could start them.

    python -m tests.servers run -- COMMAND...

starts both on free ports of this machine, tells COMMAND their addresses in two environment
variables, and ends them with it, whatever happens. The servers that the system may be running
itself are neither used nor touched. A server whose programs are not installed is left out: then
the last line printed names it, and the status is 3 unless COMMAND failed by itself.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pymysql  # type: ignore[import-untyped]  # has no stubs

from tests import databases, display, processes

HOST = "127.0.0.1"
NOT_TESTED = 3
# Programs of the system that single tests use; those tests skip themselves where one is missing.
TOOLS = ("git", "xdotool", "pdftotext", "qpdf", "strace", "faketime", "fusermount3", "objdump", "soffice")


@dataclass(frozen=True)
class Kind:
    """One kind of server: its name, where the tests look for its address, what it needs, how it starts."""

    name: str
    variable: str
    programs: tuple[str, ...]
    start: Callable[[Path], AbstractContextManager[str]]

    @property
    def is_installed(self) -> bool:
        return all(map(_program, self.programs))


def _program(name: str) -> str | None:
    """Servers stand where only root's PATH looks, and Debian keeps PostgreSQL's under its version."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    places = [*os.get_exec_path(), "/usr/sbin", "/usr/local/sbin", *map(str, reversed(versions))]
    return shutil.which(name, path=os.pathsep.join(places))


def _account(preferred: str) -> processes.Account:
    """Servers refuse to run as root; anyone else runs them as themselves."""
    if os.geteuid() != 0:
        return processes.Account()
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get(preferred) or known["nobody"]
    return processes.Account(entry.pw_name, entry.pw_gid, [])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _folder_of(account: processes.Account, folder: Path, **files: str) -> None:
    """Makes the server's folder with small files in it that only its account may read."""
    folder.mkdir(mode=0o700)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="ascii")
    if account.user:
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, account.user, account.group)


def _prepare(command: Sequence[str], folder: Path, account: processes.Account) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        user=account.user,
        group=account.group,
        extra_groups=account.extra_groups,
    )
    if done.returncode:
        raise processes.StartError(f"{command[0]} failed.\n{done.stdout}{done.stderr}")


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL server's administrator. Its data are thrown away, so nothing is synced."""
    account, port, password = _account("postgres"), _free_port(), secrets.token_hex(12)
    _folder_of(account, folder, password=password)
    initdb = (_program("initdb") or "", "-D", "data", "-U", "admin", "-A", "scram-sha-256")
    options = ("--pwfile=password", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    _prepare([*initdb, *options], folder, account)
    server = (_program("postgres") or "", "-D", "data", f"--port={port}", f"--listen-addresses={HOST}")
    settings = ("--unix-socket-directories=", "--fsync=off", "--full-page-writes=off", "--timezone=UTC")
    address = f"postgresql://admin:{password}@{HOST}:{port}"

    def answers() -> bool:
        try:
            psycopg.connect(f"{address}/postgres", connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    log = folder.with_suffix(".log")
    with processes.running(
        [*server, *settings], log=log, folder=folder, account=account, stop_with=signal.SIGQUIT
    ) as process:
        processes.wait_until(answers, process, log)
        yield address


@contextmanager
def _mariadb(folder: Path) -> Iterator[str]:
    """The address of a MariaDB server's administrator, with the character set that Debian gives servers."""
    account, port, password = _account("mysql"), _free_port(), secrets.token_hex(12)
    admin = f"CREATE USER 'admin'@'{HOST}' IDENTIFIED BY '{password}';\n"
    _folder_of(account, folder, start=f"{admin}GRANT ALL ON *.* TO 'admin'@'{HOST}' WITH GRANT OPTION;\n")
    places = ("--no-defaults", f"--datadir={folder}/data")
    _prepare([_program("mariadb-install-db") or "", *places, "--skip-test-db"], folder, account)
    network = (f"--socket={folder}/socket", f"--port={port}", f"--bind-address={HOST}", "--skip-name-resolve")
    settings = ("--character-set-server=utf8mb4", "--secure-timestamp=YES", "--innodb-snapshot-isolation=ON")
    speed = ("--innodb-flush-log-at-trx-commit=0", "--innodb-fast-shutdown=2")
    server = (_program("mariadbd") or "", *places, f"--init-file={folder}/start", *network, *settings, *speed)

    def answers() -> bool:
        try:
            pymysql.connect(host=HOST, port=port, user="admin", password=password, connect_timeout=5).close()
        except pymysql.OperationalError:
            return False
        return True

    log = folder.with_suffix(".log")
    with processes.running(server, log=log, folder=folder, account=account) as process:
        processes.wait_until(answers, process, log)
        yield f"mariadb://admin:{password}@{HOST}:{port}"


KINDS = (
    Kind("PostgreSQL", databases.POSTGRESQL, ("initdb", "postgres"), _postgresql),
    Kind("MariaDB", databases.MARIADB, ("mariadb-install-db", "mariadbd"), _mariadb),
)


def run_with_servers(command: Sequence[str]) -> int:
    environment = dict(os.environ)
    missing = [kind.name for kind in KINDS if not kind.is_installed]
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="incident-desk-servers-")))
        home.chmod(0o711)  # the servers' accounts pass through to their own folders
        for kind in KINDS:
            environment.pop(kind.variable, None)
            if kind.is_installed:
                environment[kind.variable] = stack.enter_context(kind.start(home / kind.name.lower()))
        if display.is_installed():
            environment[display.VARIABLE] = "own"
        else:
            missing.append("the window on a screen")
        missing += [f"what needs {tool}" for tool in TOOLS if not shutil.which(tool)]
        status = processes.run(command, environment)
    if missing:
        sys.stdout.write(f"NOT TESTED: {', '.join(missing)}\n")
    return status or (NOT_TESTED if missing else 0)


if __name__ == "__main__":
    sys.exit(processes.main(__doc__, run_with_servers))
