"""The composition root: arguments, logging, settings, wiring; then the command line or the window."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from incident_desk.cli import arguments
from incident_desk.cli.our_fault import keep_traces_off_the_terminal, tell_our_fault
from incident_desk.support.locality import local_zone, preferred_language
from incident_desk.support.logs import start_logging
from incident_desk.support.paths import data_folder
from incident_desk.usecases.errors import SurroundingsFailed

if TYPE_CHECKING:
    from incident_desk.domain.packs.model import Pack
    from incident_desk.support.machine import Machine
    from incident_desk.usecases.checking.files import PaperReader
    from incident_desk.usecases.export.content import Content, ExportFormat
    from incident_desk.usecases.importing.mapping import MappingFiles
    from incident_desk.usecases.papers import JournalPaper, ListPaper, OverviewPaper, RecordPaper
    from incident_desk.usecases.ports import LoneFile, Progress, Register
    from incident_desk.usecases.recovery_paper import RecoveryPaper
    from incident_desk.usecases.services import Services
    from incident_desk.usecases.sheets import SheetReader


def run(argv: Sequence[str]) -> int:
    """Exit status: 0 done, 1 a problem named in plain words, 2 wrong usage."""
    given = arguments.parse(argv)
    language = given.language or preferred_language()
    try:
        data_dir = data_folder(given.data_dir)
    except OSError as error:
        from incident_desk.support.texts import Texts

        sys.stderr.write(Texts(language).say("trouble.folder_not_writable", name=error.filename) + "\n")
        return 1
    start_logging(data_dir)
    try:
        return _carry_out(given, data_dir, language)
    except Exception as error:  # noqa: BLE001  # whatever it is, nobody shall see a trace
        return tell_our_fault(error, data_dir, language)


def _carry_out(given: Namespace, data_dir: Path, language: str) -> int:
    door = _wire_to_read if given.read_only else wire
    if given.command is None:
        return arguments.guarded(
            language, lambda: _with_qt(lambda: _open_window(data_dir, language, given.register, door))
        )
    keep_traces_off_the_terminal()
    services = door(data_dir, language)
    if given.command in {"screenshots", "selftest"}:
        return arguments.guarded(language, lambda: _with_qt(lambda: _look(services, given)))
    return arguments.run(given, services)


def _with_qt(work: Callable[[], int]) -> int:
    """What loads Qt, and with it libraries of the system that a computer without a desktop may lack."""
    try:
        return work()
    except ImportError as error:
        library, found, _ = str(error).partition(": cannot open shared object file")
        if not found:
            raise
        raise SurroundingsFailed("system_library_missing", name=library) from error


def _has_screen() -> bool:
    """Where there is none, Qt would end the whole program. Elsewhere than on Linux there always is one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _open_window(data_dir: Path, language: str, address: str | None, door: Callable[[Path, str], Services]) -> int:
    if not _has_screen():
        raise SurroundingsFailed("no_screen")
    gc.disable()  # what is loaded now stays; looking for waste in it again and again is a tenth of the start
    pythons_own = builtins.__import__
    from PySide6 import QtWidgets  # noqa: F401  # loaded, for what it does to imports

    # It reads the source of every module imported after it, in case Qt's names are spelt differently there.
    builtins.__import__ = pythons_own
    from incident_desk.gui.start import open_window

    return open_window(data_dir, language, address, door)


def _look(services: Services, given: Namespace) -> int:
    """The window without anybody at it."""
    if given.command == "screenshots":
        from incident_desk.gui.pictures import take_pictures

        return take_pictures(services, given)
    from incident_desk.gui.self_test import self_test

    return self_test(services, given)


def _wire_to_read(data_dir: Path, language: str) -> Services:
    """Whatever is opened, is opened for reading alone."""
    from dataclasses import replace

    services = wire(data_dir, language)
    return replace(services, open_register=services.read_register)


def wire(data_dir: Path, language: str) -> Services:
    from incident_desk.support.uuid7 import uuid7
    from incident_desk.usecases.services import Services

    return Services(
        open_register=_open_register,
        read_register=_read_register,
        create_register=_create_register,
        copy_register=_copy_register,
        unlock_register=_unlock_register,
        alone_with=_alone_with,
        upgrade_register=_upgrade_register,
        load_pack=_load_pack,
        pack_names=_pack_names,
        render_record=_render_record,
        render_recovery=_render_recovery,
        render_list=_render_list,
        render_journal=_render_journal,
        render_overview=_render_overview,
        write_export=_write_export,
        sheet_reader=_sheet_reader,
        mapping_files=partial(_mapping_files, data_dir),
        paper_reader=_paper_reader,
        new_id=uuid7,
        machine=partial(_machine, data_dir),
        data_dir=data_dir,
        language=language,
        local_zone=local_zone(),
    )


def _machine(data_dir: Path) -> Machine:
    from incident_desk.support.machine import this_machine

    return this_machine(data_dir)


def _open_register(address: str) -> Register:
    from incident_desk.storage.register import open_register

    return open_register(address)


def _read_register(address: str) -> Register:
    from incident_desk.storage.register import open_register

    return open_register(address, to_read=True)


def _create_register(address: str) -> Register:
    from incident_desk.storage.register import create_register

    return create_register(address)


def _copy_register(address: str, target: Path) -> None:
    from incident_desk.storage.register import copy_register

    copy_register(address, target)


def _unlock_register(address: str, key_of: Callable[[bytes], bytes]) -> bool:
    from incident_desk.storage.unlocking import unlock_register

    return unlock_register(address, key_of)


def _alone_with(address: str) -> AbstractContextManager[LoneFile]:
    from incident_desk.storage.rewriting import alone_with

    return alone_with(address)


def _upgrade_register(address: str, progress: Progress | None) -> None:
    from incident_desk.storage.register import upgrade_register

    upgrade_register(address, progress)


def _load_pack(name: str) -> tuple[Pack, Mapping[str, Any]]:
    from incident_desk.files.packs import load_pack

    return load_pack(name)


def _pack_names() -> Sequence[str]:
    from incident_desk.files.packs import pack_names

    return pack_names()


def _render_record(paper: RecordPaper) -> bytes:
    from incident_desk.reports.render import render_record

    return render_record(paper)


def _render_list(paper: ListPaper) -> bytes:
    from incident_desk.reports.render import render_list

    return render_list(paper)


def _render_journal(paper: JournalPaper) -> bytes:
    from incident_desk.reports.render import render_journal

    return render_journal(paper)


def _render_overview(paper: OverviewPaper) -> bytes:
    from incident_desk.reports.render import render_overview

    return render_overview(paper)


def _render_recovery(paper: RecoveryPaper) -> bytes:
    from incident_desk.reports.recovery import render_recovery

    return render_recovery(paper)


def _write_export(format_: ExportFormat, content: Content, file: BinaryIO) -> None:
    from incident_desk.files.exporting.write import write_export

    write_export(format_, content, file)


def _sheet_reader() -> SheetReader:
    from incident_desk.files.sheets.reader import WorkerReader

    return WorkerReader()


def _paper_reader() -> PaperReader:
    from incident_desk.files.papers.reader import WorkerPaperReader

    return WorkerPaperReader()


def _mapping_files(data_dir: Path) -> MappingFiles:
    from incident_desk.files.mapping_files import TomlMappings

    return TomlMappings(data_dir)
