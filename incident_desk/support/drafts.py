"""Drafts: text being typed, kept on disk outside the register until it is saved there or thrown away."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_desk.support.files import write_whole

_SAFE = re.compile(r"[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody was typing. `subject` is what it belongs to: "report", "incident <id>" or "settings <entry>",
    with who typed it behind where that is known."""

    subject: str
    register_id: str
    person: str
    kept_at: int  # microseconds UTC
    values: dict[str, Any]

    @property
    def record(self) -> str:
        """The id of the incident it belongs to, or "". Who typed it may stand behind that."""
        kind, _, rest = self.subject.partition(" ")
        return rest.partition(" ")[0] if kind == "incident" else ""


class DraftStore:
    """One file per subject and register, written whole, readable by the owner only."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "drafts"

    def keep(self, register_id: str, subject: str, person: str, values: dict[str, Any]) -> Draft:
        """Raises OSError when the disk refuses."""
        draft = Draft(subject, register_id, person, time.time_ns() // 1000, values)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = self._path(register_id, subject)
        kept = {
            "subject": subject, "register_id": register_id, "person": person, "kept_at": draft.kept_at,
            "values": values,
        }  # fmt: skip
        write_whole(target, json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return draft

    def find(self, register_id: str, subject: str) -> Draft | None:
        return _read(self._path(register_id, subject))

    def all(self, register_id: str) -> list[Draft]:
        """The drafts of one register, newest first."""
        try:
            paths = sorted(self._folder.glob("*.json"))
        except OSError:
            return []
        found = [draft for path in paths if (draft := _read(path)) is not None and draft.register_id == register_id]
        return sorted(found, key=lambda draft: draft.kept_at, reverse=True)

    def discard(self, register_id: str, subject: str) -> None:
        self._path(register_id, subject).unlink(missing_ok=True)

    def _path(self, register_id: str, subject: str) -> Path:
        return self._folder / f"{_SAFE.sub('-', register_id)}--{_SAFE.sub('-', subject)}.json"


def _read(path: Path) -> Draft | None:
    try:
        data = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        return Draft(data["subject"], data["register_id"], data["person"], data["kept_at"], data["values"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
