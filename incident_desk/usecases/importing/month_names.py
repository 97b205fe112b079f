"""Names of months and of days of the week as sheets write them, in every language whose lists are read."""

from __future__ import annotations

import re

_MONTHS = (  # English, German, French, Spanish, Italian, Dutch
    "jan january januar jänner jän janvier janv enero ene gennaio gen januari",
    "feb february februar février fevrier févr fevr fév fev febrero febbraio februari",
    "mar march märz mär mrz maerz mars marzo maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag mei",
    "jun june juni juin junio giugno giu",
    "jul july juli juillet juil julio luglio lug",
    "aug august août aout agosto ago augustus",
    "sep sept september septembre septiembre setiembre settembre sett set",
    "oct october okt oktober octobre octubre ottobre ott",
    "nov november novembre noviembre",
    "dec december dez dezember décembre decembre déc diciembre dic dicembre",
)
MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""By the name in small letters the number of the month."""
WEEKDAY = re.compile(  # "mar" is March, be it a Tuesday elsewhere
    r"^(?:mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
    r"(?:\.,?|,|\s)\s*",
    re.IGNORECASE,
)
"""A day of the week at the beginning of a text."""
