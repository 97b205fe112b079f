"""The demo register: every story fits its pack in both languages, and what is made looks like a register in use."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain.vocabulary import Kind, Step
from incident_desk.files.packs import load_pack
from incident_desk.support.resources import resource
from tests.journeys.program import Program

PACKS = ("hospital", "factory")
REGISTERS = {"hospital": "St-Brigids.register", "factory": "Halden-Works.register"}
SIZE = 24


def _told(pack: str) -> dict[str, Any]:
    with resource("demo", f"{pack}.toml").open("rb") as file:
        return tomllib.load(file)


def _texts(value: Any) -> Iterator[Mapping[str, str]]:
    """Every text that has a language, wherever it stands."""
    if isinstance(value, dict) and value.keys() & {"en", "de"}:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("pack", PACKS)
def test_that_every_text_is_told_in_both_languages(pack: str) -> None:
    texts = list(_texts(_told(pack)))
    assert len(texts) > 300
    assert all(text.keys() == {"en", "de"} for text in texts)
    assert all(text["en"].strip() and text["de"].strip() for text in texts)
    assert not [text for text in texts if "!" in text["en"] + text["de"]]


@pytest.mark.parametrize("pack", PACKS)
def test_that_every_variant_has_all_words_of_its_story(pack: str) -> None:
    for story in _told(pack)["incidents"]:
        used = set().union(*(_words_of(text) for text in _strings(story)))
        for variant in story.get("variants", ({},)):
            assert used <= variant.keys(), story["title"]["en"]
            assert variant.keys() <= used, story["title"]["en"]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


@pytest.mark.parametrize("name", PACKS)
def test_that_every_place_of_the_stories_is_one_of_the_pack(name: str) -> None:
    pack, _ = load_pack(name)
    known = {place.key for place in pack.places}
    for story in _told(name)["incidents"]:
        places = {variant["place"] for variant in story.get("variants", ()) if "place" in variant}
        places |= {story["place"]} - {"{place}"}
        assert places, story["title"]["en"]
        assert places <= known, story["title"]["en"]


@pytest.mark.slow
@pytest.mark.parametrize(("pack", "language"), [("hospital", "en"), ("hospital", "de"), ("factory", "de")])
def test_that_the_demo_looks_like_a_register_in_use(desk: Program, tmp_path: Path, pack: str, language: str) -> None:
    began = datetime.now(UTC)
    made = desk("demo", str(tmp_path / "demo"), "--pack", pack, "--language", language)
    assert (made.status, made.err) == (0, "")
    files = [Path(line) for line in made.out.splitlines()]
    assert files[0].name == REGISTERS[pack]
    assert set(files) == set((tmp_path / "demo").iterdir())
    assert [file.suffix for file in files] == [".register", ".pdf", ".pdf"]
    register = desk.at(files[0])
    assert register("verify").status == 0
    rows = register("list", "--limit", "0", "--json").json
    _is_mixed(rows)
    _is_spread_over_time(rows, began)
    titles = {story["title"][language] for story in _told(pack)["incidents"] if "{" not in story["title"][language]}
    assert titles <= {row["title"] for row in rows}
    shown = register("show", files[1].stem, "--json").json
    assert shown["status"] == "concluded"
    assert len(shown["sign_offs"]) == 2


def _is_mixed(rows: list[dict[str, Any]]) -> None:
    assert len(rows) == SIZE
    assert {row["kind"] for row in rows} == set(Kind)
    steps = Counter(row["step"] for row in rows if row["status"] == "open")
    assert all(steps[step.key] in (3, 4) for step in Step)
    statuses = Counter(row["status"] for row in rows)
    assert (statuses["inbox"], statuses["concluded"]) == (3, 5)
    priorities = Counter(row["priority"] for row in rows)
    assert priorities["critical"] == 2
    assert {"high", "medium", "low", "not_set"} <= priorities.keys()


def _is_spread_over_time(rows: list[dict[str, Any]], began: datetime) -> None:
    now = datetime.now(UTC)
    hours = {row["number"]: (now - datetime.fromisoformat(row["recorded_at"])).total_seconds() / 3600 for row in rows}
    assert min(hours.values()) < 1
    assert max(hours.values()) > 24 * 14
    late = [row["number"] for row in rows if datetime.fromisoformat(row["changed_at"]) > began]
    assert not late, "what was told of the past was written down as of now"
    ended = [row["concluded_at"] for row in rows if row["concluded_at"]]
    assert all((now - datetime.fromisoformat(moment)).days < 14 for moment in ended)
    dues = [datetime.fromisoformat(row["next_due_at"]) for row in rows if row["next_due_at"]]
    assert any(due < now for due in dues)
    assert any(due > now for due in dues)


@pytest.mark.slow
def test_that_a_large_demo_goes_back_years_and_verifies(desk: Program, tmp_path: Path) -> None:
    made = desk("demo", str(tmp_path), "--pack", "factory", "--size", "600")
    assert made.status == 0, made.err
    register = desk.at(made.out.splitlines()[0])
    assert register("verify").status == 0
    rows = register("list", "--limit", "0", "--json").json
    assert len(rows) == 600
    assert len({row["title"] for row in rows}) > 60
    assert len({row["place"] for row in rows}) > 25
    assert {row["status"] for row in rows} == {"inbox", "open", "concluded", "not_reportable"}
    assert Counter(row["status"] for row in rows)["open"] < 80
    days = [(datetime.now(UTC) - datetime.fromisoformat(row["recorded_at"])).days for row in rows]
    assert max(days) > 365
    assert days == sorted(days)
    numbers = [row["number"] for row in reversed(rows)]
    _numbers_have_no_gap(numbers)


def _numbers_have_no_gap(numbers: list[str]) -> None:
    """In every unit and year 1, 2, 3 ..., in the order of the reports."""
    last: Counter[str] = Counter()
    for number in numbers:
        unit_and_year, _, serial = number.rpartition("-")
        last[unit_and_year] += 1
        assert int(serial) == last[unit_and_year]
