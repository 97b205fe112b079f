"""The site's own fields, step by step: add, change, stop asking for them, with a look at the row they become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import PACK
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.errors import EditConflict
from incident_desk.domain.field_editing import HELP_LIMIT, UNIT_LIMIT, RestoreField, RetireField
from incident_desk.domain.pack_rows import NAME_LIMIT
from incident_desk.domain.packs.fields import ASKED_KINDS, ROOMS, USUAL_ROOM, WITH_OPTIONS
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import STEP_BY_KEY, STEP_NAMES, Step
from incident_desk.gui.forms.chosen_editors import TickBoxes
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.answers_field import AnswersField
from incident_desk.gui.settings.entry_form import same
from incident_desk.gui.settings.field_preview import FieldPreview
from incident_desk.gui.settings.own_field_words import NEEDED, PERSONAL, adding, changing, sample, values_of
from incident_desk.gui.settings.pack_section import PackSection
from incident_desk.gui.settings.tree_model import Node
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.usecases.submission import Done


class OwnFieldsSection(PackSection):
    key = "own_fields"
    icon = "layout-rows"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            self.tr("Own fields"), session, theme, parent, hint=self.tr("what your site asks beyond the usual")
        )
        self.add = self.add_button(self.tr("Add a field"))
        self.adding.addStretch(1)
        self.preview = FieldPreview(session, theme, self)
        self.about = EmptyState(
            self.tr(
                "A field of your own stands in the form of its step, in the table and its filters, in exports and on "
                "the paper, just as the others do: a machine number, a bed alarm, a shift."
            ),
            theme, self,
        )  # fmt: skip
        self.sides.right.insertWidget(0, self.about)
        self.sides.right.insertWidget(1, self.preview)  # above the form: there it stays in sight while one types
        self.add.clicked.connect(self.begin_new)
        self.editor.form.edited.connect(self._look)

    def fill_form(self) -> None:
        form, theme = self.editor.form, self.theme
        self._kind = ChoiceField([(kind, self._said_kind(kind)) for kind in ASKED_KINDS], theme, form)
        room = ChoiceField(
            [(key, f"{said(STEP_NAMES[s.step])}: {said(s.title)}") for key, s in ROOMS.items()], theme, form
        )
        flags = [(NEEDED, self.tr("Needed to leave the step")), (PERSONAL, self.tr("Tells of a person"))]
        rows = {
            "label": form.row("label", self.tr("What it asks"), LineField(theme, form, limit=NAME_LIMIT)),
            "kind": form.row("kind", self.tr("How it is answered"), self._kind),
            "unit": form.row("unit", self.tr("Unit"), LineField(theme, form, limit=UNIT_LIMIT)),
            "section": form.row("section", self.tr("Where it stands"), room),
            "options": form.row("options", self.tr("Answers"), AnswersField(theme, form, limit=NAME_LIMIT)),
            "help": form.row(
                "help", self.tr("Help"), LineField(theme, form, limit=HELP_LIMIT),
                hint=self.tr("one line below the field"),
            ),
            "flags": form.row("flags", self.tr("What applies"), TickBoxes(flags, theme, form, across=1)),
        }  # fmt: skip
        form.add(rows["label"])
        form.add(rows["kind"], rows["unit"], shares=(2, 1))
        for key in ("options", "section", "help", "flags"):
            form.add(rows[key])
        rows["flags"].set_help(self.tr("What tells of a person can be erased when the person asks for it."))
        self._kind.code_chosen.connect(self._on_kind_chosen)

    def _said_kind(self, kind: str) -> str:
        return {
            FieldKind.TEXT: self.tr("one line of text"), FieldKind.PROSE: self.tr("several lines of text"),
            FieldKind.CHOICE: self.tr("one answer of several"), FieldKind.CHOICES: self.tr("several answers"),
            FieldKind.YES_NO: self.tr("yes or no"), FieldKind.TIME: self.tr("day and time"),
            FieldKind.DATE: self.tr("day"), FieldKind.NUMBER: self.tr("number"),
            FieldKind.PERSON: self.tr("person of the list"), FieldKind.PLACE: self.tr("place of the list"),
        }[ASKED_KINDS[kind]]  # fmt: skip

    def make_nodes(self) -> Sequence[Node]:
        fields = self.session.names.pack.fields
        return [
            Node(step.key, said(STEP_NAMES[step]), children=tuple(self._node(f) for f in fields if f.step is step))
            for step in Step
        ]  # fmt: skip

    def _node(self, field: Field) -> Node:
        return Node(field.key, said(field.label), self._said_kind(field.kind), not field.retired)

    def _found(self, key: str) -> Field | None:
        return next((field for field in self.session.names.pack.fields if field.key == key), None)

    # --- showing ---

    def said_offer(self, *, offered: bool) -> str:
        return self.tr("Stop asking for it") if offered else self.tr("Ask for it again")

    def show_line(self, key: str) -> None:
        field = self._found(key)
        self._show_editor(field is not None)
        if field is None:
            return
        self.editor.show_entry(
            f"own_field {key}", values_of(field), chain=PACK, seen=self.seen, title=said(field.label),
            read_only=not self.may_edit,
        )  # fmt: skip
        self._kind.setEnabled(False)
        self.editor.form.rows["kind"].set_help(
            self.tr("This stays as it is. For another kind, stop asking for it and add a new field.")
        )
        self._look()

    def show_new(self) -> None:
        marked = self._found(self.adding_at)
        section = marked.section if marked else USUAL_ROOM[STEP_BY_KEY.get(self.adding_at, Step.IDENTIFICATION)]
        values = {"kind": FieldKind.TEXT.value, "section": section, "flags": [PERSONAL]}
        self._show_editor(True)
        self.editor.show_entry(f"new own_field {section}", values, title=self.tr("New field"), new=True)
        self._kind.setEnabled(True)
        self.editor.form.rows["kind"].set_help("")
        self._look()

    def _show_editor(self, shown: bool) -> None:
        self.about.setVisible(not shown)
        for part in (self.editor, self.preview):
            part.setVisible(shown)

    def _look(self) -> None:
        """The rows that the chosen kind needs, and the row that comes of it."""
        values = self.editor.form.values()
        rows = self.editor.form.rows
        rows["unit"].setVisible(values["kind"] == FieldKind.NUMBER)
        rows["options"].setVisible(values["kind"] in WITH_OPTIONS)
        self.preview.show_field(sample(values), needed=NEEDED in values["flags"])

    def _on_kind_chosen(self, kind: str | None) -> None:
        """Texts tell of people unless somebody says otherwise; other answers do not."""
        flags = [flag for flag in self.editor.form.values()["flags"] if flag != PERSONAL]
        texts = kind in (FieldKind.TEXT, FieldKind.PROSE)
        self.editor.form.write({"flags": [*flags, PERSONAL] if texts else flags})

    # --- writing ---

    def save(self, changes: dict[str, Any]) -> None:
        values = self.editor.form.values()
        if self.is_new:
            order = adding(values)
            self.editor.submit(None, (order,), self.tr("{name} added.").format(name=order.label))
        else:
            self._change(self.tree.marked(), values, changes)

    def _change(self, key: str, values: dict[str, Any], changes: dict[str, Any]) -> None:
        """What stands there now is looked up first: see `PackSection`."""
        shown = self.editor.form.shown

        def write(pack: Pack) -> None:
            field = pack.field(key)
            now = values_of(field) if field is not None else {}
            theirs = tuple(each for each in changes if not same(now.get(each), shown[each]))
            if field is None or theirs:
                self.editor.explain(EditConflict(theirs, self.position))
            else:
                self.editor.submit(None, (changing(field, values, changes),), self.tr("Field saved."))

        self.session.read(lambda queries: queries.pack()[0], write)

    def offer(self, key: str, *, offered: bool) -> None:
        field = self._found(key)
        if field is None:
            return
        told = (
            self.tr("{name} is asked for again.")
            if offered
            else self.tr("{name} is not asked for any more. What was written stays readable.")
        )
        order = RestoreField(key) if offered else RetireField(key)
        said_so = told.format(name=said(field.label))
        self.session.submit(None, (order,), seen=self.editor.seen, said=said_so, undoable=False)

    def key_of(self, done: Done) -> str | None:
        """What is added stands last."""
        return self.session.names.pack.fields[-1].key
