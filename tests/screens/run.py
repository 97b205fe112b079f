"""Every view of the program in both themes, both languages, two window sizes, 100 and 200 %, with few and with many
incidents, as PNG files; and every page of each paper. Then what the walk found; status 1 when it found anything.

    python -m tests.screens.run DIR [--quick] [--page KEY] [--many N] [--language CODE]

Each language has a process and a screen of its own. The registers in DIR are made once and used again.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests import display
from tests.screens.scenes import LANGUAGES, MANY, SIZES, VIEWS, Scene, scenes

if TYPE_CHECKING:
    from tests.screens.studio import Studio


def take(folder: Path, language: str, wanted: Sequence[str], *, quick: bool, many: int) -> list[str]:
    """The pictures of one language; what the walk found."""
    from tests.screens import papers
    from tests.screens.studio import Studio

    studio = Studio(folder, language)
    found: list[str] = []
    try:
        for scene in scenes(language, quick=quick, many=many):
            views = [view for view in scene.views() if view in wanted]
            for view in views:
                found += _one(studio, scene, view)
            sys.stdout.write(f"{scene.label}: {len(views)} pictures\n")
            sys.stdout.flush()
    finally:
        studio.close()
    for pdf in sorted(folder.glob(f"demo-{language}-*/*.pdf")):
        found += papers.look_over(pdf, folder)
    return found


def _one(studio: Studio, scene: Scene, view: str) -> list[str]:
    from tests.screens import walk

    window = studio.show(scene, view)
    window.grab().save(str(studio.folder / f"{view}-{scene.label}.png"))
    found = walk.findings(window, scene.size)
    if scene.usual:
        found += walk.focus_unseen(window)
    return [f"{view} ({scene.label}): {each}" for each in found]


def take_all(folder: Path, arguments: Sequence[str]) -> list[str]:
    """Both languages at the same time, each on its own screen."""
    command = [sys.executable, "-m", "tests.screens.run", str(folder), *arguments, "--language"]
    with ExitStack() as stack:
        running = [
            subprocess.Popen([*command, language], env=os.environ | stack.enter_context(display.own_screen()))
            for language in LANGUAGES
        ]
        for process in running:
            process.wait()
    found: list[str] = []
    for language in LANGUAGES:
        file = _findings(folder, language)
        whole = file.exists()
        found += file.read_text(encoding="utf-8").splitlines() if whole else [f"run ({language}): broke off"]
    return found


def _findings(folder: Path, language: str) -> Path:
    return folder / f"findings-{language}.txt"


def grouped(found: Sequence[str]) -> list[str]:
    """The same finding in many scenes is one line, with the first of them."""
    seen: dict[str, list[str]] = {}
    for each in found:
        where, _, what = each.partition(": ")
        view, _, scene = where.partition(" ")
        seen.setdefault(f"{view}: {what}", []).append(scene)
    return [f"{what} {scenes[0]}" + (f" and {len(scenes) - 1} more" if len(scenes) > 1 else "")
            for what, scenes in seen.items()]  # fmt: skip


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    width, height = SIZES[0]
    parser.add_argument("--quick", action="store_true", help=f"few incidents, {width}x{height}, not the whole matrix")
    parser.add_argument("--page", choices=sorted({view.partition("-")[0] for view in VIEWS}))
    parser.add_argument("--many", type=int, default=MANY)
    parser.add_argument("--language", choices=LANGUAGES, help="only this one, on the screen there is")
    given = parser.parse_args(argv)
    folder: Path = given.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if given.language is None:
        for language in LANGUAGES:
            _findings(folder, language).unlink(missing_ok=True)
        others = [word for word in argv if word != str(given.folder)]
        lines = grouped(take_all(folder, others))
        sys.stdout.write("".join(f"{line}\n" for line in lines) + f"{len(lines)} findings\n")
        return 1 if lines else 0
    wanted = [view for view in VIEWS if given.page in (None, view.partition("-")[0])]
    found = take(folder, given.language, wanted, quick=given.quick, many=given.many)
    _findings(folder, given.language).write_text("".join(f"{each}\n" for each in found), encoding="utf-8")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
