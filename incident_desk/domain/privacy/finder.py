"""What tells in a free text who somebody is: names that the register knows, and forms that names and numbers have.

No program finds every name. What it takes for one goes, even where it was a common word; who prints reads the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from incident_desk.domain.privacy.common_words import COMMON_WORDS, is_a_time
from incident_desk.domain.privacy.identifiers import Identifier, IsValid, Span
from incident_desk.domain.privacy.usual import after_titles

NAME = "name"
_SHORTEST = 3  # letters of a part of a name that is looked for alone
_BETWEEN = 3  # characters between two words of a name at most
_BESIDE_A_NAME = re.compile(r"\(.*|\d.*")  # "(night duty 2)", "3"
_PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_APART = re.compile("['\u2019-]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NO_BLANKS = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts that write none
_LAST_MARK = 0x1D00  # the combining marks of living scripts stand before
_GERMAN = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue"})
_STROKES = str.maketrans(
    {"\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th", "\u0131": "i"}
)

_WHAT_THEY_ARE = frozenset({
    "patient", "patients", "patientin", "patienten", "resident", "residents", "bewohner", "bewohnerin", "bewohnende",
    "visitor", "visitors", "besucher", "besucherin", "guest", "gast", "customer", "customers", "kunde", "kundin",
    "kunden", "client", "clients", "klient", "klientin", "person", "persons", "people", "personen", "somebody",
    "someone", "jemand", "unknown", "unbekannt", "nobody", "niemand", "mother", "father", "parent", "parents",
    "mutter", "vater", "eltern", "son", "daughter", "sohn", "tochter", "wife", "husband", "spouse", "ehefrau",
    "ehemann", "partner", "partnerin", "child", "children", "kind", "kinder", "baby", "relative", "relatives",
    "family", "angehörige", "angehöriger", "familie", "nurse", "nurses", "doctor", "doctors", "surgeon",
    "pflegekraft", "pflegerin", "pfleger", "arzt", "ärztin", "schwester", "midwife", "hebamme", "worker", "workers",
    "operator", "driver", "mitarbeiter", "mitarbeiterin", "fahrer", "fahrerin", "staff", "personal", "team", "shift",
    "schicht", "night", "nacht", "day", "tag", "early", "late", "früh", "spät", "ward", "station", "room", "zimmer",
    "bed", "bett", "hall", "halle", "line", "linie", "supplier", "lieferant", "maker", "makers", "hersteller",
    "contractor", "contractors", "fremdfirma", "cleaner", "reinigung", "technician", "techniker", "technikerin",
    "electrician", "elektriker", "student", "trainee", "azubi", "schüler", "schülerin", "volunteer", "male",
    "female", "man", "woman", "mann", "frau", "herr", "the", "and", "und", "der", "die", "das", "of", "des", "von",
    "del", "van", "den", "dem",
})  # fmt: skip
"""In small letters. People write them where a name is asked; in other texts they name nobody."""


def is_telling(text: str) -> bool:
    """Whether what stands in a field beside a name is looked for as it stands: a number, an address, several words."""
    parts = [part for part in _parts(text) if len(part) >= _SHORTEST]
    return bool(re.search(r"@|\d{4}", text)) or (len(text.split()) > 1 and bool(parts))


def names_after_titles(text: str) -> Iterator[str]:
    """As "Ilse Kaminski" in a text about "Frau Ilse Kaminski": other texts may name her without."""
    return (text[start:end] for start, end in after_titles(text) if _names_somebody(text[start:end]))


class Finder:
    """Blackens texts. `near`: names of people whom the record names, looked for part by part in any letters. `far`:
    names of all others, looked for as a whole, and by the last part where it has a capital. `words`: looked for as
    they are. `places`: words of these stay. `forms`: what tells of anybody.
    """

    def __init__(
        self, near: Collection[str], far: Collection[str], words: Iterable[str], places: Iterable[str], forms: Forms
    ) -> None:
        self._forms = forms
        stay = {part.casefold() for place in places for part in _PART.findall(place)}
        parts = {part for name in near for part in _with_halves(_parts(name)) if _stands_alone(part, set())}
        whole = {*filter(_parts, near), *map(_last_first, near), *far, *words}
        last = {part for name in far for part in _parts(name)[-1:] if _stands_alone(part, stay)}
        common = {part for part in parts if part.casefold() in COMMON_WORDS}
        self._in_any_letters = _by_first_word({*(parts - common), *(each for each in whole if len(each.strip()) > 1)})
        self._common = _by_first_word(common)
        self._with_a_capital = _by_first_word({*last, *_short(near)})
        self._without_words = sorted({each for each in whole if _NO_BLANKS.search(each) or not _words(each)})

    def hide(self, text: str, gap: str, *, numbers: bool = True) -> str:
        """The text with `gap` where somebody is named. `numbers`: long numbers go too."""
        return _without(
            text, ((mark.start, mark.end) for mark in self.marks(text, numbers=numbers, sparing=False)), gap
        )

    def marks(self, text: str, *, numbers: bool = True, sparing: bool = True) -> list[Mark]:
        """Where somebody is named, in the order of the text; none reaches into the next. `sparing`: a common word in
        small letters or a month after "in" is nobody's name; where names must not go out it may be one.
        """
        found = [Mark(*span, NAME) for span in self._named(text, sparing)]
        found += (Mark(*span, NAME) for span in after_titles(text) if _names_somebody(text[slice(*span)]))
        found += self._forms.marks(text, numbers=numbers)
        return together(found)

    def finds(self, text: str) -> bool:
        """Whether somebody stands there by name; forms do not count."""
        return any(True for _ in self._named(text, sparing=False))

    def _named(self, text: str, sparing: bool) -> Iterator[Span]:
        for literal in filter(None, self._without_words):
            yield from (found.span() for found in re.finditer(re.escape(literal), text, re.IGNORECASE))
        words = _words(text)
        for n, word in enumerate(words):
            if sparing and n and is_a_time(word.folded, words[n - 1].folded):
                continue
            for name in self._beginning_with(word.folded, text[word.start].isupper(), not sparing or text.islower()):
                if last := _last_of(name, words, n):
                    yield word.start, last.end

    def _beginning_with(self, word: str, capital: bool, in_any_letters: bool) -> Iterator[tuple[str, ...]]:
        """The names that a word may begin. A text wholly in small letters gives no name a capital."""
        for key in _without_ending(word):
            yield from self._in_any_letters.get(key, ())
            yield from self._common.get(key, ()) if capital or in_any_letters else ()
            yield from self._with_a_capital.get(key, ()) if capital else ()


class Mark(NamedTuple):
    """A passage that tells who somebody is. `key`: of the identifier, or NAME."""

    start: int
    end: int
    key: str


class Forms(NamedTuple):
    """The identifiers that are looked for, and how their check digits are tried."""

    identifiers: Sequence[Identifier]
    is_valid: IsValid

    def marks(self, text: str, *, numbers: bool) -> Iterator[Mark]:
        for each in self.identifiers:
            if numbers or not each.of_things:
                yield from (Mark(*span, each.key) for span in each.spans(text, self.is_valid))


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    return [_Word(_folded(found.group()), found.start(), found.end()) for found in _word().finditer(text)]


@cache
def _word() -> re.Pattern[str]:
    """Letters and digits with the marks that belong to them."""
    marks = "".join(re.escape(chr(at)) for at in range(0x300, _LAST_MARK) if unicodedata.category(chr(at))[0] == "M")
    return re.compile(rf"[^\W_](?:[^\W_]|{_UNSEEN.pattern}|[{marks}])*")


def _folded(text: str) -> str:
    """As it is compared: in small letters, composed, without what is not seen."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).casefold()


def _without_ending(word: str) -> tuple[str, ...]:
    """The word, and without the ending of a genitive."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _last_of(name: tuple[str, ...], words: list[_Word], n: int) -> _Word | None:
    """The last word of a name that begins with the word `n`, if it stands there."""
    if len(words) - n < len(name):
        return None
    here = words[n : n + len(name)]
    if any(after.start - before.end > _BETWEEN for before, after in pairwise(here)):
        return None
    alike = all(word.folded == part for word, part in zip(here[:-1], name[:-1], strict=True))
    return here[-1] if alike and name[-1] in _without_ending(here[-1].folded) else None


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Each name in all its spellings, as the words that it is made of."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for spelt in {each for name in names for each in _spellings(_folded(name))}:
        if words := tuple(word.folded for word in _words(spelt)):
            found.setdefault(words[0], []).append(words)
    return found


def _spellings(name: str) -> Iterator[str]:
    apart = unicodedata.normalize("NFD", name)
    plain = "".join(ch for ch in apart if not unicodedata.combining(ch))
    for each in (name, name.translate(_GERMAN), plain.translate(_STROKES)):
        yield from (each, _APART.sub("", each))  # "O'Brien", "OBrien"
    yield re.sub("([aou])e", lambda found: unicodedata.normalize("NFC", f"{found[1]}\u0308"), name)


def together(marks: Iterable[Mark]) -> list[Mark]:
    """Those that overlap are one, called after the first and longest."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if apart and mark.start < apart[-1].end:
            apart[-1] = apart[-1]._replace(end=max(apart[-1].end, mark.end))
        else:
            apart.append(mark)
    return apart


def _without(text: str, spans: Iterable[Span], gap: str) -> str:
    """Passages, in order, that touch or have only blanks between them become one gap."""
    kept: list[str] = []
    at = 0
    for start, end in spans:
        between = text[at:start]
        if not kept or "\n" in between or between.strip():
            kept += [between, gap]
        at = end
    return "".join(kept) + text[at:]


def _parts(name: str) -> list[str]:
    """Of a name, as of "Helen Marsh"; none of what only says who is meant, as "Patient, room 312"."""
    parts = _PART.findall(_BESIDE_A_NAME.sub("", name))
    return [part for part in parts if part.casefold() not in _WHAT_THEY_ARE]


def _last_first(name: str) -> str:
    """As "Kogler Franz" of "Franz Kogler": so lists and officials write; nothing of a single word."""
    parts = _parts(name)
    return " ".join((*parts[-1:], *parts[:-1])) if len(parts) > 1 else ""


def _short(names: Iterable[str]) -> Iterator[str]:
    """First names too short to be looked for in any letters, as "Jo" of "Jo Fielding"."""
    return (part for name in names for part in _parts(name)[:-1] if len(part) == _SHORTEST - 1)


def _with_halves(parts: Iterable[str]) -> Iterator[str]:
    """As also "Marsh" of "Ward-Marsh"."""
    for part in parts:
        yield part
        yield from (half for half in _APART.split(part) if half.casefold() not in _WHAT_THEY_ARE)


def _names_somebody(text: str) -> bool:
    """Not as in "Nurse Station"."""
    return bool(_parts(text))


def _stands_alone(part: str, stay: set[str]) -> bool:
    """A place may be called after somebody; whom the record names is looked for all the same."""
    return len(part) >= _SHORTEST and part.casefold() not in stay
