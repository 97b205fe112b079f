"""What the program is joined from: the doors that window and command line hand to use cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from incident_desk.domain.packs.model import Pack
from incident_desk.support.machine import Machine
from incident_desk.usecases.ports import LoneFile, Progress, Register

if TYPE_CHECKING:
    from incident_desk.usecases.checking.files import PaperReader
    from incident_desk.usecases.export.content import Content, ExportFormat
    from incident_desk.usecases.importing.mapping import MappingFiles
    from incident_desk.usecases.papers import JournalPaper, ListPaper, OverviewPaper, RecordPaper
    from incident_desk.usecases.recovery_paper import RecoveryPaper
    from incident_desk.usecases.sheets import SheetReader


@dataclass(frozen=True, slots=True)
class Services:
    """Built once by `app.py`. Every part is a function, so that heavy libraries load on first use."""

    open_register: Callable[[str], Register]
    read_register: Callable[[str], Register]  # for reading alone: a backup, or one on a network drive
    create_register: Callable[[str], Register]
    copy_register: Callable[[str, Path], None]  # of any version this program can bring up to date
    unlock_register: Callable[[str, Callable[[bytes], bytes]], bool]  # by the key that is made from the file's salt
    alone_with: Callable[[str], AbstractContextManager[LoneFile]]  # a register file that nobody else has open
    upgrade_register: Callable[[str, Progress | None], None]
    load_pack: Callable[[str], tuple[Pack, Mapping[str, Any]]]
    pack_names: Callable[[], Sequence[str]]
    render_record: Callable[[RecordPaper], bytes]
    render_recovery: Callable[[RecoveryPaper], bytes]
    render_list: Callable[[ListPaper], bytes]
    render_journal: Callable[[JournalPaper], bytes]
    render_overview: Callable[[OverviewPaper], bytes]
    write_export: Callable[[ExportFormat, Content, BinaryIO], None]
    sheet_reader: Callable[[], SheetReader]
    mapping_files: Callable[[], MappingFiles]
    paper_reader: Callable[[], PaperReader]
    new_id: Callable[[], str]
    machine: Callable[[], Machine]  # this PC
    data_dir: Path
    language: str
    local_zone: str
