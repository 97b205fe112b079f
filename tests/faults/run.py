"""Runs the tests with everything that is long, and prints what was tried and what was found.

    python -m tests.faults.run [ARGUMENTS FOR PYTEST]

Ends with the status of the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.faults import figures

LONGEST = "14400"  # seconds for one test


def main(arguments: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="incident-desk-figures-") as folder:
        environment = {**os.environ, "HYPOTHESIS_PROFILE": "long", figures.FOLDER: folder}
        command = [sys.executable, "-m", "pytest", "--timeout", LONGEST, *arguments]
        try:
            return subprocess.run(command, env=environment, check=False).returncode
        finally:  # also where somebody has seen enough
            print(f"\n{figures.table(Path(folder))}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
