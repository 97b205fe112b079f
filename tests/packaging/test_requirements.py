"""What pyproject.toml asks for is what every computer installs, by version and hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent.parent
EXTRAS = {"runtime.txt": (), "test.txt": ("test", "build"), "build.txt": ("build",)}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(file: str) -> dict[str, str]:
    """Name and version of each library of a requirements file."""
    text = (ROOT / "packaging" / "requirements" / file).read_text(encoding="utf-8")
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


@pytest.mark.parametrize("file", EXTRAS)
def test_that_each_file_holds_what_is_declared(file: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in EXTRAS[file]:
        wanted += project["optional-dependencies"][extra]
    versions = locked(file)
    for requirement in map(Requirement, wanted):
        if requirement.marker is None or requirement.marker.evaluate():
            version = versions.get(plain(requirement.name), "nothing")
            assert version in requirement.specifier, f"{requirement}: {version}; run: sh packaging/lock.sh"


def test_that_each_file_holds_the_smaller_ones() -> None:
    """The tests and the portable program run with the versions that people install."""
    runtime, build, test = (locked(file).items() for file in ("runtime.txt", "build.txt", "test.txt"))
    assert runtime
    assert runtime < build < test


@pytest.mark.parametrize("file", EXTRAS)
def test_that_every_library_has_a_hash_and_no_address(file: str) -> None:
    text = (ROOT / "packaging" / "requirements" / file).read_text(encoding="utf-8")
    for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert not re.findall(r"^.*(?:://|#|@).*$", text, re.MULTILINE)
