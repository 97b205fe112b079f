"""The portable folder starts where nothing but itself is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SPEC = ROOT / "packaging" / "pyinstaller" / "incident-desk.spec"


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("objdump"):
        pytest.skip("objdump is not installed: run packaging/test.sh")
    folder = tmp_path_factory.mktemp("portable")
    places = ["--distpath", str(folder), "--workpath", str(folder / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(SPEC)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "incident-desk"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_the_portable_folder_makes_a_register_and_a_paper(portable: Path, tmp_path: Path) -> None:
    """Nothing of this computer's settings is passed on; packaging/pyinstaller/try-bare.sh goes further."""
    moved = portable.rename(tmp_path / "moved to another place")
    paper = tmp_path / "paper.pdf"
    done = subprocess.run(
        [str(moved / "incident-desk"), "--selftest", str(paper)],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert pypdf.PdfReader(paper).pages[0].extract_text().strip()
