"""Whether a file lies on another machine: a register must not be written there.

SQLite keeps several writers apart by locks and by memory that they share. Over a network neither can be relied on, and
a register that two PCs write at once is damaged. What lies on a medium of this PC may be written, a stick as well.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import Any

_REMOTE = frozenset({
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "auristorfs", "afpfs", "webdav", "davfs",
    "coda", "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "orangefs", "pvfs2", "ocfs2", "gfs2", "9p",
    "vboxsf", "prl_fs", "macfuse", "osxfuse",
})  # fmt: skip
"""Disks of other machines, those that several machines have at once, and folders that a virtual machine's host lends
it. macFUSE does not say what it stands for."""
_LOCAL_FUSE = frozenset({
    "fuseblk",  # a disk or stick of this PC, such as NTFS and exFAT
    "fuse.ntfs-3g", "fuse.exfat-fuse", "fuse.exfat", "fuse.fuse-ext2", "fuse.apfs-fuse", "fuse.dislocker",  # the same
    "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.ecryptfs", "fuse.securefs", "fuse.veracrypt",  # encrypted here
    "fuse.bindfs", "fuse.mergerfs", "fuse.unionfs", "fuse.fuse-overlayfs", "fuse.unionfs-fuse",  # other folders anew
    "fuse.portal", "fuse.lxcfs",  # what a program in a box of its own sees of this PC
})  # fmt: skip
_OF_NETWORK = 4  # what Windows calls DRIVE_REMOTE
_ESCAPED = re.compile(r"\\([0-7]{3})")
_OF_MAC = re.compile(r"^.* on (/.*) \(([^,)]+)[^)]*\)$")
Mounts = list[tuple[str, str]]  # where, and the kind of file system


def is_on_network(path: Path) -> bool:
    """What nobody can tell counts as a disk of this PC: most are, and somebody wants to work."""
    try:
        if sys.platform == "win32":
            return is_remote_on_windows(str(path.absolute()), _drive_type)
        kind = kind_at(str(path.resolve()), _mounts())
    except (OSError, RuntimeError, subprocess.SubprocessError):
        return False
    return is_remote(kind)


def is_remote(kind: str) -> bool:
    """A file system in a program of its own (FUSE) is most often a service somewhere, so the local ones are listed."""
    return kind in _REMOTE or (kind.startswith("fuse") and kind not in _LOCAL_FUSE)


def kind_at(path: str, mounts: Mounts) -> str:
    """Of the innermost mount that holds the path; of two at one place the later one hides the other."""
    best, found = -1, ""
    for where, kind in mounts:
        inside = path == where or path.startswith(where.rstrip("/") + "/")
        if inside and len(where) >= best:
            best, found = len(where), kind
    return found


def mounts_of_linux(mountinfo: str) -> Mounts:
    """Of /proc/self/mountinfo: the fifth field is where, the first after the dash is the kind."""
    mounts = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:
            mounts.append((_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4]), kinds[0]))
    return mounts


def mounts_of_mac(told: str) -> Mounts:
    """Of the command `mount`."""
    return [(found[1], found[2].strip()) for line in told.splitlines() if (found := _OF_MAC.match(line))]


def is_remote_on_windows(path: str, drive_type: Callable[[str], int]) -> bool:
    """A share by its name, or a letter that stands for one. `\\\\?\\` before either changes nothing."""
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    drive = PureWindowsPath(path.removeprefix("\\\\?\\")).drive
    return drive.startswith("\\\\") or (bool(drive) and drive_type(f"{drive}\\") == _OF_NETWORK)


def _mounts() -> Mounts:
    if sys.platform == "darwin":
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
        return mounts_of_mac(told.stdout)
    return mounts_of_linux(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape"))


def _drive_type(root: str) -> int:
    import ctypes

    windows: Any = ctypes
    return int(windows.windll.kernel32.GetDriveTypeW(root))
