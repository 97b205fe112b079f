"""The code at the foot of a page: number, entries and the full hash of the data, for a camera."""

from __future__ import annotations

import importlib
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the packager follows this line; at run time _encoder() takes the module alone
    import reportlab.graphics.barcode.qrencoder  # type: ignore[import-untyped]  # ships no types  # noqa: F401

_PACKAGE = "reportlab.graphics.barcode"
_MASK = 3  # readers take any; trying all eight would cost more time than the rest of the page
_QUIET = 2  # modules of white around it, beside the margin that is white anyway
_OVERLAP = 0.02  # so that no hairline shows between rows


@lru_cache(maxsize=16)  # a record is looked at, then printed, then kept: the same code each time
def qr_squares(text: str, size: float) -> str:
    """Path operators of the code, `size` points wide, from 0, 0. Upper case makes it coarser and easier to read."""
    encoder = _encoder()
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.M)
    code.addData(text.upper())
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    modules: list[list[bool]] = code.modules
    step = size / (len(modules) + 2 * _QUIET)
    squares: list[str] = []
    for number, row in enumerate(modules):
        y = size - (number + 1 + _QUIET) * step - _OVERLAP
        for start, length in _dark(row):
            x = (start + _QUIET) * step
            squares.append(f"{x:.2f} {y:.2f} {length * step:.2f} {step + _OVERLAP:.2f} re")
    return " ".join(squares)


def _dark(row: list[bool]) -> list[tuple[int, int]]:
    """Stretches of dark modules: where each starts and how long it is."""
    stretches: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if stretches and sum(stretches[-1]) == place:
            stretches[-1] = (stretches[-1][0], stretches[-1][1] + 1)
        else:
            stretches.append((place, 1))
    return stretches


@cache
def _encoder() -> Any:
    """ReportLab's encoder without its package, which would load every bar code, chart and page template with it."""
    package = find_spec(_PACKAGE)
    spec = PathFinder.find_spec("qrencoder", package.submodule_search_locations) if package else None
    if spec is None or spec.loader is None:
        return importlib.import_module(f"{_PACKAGE}.qrencoder")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
