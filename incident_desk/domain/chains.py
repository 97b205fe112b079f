"""The kinds of chains beside that of incidents: what each of them is about."""

from __future__ import annotations

PERSON, PLACE, EQUIPMENT, SETTINGS, PACK, ACCESS = "person", "place", "equipment", "settings", "pack", "access"
KNOWLEDGE = "knowledge"
