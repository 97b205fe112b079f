"""Folders that a program copies elsewhere are known by their names, or by what lies in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.support.synchronised_folders import synchronised_by

NAMES = {
    "OneDrive": "OneDrive", "OneDrive - St Brigid": "OneDrive", "OneDrive-Personal": "OneDrive", "Dropbox": "Dropbox",
    "Dropbox (St Brigid)": "Dropbox", "Nextcloud": "Nextcloud", "Nextcloud2": "Nextcloud",
    "Google Drive": "Google Drive", "GoogleDrive-anna@example.org": "Google Drive", "My Drive": "Google Drive",
    "iCloudDrive": "iCloud", "com~apple~CloudDocs": "iCloud", "Documents": "", "Onedriver notes": "", "Boxes": "",
    "Drive": "",
}  # fmt: skip
MARKS = {
    ".dropbox.cache": "Dropbox", ".sync_1a2b.db": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive", ".stfolder": "Syncthing", ".hidden": "",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_that_a_folder_is_known_by_its_name(name: str) -> None:
    assert synchronised_by(Path("/srv/anna") / name / "Ward" / "a.register") == NAMES[name]


@pytest.mark.parametrize("mark", MARKS)
def test_that_a_folder_is_known_by_what_lies_in_it(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    assert synchronised_by(tmp_path / "Ward" / "a.register") == MARKS[mark]
