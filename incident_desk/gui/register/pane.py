"""The current record beside the table. Where there is no room for both it is opened for a moment, and goes again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from incident_desk.gui.register.kept_table import KeptTables
from incident_desk.gui.register.preview import Preview
from incident_desk.gui.theme.manager import Theme

_WIDE_EM = 115  # of the window: from here on the preview has room beside the table
_PREVIEW, _LARGE_PREVIEW, _LARGE = 338, 420, 1800  # pixels of the design


class Pane(QSplitter):
    """The table's side at the left, the preview at the right. Signal: `fitted` whether the preview is shown."""

    fitted = Signal(bool)

    def __init__(self, table: QWidget, preview: Preview, kept: KeptTables, theme: Theme, page: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, page)
        self._preview, self._kept, self._theme, self._page = preview, kept, theme, page
        self.peeks = False  # it is there for a moment only
        self.addWidget(table)
        self.addWidget(preview)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)

    def show_preview(self, shown: bool) -> None:
        if self._is_wide:
            self.peeks = False
            self._kept.change(preview=shown)
        else:
            self.peeks = shown
        self.fit()

    def fit(self) -> None:
        """By the room the window has now."""
        if self._is_wide:
            self.peeks = False
        shown = self._kept.current.preview if self._is_wide else self.peeks
        if shown and self._preview.isHidden():
            wide = self._theme.px(_LARGE_PREVIEW if self.window().width() > self._theme.px(_LARGE) else _PREVIEW)
            self.setSizes([max(1, self.width() - wide), wide])
        self._preview.setMinimumWidth(min(self._theme.px(240), self._page.width() // 2))
        self._preview.setVisible(shown)
        self.fitted.emit(shown)

    @property
    def _is_wide(self) -> bool:
        em = self._theme.metrics("body").horizontalAdvance("m") or 1
        return self.window().width() / em >= _WIDE_EM
