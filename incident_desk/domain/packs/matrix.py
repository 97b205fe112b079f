"""Checks of a priority matrix: its shape, and that each score it can give has exactly one priority."""

from __future__ import annotations

from incident_desk.domain.packs.model import Band, Matrix, MatrixLevel
from incident_desk.domain.packs.reading import Once, Table
from incident_desk.domain.vocabulary import Priority

_RATED = {priority.value: priority for priority in Priority if priority is not Priority.NOT_SET}


def read_matrix(table: Table) -> Matrix:
    noted = len(table.reading.problems)
    cells = table.grid("cells")
    scores_known = noted == len(table.reading.problems)
    matrix = Matrix(
        id=table.key("id"),
        version=table.whole("version"),
        row_axis=table.text("row_axis"),
        column_axis=table.text("column_axis"),
        rows=_levels(table, "rows"),
        columns=_levels(table, "columns"),
        cells=cells,
        bands=_bands(table),
    )
    table.finish()
    if not table.broken:
        _check_shape(table, matrix)
    if scores_known and matrix.bands:
        _check_scores(table, matrix)
    return matrix


def _levels(parent: Table, key: str) -> tuple[MatrixLevel, ...]:
    codes = Once(parent.reading, "key_twice")
    found = []
    for table in parent.tables(key):
        code = table.word("code")
        codes.add(code, table.at("code"))
        found.append(MatrixLevel(code, table.text("label"), table.text("help", needed=False)))
        table.finish()
    return tuple(found)


def _bands(parent: Table) -> tuple[Band, ...]:
    once = Once(parent.reading, "key_twice")
    found: list[Band] = []
    for table in parent.tables("bands"):
        band = Band(
            table.one_of("priority", _RATED) or Priority.NOT_SET,
            table.whole("minimum", least=0),
            table.whole("maximum", least=0),
        )
        table.finish()
        once.add(table.word("priority", needed=False), table.at("priority"))
        if band.minimum > band.maximum:
            table.note("maximum", "band_upside_down", minimum=band.minimum)
        if any(band.minimum <= other.maximum and other.minimum <= band.maximum for other in found):
            table.note("minimum", "band_overlap")
        found.append(band)
    return tuple(found)


def _check_shape(table: Table, matrix: Matrix) -> None:
    if len(matrix.cells) != len(matrix.rows):
        table.note("cells", "matrix_rows", found=len(matrix.cells), wanted=len(matrix.rows))
    for n, row in enumerate(matrix.cells):
        if len(row) != len(matrix.columns):
            path = table.at("cells", n)
            table.reading.note(path, "matrix_columns", found=len(row), wanted=len(matrix.columns))


def _check_scores(table: Table, matrix: Matrix) -> None:
    for score in sorted({score for row in matrix.cells for score in row}):
        if not any(band.minimum <= score <= band.maximum for band in matrix.bands):
            table.note("bands", "band_gap", score=score)
