"""The wheel holds the program and its resources, and nothing else of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files_below(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_that_the_wheel_holds_every_resource(names: set[str]) -> None:
    resources = files_below("resources")
    assert resources
    assert {f"incident_desk/_resources/{name}" for name in resources} <= names


def test_that_the_wheel_holds_every_module_and_nothing_beside_the_program(names: set[str]) -> None:
    assert {f"incident_desk/{name}" for name in files_below("incident_desk")} <= names
    assert {PurePosixPath(name).parts[0].split("-")[0] for name in names} == {"incident_desk"}


def test_that_the_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ask = "from incident_desk.support.resources import resource_root; print(resource_root())"
    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(told.stdout.strip()) == tmp_path / "incident_desk" / "_resources"
