"""What a person sends to whoever looks after the program when it failed: how it is made, and where it is kept.

It holds versions, places in the code and the last lines of the log. No message of an error, nothing of a record, no
name of a register and no folder of the person gets into it: nothing that could is ever put in.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from incident_desk import __version__
from incident_desk.support.logs import last_lines
from incident_desk.support.traces import place_in_code

_LINES, _KEPT, _LONGEST_FAULTS = 20, 10, 20_000  # of the log, reports, bytes of what the interpreter wrote
_FRAME = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d+|\?\?\?) in (?P<name>\S+)')
_HEADING = re.compile(r"(Fatal Python error: |Windows fatal exception: |Current thread |Thread |Extension modules: )")


def report_text(data_dir: Path, errors: Sequence[str], library: str = "", faults: Iterable[str] = ()) -> str:
    """`errors` as `traces` tells them; the same one again is counted. `library`: what draws the window."""
    parts = [f"Incident Desk {__version__}", _system(library)]
    parts += [f"{times} x {error}" if times > 1 else error for error, times in Counter(errors).items()]
    told = "\n".join(faults)
    parts += [told] if told else []
    lines = last_lines(data_dir, _LINES)
    parts += ["\n".join(["Log:", *lines])] if lines else []
    return "\n\n".join(parts) + "\n"


def _system(library: str) -> str:
    import platform

    parts = [f"Python {platform.python_version()}", library, platform.platform()]
    return ", ".join(filter(None, parts))


def faults_told(data_dir: Path, since: int) -> list[str]:
    """What the interpreter wrote as it was killed by a fault, from that byte on; places instead of folders."""
    try:
        with (data_dir / "logs" / "faults.log").open("rb") as file:
            file.seek(since)
            lines = file.read(_LONGEST_FAULTS).decode("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [told for line in lines if (told := _fault(line))]


def _fault(line: str) -> str:
    frame = _FRAME.match(line)
    if frame is not None:
        number = frame["line"]
        return f"  {place_in_code(frame['file'], int(number) if number.isdigit() else None, frame['name'])}"
    return line if _HEADING.match(line) else ""


def keep_report(data_dir: Path, text: str) -> Path:
    """Puts it beside the log, for the owner alone, and takes the oldest away. Raises OSError."""
    folder = data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
        with suppress(OSError):
            old.unlink()
    return target
