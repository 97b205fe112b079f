"""One goal on one register. Run as a process, so that none of them inherits windows, caches or a crash of another.

    python -m tests.benchmarks.one_goal GOAL SIZE REGISTER FOLDER KEPT FOUND

FOUND is the file that the findings are put into, pickled, one after the other as they are found.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
import time
from pathlib import Path

from tests.benchmarks.bench import Bench
from tests.benchmarks.registers import services_in
from tests.benchmarks.results import line

# What writes comes last: the copy that it makes drives the register out of the machine's memory.
GOALS = {
    "1": "goal_1_start", "2": "goal_2_memory", "3": "goal_3_list", "4": "goal_4_table", "4-read": "goal_4_model",
    "5": "goal_5_board", "6": "goal_6_search", "9": "goal_9_export", "11": "goal_11_record", "12": "goal_12_servers",
    "verify": "goal_verify", "bytes": "bytes_each", "7": "goal_7_save", "8": "goal_8_import",
    "encrypted": "goal_encrypted",
}  # fmt: skip


def main(goal: str, size: str, *paths: str) -> None:
    register, folder, kept, found = map(Path, paths)
    module = importlib.import_module(f"tests.benchmarks.{GOALS[goal]}")
    start = time.monotonic()
    assert module.__doc__
    about = module.__doc__.partition(":")[2].partition("\n\n")[0].strip()
    print(f"{goal}: {about}", flush=True)
    with found.open("wb", buffering=0) as file:
        for finding in module.measure(Bench(int(size), register, folder, services_in(folder), kept)):
            print(line(finding), flush=True)
            pickle.dump(finding, file)
    print(f"  ({time.monotonic() - start:.0f} s)\n", flush=True)
    os._exit(0)  # windows of two programs that end together are nobody's to measure


if __name__ == "__main__":
    main(*sys.argv[1:])
