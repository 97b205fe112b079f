"""Lists that find the cause: what happened when, what contributed, why, and what was decided."""

from __future__ import annotations

from incident_desk.domain.declarations import ItemList
from incident_desk.domain.list_columns import OWNER, OWNER_NAME, WHAT, K, column, options
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Step

TIMELINE = ItemList(
    "timeline", Step.REACTION, "cause", Text("What happened when", "Was wann geschah"), Text("event", "Ereignis"),
    (
        column("when", K.TIME, "When", "Wann"),
        WHAT,
        column("source", K.TEXT, "How we know", "Woher wir das wissen"),
        column("unexpected", K.YES_NO, "Unexpected", "Unerwartet"),
    ),
    needed=("when", "what"),
)  # fmt: skip

WHYS = ItemList(
    "whys", Step.REACTION, "cause", Text("Five whys", "Fünfmal warum"), Text("why", "Warum"),
    (column("what", K.TEXT, "Why", "Warum"),
     column("evidence", K.TEXT, "How we know", "Woher wir das wissen")),
    needed=("what",),
)  # fmt: skip

FACTORS = ItemList(
    "factors", Step.REACTION, "cause",
    Text("Contributing factors", "Beitragende Einflüsse"), Text("factor", "Einfluss"),
    (
        column("kind", K.CHOICE, "Kind", "Art", options(
            ("affected", "Patient or customer", "Patient oder Kunde"), ("people", "People", "Mensch"),
            ("team", "Team and communication", "Team und Kommunikation"),
            ("method", "Task and method", "Aufgabe, Methode"),
            ("machine", "Machine and equipment", "Maschine und Gerät"), ("material", "Material", "Material"),
            ("measurement", "Measurement", "Messung"), ("environment", "Surroundings", "Umgebung"),
            ("organisation", "Organisation", "Organisation"))),
        WHAT,
        column("behind", K.TEXT, "What lies behind it", "Was dahinter steht"),
        column("root", K.YES_NO, "A root cause", "Eine Grundursache"),
        column("evidence", K.TEXT, "How we know", "Woher wir das wissen"),
    ),
    needed=("kind", "what"),
)  # fmt: skip

DECISIONS = ItemList(
    "decisions", Step.REACTION, "decisions", Text("Decisions", "Entscheidungen"), Text("decision", "Entscheidung"),
    (
        column("what", K.TEXT, "What was decided", "Was entschieden wurde"),
        column("options", K.PROSE, "What else was looked at", "Was sonst erwogen wurde"),
        column("why", K.PROSE, "Why", "Warum"),
        OWNER, OWNER_NAME,
        column("when", K.TIME, "When", "Wann"),
        column("takes_back", K.TEXT, "Takes back an earlier one", "Nimmt eine frühere zurück"),
    ),
    needed=("what", "why"), fixed=True,
)  # fmt: skip
