"""The real command line in a process of its own, with settings of its own, as a scheduled job would run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT = 240


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """One JSON object a line, as `apply` gives them."""
        return [json.loads(line) for line in self.out.split("\n") if line]


@dataclass(frozen=True, slots=True)
class Program:
    """`python -m incident_desk` at one data folder, and usually at one register."""

    data_dir: Path
    register: str | None = None
    language: str = "en"
    folder: Path = ROOT  # where it is started
    first_on_path: tuple[str, ...] = ()  # folders that Python searches before all others
    environment: tuple[tuple[str, str], ...] = ()

    def __call__(self, *arguments: str, stdin: bytes = b"", acting: str | None = None) -> Answer:
        command = [sys.executable, "-m", "incident_desk", "--data-dir", str(self.data_dir)]
        command += ["--language", self.language]
        command += ["--register", self.register] if self.register else []
        command += ["--as", acting] if acting else []
        path = os.pathsep.join(filter(None, [*self.first_on_path, str(ROOT), os.environ.get("PYTHONPATH")]))
        environment = {
            **os.environ,
            "PYTHONPATH": path,
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
            **dict(self.environment),
        }
        done = subprocess.run(
            [*command, *arguments], input=stdin, capture_output=True, cwd=self.folder, env=environment,
            timeout=TIMEOUT, check=False,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def apply(self, orders: Iterable[Mapping[str, Any]], acting: str | None = None) -> Answer:
        """The orders through standard input, one a line."""
        lines = "".join(json.dumps(order, ensure_ascii=False) + "\n" for order in orders)
        return self("apply", "-", stdin=lines.encode("utf-8"), acting=acting)

    def at(self, register: Path | str) -> Program:
        return replace(self, register=str(register))
