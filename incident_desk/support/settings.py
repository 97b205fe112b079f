"""Settings of this PC: which register, how the window looks, where backups go. One TOML file, typed, versioned."""

from __future__ import annotations

import json
import logging
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from incident_desk.support.addresses import without_password
from incident_desk.support.files import write_whole

log = logging.getLogger("incident_desk.settings")
VERSION = 1
_FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class PcSettings:
    """What this PC remembers. Nothing of a register's contents is among it, but for what people typed as filters."""

    last_register: str = ""
    known_registers: list[str] = field(default_factory=list)
    last_person: dict[str, str] = field(default_factory=dict)  # register id -> person id
    language: str = ""  # "" follows the system
    scheme: str = "system"  # system | light | dark
    zoom: int = 100
    motion: bool = True
    backup_folders: dict[str, str] = field(default_factory=dict)  # register id -> folder
    window: dict[str, int] = field(default_factory=dict)  # x, y, width, height
    papers_folder: str = ""  # where the last paper was saved; "" is the documents
    lately_places: list[str] = field(default_factory=list)  # place ids chosen on this PC, newest first
    registers_at: dict[str, str] = field(default_factory=dict)  # address -> id of the register opened there last
    only_read: dict[str, str] = field(default_factory=dict)  # address -> PC that wrote there last, when it was decided
    told_of_folders: list[str] = field(default_factory=list)  # registers whose folder was warned of
    register_tables: dict[str, str] = field(default_factory=dict)  # register and person -> how they left the table


class SettingsFile:
    """Reads once, writes whole on each change. A file that cannot be read gives the defaults."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / _FILE
        self._current = _read(self._path)

    @property
    def current(self) -> PcSettings:
        return self._current

    def change(self, **values: Any) -> PcSettings:
        """Settings that cannot be written are kept for this run; that is no reason to stop working."""
        changed = _without_passwords(replace(self._current, **values))
        if changed == self._current:
            return changed
        self._current = changed
        try:
            write_whole(self._path, _toml(self._current).encode())
        except OSError:
            log.warning("settings could not be written")
        return self._current


def _read(path: Path) -> PcSettings:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return PcSettings()
    known = {each.name: type(getattr(PcSettings(), each.name)) for each in fields(PcSettings)}
    fitting = {key: value for key, value in data.items() if key in known and isinstance(value, known[key])}
    return _without_passwords(PcSettings(**fitting))


def _without_passwords(settings: PcSettings) -> PcSettings:
    """A password that stands in an address is asked again; it is not for a file that anybody copies."""
    known = list(dict.fromkeys(map(without_password, settings.known_registers)))
    return replace(settings, last_register=without_password(settings.last_register), known_registers=known)


def _toml(settings: PcSettings) -> str:
    """Plain keys first, tables after them. JSON's strings and lists are TOML's too."""
    values = asdict(settings)
    plain = [f"{key} = {_value(value)}" for key, value in values.items() if not isinstance(value, dict)]
    tables = [line for key, value in values.items() if isinstance(value, dict) for line in _table(key, value)]
    return "\n".join([f"version = {VERSION}", *plain, *tables]) + "\n"


def _table(name: str, values: dict[str, Any]) -> list[str]:
    return [f"[{name}]", *(f"{json.dumps(key)} = {_value(value)}" for key, value in values.items())]


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)
