"""python -m incident_desk: the window, or a command."""

from __future__ import annotations

import sys


def main() -> int:
    """Entry point of the `incident-desk` command. The program starts itself once more to read files of others."""
    if sys.argv[1:2] == ["sheet-worker"]:
        from incident_desk.files.sheets.worker import serve

        return serve(int(sys.argv[2]))
    if sys.argv[1:2] == ["paper-worker"]:
        from incident_desk.files.papers.worker import serve as serve_papers

        return serve_papers(int(sys.argv[2]))
    from incident_desk.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
