"""What a sheet does not say and nobody can guess for certain: asked once, in the sheet's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.importing.examples import date_meanings
from incident_desk.gui.importing.presenter import DATE_ORDER, Importing, Reading
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.importing.scales import turned, worst_first

_LEAST, _WORST = "least", "worst"
_WIDEST = 640  # pixels of the design


@dataclass(frozen=True, slots=True)
class Question:
    """`chosen`: the tile that holds now, "" while nobody has said it. `then`: the mapping by each answer."""

    key: str
    words: str
    tiles: tuple[Tile, ...]
    then: dict[str, SheetMapping]
    chosen: str = ""
    help: str = ""


class OpenQuestions(Panel):
    """Hidden where the sheet says everything. Signal: `answered` key of the question, the mapping from now on."""

    answered = Signal(str, object)

    def __init__(self, session: Session, importing: Importing, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("What the sheet does not say"), theme, parent)
        self._session, self._importing, self._theme = session, importing, theme
        self._questions: tuple[Question, ...] = ()
        self._rows: list[FormRow] = []
        self.tiles: dict[str, ChoiceTiles] = {}
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something cannot come in before it is said."""
        return any(not question.chosen for question in self._questions)

    def first_open(self) -> QWidget:
        first = next(question for question in self._questions if not question.chosen)
        return self.tiles[first.key].edits()[0]

    def show_questions(self) -> None:
        """Those of the sheet that is being read."""
        reading, mapping = self._importing.reading, self._importing.mapping
        asked = [] if reading is None or mapping is None else [*self._order(reading, mapping), *self._scales(mapping)]
        self._show(tuple(asked))

    def _show(self, questions: Sequence[Question]) -> None:
        if [(q.key, q.words, q.tiles) for q in questions] != [(q.key, q.words, q.tiles) for q in self._questions]:
            self._make(questions)
        self._questions = tuple(questions)
        for question in questions:
            self.tiles[question.key].set_code(question.chosen or None)
        self.setVisible(bool(questions))

    def _make(self, questions: Sequence[Question]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.tiles = [], {}
        for question in questions:
            tiles = ChoiceTiles(question.tiles, self._theme, self)
            tiles.setMaximumWidth(self._theme.px(_WIDEST))
            tiles.code_chosen.connect(lambda code, key=question.key: self._on_chosen(key, code))
            row = FormRow(question.words, tiles, self._theme, self, help=question.help)
            self.body.addWidget(row)
            self._rows.append(row)
            self.tiles[question.key] = tiles

    def _on_chosen(self, key: str, code: str) -> None:
        question = next(each for each in self._questions if each.key == key)
        self.answered.emit(key, question.then[code])

    # --- the questions ---

    def _order(self, reading: Reading, mapping: SheetMapping) -> list[Question]:
        importing = self._importing
        found = date_meanings(reading.columns, mapping, self._session.names)
        if found is None or not reading.opened.order_unproved:
            return []
        said = DATE_ORDER in importing.settled
        text, meanings = found
        return [
            Question(
                DATE_ORDER,
                self.tr("{text} stands in the sheet. Which day is that?").format(text=text),
                tuple(Tile(order, self._session.wording.stated(meant.to_json())) for order, meant in meanings),
                {order: replace(mapping, date_order=order) for order, _ in meanings},
                mapping.date_order if said or importing.is_remembered else "",
                self.tr("All dates of the sheet are read in the same way.")
                if said or not importing.is_remembered
                else self.tr("As last time for these headings; look whether it is right."),
            )
        ]

    def _scales(self, mapping: SheetMapping) -> list[Question]:
        reading, names = self._importing.reading, self._session.names
        unproved = reading.opened.scales_unproved if reading is not None else ()
        asked = []
        for key in unproved:
            if key not in mapping.fields:
                continue
            now = _WORST if worst_first(mapping, key, names) else _LEAST
            other = _LEAST if now == _WORST else _WORST
            words = self.tr("What does the lowest number mean in {column}?")
            asked.append(
                Question(
                    key,
                    words.format(column=", ".join(mapping.fields[key].columns)),
                    (Tile(_LEAST, self.tr("the least harm")), Tile(_WORST, self.tr("the worst harm"))),
                    {now: mapping, other: turned(mapping, key, names)},
                    now,
                    "" if key in self._importing.settled else self.tr("Guessed; look whether it is right."),
                )
            )
        return asked
