"""Where things lie: settings, drafts, pins, logs. One folder; a portable copy names its own."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "incident-desk"


def data_folder(named: str | None) -> Path:
    """The folder named by --data-dir, else the platform's own. Made when it is not there."""
    if named is not None:
        folder = Path(named)
    elif os.environ.get("INCIDENT_DESK_DATA"):
        folder = Path(os.environ["INCIDENT_DESK_DATA"])
    else:
        from platformdirs import user_data_path

        folder = user_data_path(NAME, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def documents_folder() -> Path:
    """Where a person expects own files."""
    from platformdirs import user_documents_path

    return user_documents_path()
