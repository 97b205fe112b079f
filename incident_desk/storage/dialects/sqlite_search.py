"""Search on SQLite: FTS5 over all words, and FTS5 over every three letters of number and title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.search_words import SHORTEST, Sought, SoughtWord, filled

_WORDS = sa.table(
    "search_fts", sa.column("rowid", sa.Integer), sa.column("search_fts", sa.Text), sa.column("rank", sa.Float)
)
_PARTS = sa.table("search_fts_parts", sa.column("rowid", sa.Integer), sa.column("search_fts_parts", sa.Text))
NO: sa.ColumnElement[int] = _WORDS.c.rowid
_LONGEST_BEGINNING = 3  # letters: prefix='2 3' of the index


def asked(sought: Sought) -> tuple[int, Mapping[str, Any]]:
    return 0, {"query": " AND ".join(_terms(sought))}


def asked_whole(sought: Sought) -> Mapping[str, Any]:
    """The last word as a whole one: what stands first when the best come first, and found much faster."""
    return {"query": " AND ".join(_terms(sought, finished=True))}


def _terms(sought: Sought, *, finished: bool = False) -> Iterator[str]:
    """FTS5 takes whatever stands between quotation marks for a word, and no word of ours holds one."""
    for each in sought.words:
        last = each is sought.words[-1] and not finished
        yield _one_of([f'"{each.text}" *' if last else f'"{filled(each.text)}"', *_pointers(each)])
    if sought.about:
        yield _one_of([f'"{pointer}"' for pointer in sought.about])


def _pointers(word: SoughtWord) -> list[str]:
    return [f'"{pointer}"' for pointer in word.others]


def _one_of(terms: list[str]) -> str:
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def fits(_: int) -> sa.ColumnElement[bool]:
    return _WORDS.c.search_fts.op("MATCH", is_comparison=True)(sa.bindparam("query", type_=sa.Text()))


def asked_near(sought: Sought) -> Mapping[str, Any] | None:
    """For an unfinished word that is longer than the beginnings in the index: of those FTS5 would first gather all
    records, however many. The newest with its first letters are at hand, and most often hold the word itself.
    """
    last = sought.words[-1] if sought.words else None
    if last is None or last.others or len(last.text) <= _LONGEST_BEGINNING:
        return None
    beginning = SoughtWord(last.text[:_LONGEST_BEGINNING])
    near = Sought((*sought.words[:-1], beginning), sought.about)
    return {"query": " AND ".join(_terms(near)), "word": f" {last.text}"}


def near(newest: sa.Select[Any]) -> tuple[sa.ColumnElement[int], list[sa.ColumnElement[bool]]]:
    among, text = newest.subquery(), t.search_text.c
    blank: sa.ColumnElement[str] = sa.literal_column("' '", sa.Text())
    words = blank.concat(text.head).concat(blank).concat(text.body)
    holds = sa.func.instr(words, sa.bindparam("word", type_=sa.Text())) > 0
    return among.c.no, [text.no == among.c.no, holds]


def best(_: int, newest: sa.Select[Any], conditions: list[sa.ColumnElement[bool]], limit: Any) -> sa.Select[Any]:
    """No row is joined here. What ranks alike comes newest first, for which SQLite sorts again what FTS5 gives: with so
    few rows that costs nothing.
    """
    oldest = newest.subquery()
    bottom = sa.select(sa.func.min(oldest.c.no)).scalar_subquery()
    ranked = sa.select(NO.label("no")).where(*conditions, NO.op(">=", is_comparison=True)(bottom))
    return ranked.order_by(_WORDS.c.rank, NO.desc()).limit(limit)


def asked_parts(parts: tuple[str, ...]) -> Mapping[str, Any]:
    pieces = dict.fromkeys(part[at : at + SHORTEST] for part in parts for at in range(len(part) - SHORTEST + 1))
    named = {f"part_{n}": part for n, part in enumerate(parts)}
    return {"pieces": " AND ".join(f'"{piece}"' for piece in pieces), **named}


def by_part(count: int) -> tuple[sa.ColumnElement[int], list[sa.ColumnElement[bool]]]:
    """The index knows which pieces a head holds, not in which order: that is looked at in the head itself."""
    head = sa.select(t.search_text.c.head).where(t.search_text.c.no == _PARTS.c.rowid).scalar_subquery()
    pieces = _PARTS.c.search_fts_parts.op("MATCH", is_comparison=True)(sa.bindparam("pieces", type_=sa.Text()))
    within = [sa.func.instr(head, sa.bindparam(f"part_{n}", type_=sa.Text())) > 0 for n in range(count)]
    return _PARTS.c.rowid, [pieces, *within]


def without(shape: int) -> sa.ColumnElement[bool]:
    return _PARTS.c.rowid.not_in(sa.select(NO).where(fits(shape)))
