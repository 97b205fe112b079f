"""Made-up incidents for large registers: what is said in them, and the commands that lead each to its end.

Texts are put together from a few hundred words by a generator with a fixed seed, so that a register of a size is
always the same but for its ids and salts.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incident_desk.domain import commands as c
from incident_desk.usecases.names import Names

HOUR = 3_600_000_000  # microseconds
STEPS = ("identification", "containment", "prioritisation", "reaction", "conclusion")

_THINGS = (
    "infusion pump", "ventilator", "bed rail", "monitor", "syringe driver", "wheelchair", "hoist", "oxygen bottle",
    "defibrillator", "suction unit", "call bell", "fridge", "blood sample", "wristband", "prescription", "drip stand",
    "catheter", "dressing trolley", "scanner", "lift", "door closer", "medicine cabinet", "feeding tube", "scale",
)  # fmt: skip
_FAULTS = (
    "ran too fast", "stopped without an alarm", "was mixed up", "leaked on the floor", "came loose", "was not labelled",
    "showed a wrong value", "was out of date", "failed its self-test", "fell over", "overheated", "did not lock",
    "was given twice", "was found empty", "jammed half way", "lost power during use",
)  # fmt: skip
_SENTENCES = (
    "The {thing} {fault} shortly after the change of shift.",
    "A colleague noticed it on the round and called for help at once.",
    "Nobody was hurt, but the treatment began {n} minutes late.",
    "The spare {thing} from the store was used instead; serial number {n}-{m}.",
    "The patient felt unwell for a while and was watched for {n} hours.",
    "The relatives were told in the afternoon and asked for a written answer.",
    "The entry in the chart had been made for the bed beside it.",
    "The same had been seen on {place} some weeks before.",
    "The display still read {n}.{m} when the engineer arrived.",
    "Two members of staff had been called away to another emergency.",
    "The check list was not at the bedside, so the second check was left out.",
    "It took {n} minutes until the {thing} could be replaced.",
)
_WHEN = tuple(
    f"{how} {when}" for how in ("noticed", "reported", "found", "seen again", "told by a relative")
    for when in ("at night", "on the morning round", "at handover", "before surgery", "after lunch", "on arrival",
                 "during transport", "at the weekend", "while nobody was near", "by the night shift")
)  # fmt: skip
_MEASURES = ("Taken out of use and marked", "Spare brought from the store", "Second check by a colleague",
             "Area closed off", "Stock checked on the whole ward")  # fmt: skip
_CAUSES = (
    "Two boxes look alike and lay side by side.", "The seal was worn; no date for its change is set.",
    "The alarm had been set to silent and nobody took that back.", "Handover without the chart at the bedside.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Commands of one submission, so many microseconds after the report."""

    after: int
    commands: tuple[c.Command, ...]


class Teller:
    """Tells one incident after the other."""

    def __init__(self, names: Names, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        self._places = [place for place in names.places.values() if place.unit and place.active]
        self._people = [person.id for person in names.people.values()]
        self._subcategories = [sub.key for category in names.pack.categories for sub in category.subcategories]
        self._rows = [level.code for level in names.pack.matrix.rows]
        self._columns = [level.code for level in names.pack.matrix.columns]

    def tell(self, reach: str) -> Iterator[Said]:
        """`reach`: "inbox", "not_reportable", "good_catch", one of the five steps, or "signed"."""
        yield Said(0, (self._report("good_catch" if reach == "good_catch" else "incident"),))
        match reach:
            case "inbox":
                return
            case "not_reportable":
                yield Said(HOUR, (c.MarkNotReportable("Told twice; the other report is kept."),))
            case "good_catch":
                yield from self._good_catch()
            case _:
                moments = itertools.count(HOUR, 5 * HOUR)
                stages = self._stages()[: STEPS.index(reach) + 1 if reach in STEPS else None]
                yield from (Said(next(moments), commands) for stage in stages for commands in stage)

    def prose(self, sentences: int) -> str:
        return " ".join(self._filled(said) for said in self._chance.sample(_SENTENCES, sentences))

    def _filled(self, said: str) -> str:
        chance = self._chance
        return said.format(
            thing=chance.choice(_THINGS), fault=chance.choice(_FAULTS), place=chance.choice(self._places).name,
            n=chance.randrange(2, 90), m=chance.randrange(100, 999),
        )  # fmt: skip

    def _report(self, kind: str) -> c.RecordIncident:
        chance = self._chance
        day = f"2017-{chance.randrange(1, 12):02}-{chance.randrange(1, 28):02}T{chance.randrange(24):02}:15"
        place = chance.choice(self._places)
        fields = {
            "title": f"{chance.choice(_THINGS).capitalize()} {chance.choice(_FAULTS)}, {chance.choice(_WHEN)}",
            "what_happened": self.prose(chance.randrange(2, 5)),
            "discovered": day, "place": place.id, "place_detail": f"bed {chance.randrange(1, 30)}",
            "subcategory": chance.choice(self._subcategories), "reporter": chance.choice(self._people),
        }  # fmt: skip
        return c.RecordIncident(fields, kind)

    def _good_catch(self) -> Iterator[Said]:
        yield Said(HOUR, (c.AcceptReport(self._chance.choice(self._people)),))
        yield Said(9 * HOUR, (c.MoveToStep("conclusion"),))
        yield Said(30 * HOUR, (c.ChangeFields({"summary": self.prose(1)}), c.ConcludeIncident()))

    def _stages(self) -> Sequence[Sequence[tuple[c.Command, ...]]]:
        """What is said in each step, its first word being the move into it; the last is the two signatures."""
        chance = self._chance
        measure = {"what": chance.choice(_MEASURES), "owner": chance.choice(self._people)}
        rating = (chance.choice(self._rows), chance.choice(self._columns)) * 2
        decided = {"workload": chance.randrange(1, 40), "deferral": "start_now", "people_affected": "One patient"}
        found = {"cause": chance.choice(_CAUSES), "test_how": self.prose(1), "test_result": "passed"}
        review = {f"review_{part}": self.prose(1) for part in ("worked", "challenges", "better")}
        extent = {"extent_areas": chance.choice(self._places).name}
        return (
            [(c.AcceptReport(chance.choice(self._people)),)],
            [(c.MoveToStep("containment", {"immediate_action": self.prose(1)}),), (c.AddItem("measures", measure),)],
            [(c.MoveToStep("prioritisation", extent),), (c.RatePriority(*rating),)],
            [(c.MoveToStep("reaction", decided),)],
            [(c.MoveToStep("conclusion", found),), (c.ChangeFields({"summary": self.prose(1), **review}),)],
            [(c.SignOff("author"),), (c.SignOff("manager"),)],
        )
