"""Passages of an editor that look different, without being another text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

Span = tuple[int, int]


def show_spans(edit: QPlainTextEdit, text: str, spans: Iterable[Span], look: QTextCharFormat) -> None:
    """`spans` in characters of `text`, which is what stands in the editor."""
    selections = []
    for start, end in spans:
        selection = QTextEdit.ExtraSelection()
        selection.format = look
        selection.cursor = cursor_over(edit, text, (start, end))
        selections.append(selection)
    edit.setExtraSelections(selections)


def cursor_over(edit: QPlainTextEdit, text: str, span: Span) -> QTextCursor:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(_units(text[: span[0]]))
    cursor.setPosition(_units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str) -> int:
    """As Qt counts: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
