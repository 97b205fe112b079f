"""Handing out what the register shows: a sheet, lines for other programs, due dates for a calendar."""
