"""Sheets as sites have them, with a different past in each: text, day, place, who looked after it, how grave it was."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from incident_desk.usecases.demo_tales import Teller
from incident_desk.usecases.names import Names

_HEADINGS = ("Number", "Title", "Description", "Date", "Place", "Responsible", "Priority")
_FIRST, _DAYS = date(2019, 1, 1), 2000
_PRIORITIES = ("Low", "Medium", "High")


def write_sheet(path: Path, names: Names, teller: Teller, first: int, rows: int) -> None:
    people = [each.name for each in names.people.values()]
    places = [each.name for each in names.places.values()]
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(_HEADINGS)
        for number in range(first, first + rows):
            chance = random.Random(number)
            day = _FIRST + timedelta(chance.randrange(_DAYS))
            sheet.writerow(
                (f"OLD-{number:07}", teller.prose(chance, 1)[:80], teller.prose(chance, 3), day.isoformat(),
                 chance.choice(places), chance.choice(people), chance.choice(_PRIORITIES))
            )  # fmt: skip
