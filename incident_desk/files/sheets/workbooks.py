"""Workbooks through calamine: stored values only, no formula is worked out and no macro is run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from incident_desk.files.sheets.cells import clean
from incident_desk.files.sheets.failed_cells import Failed, failed_cells, formulas_alone
from incident_desk.usecases.errors import SurroundingsFailed

_SUFFIXES = {
    "xlsx": (".xlsx", ".xlsm", ".xlam"),
    "xlsb": (".xlsb",),
    "xls": (".xls", ".xla"),
    "ods": (".ods",),
}


class Workbook:
    """An open workbook. Its sheets are those with cells, hidden ones last."""

    def __init__(self, path: Path, kind: str) -> None:
        self._path, self._kind, self._name = path, kind, path.name
        try:
            # calamine goes by the name of the file; one that is misnamed is opened by what is in it
            by_name = path.suffix.lower() in _SUFFIXES[kind]
            self._book = CalamineWorkbook.from_path(path) if by_name else self._by_content(path)
        except (CalamineError, OSError) as error:  # the file itself was read before: what it says is wrong
            raise self._refusal(error) from error
        listed = [sheet for sheet in self._book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        listed.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
        self._own_names = {clean(sheet.name): sheet.name for sheet in listed}
        self.names = tuple(self._own_names)
        self.hidden = frozenset(clean(sheet.name) for sheet in listed if sheet.visible != SheetVisibleEnum.Visible)

    @staticmethod
    def _by_content(path: Path) -> CalamineWorkbook:
        with path.open("rb") as file:
            return CalamineWorkbook.from_filelike(file)

    def sheet(self, name: str) -> CalamineSheet:
        """All its cells, in memory by now. Rows begin with the first of the sheet, columns with the first in use."""
        try:
            return self._book.get_sheet_by_name(self._own_names[name])
        except (CalamineError, OSError) as error:
            raise self._refusal(error) from error

    def failed_cells(self, name: str) -> Failed:
        """What the spreadsheet shows in cells whose formula failed, and which `sheet` has as empty."""
        return failed_cells(self._path, self._kind, self._own_names[name])

    def formulas_alone(self, name: str) -> Mapping[int, frozenset[int]]:
        """Cells that `sheet` has as empty because the file does not hold what their formula gives."""
        return formulas_alone(self._path, self._kind, self._own_names[name])

    def _refusal(self, error: Exception) -> SurroundingsFailed:
        if isinstance(error, PasswordError):
            return SurroundingsFailed("sheet_has_password", name=self._name)
        too_large = "limit exceeded" in str(error)  # one cell repeated over a sheet; calamine stops at 100 million
        return SurroundingsFailed("sheet_too_large" if too_large else "sheet_damaged", name=self._name)
