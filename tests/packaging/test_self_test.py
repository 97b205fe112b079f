"""The self-test passes on a whole program, and names what is missing from one that is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from incident_desk.usecases.self_test import TOLD

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program and its resources, to take something away from."""
    folder = tmp_path / "program"
    for name in ("incident_desk", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def self_test(program: Path, paper: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "incident_desk", "--data-dir", "data", "--language", "en", "--selftest", str(paper)],
        cwd=paper.parent,
        env={**os.environ, "PYTHONPATH": str(program), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )


def without(name: str) -> Callable[[Path], None]:
    """Takes a resource away."""
    return lambda program: (program / "resources" / name).unlink()


def unloadable(name: str) -> Callable[[Path], None]:
    """A library in whose place nothing can be loaded."""
    return lambda program: _write(program / f"{name}.py", "raise ImportError")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="ascii")


def test_that_a_whole_program_passes(copy: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    done = self_test(copy, paper)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Self-test passed: {paper}.\n"
    assert all(word in pypdf.PdfReader(paper).pages[0].extract_text() for word in TOLD)


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (without("packs/factory.toml"), "resources/packs"),
        (without("translations/incident_desk_de.qm"), "resources/translations/de"),
        (unloadable("sqlcipher3"), "sqlcipher3"),
        (unloadable("psycopg"), "postgresql"),
        (unloadable("pymysql"), "mariadb"),
    ],
    ids=["pack", "translation", "sqlcipher3", "psycopg", "pymysql"],
)
def test_that_a_missing_part_is_named(copy: Path, damage: Callable[[Path], None], named: str, tmp_path: Path) -> None:
    damage(copy)
    done = self_test(copy, tmp_path / "paper.pdf")
    assert done.returncode == 1
    assert done.stderr == f"This copy of the program is not whole: {named} does not work. Install it again.\n"
    assert not (tmp_path / "paper.pdf").exists()


def test_that_a_missing_system_library_is_told_in_plain_words(copy: Path, tmp_path: Path) -> None:
    trouble = "libGL.so.1: cannot open shared object file: No such file or directory"
    (copy / "PySide6").mkdir()
    _write(copy / "PySide6" / "__init__.py", f"raise ImportError({trouble!r})")
    done = self_test(copy, tmp_path / "paper.pdf")
    assert done.returncode == 1
    assert done.stderr.startswith("The window cannot start: libGL.so.1, a part of the system, is missing here.")
    assert done.stderr.count("\n") == 1
