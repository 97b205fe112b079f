"""The walk over a window: clipped text, overlap, contrast, names, focus, mnemonics, empty pages.

Each check gives sentences that name the widget; none of them knows a single page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from incident_desk.gui.main_window import MainWindow
from incident_desk.gui.widgets.panels import EmptyState

LEAST_CONTRAST = 4.5
_EDGE = 6  # px of a button or field that are its edge
_MNEMONIC = re.compile("&([^&])")


def name_of(widget: QWidget) -> str:
    said = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{said}”" if said else type(widget).__name__


def visible(window: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(kind):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in visible(window):
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget


def unnamed(window: QWidget) -> Iterator[str]:
    """Everything that takes the focus has a spoken name."""
    for widget in focusable(window):
        if _is_part(widget):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            yield f"{name_of(widget)} in {name_of(widget.parentWidget() or window)} takes the focus and has no name"


def _is_part(widget: QWidget) -> bool:
    """The inner field of a combo or spin box, the viewport of a list: their owner has the name."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView) or isinstance(widget, QScrollBar)


def clipped(window: QWidget) -> Iterator[str]:
    """Text that does not fit is elided with a tool tip, or there is room for it."""
    for widget in visible(window):
        if not isinstance(widget, QAbstractButton | QLabel) or _scrolled_away(widget):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        need = widget.minimumSizeHint()
        if widget.width() < need.width() - 1 and not widget.toolTip():
            yield f"{name_of(widget)} {_words(widget)!r} has {widget.width()} of {need.width()} px and no tool tip"
        wanted = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else need.height()
        if widget.height() < wanted - 2 and not widget.toolTip():
            yield f"{name_of(widget)} {_words(widget)!r} is {widget.height()} px high and needs {wanted}"


def cut_off(window: QWidget) -> Iterator[str]:
    """Nothing reaches over the edge of what it lies in, unless that can be scrolled."""
    for widget in visible(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _is_viewport(parent) or isinstance(widget, QScrollBar):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            over = widget.geometry()
            yield (
                f"{name_of(widget)} {_words(widget)!r} reaches over the edge of {name_of(parent)}: "
                f"{over.x()},{over.y()} {over.width()}x{over.height()} in {parent.width()}x{parent.height()}"
            )


def _is_viewport(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    return isinstance(owner, QAbstractScrollArea) and owner.viewport() is widget


def too_large(window: QWidget, size: tuple[int, int]) -> Iterator[str]:
    """The window can be as small as the screen it is meant for, with each of its pages."""
    page = window.page if isinstance(window, MainWindow) else window
    room = QSize(*size) - (window.size() - page.size())
    need = page.minimumSizeHint()
    if need.width() > room.width() or need.height() > room.height():
        yield f"needs {need.width()}x{need.height()}; a window of {size[0]}x{size[1]} has {room.width()}x{room.height()}"
    elif (window.width(), window.height()) != size:
        yield f"the window is {window.width()}x{window.height()} although its page needs no more than {size[0]}x{size[1]}"


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return text[:40]


def _scrolled_away(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() != widget.size()


def overlapping(window: QWidget) -> Iterator[str]:
    """Two things in one layout never lie on each other."""
    for parent in (window, *visible(window)):
        layout = parent.layout()
        children = [each for each in _laid_out(layout) if each.isVisible()] if layout is not None else []
        for first, second in combinations(children, 2):
            common = first.geometry().intersected(second.geometry())
            if common.width() > 1 and common.height() > 0:
                yield f"{name_of(first)} lies on {name_of(second)} in {name_of(parent)}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """What stands in the layout and in the layouts inside it."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inside = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inside is not None:
            yield from _laid_out(inside)
        elif widget is not None:
            yield widget


def luminance(colour: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1 contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pale(window: QWidget, picture: QImage) -> Iterator[str]:
    """The ink of each text against the ground it stands on, as painted."""
    ratio = picture.devicePixelRatio()
    for widget in visible(window):
        if not isinstance(widget, QAbstractButton | QLabel | QLineEdit) or not widget.isEnabled():
            continue
        if not widget.text() or _scrolled_away(widget):
            continue
        edge = 0 if isinstance(widget, QLabel) else _EDGE
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(edge, edge, -edge, -edge)
        found = _ink_contrast(picture.copy(QRect(place.topLeft() * ratio, place.size() * ratio)))
        if found is not None and found < LEAST_CONTRAST:
            yield f"{name_of(widget)} {widget.text()[:40]!r} has a contrast of {found:.1f}"


def _ink_contrast(picture: QImage) -> float | None:
    bits = picture.convertToFormat(QImage.Format.Format_RGB32).constBits()
    pixels = Counter(memoryview(bits).cast("B").cast("I"))
    if len(pixels) < 2:
        return None
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel in pixels)


def same_mnemonic(window: QWidget) -> Iterator[str]:
    """No two controls of one window answer to the same letter."""
    letters: dict[str, list[str]] = {}
    for widget in visible(window):
        text = widget.text() if isinstance(widget, QAbstractButton) or _is_buddy(widget) else ""  # type: ignore[attr-defined]  # both have text()
        found = _MNEMONIC.search(text.replace("&&", ""))
        if found:
            letters.setdefault(found[1].lower(), []).append(name_of(widget))
    for letter, names in letters.items():
        if len(names) > 1:
            yield f"Alt+{letter} means {', '.join(names)}"


def _is_buddy(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.buddy() is not None


def focus_unseen(window: QWidget) -> Iterator[str]:
    """Whatever has the focus looks different from when it has not."""
    if not window.isActiveWindow():
        yield "the window does not become active, so the focus was not looked at"
        return
    for widget in list(focusable(window)):
        if _scrolled_away(widget) or not widget.isVisible() or _is_part(widget):
            continue
        _drop_focus(window)
        without = _around(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and _around(window, widget) == without:
            yield f"{name_of(widget)} does not show that it has the focus"


def _drop_focus(window: QWidget) -> None:
    holder = window.focusWidget()
    if holder is not None:
        holder.clearFocus()


def _around(window: QWidget, widget: QWidget) -> QImage:
    margin = 6
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-margin, -margin, margin, margin)
    if isinstance(widget, QLineEdit):
        widget.deselect()
    return window.grab(place).toImage()


def without_instruction(page: QWidget) -> Iterator[str]:
    """A page that has nothing to show says what belongs there."""
    lists = [view for view in visible(page, QAbstractItemView) if isinstance(view, QAbstractItemView)]
    if any(view.model() is not None and view.model().rowCount() for view in lists):
        return
    if any(isinstance(widget, EmptyState) for widget in visible(page)):
        return
    words = sum(len(label.text()) for label in visible(page, QLabel) if isinstance(label, QLabel))
    fields = any(True for widget in focusable(page) if not isinstance(widget, QAbstractScrollArea))
    if words < 40 and not fields:
        yield f"{name_of(page)} shows nothing and says nothing"


def findings(window: QWidget, size: tuple[int, int]) -> list[str]:
    """Everything the walk finds, without the focus check (which changes the focus)."""
    picture = window.grab().toImage()
    page = window.page if isinstance(window, MainWindow) else window
    checks = (too_large(window, size), unnamed(window), clipped(window), cut_off(window), overlapping(window),
              pale(window, picture), same_mnemonic(window), without_instruction(page))  # fmt: skip
    return [finding for check in checks for finding in check]
