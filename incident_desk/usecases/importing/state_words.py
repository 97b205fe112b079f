"""Words with which sheets say that a row was closed, or that it was not: in a column of states, or in place of a day.

Whoever files open work as closed forgets it, so that whatever is in doubt is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CLOSED = frozenset({
    "closed", "close", "done", "completed", "complete", "finished", "resolved", "concluded", "archived",
    "abgeschlossen", "geschlossen", "erledigt", "beendet", "fertig", "archiviert",
    "clos", "clôturé", "clôturée", "fermé", "terminé", "cerrado", "cerrada", "resuelto", "chiuso", "chiusa", "risolto",
    "gesloten", "afgesloten", "afgehandeld",
})  # fmt: skip
ANSWERS = frozenset({"yes", "y", "x", "true", "ja", "j", "oui", "sí", "si", "✓", "✔"})
"""Where it is asked whether a row was closed, what says so."""
OPEN = frozenset({
    "open", "opened", "pending", "ongoing", "in progress", "new", "reopened", "offen", "in arbeit", "laufend", "neu",
    "non", "en cours", "ouvert", "ouverte", "abierto", "abierta", "pendiente", "aperto", "aperta", "nee", "lopend",
})  # fmt: skip
_NOT_YET = frozenset({
    "not", "never", "still", "yet", "tbd", "tba", "tbc", "running", "planned", "plan", "due", "until", "till",
    "by end", "to be", "will", "would", "should", "must", "soon", "expected", "waiting", "awaiting", "wait",
    "outstanding", "once", "when", "as soon as", "if", "except", "remaining", "nearly", "almost", "half", "part",
    "partly", "partially", "in part", "mostly", "some", "under review", "can be", "could be", "for closing", "unless",
    "reopen", "re-opened", "nicht", "nein", "nie", "noch", "läuft", "arbeit", "bearbeitung", "geplant", "planmäßig",
    "bis", "fällig", "soll", "sollte", "muss", "wird", "werden", "bald", "demnächst", "voraussichtlich",
    "voraussichtl", "vorauss", "erwartet", "wartet", "warten", "ausstehend", "steht aus", "stehen aus", "sobald",
    "wenn", "falls", "außer", "fast", "beinahe", "halb", "teils", "teilweise", "zum teil", "größtenteils",
    "weitgehend", "überwiegend", "zu", "kann", "können", "wieder", "wiedereröffnet", "wiedervorlage", "erst",
    "vor abschluss", "einige", "rest", "teilw", "tw", "termin", "erinnerung", "reminder", "follow-up", "wvl", "target",
    "zieltermin", "est", "estimated",
})  # fmt: skip


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)")


_CLOSED_WORD, _OPEN_WORD = _any_of(CLOSED), _any_of(OPEN | _NOT_YET)
_NO_DAY = re.compile(  # 31.04. is a day that somebody meant
    r"\W*\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?\W*|(?:kw|cw|week|woche)\s?\d{1,2}(?:\s?[/.-]?\s?(?:19|20)\d\d)?"
)
_PART = re.compile(r"\d\s*(?:/|of|von|out of)\s*\d|(?<!\d)\d{1,2}(?:[.,]\d+)?\s*%|^no\b(?!\s+\w)|\?")
"""2 of 3, 80 %, a no, or a question: of what is closed as well."""


def says_still_open(text: str) -> bool:
    """Whether words beside a closing day say that it is none: "26.01.2024 offen", "30.06. geplant", a question."""
    said = " ".join(text.casefold().split())
    return _OPEN_WORD.search(said) is not None or "?" in said


def says_closed(text: str) -> bool:
    """Whether a cell that is no closing date says all the same that there was one."""
    said = " ".join(text.casefold().split())
    if said.strip(" .,;!()") in ANSWERS or _NO_DAY.fullmatch(said):
        return True
    return _CLOSED_WORD.search(said) is not None and not (_OPEN_WORD.search(said) or _PART.search(said))
