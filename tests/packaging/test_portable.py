"""The portable folder starts where nothing but itself is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pypdf
import pytest
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # ships no types

from incident_desk.usecases.self_test import TOLD

ROOT = Path(__file__).resolve().parent.parent.parent
SPEC = ROOT / "packaging" / "pyinstaller" / "incident-desk.spec"
PROGRAM = "incident-desk"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, moved from where it was built to another place."""
    if not shutil.which("objdump"):
        pytest.skip("objdump is not installed: run packaging/test.sh")
    folder = tmp_path_factory.mktemp("portable")
    places = ["--distpath", str(folder), "--workpath", str(folder / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(SPEC)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return (folder / PROGRAM).rename(tmp_path_factory.mktemp("moved") / "to another place")


@pytest.mark.long
def test_that_the_portable_folder_passes_its_self_test(portable: Path, tmp_path: Path) -> None:
    """Nothing of this computer's settings is passed on; packaging/pyinstaller/try-bare.sh goes further."""
    paper = tmp_path / "paper.pdf"
    done = subprocess.run(
        [str(portable / PROGRAM), "--selftest", str(paper)],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert TOLD[0] in pypdf.PdfReader(paper).pages[0].extract_text()


@pytest.mark.long
def test_that_the_portable_folder_tells_nothing_of_where_it_was_built(portable: Path) -> None:
    place = str(ROOT).encode()
    assert [path for path in portable.rglob("*") if path.is_file() and place in path.read_bytes()] == []
    modules = dict(_modules(portable / PROGRAM))
    assert "incident_desk.app" in modules
    assert {name for name, code in modules.items() if code.co_filename.startswith("/")} == set()


def _modules(program: Path) -> Iterator[tuple[str, CodeType]]:
    """The modules packed into the program, which are compressed there."""
    packed = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    for name in packed.toc:
        module = packed.extract(name)
        if isinstance(module, CodeType):
            yield name, module
