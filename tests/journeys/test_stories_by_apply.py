"""Both sector stories from the report to the signed conclusion, by nothing but the command line."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.program import Answer, Program
from tests.journeys.sector_stories import ALWAYS_LEFT_OUT, STORIES, SectorStory

pytestmark = pytest.mark.slow
Find = Callable[[str], str]


@dataclass(slots=True)
class Telling:
    """One story being told to a register."""

    story: SectorStory
    desk: Program
    number: str = ""

    def led(self, *orders: Mapping[str, Any], by: str = "") -> list[dict[str, Any]]:
        """What came of orders about the incident, given by the coordinator or somebody else."""
        about = [{"incident": self.number, **order} for order in orders]
        return self.desk.apply(about, by or self.story.coordinator).lines

    def carried_out(self, *orders: Mapping[str, Any], by: str = "") -> None:
        for answer in self.led(*orders, by=by):
            assert answer["ok"], answer

    def move(self, step: str) -> dict[str, Any]:
        return self.led({"command": "MoveToStep", "step": step})[0]

    def shown(self) -> dict[str, Any]:
        shown: dict[str, Any] = self.desk("show", self.number, "--json").json
        return shown

    def line_of(self, list_key: str) -> str:
        return str(self.shown()[list_key][0]["id"])


@pytest.fixture(
    scope="module",
    params=[STORIES[0], *(pytest.param(story, marks=pytest.mark.long) for story in STORIES[1:])],
    ids=lambda story: story.pack,
)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Telling:
    """The story, told whole: every gate refuses first, then lets pass."""
    story: SectorStory = request.param
    folder = tmp_path_factory.mktemp(story.pack)
    desk = Program(folder / "data").at(folder / f"{story.pack}.register")
    made = desk("new", str(desk.register), "--pack", story.pack, "--site", story.site, "--zone", "Europe/Dublin")
    assert made.status == 0, made.err
    telling = Telling(story, desk)
    _people(telling)
    _report(telling)
    _identification(telling)
    _containment(telling)
    _prioritisation(telling)
    _reaction(telling)
    _conclusion(telling)
    return telling


def _people(telling: Telling) -> None:
    story = telling.story
    roles = {
        story.coordinator: ["coordinator", "administrator"], story.manager: ["manager"], story.reporter: ["reporter"],
    }  # fmt: skip
    answer = telling.desk.apply({"command": "AddPerson", "name": n, "roles": r} for n, r in roles.items())
    assert answer.status == 0, answer.out


def _report(telling: Telling) -> None:
    story = telling.story
    answer = telling.desk.apply([{"command": "RecordIncident", "fields": story.report}], story.reporter)
    assert answer.status == 0, answer.out
    telling.number = answer.lines[0]["number"]
    assert telling.number.startswith(f"{story.unit}-")


def _refuses(telling: Telling, step: str) -> None:
    """The gate before a step refuses and names exactly what is missing."""
    answer = telling.move(step)
    assert (answer["ok"], answer["code"]) == (False, "gate_closed"), answer
    assert answer["missing"] == ALWAYS_LEFT_OUT[step]
    assert telling.shown()["step"] != step


def _identification(telling: Telling) -> None:
    assert telling.move("containment")["code"] == "still_in_inbox"
    telling.carried_out({"command": "AcceptReport"})
    _refuses(telling, "containment")
    telling.carried_out(
        {"command": "ChangeFields", "fields": telling.story.identified},
        {"command": "MoveToStep", "step": "containment"},
    )


def _containment(telling: Telling) -> None:
    _refuses(telling, "prioritisation")
    telling.carried_out(
        {"command": "AddItem", "list": "measures", "fields": telling.story.measure},
        {"command": "MoveToStep", "step": "prioritisation", "fields": telling.story.extent},
    )


def _prioritisation(telling: Telling) -> None:
    _refuses(telling, "reaction")
    telling.carried_out(
        {"command": "RatePriority", **telling.story.rating},
        {"command": "MoveToStep", "step": "reaction", "fields": telling.story.decided},
    )
    assert telling.shown()["priority"] == "critical"


def _reaction(telling: Telling) -> None:
    story = telling.story
    telling.carried_out(
        {"command": "AddItem", "list": "whys", "fields": story.why},
        {"command": "AddItem", "list": "actions", "fields": {**story.action, "owner": story.coordinator}},
    )
    _refuses(telling, "conclusion")
    telling.carried_out(
        {"command": "ChangeItem", "item": telling.line_of("actions"), "fields": story.action_done},
        {"command": "MoveToStep", "step": "conclusion", "fields": {**story.cause, **story.tested}},
    )


def _conclusion(telling: Telling) -> None:
    story = telling.story
    author, manager = {"command": "SignOff", "sign_off": "author"}, {"command": "SignOff", "sign_off": "manager"}
    unwritten = telling.led(author)[0]
    assert (unwritten["code"], unwritten["missing"]) == ("gate_closed", ALWAYS_LEFT_OUT["sign-off"])
    telling.carried_out({"command": "ChangeFields", "fields": story.review})
    unsigned = telling.led({"command": "ConcludeIncident"})[0]
    assert (unsigned["code"], unsigned["missing"]) == ("gate_closed", ["signed_off"])
    assert telling.led(manager)[0]["code"] == "not_allowed"  # a coordinator does not sign for the manager
    telling.carried_out(author)
    assert telling.led({"command": "ChangeFields", "fields": {"summary": "other"}})[0]["code"] == "locked_by_sign_off"
    telling.carried_out(manager, by=story.manager)


def test_that_the_story_ends_signed_and_concluded(told: Telling) -> None:
    shown = told.shown()
    assert (shown["status"], shown["step"], shown["missing"]) == ("concluded", "conclusion", [])
    signatures = [(each["sign_off"], each["name"]) for each in shown["sign_offs"]]
    assert signatures == [("author", told.story.coordinator), ("manager", told.story.manager)]
    assert all(step["left_at"] for step in shown["steps"].values())


def test_that_every_text_is_shown_as_it_was_typed(told: Telling) -> None:
    shown = told.shown()
    kept = [*shown["fields"].values()]
    kept += [value for key in ("measures", "whys", "actions") for line in shown[key] for value in line.values()]
    for text in told.story.texts:
        assert text in kept


def test_that_the_journal_tells_each_act(told: Telling) -> None:
    kinds = [entry["kind"] for entry in told.shown()["journal"]]
    assert kinds[:2] == ["reported", "accepted"]
    assert kinds.count("moved") == 4
    assert kinds[-3:] == ["signed", "signed", "concluded"]


def test_that_the_register_verifies(told: Telling) -> None:
    answer = told.desk("verify", "--json")
    assert (answer.status, answer.json["holds"], answer.json["breaks"]) == (0, True, [])
    assert told.desk("verify", "--record", told.number).status == 0


def test_that_list_and_search_find_the_incident(told: Telling) -> None:
    listed = told.desk("list", "--status", "concluded", "--department", told.story.unit, "--json").json
    assert [(row["number"], row["responsible"]) for row in listed] == [(told.number, told.story.coordinator)]
    assert told.desk("list", "--step", "reaction", "--json").json == []
    found = told.desk("search", told.story.found_by, "--json").json
    assert [row["number"] for row in found] == [told.number]
    assert told.desk("search", f"{told.story.found_by} nowhere", "--json").json == []


def _printed(told: Telling, target: Path) -> bytes:
    answer = told.desk("report", "record", told.number, "--out", str(target), acting=told.story.manager)
    assert answer.status == 0, answer.err
    return target.read_bytes()


def test_that_two_prints_of_one_position_are_the_same_bytes(told: Telling, tmp_path: Path) -> None:
    first = _printed(told, tmp_path / "first.pdf")
    assert first.startswith(b"%PDF-")
    assert _printed(told, tmp_path / "second.pdf") == first
    assert told.desk("verify").status == 0  # prints stand in the journal of access


def test_that_every_word_of_every_text_is_in_the_paper(told: Telling, tmp_path: Path, program: Find) -> None:
    _printed(told, tmp_path / "record.pdf")
    command = [program("pdftotext"), str(tmp_path / "record.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8").split()
    written = {word for text in told.story.texts for word in text.split()}
    assert len(written) > 100
    assert not written - set(words)
    assert {told.number, *told.story.coordinator.split(), *told.story.manager.split()} <= set(words)


TAMPERED = {
    "a text": "update field_value set text = 'All went well.' where key = 'cause'",
    "a row": "update incident set title = 'Nothing happened'",
    "a status": "update incident set status = 'void'",
    "a line": "update item set what = 'Nothing' where list = 'measures'",
    "a journal entry": "update journal set recorded_at = recorded_at - 3600000000 where kind = 'rated'",
    "a journal text": "update journal_part set content = cast(replace(cast(content as text), 'shift', 'night') as blob)"
    " where part = 'personal' and instr(content, cast('shift' as blob))",
    "a removed entry": "delete from journal where kind = 'signed'",
}


@pytest.mark.parametrize("change", TAMPERED)
def test_that_what_another_program_changed_is_named(told: Telling, tmp_path: Path, change: str) -> None:
    copy = _copied(told, tmp_path)
    with sqlite3.connect(copy) as other:
        other.execute("pragma foreign_keys = off")
        assert other.execute(TAMPERED[change]).rowcount > 0
    other.close()
    desk = told.desk.at(copy)
    answer = desk("verify")
    assert answer.status == 1
    assert told.number in answer.out
    assert answer.err == ""
    as_json = desk("verify", "--json")
    assert as_json.json["holds"] is False
    assert told.number in as_json.json["breaks"][0]["sentence"]
    assert len(as_json.err.splitlines()) == 1


def _copied(told: Telling, folder: Path) -> Path:
    """The register as a file manager would copy it, with all files that belong to it."""
    source = Path(str(told.desk.register))
    for file in source.parent.glob(f"{source.name}*"):
        shutil.copy(file, folder / file.name)
    return folder / source.name


def test_that_an_untouched_copy_verifies(told: Telling, tmp_path: Path) -> None:
    answer: Answer = told.desk.at(_copied(told, tmp_path))("verify")
    assert (answer.status, answer.err) == (0, "")
