"""Every page, both themes, both languages, two sizes, 100 and 200 %, with few and with many incidents, as PNG files;
and every page of each paper. Then what the walk found; status 1 when it found anything.

    python -m tests.screens.run DIR [--quick] [--page KEY] [--many N]
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from incident_desk.app import wire
from incident_desk.domain.vocabulary import Status
from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.pages import PAGES
from incident_desk.gui.pictures import settle
from incident_desk.gui.start import install_language, make_application
from incident_desk.gui.theme.manager import Mode
from incident_desk.gui.window_host import WindowHost
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.demo import make_demo
from incident_desk.usecases.rows import IncidentFilter
from tests.screens import walk

FEW, MANY = 10, 2000
SIZES = ((1280, 800), (1920, 1080))
ZOOMS = (100, 200)
MODES: tuple[Mode, ...] = ("light", "dark")
LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class Scene:
    """How the window is looked at."""

    language: str
    mode: Mode
    size: tuple[int, int]
    zoom: int
    incidents: int

    @property
    def label(self) -> str:
        return f"{self.language}-{self.mode}-{self.size[0]}x{self.size[1]}-{self.zoom}-{self.incidents}"


def scenes(quick: bool, many: int) -> Iterator[Scene]:
    if quick:
        yield Scene("en", "light", SIZES[0], 100, FEW)
        yield Scene("de", "dark", SIZES[0], 200, FEW)
        return
    for language, incidents, mode, size, zoom in itertools.product(LANGUAGES, (FEW, many), MODES, SIZES, ZOOMS):
        yield Scene(language, mode, size, zoom, incidents)


class Studio:
    """The window on the demo registers of each language and size, made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._registers: dict[tuple[str, int], Path] = {}
        self._settings = SettingsFile(folder)
        self.services = wire(folder / "data", "en")
        (folder / "data").mkdir(exist_ok=True)
        self.application, self.theme = make_application(self.services, self._settings.current)
        self._host: WindowHost | None = None
        self._shown: tuple[str, int] | None = None

    def register(self, language: str, incidents: int) -> Path:
        key = (language, incidents)
        if key not in self._registers:
            place = self.folder / f"demo-{language}-{incidents}"
            there = sorted(place.glob("*.register"))
            made = there or list(
                make_demo(wire(self.folder / "data", language), place, "hospital", incidents, language)
            )
            self._registers[key] = next(path for path in made if path.suffix == ".register")
        return self._registers[key]

    def window(self, scene: Scene) -> MainWindow:
        key = (scene.language, scene.incidents)
        if self._shown != key:
            self.close()
            install_language(self.application, scene.language)
            services = wire(self.folder / "data", scene.language)
            self._host = WindowHost(services, SettingsFile(services.data_dir), self.theme, self.application)
            register = self.register(*key)
            self._host.open(services.open_register(str(register)), str(register))
            self._act_as_somebody(self._host)
            self._shown = key
        assert self._host is not None
        window = self._host.window
        assert isinstance(window, MainWindow)
        self.theme.set_mode(scene.mode)
        self.theme.set_zoom(scene.zoom)
        window.resize(*scene.size)
        return window

    def _act_as_somebody(self, host: WindowHost) -> None:
        """The first coordinator of the demo sits at the PC."""
        from incident_desk.domain.vocabulary import Role
        from incident_desk.usecases.acting import acting_as

        window = host.window
        assert isinstance(window, MainWindow)
        people = window.session.names.people.values()
        person = next(each for each in people if Role.COORDINATOR in each.roles)
        window.session.set_actor(acting_as(person))

    def close(self) -> None:
        if self._host is not None:
            self._host.close()
            self._host.deleteLater()
            self._host = None
        QApplication.sendPostedEvents()


def picture(studio: Studio, scene: Scene, key: str) -> list[str]:
    window = studio.window(scene)
    record = _an_incident(window) if key in ("incident", "papers") else ""
    window.show_page(key, record)
    settle(window)
    window.grab().save(str(studio.folder / f"{key}-{scene.label}.png"))
    found = walk.findings(window, window.page)
    if scene.zoom == 100 and scene.size == SIZES[0] and scene.mode == "light" and scene.language == "en":
        found += walk.focus_unseen(window)
    return [f"{key} ({scene.label}): {each}" for each in found]


def _an_incident(window: MainWindow) -> str:
    rows = window.session.register.queries.board(IncidentFilter(statuses=frozenset({Status.OPEN})))
    return max(rows, key=lambda row: (row.measures_in_force, row.position)).id


def papers(studio: Studio) -> None:
    """Every page of each paper the demos made, as pictures."""
    for pdf in sorted(studio.folder.glob("demo-*/*.pdf")):
        target = studio.folder / f"paper-{pdf.parent.name}-{pdf.stem}"
        subprocess.run(["pdftoppm", "-r", "80", "-l", "12", "-png", str(pdf), str(target)], check=True)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="two scenes instead of all")
    parser.add_argument("--page", choices=[spec.key for spec in PAGES])
    parser.add_argument("--many", type=int, default=MANY)
    given = parser.parse_args(argv)
    given.folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(given.folder)
    keys = [given.page] if given.page else [spec.key for spec in PAGES]
    found: list[str] = []
    for scene in scenes(given.quick, given.many):
        for key in keys:
            found += picture(studio, scene, key)
        sys.stdout.write(f"{scene.label}: {len(keys)} pages\n")
        sys.stdout.flush()
    papers(studio)
    studio.close()
    for each in found:
        sys.stdout.write(each + "\n")
    sys.stdout.write(f"{len(found)} findings\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
