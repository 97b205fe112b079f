"""What must hold of a story that was told in the window, seen from outside the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.journeys.program import Program
from tests.journeys.sector_stories import SectorStory
from tests.reports import readers

_LOUD = ("WARNING", "ERROR", "CRITICAL")
STEPS = ("Identification", "Containment", "Prioritisation", "Reaction", "Conclusion")


def typed(time: str) -> str:
    """A time of a story as a person types it."""
    return time.replace("T", " ")


@dataclass(frozen=True, slots=True)
class WindowStory:
    """A story, and the folder with its register, the data of the program and the prints."""

    story: SectorStory
    folder: Path

    @property
    def desk(self) -> Program:
        return Program(self.folder / "data").at(self.folder / "window.register")

    def make_register(self) -> None:
        story = self.story
        made = self.desk(
            "new", str(self.desk.register), "--pack", story.pack, "--site", story.site, "--zone", "Europe/Dublin"
        )
        assert made.status == 0, made.err
        roles = {
            story.coordinator: ["coordinator", "administrator"], story.manager: ["manager"],
            story.reporter: ["reporter"],
        }  # fmt: skip
        added = self.desk.apply({"command": "AddPerson", "name": name, "roles": each} for name, each in roles.items())
        assert added.status == 0, added.out

    def check_record(self) -> None:
        """Concluded, whole, and nothing of it was changed behind the program."""
        shown = self.desk("show", f"{self.story.unit}-2026-0001", "--json").json
        assert (shown["status"], shown["step"], shown["missing"]) == ("concluded", "conclusion", [])
        assert shown["priority"] == "critical"
        assert self.desk("verify").status == 0

    def check_prints(self, first: str, second: str) -> None:
        """Two prints of one position are the same bytes, and every text that somebody typed is in them."""
        paper = (self.folder / first).read_bytes()
        assert paper.startswith(b"%PDF-")
        assert (self.folder / second).read_bytes() == paper
        for reader, text in readers.both(paper, self.folder).items():
            lost = [each for each in self.story.texts if readers.squeezed(each) not in readers.squeezed(text)]
            assert lost == [], reader

    def check_log(self) -> None:
        """Neither Python nor Qt had anything to say."""
        said = "".join(file.read_text(encoding="utf-8") for file in (self.folder / "data" / "logs").iterdir())
        loud = [line for line in said.splitlines() if any(f'"{level}"' in line for level in _LOUD)]
        assert not loud, loud
