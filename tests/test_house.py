"""The rules of the house that a tool can check: layers, style, types, dependencies, what may stand where."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    *("incident_desk", "resources", "tests", "packaging", "docs", ".ci", ".gitignore", ".gitattributes"),
    *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
}
LONGEST_MODULE = 400
# Written in pieces, so that this file does not hold what it looks for.
PLACES = r"(?<![\w.])/(?:root|work|home/[a-z]\w*|Users/\w+)/|[A-Z]:\\Users\\"
HOSTS = "|".join(
    "\\.".join(parts)
    for parts in (
        *(("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com")),
        *(("deb", "debian", "org"), ("snapshot", "debian", "org"), ("security", "debian", "org")),
    )
)


def git_files() -> list[Path]:
    """What git tracks, or would with the next commit; in a copy without git there is nothing to ask."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("this copy has no git history, or git is not installed")
    # The checkout may belong to someone else, in a container for example.
    command = [
        "git",
        "-c",
        f"safe.directory={ROOT}",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def assert_passes(*command: str) -> None:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_that_the_layers_hold() -> None:
    assert_passes("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


def test_that_the_style_holds() -> None:
    assert_passes("-m", "ruff", "check", "--output-format", "concise")


def test_that_the_format_holds() -> None:
    assert_passes("-m", "ruff", "format", "--check", "--output-format", "concise")


def test_that_the_types_hold() -> None:
    assert_passes("-m", "mypy")


def test_that_the_dependencies_are_those_declared() -> None:
    assert_passes("-m", "deptry", ".")


def test_that_only_agreed_names_stand_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in git_files()} <= TOP_LEVEL


def test_that_no_file_names_a_place_of_one_computer_or_a_registry() -> None:
    wanted = re.compile(f"{PLACES}|{HOSTS}")
    named = []
    for path in git_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        named += [f"{path.relative_to(ROOT)}: {found.group()}" for found in wanted.finditer(text)]
    assert not named, "\n".join(named)


def test_that_no_module_is_too_long_to_read() -> None:
    lengths = {path: len(path.read_bytes().splitlines()) for path in (ROOT / "incident_desk").rglob("*.py")}
    long = [f"{path.relative_to(ROOT)}: {lines} lines" for path, lines in lengths.items() if lines > LONGEST_MODULE]
    assert lengths
    assert not long, "\n".join(long)
