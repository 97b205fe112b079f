"""Tab goes through the page as one reads it; Qt alone would go in the order in which parts were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QTabWidget, QWidget


def set_tab_order(roots: Iterable[QWidget]) -> None:
    """Puts everything that Tab reaches inside the roots into reading order, one root after the other."""
    stops = [stop for root in roots for stop in _stops(root)]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for child in _children(widget):
        yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """The parts of a widget as they are read: as its layout has them, else from top to bottom."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    if isinstance(widget, QTabWidget):
        pages = (widget.widget(number) for number in range(widget.count()))
        return [widget.tabBar(), *(page for page in pages if page is not None)]
    layout = widget.layout()
    if layout is not None:
        laid_out = list(_in_layout(layout, widget))
        return laid_out + [child for child in _direct(widget) if child not in laid_out]
    return sorted(_direct(widget), key=lambda child: (child.y(), child.x()))


def _direct(widget: QWidget) -> list[QWidget]:
    options = Qt.FindChildOption.FindDirectChildrenOnly
    return [child for child in widget.findChildren(QWidget, options=options) if not child.isWindow()]


def _in_layout(layout: QLayout, around: QWidget) -> Iterator[QWidget]:
    """What a layout and those inside it hold, in their order. Qt's items are left alone: they go when their widget
    goes, and what Python still knows of them would then stand for something else.
    """
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    held: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(child), child) for child in _direct(around)]
    held += [(layout.indexOf(each), each) for each in inner]
    for _, each in sorted((pair for pair in held if pair[0] >= 0), key=lambda pair: pair[0]):
        if isinstance(each, QLayout):
            yield from _in_layout(each, around)
        else:
            yield each
