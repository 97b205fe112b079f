"""How a file of ours is known when it is read. Light: the process that reads files has little else."""

from __future__ import annotations

from incident_desk.domain.text import Text

FACT, FIELD, LIST = "record.", "fields.", "lists."
"""What stands before the keys of an object, where it is read as a row."""
ZONE = Text("Times are those of", "Zeiten gelten in")
"""Heads the time zone, without which hours mean something else in another register."""
KEPT = Text("Row of the old list", "Zeile der alten Liste")
MANY = "; "
