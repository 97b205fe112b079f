"""A tree of what the sector pack holds, read together with the place where the pack's chain stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import PACK
from incident_desk.domain.packs.model import Pack
from incident_desk.gui.session import Session
from incident_desk.gui.settings.standing import position_of
from incident_desk.gui.settings.tree_section import TreeSection
from incident_desk.gui.theme.manager import Theme


class PackSection(TreeSection):
    """Two changes of one thing do not collide in the chain of the pack, as each is a version of its own: before a
    subclass writes, it looks up what stands there now.
    """

    def __init__(
        self, title: str, session: Session, theme: Theme, parent: QWidget, *, hint: str = "", folded: bool = False
    ) -> None:
        super().__init__(title, session, theme, parent, hint=hint, folded=folded)
        self._position, self._read = 0, session.names.pack  # where the chain stood when that pack was read

    @property
    def position(self) -> int:
        return self._position

    @property
    def seen(self) -> int:
        """The position of the pack that is shown; 0 while it is not known."""
        return self._position if self._read is self.session.names.pack else 0

    def enter(self) -> None:
        super().enter()
        self.session.read(lambda queries: (position_of(queries, PACK), queries.pack()[0]), self._on_standing)

    def _on_standing(self, found: tuple[int, Pack]) -> None:
        """A newer state than the one shown comes with the names in a moment, and is looked up again."""
        position, pack = found
        if pack == self.session.names.pack:
            self._position, self._read = position, self.session.names.pack
            if not self.is_new:
                self.editor.see(PACK, position)
