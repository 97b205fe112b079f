"""The first record of a session, with everything that is loaded for it. Run as a process.

python -m tests.benchmarks.record_first program FILE     FILE: a pickled RecordPaper
python -m tests.benchmarks.record_first platypus FILE    FILE: pickled parts of the same, and the font
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path


def main() -> None:
    given = pickle.loads(Path(sys.argv[2]).read_bytes())
    start = time.perf_counter()
    if sys.argv[1] == "program":
        from incident_desk.reports.render import render_record

        content = render_record(given)
    else:
        from tests.benchmarks.platypus import platypus_pdf

        content = platypus_pdf(*given)
    seconds = time.perf_counter() - start
    assert content.startswith(b"%PDF")
    print(seconds)


if __name__ == "__main__":
    main()
