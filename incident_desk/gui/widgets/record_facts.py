"""What is known of a record, line by line: the name of a fact, and what is stated. To be read, not to be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.journal.entries import ERASED
from incident_desk.gui.clock import Moments
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.labels import PlainLabel

Fact = tuple[str, str]


def stated_facts(keys: Iterable[str], values: Mapping[str, Any], moments: Moments) -> list[Fact]:
    """Those of the fields that something is stated in."""
    wording, facts = moments.wording, []
    for key in keys:
        field, value = wording.field(key), values.get(key)
        if value is None:
            continue
        is_time = field is not None and field.kind is FieldKind.TIME and value is not ERASED
        facts.append((wording.label(key), moments.stated(value) if is_time else wording.value(field, value)))
    return facts


class RecordFacts(FactList):
    """Quiet names at the left, what is stated at the right."""

    def __init__(self, facts: Sequence[Fact], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.show_facts(facts)

    def _cell(self, text: str, column: int, *, last: bool) -> QWidget:
        if last:
            return PlainLabel(text, self._theme, self, role="body")
        return PlainLabel(text, self._theme, self, role="hint", ink="ink2")
