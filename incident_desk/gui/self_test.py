"""incident-desk --selftest FILE: proves that this copy of the program is whole, wherever it was put.

Needs no screen: unless Qt is told otherwise, it paints into memory. Settings and registers of this PC are not touched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from incident_desk.gui.crash import log_qt_messages
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.papers.pages import page_picture
from incident_desk.gui.pictures import settle
from incident_desk.gui.start import make_application
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from incident_desk.support.texts import Texts
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.self_test import TOLD, holds, prove_register
from incident_desk.usecases.services import Services

_FEWEST_COLOURS = 50  # an empty page has one; letters alone bring dozens with their soft edges


def self_test(services: Services, given: argparse.Namespace) -> int:
    """Raises SurroundingsFailed with the part that does not work; writes the record of the test into the file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    log_qt_messages()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        apart = replace(services, data_dir=Path(folder))
        proof = prove_register(apart, Path(folder))
        for language, record in proof.records.items():
            _prove_paper(record, TOLD)
            _prove_paper(proof.lists[language], TOLD[:1])
            _prove_window(replace(apart, language=language), proof.register)
    write_out(Path(given.file), proof.records[services.language])
    sys.stdout.write(Texts(services.language).say("cli.selftest_done", name=given.file) + "\n")
    return 0


def _prove_paper(content: bytes, words: tuple[str, ...]) -> None:
    """The words stand on the first page, and something is painted there."""
    page = page_picture(content, 0, 1.0)
    holds(all(word in page.text for word in words), "PDF")
    holds(_colours(page.picture) > _FEWEST_COLOURS, "pypdfium2")


def _prove_window(services: Services, register: Path) -> None:
    settings = SettingsFile(services.data_dir)
    application, theme = make_application(services, settings.current)
    wanted = {f"{name}_{services.language}.qm" for name in ("incident_desk", "qtbase")}
    holds(_translations(application) >= wanted, f"resources/translations/{services.language}")
    host = WindowHost(services, settings, theme, application)
    try:
        host.open(services.open_register(str(register)), str(register))
        holds(isinstance(host.window, MainWindow), "window")
        if isinstance(host.window, MainWindow):
            settle(host.window)
            holds(_colours(host.window.grab().toImage()) > _FEWEST_COLOURS, "window")
    finally:
        host.close()


def _translations(application: QApplication) -> set[str]:
    return {Path(each.filePath()).name for each in application.findChildren(QTranslator)}


def _colours(picture: QImage) -> int:
    """How many different ones: four bytes are one pixel."""
    return len(set(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")))
