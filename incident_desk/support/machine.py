"""Which PC this is, so that a register that was carried to another one is noticed.

The system's own number of the machine, hashed, so that it is told to nobody; and a number of this installation, which
goes where its data folder goes: a program on a stick with its register is at home on every PC.
"""

from __future__ import annotations

import hashlib
import hmac
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from incident_desk.support.files import write_whole

_OURS = b"incident-desk machine"
_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True, slots=True)
class Machine:
    """`name`: as the system calls it, for people."""

    id: str
    installation: str
    name: str


def this_machine(data_dir: Path) -> Machine:
    name = socket.gethostname()
    hashed = hmac.new(_OURS, (_systems_number() or name).encode(), hashlib.sha256).hexdigest()[:32]
    return Machine(hashed, _installation(data_dir), name)


def _systems_number() -> str:
    """Empty where the system tells none."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return _of_macos()
    for path in _LINUX:
        with suppress(OSError, ValueError):
            if found := path.read_text("ascii").strip():
                return found
    return ""


def _of_windows() -> str:
    import winreg

    try:
        place = winreg.OpenKey(  # type: ignore[attr-defined, unused-ignore]
            winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography", 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY  # type: ignore[attr-defined, unused-ignore]
        )  # fmt: skip
        return str(winreg.QueryValueEx(place, "MachineGuid")[0])  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        return ""


def _of_macos() -> str:
    import subprocess

    command = ("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice")
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    found = [line.rpartition("=")[2].strip(' "') for line in told.splitlines() if "IOPlatformUUID" in line]
    return found[0] if found else ""


def _installation(data_dir: Path) -> str:
    """Made once. Where it cannot be kept, the machine alone has to be known again."""
    import uuid

    path = data_dir / "installation"
    with suppress(OSError, ValueError):
        return str(uuid.UUID(path.read_text("ascii").strip()))
    made = str(uuid.uuid4())
    with suppress(OSError):
        write_whole(path, made.encode())
    return made
