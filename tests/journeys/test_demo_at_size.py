"""A demo of any size: told the same by the same seed, varied, in both languages; and nothing stays of one broken off."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from incident_desk.app import wire
from incident_desk.domain.journal.entries import Entry
from incident_desk.files.packs import load_pack
from incident_desk.storage.register import open_register
from incident_desk.support.resources import resource
from incident_desk.usecases.demo import make_demo
from incident_desk.usecases.demo_tales import Span
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.services import Services

PACKS = ("hospital", "factory")
SIZE = 60
NOW = 1_794_470_400_000_000  # 2026-11-12 08:00 UTC


def words_of(pack: str) -> dict[str, Any]:
    with resource("demo", "past", f"{pack}.toml").open("rb") as file:
        return tomllib.load(file)


def texts_in(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict) and value.keys() & {"en", "de"}:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


@pytest.mark.parametrize("pack", PACKS)
def test_that_the_words_of_the_past_are_there_in_both_languages(pack: str) -> None:
    texts = list(texts_in(words_of(pack)))
    assert len(texts) > 120
    for text in texts:
        assert text.keys() == {"en", "de"}
        assert all(each.strip() and "!" not in each for each in text.values())
        blanks = [set(re.findall(r"\{(\w+)\}", each)) for each in text.values()]
        assert blanks[0] == blanks[1] <= {"n", "m", "serial", "room"}, text


@pytest.mark.parametrize("name", PACKS)
def test_that_every_category_of_the_past_is_one_of_the_pack(name: str) -> None:
    pack, _ = load_pack(name)
    for theme in words_of(name)["themes"]:
        for key in theme["categories"]:
            category = pack.category(key)
            assert category and category.subcategories, key


@pytest.mark.parametrize("count", [1, 19, 20, 99, 100, 5000, 1_000_000])
def test_that_tales_run_with_time_and_few_are_still_open(count: int) -> None:
    span = Span(NOW - 10**15, NOW, count)
    numbers = range(count) if count <= 5000 else [*range(3000), *range(count - 3000, count)]
    moments = [span.reported(n, random.Random(n)) for n in numbers]
    assert moments == sorted(moments)
    assert span.begin <= moments[0] <= moments[-1] <= span.end
    ends = [span.end_of(n, random.Random(n)) for n in numbers]
    still_open = [end for end in ends if end not in {"signed", "seen_in_time", "not_reportable"}]
    assert len(still_open) == min(500, count // 20) + min(40, count // 100)


# --- the same again -----------------------------------------------------------------------------------


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return replace(wire(tmp_path / "settings", "en"), local_zone="Europe/Berlin")


def told(services: Services, folder: Path, language: str = "en", seed: int = 0, size: int = SIZE) -> list[Any]:
    """Everything that was written of every incident, but for the ids of places."""
    path = next(make_demo(replace(services, language=language), folder, "factory", size, language, seed, start=NOW))
    register = open_register(str(path))
    try:
        rows = register.queries.incidents(IncidentFilter(), limit=size + 1)
        assert len(rows) == size
        return [(row.id, row.number, [_plain(entry) for entry in register.queries.entries(row.id)]) for row in rows]
    finally:
        register.close()


def _plain(entry: Entry) -> Any:
    data = {key: value for key, value in entry.data.items() if key != "=place"}
    return entry.recorded_at, entry.actor, entry.op_id, entry.kind, data


def test_that_one_seed_tells_the_same_and_another_does_not(services: Services, tmp_path: Path) -> None:
    first = told(services, tmp_path / "first")
    assert told(services, tmp_path / "again") == first
    other = told(services, tmp_path / "other", seed=5)
    assert len({str(each) for each in first} & {str(each) for each in other}) == 0
    written = sum(len(entries) for _, _, entries in first)
    assert written >= 8 * SIZE


def test_that_a_demo_speaks_its_language(services: Services, tmp_path: Path) -> None:
    german = str(told(services, tmp_path / "de", "de"))
    assert "Die Ursache ist gefunden" in german
    assert "The cause was found" not in german
    assert "The cause was found" in str(told(services, tmp_path / "en"))


def test_that_it_tells_how_far_it_is(services: Services, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    next(make_demo(services, tmp_path / "demo", "factory", SIZE, "en", 0, lambda done, of: seen.append((done, of))))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert {of for _, of in seen} == {SIZE}
    assert seen[-1] == (SIZE, SIZE)


# --- broken off ---------------------------------------------------------------------------------------


def broken_off(done: int, of: int) -> None:
    raise KeyboardInterrupt


def test_that_nothing_stays_of_a_demo_that_was_broken_off(services: Services, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(make_demo(services, tmp_path / "demo", "factory", SIZE, "en", 0, broken_off))
    assert not (tmp_path / "demo").exists()


def test_that_a_demo_takes_back_no_register_that_was_there(services: Services, tmp_path: Path) -> None:
    path = next(make_demo(services, tmp_path, "factory", SIZE, "en"))
    before = path.read_bytes()
    with pytest.raises(SurroundingsFailed, match="register_exists"):
        list(make_demo(services, tmp_path, "factory", SIZE, "en"))
    assert path.read_bytes() == before


@pytest.mark.slow
def test_that_ctrl_c_takes_back_a_large_demo(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    command = [sys.executable, "-m", "incident_desk", "--data-dir", str(tmp_path / "settings")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "demo", str(folder), "--size", "10000"], stderr=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stderr is not None
        assert child.stderr.readline() == "1000 of 10000 incidents\n"
        child.send_signal(signal.SIGINT)
        rest = child.stderr.read()
    assert child.returncode != 0
    assert "Traceback" not in rest
    assert not folder.exists()
