"""The list of equipment as it is looked through: by numbers, by what a hand scanner sends, by words.

A site has many more devices than people, so what is worked out from all of them is worked out once for a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from incident_desk.domain.equipment_keys import CODE_KEYS, folded_code
from incident_desk.domain.gs1 import Gs1, gtin_of, read_gs1
from incident_desk.support.words import words_of
from incident_desk.usecases.rows import EquipmentRow


class EquipmentList(dict[str, EquipmentRow]):
    """By id, in the order of names."""

    @cached_property
    def by_code(self) -> Mapping[str, tuple[EquipmentRow, ...]]:
        """By each number that stands on a piece, folded."""
        return _grouped((folded_code(getattr(row, key)), row) for row in self.values() for key in CODE_KEYS)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[EquipmentRow, ...]]:
        """By name, and by name with number, folded."""
        return _grouped(
            (folded_code(name), row) for row in self.values() for name in dict.fromkeys((row.name, row.spoken))
        )

    @cached_property
    def by_gtin(self) -> Mapping[str, Sequence[tuple[EquipmentRow, Gs1]]]:
        """By article: its pieces, with what the entry of each says of itself."""
        found: dict[str, list[tuple[EquipmentRow, Gs1]]] = {}
        for row in self.values():
            own = _told_by(row)
            if own.gtin:
                found.setdefault(own.gtin, []).append((row, own))
        return found

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """By name or number without capitals: the ids of the pieces that have it."""
        found: dict[str, list[str]] = {}
        for row in self.values():
            for word in dict.fromkeys(word.casefold() for word in (row.spoken, row.name, *row.codes, row.id)):
                found.setdefault(word, []).append(row.id)
        return {word: tuple(ids) for word, ids in found.items()}

    @cached_property
    def shared(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        """The names and numbers, as they are written, that several pieces have, with their ids."""
        said = {word.casefold(): word for row in self.values() for word in (row.name, row.spoken, *row.codes)}
        return [(said[word], ids) for word, ids in self.called.items() if len(ids) > 1]

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """By id: the words of its name and its numbers, for the search."""
        return {row.id: tuple(words_of(" ".join((row.name, *row.codes)))) for row in self.values()}

    @cached_property
    def assets(self) -> Mapping[str, tuple[str, str]]:
        """By asset number, folded: id and name of the piece that has it."""
        return {folded_code(row.asset): (row.id, row.name) for row in self.values() if row.asset}

    def meant_by(self, code: str) -> tuple[EquipmentRow, ...]:
        """The pieces that a typed or scanned code means, those in use where there are any."""
        exact = self.by_code.get(folded_code(code), ())
        found = exact or self._scanned(code)
        return tuple(row for row in found if row.active) or tuple(found)

    def _scanned(self, code: str) -> tuple[EquipmentRow, ...]:
        """Those that fit what the code tells best: the serial number before the lot, the lot before the article."""
        readings: Sequence[Gs1] = read_gs1(code) or ([Gs1(gtin)] if (gtin := gtin_of(code)) else [])
        ranked: dict[int, dict[str, EquipmentRow]] = {}
        for reading in readings:
            for row, own in self.by_gtin.get(reading.gtin, ()):
                rank = _fit(reading, own)
                if rank is not None:
                    ranked.setdefault(rank, {})[row.id] = row
        return tuple(ranked[max(ranked)].values()) if ranked else ()


def _grouped(pairs: Iterable[tuple[str, EquipmentRow]]) -> dict[str, tuple[EquipmentRow, ...]]:
    found: dict[str, dict[str, EquipmentRow]] = {}
    for key, row in pairs:
        if key:
            found.setdefault(key, {})[row.id] = row
    return {key: tuple(rows.values()) for key, rows in found.items()}


def _told_by(row: EquipmentRow) -> Gs1:
    """What a piece's own entry says of it."""
    label = next(iter(read_gs1(row.udi)), Gs1(gtin_of(row.udi)))
    return Gs1(label.gtin, folded_code(row.lot or label.lot), folded_code(row.serial or label.serial))


def _fit(reading: Gs1, own: Gs1) -> int | None:
    """How well a piece fits a code of its article; None where the code tells of another one."""
    rank = 0
    for weight, said, known in ((2, reading.serial, own.serial), (1, reading.lot, own.lot)):
        if said and known:
            if folded_code(said) != known:
                return None
            rank += weight
    return rank
