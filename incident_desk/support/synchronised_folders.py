"""Whether a program copies a folder to the internet and back: it may put an older register in the place of the newer.

Known by the names that these programs give their folders, and by what they keep in them.
"""

from __future__ import annotations

import re
from pathlib import Path

_NAMES = (
    ("OneDrive", r"onedrive([ -].*)?"),
    ("Dropbox", r"dropbox([ -].*)?"),
    ("Nextcloud", r"nextcloud\d*"),
    ("ownCloud", r"owncloud\d*"),
    ("Google Drive", r"google ?drive([ -].*)?|my drive|meine ablage"),
    ("iCloud", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Box", r"box( sync|-box)?"),
    ("pCloud", r"pcloud ?(drive|sync)"),
    ("MEGA", r"mega(sync)?"),
    ("Seafile", r"seafile"),
    ("Syncthing", r"syncthing"),
)
_PATTERNS = [(service, re.compile(pattern, re.IGNORECASE)) for service, pattern in _NAMES]
_MARKERS = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Nextcloud", (".nextcloudsync.log", ".sync_*.db", "._sync_*.db")),
    ("ownCloud", (".owncloudsync.log",)),
    ("Google Drive", (".tmp.driveupload", ".tmp.drivedownload")),
    ("OneDrive", (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
    ("Syncthing", (".stfolder",)),
)


def synchronised_by(path: Path) -> str:
    """The program that does, as people call it; "" where none is known to."""
    folders = path.absolute().parents
    named = (service for folder in folders for service, name in _PATTERNS if name.fullmatch(folder.name))
    marked = (service for folder in folders for service, marks in _MARKERS if _holds(folder, marks))
    return next(named, "") or next(marked, "")


def _holds(folder: Path, marks: tuple[str, ...]) -> bool:
    try:
        return any(next(folder.glob(mark), None) is not None for mark in marks)
    except OSError:  # a folder that nobody may look into
        return False
