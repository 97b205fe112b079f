"""The categories of the sector pack, made the site's own: add, rename, stop offering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import PACK
from incident_desk.domain.errors import EditConflict
from incident_desk.domain.pack_editing import AddCategory, RenameCategory, RetireCategory
from incident_desk.domain.packs.model import Category, Pack, Subcategory
from incident_desk.gui.language import language, said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.pack_section import PackSection
from incident_desk.gui.settings.tree_model import Node
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.usecases.submission import Done


class CategoriesSection(PackSection):
    key = "categories"
    icon = "category"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            self.tr("Categories"), session, theme, parent,
            hint=self.tr("what is not offered any more stays in old records"), folded=True,
        )  # fmt: skip
        self.add = self.add_button(self.tr("Add a category"))
        self.add_below = self.add_button(self.tr("Add a subcategory"))
        self.adding.addStretch(1)
        self._top = False
        self.add.clicked.connect(lambda: self._begin(top=True))
        self.add_below.clicked.connect(lambda: self._begin(top=False))

    def fill_form(self) -> None:
        form, theme = self.editor.form, self.theme
        form.add(form.row("name", self.tr("Name"), LineField(theme, form, limit=120)))
        form.add(
            form.row(
                "first", self.tr("First subcategory"), LineField(theme, form, limit=120),
                hint=self.tr("more can follow"),
            )
        )  # fmt: skip

    def make_nodes(self) -> Sequence[Node]:
        return [
            Node(
                category.key, said(category.name), self._note(category), not category.retired,
                tuple(Node(sub.key, said(sub.name), "", not sub.retired) for sub in category.subcategories),
            )
            for category in self.session.names.pack.categories
        ]  # fmt: skip

    def _note(self, category: Category) -> str:
        questions = len(category.questions)
        return self.tr("%n questions of its own", "", questions) if questions else ""

    def _found(self, key: str) -> Category | Subcategory | None:
        pack = self.session.names.pack
        return pack.subcategory(key) if "." in key else pack.category(key)

    def show_line(self, key: str) -> None:
        found = self._found(key)
        if found is None:
            return
        self.editor.form.rows["first"].hide()
        name = said(found.name)
        self.editor.show_entry(
            f"category {key}", {"name": name}, chain=PACK, seen=self.seen, title=name, read_only=not self.may_edit
        )

    def _begin(self, *, top: bool) -> None:
        self._top = top
        self.begin_new()

    def show_new(self) -> None:
        above = self._found(self.adding_at.partition(".")[0])
        self.editor.form.rows["first"].setVisible(self._top)
        if self._top or above is None:
            self.editor.show_entry("new category", {}, title=self.tr("New category"), new=True)
        else:
            title = self.tr("New subcategory of {name}").format(name=said(above.name))
            self.editor.show_entry(f"new subcategory {above.key}", {}, title=title, new=True)

    def save(self, changes: dict[str, Any]) -> None:
        values = self.editor.form.values()
        name = values["name"] or ""
        if self.is_new:
            parent = "" if self._top else self.adding_at.partition(".")[0]
            order = AddCategory(name, parent, (values["first"] or "") if self._top else "")
            self.editor.submit(None, (order,), self.tr("{name} added.").format(name=name))
        else:
            self._rename(self.tree.marked(), name)

    def _rename(self, key: str, name: str) -> None:
        """What is called so now is looked up first: see `PackSection`."""
        shown = self.editor.form.shown["name"]

        def write(pack: Pack) -> None:
            found = pack.subcategory(key) if "." in key else pack.category(key)
            if found is None or said(found.name) != shown:
                self.editor.explain(EditConflict(("name",), self.position))
            else:
                self.editor.submit(None, (RenameCategory(key, name, language()),), self.tr("Renamed."))

        self.session.read(lambda queries: queries.pack()[0], write)

    def offer(self, key: str, *, offered: bool) -> None:
        found = self._found(key)
        name = said(found.name) if found else key
        told = self.tr("{name} is offered again.") if offered else self.tr("{name} is not offered any more.")
        order = RetireCategory(key, not offered)
        self.session.submit(None, (order,), seen=self.editor.seen, said=told.format(name=name), undoable=False)

    def key_of(self, done: Done) -> str | None:
        """What is added stands last."""
        categories = self.session.names.pack.categories
        if self._top:
            return categories[-1].key
        above = self.session.names.pack.category(self.adding_at.partition(".")[0])
        return above.subcategories[-1].key if above else None
