"""Which disks are of this PC and which of another machine, on three systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.support.network_drives import (
    is_on_network,
    is_remote,
    is_remote_on_windows,
    kind_at,
    mounts_of_linux,
    mounts_of_mac,
)

LINUX = r"""22 28 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 28 0:35 / /srv/anna/Ward\0403 rw,nosuid shared:20 - cifs //files/ward rw,vers=3.0
41 28 0:36 / /mnt/auto rw shared:21 - autofs systemd-1 rw
42 41 0:37 / /mnt/auto rw shared:22 - nfs4 nas:/export rw
43 28 8:17 / /media/anna/STICK rw,nosuid - fuseblk /dev/sdb1 rw
44 28 0:40 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 28 0:41 / /srv/anna/Private rw - fuse.gocryptfs /srv/anna/.private rw
broken line
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//anna@files/ward on /Volumes/Ward (3) (smbfs, nodev, nosuid, mounted by anna)
/dev/disk5s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
nas:/export on /Volumes/nas (nfs)
"""


@pytest.mark.parametrize(("path", "kind", "remote"), [
    ("/srv/anna/a.register", "ext4", False),
    ("/srv/anna/Ward 3/a.register", "cifs", True),
    ("/srv/anna/Ward 34/a.register", "ext4", False),
    ("/mnt/auto/a.register", "nfs4", True),
    ("/media/anna/STICK/a.register", "fuseblk", False),
    ("/run/user/1000/gvfs/smb-share:server=files/a.register", "fuse.gvfsd-fuse", True),
    ("/srv/anna/Private/a.register", "fuse.gocryptfs", False),
])  # fmt: skip
def test_that_the_innermost_disk_of_linux_decides(path: str, kind: str, remote: bool) -> None:
    assert kind_at(path, mounts_of_linux(LINUX)) == kind
    assert is_remote(kind) is remote


@pytest.mark.parametrize(("path", "kind", "remote"), [
    ("/Applications/a.register", "apfs", False),
    ("/Volumes/Ward (3)/a.register", "smbfs", True),
    ("/Volumes/STICK/a.register", "msdos", False),
    ("/Volumes/nas/a.register", "nfs", True),
])  # fmt: skip
def test_that_the_innermost_disk_of_a_mac_decides(path: str, kind: str, remote: bool) -> None:
    assert kind_at(path, mounts_of_mac(MAC)) == kind
    assert is_remote(kind) is remote


@pytest.mark.parametrize(("path", "remote"), [
    (r"C:\Wards\a.register", False),
    (r"E:\a.register", False),
    (r"Z:\a.register", True),
    (r"\\files\ward\a.register", True),
    (r"\\?\UNC\files\ward\a.register", True),
    (r"\\?\C:\Wards\a.register", False),
    (r"\\?\Z:\a.register", True),
])  # fmt: skip
def test_that_windows_says_which_letter_stands_for_a_share(path: str, remote: bool) -> None:
    kinds = {"C:\\": 3, "E:\\": 2, "Z:\\": 4}  # fixed, removable, remote
    assert is_remote_on_windows(path, lambda root: kinds[root]) is remote


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "vfat", "exfat", "ntfs3", "fuseblk",
                                  "apfs", "hfs", "msdos", "ecryptfs", "fuse.bindfs", "fuse.portal", ""])  # fmt: skip
def test_that_a_medium_of_this_pc_may_be_written(kind: str) -> None:
    assert not is_remote(kind)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afpfs", "davfs", "webdav",
                                  "ceph", "fuse", "fuse.sshfs", "fuse.rclone", "fuse.unheard-of"])  # fmt: skip
def test_that_a_disk_of_another_machine_may_not(kind: str) -> None:
    assert is_remote(kind)


def test_that_the_folder_of_this_test_is_of_this_pc(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "not yet" / "a.register")
