"""Everything a register of one's own needs, on one page: what it is called, what it is for, who begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.directory import check_code
from incident_desk.domain.errors import Refused
from incident_desk.domain.packs.model import Pack
from incident_desk.gui.choosing import PathField, Wanted
from incident_desk.gui.language import language, said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.support.texts import Texts
from incident_desk.usecases.own_register import OwnRegister, proposed_code, proposed_file
from incident_desk.usecases.wording import Wording

PACK_ICONS = {"hospital": "building-hospital", "factory": "building-factory-2"}
_NAME_LENGTH = 120


def pack_tiles(packs: Mapping[str, Pack]) -> list[Tile]:
    return [Tile(key, said(pack.name), icon=PACK_ICONS.get(key, "building")) for key, pack in packs.items()]


class OwnForm(QWidget):
    """Signals: `make_requested` (OwnRegister, backup folder or None); `edited` by a person."""

    make_requested = Signal(object, object)
    edited = Signal()

    def __init__(self, packs: Mapping[str, Pack], folder: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._packs, self._folder = theme, packs, folder
        self.organisation = LineField(theme, self, limit=_NAME_LENGTH)
        self.code = LineField(theme, self, limit=40)
        self.packs = ChoiceTiles(pack_tiles(packs), theme, self)
        self.person = LineField(theme, self, limit=_NAME_LENGTH)
        self.job = LineField(theme, self, limit=_NAME_LENGTH)
        self.file = PathField(Wanted.NEW_FILE, self.tr("Where the register goes"), theme, self,
                              names=self.tr("Registers (*.register)"))  # fmt: skip
        self.backups = PathField(Wanted.FOLDER, self.tr("Where backups go"), theme, self)
        self.make = Button(self.tr("Make the register"), theme, self, weight=Weight.PRIMARY, fit=Fit.LARGE)
        self._description = PlainLabel("", theme, self, role="hint", ink="ink3")
        self._typed: set[QWidget] = set()  # what a person wrote is not proposed anew
        self._rows = self._make_rows()
        self._lay_out()
        self._connect()
        self._describe()
        self._propose()
        self.backups.set_path(folder / self.tr("Backups"))

    # --- building ---

    def _make_rows(self) -> dict[str, FormRow]:
        theme = self._theme
        everything = self.tr("You begin as coordinator, manager and administrator.")
        later = self.tr(
            "A checked copy goes there every day. A folder on another disk is best: a broken disk would take "
            "both. Leave it empty to choose later."
        )
        return {
            "organisation": FormRow(self.tr("Organisation"), self.organisation, theme, self),
            "code": FormRow(self.tr("Code for record numbers"), self.code, theme, self),
            "pack": FormRow(self.tr("What kind of place is it?"), self.packs, theme, self),
            "name": FormRow(self.tr("Your name"), self.person, theme, self, help=everything),
            "job": FormRow(self.tr("Your job"), self.job, theme, self),
            "file": FormRow(self.tr("File of the register"), self.file, theme, self),
            "backups": FormRow(self.tr("Folder for backups"), self.backups, theme, self, help=later),
        }

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        column.addLayout(self._side_by_side("organisation", "code"))
        packs = QVBoxLayout()
        packs.setSpacing(self._theme.px(4))
        packs.addWidget(self._rows["pack"])
        packs.addWidget(self._description)
        column.addLayout(packs)
        column.addLayout(self._side_by_side("name", "job"))
        column.addWidget(self._rows["file"])
        column.addWidget(self._rows["backups"])
        column.addWidget(Rule(self._theme, self))
        row = QHBoxLayout()
        row.setSpacing(2 * u)
        row.addWidget(self.make)
        later = self.tr("Everything here can be changed later in Settings.")
        row.addWidget(
            Note(self._theme, self, text=later, icon="circle-check", ink="ink2", icon_ink="ok"), 1,
            Qt.AlignmentFlag.AlignVCenter,
        )  # fmt: skip
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _side_by_side(self, wide: str, narrow: str) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(self._rows[wide], 5, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._rows[narrow], 3, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.organisation.textEdited.connect(self._on_organisation_edited)
        for line in (self.code, self.person, self.job):
            line.textEdited.connect(lambda _, line=line: self._on_edited(line))
        for path in (self.file, self.backups):
            path.path_changed.connect(lambda path=path: self._on_edited(path))
        self.packs.code_chosen.connect(self._on_pack_chosen)
        self.make.clicked.connect(self._on_make_clicked)

    # --- proposing ---

    def _on_organisation_edited(self) -> None:
        self._propose()
        self._on_edited(self.organisation)

    def _on_pack_chosen(self) -> None:
        self._describe()
        self.clear_wrong()
        self.edited.emit()

    def _on_edited(self, field: QWidget) -> None:
        self._typed.add(field)
        self._say_numbers()
        self.clear_wrong()
        self.edited.emit()

    def _propose(self) -> None:
        organisation = self.organisation.text()
        if self.code not in self._typed:
            self.code.setText(proposed_code(organisation))
        if self.file not in self._typed:
            self.file.set_path(proposed_file(self._folder, organisation))
        self._say_numbers()

    def _say_numbers(self) -> None:
        code = self.code.text().strip().upper()
        number = f"{code}-{QDate.currentDate().year()}-0042" if code else ""
        self._rows["code"].set_help(self.tr("Numbers read {number}").format(number=number) if number else "")

    def _describe(self) -> None:
        pack = self._packs.get(self.packs.code() or "")
        nothing = self.tr("Categories, places, questions and signatures come with it.")
        self._description.setText(pack.description[language()] if pack else nothing)

    # --- what stands in it ---

    def values(self) -> dict[str, Any]:
        """What a person wrote, for the draft. Proposals are made anew."""
        texts = {"organisation": self.organisation, "code": self.code, "name": self.person, "job": self.job}
        values: dict[str, Any] = {key: line.text() for key, line in texts.items() if line in self._typed}
        paths = {"file": self.file, "backups": self.backups}
        values |= {key: path.line.text() for key, path in paths.items() if path in self._typed}
        return values | {"pack": self.packs.code()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        lines = {
            "organisation": (self.organisation, self.organisation), "code": (self.code, self.code),
            "name": (self.person, self.person), "job": (self.job, self.job),
            "file": (self.file, self.file.line), "backups": (self.backups, self.backups.line),
        }  # fmt: skip
        for key, (field, line) in lines.items():
            if key in values:
                line.setText(str(values[key]))
                self._typed.add(field)
        if values.get("pack") in self._packs:
            self.packs.set_code(values["pack"])
        self._describe()
        self._propose()

    @property
    def is_empty(self) -> bool:
        return not any(line.text().strip() for line in (self.organisation, self.person, self.job))

    def focus_first(self) -> None:
        self.organisation.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- making ---

    def set_wrong(self, key: str, sentence: str) -> None:
        """Says at a field what is wrong with it and goes there."""
        self._rows[key].set_wrong(sentence)
        self._rows[key].focus_field()

    def clear_wrong(self) -> None:
        for row in self._rows.values():
            row.set_wrong("")
            row.set_missing(False)

    def _on_make_clicked(self) -> None:
        self.clear_wrong()
        code = self.code.text().strip().upper()
        missing = self._missing()
        for key in missing:
            self._rows[key].set_missing(True)
        if missing:
            self._rows[missing[0]].focus_field()
        elif self._code_fits(code) and self._paths_fit():
            wanted = OwnRegister(
                self.file.path() or Path(), self.packs.code() or "", self.organisation.text().strip(), code,
                self.person.text().strip(), self.job.text().strip(),
            )  # fmt: skip
            self.make_requested.emit(wanted, self.backups.path())

    def _missing(self) -> list[str]:
        answers = {
            "organisation": self.organisation.text().strip(), "pack": self.packs.code(),
            "name": self.person.text().strip(),
        }  # fmt: skip
        return [key for key, answer in answers.items() if not answer]

    def _code_fits(self, code: str) -> bool:
        try:
            check_code(code)
        except Refused as refused:
            self.set_wrong("code", Wording(Texts(language())).refusal(refused))
            return False
        return True

    def _paths_fit(self) -> bool:
        for key, field, needed in (("file", self.file, True), ("backups", self.backups, False)):
            path = field.path()
            if (path is None and needed) or (path is not None and not path.is_absolute()):
                self.set_wrong(key, self.tr("Choose a place, or write the whole path."))
                return False
        return True
