"""The time zones that can be chosen, as lists of picks show them."""

from __future__ import annotations

from zoneinfo import available_timezones

from incident_desk.gui.widgets.pick_field import Pick


def zone_picks() -> list[Pick]:
    return [Pick(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())]
