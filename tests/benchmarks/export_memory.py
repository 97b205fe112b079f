"""How much larger a process gets from its first thousand exported incidents to the last: MiB, on standard output."""

from __future__ import annotations

import resource
import sys
from contextlib import closing
from pathlib import Path

from incident_desk.app import wire
from incident_desk.storage.register import open_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, content_of
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording

FIRST = 1000


def main(register: str, format_: str, target: str) -> None:
    largest: list[int] = []

    def look(done: int, of: int) -> bool:
        if done >= FIRST and not largest:
            largest.append(_largest())
        return True

    services = wire(Path(target).parent, "en")
    with closing(open_register(register)) as opened, opened.snapshot() as queries, Path(target).open("w+b") as file:
        wording = Wording(Texts("en"), read_names(queries))
        content, _ = content_of(queries, Export(ExportFormat(format_), IncidentFilter()), wording, look)
        services.write_export(ExportFormat(format_), content, file)
    print((_largest() - largest[0]) // 1024)


def _largest() -> int:
    """KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:])
