"""A knowledge record on paper: what it says, the incidents it comes from, its journal."""

from __future__ import annotations

from collections.abc import Sequence

from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge import FORMS, RISK_FIELDS, asked
from incident_desk.usecases import papers as p
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.knowledge.reading import KnownRecord, read_known
from incident_desk.usecases.overview_paper import Overview
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.wording import Wording

KIND = "knowledge"


def knowledge_paper(queries: Queries, wording: Wording, record_id: str) -> Overview:
    """Of the record as it stands now."""
    known = read_known(queries, record_id)
    if known is None:
        raise Refused("knowledge_unknown", value=record_id[:60])
    paper = _Paper(known, wording)
    title = wording.value(None, known.record.values.get("title"))
    return Overview(
        KIND, f"{known.number}: {title}", paper.told(), wording.moment_with_zone(queries.clock()),
        [paper.content(), paper.incidents(), paper.journal()],
    )  # fmt: skip


class _Paper:
    def __init__(self, known: KnownRecord, wording: Wording) -> None:
        self._known, self._wording = known, wording

    def say(self, key: str) -> str:
        return self._wording.texts.say(f"knowledge.{key}")

    def told(self) -> str:
        """What kind of record it is, where it stands, and what such a record is for."""
        form, language = FORMS[self._known.form.kind], self._wording.language
        return f"{form.one[language]}, {form.states[self._known.state][language]}. {form.explained[language]}"

    def content(self) -> p.TableBlock:
        pack = self._wording.names.pack if self._wording.names else None
        fields = [asked(field, pack) for field in (*self._known.form.fields, *RISK_FIELDS)]
        values, language = self._known.record.values, self._wording.language
        stated = [field for field in fields if field.key in values and field.key != "title"]
        rows = [(field.label[language], self._wording.value(field, values[field.key])) for field in stated]
        return self._table("content", (("what", 2.5), ("words", 7.5)), rows)

    def incidents(self) -> p.TableBlock:
        language = self._wording.language
        rows = [(row.number, row.title, row.standing[language]) for row in self._known.incidents]
        return self._table("incidents", (("number", 2.5), ("title", 5.0), ("standing", 2.5)), rows)

    def journal(self) -> p.TableBlock:
        rows = []
        for line in journal_lines(self._known.entries, self._wording):
            reason = f" ({line.reason})" if line.reason else ""
            moment = self._wording.moment(line.recorded_at)
            rows.append((str(line.position), moment, f"{line.who} {line.what}{reason}"))
        return self._table("journal", (("entry", 1.0), ("when", 2.5), ("who", 6.5)), rows)

    def _table(self, key: str, columns: tuple[tuple[str, float], ...], rows: Sequence[tuple[str, ...]]) -> p.TableBlock:
        heads = tuple(p.Column(self.say(f"column_{name}"), share) for name, share in columns)
        return p.TableBlock(self.say(key), heads, tuple(p.Row(row) for row in rows), self.say("none"))
