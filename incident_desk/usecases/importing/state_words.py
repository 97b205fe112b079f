"""Words with which sheets say that a row was closed, or that it was not: in a column of states, or in place of a day.

Whoever files open work as closed forgets it, so that whatever is in doubt is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from incident_desk.usecases.importing.words import NO, YES

CLOSED = frozenset({
    "closed", "close", "done", "completed", "complete", "finished", "resolved", "concluded", "archived",
    "abgeschlossen", "geschlossen", "erledigt", "beendet", "fertig", "archiviert",
    "clos", "clôturé", "clôturée", "fermé", "fermée", "terminé", "terminée", "résolu", "résolue", "traité", "traitée",
    "cerrado", "cerrada", "resuelto", "resuelta", "solucionado", "solucionada", "chiuso", "chiusa", "risolto",
    "risolta", "gesloten", "afgesloten", "afgehandeld", "opgelost", "closed out",
})  # fmt: skip
ANSWERS = YES - {"1"}
"""Where it is asked whether a row was closed, what says so."""
_DENIED = NO - {"0", "-", "–"}
"""Where it is asked whether a row is open, what says that it was closed; a dash says nothing."""
_NUMBERS = frozenset({"0", "1"})  # for no and yes, where a column holds both and nothing else
OPEN = frozenset({
    "open", "opened", "pending", "ongoing", "in progress", "new", "reopened", "offen", "in arbeit", "laufend", "neu",
    "non", "en cours", "ouvert", "ouverte", "abierto", "abierta", "pendiente", "aperto", "aperta", "nee", "lopend",
    "en curso", "in corso", "à faire",
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
    "zieltermin", "est", "estimated", "pas", "encore", "partiellement", "rouvert", "rouverte", "aún", "todavía",
    "parcialmente", "reabierto", "reabierta", "ancora", "parzialmente", "riaperto", "riaperta", "niet", "nog", "deels",
    "heropend",
})  # fmt: skip


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)")


_CLOSED_WORD, _OPEN_WORD = _any_of(CLOSED), _any_of(OPEN | _NOT_YET)
_ASKS_OPEN = _any_of({"open", "offen", "ouvert", "ouverte", "abierto", "abierta", "aperto", "aperta"})
_AND_HOW = re.compile(rf"{_CLOSED_WORD.pattern}\s*[-–—,;:(].*(?<!\w)(?!no\W*$|nein\W*$)\w+\W*$")
"""A word for closed, and behind it a remark: "closed - no further action"."""
_NO_BEFORE = re.compile(rf"(?<!\w)no\s+{_CLOSED_WORD.pattern}")  # Spanish for not
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
    open_ = _OPEN_WORD.search(said) or _NO_BEFORE.search(said) or _PART.search(said)
    return _CLOSED_WORD.search(said) is not None and not open_


def closing_words(heading: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words of a column that say of their rows that they were closed, by what its heading asks."""
    asked = heading.casefold().replace("_", " ")
    asks_closed, asks_open = _CLOSED_WORD.search(asked) is not None, _ASKS_OPEN.search(asked) is not None
    stated = {word: " ".join(word.casefold().split()) for word in words}
    numbered = set(stated.values()) == _NUMBERS
    if asks_open and asks_closed:  # a yes could answer both
        closing = CLOSED
    elif asks_open:
        closing = CLOSED | _DENIED | ({"0"} if numbered else set())
    else:
        closing = CLOSED | ANSWERS | ({"1"} if numbered and asks_closed else set())
    return tuple(word for word, said in stated.items() if said in closing or _closed_with_a_remark(said))


def _closed_with_a_remark(said: str) -> bool:
    return _AND_HOW.match(said) is not None and says_closed(said)
