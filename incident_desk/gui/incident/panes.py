"""The three panes of the page and how they share its width: rail, form, and what stands beside the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.scrolling import Scrolling

_BESIDE_FROM, _RAIL_FROM = 90, 70  # em of the page from which the journal stands beside, and the rail upright
# (em of the page from which it holds, width of the rail, width of the pane beside the form) in pixels of the design
_WIDTHS = ((150, 240, 520), (118, 240, 420), (93, 216, 356), (0, 200, 320))


class Panes(QWidget):
    """Signal: `narrow_changed` when the rail lies down or stands up again.

    Wide: rail, form, pane. Below 90 em what stands beside the form becomes tabs of the middle; below 70 em the
    rail lies across the top, in `top`.
    """

    narrow_changed = Signal(bool)

    def __init__(self, rail: QWidget, form: QWidget, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside_tabs: list[tuple[QWidget, str]] = []
        self._form = form
        self._wide: bool | None = None
        self._upright = True
        self._rail = Scrolling(self)
        holder = QFrame()
        mark(holder, kind="page")
        self._rail_column = QVBoxLayout(holder)
        self._rail_column.addWidget(rail)
        self._rail.setWidget(holder)
        self.middle = self._new_tabs()
        self.beside = self._new_tabs()
        self._side = QFrame(self)
        mark(self._side, kind="page")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addWidget(self.beside)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._rail)
        self._row.addWidget(self._paper(), 1)
        self._row.addWidget(self._side)
        self.middle.addTab(form, self.tr("Form"))
        theme.changed.connect(self._on_theme_changed)
        self._space()

    def add_tab(self, widget: QWidget, text: str) -> None:
        """A tab beside the form."""
        self._beside_tabs.append((widget, text))
        self.beside.addTab(widget, text)

    def set_tab_text(self, widget: QWidget, text: str) -> None:
        self._beside_tabs = [(each, text if each is widget else old) for each, old in self._beside_tabs]
        for tabs in (self.beside, self.middle):
            if tabs.indexOf(widget) >= 0:
                tabs.setTabText(tabs.indexOf(widget), text)

    @property
    def is_wide(self) -> bool:
        return bool(self._wide)

    @property
    def rail_upright(self) -> bool:
        return self._upright

    def em(self) -> float:
        """Widths of the page are chosen by the size of the text, not by pixels."""
        return max(1.0, self._theme.font("body").pointSizeF() * self.logicalDpiY() / 72)

    # --- arranging ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ems = self.width() / self.em()
        _, rail, side = next(each for each in _WIDTHS if ems >= each[0])
        px = self._theme.px
        self._rail.setFixedWidth(px(rail))
        self._side.setFixedWidth(px(side))
        upright = ems >= _RAIL_FROM
        if upright != self._upright:
            self._upright = upright
            self._rail.setVisible(upright)
            self.narrow_changed.emit(not upright)
        if (ems >= _BESIDE_FROM) != self._wide:
            self._wide = ems >= _BESIDE_FROM
            self._place_tabs()

    def _place_tabs(self) -> None:
        """Tabs move between the pane and the middle; what one looked at stays in sight."""
        looked_at = self.middle.currentWidget() if self._wide else None
        target = self.beside if self._wide else self.middle
        for widget, text in self._beside_tabs:
            target.addTab(widget, text)
        self.middle.tabBar().setVisible(not self._wide)
        self._side.setVisible(bool(self._wide))
        if looked_at is not None and looked_at is not self._form:
            self.beside.setCurrentWidget(looked_at)
        self.middle.setCurrentWidget(self._form)

    def _new_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar and its pages take the focus
        # Else Tab goes to a bar that is hidden, and stays where it was for ever.
        tabs.setFocusProxy(None)  # type: ignore[arg-type]  # None is allowed; Qt's stubs do not know it
        tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        letter(tabs.tabBar(), "button", self._theme)
        tabs.tabBar().setExpanding(False)
        return tabs

    def _paper(self) -> QWidget:
        paper = QFrame(self)
        mark(paper, kind="paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.middle)
        return paper

    def _space(self) -> None:
        u = self._theme.u
        self._rail_column.setContentsMargins(0, 0, 0, u)
        self._side_column.setContentsMargins(2 * u, u, 2 * u, 0)

    def _on_theme_changed(self) -> None:
        self._space()
        self._arrange()
