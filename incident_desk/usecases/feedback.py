"""A slip for whoever reported: what became of it, in the words of the record and without anybody's name.

That nobody hears what became of a report is what keeps most people from reporting again.
"""

from __future__ import annotations

from collections.abc import Iterator

from incident_desk.domain.incident import CHAIN_KIND, Incident
from incident_desk.domain.lists import ACTIONS, MEASURES
from incident_desk.domain.records import Item, Record, fold
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status
from incident_desk.usecases import papers as p
from incident_desk.usecases.overview_paper import Overview
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.shown import Gaps, shown
from incident_desk.usecases.wording import Wording

KIND = "feedback"
_FOUND = ("cause", "contributing", "summary")


def feedback(queries: Queries, wording: Wording, record_id: str) -> Overview:
    """Of the record as it stands now. Raises nothing for one that is not far yet: it says so."""
    of = shown(queries, queries.entries(record_id), Gaps())
    incident = Incident(fold(Record(record_id, CHAIN_KIND), of.entries))
    said = _Slip(incident, Wording(wording.texts, of.names))
    tables = [table for table in (said.found(), said.done(), said.to_come()) if table.rows]
    return Overview(
        KIND, said.say("title", number=incident.number), said.told(), wording.moment_with_zone(queries.clock()),
        [said.reported(), *tables], p.SignatureBlock((p.SignatureBox(said.say("asked"), said.say("asked_meaning")),)),
    )  # fmt: skip


class _Slip:
    def __init__(self, incident: Incident, wording: Wording) -> None:
        self._incident, self._wording = incident, wording

    def say(self, key: str, **facts: object) -> str:
        return self._wording.texts.say(f"feedback.{key}", **facts)

    def told(self) -> str:
        incident, language = self._incident, self._wording.language
        leads = incident.status is Status.OPEN and incident.step is not None
        where = STEP_NAMES[incident.step] if leads and incident.step else STATUS_NAMES[incident.status]
        return self.say("told", where=where[language])

    def reported(self) -> p.TableBlock:
        return self._table("reported", [(self.say("yours"), self._text("what_happened"))])

    def found(self) -> p.TableBlock:
        rows = [(self._wording.label(key), self._text(key)) for key in _FOUND if key in self._incident.values]
        return self._table("found", rows)

    def done(self) -> p.TableBlock:
        """Measures and actions, as far as they are in force or done."""
        measures = [(self.say("measure"), self._what(line)) for line in self._lines(MEASURES.key)]
        actions = [(self.say("action"), self._what(line)) for line in self._lines(ACTIONS.key) if "done" in line.values]
        return self._table("done", measures + actions)

    def to_come(self) -> p.TableBlock:
        due = ACTIONS.field("due")
        rows = [
            (self._wording.value(due, line.values.get("due")) or self.say("no_day"), self._what(line))
            for line in self._lines(ACTIONS.key) if "done" not in line.values
        ]  # fmt: skip
        return self._table("to_come", rows)

    def _lines(self, key: str) -> Iterator[Item]:
        return iter(self._incident.record.of(key))

    def _what(self, line: Item) -> str:
        return self._wording.value(None, line.values.get("what"))

    def _text(self, key: str) -> str:
        return self._wording.value(None, self._incident.values.get(key))

    def _table(self, key: str, rows: list[tuple[str, str]]) -> p.TableBlock:
        columns = (p.Column(self.say("column_what"), 2.0), p.Column(self.say("column_words"), 8.0))
        return p.TableBlock(self.say(key), columns, tuple(p.Row(row) for row in rows))
