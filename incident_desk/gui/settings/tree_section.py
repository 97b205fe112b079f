"""A section with a tree at the left and the marked line's form at the right: places, categories."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.tree_model import Node
from incident_desk.gui.settings.tree_view import Tree
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.sides import Sides
from incident_desk.usecases.submission import Done


class TreeSection(Section):
    """Subclasses give the nodes, fill the form, and turn what was typed into orders."""

    tall = True

    def __init__(
        self, title: str, session: Session, theme: Theme, parent: QWidget, *, hint: str = "", folded: bool = False
    ) -> None:
        super().__init__(title, session, theme, parent, hint=hint)
        self.tree = Tree(title, theme, self, folded=folded)
        self.editor = EntryEditor(session, theme, self)
        self.retire = Button(self.tr("Stop offering it"), theme, self)
        self.adding = QHBoxLayout()
        self._adders: list[Button] = []
        self.adding_at = ""  # while a new line is typed: what it goes under
        self.is_new = False
        self._added: Done | None = None  # gets the mark once the lists are read again
        self.fill_form()
        self._lay_out()
        self.tree.node_marked.connect(self._on_node_marked)
        self.editor.save_requested.connect(self.save)
        self.editor.saved.connect(self._on_saved)
        self.editor.put_back.connect(self._on_put_back)
        self.retire.clicked.connect(self._on_retire_clicked)

    def _lay_out(self) -> None:
        self.sides = sides = Sides(self.tree, self.theme, self, shares=(11, 10))
        sides.left.addWidget(self.tree, 1)
        sides.left.addLayout(self.adding)
        sides.right.addWidget(self.editor)
        sides.right.addStretch(1)
        self.editor.buttons.add(self.retire)
        self.body.addWidget(sides, 1)

    def add_button(self, words: str) -> Button:
        button = Button(words, self.theme, self, icon="plus")
        self._adders.append(button)
        self.adding.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    # --- showing ---

    def enter(self) -> None:
        super().enter()
        added, self._added = self._added, None
        wanted = self.key_of(added) if added is not None else None
        before = self.tree.marked()
        self.tree.show_nodes(self.make_nodes(), wanted)
        for button in self._adders:
            button.setVisible(self.may_edit)
        if self.tree.marked() == before and not self.is_new:
            self._show_marked()

    def leave(self) -> None:
        self.editor.keep_now()

    def _on_node_marked(self, key: str) -> None:
        self.is_new = False
        self._show_marked()

    def _show_marked(self) -> None:
        key = self.tree.marked()
        self.editor.setVisible(bool(key))
        if key:
            self.show_line(key)
            node = self.tree.nodes.node(self.tree.nodes.index_of(key))
            offered = node is None or node.offered
            self.retire.set_text(self.said_offer(offered=offered))
            self.retire.setVisible(self.may_edit)

    def begin_new(self) -> None:
        """A form for a new line, below what is marked now."""
        self.adding_at, self.is_new = self.tree.marked(), True
        self.show_new()
        self.retire.hide()
        self.editor.show()
        self.editor.form.focus_first()

    def _on_put_back(self) -> None:
        if self.is_new:
            self.is_new = False
            self._show_marked()

    def _on_saved(self, done: Done) -> None:
        if self.is_new:
            self.is_new = False
            self._added = done

    def _on_retire_clicked(self) -> None:
        node = self.tree.nodes.node(self.tree.currentIndex())
        if node is not None:
            self.offer(node.key, offered=not node.offered)

    # --- what subclasses say ---

    def said_offer(self, *, offered: bool) -> str:
        """What is on the button for what is offered, or not any more."""
        return self.tr("Stop offering it") if offered else self.tr("Offer it again")

    def fill_form(self) -> None:
        raise NotImplementedError

    def make_nodes(self) -> Sequence[Node]:
        raise NotImplementedError

    def show_line(self, key: str) -> None:
        raise NotImplementedError

    def show_new(self) -> None:
        raise NotImplementedError

    def save(self, changes: dict[str, object]) -> None:
        raise NotImplementedError

    def offer(self, key: str, *, offered: bool) -> None:
        raise NotImplementedError

    def key_of(self, done: Done) -> str | None:
        """The line that a new entry became."""
        raise NotImplementedError
